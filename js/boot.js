// @ts-check
// Starts the app, then the service worker, and tells the app what that knows, or what the network says:
// "ngp-offline", "ngp-online" and "ngp-update" are events on `window`; the app answers an update with
// "ngp-reload", and says with "ngp-leave" that a page is about to be left, with "ngp-back" that an earlier entry of
// the history is on the screen again.
// What it imports from `boot/` is put into the same file by the build: one request.
// src/browser/connection.rs is the other side, js/early.js has what must be there before.

import { watchForCrash, watchForEmptying } from "./boot/faults.js";
import { app, fault, glue, root, wasm } from "./boot/page.js";
import { keepScroll } from "./boot/scroll.js";
import { reload, watchNetwork, withWorker } from "./boot/worker.js";

// js/early.js may not have come: then nothing of what was pressed before is kept.
root.removeAttribute("data-static");
window.ngpReplace ??= (sent, now) => sent.replaceWith(now);
window.ngpFailed ??= (sentence) => {
  root.dataset.failed = "";
  const words = fault?.querySelector("p");
  const button = fault?.querySelector("button");
  if (!fault || !words || !button) return;
  words.textContent = sentence ?? words.textContent;
  button.onclick = reload;
  fault.hidden = false;
};
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
watchForEmptying();
// A browser looks for the icon anew when the page's address changes.
for (const icon of document.querySelectorAll("link[rel=icon]")) icon.setAttribute("href", `${app.dataset.root}icon.svg`);

if (isPage) {
  /** @type {ServiceWorkerRegistration | undefined} */
  let registration;
  try {
    registration = await withWorker(navigator.serviceWorker, "ready" in root.dataset);
  } catch {
    // A browser may have no workers, or refuse them: nothing is kept for offline use.
  }
  watchNetwork(registration);
}

/** Calls back once the app reacts, or it is known that it does not. @param {() => void} act */
function whenSettled(act) {
  new MutationObserver((_, observer) => {
    observer.disconnect();
    act();
  }).observe(root, { attributeFilter: ["data-ready", "data-failed"] });
}

/** Starts the app; if that cannot be done, the page says so. */
async function start() {
  try {
    await (await import(glue)).default({ module_or_path: window.ngpFetch?.(wasm) ?? wasm });
  } catch {
    window.ngpFailed();
  }
}

