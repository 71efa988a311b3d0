// @ts-check
// What each figure may be: a ratio to a twin of the same run wherever a busy machine would break the limit.

import { DESKTOP, PHONE } from "./browser.mjs";
import { MANY } from "./host.mjs";
import { VIEWS } from "./keys.mjs";
import { MODES } from "./widget.mjs";

/** @typedef {{ documents: number, countries: number, shipped: boolean, addresses: Record<string, string> }} Site */
/** @typedef {import("./table.mjs").Row} Row */

/** About as many keystrokes of the Preact twin among the shipped documents take 100 ms on a machine that does nothing else. */
const IDLE_KEYSTROKES = 10;

/** Paints are counted in frames: one more or less is no difference. In milliseconds. */
const FRAME = 1000 / 60;

/** @typedef {(group: string, figure: string, ours: number, limit: number | null, unit: string, beside?: string) => void} Add */

/** @param {number} value */
const ms = (value) => `${value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;

/** @param {Add} add @param {Record<string, any>} measured */
function judgeWidget(add, measured) {
  const { nothing, eager, lite, heights } = measured.widget;
  for (const when of /** @type {const} */ (["before", "after"])) {
    /** @param {string} figure @param {(value: number) => string} shown */
    const beside = (figure, shown) =>
      `lite-youtube ${shown(lite[when][figure])}, eager frame ${shown(eager[when][figure])}, nothing ${shown(nothing[when][figure])}`;
    const kb = (/** @type {number} */ value) => `${(value / 1000).toFixed(1)} kB`;
    const number = (/** @type {number} */ value) => `${Number(value.toFixed(3))}`;
    for (const mode of MODES) {
      const ours = measured.widget[mode];
      const group = `host page, ${when}, ${mode}`;
      const isBefore = when === "before";
      add(group, "bytes", ours[when].bytes, isBefore ? 3000 : null, "kB", `${beside("bytes", kb)}; without YouTube's own`);
      add(group, "requests", ours[when].requests, isBefore ? 1 : null, "", beside("requests", number));
      add(group, "blocking time", ours[when].blocking, isBefore ? nothing.before.blocking : null, "ms", `${beside("blocking", ms)}; longest task ${ms(ours[when].longest)}`);
      const jumped = isBefore ? "" : `; gone to at once ${number(ours.jump.shift)}`;
      add(group, "layout shift", ours[when].shift, 0, "", `${beside("shift", number)}${jumped}`);
      if (isBefore) continue;
      add(group, "layout shift, once passed", ours.past.shift, 0, "");
      add(group, "ready, from when it is near", ours.after.ready, null, "ms", `gone to at once ${ms(ours.jump.ready)}`);
    }
  }
  for (const isSeen of [true, false]) {
    /** @type {{ when: string, error: number }[]} */
    const some = heights.filter((/** @type {any} */ one) => one.isSeen === isSeen);
    const wrong = some.filter(({ error }) => error > 0).map(({ when, error }) => `${when} ${error} px`);
    add("host page, frame's height", isSeen ? "error while seen" : "error while out of sight", Math.max(...some.map(({ error }) => error)), 0, "px", wrong.join(", "));
  }
  const { frame: { many: frames }, inline: { many: inline } } = measured.widget;
  const group = `host page, ${MANY} elements`;
  const of = (/** @type {any} */ { bytes, requests, first }) => `${(bytes / 1000).toFixed(1)} kB in ${requests} requests; ${first} started when the first is reached`;
  add(group, "inline, requests of wasm", inline.wasm, 1, "", of(inline));
  add(group, "frames, requests of wasm", frames.wasm, null, "", of(frames));
  add(group, "frames never near", frames.early, 0, "", `inline ${inline.early}`);
}

/**
 * @param {{ only: string | null, growth: any }} config
 * @param {Record<string, any>} measured
 * @param {Site[]} sites
 * @returns {Row[]}
 */
export function judged({ only, growth }, measured, sites) {
  /** @type {Row[]} */
  const rows = [];
  /** @type {Add} */
  const add = (group, figure, ours, limit, unit, beside) => rows.push({ group, figure, ours, limit, unit, beside });
  if (only !== "widget") {
    judgeLoading(add, measured);
    judgeUse(add, measured, sites);
    judgeViews(add, measured, sites);
    add("one more country", "dataset and HTML", growth.both, 2000, "kB", `median; dataset ${growth.dataset} B, HTML ${growth.html} B`);
    judgeLighthouse(rows, measured);
  }
  judgeWidget(add, measured);
  return rows;
}

