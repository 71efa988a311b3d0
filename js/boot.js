// @ts-check
// Starts the app, then the service worker, and tells the app what the worker knows:
// "ngp-offline", "ngp-online" and "ngp-update" are events on `window`; the app answers an update with
// "ngp-reload", and says with "ngp-leave" that a page is about to be left, with "ngp-back" that an earlier entry of
// the history is on the screen again.
// src/browser/connection.rs is the other side, js/early.js has what must be there before.

const root = document.documentElement;
const fault = document.getElementById("fault");
// js/early.js may not have come: then nothing of what was pressed before is kept.
root.removeAttribute("data-static");
window.ngpReplace ??= (sent, now) => sent.replaceWith(now);
window.ngpFailed ??= () => {
  root.dataset.failed = "";
  fault?.removeAttribute("hidden");
};
const app = /** @type {HTMLElement} */ (document.getElementById("app"));
const script = /** @type {HTMLScriptElement} */ (document.querySelector("script[data-wasm]"));
/** @param {string | undefined} relative */
const absolute = (relative) => new URL(relative ?? "", document.baseURI).href;
/** @param {string} name */
const tell = (name) => window.dispatchEvent(new Event(name));
// Now, because the page's address changes while the app runs.
const site = (app.dataset.root = absolute(app.dataset.root));
const glue = absolute(script.dataset.js);
const wasm = absolute(script.dataset.wasm);
app.dataset.catalog = absolute(app.dataset.catalog);

/** Loads the page again; with a worker, in its newest version. */
let reload = () => location.reload();
window.addEventListener("ngp-reload", (event) => {
  event.preventDefault();
  reload();
});
// Documents were parts of the page in former versions, and are in cards that the app opens.
const former = /^#item-(.+)$/.exec(location.hash)?.[1];
const isFormer = former && !document.getElementById(`item-${former}`);
// In a frame on somebody else's page, where a visitor is and what is kept is not ours to decide.
const isPage = root.dataset.surface === "page";
try {
  if (isFormer) history.replaceState(null, "", `?item=${former}`);
  if (isPage) keepScroll();
} catch {
  // A browser that refuses this shows the page all the same, from its top.
}
watchForCrash();
const isSettled = new Promise((settle) => whenSettled(() => settle(undefined)));
await start();
// Until then nobody hears what the worker has to say.
await isSettled;
const isRunning = "ready" in root.dataset;
watchForEmptying();
// A browser looks for the icon anew when the page's address changes.
for (const icon of document.querySelectorAll("link[rel=icon]")) icon.setAttribute("href", `${site}icon.svg`);

// A browser may have no workers, or refuse them: the page works without.
if (isPage && "serviceWorker" in navigator) {
  try {
    await withWorker(navigator.serviceWorker);
  } catch {
    // Refused: nothing is kept for offline use.
  }
}

/** Calls back once the app reacts, or it is known that it does not. @param {() => void} act */
function whenSettled(act) {
  new MutationObserver((_, observer) => {
    observer.disconnect();
    act();
  }).observe(root, { attributeFilter: ["data-ready", "data-failed"] });
}

/**
 * Where the visitor is on the page: kept with each entry of the history, and found again when the app has shown what
 * was there. The browser's own way would act before.
 */
function keepScroll() {
  history.scrollRestoration = "manual";
  /** Whether the page is, or has been, where it is to be. */
  let isPlaced = false;
  const comeBack = () => {
    const { y } = history.state ?? {};
    if (y !== undefined) window.scrollTo(0, y);
    return y !== undefined;
  };
  const goToPart = () => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  // A page that is being left may no longer change its state, so this is done whenever the scrolling ends.
  const savePosition = () => {
    if (!isPlaced) return;
    try {
      history.replaceState({ ...history.state, y: window.scrollY }, "");
    } catch {
      // A browser refuses more than a hundred changes in some seconds: the next one will do.
    }
  };
  /** @type {number | undefined} */
  let waits;
  const soon = () => {
    clearTimeout(waits);
    waits = setTimeout(savePosition, 150);
  };
  document.addEventListener("scrollend", savePosition);
  document.addEventListener("scroll", soon, { passive: true });
  // Who never scrolls is somewhere, too.
  new ResizeObserver(soon).observe(app);
  window.addEventListener("ngp-leave", savePosition);
  window.addEventListener("ngp-back", comeBack);
  comeBack();
  // Who moves the page themselves is not moved back.
  const stay = () => (isPlaced = true);
  for (const type of ["wheel", "pointerdown", "keydown"]) document.addEventListener(type, stay, { passive: true, once: true });
  // Parts that come later may be higher or lower than those that were sent.
  new MutationObserver((_, observer) => {
    if (!isPlaced && !comeBack() && location.hash) goToPart();
    if (!("whole" in root.dataset || "failed" in root.dataset)) return;
    observer.disconnect();
    isPlaced = true;
    soon();
  }).observe(root, { attributeFilter: ["data-ready", "data-whole", "data-failed"] });
}

