// The element in Vue 3, written with render functions so that it needs no compiler.
// In a template it is <genomic-plans :country="country" @ngp-change="…">; then tell Vue that it is no component of its
// own: compilerOptions.isCustomElement = (tag) => tag === "genomic-plans".

import { createApp, h, ref } from "vue";

const COUNTRIES = { ie: "Ireland", fr: "France", dk: "Denmark" };

const App = {
  setup() {
    const country = ref("ie");
    const isShown = ref(true);
    const told = ref("");
    const options = () => Object.entries(COUNTRIES).map(([code, name]) => h("option", { value: code }, name));
    const choose = () =>
      h("label", ["Country ", h("select", { value: country.value, onChange: (event) => (country.value = event.target.value) }, options())]);
    const toggle = () =>
      h("button", { type: "button", onClick: () => (isShown.value = !isShown.value) }, isShown.value ? "Remove" : "Show");
    const element = () =>
      h("genomic-plans", {
        country: country.value,
        "heading-level": "2",
        onNgpReady: () => (told.value = "It is ready."),
        onNgpChange: (event) => (told.value = `It shows ${event.detail.query}`),
        onNgpError: (event) => (told.value = `It failed: ${event.detail.message}`),
      }, [h("p", `Loading ${COUNTRIES[country.value]}…`)]);
    return () =>
      h("main", [
        h("h1", "An app in Vue"),
        h("p", [choose(), " ", toggle()]),
        isShown.value ? element() : null,
        h("p", { role: "status" }, told.value),
      ]);
  },
};

createApp(App).mount("#root");
