// A page made with the DOM alone.

import { TYPES, hear } from "./heard.js";

const root = document.getElementById("root");
const shown = new Map();

/** What has a hyphen is an attribute; the rest are properties. */
function give(element, name, value) {
  if (!name.includes("-")) element[name] = value;
  else if (value == null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

function child(word) {
  const paragraph = document.createElement("p");
  paragraph.textContent = word;
  return paragraph;
}

window.show = async (asked) => {
  const keys = asked.map(({ key }) => key);
  for (const [key, { element }] of shown) {
    if (keys.includes(key)) continue;
    element.remove();
    shown.delete(key);
  }
  asked.forEach(({ key, props, words = [], isDeaf = false }, at) => {
    const before = shown.get(key);
    const element = before?.element ?? document.createElement("genomic-plans");
    before?.ears.abort();
    const ears = new AbortController();
    if (!isDeaf) for (const type of TYPES) element.addEventListener(`ngp-${type}`, hear(key, type), { signal: ears.signal });
    for (const name of Object.keys(before?.props ?? {})) if (!(name in props)) give(element, name, undefined);
    for (const [name, value] of Object.entries({ id: key, ...props })) give(element, name, value);
    element.replaceChildren(...words.map(child));
    if (root.children[at] !== element) root.insertBefore(element, root.children[at] ?? null);
    shown.set(key, { element, ears, props });
  });
};
