// Makes europe.svg: the countries of the dataset, small enough to be part of a page.
// Run by hand, `npm ci --ignore-scripts && node make.mjs`; see README.md.
// @ts-check

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import mapshaper from "mapshaper";

/** Width of the picture in units. A unit is about 5 km, so whole numbers are exact enough. */
const WIDTH = 1000;
/** Room around the countries, for outlines and for the markers' rims. */
const MARGIN = 12;
/** Parts smaller than this many square units only cost bytes; a country's largest part always stays. */
const SMALLEST_PART = 12;
/** Radius of the markers of countries that are too small to be hit. */
const MARKER = 22;

/** ISO 3166-1: the numbers that world-atlas uses, for the codes that the dataset uses. */
const NUMBERS = {
  AT: "040", BE: "056", BG: "100", CH: "756", CY: "196", CZ: "203", DE: "276", DK: "208", EE: "233", ES: "724",
  FI: "246", FR: "250", GB: "826", GR: "300", HR: "191", HU: "348", IE: "372", IS: "352", IT: "380", LT: "440",
  LU: "442", LV: "428", MT: "470", NL: "528", NO: "578", PL: "616", PT: "620", RO: "642", RS: "688", SE: "752",
  SI: "705", SK: "703", TR: "792",
};
/** What Natural Earth draws apart and official maps of the European Union show as part of a country. */
const PARTS = { "248": "FI", "N. Cyprus": "CY" };

/** Where a label stands better than in the middle of the country's largest part: offsets in units. */
const MOVED = {
  BE: [-7, -3], // Away from Luxembourg's marker.
  CH: [1, 1],
  CY: [5, 2], // Off the coast of Türkiye.
  GB: [5, -3],
  HR: [8, 5], // Away from Slovenia, and off Hungary, which is drawn later.
  IT: [-3, -1],
  LU: [5, 5], // Off Belgium.
  LV: [-8, 0],
  PT: [20, -44], // Between the sea and the border.
  SI: [-4, 0],
};

/** Drawn last, so that its marker lies on top of its neighbours. */
const LAST = "LU";

/** Countries with a marker, and where it stands from the label. */
const MARKED = ["CY", "LU", "MT"];

const codes = readdirSync(new URL("../data/countries/", import.meta.url))
  .map((file) => file.replace(".json", "").toUpperCase())
  .sort();
const unknown = codes.filter((code) => !(code in NUMBERS));
if (unknown.length > 0) throw new Error(`NUMBERS in make.mjs lacks ${unknown.join(", ")}.`);

/** @typedef {[number, number]} Point */

/** The countries' parts in metres of the projection. @returns {Promise<Map<string, Point[][]>>} */
async function shapes() {
  const atlas = readFileSync(new URL("node_modules/world-atlas/countries-50m.json", import.meta.url));
  const code = Object.fromEntries([...codes.map((code) => [NUMBERS[code], code]), ...Object.entries(PARTS)]);
  const commands = [
    "-i atlas.json id-field=number",
    "-target countries",
    `-each 'code = (${JSON.stringify(code)})[number] || (${JSON.stringify(code)})[name] || null'`,
    "-filter 'code !== null'",
    "-dissolve2 code",
    // Overseas territories vanish; so do Jan Mayen, the Azores and Madeira below.
    "-clip bbox=-25,34,45,71.5",
    "-proj +proj=laea +lon_0=10 +lat_0=52",
    "-simplify 18% keep-shapes",
    "-o out.json format=geojson precision=1",
  ];
  const made = await mapshaper.applyCommands(commands.join(" "), { "atlas.json": atlas });
  const { features } = JSON.parse(made["out.json"].toString());
  return new Map(
    features.map((/** @type {any} */ { properties, geometry }) => {
      const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
      // Holes are other small countries, San Marino for one, which are not on the map.
      return [properties.code, polygons.map((/** @type {any} */ rings) => rings[0]).filter(isNear)];
    }),
  );
}

/** Whether a part is none of the islands far out in the Atlantic: Jan Mayen, and what is left of the Azores. */
function isNear(/** @type {Point[]} */ ring) {
  const [x, y] = ring[0];
  const isAzores = x < -1_800_000 && y < 0;
  const isJanMayen = x < 0 && y > 1_900_000;
  return !isAzores && !isJanMayen;
}

