// Imports the widget's package where there is no browser: `node widget.mjs`.
//
// On a server and in jsdom it does nothing and throws nothing, and React and Vue write the element as HTML.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { JSDOM, VirtualConsole } from "jsdom";
import { createElement } from "react";
import { renderToString as reactToString } from "react-dom/server";
import { createSSRApp } from "vue";
import { renderToString as vueToString } from "vue/server-renderer";

const PACKAGE = "genomic-plans-widget";
const SCRIPT = import.meta.resolve(PACKAGE);
const LINK = '<a href="https://plans.example.org/">Plans</a>';

const before = Object.keys(globalThis);
assert.deepEqual(Object.keys(await import(PACKAGE)), []);
for (const framework of ["react", "svelte", "vue"]) {
  assert.equal(import.meta.resolve(`${PACKAGE}/${framework}`), SCRIPT);
}
// Nobody needs the types of a framework that is not theirs.
assert.doesNotMatch(readFileSync(new URL("widget.d.ts", SCRIPT), "utf8"), /\bimport\b/);
// What was bundled for a server has no address of its own, or one like this.
await import(`data:text/javascript,${encodeURIComponent(readFileSync(new URL(SCRIPT), "utf8"))}`);
assert.deepEqual(Object.keys(globalThis), before);

function App({ country }) {
  const attributes = { country, "heading-level": 2, now: true, video: false, theme: null, "onngp-ready": () => {} };
  return createElement("genomic-plans", attributes, createElement("a", { href: "https://plans.example.org/" }, "Plans"));
}
const byReact = reactToString(createElement(App, { country: "ie fr" }));
assert.equal(byReact, `<genomic-plans country="ie fr" heading-level="2" now="">${LINK}</genomic-plans>`);

const app = createSSRApp({
  data: () => ({ country: "ie fr" }),
  methods: { ready() {} },
  template: `<genomic-plans :country heading-level="2" :now="true" :theme="null" @ngp-ready="ready">${LINK}</genomic-plans>`,
});
app.config.compilerOptions.isCustomElement = (tag) => tag === "genomic-plans";
const byVue = await vueToString(app);
assert.equal(byVue, `<genomic-plans country="ie fr" heading-level="2" now="true">${LINK}</genomic-plans>`);

// As test runners have it: the window's names are the program's, and what jsdom lacks was put there by a test.
const complaints = [];
const virtualConsole = new VirtualConsole().on("jsdomError", (error) => complaints.push(error.message));
const { window } = new JSDOM(byReact, { virtualConsole });
const { CSSStyleSheet, HTMLElement, customElements, document } = window;
const IntersectionObserver = class {};
Object.assign(globalThis, { CSSStyleSheet, HTMLElement, IntersectionObserver, customElements, document, window });
await import(`${SCRIPT}?jsdom`);
document.body.insertAdjacentHTML("beforeend", byVue);
assert.equal(document.body.innerHTML, byReact + byVue);
assert.deepEqual(complaints, []);
assert.equal(customElements.get("genomic-plans"), undefined);

// Another window without a screen has a part of what it needs: sheets that cannot be filled, or nobody who says what is near.
for (const [name, missing] of Object.entries({ CSSStyleSheet: class {}, IntersectionObserver: undefined })) {
  document.adoptedStyleSheets = [];
  CSSStyleSheet.prototype.replaceSync = () => {};
  Object.assign(globalThis, { CSSStyleSheet, IntersectionObserver });
  if (missing) globalThis[name] = missing;
  else delete globalThis[name];
  await import(`${SCRIPT}?without-${name}`);
  assert.equal(customElements.get("genomic-plans"), undefined);
}

console.log("The package does nothing on a server and in jsdom; React and Vue write the element.");
