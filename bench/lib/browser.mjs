// @ts-check
// Chromium, and pages in it that note what happens to them.

import puppeteer from "puppeteer-core";

/**
 * @typedef {import("puppeteer-core").Browser} Browser
 * @typedef {import("puppeteer-core").Page} Page
 * @typedef {import("puppeteer-core").CDPSession} Session
 * @typedef {{
 *   ready: number | null, fcp: number | null, lcp: number | null, lcpElement: string, shift: number,
 *   longTasks: { start: number, duration: number }[], memory: WebAssembly.Memory | null
 * }} Noted what a page has noted, in milliseconds since the navigation began
 * @typedef {{ name: string, viewport: import("puppeteer-core").Viewport, isSlow: boolean }} Device
 */

/** A telephone on a poor network: four times slower than this machine, 1.6 Mbit/s, 150 ms. @type {Device} */
export const PHONE = {
  name: "phone",
  viewport: { width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true },
  isSlow: true,
};

/** This machine, as it is. @type {Device} */
export const DESKTOP = { name: "desktop", viewport: { width: 1350, height: 940 }, isSlow: false };

const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const CPU_RATE = 4;

/** How long a new window of Chromium is busy with its own bars, in milliseconds. */
const WINDOW = 800;

/** How long nothing has to happen before a page counts as quiet, in milliseconds. */
const QUIET = 1000;
const LONGEST_WAIT = 60_000;

/** @param {{ chromium: string, arguments: string[] }} config @returns {Promise<Browser>} */
export function launch({ chromium, arguments: args }) {
  return puppeteer.launch({ executablePath: chromium, args, pipe: false, protocolTimeout: 180_000 });
}

/**
 * Opens a page in a profile of its own, so that nothing is kept from another run, and closes it after `use`.
 * @template T
 * @param {Browser} browser
 * @param {Device} device
 * @param {(page: Page, session: Session) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withPage(browser, { viewport, isSlow }, use) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(viewport);
    const session = await page.createCDPSession();
    await session.send("Network.enable");
    if (isSlow) {
      await session.send("Network.emulateNetworkConditions", NETWORK);
      await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_RATE });
    }
    await page.evaluateOnNewDocument(note);
    await new Promise((resolve) => setTimeout(resolve, WINDOW));
    return await use(page, session);
  } finally {
    await context.close();
  }
}

/** Runs in the page, before anything of its own. */
function note() {
  /** @type {Noted} */
  const noted = { ready: null, fcp: null, lcp: null, lcpElement: "", shift: 0, longTasks: [], memory: null };
  Object.assign(window, { noted });
  /** @param {string} type @param {(entry: any) => void} take */
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe("paint", ({ name, startTime }) => {
    if (name === "first-contentful-paint") noted.fcp = startTime;
  });
  observe("largest-contentful-paint", ({ startTime, element }) => {
    noted.lcp = startTime;
    noted.lcpElement = element?.className || element?.tagName || "";
  });
  observe("layout-shift", ({ value, hadRecentInput }) => {
    if (!hadRecentInput) noted.shift += value;
  });
  observe("longtask", ({ startTime, duration }) => noted.longTasks.push({ start: startTime, duration }));
  new MutationObserver((_, observer) => {
    if (!document.documentElement?.hasAttribute("data-ready")) return;
    observer.disconnect();
    noted.ready = performance.now();
  }).observe(document, { attributeFilter: ["data-ready"], attributes: true, subtree: true });
  // The memory of the app, which the heap's size does not hold.
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await instantiateStreaming(...given);
    noted.memory = /** @type {any} */ (made.instance.exports).memory ?? null;
    return made;
  };
}

/**
 * Opens an address and waits until the page reacts, where it ever does, and then is quiet.
 * @param {Page} page
 * @param {string} address
 * @param {boolean} reacts
 */
export async function open(page, address, reacts) {
  await page.goto(address, { waitUntil: "load", timeout: LONGEST_WAIT });
  if (reacts) await waitFor(page, "noted.ready !== null");
  await quiet(page);
}

/** Waits until nothing was long for a while. @param {Page} page */
export function quiet(page) {
  return waitFor(page, `performance.now() - Math.max(noted.ready ?? performance.timing.loadEventEnd - performance.timing.navigationStart, ...noted.longTasks.map(({ start, duration }) => start + duration)) > ${QUIET}`);
}

/** Asks now and then, so that the asking itself weighs nothing. @param {Page} page @param {string} condition */
export async function waitFor(page, condition) {
  const end = Date.now() + LONGEST_WAIT;
  while (!(await page.evaluate(condition))) {
    if (Date.now() > end) throw new Error(`${page.url()} has waited in vain for: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What a page has noted. @param {Page} page @returns {Promise<Noted>} */
export function notedBy(page) {
  return page.evaluate(() => {
    const { memory, ...rest } = /** @type {any} */ (window).noted;
    return { ...rest, memory: null };
  });
}
