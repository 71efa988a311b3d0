// @ts-check
// The service worker: its versions, and whether it reaches the network.

import { app, glue, wasm } from "./page.js";

let takeNewest = () => location.reload();

/** Loads the page again; with a worker, in its newest version. */
export const reload = () => takeNewest();

/** @param {string} name */
const notify = (name) => window.dispatchEvent(new Event(name));

/**
 * Registers the worker, says when there is a newer version, and takes it when it is asked for; gives its registration.
 * @param {ServiceWorkerContainer} workers
 * @param {boolean} isRunning whether the app of this version started
 */
export async function withWorker(workers, isRunning) {
  // A site whose policy demands Trusted Types wants an address of its own file to be vouched for.
  const vouch = { createScriptURL: (/** @type {string} */ address) => address };
  const policy = /** @type {any} */ (window).trustedTypes?.createPolicy("genomic-plans", vouch) ?? vouch;
  const registration = await workers.register(policy.createScriptURL(`${app.dataset.root}sw.js`), { updateViaCache: "none" });
  takeNewest = () => {
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
    if (isRunning) notify("ngp-update");
    // A version that does not start would keep its visitors for ever: the next one is taken unasked, but
    // not twice from the same files, which would be a loop.
    else if (history.state?.left !== glue + wasm) {
      history.replaceState({ left: glue + wasm }, "");
      takeNewest();
    }
  };
  /** @param {ServiceWorker | null} worker */
  const watch = (worker) => worker?.addEventListener("statechange", () => offer(worker));
  offer(registration.waiting);
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
  return registration;
}

/**
 * A server that is gone is "offline" too, and the browser does not tell; what it does tell is wrong behind some networks
 * of companies and virtual machines. The worker is asked, which tries the network without a failed request in the page's
 * console; where there is none, the page tries it.
 * @param {ServiceWorkerRegistration | undefined} registration
 */
export function watchNetwork(registration) {
  const every = 15_000;
  const workers = registration && navigator.serviceWorker;
  /** @type {number | undefined} */
  let again;
  let times = 0;
  const ask = (lookForUpdate = false) => {
    clearTimeout(again);
    if (document.visibilityState === "hidden") return;
    const time = ++times;
    const onAnswer = (/** @type {boolean} */ isOnline) => {
      // Who is asked later knows better.
      if (time !== times) return;
      notify(isOnline ? "ngp-online" : "ngp-offline");
      if (isOnline && lookForUpdate) registration?.update().catch(() => {});
      // Only a network that is gone is asked for again: it may come back without an event.
      if (!isOnline) again = setTimeout(ask, every);
    };
    if (!workers?.controller) {
      const asked = { method: "HEAD", cache: /** @type {const} */ ("no-store"), signal: AbortSignal.timeout(5_000) };
      fetch(`${app.dataset.root}sw.js`, asked).then(() => onAnswer(true), () => onAnswer(false));
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      port1.close();
      onAnswer(data);
    };
    workers.controller.postMessage("is-online", [port2]);
  };
  for (const type of ["online", "offline"]) window.addEventListener(type, () => ask());
  workers?.addEventListener("controllerchange", () => ask());
  // A tab that stays open for days hears of a new version too.
  document.addEventListener("visibilitychange", () => ask(true));
  // A page that the server has just sent has a network.
  if (workers?.controller) ask();
}
