// @ts-check
// Runs before the first paint, because what it decides must not flash in late:
// - a theme that the visitor chose; the same key and attribute are in src/theme.rs
// - that scripts run at all: without them, `data-static` stays, and the page shows no filters
// - that the address asks for something: the list waits for it, behind `data-asked`
// It also keeps what a visitor does before the app reacts.
{
  const root = document.documentElement;
  root.removeAttribute("data-static");
  if (location.search.length > 1) root.dataset.asked = "";
  try {
    const theme = localStorage.getItem("genomic-plans:theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage is refused: the system's theme stays.
  }

  /**
   * Says what does not work; the page as it was sent stays, and is shown as it is without scripts.
   * @param {string} [sentence] what the page itself says, if there is none
   */
  window.ngpFailed = (sentence) => {
    const fault = document.getElementById("fault");
    if (!fault) return document.addEventListener("DOMContentLoaded", () => window.ngpFailed(sentence), { once: true });
    root.dataset.failed = "";
    const words = fault.querySelector("p");
    if (words && sentence) words.textContent = sentence;
    fault.hidden = false;
    fault.querySelector("button")?.addEventListener("click", () => window.dispatchEvent(new Event("ngp-reload")));
  };
  // A script that does not arrive cannot say so.
  document.addEventListener("error", ({ target }) => target instanceof HTMLScriptElement && window.ngpFailed(), true);

  // Nothing that was typed or pressed is lost: it is done once more when the app reacts.
  const types = ["click", "input", "change"];
  /** @type {Map<HTMLInputElement | HTMLSelectElement, string>} */
  const set = new Map();
  /** @type {HTMLButtonElement | null} */
  let pressed = null;
  /** @param {Event} event */
  const keep = ({ type, target }) => {
    if (type === "click" && target instanceof Element) pressed = target.closest("button") ?? pressed;
    else if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) set.set(target, target.value);
  };
  for (const type of types) document.addEventListener(type, keep);
  new MutationObserver((_, observer) => {
    observer.disconnect();
    for (const type of types) document.removeEventListener(type, keep);
    if (!("ready" in root.dataset)) return;
    for (const [field, value] of set) {
      field.value = value;
      field.dispatchEvent(new Event(field.type === "search" ? "input" : "change", { bubbles: true }));
    }
    pressed?.click();
  }).observe(root, { attributeFilter: ["data-ready", "data-failed"] });
}
