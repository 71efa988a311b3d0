// @ts-check
// What the widget costs the page that it stands in: until somebody comes near it, and after.

import { notedBy, open, quiet, waitFor, withPage, DESKTOP, PHONE } from "./browser.mjs";
import { passOn } from "./bytes.mjs";
import { MANY, serveHost } from "./host.mjs";
import { blocked } from "./load.mjs";

/** How far and how often somebody scrolls who reads, in screens and milliseconds. */
const STEP = 1 / 4;
const PAUSE = 1000;
/** How long a step takes whoever only wants to see what is there, and a screen where there is much to see. */
const GLANCE = 100;
const LOOK = 250;

/** How far from it a page is scrolled to at once, in screens: one more than the widget looks ahead. */
const FAR = 2.25;

/** How long nothing has to be asked for, in milliseconds. */
const QUIET = 1000;

/** What stands in the article. */
const PLACED = "genomic-plans, lite-youtube, body > iframe";

/** The ways in which the widget is on a page. */
export const MODES = /** @type {const} */ (["frame", "inline"]);

/**
 * @typedef {import("./browser.mjs").Browser} Browser
 * @typedef {import("./browser.mjs").Page} Page
 * @typedef {import("./browser.mjs").Session} Session
 * @typedef {import("./bytes.mjs").Transfer} Transfer
 * @typedef {{ address: string, site: string, transfers: Transfer[], close: () => void }} Host
 */

/**
 * A page on one origin and the app on another; what both are asked for is noted.
 * @param {string} ours
 * @param {string} folder
 * @returns {Promise<Host>}
 */
export async function host(ours, folder) {
  /** @type {Transfer[]} */
  const transfers = [];
  const app = await passOn(ours, transfers);
  const site = `http://127.0.0.1:${app.port}/`;
  const page = await serveHost(site, folder, transfers);
  const close = () => {
    app.close();
    page.close();
  };
  return { address: `http://127.0.0.1:${page.port}/`, site, transfers, close };
}

/**
 * One visit of a page: it is loaded, then scrolled to the end by steps; at last, if it is to be compared, the frame's height.
 * @param {Browser} browser
 * @param {Host} host
 * @param {string} name
 * @param {boolean} compares
 */
export function article(browser, host, name, compares) {
  return withPage(browser, PHONE, async (page, session) => {
    const { transfers } = host;
    const from = transfers.length;
    await standIn(session, transfers);
    await come(page, host, name);
    if (name === "eager") {
      await inFrame(page, host, (frame) => frame.waitForFunction(() => /** @type {any} */ (window).noted.ready !== null));
      await idle(page, transfers);
    }
    const { fcp, longTasks, shift } = await notedBy(page);
    if (fcp === null) throw new Error(`${host.address}${name} has painted nothing`);
    const { files: early, ...asked } = sum(transfers.slice(from));
    const before = { ...asked, ...blocked(longTasks, fcp), shift };

    const start = await page.evaluate(() => performance.now());
    await scroll(page, name);
    await idle(page, transfers);
    const noted = await notedBy(page);
    const { files, ...whole } = sum(transfers.slice(from));
    const after = { ...whole, ...blocked(noted.longTasks, start), shift: noted.shift - shift, ready: await readyAfter(page) };
    return { before, after, files: { before: early, after: files.slice(early.length) }, heights: compares ? await heights(page, host) : [] };
  });
}

/**
 * How much a page shifts whose visitor goes to the element at once, or past it, before anything of it has come.
 * @param {Browser} browser
 * @param {Host} host
 * @param {string} name
 * @param {boolean} past
 */
export function jump(browser, host, name, past) {
  return withPage(browser, PHONE, async (page) => {
    await come(page, host, name);
    const { shift } = await notedBy(page);
    await page.evaluate((placed, past) => {
      const { top, bottom } = /** @type {Element} */ (document.querySelector(placed)).getBoundingClientRect();
      scrollBy({ top: past ? bottom + innerHeight / 2 : top, behavior: "instant" });
    }, PLACED, past);
    await ready(page);
    await idle(page, host.transfers);
    return { shift: (await notedBy(page)).shift - shift, ready: await readyAfter(page) };
  });
}

