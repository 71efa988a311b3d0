// @ts-check
// What a first visit loads, as it goes over the wire: the browser is led through a proxy that notes it.

import http from "node:http";

import { open, waitFor, withPage, PHONE } from "./browser.mjs";

/** How long no request has to come before the worker counts as finished, in milliseconds. */
const QUIET = 3000;

/** @typedef {{ path: string, status: number, bytes: number, at: number, byWorker: boolean, encoding: string }} Transfer */

/**
 * A first visit of `/`, with the service worker, until nothing more is fetched.
 * @param {import("./browser.mjs").Browser} browser
 * @param {string} address
 */
export async function firstVisit(browser, address) {
  /** @type {Transfer[]} */
  const transfers = [];
  const proxy = await passOn(address, transfers);
  /** @type {Set<string>} */
  const strange = new Set();
  try {
    return await withPage(browser, PHONE, async (page) => {
      const own = `http://127.0.0.1:${proxy.port}/`;
      page.on("request", (request) => {
        const url = request.url();
        if (!url.startsWith(own) && !url.startsWith("data:")) strange.add(url);
      });
      await page.evaluateOnNewDocument(noteReady);
      await open(page, own, true);
      await waitFor(page, "navigator.serviceWorker.getRegistration().then((registration) => registration?.active?.state === 'activated')");
      while (Date.now() - Math.max(...transfers.map(({ at }) => at)) < QUIET) await new Promise((resolve) => setTimeout(resolve, 200));
      return told(transfers, await page.evaluate(asked), strange);
    });
  } finally {
    proxy.close();
  }
}

/** Runs in the page, before anything of its own: notes when it says that it reacts, at once and not when that task ends. */
function noteReady() {
  const { setAttribute } = Element.prototype;
  Element.prototype.setAttribute = function (name, value) {
    if (name === "data-ready" && this === document.documentElement) Object.assign(window, { saidReady: performance.now() });
    setAttribute.call(this, name, value);
  };
}

/**
 * Runs in the page: when it was ready, by the clock, and for each path whether it was asked for before that. The task in
 * which it says so may go on to fetch, which the proxy's clock cannot tell.
 */
function asked() {
  const ready = /** @type {any} */ (window).saidReady;
  /** @type {Record<string, boolean>} */
  const isBefore = {};
  for (const { name, startTime } of performance.getEntriesByType("resource")) isBefore[new URL(name).pathname] ||= startTime <= ready;
  return { readyAt: performance.timeOrigin + ready, isBefore };
}

/**
 * The page's own requests until it reacted are the first visit; what it fetches ahead after that, and the worker, are
 * told apart.
 * @param {Transfer[]} transfers
 * @param {ReturnType<typeof asked>} asked
 * @param {Set<string>} strange
 */
function told(transfers, { readyAt, isBefore }, strange) {
  // Some requests, such as those for the page itself and its icon, are not among what the page knows of.
  const page = transfers.filter(({ at, byWorker, path }) => !byWorker && (isBefore[path] ?? at <= readyAt));
  const later = transfers.filter(({ byWorker, path }) => byWorker || path.endsWith("/sw.js"));
  const ahead = transfers.filter((transfer) => !page.includes(transfer) && !later.includes(transfer));
  const bytes = (/** @type {Transfer[]} */ some) => some.reduce((sum, { bytes }) => sum + bytes, 0);
  const of = (/** @type {RegExp} */ kind) => bytes(page.filter(({ path }) => kind.test(path)));
  const whole = transfers.filter(({ status }) => status === 200).map(({ path }) => path);
  return {
    all: bytes(page), requests: page.length, thirdParty: [...strange],
    wasm: of(/\.wasm$/), html: of(/\/$/), dataset: of(/catalog.*\.json$/), style: of(/\.css$/),
    scripts: bytes(page.filter(({ path }) => path.endsWith(".js"))),
    lazy: bytes(transfers.filter(({ path, byWorker }) => !byWorker && path.endsWith(".wasm") && !path.endsWith("_bg.wasm"))),
    files: page.map(({ path, bytes, encoding }) => ({ path, bytes, encoding })),
    ahead: { all: bytes(ahead), requests: ahead.length, files: ahead.map(({ path, bytes }) => ({ path, bytes })) },
    later: { all: bytes(later), requests: later.length, files: later.map(({ path, status, bytes }) => ({ path, status, bytes })) },
    twice: whole.filter((path, at) => whole.indexOf(path) !== at),
  };
}

/**
 * The site at an address once more, on a port of its own; what goes over the wire is noted.
 * @param {string} address
 * @param {Transfer[]} transfers
 */
export function passOn(address, transfers) {
  return listen(({ url: path = "/", method, headers }, answer) => {
    const at = Date.now();
    const byWorker = headers.referer?.endsWith("/sw.js") ?? false;
    const { host: _, ...rest } = headers;
    const passed = http.request(new URL(path, address), { method, headers: rest }, (response) => {
      const { statusCode: status = 0, headers } = response;
      const isBody = method === "GET" && status !== 304;
      const bytes = isBody ? Number(headers["content-length"] ?? 0) : 0;
      // Asking whether there is a network is no fetch of a file.
      if (method === "GET") transfers.push({ path, status, bytes, at, byWorker, encoding: headers["content-encoding"] ?? "" });
      answer.writeHead(status, headers);
      response.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    passed.end();
  });
}

/** @param {http.RequestListener} answer @returns {Promise<{ port: number, close: () => void }>} */
export function listen(answer) {
  const server = http.createServer(answer);
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      const close = () => {
        server.closeAllConnections();
        server.close();
      };
      resolve({ port, close });
    });
  });
}
