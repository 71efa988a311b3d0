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
import { judged } from "./lib/limits.mjs";
import { visit } from "./lib/load.mjs";
import { differences } from "./lib/same.mjs";
import { isOk, print } from "./lib/table.mjs";
import { MODES, article, host, jump, many } from "./lib/widget.mjs";

/** @typedef {import("./lib/limits.mjs").Site} Site */

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
const browser = await launch(config);
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
      /** @type {const} */ (["first", "there", "back", "keys"]).map((what) => [what, costs(runs.map(({ views }) => views[view][what]))]),
    )]));
    measured[`card ${documents}`] = { open: costs(runs.map(({ open }) => open)), close: costs(runs.map(({ close }) => close)) };
  }
}

/** @typedef {import("./lib/keys.mjs").Cost} Cost */

/**
 * The mean of what each key costs, which is its median over all runs. Keys differ: the first letters leave many cards and
 * the last ones few, so a median over all of them would be that of whichever key happens to be in the middle.
 * @param {Cost[][]} runs
 */
function costs(runs) {
  const whole = (/** @type {Cost} */ { script, style, layout }) => script + style + layout;
  const each = runs[0].map((_, at) => median(runs.map((keys) => whole(keys[at]))));
  const all = runs.flat();
  return { ...medians(all), cost: each.reduce((sum, cost) => sum + cost, 0) / each.length, slowest: Math.max(...each), each };
}

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
  /** @param {string} site @param {string} page @param {string} device */
  const scored = async (site, page, device) => {
    tell(`Lighthouse, ${site} ${page}, ${device}`);
    const runs = [];
    for (let run = 0; run < LIGHTHOUSE_RUNS; run++) {
      runs.push(await score(browser, new URL(page, shipped.addresses[site]).href, device === "desktop"));
    }
    const short = [...new Set(runs.flatMap(({ short }) => short))];
    return { scores: medians(runs.map(({ scores }) => scores)), short };
  };
  for (const page of ["/", "/ie/"]) {
    for (const device of ["desktop", "phone"]) measured.lighthouse[`${page} ${device}`] = await scored("ours", page, device);
  }
  // How fast the machine is that Lighthouse takes for a telephone.
  measured.twinOnPhone = await scored("preact", "/", "phone");
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

const rows = judged(config, measured, sites);
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
