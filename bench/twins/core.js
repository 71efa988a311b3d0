// @ts-check
// What the twins share: the dataset, the query and what it selects, with the same meaning as in
// catalog/src/{query,selection,life,country,shortlist,fold,index}.rs and catalog/src/text/, written as one would in
// JavaScript. Neither twin checks the dataset: what is served was checked when it was built.

/** @typedef {"yes" | "not-yet" | "no-longer" | "unknown"} Force whether a document is in force */
/**
 * @typedef {{
 *   kind: string, title: string, title_original?: string, issuer: string, year?: number,
 *   period?: [number | null, number | null], status: string, url: string, summary: string, id: string,
 *   folded?: string, inSight?: string, force: Force, lives: [number, number] | null
 * }} Resource
 */
/**
 * @typedef {{
 *   code: string, name: string, native_names?: { name: string }[], plan_status: string, overview: string,
 *   plan?: string[], resources: Resource[],
 *   lower: string, sentence: string, extent: string, hasVideo: boolean, state: string, folded?: string,
 *   plans: number[], order: number[]
 * }} Country
 */
/** @typedef {{ countries: Country[], europe: Resource[], version: string, years: [number, number], isFolded: boolean }} Catalog */
/** @typedef {[number | null, number | null]} Years */
/**
 * @typedef {{
 *   country: Set<string>, kind: Set<string>, status: Set<string>, plan: Set<string>, now: boolean, years: Years | null,
 *   video: boolean, text: string, sort: string
 * }} Query
 */
/** @typedef {{ resource: Resource, isFoundInDetails: boolean }} Line a document of a card */
/** @typedef {{ state: string, lines: Line[] }} CardState what a card shows under a query */
/** @typedef {{ country: Country, fits: number[], missing: string[] }} Match */
/** @typedef {{ countries: number, documents: number }} Count */
/** @typedef {{ matches: Match[], europe: number, documents: number, facets: Map<string, Count> }} Selection */
/** @typedef {{ name: string, value: string }} Change a value of a list that is put in or taken out, or a text, years or an order that is set */

export const PAGE = 60;
const SHORTLIST = 3;
const MOST_WORDS = 16;
const MOST_NAMED = 6;
/** How long a visitor has to pause until what was typed is announced and written into the address, in milliseconds. */
export const TYPING_PAUSE = 600;
/** How long the results stay as they are before they are marked, in milliseconds. */
const MARK_AFTER = 100;

// Words

/** @type {Record<string, string>} */
export const PLANS = {
  "in-force": "Plan in force",
  ended: "Plan ended",
  "in-preparation": "Plan in preparation",
  "programme-only": "Programmes only",
  "none-found": "No plan or programme",
};
/** @type {Record<string, string>} */
export const PLAN_MEANINGS = {
  "in-force": "A national plan or strategy for genomics is adopted and in force.",
  ended: "The national plan is over, and no next one was found.",
  "in-preparation": "A national plan is being drawn up, waits to be adopted, or has yet to begin.",
  "programme-only": "There are national programmes or projects, but no plan was found.",
  "none-found": "Neither a plan nor a national programme was found.",
};
/** Each kind, and what it means. @type {Record<string, [string, string]>} */
export const KINDS = {
  strategy: ["Strategy", "Sets a country's goals for genomics and how to reach them."],
  "implementation-plan": ["Implementation plan", "Says who carries out a strategy, by when and with what money."],
  roadmap: ["Roadmap", "Puts the steps towards a goal in order."],
  law: ["Law", "An act, decree or bill that governs genetic data, tests or institutions."],
  programme: ["Programme", "A funded programme or project of national reach."],
  "genome-centre": ["Genome centre", "A national institution that sequences genomes or keeps their data."],
  biobank: ["Biobank", "A national collection of samples and data for research."],
  report: ["Report", "A study, survey or review of where a country stands."],
};
/** @type {Record<string, string>} */
export const STATUSES = {
  active: "Active",
  planned: "Planned",
  completed: "Completed",
  discontinued: "Discontinued",
  unknown: "Status unknown",
};
/** @type {Record<string, string>} */
export const STATUS_MEANINGS = {
  active: "In force or running.",
  planned: "Announced or drafted, not yet in force.",
  completed: "Its period is over, or its work is done.",
  discontinued: "Given up before it was done.",
  unknown: "No page was found that gives its status.",
};
/** The page that was sent has no filter to close. @type {Map<string, string>} */
const drawings = new Map([
  ["close", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M6 6l12 12M18 6L6 18"></path></svg>'],
]);

/** How an icon is drawn: as in the page that was sent. @param {string} name */
export function drawing(name) {
  const known = drawings.get(name);
  if (known !== undefined) return known;
  const drawn = document.querySelector(`[data-icon="${name}"]`)?.innerHTML ?? "";
  drawings.set(name, drawn);
  return drawn;
}

export const IN_FORCE_TODAY = "In force today";
export const IN_FORCE_TODAY_MEANING = "Active, begun and not over; one without an end runs on.";
/** @type {Record<string, string>} */
export const SORTS = { name: "Country name", newest: "Newest document", documents: "Number of documents" };

/** @param {number} number @param {string} one @param {string} many */
export const plural = (number, one, many) => (number === 1 ? one : many).replace("#", grouped(String(number)));
/** @param {string} digits */
const grouped = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ",");
/** @param {number} number */
export const countries = (number) => plural(number, "# country", "# countries");
/** @param {number} number */
export const documents = (number) => plural(number, "# document", "# documents");

