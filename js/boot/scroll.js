// @ts-check
// Where the visitor is on the page, for the entries of the history.

import { app, root } from "./page.js";

/**
 * Where the visitor is on the page: kept with each entry of the history, and found again when the app has shown what
 * was there. The browser's own way would act before.
 */
export function keepScroll() {
  /** Whether the page is, or has been, where it is to be. */
  let isPlaced = false;
  const comeBack = () => {
    const { y } = history.state ?? {};
    if (y !== undefined) window.scrollTo(0, y);
    return y !== undefined;
  };
  // What a browser refuses it refuses here, before anything relies on it.
  comeBack();
  history.scrollRestoration = "manual";
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
