// What the type check of a Svelte component asks: the attributes of an element, and of what stands for the page.

import "genomic-plans-widget/svelte";
import type { SvelteHTMLElements } from "svelte/elements";

type Attributes = SvelteHTMLElements["genomic-plans"];

export const right: Attributes = {
  id: "plans",
  class: "wide",
  lang: "en",
  country: "ie",
  now: true,
  year: 2024,
  "heading-level": 2,
  theme: null,
  "onngp-ready": () => {},
  "onngp-change": (event) => event.detail.query.trim(),
  "on:ngp-play": (event) => event.detail.id.trim(),
};
export const page: SvelteHTMLElements["svelte:document"] = { "onngp-error": (event) => event.detail.message.trim() };
export const window: SvelteHTMLElements["svelte:window"] = { "onngp-error": (event) => event.detail.message.trim() };

export const wrong: Attributes[] = [
  // @ts-expect-error Countries are named.
  { country: true },
  // @ts-expect-error There is no such attribute.
  { countries: "ie" },
  // @ts-expect-error A change has a query.
  { "onngp-change": (event) => event.detail.id },
  // @ts-expect-error There is no such event.
  { "onngp-changed": () => {} },
];
// @ts-expect-error An error has a message.
page["onngp-error"] = (event) => event.detail.query;