/** Twice the area. */
function area(/** @type {Point[]} */ ring) {
  const cross = ring.map(([x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length];
    return x * nextY - nextX * y;
  });
  return Math.abs(cross.reduce((sum, part) => sum + part, 0));
}

/** Whole units, without points that say nothing: the same one again, and those on a straight line. */
function rounded(/** @type {Point[]} */ ring) {
  const points = ring.slice(0, -1).filter(([x, y], at, all) => {
    const [lastX, lastY] = all.at(at - 1) ?? [];
    return x !== lastX || y !== lastY;
  });
  return points.filter(([x, y], at, all) => {
    const [[lastX, lastY], [nextX, nextY]] = [all[(at + all.length - 1) % all.length], all[(at + 1) % all.length]];
    return (x - lastX) * (nextY - y) !== (y - lastY) * (nextX - x);
  });
}

/** The point of a part that is farthest from its outline. @returns {Point} */
function middle(/** @type {Point[]} */ ring) {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  let best = /** @type {Point} */ ([xs[0], ys[0]]);
  let far = -1;
  for (let x = Math.min(...xs); x <= Math.max(...xs); x += 1) {
    for (let y = Math.min(...ys); y <= Math.max(...ys); y += 1) {
      const distance = depth(ring, x, y);
      if (distance > far) [best, far] = [[x, y], distance];
    }
  }
  return best;
}

/** How deep in a part a point is; negative outside. */
function depth(/** @type {Point[]} */ ring, /** @type {number} */ x, /** @type {number} */ y) {
  let inside = false;
  let nearest = Infinity;
  ring.forEach(([ax, ay], at) => {
    const [bx, by] = ring[(at + 1) % ring.length];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
    const part = Math.max(0, Math.min(1, along));
    nearest = Math.min(nearest, Math.hypot(ax + part * (bx - ax) - x, ay + part * (by - ay) - y));
  });
  return inside ? nearest : -nearest;
}

/** The parts as one path of relative steps, which are short numbers. */
function path(/** @type {Point[][]} */ parts) {
  let text = "";
  let [fromX, fromY] = [0, 0];
  for (const ring of parts) {
    let [x, y] = [fromX, fromY];
    const steps = ring.map((point) => {
      const step = `${point[0] - x} ${point[1] - y}`.replace(" -", "-");
      [x, y] = point;
      return step;
    });
    text += `m${steps.join(" ").replaceAll(" -", "-")}z`;
    [fromX, fromY] = ring[0];
  }
  return text;
}

const found = await shapes();
const missing = codes.filter((code) => !found.get(code)?.length);
if (missing.length > 0) throw new Error(`world-atlas has no ${missing.join(", ")}.`);

const all = [...found.values()].flat(2);
const [left, right] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
const [bottom, top] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))];
const scale = (WIDTH - 2 * MARGIN) / (right - left);
/** @returns {Point} */
const placed = (/** @type {Point} */ [x, y]) => [
  Math.round((x - left) * scale) + MARGIN,
  Math.round((top - y) * scale) + MARGIN,
];

let lowest = 0;
const lines = [...codes.filter((code) => code !== LAST), LAST].map((code) => {
  const parts = (found.get(code) ?? [])
    .map((ring) => rounded(ring.map(placed)))
    .filter((ring) => ring.length > 2)
    .sort((a, b) => area(b) - area(a))
    .filter((ring, at) => at === 0 || area(ring) >= 2 * SMALLEST_PART);
  const [byX, byY] = MOVED[code] ?? [0, 0];
  const [x, y] = middle(parts[0]);
  const [atX, atY] = [x + byX, y + byY];
  const isMarked = MARKED.includes(code);
  lowest = Math.max(lowest, isMarked ? atY + MARKER : 0, ...parts.flat().map(([, y]) => y));
  const marker = isMarked ? `<circle cx="${atX}" cy="${atY}" r="${MARKER}"/>` : "";
  return `<g data-code="${code}" data-x="${atX}" data-y="${atY}"><path d="${path(parts)}"/>${marker}</g>`;
});
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${lowest + MARGIN}">\n${lines.join("\n")}\n</svg>\n`;
writeFileSync(new URL("europe.svg", import.meta.url), svg);
