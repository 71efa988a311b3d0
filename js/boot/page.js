// @ts-check
// The parts of the page and the addresses that the scripts of the start share.

export const root = document.documentElement;
export const fault = document.getElementById("fault");
export const app = /** @type {HTMLElement} */ (document.getElementById("app"));
const script = /** @type {HTMLScriptElement} */ (document.querySelector("script[data-wasm]"));

/** @param {string | undefined} relative */
const absolute = (relative) => new URL(relative ?? "", document.baseURI).href;
// Now, because the page's address changes while the app runs.
app.dataset.root = absolute(app.dataset.root);
app.dataset.catalog = absolute(app.dataset.catalog);
export const glue = absolute(script.dataset.js);
export const wasm = absolute(script.dataset.wasm);
