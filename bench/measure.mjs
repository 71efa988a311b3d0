// @ts-check
// Measures the sites that `cargo xtask bench` serves, in Chromium, beside their twins; bench/README.md says how.
// It is called with the file that says where they are, and ends with 3 where a figure is over its limit.

import fs from "node:fs";
import os from "node:os";

import { DESKTOP, PHONE, launch } from "./lib/browser.mjs";
import { firstVisit } from "./lib/bytes.mjs";
import { MANY, PAGES } from "./lib/host.mjs";
import { VIEWS, use, views } from "./lib/keys.mjs";
import { score } from "./lib/lighthouse.mjs";
import { visit } from "./lib/load.mjs";
import { differences } from "./lib/same.mjs";
import { isOk, print } from "./lib/table.mjs";
import { article, host, jump, many } from "./lib/widget.mjs";

/** @typedef {{ documents: number, countries: number, shipped: boolean, addresses: Record<string, string> }} Site */
/** @typedef {import("./lib/table.mjs").Row} Row */

const config = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const RUNS = config.quick ? 1 : 7;
const LIGHTHOUSE_RUNS = 3;
/** @type {Site[]} */
const sites = config.sites;
const shipped = /** @type {Site} */ (sites.find(({ shipped }) => shipped));
const largest = sites[sites.length - 1];

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** The median of each figure of some runs. @param {Record<string, any>[]} runs @returns {Record<string, number>} */
const medians = (runs) =>
  Object.fromEntries(Object.keys(runs[0]).filter((name) => typeof runs[0][name] === "number").map((name) => [name, median(runs.map((run) => run[name]))]));

/** What was measured, by its name. @type {Record<string, any>} */
const measured = {};
let browser = await launch(config);
const version = await browser.version();

/** Tells how far it is. @param {string} words */
const tell = (words) => console.log(`${new Date().toISOString().slice(11, 19)} ${words}`);

/**
 * Each of some sites several times, a round at a time and each round in another order: what disturbs this machine
 * for a while disturbs all of them.
 * @template T
 * @param {Record<string, string>} addresses
 * @param {number} rounds
 * @param {(address: string, name: string) => Promise<T>} run
 * @returns {Promise<Record<string, T[]>>}
 */
async function inTurn(addresses, rounds, run) {
  const names = Object.keys(addresses);
  /** @type {Record<string, T[]>} */
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const start = round % names.length;
    for (const name of [...names.slice(start), ...names.slice(0, start)]) results[name].push(await run(addresses[name], name));
  }
  return results;
}

async function measureLoading() {
  for (const device of [PHONE, DESKTOP]) {
    tell(`Loading /, ${device.name}`);
    const runs = await inTurn(shipped.addresses, RUNS, (address, name) => visit(browser, device, address, name !== "static"));
    measured[`load ${device.name}`] = Object.fromEntries(Object.entries(runs).map(([name, all]) => [name, { ...medians(all), runs: all }]));
  }
}

async function measureUse() {
  for (const { documents, addresses } of sites) {
    tell(`Typing and choosing among ${documents} documents`);
    const { static: _, ...reacting } = addresses;
    const runs = await inTurn(reacting, RUNS, (address) => use(browser, address));
    measured[`use ${documents}`] = Object.fromEntries(Object.entries(runs).map(([name, all]) => [name, {
      ready: median(all.map(({ ready }) => ready)),
      memory: medians(all.map(({ memory }) => memory)),
      keys: costs(all.map(({ keys }) => keys)),
      toggles: costs(all.map(({ toggles }) => toggles)),
    }]));
  }
}

/** Only ours has them. */
async function measureViews() {
  for (const { documents, addresses } of [shipped, largest]) {
    tell(`Going through the views of ${documents} documents`);
    const { ours: runs } = await inTurn({ ours: addresses.ours }, RUNS, (address) => views(browser, address));
    measured[`views ${documents}`] = Object.fromEntries(VIEWS.map((view) => [view, Object.fromEntries(
      /** @type {const} */ (["there", "back", "keys"]).map((what) => [what, costs(runs.map((run) => run[view][what]))]),
    )]));
  }
}

/** @typedef {import("./lib/keys.mjs").Cost} Cost */

/** The median over all runs and keys, and the medians of each key. @param {Cost[][]} runs */
function costs(runs) {
  const whole = (/** @type {Cost} */ { script, style, layout }) => script + style + layout;
  const each = runs[0].map((_, at) => median(runs.map((keys) => whole(keys[at]))));
  const all = runs.flat();
  return { ...medians(all), cost: median(all.map(whole)), slowest: Math.max(...each), each };
}

