// @ts-check
// Runs before the first paint, because what it decides must not flash in late:
// - a theme that the visitor chose; the same key and attribute are in src/browser/theme.rs
// - that scripts run at all: without them, `data-static` stays, and the page shows no filters
// - that the address asks for something: the list waits for it, behind `data-pending-query`
// - the view that it asks for, because other views than that of the cards begin higher
// It also keeps what a visitor does before the app reacts.
{
  const root = document.documentElement;
  root.removeAttribute("data-static");
  if (location.search.length > 1) root.dataset.pendingQuery = "";
  const view = /[?&]view=(map|timeline|compare|table)\b/i.exec(location.search)?.[1];
  if (view) root.dataset.view = view.toLowerCase();
  try {
    const theme = localStorage.getItem("genomic-plans:theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage is refused: the system's theme stays.
  }

  /** What the note says where nothing else is known. @type {string | null | undefined} */
  let usual;
  /** The note: somebody else's script may take it away with all the rest. @type {HTMLElement | null} */
  let fault = null;
  new MutationObserver((all, observer) => {
    for (const { addedNodes } of all) for (const node of addedNodes) if (node instanceof HTMLElement && node.id === "fault") fault = node;
    if (fault) observer.disconnect();
  }).observe(root, { childList: true, subtree: true });
  /**
   * Says above the page what is wrong with it.
   * @param {(fault: HTMLElement) => string | undefined} sentence makes it, if there is another than that of the page
   */
  const note = (sentence) => {
    fault ??= document.getElementById("fault");
    if (!fault) return document.addEventListener("DOMContentLoaded", () => note(sentence), { once: true });
    if (!fault.isConnected) (document.body ?? root).prepend(fault);
    const words = fault.querySelector("p");
    const button = fault.querySelector("button");
    usual ??= words?.textContent;
    if (words) words.textContent = sentence(fault) ?? usual ?? "";
    fault.hidden = false;
    // `js/boot.js` takes it over, where it is there.
    if (button) button.onclick = () => window.dispatchEvent(new Event("ngp-reload", { cancelable: true })) && location.reload();
  };
  /**
   * Says what does not work; the page as it was sent stays, and is shown as it is without scripts.
   * @param {string} [sentence]
   */
  const fail = (sentence) => note(({ dataset }) => {
    root.dataset.failed = "";
    // What was sent are the cards.
    delete root.dataset.view;
    return sentence ?? (document.getElementById("app") ? undefined : dataset.incomplete);
  });
  window.ngpFailed = fail;
  // A script that does not arrive, does not parse or stops cannot say so.
  document.addEventListener("error", ({ target }) => target instanceof HTMLScriptElement && fail(), true);
  // This script runs when the style has come or failed. In front of it, it would run at once, but then the whole page is
  // laid out before any of it is painted: after 1.2 s instead of 0.6 on a slow telephone (29 November 2026).
  const isStyled = () => {
    /** @type {HTMLLinkElement | null} */
    const style = document.querySelector("link[rel=stylesheet]");
    try {
      return !style || Boolean(style.sheet?.cssRules.length);
    } catch {
      // Of one that failed nothing may be read.
      return false;
    }
  };
  document.addEventListener("DOMContentLoaded", () => {
    // By then, something worse may have been said.
    if (isStyled() || "failed" in root.dataset) return;
    note(({ dataset }) => dataset.incomplete);
    // It may come later: the script in the head has asked for it once more.
    document.addEventListener("load", () => {
      if (fault && !("failed" in root.dataset) && isStyled()) fault.hidden = true;
    }, true);
  });
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

  /** @param {{ type: string }} field */
  const isText = ({ type }) => type === "search" || type === "text";

  /**
   * Puts a part of the page in the place of the one that was sent, as a visitor has left that.
   * @param {Element} sent
   * @param {Element} now
   */
  window.ngpReplace = (sent, now) => {
    /** The same element of the new part. @template {Element} E @param {E | null} element @returns {E | undefined} */
    const twin = (element) => {
      if (element === sent) return /** @type {E} */ (now);
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
      is.dispatchEvent(new Event(isText(is) ? "input" : "change", { bubbles: true }));
    }
    focus?.focus({ preventScroll: true });
    if (focus && focused && isText(focused)) focus.setSelectionRange(focused.selectionStart, focused.selectionEnd);
    button?.click();
  };
}
