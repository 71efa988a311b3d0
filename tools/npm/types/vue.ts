// What the type check of a Vue template asks: the properties of a global component, in camel case.

import "genomic-plans-widget/vue";
import type { GlobalComponents } from "vue";

declare const element: InstanceType<GlobalComponents["genomic-plans"]>;
type Properties = (typeof element)["$props"];

export const query: string = element.query;
export const right: Properties = {
  id: "plans",
  class: "wide",
  lang: "en",
  country: "ie",
  now: true,
  year: 2024,
  headingLevel: 2,
  theme: null,
  onNgpReady: () => {},
  onNgpChange: (event) => event.detail.query.trim(),
  onNgpPlay: (event) => event.detail.id.trim(),
  onNgpError: (event) => event.detail.message.trim(),
};

export const wrong: Properties[] = [
  // @ts-expect-error Countries are named.
  { country: true },
  // @ts-expect-error There is no such attribute.
  { countries: "ie" },
  // @ts-expect-error A change has a query.
  { onNgpChange: (event) => event.detail.id },
  // @ts-expect-error There is no such event.
  { onNgpChanged: () => {} },
];
