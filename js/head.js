// @ts-check
// Stands in the head of each page itself, in front of all that the page loads, so that it runs whatever a host does.
{
  const { pathname, search, hash } = location;
  const root = document.documentElement;
  // What stands after it in the page and above it on the screen would move the list: it is shown when all has come, or
  // when nothing more comes, at the latest with the timeout below. `DOMContentLoaded` would wait for scripts.
  root.dataset.coming = "";
  const show = () => root.removeAttribute("data-coming");
  document.addEventListener("readystatechange", show, { once: true });
  // A style that does not come leaves the page blank, and `early.js` waiting. Asked for once more by a script, it keeps
  // nothing waiting: the page is shown without it, and `early.js` says so.
  setTimeout(() => {
    show();
    /** @type {NodeListOf<HTMLLinkElement>} */
    const styles = document.querySelectorAll("link[rel=stylesheet]");
    for (const style of styles) {
      if (style.sheet) continue;
      const again = /** @type {HTMLLinkElement} */ (style.cloneNode());
      // Firefox and WebKit wait for every style of this medium.
      again.media = "print";
      again.onload = () => (again.media = "all");
      style.replaceWith(again);
    }
  }, 10_000);
  // Where neither `early.js` nor `boot.js` has come, nobody else says so: an old page whose files are gone.
  document.addEventListener("DOMContentLoaded", () => {
    const fault = document.getElementById("fault");
    const words = fault?.querySelector("p");
    const button = fault?.querySelector("button");
    if ("ngpFailed" in window || !fault || !words || !button) return;
    words.textContent = fault.dataset.incomplete ?? "";
    button.onclick = () => location.reload();
    fault.hidden = false;
  });
  // On paper; the app says it, too, and what it shows.
  window.addEventListener("beforeprint", () => (root.dataset.where = location.href));
  // A host may answer `/ie` with the page of `/ie/`: all that it loads is named as seen from there. To lead on to it
  // would not do, for hosts that lead from it to the one without the slash; only a frame without an origin, which may not
  // change its address, does it once. What is shown for an address that there is not stands nowhere.
  if (!("nowhere" in root.dataset) && /\/(?!index$|.*\.(?:x?html?|php|aspx?)$)[^/]+$/i.test(pathname)) {
    const there = `${location.href.split(/[?#]/)[0]}/${search}`;
    try {
      history.replaceState(history.state, "", there + hash);
    } catch {
      if (!hash.endsWith("&slash")) location.replace(`${there}${hash || "#"}&slash`);
    }
  }
}
