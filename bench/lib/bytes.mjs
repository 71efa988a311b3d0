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
      await open(page, own, true);
      const readyAt = await page.evaluate(() => performance.timeOrigin + /** @type {any} */ (window).noted.ready);
      await waitFor(page, "navigator.serviceWorker.getRegistration().then((registration) => registration?.active?.state === 'activated')");
      while (Date.now() - Math.max(...transfers.map(({ at }) => at)) < QUIET) await new Promise((resolve) => setTimeout(resolve, 200));
      return told(transfers, readyAt, strange);
    });
  } finally {
    proxy.close();
  }
}

/** @param {Transfer[]} transfers @param {number} readyAt @param {Set<string>} strange */
function told(transfers, readyAt, strange) {
  const page = transfers.filter(({ at, byWorker }) => !byWorker && at <= readyAt);
  const later = transfers.filter((transfer) => !page.includes(transfer));
  const bytes = (/** @type {Transfer[]} */ some) => some.reduce((sum, { bytes }) => sum + bytes, 0);
  const of = (/** @type {RegExp} */ kind) => bytes(page.filter(({ path }) => kind.test(path)));
  const whole = transfers.filter(({ status }) => status === 200).map(({ path }) => path);
  return {
    all: bytes(page), requests: page.length, thirdParty: [...strange],
    wasm: of(/\.wasm$/), html: of(/\/$/), dataset: of(/catalog.*\.json$/), style: of(/\.css$/),
    scripts: bytes(page.filter(({ path }) => path.endsWith(".js") && !path.endsWith("/sw.js"))),
    files: page.map(({ path, bytes, encoding }) => ({ path, bytes, encoding })),
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
      resolve({ port, close: () => (server.closeAllConnections(), server.close()) });
    });
  });
}
