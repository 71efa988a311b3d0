// The element in templates, for Vue 3: `import "genomic-plans-widget/vue"`.

import type { HTMLAttributes } from "vue";
import type { GenomicPlansElement, GenomicPlansEventMap, GenomicPlansMarkup } from "./widget.js";

// Vue's type check has the names of attributes and events in camel case.
interface Properties extends HTMLAttributes, Omit<GenomicPlansMarkup, "heading-level">, Listeners {
  headingLevel?: GenomicPlansMarkup["heading-level"];
}

type Listeners = {
  [Name in keyof GenomicPlansEventMap as Name extends `ngp-${infer Type}` ? `onNgp${Capitalize<Type>}` : never]?: (
    event: GenomicPlansEventMap[Name],
  ) => void;
};

declare module "vue" {
  interface GlobalComponents {
    "genomic-plans": new () => GenomicPlansElement & { $props: Properties };
  }
}
