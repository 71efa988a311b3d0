// @ts-check
/// <reference lib="webworker" />
// The service worker: keeps the whole app for use without a network. The build prepends two constants:
//   VERSION  one hash over all files
//   FILES    { address: revision } of every file of the app; "./" is the page
/** @typedef {{ VERSION: string, FILES: Record<string, string> }} Build */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = worker.registration.scope;

// Other apps of the same origin have caches too, and so has this app under another path.
const PREFIX = `genomic-plans:${new URL(scope).pathname}:`;
const CACHE = PREFIX + VERSION;
// The build before stays for tabs that are still open with it.
const KEPT_BUILDS = 2;
// The dataset under the name that does not change: the page's own has its hash.
const STABLE = "data/catalog.json";
// The page of a country, and those that others frame.
const COUNTRY = /^([a-z]{2})(?:\/(?:index\.html)?)?$/i;
const FRAME = /^embed\/(?:([a-z]{2})(?:\/(?:index\.html)?)?)?$/i;
// How long the network has for what is shown another way without it, in milliseconds.
const LONGEST_WAIT = 6_000;
// A file with such a name never changes.
const HASHED = /-[0-9a-f]{13,16}(_bg)?\.\w+$/;
// The files with such names that a page loads, as it names them.
const LOADED = /=["']?(?:\.\.?\/)+([\w-]+-[0-9a-f]{13,16}(?:_bg)?\.\w+)/g;
// What hosts write anew, with other ends of lines or in less bytes, and what is right as long as it is no page.
const REWRITTEN = /\.(?:png|svg|txt|webmanifest)$/;
// What belongs to the dataset: only its ends of lines may be others.
const OF_DATASET = /^(?:map\.svg|names\.txt)$/;
// Pages in which the app runs.
const WITH_APP = /^(?:\.|embed)\//;
// Where a build keeps when it came, or was last taken into use: the address of no file.
const TAKEN = new URL("sw.js?taken", scope).href;

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", (event) => {
  if (event.data === "take-over") event.waitUntil(worker.skipWaiting());
  if (event.data === "is-online") event.waitUntil(isOnline().then((online) => event.ports[0]?.postMessage(online)));
});
worker.addEventListener("fetch", (event) => {
  const name = nameOf(event.request);
  if (name !== undefined) event.respondWith(answer(event.request, name));
});

/** @param {string} name */
const keyOf = (name) => new URL(`${name}?rev=${FILES[name]}`, scope).href;

/** Fetches what is new, and takes over from the build before what is the same. All or nothing. */
async function install() {
  const isNew = !(await caches.has(CACHE));
  const cache = await caches.open(CACHE);
  try {
    await take(cache);
    const names = await builds();
    await Promise.all(Object.keys(FILES).map((name) => keep(cache, name, names)));
  } catch (error) {
    if (isNew) await caches.delete(CACHE);
    throw error;
  }
}

/** @param {Cache} cache */
function take(cache) {
  return cache.put(TAKEN, new Response(String(Date.now())));
}

/**
 * @param {Cache} cache
 * @param {string} name
 * @param {string[]} names of the builds that are kept
 */
async function keep(cache, name, names) {
  const key = keyOf(name);
  try {
    await cache.put(key, (await findIn(names, key)) ?? (await fetched(name)));
  } catch (error) {
    // A page without the app can wait for the network, and does not keep the app from being kept.
    if (name === "./" || !name.endsWith("/")) throw error;
  }
}

/**
 * The file as this build has it. A host that answers every address with its start page would put HTML in place
 * of a script; a server that is just being updated may still have the file of the build before.
 * @param {string} name
 */
async function fetched(name) {
  // What the page has just loaded is not asked for again, unless it is broken there.
  /** @type {RequestCache[]} */
  const ways = HASHED.test(name) ? ["default", "reload"] : ["no-cache"];
  for (const way of ways) {
    const response = await fetch(new URL(name, scope), { cache: way, credentials: "same-origin" });
    if (response.ok && !response.redirected && (await isOfThisBuild(response, name))) return response;
  }
  throw new Error(`${name} could not be kept: the server's answer is not the file of this build`);
}

/**
 * Hosts write into pages, such as a script that counts visits or other ends of lines: what a page loads still says which
 * build it is of.
 * @param {Response} response
 * @param {string} name
 */
async function isOfThisBuild(response, name) {
  if ((await revisionOf(response)) === FILES[name]) return true;
  if (OF_DATASET.test(name)) {
    const text = (await response.clone().text()).replaceAll("\r\n", "\n").trimEnd() + "\n";
    return (await revisionOf(new Response(text))) === FILES[name];
  }
  if (REWRITTEN.test(name)) return !response.headers.get("Content-Type")?.includes("html");
  if (!name.endsWith("/")) return false;
  const loaded = [...(await response.clone().text()).matchAll(LOADED)].map(([, file = ""]) => file);
  const hasApp = loaded.some((file) => file.startsWith("boot-"));
  return loaded.length > 0 && hasApp === WITH_APP.test(name) && loaded.every((file) => Object.hasOwn(FILES, file));
}