/** @param {Add} add @param {Record<string, any>} measured */
function judgeLoading(add, measured) {
  for (const { name } of [PHONE, DESKTOP]) {
    const { ours, plain, preact, static: limit } = measured[`load ${name}`];
    const group = `load, ${name}`;
    const paint = (/** @type {number} */ time) => time + Math.max(0.05 * time, FRAME);
    add(group, "first paint", ours.fcp, paint(limit.fcp), "ms", `no script ${ms(limit.fcp)}, Preact ${ms(preact.fcp)}`);
    add(group, "largest paint", ours.lcp, paint(limit.lcp), "ms", `no script ${ms(limit.lcp)}, Preact ${ms(preact.lcp)}`);
    add(group, "blocking time", ours.blocking, name === "phone" ? Math.max(100, preact.blocking) : null, "ms", `Preact ${ms(preact.blocking)}, plain ${ms(plain.blocking)}; longest task ${ms(ours.longest)}`);
    add(group, "layout shift", ours.shift, 0, "");
    add(group, "ready", ours.ready, name === "phone" ? preact.ready * 2 : null, "ms", `Preact ${ms(preact.ready)}, plain ${ms(plain.ready)}: ${(ours.ready / preact.ready).toFixed(2)} x Preact`);
  }
  const visit = measured.visit;
  for (const [figure, limit] of /** @type {const} */ ([["all", 240_000], ["wasm", 150_000], ["html", 20_000], ["dataset", null], ["style", null], ["scripts", null]])) {
    add("first visit", figure === "all" ? "all until ready" : figure, visit[figure], limit, "kB");
  }
  add("first visit", "requests", visit.requests, 12, "");
  // docs/decisions/0027 says why it is more than the 90 kB of issue 14.
  add("first visit", "lazy parts, once it reacts", visit.lazy, 110_000, "kB", `all that is fetched ahead ${(visit.ahead.all / 1000).toFixed(1)} kB in ${visit.ahead.requests} requests`);
  add("first visit", "third-party requests", visit.thirdParty.length, 0, "", visit.thirdParty.join(" "));
  add("first visit", "the worker afterwards", visit.later.all, null, "kB", `${visit.later.requests} requests`);
  add("first visit", "fetched twice", visit.twice.length, 0, "", visit.twice.join(" "));
}

/** @param {Add} add @param {Record<string, any>} measured @param {Site[]} sites */
function judgeUse(add, measured, sites) {
  const { shipped, largest } = ends(sites);
  for (const { documents } of [shipped, largest]) {
    const found = measured[`differences ${documents}`];
    add(`${documents} documents`, "shown otherwise by a twin", found.length, 0, "", found[0]?.slice(0, 90));
  }
  for (const { documents, countries } of sites) {
    const { ours, preact, plain } = measured[`use ${documents}`];
    const group = `${documents} documents`;
    const isLargest = documents === largest.documents;
    for (const [what, name] of [["keys", "keystroke"], ["toggles", "choice"]]) {
      const cost = ours[what].cost;
      const limit = preact[what].cost * (isLargest ? 0.5 : 1);
      const parts = ["script", "style", "layout"].map((part) => `${part} ${ours[what][part].toFixed(1)}`).join(" + ");
      add(group, name, cost, limit, "ms", `Preact ${ms(preact[what].cost)}, plain ${ms(plain[what].cost)}; ${parts}; slowest ${ms(ours[what].slowest)} (Preact ${ms(preact[what].slowest)})`);
    }
    add(group, "start", ours.ready, isLargest ? preact.ready * 2 : null, "ms", `Preact ${ms(preact.ready)}, plain ${ms(plain.ready)}: ${(ours.ready / preact.ready).toFixed(2)} x Preact; ${countries} countries`);
    const mb = (/** @type {any} */ { memory }) => `${(memory.both / 1e6).toFixed(1)} MB`;
    add(group, "memory", ours.memory.both, isLargest ? 22_500_000 : null, "MB", `wasm ${(ours.memory.wasm / 1e6).toFixed(1)} MB; Preact ${mb(preact)}, plain ${mb(plain)}`);
  }
}

/** @param {Add} add @param {Record<string, any>} measured @param {Site[]} sites */
function judgeViews(add, measured, sites) {
  const { shipped, largest } = ends(sites);
  const budget = Math.max(100, IDLE_KEYSTROKES * measured[`use ${shipped.documents}`].preact.keys.cost);
  for (const { documents } of [shipped, largest]) {
    const parts = (/** @type {any} */ of) => ["script", "style", "layout"].map((part) => `${part} ${of[part].toFixed(1)}`).join(" + ");
    const limit = documents === largest.documents ? null : budget;
    for (const view of VIEWS) {
      const { first, there, back, keys } = measured[`views ${documents}`][view];
      const group = `${documents} documents, ${view}`;
      add(group, "switch to it", there.cost, limit, "ms", `${parts(there)}; the first time ${ms(first.cost)}`);
      add(group, "back to the cards", back.cost, limit, "ms", parts(back));
      add(group, "keystroke", keys.cost, measured[`use ${documents}`].preact.keys.cost, "ms", `${parts(keys)}; slowest ${ms(keys.slowest)}`);
    }
    const { open, close } = measured[`card ${documents}`];
    add(`${documents} documents, a card`, "opened", open.cost, limit, "ms", parts(open));
    add(`${documents} documents, a card`, "closed", close.cost, limit, "ms", parts(close));
  }
}

/** @param {Row[]} rows @param {Record<string, any>} measured */
function judgeLighthouse(rows, measured) {
  const twin = measured.twinOnPhone?.scores.performance;
  for (const [page, { scores, short }] of Object.entries(measured.lighthouse ?? {})) {
    for (const [name, value] of Object.entries(scores)) {
      const isTimed = name === "performance" && page.endsWith("phone");
      const limit = isTimed ? Math.min(98, twin) : 100;
      const beside = [isTimed ? `Preact ${twin}` : "", value < 100 ? short.join("; ") : ""].filter(Boolean).join("; ");
      rows.push({ group: `Lighthouse ${page}`, figure: name, ours: value, limit, unit: "", atLeast: true, beside });
    }
  }
}

/** The shipped dataset and the largest. @param {Site[]} sites */
function ends(sites) {
  return { shipped: /** @type {Site} */ (sites.find(({ shipped }) => shipped)), largest: sites[sites.length - 1] };
}
