// @ts-check
// Runs before the first paint, because what it decides must not flash in late:
// - a theme that the visitor chose; the same key and attribute are in src/browser/theme.rs
// - that scripts run at all: without them, `data-static` stays, and the page shows no filters
// - that the address asks for something: the list waits for it, behind `data-pending-query`
// It also keeps what a visitor does before the app reacts.
{
  const root = document.documentElement;
  root.removeAttribute("data-static");
  if (location.search.length > 1) root.dataset.pendingQuery = "";
  try {
    const theme = localStorage.getItem("genomic-plans:theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage is refused: the system's theme stays.
  }

  /**
   * Says what does not work; the page as it was sent stays, and is shown as it is without scripts.
   * @param {string} [sentence] what the page itself says, if there is none
   * @param {boolean} [isStyle] it is only without its style
   */
  const fail = (sentence, isStyle) => {
    const fault = document.getElementById("fault");
    if (!fault) return document.addEventListener("DOMContentLoaded", () => fail(sentence, isStyle), { once: true });
    if (isStyle) sentence = fault.dataset.incomplete;
    else root.dataset.failed = "";
    const words = fault.querySelector("p");
    if (words && sentence) words.textContent = sentence;
    fault.hidden = false;
    // `js/boot.js` takes it over, where it is there.
    const reload = () => window.dispatchEvent(new Event("ngp-reload", { cancelable: true })) && location.reload();
    fault.querySelector("button")?.addEventListener("click", reload);
  };
  window.ngpFailed = fail;
  // A script that does not arrive, does not parse or stops cannot say so.
  document.addEventListener("error", ({ target }) => {
    if (target instanceof HTMLScriptElement) fail();
    if (target instanceof HTMLLinkElement && target.rel === "stylesheet") fail("", true);
  }, true);
  // Nothing of the page is seen before its style has come, which may be never.
  setTimeout(() => {
    /** @type {HTMLLinkElement | null} */
    const style = document.querySelector("link[rel=stylesheet]");
    if (!style || style.sheet) return;
    style.remove();
    fail("", true);
  }, 8_000);
  window.addEventListener("error", ({ filename }) => {
    if (filename?.includes("/boot-") && !("ready" in root.dataset)) fail();
  });

  // Nothing that was typed or pressed before the app is there is lost: it is done once more in what takes the place
  // of the page as it was sent.
  /** @type {Set<HTMLInputElement | HTMLSelectElement>} */
  const changed = new Set();
  /** @type {HTMLButtonElement | null} */
  let pressed = null;
  /** Where lists within the page were scrolled to: to ask them would make the browser lay the page out. @type {Map<Element, number>} */
  const scrolled = new Map();
  // Of a scroll within the page only who captures it hears.
  for (const type of ["scroll", "click", "input", "change"]) {
    document.addEventListener(type, ({ target }) => {
      if ("whole" in root.dataset) return;
      if (type === "scroll") target instanceof Element && scrolled.set(target, target.scrollTop);
      else if (type === "click") pressed = target instanceof Element ? target.closest("button") : null;
      else if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) changed.add(target);
    }, true);
  }

  /**
   * Puts a part of the page in the place of the one that was sent, as a visitor has left that.
   * @param {Element} sent
   * @param {Element} now
   */
  window.ngpReplace = (sent, now) => {
    /** The same element of the new part. @template {Element} E @param {E | null} element @returns {E | undefined} */
    const twin = (element) => {
      if (!element || !sent.contains(element)) return undefined;
      const at = [...sent.getElementsByTagName(element.localName)].indexOf(element);
      return /** @type {E} */ (now.getElementsByTagName(element.localName)[at]);
    };
    const focused = /** @type {HTMLInputElement | null} */ (document.activeElement);
    const focus = twin(focused);
    const button = twin(pressed);
    const fields = [...changed].map((field) => /** @type {const} */ ([field, twin(field)]));
    for (const details of sent.querySelectorAll("details[open]")) twin(details)?.setAttribute("open", "");
    const lists = [...scrolled].map(([list, top]) => /** @type {const} */ ([twin(list), top]));
    sent.replaceWith(now);
    for (const [list, top] of lists) if (list) list.scrollTop = top;
    for (const [was, is] of fields) {
      if (!is) continue;
      changed.delete(was);
      is.value = was.value;
      if (was instanceof HTMLInputElement && is instanceof HTMLInputElement && was.type === "checkbox") {
        // Pressed twice is as before.
        if (was.checked === was.defaultChecked) continue;
        is.checked = was.checked;
      }
      is.dispatchEvent(new Event(is.type === "search" ? "input" : "change", { bubbles: true }));
    }
    focus?.focus({ preventScroll: true });
    if (focus && focused?.type === "search") focus.setSelectionRange(focused.selectionStart, focused.selectionEnd);
    button?.click();
  };
}