/**
 * The hash of the content, as the build has put it into FILES.
 * @param {Response} response
 */
async function revisionOf(response) {
  const digest = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  return Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function activate() {
  // There may be no room.
  await take(await caches.open(CACHE)).catch(() => {});
  const old = (await builds()).filter((name) => name !== CACHE);
  await Promise.all(old.slice(0, Math.max(0, old.length - KEPT_BUILDS + 1)).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** The caches of this app, that of the build which was last in use last: a build may have come back. */
async function builds() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const taken = await Promise.all(names.map(async (name) => {
    const time = await (await findIn([name], TAKEN))?.text();
    return { name, time: Number(time ?? 0) };
  }));
  return taken.sort((one, other) => one.time - other.time).map(({ name }) => name);
}

/**
 * The file that a request asks for, if this worker answers for it.
 * @param {Request} request
 */
function nameOf(request) {
  if (request.method !== "GET" || !request.url.startsWith(scope)) return undefined;
  const path = new URL(request.url).pathname.slice(new URL(scope).pathname.length);
  if (request.mode === "navigate") {
    const page = path.toLowerCase().replace(/(^|\/)index\.html$/, "$1") || "./";
    const known = [path, page, `${page}/`].find((one) => Object.hasOwn(FILES, one));
    return known ?? (COUNTRY.test(path) || FRAME.test(path) ? path : undefined);
  }
  if (path === STABLE) return Object.keys(FILES).find((name) => name.startsWith("catalog-")) ?? path;
  return path !== "" && path !== "sw.js" ? path : undefined;
}

/**
 * From the cache of this build, else of the build before, else from the network.
 * @param {Request} request
 * @param {string} name
 * @returns {Promise<Response>}
 */
async function answer(request, name) {
  const isPage = request.mode === "navigate";
  const country = isPage ? COUNTRY.exec(name) : null;
  const frame = isPage ? FRAME.exec(name) : null;
  const code = (country ?? frame)?.[1]?.toLowerCase();
  if (country || frame) {
    // Pages of countries are not kept, and a frame is offered no new version: without a network, or a server that is
    // well, the app shows the same.
    const page = await soon(whole(fetch(request))).catch(() => undefined);
    if (page?.ok || page?.type === "opaqueredirect") return page;
    const start = code && (await answer(new Request(scope), "./").then((kept) => (kept.ok ? kept.text() : "")).catch(() => ""));
    // There is no such country, as far as is known.
    if (page && start !== undefined && !start.includes(`./${code}/`)) return page;
    if (country && start) return startPageInFolder(start);
    // The address of a frame is seen by nobody.
    if (frame && code) {
      const address = new URL(request.url);
      address.pathname = `${new URL(scope).pathname}embed/`;
      address.searchParams.set("country", code);
      return Response.redirect(address);
    }
  }
  try {
    const kept = await current(name);
    if (kept) return kept;
  } catch {
    // The storage is refused or broken: the network answers.
  }
  if (Object.hasOwn(FILES, name)) {
    // A browser may throw single files away.
    try {
      const response = await fetched(name);
      // It may be that there is no room: then it is shown all the same.
      const keeping = caches.open(CACHE).then((cache) => cache.put(keyOf(name), response.clone()));
      await keeping.catch(() => {});
      return response;
    } catch {
      // It is another now.
    }
  }
  return fetch(request);
}

/** The start page as it is in a folder: there the app shows what the address asks for. @param {string} page */
function startPageInFolder(page) {
  // All of its addresses begin so, as in site/src/pages.rs; where the address has no slash at its end, the script in
  // its head adds one. Its policy stands in it.
  const body = page.replace(/(="?)\.\//g, "$1../");
  return new Response(body, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

/** An answer when all of it is there: a server may begin one, and never end it. @param {Promise<Response>} response */
async function whole(response) {
  const begun = await response;
  await begun.clone().arrayBuffer();
  return begun;
}

/**
 * What comes in time: a server may accept a request and never answer it.
 * @param {Promise<Response>} response
 * @returns {Promise<Response>}
 */
function soon(response) {
  return Promise.race([response, new Promise((_, reject) => setTimeout(reject, LONGEST_WAIT))]);
}

/**
 * @param {string} name
 * @returns {Promise<Response | undefined>}
 */
async function current(name) {
  if (Object.hasOwn(FILES, name)) {
    const kept = await findIn([CACHE], keyOf(name));
    if (kept) return kept;
  }
  // A tab of the build before asks for files of its own, which have other names.
  return findIn((await builds()).reverse(), new URL(name, scope).href, { ignoreSearch: true });
}

/**
 * @param {string[]} names
 * @param {string} key
 * @param {CacheQueryOptions} [options]
 */
async function findIn(names, key, options) {
  for (const cacheName of names) {
    const found = await caches.match(key, { ...options, cacheName });
    if (found) return found;
  }
  return undefined;
}

/** Whether the server can be reached. */
async function isOnline() {
  try {
    await fetch(new URL("sw.js", scope), { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(5_000) });
    return true;
  } catch {
    return false;
  }
}
