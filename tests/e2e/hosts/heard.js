// What all three pages have. Each has `show`: it makes the page show exactly these elements, in this order, of which
// each has a key, which is its id too, what it is given as attributes or properties, and the words of its children.

/** The events. */
export const TYPES = ["ready", "change", "play", "error"];

/** What the elements have told, in order: "key type detail". */
window.heard = [];

/** A listener of one element's events of one type. */
export const hear = (key, type) => ({ detail }) => window.heard.push(`${key} ${type} ${JSON.stringify(detail)}`);