/** What is chosen in the picker of countries. @param {Set<string>} chosen @param {Catalog} catalog */
export function chosenCountries(chosen, catalog) {
  if (chosen.size === 0) return "Any";
  if (chosen.size > 2) return `${chosen.size} chosen`;
  return catalog.countries.filter(({ lower }) => chosen.has(lower)).map(({ name }) => name).join(", ");
}

export const SEARCH_HELP =
  "The search looks at countries and their names in many languages, at titles, issuers and summaries of documents, and " +
  "at talks. It does not look into the documents themselves.";

/** @param {Years} years */
export function period([from, to]) {
  if (from !== null && to !== null) return from === to ? `${from}` : `${from}–${to}`;
  return from !== null ? `from ${from}` : `until ${to}`;
}

/** @param {Resource} resource */
export function when({ year, period: covers }) {
  if (!covers) return year === undefined ? "year unknown" : `${year}`;
  return year === undefined || covers[0] === year ? period(covers) : `${year} (${period(covers)})`;
}

/** The years of a country's plan, where it is in force or was. @param {Country} country @param {string} state */
export function planYears({ plans, resources }, state) {
  const isAdopted = state === "in-force" || state === "ended";
  return isAdopted && plans.length > 0 ? when(resources[plans[0]]) : undefined;
}

/** @param {Country} country */
export const toggleWords = ({ name, extent }) => `Everything about ${name}: ${extent}`;