/** The ways in which the widget is on a page. */
const MODES = /** @type {const} */ (["frame", "inline"]);

/** What the widget costs somebody else's page; what is counted, not timed, is the same each time. */
async function measureWidget() {
  tell("The widget on another page");
  const served = await host(shipped.addresses.ours, config.host);
  try {
    let round = 0;
    const pages = Object.fromEntries(PAGES.map((name) => [name, name]));
    const runs = await inTurn(pages, RUNS, (name) => article(browser, served, name, name === "frame" && round++ === 0));
    /** @type {Record<string, any>} */
    const widget = Object.fromEntries(Object.entries(runs).map(([name, all]) => [name, {
      before: medians(all.map(({ before }) => before)), after: medians(all.map(({ after }) => after)), files: all[0].files,
      runs: all.map(({ before, after }) => ({ before, after })),
    }]));
    widget.heights = runs.frame[0].heights;
    for (const mode of MODES) {
      widget[mode].jump = await jump(browser, served, mode, false);
      widget[mode].past = await jump(browser, served, mode, true);
      tell(`${MANY} widgets on another page, ${mode}`);
      widget[mode].many = await many(browser, served, mode);
    }
    measured.widget = widget;
  } catch (error) {
    console.error(served.transfers.slice(-12));
    throw error;
  } finally {
    served.close();
  }
}

async function measureLighthouse() {
  measured.lighthouse = {};
  for (const page of ["/", "/ie/"]) {
    for (const device of ["desktop", "phone"]) {
      tell(`Lighthouse, ${page}, ${device}`);
      const runs = [];
      for (let run = 0; run < LIGHTHOUSE_RUNS; run++) {
        runs.push(await score(browser, new URL(page, shipped.addresses.ours).href, device === "desktop"));
      }
      const short = [...new Set(runs.flatMap(({ short }) => short))];
      measured.lighthouse[`${page} ${device}`] = { scores: medians(runs.map(({ scores }) => scores)), short };
    }
  }
}

/** @typedef {(group: string, figure: string, ours: number, limit: number | null, unit: string, beside?: string) => void} Add */

/** @param {number} value */
const ms = (value) => `${value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;

/** @param {Add} add */
function judgeWidget(add) {
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
      add(group, "bytes", ours[when].bytes, isBefore ? 2500 : null, "kB", `${beside("bytes", kb)}; without YouTube's own`);
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

/** @returns {Row[]} */
function judged() {
  /** @type {Row[]} */
  const rows = [];
  /** @type {Add} */
  const add = (group, figure, ours, limit, unit, beside) => rows.push({ group, figure, ours, limit, unit, beside });
  if (config.only !== "widget") judgeSite(add, rows);
  judgeWidget(add);
  return rows;
}

