// @ts-check
// The twins are only worth comparing with when they show the same: the list and its filters, element by element.

import { open, withPage, DESKTOP } from "./browser.mjs";

/**
 * All of them find several countries or none: the only one is opened by the app, which no twin does. Between them
 * they use every filter and order, and find words in a country, in sight of a document, and only in its details.
 */
const QUERIES = [
  "", "?q=genom", "?q=cancer%20plan", "?q=genomica", "?kind=strategy&status=active", "?plan=adopted&sort=newest", "?plan=ended,in-preparation",
  "?now=1&kind=law", "?year=2020-2022&q=data", "?year=2029-", "?country=fr,ie", "?video=1&sort=documents", "?q=declaration&country=fr,ie&status=completed",
  "?q=xyzzy",
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
    return page.evaluate(() => {
      // What the app sets as a property; what only one of the ways out of nothing found is; and the map, the views and
      // the parts that are fetched later, which the twins do not have.
      const ignored = ["selected", "checked", "tabindex", "style", "src", "href", "data-name", "data-value"];
      /** @type {string[]} */
      const lines = [];
      /** @param {Node} node */
      const walk = (node) => {
        // The app has marks between its texts, and each has blanks of its own between elements.
        if (node instanceof Text && node.data.trim()) {
          if (node.previousSibling instanceof Comment && node.previousSibling.previousSibling instanceof Text) lines.push(lines.pop() + node.data);
          else lines.push(node.data);
        }
        if (!(node instanceof Element) || node.matches(".nothing > p, .map, .ways")) return;
        const attributes = Array.from(node.attributes, ({ name, value }) => `${name}=${value}`).filter((one) => !ignored.includes(one.split("=")[0]));
        lines.push(`<${node.localName} ${attributes.sort().join(" ")}>${node instanceof HTMLInputElement ? node.checked : ""}${node instanceof HTMLSelectElement ? node.value : ""}`);
        node.childNodes.forEach(walk);
      };
      const explorer = document.querySelector(".explorer");
      explorer?.normalize();
      if (explorer) walk(explorer);
      return lines;
    });
  });
}