/** Starts the app; if that cannot be done, the page says so. */
async function start() {
  try {
    await (await import(glue)).default({ module_or_path: wasm });
  } catch {
    window.ngpFailed();
  }
}

/** A panic leaves the app half way: the page comes back as it was sent. */
function watchForCrash() {
  /** @param {unknown} error */
  const hear = async (error) => {
    // Where there is no WebAssembly there is no panic, and what fails here would be heard here again.
    if (!("WebAssembly" in window && error instanceof WebAssembly.RuntimeError) || "failed" in root.dataset) return;
    window.ngpFailed(fault?.dataset.crashed);
    root.removeAttribute("data-ready");
    try {
      const content = (await fetchDocument(location.pathname)).getElementById("app");
      if (content?.firstElementChild) app.replaceChildren(...content.childNodes);
    } catch {
      // No network: what is there stays.
    }
  };
  window.addEventListener("error", ({ error }) => hear(error));
  window.addEventListener("unhandledrejection", ({ reason }) => hear(reason));
}

/** Somebody else's script may take the page away: then that is said. */
function watchForEmptying() {
  const look = () => {
    if (!fault || !document.body || (app.isConnected && app.firstElementChild)) return;
    observer.disconnect();
    if (!fault.isConnected) document.body.prepend(fault);
    window.ngpFailed(fault.dataset.incomplete);
  };
  const observer = new MutationObserver(look);
  for (const element of [root, document.body, app]) if (element) observer.observe(element, { childList: true });
  look();
}

/** A page, read by the browser as it reads one: no text is made a document here. @param {string} address */
function fetchDocument(address) {
  return new Promise((/** @type {(page: Document) => void} */ resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.onload = () => (request.responseXML ? resolve(request.responseXML) : reject());
    request.onerror = reject;
    request.send();
  });
}

/** @param {ServiceWorkerContainer} workers */
async function withWorker(workers) {
  // A site whose policy demands Trusted Types wants an address of its own file to be vouched for.
  const vouch = { createScriptURL: (/** @type {string} */ address) => address };
  const policy = /** @type {any} */ (window).trustedTypes?.createPolicy("genomic-plans", vouch) ?? vouch;
  const registration = await workers.register(policy.createScriptURL(`${site}sw.js`), { updateViaCache: "none" });
  reload = () => {
    // Another tab took the new version already: it only has to be loaded.
    if (!registration.waiting) return location.reload();
    workers.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting.postMessage("take-over");
  };
  // A version that runs may be followed by one that was left before.
  if (isRunning && history.state?.left) history.replaceState({ ...history.state, left: undefined }, "");
  /** @param {ServiceWorker | null} worker */
  const offer = (worker) => {
    // The very first worker has nobody before it: what it keeps is what is on the screen.
    if (worker?.state !== "installed" || !registration.active) return;
    if (isRunning) tell("ngp-update");
    // A version that does not start would keep its visitors for ever: the next one is taken unasked, but
    // not twice from the same files, which would be a loop.
    else if (history.state?.left !== glue + wasm) {
      history.replaceState({ left: glue + wasm }, "");
      reload();
    }
  };
  /** @param {ServiceWorker | null} worker */
  const watch = (worker) => worker?.addEventListener("statechange", () => offer(worker));
  offer(registration.waiting);
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
  watchNetwork(workers, registration);
}

/**
 * A server that is gone is "offline" too, and the browser does not tell: the worker is asked, which
 * tries the network without a failed request in the page's console.
 * @param {ServiceWorkerContainer} workers
 * @param {ServiceWorkerRegistration} registration
 */
function watchNetwork(workers, registration) {
  const every = 15_000;
  /** @type {number | undefined} */
  let again;
  const ask = (lookForUpdate = false) => {
    clearTimeout(again);
    const { controller } = workers;
    if (!controller || document.visibilityState === "hidden") return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data: isOnline }) => {
      port1.close();
      tell(isOnline ? "ngp-online" : "ngp-offline");
      if (isOnline && lookForUpdate) registration.update().catch(() => {});
      // Only a network that is gone is asked for again: it may come back without an event.
      if (!isOnline) again = setTimeout(ask, every);
    };
    controller.postMessage("is-online", [port2]);
  };
  window.addEventListener("online", () => ask());
  workers.addEventListener("controllerchange", () => ask());
  // A tab that stays open for days hears of a new version too.
  document.addEventListener("visibilitychange", () => ask(true));
  ask();
}
