// The element in components, for Svelte 5: `import "genomic-plans-widget/svelte"`.

import type { HTMLAttributes } from "svelte/elements";
import type { GenomicPlansElement, GenomicPlansListeners, GenomicPlansMarkup } from "./widget.js";

type Listeners = GenomicPlansListeners & GenomicPlansListeners<"on:">;

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "genomic-plans": HTMLAttributes<GenomicPlansElement> & GenomicPlansMarkup & Listeners;
  }
  interface SvelteDocumentAttributes extends Listeners {}
  interface SvelteWindowAttributes extends Listeners {}
}
