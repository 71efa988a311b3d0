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
/** The land around is pale and has no name: its coasts may be off by this many metres. The width of its outline, in
    `site/src/map.rs` and `style/map.css`, fills what this leaves between it and the countries. */
const LAND_DETAIL = 9_000;
/** Parts of the land around that are smaller than this many square units are left out. */
const SMALLEST_LAND = 40;
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
  BG: [4, 0],
  CH: [1, 2],
  CY: [5, 2], // Off the coast of Türkiye.
  CZ: [0, -1],
  EE: [0, -3],
  ES: [22, 4],
  GB: [5, -3],
  HR: [5, 6], // Away from Slovenia, and off Hungary, which is drawn later.
  HU: [3, 5],
  IT: [41, 57], // On the peninsula, where it has room.
  LT: [0, 14],
  LU: [10, 5], // Off Belgium.
  LV: [-5, 0],
  PL: [-5, -12],
  PT: [20, -44], // Between the sea and the border.
  RO: [18, -7],
  RS: [4, 0],
  SI: [-10, 1],
  SK: [2, -3],
};

/** The side of what a finger presses on a phone, in units: 24 pixels where the map is 353 pixels wide. */
const TARGET = 68;
/** Where the middle of a target is from the label, which it holds: none covers another. */
const AIMED = {
  AT: [8, -5],
  BE: [-18, 14],
  BG: [4, 0],
  CH: [-8, 12],
  CZ: [13, -19],
  DE: [10, -18],
  EE: [0, -15],
  FR: [-4, 10],
  GB: [0, -5],
  HR: [11, 18],
  HU: [30, 4],
  IT: [2, 16],
  LT: [4, 22],
  LU: [12, 4],
  LV: [0, 6],
  NL: [4, -20],
  PL: [-8, -18],
  RS: [4, 9],
  SI: [-5, 24],
  SK: [10, -21],
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

/** Parts of the atlas after these commands of mapshaper. @returns {Promise<any[]>} */
async function parts(/** @type {string[]} */ commands) {
  const atlas = readFileSync(new URL("node_modules/world-atlas/countries-50m.json", import.meta.url));
  const code = Object.fromEntries([...codes.map((code) => [NUMBERS[code], code]), ...Object.entries(PARTS)]);
  const coded = `-each 'code = (${JSON.stringify(code)})[number] || (${JSON.stringify(code)})[name] || null'`;
  return made(`-i input.json id-field=number -target countries ${coded} ${commands.join(" ")}`, atlas);
}

/** What mapshaper makes of a file. @returns {Promise<any[]>} */
async function made(/** @type {string} */ commands, /** @type {string | Buffer} */ input) {
  const output = await mapshaper.applyCommands(`${commands} -o out.json format=geojson`, { "input.json": input });
  const { features, geometries } = JSON.parse(output["out.json"].toString());
  return features ?? geometries.map((/** @type {any} */ geometry) => ({ type: "Feature", geometry }));
}

/** The outer rings of a shape. @returns {Point[][]} */
function outlines(/** @type {any} */ { geometry }) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((/** @type {any} */ rings) => rings[0]);
}

/** The countries' parts. @returns {Promise<Map<string, Point[][]>>} */
async function shapes() {
  const features = await parts([
    "-filter 'code !== null'",
    "-dissolve2 code",
    // Overseas territories vanish; so do Jan Mayen, the Azores and Madeira below.
    "-clip bbox=-25,34,45,71.5",
    "-proj +proj=laea +lon_0=10 +lat_0=52",
    "-simplify 18% keep-shapes",
  ]);
  // Holes are other small countries, San Marino for one, which are not on the map.
  return new Map(features.map((feature) => [feature.properties.code, outlines(feature).filter(isNear)]));
}

