// @ts-check
// What is said and shown when the app stops, or when its page is taken away.

import { app, fault, root } from "./page.js";

/** A panic leaves the app half way: the page comes back as it was sent. */
export function watchForCrash() {
  /** @param {unknown} error */
  const restorePage = async (error) => {
    // Where there is no WebAssembly there is no panic, and what fails here would come here again.
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
  window.addEventListener("error", ({ error }) => restorePage(error));
  window.addEventListener("unhandledrejection", ({ reason }) => restorePage(reason));
}

/** Somebody else's script may take the page away, or what is in it: then that is said. */
export function watchForEmptying() {
  let isWaiting = false;
  const look = () => {
    isWaiting = false;
    const main = app.querySelector("main");
    if (!fault || !document.body) return;
    if (!app.isConnected || !main?.firstElementChild) {
      observer.disconnect();
      if (!fault.isConnected) document.body.prepend(fault);
      window.ngpFailed(fault.dataset.incomplete);
      return;
    }
    // The app puts another main part in the place of the one that was sent.
    for (const element of [root, document.body, app, main.parentElement, main]) if (element) observer.observe(element, { childList: true });
  };
  // What the app takes away, it puts another in the place of at once.
  const observer = new MutationObserver(() => {
    if (!isWaiting) setTimeout(look, 300);
    isWaiting = true;
  });
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