/**
 * A page with many elements, scrolled through: what is asked for, and how many were started without being near.
 * @param {Browser} browser
 * @param {Host} host
 * @param {string} mode
 */
export function many(browser, host, mode) {
  return withPage(browser, DESKTOP, async (page) => {
    const { transfers } = host;
    const from = transfers.length;
    await come(page, host, `many-${mode}`);
    /** What has been started, and how much of that has never been near. */
    const started = () => page.evaluate(() => {
      const { near } = /** @type {any} */ (window);
      const started = [...document.querySelectorAll("genomic-plans")].filter(({ shadowRoot }) => shadowRoot?.querySelector("iframe, #app"));
      return { all: started.length, early: started.filter((element) => !near.has(element)).length };
    });
    let early = 0;
    /** How many were started when the first was reached. @type {number | undefined} */
    let first;
    for (let isEnd = false; !isEnd; ) {
      isEnd = await page.evaluate(() => {
        scrollBy({ top: innerHeight, behavior: "instant" });
        return scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
      });
      await new Promise((resolve) => setTimeout(resolve, LOOK));
      const now = await started();
      early = Math.max(early, now.early);
      if (await page.evaluate(() => (document.querySelector("genomic-plans")?.getBoundingClientRect().top ?? 0) < innerHeight)) first ??= now.all;
    }
    await waitFor(page, `document.querySelectorAll("genomic-plans[data-ready]").length === ${MANY}`);
    await idle(page, transfers);
    const all = transfers.slice(from);
    const { files: _, ...whole } = sum(all);
    return { first: first ?? 0, early, ...whole, wasm: all.filter(({ path }) => path.endsWith("_bg.wasm")).length };
  });
}

/** Opens a page, in which it is noted when the element came near, and when it was ready. @param {Page} page @param {Host} host @param {string} name */
async function come(page, host, name) {
  await page.evaluateOnNewDocument(() => {
    const noted = /** @type {any} */ (window);
    Object.assign(noted, { readyAt: null, nearAt: null, failure: null });
    addEventListener("ngp-ready", () => (noted.readyAt ??= performance.now()));
    addEventListener("ngp-error", (event) => (noted.failure = /** @type {CustomEvent} */ (event).detail.message));
  });
  await open(page, host.address + name, false);
  await page.evaluate((placed) => {
    const near = new Set();
    Object.assign(window, { near });
    const watch = new IntersectionObserver((seen) => {
      for (const { isIntersecting, target } of seen) if (isIntersecting) near.add(target);
      if (near.size > 0) /** @type {any} */ (window).nearAt ??= performance.now();
    }, { rootMargin: "100%" });
    for (const element of document.querySelectorAll(placed)) watch.observe(element);
  }, PLACED);
  await idle(page, host.transfers);
}

/** Scrolls past what stands in the article as a reader does, and faster once it is there. @param {Page} page @param {string} name */
async function scroll(page, name) {
  const waits = name === "frame" || name === "inline";
  await page.evaluate((placed, far) => {
    const top = document.querySelector(placed)?.getBoundingClientRect().top ?? 0;
    scrollBy({ top: Math.max(0, top - far * innerHeight), behavior: "instant" });
  }, PLACED, FAR);
  for (let isEnd = false; !isEnd; ) {
    const isReady = !waits || (await page.evaluate("readyAt !== null"));
    await new Promise((resolve) => setTimeout(resolve, isReady ? GLANCE : PAUSE));
    isEnd = await page.evaluate((step) => {
      scrollBy({ top: step * innerHeight, behavior: "instant" });
      return scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
    }, STEP);
  }
  if (waits) await ready(page);
  if (name !== "lite") return;
  await page.click("lite-youtube");
  await page.waitForSelector("lite-youtube iframe");
}

/**
 * How far the frame's height is from that of its content: while it is seen and while it is far above, in which case a
 * browser does not lay it out by itself.
 * @param {Page} page
 * @param {Host} host
 */
