// A page made with Vue.

import { createApp, h, nextTick, shallowRef } from "vue";
import { TYPES, hear } from "./heard.js";

const shown = shallowRef([]);

// In a template it is `@ngp-ready`.
const listeners = (key) => Object.fromEntries(TYPES.map((type) => [`onNgp${type[0].toUpperCase()}${type.slice(1)}`, hear(key, type)]));

const element = ({ key, props, words = [], isDeaf = false }) =>
  h("genomic-plans", { key, id: key, ...props, ...(isDeaf ? {} : listeners(key)) }, words.map((word) => h("p", { key: word }, word)));

createApp({ setup: () => () => shown.value.map(element) }).mount("#root");
window.show = async (asked) => {
  shown.value = asked;
  await nextTick();
};
