// @ts-check
// Starts the app, then the service worker, and tells the app what the worker knows:
// "ngp-offline", "ngp-online" and "ngp-update" are events on `window`; the app answers an update with
// "ngp-reload", and says with "ngp-back" that an earlier page is there again, with "ngp-part" that the address
// points at an entry. src/connection.rs is the other side, js/early.js has what must be there before.

const root = document.documentElement;
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
window.addEventListener("ngp-reload", () => reload());
// In a frame on somebody else's page, where a visitor is and what is kept is not ours to decide.
const isPage = root.dataset.surface === "page";
if (isPage) keepScroll();
watchForCrash();
const isSettled = new Promise((settle) => whenSettled(() => settle(undefined)));
await start();
// Until then nobody hears what the worker has to say.
await isSettled;
const isRunning = "ready" in root.dataset;
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
 * Where the visitor is: the card at the top of the window, and how far that is scrolled. Heights alone are not
 * enough, because those of cards that were never seen are only reckoned.
 */
function keepScroll() {
  const card = "article[data-country]";
  /** For how many frames the page still moves by itself. */
  let frames = 0;
  let turn = 0;
  const wasHere = history.state?.y !== undefined;
  /** Whether the place is still to be found: the app may not have shown yet what the address asks for. */
  let returns = wasHere || location.hash !== "";
  // A page that is being left may no longer change its state, so this is done whenever the scrolling ends.
  const keep = () => {
    if (frames > 0 || returns) return;
    const { right } = document.querySelector(".cards")?.getBoundingClientRect() ?? { right: 0 };
    const seen = document.elementFromPoint(right - 20, 8)?.closest(card);
    const at = seen instanceof HTMLElement ? { country: seen.dataset.country, top: seen.getBoundingClientRect().top } : {};
    try {
      history.replaceState({ ...history.state, country: undefined, y: window.scrollY, ...at }, "");
    } catch {
      // A browser refuses more than a hundred changes in some seconds: the next one will do.
    }
  };
  /**
   * Keeps an element in its place while the page still moves by itself: what comes near the window gets its own
   * height, which brings more of it there; cards that are still to be made have none yet.
   * @param {() => HTMLElement | null} find looks anew each time, as another element may have taken its place
   * @param {(seen: HTMLElement) => void} place
   */
  const hold = (find, place) => {
    const mine = ++turn;
    let height = 0;
    frames = 10;
    const move = () => {
      if (mine !== turn) return;
      const seen = find();
      if (seen) place(seen);
      if (height !== root.scrollHeight || document.querySelector(`${card}:empty`)) frames = 10;
      height = root.scrollHeight;
      if (--frames > 0) requestAnimationFrame(move);
    };
    move();
  };
  const comeBack = () => {
    const { y, country, top } = history.state ?? {};
    if (y === undefined) return;
    window.scrollTo(0, y);
    hold(
      () => document.querySelector(`${card}[data-country=${country}]`),
      (seen) => window.scrollBy(0, seen.getBoundingClientRect().top - top),
    );
  };
  /** Opens and marks an entry. @param {HTMLElement} entry */
  const mark = (entry) => {
    if ("here" in entry.dataset) return;
    document.querySelector("[data-here]")?.removeAttribute("data-here");
    entry.dataset.here = "";
    entry.querySelector("details")?.setAttribute("open", "");
    entry.tabIndex = -1;
  };
  const part = () => document.getElementById(root.dataset.item ?? location.hash.slice(1));
  /** The part of the page that the address points at may have moved since the browser went there, or be folded. */
  const goToPart = () =>
    hold(
      part,
      (seen) => {
        const folded = seen.closest("[hidden]");
        // As a browser does it that finds something: the card hears it, and unfolds its documents.
        folded?.dispatchEvent(new Event("beforematch", { bubbles: true }));
        if (root.dataset.item) {
          mark(seen);
          // What is not shown yet does not take it.
          if (seen !== document.activeElement) seen.focus();
        } else if (!folded && !seen.matches(":target")) location.replace(location.href);
        seen.scrollIntoView();
      },
    );
  window.addEventListener("ngp-part", () => {
    const entry = part();
    // Who comes back to a page is where they were.
    if (!(returns && wasHere)) goToPart();
    else if (entry) mark(entry);
  });
  // Who moves the page themselves is not moved back.
  const stay = () => {
    turn++;
    frames = 0;
    returns = false;
  };
  for (const type of ["wheel", "pointerdown", "keydown"]) document.addEventListener(type, stay, { passive: true });
  // The browser's own way knows only heights.
  history.scrollRestoration = "manual";
  if (returns) {
    const go = wasHere ? comeBack : goToPart;
    go();
    whenSettled(() => {
      if (returns) go();
      returns = false;
    });
  }
  window.addEventListener("ngp-back", comeBack);
  /** @type {number | undefined} */
  let waits;
  const soon = () => {
    clearTimeout(waits);
    waits = setTimeout(keep, 150);
  };
  document.addEventListener("scrollend", keep);
  document.addEventListener("scroll", soon, { passive: true });
  // What has come into the window gets its own height, and moves what is below.
  new ResizeObserver(soon).observe(app);
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
    if (!(error instanceof WebAssembly.RuntimeError) || "failed" in root.dataset) return;
    window.ngpFailed(document.getElementById("fault")?.dataset.crashed);
    root.removeAttribute("data-ready");
    try {
      const sent = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");
      const content = sent.getElementById("app");
      if (content?.firstElementChild) app.replaceChildren(...content.childNodes);
    } catch {
      // No network: what is there stays.
    }
  };
  window.addEventListener("error", ({ error }) => hear(error));
  window.addEventListener("unhandledrejection", ({ reason }) => hear(reason));
}

/** @param {ServiceWorkerContainer} workers */
async function withWorker(workers) {
  const registration = await workers.register(site + "sw.js", { updateViaCache: "none" });
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
