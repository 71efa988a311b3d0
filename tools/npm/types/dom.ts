// A page without a framework.

import "genomic-plans-widget";
import type { GenomicPlansElement } from "genomic-plans-widget";

const element = document.createElement("genomic-plans");
const same: GenomicPlansElement = element;
same.country = "ie fr";
same.headingLevel = "2";
export const query: string | undefined = document.querySelector("genomic-plans")?.query;

for (const target of [element, document.body, document, window]) {
  target.addEventListener("ngp-ready", () => {});
}
element.addEventListener("ngp-change", (event) => event.detail.query.trim());
document.body.addEventListener("ngp-play", (event) => event.detail.id.trim());
document.addEventListener("ngp-error", (event) => event.detail.message.trim());
window.addEventListener("ngp-change", (event) => event.detail.query.trim());
addEventListener("ngp-change", (event) => event.detail.query.trim());
document.body.attachShadow({ mode: "open" }).addEventListener("ngp-play", (event) => event.detail.id.trim());

// @ts-expect-error Properties are text.
element.headingLevel = 2;
// @ts-expect-error It is what the attributes say.
element.query = "country=ie";
// @ts-expect-error There is no such property.
element.countries = "ie";
// @ts-expect-error An error has a message.
element.addEventListener("ngp-error", (event) => event.detail.query);
// @ts-expect-error A change has a query.
document.addEventListener("ngp-change", (event) => event.detail.id);
// @ts-expect-error A play has an id.
window.addEventListener("ngp-play", (event) => event.detail.query);
