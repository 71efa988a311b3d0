// @ts-check
// What a keystroke costs: script, style and layout until the page has settled.

import { notedBy, open, quiet, withPage, DESKTOP } from "./browser.mjs";

/** Typed letter by letter and then taken back: cards go and come. */
const TEXT = "cancer";

/** Options that are chosen one after the other and then taken back. Several countries are left: the app opens the only one. */
const OPTIONS = [["kind", "strategy"], ["status", "active"], ["plan", "in-force"], ["now", "1"]];

/**
 * @typedef {{ script: number, style: number, layout: number, task: number }} Cost in milliseconds
 * @typedef {import("./browser.mjs").Page} Page
 * @typedef {import("./browser.mjs").Session} Session
 */

/**
 * One visit in which something is typed and chosen; also when the page was ready, and what it holds in memory.
 * @param {import("./browser.mjs").Browser} browser
 * @param {string} address
 */
export function use(browser, address) {
  return withPage(browser, DESKTOP, async (page, session) => {
    await session.send("Network.setBypassServiceWorker", { bypass: true });
    await session.send("Performance.enable");
    await open(page, address, true);
    const { ready } = await notedBy(page);
    const memory = await held(page, session);
    /** @type {Cost[]} */
    const keys = [];
    await page.focus("input[name=q]");
    for (const key of TEXT) keys.push(await cost(page, session, () => page.keyboard.press(/** @type {any} */ (key))));
    for (const _ of TEXT) keys.push(await cost(page, session, () => page.keyboard.press("Backspace")));
    const toggles = await toggle(page, session);
    return { ready: ready ?? 0, memory, keys, toggles };
  });
}

/** The views, other than that of the cards. */
export const VIEWS = ["map", "timeline", "compare", "table"];

/** The countries that are compared: as many as may be side by side, in every dataset. */
const COMPARED = ["de", "dk", "fi", "fr"];

/**
 * `first` is the first time that it is gone to, whose code the browser has yet to compile.
 * @typedef {{ first: Cost[], there: Cost[], back: Cost[], keys: Cost[] }} ViewCosts
 */

/**
 * One visit in which the views are gone through twice, and in each something is typed; then a card is opened and closed.
 * @param {import("./browser.mjs").Browser} browser
 * @param {string} address
 * @returns {Promise<{ views: Record<string, ViewCosts>, open: Cost[], close: Cost[] }>}
 */
export function views(browser, address) {
  return withPage(browser, DESKTOP, async (page, session) => {
    await session.send("Network.setBypassServiceWorker", { bypass: true });
    await session.send("Performance.enable");
    await open(page, address, true);
    // The map takes the place of its picture, when the file that it is in with the other views is there.
    await page.waitForSelector(".map-figure svg");
    // The first search is made ready ahead, in a task of its own.
    await quiet(page);
    /** @param {string} view */
    const go = (view) => cost(page, session, () => page.evaluate((view) => {
      const links = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".views a"));
      [...links].find((link) => link.textContent?.toLowerCase() === view)?.click();
    }, view), view);
    const toggleCompared = () => page.evaluate((codes) => {
      for (const code of codes) /** @type {HTMLElement | null} */ (document.querySelector(`input[name=country][value=${code}]`))?.click();
    }, COMPARED);
    /** @type {Record<string, ViewCosts>} */
    const all = {};
    for (const view of VIEWS) {
      // Without countries, the comparison only offers some.
      if (view === "compare") await toggleCompared();
      const first = [await go(view)];
      await go("cards");
      const there = [await go(view)];
      /** @type {Cost[]} */
      const keys = [];
      await page.focus("input[name=q]");
      for (const key of TEXT) keys.push(await cost(page, session, () => page.keyboard.press(/** @type {any} */ (key))));
      for (const _ of TEXT) keys.push(await cost(page, session, () => page.keyboard.press("Backspace")));
      all[view] = { first, there, back: [await go("cards")], keys };
      // What was typed is in the address, too.
      await page.waitForSelector("[role=status][aria-busy=false]");
      if (view === "compare") await toggleCompared();
    }
    const press = () => cost(page, session, () => page.click(".card-toggle"), "cards");
    return { views: all, open: [await press()], close: [await press()] };
  });
}

/** @param {Page} page @param {Session} session */
async function toggle(page, session) {
  /** @type {Cost[]} */
  const toggles = [];
  for (const [name, value] of [...OPTIONS, ...[...OPTIONS].reverse()]) {
    await page.focus(`input[name=${name}][value="${value}"]`);
    toggles.push(await cost(page, session, () => page.keyboard.press("Space")));
  }
  return toggles;
}

/**
 * `view`: which view it leads to; its parts may come after the next frames.
 * @param {Page} page
 * @param {Session} session
 * @param {() => Promise<void>} act
 * @param {string} [view]
 * @returns {Promise<Cost>}
 */
async function cost(page, session, act, view) {
  await settled(page);
  const before = await metrics(session);
  await act();
  await settled(page);
  if (view) {
    await page.waitForFunction((view) => document.documentElement.dataset.view === view &&
      [...document.querySelectorAll(".results-list .lazy")].every(({ firstElementChild }) => firstElementChild), {}, view);
    await settled(page);
  }
  const after = await metrics(session);
  const spent = (/** @type {string} */ name) => (after[name] - before[name]) * 1000;
  return {
    script: spent("ScriptDuration"), style: spent("RecalcStyleDuration"), layout: spent("LayoutDuration"), task: spent("TaskDuration"),
  };
}

/** What is done in the next frame, such as marking hits, is done by the second. @param {Page} page */
function settled(page) {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** @param {Session} session @returns {Promise<Record<string, number>>} */
async function metrics(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** What a page holds, in bytes: the heap after its garbage is gone, and the app's own memory. @param {Page} page @param {Session} session */
async function held(page, session) {
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.disable");
  const { JSHeapUsedSize: heap, Nodes: nodes } = await metrics(session);
  const wasm = await page.evaluate(() => /** @type {any} */ (window).noted.memory?.buffer.byteLength ?? 0);
  return { heap, wasm, both: heap + wasm, nodes };
}