/** @param {Add} add @param {Row[]} rows */
function judgeSite(add, rows) {
  for (const { name } of [PHONE, DESKTOP]) {
    const { ours, plain, preact, static: limit } = measured[`load ${name}`];
    const group = `load, ${name}`;
    add(group, "first paint", ours.fcp, limit.fcp * 1.05, "ms", `no script ${ms(limit.fcp)}, Preact ${ms(preact.fcp)}`);
    add(group, "largest paint", ours.lcp, limit.lcp * 1.05, "ms", `no script ${ms(limit.lcp)}, Preact ${ms(preact.lcp)}`);
    add(group, "blocking time", ours.blocking, name === "phone" ? 50 : null, "ms", `Preact ${ms(preact.blocking)}, plain ${ms(plain.blocking)}; longest task ${ms(ours.longest)}`);
    add(group, "layout shift", ours.shift, 0, "");
    add(group, "ready", ours.ready, name === "phone" ? preact.ready * 2 : null, "ms", `Preact ${ms(preact.ready)}, plain ${ms(plain.ready)}: ${(ours.ready / preact.ready).toFixed(2)} x Preact`);
  }
  const visit = measured.visit;
  for (const [figure, limit] of /** @type {const} */ ([["all", 226_000], ["wasm", 137_000], ["html", 32_000], ["dataset", 36_000], ["style", 12_000], ["scripts", 9_200]])) {
    add("first visit", figure === "all" ? "all until ready" : figure, visit[figure], limit, "kB");
  }
  add("first visit", "requests", visit.requests, 12, "");
  add("first visit", "third-party requests", visit.thirdParty.length, 0, "", visit.thirdParty.join(" "));
  add("first visit", "the worker afterwards", visit.later.all, null, "kB", `${visit.later.requests} requests`);
  add("first visit", "fetched twice", visit.twice.length, 0, "", visit.twice.join(" "));
  for (const { documents } of [shipped, largest]) {
    const found = measured[`differences ${documents}`];
    add(`${documents} documents`, "shown otherwise by a twin", found.length, 0, "", found[0]?.slice(0, 90));
  }
  for (const { documents, countries } of sites) {
    const { ours, preact, plain } = measured[`use ${documents}`];
    const group = `${documents} documents`;
    for (const [what, name] of [["keys", "keystroke"], ["toggles", "choice"]]) {
      const cost = ours[what].cost;
      const most = documents === largest.documents && what === "keys" ? 16 : Infinity;
      const limit = Math.min(most, preact[what].cost);
      const parts = ["script", "style", "layout"].map((part) => `${part} ${ours[what][part].toFixed(1)}`).join(" + ");
      add(group, name, cost, limit, "ms", `Preact ${ms(preact[what].cost)}, plain ${ms(plain[what].cost)}; ${parts}; slowest ${ms(ours[what].slowest)} (Preact ${ms(preact[what].slowest)})`);
    }
    const isLargest = documents === largest.documents;
    add(group, "start", ours.ready, isLargest ? preact.ready * 2 : null, "ms", `Preact ${ms(preact.ready)}, plain ${ms(plain.ready)}: ${(ours.ready / preact.ready).toFixed(2)} x Preact; ${countries} countries`);
    const mb = (/** @type {any} */ { memory }) => `${(memory.both / 1e6).toFixed(1)} MB`;
    add(group, "memory", ours.memory.both, null, "MB", `wasm ${(ours.memory.wasm / 1e6).toFixed(1)} MB; Preact ${mb(preact)}, plain ${mb(plain)}`);
  }
  for (const { documents } of [shipped, largest]) {
    const isLargest = documents === largest.documents;
    for (const view of VIEWS) {
      const { there, back, keys } = measured[`views ${documents}`][view];
      const parts = (/** @type {any} */ of) => ["script", "style", "layout"].map((part) => `${part} ${of[part].toFixed(1)}`).join(" + ");
      const group = `${documents} documents, ${view}`;
      add(group, "switch to it", there.cost, isLargest ? null : 100, "ms", parts(there));
      add(group, "back to the cards", back.cost, isLargest ? null : 100, "ms", parts(back));
      add(group, "keystroke", keys.cost, 16, "ms", `${parts(keys)}; slowest ${ms(keys.slowest)}`);
    }
  }
  const { dataset, html, both } = config.growth;
  add("one more country", "dataset and HTML", both, 2000, "kB", `median; dataset ${dataset} B, HTML ${html} B`);
  for (const [page, { scores, short }] of Object.entries(measured.lighthouse ?? {})) {
    for (const [name, value] of Object.entries(scores)) {
      const limit = name === "performance" && page.endsWith("phone") ? 98 : 100;
      rows.push({ group: `Lighthouse ${page}`, figure: name, ours: value, limit, unit: "", atLeast: true, beside: value < 100 ? short.join("; ") : "" });
    }
  }
}

async function measureSite() {
  tell("Checking that the twins show the same");
  for (const { documents, addresses: { static: _, ...reacting } } of [shipped, largest]) {
    measured[`differences ${documents}`] = await differences(browser, reacting);
  }
  tell("First visit, and what the worker fetches after it");
  measured.visit = await firstVisit(browser, shipped.addresses.ours);
  await measureLoading();
  await measureUse();
  await measureViews();
  if (!config.quick) await measureLighthouse();
}

try {
  if (config.only !== "widget") await measureSite();
  await measureWidget();
} finally {
  await browser.close();
}

const rows = judged();
print(rows);
const over = rows.filter((row) => !isOk(row));
const results = {
  date: new Date().toISOString(), chromium: version, node: process.version, runs: RUNS,
  machine: { cpu: os.cpus()[0].model, cores: os.cpus().length, memory: os.totalmem(), system: `${os.type()} ${os.release()}` },
  figures: rows.map((row) => ({ ...row, ok: isOk(row) })), measured, growth: config.growth,
};
fs.writeFileSync(config.results, `${JSON.stringify(results, null, 1)}\n`);
console.log(`\n${rows.length - over.length} of ${rows.length} figures are within their limits; all of them are in ${config.results}.`);
process.exitCode = over.length > 0 ? 3 : 0;
