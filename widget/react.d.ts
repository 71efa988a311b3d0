// The element in JSX, for React 19: `import "genomic-plans-widget/react"`.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { GenomicPlansElement, GenomicPlansListeners, GenomicPlansMarkup } from "./widget.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "genomic-plans": DetailedHTMLProps<HTMLAttributes<GenomicPlansElement>, GenomicPlansElement> &
        GenomicPlansMarkup &
        GenomicPlansListeners;
    }
  }
}
