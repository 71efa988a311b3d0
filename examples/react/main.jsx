// The element in React 19: attributes, events and children are written as for any other element.
// Events: `on` and the event's name, so `onngp-change`. Before React 19, use a ref and addEventListener.

import { useState } from "react";
import { createRoot } from "react-dom/client";

const COUNTRIES = { ie: "Ireland", fr: "France", dk: "Denmark" };

function App() {
  const [country, setCountry] = useState("ie");
  const [isShown, setShown] = useState(true);
  const [told, setTold] = useState("");
  return (
    <main>
      <h1>An app in React</h1>
      <p>
        <label>
          Country{" "}
          <select value={country} onChange={(event) => setCountry(event.target.value)}>
            {Object.entries(COUNTRIES).map(([code, name]) => <option key={code} value={code}>{name}</option>)}
          </select>
        </label>{" "}
        <button type="button" onClick={() => setShown(!isShown)}>{isShown ? "Remove" : "Show"}</button>
      </p>
      {isShown && (
        <genomic-plans
          country={country}
          heading-level="2"
          onngp-ready={() => setTold("It is ready.")}
          onngp-change={(event) => setTold(`It shows ${event.detail.query}`)}
          onngp-error={(event) => setTold(`It failed: ${event.detail.message}`)}
        >
          <p>Loading {COUNTRIES[country]}…</p>
        </genomic-plans>
      )}
      <p role="status">{told}</p>
    </main>
  );
}

createRoot(document.getElementById("root")).render(<App />);