async function heights(page, host) {
  /** @type {{ when: string, isSeen: boolean, frame: number, content: number, error: number }[]} */
  const all = [];
  for (const isSeen of [true, false]) {
    const compare = async (/** @type {string} */ when) => {
      // The page above has another height now.
      await page.evaluate((isSeen) => {
        if (isSeen) document.querySelector("genomic-plans")?.scrollIntoView();
        else scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
      }, isSeen);
      await idle(page, host.transfers);
      const frame = await page.evaluate(() => document.querySelector("genomic-plans")?.shadowRoot?.querySelector("iframe")?.getBoundingClientRect().height ?? 0);
      const { content, hidden } = await inFrame(page, host, (frame) => frame.evaluate(() => ({
        content: Math.ceil(document.body.getBoundingClientRect().height), hidden: document.documentElement.scrollHeight - innerHeight,
      })));
      all.push({ when, isSeen, frame, content, error: Math.max(Math.abs(frame - content), hidden) });
    };
    const choose = (/** @type {string} */ codes) => page.evaluate((codes) => document.querySelector("genomic-plans")?.setAttribute("country", codes), codes);
    await compare("ready");
    await choose("fr ie de");
    await compare("more countries");
    await page.setViewport({ ...PHONE.viewport, width: 300 });
    await compare("narrower");
    await page.setViewport(PHONE.viewport);
    await compare("wider");
    await choose("fr");
    await compare("one country");
  }
  return all;
}

/** @template T @param {Page} page @param {Host} host @param {(frame: import("puppeteer-core").Frame) => Promise<T>} use */
function inFrame(page, { site }, use) {
  const frame = page.frames().find((frame) => frame.url().startsWith(site));
  if (!frame) throw new Error(`${page.url()} has no frame of ${site}`);
  return use(frame);
}

/** Waits until the element is ready. @param {Page} page */
async function ready(page) {
  try {
    await waitFor(page, "readyAt !== null || failure !== null");
  } catch (error) {
    const state = await page.evaluate((placed) => document.querySelector(placed)?.shadowRoot?.innerHTML, PLACED);
    throw new Error(`The widget is not ready: ${state}; ${page.frames().map((frame) => frame.url()).join(" ")}`, { cause: error });
  }
  const failure = await page.evaluate("failure");
  if (failure !== null) throw new Error(`The widget says of ${page.url()}: ${failure}`);
}

/** Milliseconds from when the element came near until it was ready. @param {Page} page */
const readyAfter = (page) => page.evaluate(() => {
  const { nearAt, readyAt } = /** @type {any} */ (window);
  return readyAt === null || nearAt === null ? 0 : readyAt - nearAt;
});

/** Waits until nothing is long and nothing is asked for. @param {Page} page @param {Transfer[]} transfers */
async function idle(page, transfers) {
  const since = Date.now();
  await quiet(page);
  while (Date.now() - Math.max(since, transfers.at(-1)?.at ?? 0) < QUIET) await new Promise((resolve) => setTimeout(resolve, 100));
  await quiet(page);
}

/** @param {Transfer[]} transfers */
function sum(transfers) {
  const bytes = transfers.reduce((sum, { bytes }) => sum + bytes, 0);
  return { bytes, requests: transfers.length, files: transfers.map(({ path, bytes }) => `${path} ${bytes}`) };
}

/** YouTube's pictures and player are asked for, but never there: a picture and a page of no weight are in their place. @param {Session} session @param {Transfer[]} transfers */
async function standIn(session, transfers) {
  session.on("Fetch.requestPaused", ({ requestId, request: { url } }) => {
    transfers.push({ path: url, status: 200, bytes: 0, at: Date.now(), byWorker: false, encoding: "" });
    const isPicture = new URL(url).hostname === "i.ytimg.com";
    const body = isPicture ? '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"/>' : "<!doctype html><title>Player</title>";
    const type = isPicture ? "image/svg+xml" : "text/html";
    const answer = { requestId, responseCode: 200, responseHeaders: [{ name: "Content-Type", value: type }], body: Buffer.from(body).toString("base64") };
    // A page that is closed meanwhile needs no answer.
    session.send("Fetch.fulfillRequest", answer).catch(() => {});
  });
  await session.send("Fetch.enable", { patterns: [{ urlPattern: "https://*" }] });
}
