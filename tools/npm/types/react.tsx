// An app made with React.

import "genomic-plans-widget/react";
import { useRef } from "react";
import type { GenomicPlansElement } from "genomic-plans-widget";

export function App({ country }: { country: string | undefined }) {
  const element = useRef<GenomicPlansElement>(null);
  return (
    <genomic-plans
      ref={element}
      key="plans"
      id="plans"
      className="wide"
      lang="en"
      country={country}
      now
      year={2024}
      heading-level={2}
      theme={null}
      onngp-ready={() => element.current?.query.trim()}
      onngp-change={(event) => event.detail.query.trim()}
      onngp-play={(event) => event.detail.id.trim()}
      onngp-error={(event) => event.detail.message.trim()}
    >
      <a href="https://plans.example.org/">National genomic plans</a>
    </genomic-plans>
  );
}

export const wrong = [
  // @ts-expect-error Before the script has come the element does not know its properties.
  <genomic-plans headingLevel="2" />,
  // @ts-expect-error Countries are named.
  <genomic-plans country />,
  // @ts-expect-error There is no such attribute.
  <genomic-plans countries="ie" />,
  // @ts-expect-error A change has a query.
  <genomic-plans onngp-change={(event) => event.detail.id} />,
  // @ts-expect-error There is no such element.
  <genomic-plan />,
];
