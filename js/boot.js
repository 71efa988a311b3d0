// @ts-check
// Starts the app, then the service worker, and tells the app what the worker knows:
// "ngp-offline", "ngp-online" and "ngp-update" are events on `window`. The app answers an update
// with "ngp-reload", and asks for one with "ngp-look". src/connection.rs is the other side.

const script = /** @type {HTMLScriptElement} */ (document.querySelector("script[data-wasm]"));
/** @param {string} name */
const address = (name) => new URL(script.getAttribute(name) ?? "", document.baseURI).href;
const version = address("data-js") + address("data-wasm");
/** @param {string} name */
const tell = (name) => window.dispatchEvent(new Event(name));

/** Loads the page again; with a worker, in its newest version. */
let reload = () => location.reload();
window.addEventListener("ngp-reload", () => reload());
keepScroll();
const isRunning = await start();

// A browser may have no workers, or refuse them: the page works without.
if ("serviceWorker" in navigator) {
  try {
    await withWorker(navigator.serviceWorker);
  } catch {
    // Refused: nothing is kept for offline use.
  }
}

/** A browser returns to where the visitor was before the app has filled the page: it is done once more then. */
function keepScroll() {
  const root = document.documentElement;
  const { y } = history.state ?? {};
  if (y !== undefined) {
    new MutationObserver((_, observer) => {
      observer.disconnect();
      window.scrollTo(0, y);
    }).observe(root, { attributeFilter: ["data-ready"] });
  }
  // A page that is being left may no longer change its state, so this is done whenever the scrolling ends.
  const keep = () => {
    try {
      history.replaceState({ ...history.state, y: window.scrollY }, "");
    } catch {
      // A browser refuses more than a hundred changes in some seconds: the next one will do.
    }
  };
  /** @type {number | undefined} */
  let ended;
  if ("onscrollend" in window) document.addEventListener("scrollend", keep);
  else document.addEventListener("scroll", () => {
    clearTimeout(ended);
    ended = setTimeout(keep, 150);
  }, { passive: true });
}

/** Whether the app could be started; if not, the page says so. */
async function start() {
  try {
    const app = await import(address("data-js"));
    await app.default({ module_or_path: address("data-wasm") });
    return true;
  } catch {
    document.getElementById("loading")?.remove();
    const note = document.getElementById("not-started");
    note?.removeAttribute("hidden");
    note?.querySelector("button")?.addEventListener("click", () => reload());
    return false;
  }
}

/** @param {ServiceWorkerContainer} workers */
async function withWorker(workers) {
  const registration = await workers.register("sw.js", { updateViaCache: "none" });
  reload = () => {
    // Another tab took the new version already: it only has to be loaded.
    if (!registration.waiting) return location.reload();
    workers.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting.postMessage("take-over");
  };
  /** @param {ServiceWorker | null} worker */
  const offer = (worker) => {
    // The very first worker has nobody before it: what it keeps is what is on the screen.
    if (worker?.state !== "installed" || !registration.active) return;
    if (isRunning) tell("ngp-update");
    // A version that does not start would keep its visitors for ever: the next one is taken unasked, but
    // not twice from the same files, which would be a loop.
    else if (history.state?.left !== version) {
      history.replaceState({ left: version }, "");
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
  window.addEventListener("ngp-look", () => ask(true));
  // A tab that stays open for days hears of a new version too.
  document.addEventListener("visibilitychange", () => ask(true));
  ask();
}
