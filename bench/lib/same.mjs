// @ts-check
// The twins are only worth comparing with when they show the same: the list and its filters, element by element.

import { open, withPage, DESKTOP } from "./browser.mjs";

const QUERIES = [
  "", "?q=genom", "?q=cancer%20plan", "?q=osterreich", "?kind=strategy&status=active", "?plan=adopted&sort=newest", "?year=2020-2022&q=data",
  "?country=fr,ie", "?video=1&sort=documents", "?q=xyzzy",
];

/**
 * Where a twin shows something else than the app.
 * @param {import("./browser.mjs").Browser} browser
 * @param {Record<string, string>} addresses
 */
export async function differences(browser, { ours, ...twins }) {
  /** @type {string[]} */
  const differences = [];
  for (const query of QUERIES) {
    // Nothing is timed here, so they are opened together.
    const [expected, ...others] = await Promise.all([ours, ...Object.values(twins)].map((address) => shown(browser, address + query)));
    for (const [twin, name] of Object.keys(twins).entries()) {
      const found = others[twin];
      const at = expected.findIndex((line, at) => line !== found[at]);
      if (at !== -1 || found.length !== expected.length) {
        const place = at === -1 ? expected.length : at;
        const near = (/** @type {string[]} */ lines) => lines.slice(Math.max(place - 3, 0), place + 2).join(" ");
        differences.push(`${name}, ${query || "/"}: ours has ${near(expected)}, and the twin ${near(found)}`);
      }
    }
  }
  return differences;
}

/** The elements and texts of the list and the filters, a line each. @param {import("./browser.mjs").Browser} browser @param {string} address @returns {Promise<string[]>} */
function shown(browser, address) {
  return withPage(browser, DESKTOP, async (page, session) => {
    await session.send("Network.setBypassServiceWorker", { bypass: true });
    await open(page, address, true);
    // The app makes the cards that nobody sees when the visitor pauses.
    await page.waitForFunction(() => !document.querySelector(".cards > article:empty"));
    return page.evaluate(() => {
      // What the app sets as a property, the folded lists that each makes in its own time, what only one of the
      // ways out of nothing found is, and the map and the views, which the twins do not have.
      const ignored = ["selected", "checked", "tabindex", "style", "src", "href", "data-name", "data-value"];
      /** @type {string[]} */
      const lines = [];
      /** @param {Node} node */
      const walk = (node) => {
        if (node instanceof Text && node.data) lines.push(node.data);
        if (!(node instanceof Element) || node.matches(".resource-more, .nothing > p, .map, .ways")) return;
        const attributes = Array.from(node.attributes, ({ name, value }) => `${name}=${value}`).filter((one) => !ignored.includes(one.split("=")[0]));
        lines.push(`<${node.localName} ${attributes.sort().join(" ")}>${node instanceof HTMLInputElement ? node.checked : ""}`);
        node.childNodes.forEach(walk);
      };
      const explorer = document.querySelector(".explorer");
      explorer?.normalize();
      if (explorer) walk(explorer);
      return lines;
    });
  });
}