/** All other land, as one shape without borders. @returns {Promise<Point[][]>} */
async function around() {
  const features = await parts(["-filter 'code === null'"]);
  for (const ring of features.flatMap(outlines)) {
    // Russia crosses 180° E, where mapshaper cannot cut it off.
    const crosses = ring.some(([x], at) => Math.abs(x - ring[(at + 1) % ring.length][0]) > 180);
    if (crosses) for (const point of ring) point[0] += point[0] < 0 ? 360 : 0;
  }
  const commands = [
    "-i input.json",
    // More than the picture shows, so that its edge is no coast.
    "-clip bbox=-60,20,110,85",
    "-dissolve2",
    "-proj +proj=laea +lon_0=10 +lat_0=52",
    `-simplify interval=${LAND_DETAIL}`,
  ];
  const land = await made(commands.join(" "), JSON.stringify({ type: "FeatureCollection", features }));
  return land.flatMap(outlines);
}

/** What of a ring is inside of the picture, and a little more, so that its outline is outside. */
function within(/** @type {Point[]} */ ring, /** @type {number} */ height) {
  const more = MARGIN;
  /** @type {[0 | 1, number, number][]} */
  const edges = [[0, -more, 1], [0, WIDTH + more, -1], [1, -more, 1], [1, height + more, -1]];
  return edges.reduce((/** @type {Point[]} */ kept, [axis, limit, side]) => {
    return kept.flatMap((point, at) => {
      const next = kept[(at + 1) % kept.length];
      const [here, there] = [(point[axis] - limit) * side, (next[axis] - limit) * side];
      const part = here / (here - there);
      const crossing = point.map((from, at) => Math.round(from + part * (next[at] - from)));
      /** @type {Point[]} */
      const leaving = here >= 0 !== there >= 0 ? [[crossing[0], crossing[1]]] : [];
      return here >= 0 ? [point, ...leaving] : leaving;
    });
  }, ring);
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
  const points = ring.filter(([x, y], at, all) => {
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
/** @type {{ code: string, x: number, y: number, parts: Point[][] }[]} */
const targets = [];
const lines = [...codes.filter((code) => code !== LAST), LAST].map((code) => {
  const parts = (found.get(code) ?? [])
    .map((ring) => rounded(ring.slice(0, -1).map(placed)))
    .filter((ring) => ring.length > 2)
    .sort((a, b) => area(b) - area(a))
    .filter((ring, at) => at === 0 || area(ring) >= 2 * SMALLEST_PART);
  const [byX, byY] = MOVED[code] ?? [0, 0];
  const [x, y] = middle(parts[0]);
  const [atX, atY] = [x + byX, y + byY];
  const [aimX, aimY] = AIMED[code] ?? [0, 0];
  targets.push({ code, x: atX + aimX - TARGET / 2, y: atY + aimY - TARGET / 2, parts });
  const isMarked = MARKED.includes(code);
  lowest = Math.max(lowest, isMarked ? atY + MARKER : 0, ...parts.flat().map(([, y]) => y));
  const marker = isMarked ? `<circle cx="${atX}" cy="${atY}" r="${MARKER}"/>` : "";
  return `<g data-code="${code}" data-x="${atX}" data-y="${atY}"><path d="${path(parts)}"/>${marker}</g>`;
});
const height = lowest + MARGIN;
const land = (await around())
  .map((ring) => rounded(within(ring.slice(0, -1).map(placed), height)))
  .filter((ring) => ring.length > 2 && area(ring) >= 2 * SMALLEST_LAND);
for (const one of targets) {
  const covered = targets.find((other) => {
    return other !== one && Math.abs(other.x - one.x) < TARGET && Math.abs(other.y - one.y) < TARGET;
  });
  if (covered) throw new Error(`The targets of ${one.code} and ${covered.code} cover each other.`);
  // A country that is as large there needs none.
  const steps = Array.from({ length: TARGET / 4 + 1 }, (_, step) => step * 4);
  const isLarge = steps.every((right) => {
    return steps.every((down) => one.parts.some((ring) => depth(ring, one.x + right, one.y + down) > 0));
  });
  if (!isLarge) lines.push(`<path data-target="${one.code}" d="M${one.x} ${one.y}h${TARGET}v${TARGET}h-${TARGET}z"/>`);
}
// Under the countries, so that its borders with them need not be exact.
lines.unshift(`<path class="land" d="${path(land)}"/>`);
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}">\n${lines.join("\n")}\n</svg>\n`;
writeFileSync(new URL("europe.svg", import.meta.url), svg);
