// A page made with React.

import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { TYPES, hear } from "./heard.js";

function Element({ name, props, words = [], isDeaf = false }) {
  const listeners = Object.fromEntries(TYPES.map((type) => [`onngp-${type}`, isDeaf ? undefined : hear(name, type)]));
  return (
    <genomic-plans id={name} {...props} {...listeners}>
      {words.map((word) => <p key={word}>{word}</p>)}
    </genomic-plans>
  );
}

const root = createRoot(document.getElementById("root"));
window.show = async (asked) => flushSync(() => root.render(asked.map((one) => <Element {...one} key={one.key} name={one.key} />)));