/** Up to the first full stop that ends a sentence. @param {string} text */
function firstSentence(text) {
  for (const { index } of text.matchAll(/\. (?=\p{Lu})/gu)) {
    const word = text.slice(0, index).split(/[ (]/).at(-1) ?? "";
    if ([...word].length > 2) return text.slice(0, index + 1);
  }
  return text;
}

// The dataset

/** Fetches the dataset that the page names, as it is on its own day: so the page was sent. @returns {Promise<Catalog>} */
export async function load() {
  const app = /** @type {HTMLElement} */ (document.getElementById("app"));
  const response = await fetch(app.dataset.catalog ?? "");
  return prepare(await response.json());
}

/** @param {Pick<Catalog, "countries" | "europe" | "version"> & { videos: { countries: string[] }[] }} dataset @returns {Catalog} */
export function prepare({ countries, europe = [], videos, version }) {
  const names = new Map(countries.map((country) => [country, fold(country.name)]));
  countries.sort((a, b) => ((names.get(a) ?? "") < (names.get(b) ?? "") ? -1 : 1));
  const kinds = Object.keys(KINDS);
  for (const country of countries) {
    const { code, plan = [], resources } = country;
    const number = videos.filter(({ countries }) => countries.includes(code)).length;
    country.lower = code.toLowerCase();
    country.sentence = firstSentence(country.overview);
    country.hasVideo = number > 0;
    country.extent = documents(resources.length) + (number > 0 ? `, ${plural(number, "# video", "# videos")}` : "");
    country.plans = plan.map((id) => resources.findIndex((resource) => resource.id === id));
    const byKind = kinds.map(() => /** @type {number[]} */ ([]));
    resources.forEach(({ kind }, at) => country.plans.includes(at) || byKind[kinds.indexOf(kind)].push(at));
    country.order = [...country.plans, ...byKind.flat()];
  }
  const catalog = { countries, europe, version, years: /** @type {[number, number]} */ ([0, 0]), isFolded: false };
  setDay(catalog, Number(version.slice(0, 4)));
  return catalog;
}

/**
 * The visitor's year, which all answers are for from now on; whether it is another than before. Lives are known to
 * the year.
 * @param {Catalog} catalog
 */
export function followDay(catalog) {
  const year = new Date().getFullYear();
  return year !== day && (setDay(catalog, year), true);
}

/** The year that all answers are for. */
let day = 0;

/** How far each document and country is in that year. @param {Catalog} catalog @param {number} year */
export function setDay(catalog, year) {
  day = year;
  const range = /** @type {[number, number]} */ ([Infinity, -Infinity]);
  for (const resources of [...catalog.countries.map(({ resources }) => resources), catalog.europe]) {
    for (const resource of resources) {
      live(resource, year);
      if (!resource.lives) continue;
      range[0] = Math.min(range[0], resource.lives[0]);
      range[1] = Math.max(range[1], resource.lives[1]);
    }
  }
  for (const country of catalog.countries) country.state = stateOf(country);
  catalog.years = range;
}

/** From when to when a document applies, and whether it does in that year. @param {Resource} resource @param {number} now */
function live(resource, now) {
  const { year, period, status } = resource;
  const end = period?.[1] ?? null;
  // A document may come out after the years that it is about: then their start is not known.
  const own = year !== undefined && !(end !== null && end < year) ? year : null;
  const from = period?.[0] ?? own;
  const isOver = (end !== null && end < now) || status === "completed" || status === "discontinued";
  const isToCome = status === "planned" || (from !== null && from > now);
  resource.force = isOver ? "no-longer" : isToCome ? "not-yet" : status === "active" ? "yes" : "unknown";
  // Without an end, an active one runs on; of another, only the first year is known.
  const last = end ?? (from !== null && status === "active" ? Math.max(from, now) : from);
  resource.lives = last === null ? null : [from ?? last, last];
}

/** @param {Country} country */
function stateOf({ plan_status: status, plans, resources }) {
  if (status !== "adopted") return status;
  const forces = plans.map((at) => resources[at].force);
  if (forces.includes("yes")) return "in-force";
  if (forces.includes("not-yet")) return "in-preparation";
  return forces.includes("no-longer") && !forces.includes("unknown") ? "ended" : "in-force";
}

// The query and the address

/** @returns {Query} */
export const everything = () => ({
  country: new Set(), kind: new Set(), status: new Set(), plan: new Set(), now: false, years: null, video: false, text: "", sort: "name",
});

/** @param {string} text */
const tidy = (text) => text.replace(/\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, " ").trim().split(/\s+/).join(" ").slice(0, 200).trimEnd();

const LISTS = /** @type {const} */ (["country", "kind", "status", "plan"]);
const ADOPTED = ["in-force", "ended"];

/** @param {string} search @param {Catalog} catalog @returns {Query} */
export function parse(search, catalog) {
  const query = everything();
  const known = {
    country: catalog.countries.map(({ lower }) => lower),
    kind: Object.keys(KINDS), status: Object.keys(STATUSES), plan: Object.keys(PLANS),
  };
  for (const [name, value] of new URLSearchParams(search)) {
    const list = LISTS.find((list) => list === name);
    if (list) for (const one of value.toLowerCase().split(",")) known[list].includes(one) && query[list].add(one);
    // Both together have a name of their own.
    if (list === "plan" && value.split(",").includes("adopted")) ADOPTED.forEach((state) => query.plan.add(state));
    if (name === "now" || name === "video") query[name] = value === "1";
    if (name === "q") query.text = tidy(value);
    if (name === "sort" && value in SORTS) query.sort = value;
    const years = name === "year" && /^(\d{4})?(-?)(\d{4})?$/.exec(value);
    if (years && (years[1] || years[3])) {
      const from = years[1] ? Number(years[1]) : null;
      query.years = inOrder(from, years[2] ? (years[3] ? Number(years[3]) : null) : from);
    }
  }
  return query;
}

/** @param {number | null} from @param {number | null} to @returns {Years | null} */
export function inOrder(from, to) {
  if (from === null && to === null) return null;
  return from !== null && to !== null && from > to ? [to, from] : [from, to];
}

/** The canonical address of a query. @param {Query} query */
export function encode(query) {
  const { plan, now, years, video, text, sort } = query;
  const states = ADOPTED.every((state) => plan.has(state)) ? new Set(["adopted", ...plan].filter((state) => !ADOPTED.includes(state))) : plan;
  const list = (/** @type {Set<string>} */ values) => [...values].sort().join(",");
  const parts = [["country", list(query.country)], ["kind", list(query.kind)], ["status", list(query.status)], ["now", now ? "1" : ""], ["plan", list(states)]];
  if (years) parts.push(["year", years[0] === years[1] ? `${years[0]}` : `${years[0] ?? ""}-${years[1] ?? ""}`]);
  if (video) parts.push(["video", "1"]);
  if (text) parts.push(["q", new URLSearchParams({ q: text }).toString().slice(2)]);
  if (sort !== "name") parts.push(["sort", sort]);
  const encoded = parts.filter(([, value]) => value).map(([name, value]) => `${name}=${value}`).join("&");
  return location.pathname + (encoded && `?${encoded}`);
}

/** @param {Query} query @param {Change} change @returns {Query} */
export function toggled(query, { name, value }) {
  const list = LISTS.find((list) => list === name);
  if (list) {
    const values = new Set(query[list]);
    if (!values.delete(value)) values.add(value);
    return { ...query, [list]: values };
  }
  if (name === "now" || name === "video") return { ...query, [name]: !query[name] };
  if (name === "text") return { ...query, text: tidy(value) };
  if (name === "years") return { ...query, years: null };
  return { ...query, sort: value };
}

/** The filters that are set: the change that takes each out, and its words. @param {Query} query @param {Catalog} catalog */
export function chips(query, catalog) {
  const named = (/** @type {Record<string, string>} */ words, /** @type {typeof LISTS[number]} */ name) =>
    Object.keys(words).filter((value) => query[name].has(value)).map((value) => ({ name, value, words: words[value] }));
  const chosen = catalog.countries.filter(({ lower }) => query.country.has(lower));
  const kinds = Object.fromEntries(Object.entries(KINDS).map(([kind, [one]]) => [kind, one]));
  return [
    ...chosen.map(({ lower, name }) => ({ name: "country", value: lower, words: name })),
    ...named(PLANS, "plan"), ...named(kinds, "kind"), ...named(STATUSES, "status"),
    ...(query.now ? [{ name: "now", value: "1", words: IN_FORCE_TODAY }] : []),
    ...(query.years ? [{ name: "years", value: "", words: period(query.years) }] : []),
    ...(query.video ? [{ name: "video", value: "1", words: "With a video" }] : []),
    ...(query.text ? [{ name: "text", value: "", words: `“${query.text}”` }] : []),
  ];
}

/** What is on the screen, in a sentence. @param {Selection} selection @param {{ words: string }[]} set */
export function sentence({ matches, europe, documents: number }, set) {
  const found = matches.length > 0 ? `${countries(matches.length)}, ${documents(number)}` : "No results";
  const across = matches.length > 0 ? `, ${europe} of them across Europe` : `, ${documents(europe)} across Europe`;
  const whole = found + (europe > 0 ? across : "");
  if (set.length === 0) return whole;
  if (set.length <= MOST_NAMED) return `${whole}: ${set.map(({ words }) => words).join(" · ")}`;
  return matches.length === 0 && europe === 0 ? `No results for all ${set.length} filters` : `${whole} with ${set.length} filters`;
}

/** The title of the page. @param {Catalog} catalog @param {{ words: string }[]} set */
export function title(catalog, set) {
  if (set.length === 0) return `National Genomic Plans: ${plural(catalog.countries.length, "# European country", "# European countries")}`;
  const names = set.length > MOST_NAMED ? `${set.length} filters` : set.map(({ words }) => words).join(" · ");
  return `${names} · National Genomic Plans`;
}

// The selection

/** @type {Record<string, string>} */
const LETTERS = { æ: "ae", œ: "oe", ø: "o", ß: "ss", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i", ħ: "h", ĳ: "ij", ŋ: "n", ς: "σ" };

/** In lower case without diacritics, its words separated by one space each. @param {string} text */
export const fold = (text) =>
  text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[æœøßđðþłıħĳŋς]/g, (letter) => LETTERS[letter])
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** The words of a search. @param {string} text */
export const wordsOf = (text) => [...new Set(fold(text).split(" ").filter(Boolean))].slice(0, MOST_WORDS);

/** Folds all texts, at the first search. @param {Catalog} catalog */
function foldAll(catalog) {
  const foldDocument = (/** @type {Resource} */ resource) => {
    resource.inSight = ` ${fold(resource.title)} ${fold(resource.issuer)}`;
    resource.folded = `${resource.inSight} ${fold(resource.summary)} ${fold(resource.title_original ?? "")}`;
  };
  for (const country of catalog.countries) {
    const names = (country.native_names ?? []).map(({ name }) => name);
    country.folded = ` ${[country.name, country.overview, ...names].map(fold).join(" ")}`;
    country.resources.forEach(foldDocument);
  }
  catalog.europe.forEach(foldDocument);
  catalog.isFolded = true;
}

// The filters, a bit each: which of them a country or document does not pass.
const COUNTRY = 1, PLAN = 2, VIDEO = 4, KIND = 8, STATUS = 16, NOW = 32, REST = 64;

/** @param {Set<string>} asked @param {string} value */
const fits = (asked, value) => asked.size === 0 || asked.has(value);

/**
 * What a query selects.
 * @param {Catalog} catalog
 * @param {Query} query
 * @returns {Selection}
 */
export function select(catalog, query) {
  const words = wordsOf(query.text);
  if (words.length > 0 && !catalog.isFolded) foldAll(catalog);
  const needles = words.map((word) => ` ${word}`);
  const filtersDocuments = query.kind.size > 0 || query.status.size > 0 || query.now || query.years !== null;
  /** @type {Map<string, Count>} */
  const facets = new Map();
  /** @param {string} key @param {number} documents @param {boolean} found */
  const count = (key, documents, found) => {
    const known = facets.get(key);
    if (!known) facets.set(key, { countries: found ? 1 : 0, documents });
    else {
      known.documents += documents;
      if (found) known.countries += 1;
    }
  };
  /** @type {Match[]} */
  const matches = [];
  let documents = 0;
  for (const country of catalog.countries) {
    const fails = (fits(query.country, country.lower) ? 0 : COUNTRY) | (fits(query.plan, country.state) ? 0 : PLAN) |
      (query.video && !country.hasVideo ? VIDEO : 0);
    // Words that the country itself does not have must stand in the document.
    const missing = needles.filter((needle) => !country.folded?.includes(needle));
    const standsAlone = missing.length === 0 && !filtersDocuments;
    /** @type {number[]} */
    const fitting = [];
    let [ofCountry, ofPlan, ofVideo] = [0, 0, 0];
    for (let at = 0; at < country.resources.length; at++) {
      const all = judge(country.resources[at], query, fails, missing, facets);
      if (all === 0) fitting.push(at);
      if ((all & ~COUNTRY) === 0) ofCountry += 1;
      if ((all & ~PLAN) === 0) ofPlan += 1;
      if ((all & ~VIDEO) === 0) ofVideo += 1;
    }
    count(`country ${country.lower}`, ofCountry, ofCountry > 0 || (standsAlone && (fails & ~COUNTRY) === 0));
    count(`plan ${country.state}`, ofPlan, ofPlan > 0 || (standsAlone && (fails & ~PLAN) === 0));
    if (country.hasVideo) count("video 1", ofVideo, ofVideo > 0 || (standsAlone && (fails & ~VIDEO) === 0));
    if (fitting.length > 0 || (fails === 0 && standsAlone)) {
      documents += fitting.length;
      matches.push({ country, fits: fitting, missing });
    }
  }
  // They have no country that a filter on countries could let through.
  const fails = (query.country.size > 0 ? COUNTRY : 0) | (query.plan.size > 0 ? PLAN : 0) | (query.video ? VIDEO : 0);
  const europe = catalog.europe.filter((resource) => judge(resource, query, fails, needles, facets) === 0).length;
  const key = sortKey(query.sort);
  if (key) matches.sort((a, b) => key(b) - key(a));
  return { matches, europe, documents: documents + europe, facets };
}

/**
 * Which filters a document does not pass; what options on documents would leave of it is counted.
 * @param {Resource} resource
 * @param {Query} query
 * @param {number} fails what its owner does not pass
 * @param {string[]} missing words that its owner does not have
 * @param {Map<string, Count>} facets
 */
function judge(resource, query, fails, missing, facets) {
  const isNow = resource.force === "yes";
  const all = fails | (fits(query.kind, resource.kind) ? 0 : KIND) | (fits(query.status, resource.status) ? 0 : STATUS) |
    (query.now && !isNow ? NOW : 0) |
    (isWithin(resource, query.years) && missing.every((needle) => resource.folded?.includes(needle)) ? 0 : REST);
  if ((all & ~KIND) === 0) countOne(facets, `kind ${resource.kind}`);
  if ((all & ~STATUS) === 0) countOne(facets, `status ${resource.status}`);
  if (isNow && (all & ~NOW) === 0) countOne(facets, "now 1");
  return all;
}

/** @param {Map<string, Count>} facets @param {string} key */
function countOne(facets, key) {
  const known = facets.get(key);
  if (known) known.documents += 1;
  else facets.set(key, { countries: 0, documents: 1 });
}

/** @param {Resource} resource @param {Years | null} years */
function isWithin({ lives, force }, years) {
  if (!years) return true;
  if (!lives) return false;
  // Where only the end is known, what is in force has begun by today.
  const from = force === "yes" ? Math.min(lives[0], day) : lives[0];
  return from <= (years[1] ?? Infinity) && (years[0] ?? -Infinity) <= lives[1];
}

/** @param {string} sort @returns {((found: Match) => number) | undefined} */
function sortKey(sort) {
  if (sort === "documents") return ({ fits }) => fits.length;
  const year = (/** @type {Resource} */ { year, period }) => year ?? period?.[0] ?? 0;
  if (sort === "newest") return ({ country, fits }) => Math.max(0, ...fits.map((at) => year(country.resources[at])));
  return undefined;
}

/**
 * What the card of a match shows. One that shows the same as before is the same object, so that nothing is rendered
 * for it.
 * @param {Match} match
 * @param {Map<Country, CardState>} before what the cards showed
 * @returns {CardState}
 */
export function cardOf({ country, fits, missing }, before) {
  const { order, resources, state } = country;
  const isFit = (/** @type {number} */ at) => fits.length === 0 || fits.length === resources.length || fits.includes(at);
  /** @type {Line[]} */
  const lines = [];
  for (const at of order) {
    if (lines.length === SHORTLIST) break;
    if (!isFit(at)) continue;
    const resource = resources[at];
    // What was searched for and stands only in the details.
    const isFoundInDetails = fits.length > 0 && missing.some((needle) => !resource.inSight?.includes(needle));
    lines.push({ resource, isFoundInDetails });
  }
  const was = before.get(country);
  const isSame = was && was.state === state && was.lines.length === lines.length &&
    lines.every((line, at) => line.resource === was.lines[at].resource && line.isFoundInDetails === was.lines[at].isFoundInDetails);
  if (isSame) return was;
  const card = { state, lines };
  before.set(country, card);
  return card;
}

// The page

/** Writes the address. @param {Query} query @param {boolean} isTyping */
export function writeAddress(query, isTyping) {
  try {
    if (isTyping) history.replaceState(history.state, "", encode(query));
    else history.pushState(null, "", encode(query));
  } catch {
    // A browser refuses more than a hundred changes in some seconds.
  }
}

/** Shows the text in the search field where it changed in another way; what is being typed stays as typed. @param {Query} query */
export function showText({ text }) {
  const field = /** @type {HTMLInputElement} */ (document.querySelector("input[name=q]"));
  if (tidy(field.value) !== text) field.value = text;
}

/** Brings the results back into view. */
export function returnToResults() {
  requestAnimationFrame(() => {
    const results = document.getElementById("results");
    if (results && results.getBoundingClientRect().top < 0) results.scrollIntoView();
  });
}

const SEARCHED = ".card-name, .overview, .shortlist a, .found-in";

/** @type {ReturnType<typeof setTimeout> | undefined} */
let marking;

/** Marks what was searched for: typing does not wait for the marks. @param {string} text */
export function highlight(text) {
  clearTimeout(marking);
  marking = setTimeout(() => {
    CSS.highlights.delete("search");
    const words = wordsOf(text);
    if (words.length === 0) return;
    const marks = new Highlight();
    for (const element of document.querySelectorAll(SEARCHED)) {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) markText(node, words, marks);
    }
    CSS.highlights.set("search", marks);
  }, MARK_AFTER);
}

/** @param {Node} node @param {string[]} words @param {Highlight} marks */
function markText(node, words, marks) {
  const text = node.nodeValue ?? "";
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const folded = fold(word);
    const longest = words.filter((needle) => folded.startsWith(needle)).reduce((most, needle) => Math.max(most, needle.length), 0);
    if (longest === 0) continue;
    // A browser looks at every other kind of range for every node that is removed.
    marks.add(new StaticRange({ startContainer: node, startOffset: index, endContainer: node, endOffset: index + Math.min(longest, word.length) }));
  }
}

/** Says that the page reacts, as the app does. */
export const isReady = () => document.documentElement.setAttribute("data-ready", "");
