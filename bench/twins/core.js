// @ts-check
// What the twins share: the dataset, the query and what it selects, with the same meaning as in
// catalog/src/{query,selection,fold,index,card}.rs, written as one would in JavaScript. Neither twin checks the
// dataset: what is served was checked when it was built.

/** @typedef {{ language: string, name: string }} NativeName */
/**
 * @typedef {{
 *   id: string, kind: string, title: string, title_original?: string, language_original: string, issuer: string,
 *   year?: number, period?: [number | null, number | null], status: string, url: string, summary: string,
 *   figures?: { label: string, value: string, unit: string, as_of?: string }[], sources: string[],
 *   confidence: string, checked: string, folded?: string, inSight?: string
 * }} Resource
 */
/**
 * @typedef {{
 *   code: string, name: string, native_names?: NativeName[], plan_status: string, overview: string,
 *   overview_sources: string[], declaration: { signatory: boolean, signed?: string, sources: string[] },
 *   resources: Resource[], implementation?: { category: string, title: string, url: string }[],
 *   lower: string, size: string, videos: Video[], folded?: string, byKind: number[], places: number[]
 * }} Country
 */
/**
 * @typedef {{
 *   id: string, event?: string, youtube?: string, playlist?: string, playlist_index?: number, video_count?: number,
 *   countries: string[], title: string, speaker?: string, date?: string, language: string
 * }} Video
 */
/** @typedef {{ countries: Country[], videos: Video[], events: Map<string, string>, years: [number, number], isFolded: boolean }} Catalog */
/** @typedef {[number | null, number | null]} Years */
/**
 * @typedef {{
 *   country: Set<string>, kind: Set<string>, status: Set<string>, plan: Set<string>, years: Years | null,
 *   video: boolean, text: string, sort: string
 * }} Query
 */
/** @typedef {{ fits: number[], first: number, opens: boolean[] }} CardState what a card shows under a query */
/** @typedef {{ country: Country, card: CardState }} Match */
/** @typedef {{ countries: number, documents: number }} Count */
/** @typedef {{ matches: Match[], documents: number, facets: Map<string, Count> }} Selection */
/** @typedef {{ name: string, value: string }} Change a value of a list that is put in or taken out, or a text, years or an order that is set */

export const PAGE = 60;
const FEW_COUNTRIES = 4;
const FEW_DOCUMENTS = 3;
export const LONGEST = 20;
const MOST_WORDS = 16;
const MOST_NAMED = 6;

// Words

/** @type {Record<string, string>} */
export const PLANS = {
  adopted: "Plan adopted",
  "in-preparation": "Plan in preparation",
  "programme-only": "Programmes only",
  "none-found": "No plan or programme",
};
/** @type {Record<string, string>} */
export const PLAN_MEANINGS = {
  adopted: "The country has adopted a national plan or strategy for genomics.",
  "in-preparation": "A national plan is being drawn up, or waits to be adopted.",
  "programme-only": "There are national programmes or projects, but no plan was found.",
  "none-found": "Neither a plan nor a national programme was found.",
};
/** Each kind in the singular and plural, and what it means. @type {Record<string, [string, string, string]>} */
export const KINDS = {
  strategy: ["Strategy", "Strategies", "Sets a country's goals for genomics and how to reach them."],
  "implementation-plan": ["Implementation plan", "Implementation plans", "Says who carries out a strategy, by when and with what money."],
  roadmap: ["Roadmap", "Roadmaps", "Puts the steps towards a goal in order."],
  law: ["Law", "Laws", "An act, decree or bill that governs genetic data, tests or institutions."],
  programme: ["Programme", "Programmes", "A funded programme or project of national reach."],
  "genome-centre": ["Genome centre", "Genome centres", "A national institution that sequences genomes or keeps their data."],
  biobank: ["Biobank", "Biobanks", "A national collection of samples and data for research."],
  report: ["Report", "Reports", "A study, survey or review of where a country stands."],
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
/** @type {Record<string, string>} */
export const CATEGORIES = {
  "entry-page": "Entry page",
  "technical-implementation": "Technical implementation",
  elsi: "Ethical, legal and social issues (ELSI)",
  training: "Training",
};
/** @type {Record<string, string>} */
export const SORTS = { name: "Country name", newest: "Newest document", documents: "Number of documents" };
/** @type {Record<string, string>} */
const LANGUAGES = {
  bg: "Bulgarian", cs: "Czech", da: "Danish", de: "German", el: "Greek", en: "English", es: "Spanish", et: "Estonian",
  fi: "Finnish", fr: "French", ga: "Irish", hr: "Croatian", hu: "Hungarian", is: "Icelandic", it: "Italian",
  lb: "Luxembourgish", lt: "Lithuanian", lv: "Latvian", mt: "Maltese", nb: "Norwegian Bokmål", nl: "Dutch",
  nn: "Norwegian Nynorsk", no: "Norwegian", pl: "Polish", pt: "Portuguese", ro: "Romanian", sk: "Slovak",
  sl: "Slovenian", sv: "Swedish",
};
const MONTHS = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
];

/** @param {number} number @param {string} one @param {string} many */
export const plural = (number, one, many) => (number === 1 ? one : many).replace("#", grouped(String(number)));
/** @param {string} digits */
const grouped = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ",");
/** @param {number} number */
export const countries = (number) => plural(number, "# country", "# countries");
/** @param {number} number */
export const documents = (number) => plural(number, "# document", "# documents");

/** @param {string} date */
export function dateWords(date) {
  const [year, month, day] = date.split("-").map(Number);
  return [day, month && MONTHS[month - 1], year].filter(Boolean).join(" ");
}

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

/** @param {Country["declaration"]} declaration */
export function declarationWords({ signatory, signed }) {
  if (!signatory) return "Not a signatory of the 1+ Million Genomes declaration";
  return signed ? `Signed the 1+ Million Genomes declaration: ${dateWords(signed)}`
    : "Signed the 1+ Million Genomes declaration; the date is not known";
}

/** The marks of a document. @param {Resource} resource */
export function marks({ url, language_original: language, confidence }) {
  const path = url.split(/[?#]/)[0];
  return [
    /\.pdf$/i.test(path) && "PDF",
    !/^en(-|$)/.test(language) && `in ${LANGUAGES[language] ?? language}`,
    url.startsWith("http:") && "not encrypted (http)",
    confidence === "medium" && "Secondary source",
  ].filter((mark) => mark !== false);
}

/** @param {Resource} resource */
export const checkedWords = ({ checked, confidence }) =>
  `Checked ${dateWords(checked)}${confidence === "medium" ? ". From a reliable secondary source; the official page was not seen." : ""}`;

/** @param {NonNullable<Resource["figures"]>[number]} figure */
export function figureWords({ value, unit }) {
  const [whole, decimals] = value.split(".");
  const number = (unit === "year" ? whole : grouped(whole)) + (decimals ? `.${decimals}` : "");
  return unit === "year" ? number : `${number} ${unit}`;
}

/** @param {string} note */
export const asOf = (note) => (/^\d{4}(-\d\d){0,2}$/.test(note) ? `as of ${dateWords(note)}` : note);

/** An address for people. @param {string} url */
export const readable = (url) => url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");

/** When the documents of a country were checked. @param {Country} country */
export const countryChecked = ({ resources }) =>
  `Documents checked ${dateWords(resources.map(({ checked }) => checked).reduce((a, b) => (a < b ? a : b)))}`;

/** @param {Video} video */
export function speakerWords({ speaker, youtube }) {
  return speaker && (youtube ? speaker : `First speaker: ${speaker}`);
}

/** @param {Video} video */
export function videoFacts({ date, youtube, video_count: count }) {
  const extent = youtube ? "Video" : count ? plural(count, "# video", "# videos") : "Playlist";
  return [date && dateWords(date), extent].filter(Boolean).join(" · ");
}

/** @param {Video} video */
export const playWords = ({ title, speaker, youtube }) => `Play: ${title}${speaker && youtube ? `, ${speaker}` : ""}`;

/** @param {Video} video */
export function watchAddress({ youtube, playlist, playlist_index: place }) {
  const site = "https://www.youtube.com/";
  if (!youtube) return `${site}playlist?list=${playlist}`;
  return playlist ? `${site}watch?v=${youtube}&list=${playlist}&index=${place}` : `${site}watch?v=${youtube}`;
}

// The dataset

/** Fetches the dataset that the page names. @returns {Promise<Catalog>} */
export async function load() {
  const app = /** @type {HTMLElement} */ (document.getElementById("app"));
  const response = await fetch(app.dataset.catalog ?? "");
  return prepare(await response.json());
}

/** How high a card is on a phone, in steps of 256 pixels; src/view/card.rs says more. @param {Country} country */
function size({ resources, videos, overview, implementation = [] }) {
  const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text).length;
  const shown = resources.slice(0, resources.length > FEW_DOCUMENTS + 1 ? FEW_DOCUMENTS : undefined);
  const documents = shown.map(({ title, issuer }) => 155 + Math.floor(((bytes(title) + bytes(issuer)) * 2) / 3));
  const rest = 440 + bytes(overview) + 345 * videos.length + 55 * implementation.length;
  const steps = Math.floor(documents.reduce((all, one) => all + one, rest) / 256);
  return String(Math.min(Math.max(steps, 1), 10) + 1);
}

/** @param {{ countries: Country[], videos: Video[], events: { id: string, title: string }[] }} dataset @returns {Catalog} */
function prepare({ countries, videos, events }) {
  countries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const kinds = Object.keys(KINDS);
  const videosOf = Map.groupBy(videos.flatMap((video) => video.countries.map((code) => ({ code, video }))), ({ code }) => code);
  const years = [Infinity, -Infinity];
  for (const country of countries) {
    country.lower = country.code.toLowerCase();
    country.videos = (videosOf.get(country.code) ?? []).map(({ video }) => video);
    country.size = size(country);
    country.places = country.resources.map((_, at) => at);
    const byKind = kinds.map(() => /** @type {number[]} */ ([]));
    country.resources.forEach(({ kind }, at) => byKind[kinds.indexOf(kind)].push(at));
    country.byKind = byKind.flat();
    for (const { year, period } of country.resources) {
      for (const one of [year, ...(period ?? [])]) {
        if (typeof one === "number") {
          years[0] = Math.min(years[0], one);
          years[1] = Math.max(years[1], one);
        }
      }
    }
  }
  const titles = new Map(events.map(({ id, title }) => [id, title]));
  return { countries, videos, events: titles, years: /** @type {[number, number]} */ (years), isFolded: false };
}

// The query and the address

/** @returns {Query} */
export const everything = () => ({
  country: new Set(), kind: new Set(), status: new Set(), plan: new Set(), years: null, video: false, text: "", sort: "name",
});

/** @param {string} text */
const tidy = (text) => text.replace(/\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, " ").trim().split(/\s+/).join(" ").slice(0, 200).trimEnd();

const LISTS = /** @type {const} */ (["country", "kind", "status", "plan"]);

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
    if (name === "video") query.video = value === "1";
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
  const parts = LISTS.map((name) => [name, [...query[name]].sort().join(",")]);
  const { years, video, text, sort } = query;
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
  if (name === "video") return { ...query, video: !query.video };
  if (name === "text") return { ...query, text: tidy(value) };
  if (name === "years") return { ...query, years: null };
  return { ...query, sort: value };
}

/** The filters that are set: the change that takes each out, and its words. @param {Query} query @param {Catalog} catalog */
export function chips(query, catalog) {
  const named = (/** @type {Record<string, string>} */ words, /** @type {typeof LISTS[number]} */ name) =>
    Object.keys(words).filter((value) => query[name].has(value)).map((value) => ({ name, value, words: words[value] }));
  const chosen = catalog.countries.filter(({ lower }) => query.country.has(lower)).sort((a, b) => (a.code < b.code ? -1 : 1));
  const kinds = Object.fromEntries(Object.entries(KINDS).map(([kind, [one]]) => [kind, one]));
  return [
    ...chosen.map(({ lower, name }) => ({ name: "country", value: lower, words: name })),
    ...named(PLANS, "plan"), ...named(kinds, "kind"), ...named(STATUSES, "status"),
    ...(query.years ? [{ name: "years", value: "", words: period(query.years) }] : []),
    ...(query.video ? [{ name: "video", value: "1", words: "With a video" }] : []),
    ...(query.text ? [{ name: "text", value: "", words: `“${query.text}”` }] : []),
  ];
}

/** What is on the screen, in a sentence. @param {Selection} selection @param {{ words: string }[]} set */
export function sentence({ matches, documents: number }, set) {
  const counts = `${countries(matches.length)}, ${documents(number)}`;
  const names = set.map(({ words }) => words).join(" · ");
  if (matches.length === 0) return set.length > MOST_NAMED ? `No country fits all ${set.length} filters` : `No country fits: ${names}`;
  if (set.length === 0) return counts;
  return set.length > MOST_NAMED ? `${counts} with ${set.length} filters` : `${counts}: ${names}`;
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
  for (const country of catalog.countries) {
    const names = (country.native_names ?? []).map(({ name }) => name);
    country.folded = ` ${[country.name, country.overview, ...names].map(fold).join(" ")}`;
    for (const resource of country.resources) {
      resource.inSight = ` ${fold(resource.title)} ${fold(resource.issuer)}`;
      resource.folded = `${resource.inSight} ${fold(resource.summary)} ${fold(resource.title_original ?? "")}`;
    }
  }
  catalog.isFolded = true;
}

// The filters, a bit each: which of them a country or document does not pass.
const COUNTRY = 1, PLAN = 2, VIDEO = 4, KIND = 8, STATUS = 16, REST = 32;

/** @param {Set<string>} asked @param {string} value */
const fits = (asked, value) => asked.size === 0 || asked.has(value);

/**
 * What a query selects. Cards that show the same as before are the same objects, so that nothing is rendered for them.
 * @param {Catalog} catalog
 * @param {Query} query
 * @param {Map<Country, CardState>} before what the cards showed
 * @returns {Selection}
 */
export function select(catalog, query, before) {
  const words = wordsOf(query.text);
  if (words.length > 0 && !catalog.isFolded) foldAll(catalog);
  const needles = words.map((word) => ` ${word}`);
  const filtersDocuments = query.kind.size > 0 || query.status.size > 0 || query.years !== null;
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
  /** @type {{ country: Country, fits: number[], missing: string[] }[]} */
  const found = [];
  let documents = 0;
  for (const country of catalog.countries) {
    const fails = (fits(query.country, country.lower) ? 0 : COUNTRY) | (fits(query.plan, country.plan_status) ? 0 : PLAN) |
      (query.video && country.videos.length === 0 ? VIDEO : 0);
    // Words that the country itself does not have must stand in the document.
    const missing = needles.filter((needle) => !country.folded?.includes(needle));
    const standsAlone = missing.length === 0 && !filtersDocuments;
    /** @type {number[]} */
    const fitting = [];
    let [ofCountry, ofPlan, ofVideo] = [0, 0, 0];
    for (let at = 0; at < country.resources.length; at++) {
      const resource = country.resources[at];
      const kind = fits(query.kind, resource.kind) ? 0 : KIND;
      const status = fits(query.status, resource.status) ? 0 : STATUS;
      const rest = isWithin(resource, query.years) && missing.every((needle) => resource.folded?.includes(needle)) ? 0 : REST;
      const all = fails | kind | status | rest;
      if (all === 0) fitting.push(at);
      if ((all & ~COUNTRY) === 0) ofCountry += 1;
      if ((all & ~PLAN) === 0) ofPlan += 1;
      if ((all & ~VIDEO) === 0) ofVideo += 1;
      if ((all & ~KIND) === 0) countOne(facets, `kind ${resource.kind}`);
      if ((all & ~STATUS) === 0) countOne(facets, `status ${resource.status}`);
    }
    count(`country ${country.lower}`, ofCountry, ofCountry > 0 || (standsAlone && (fails & ~COUNTRY) === 0));
    count(`plan ${country.plan_status}`, ofPlan, ofPlan > 0 || (standsAlone && (fails & ~PLAN) === 0));
    if (country.videos.length > 0) count("video 1", ofVideo, ofVideo > 0 || (standsAlone && (fails & ~VIDEO) === 0));
    if (fitting.length > 0 || (fails === 0 && standsAlone)) {
      documents += fitting.length;
      found.push({ country, fits: fitting, missing });
    }
  }
  const isLong = found.length > FEW_COUNTRIES;
  const key = sortKey(query.sort);
  if (key) found.sort((a, b) => key(b) - key(a));
  const matches = found.map(({ country, fits, missing }) => {
    const card = cardState(country, fits, isLong, missing, before.get(country));
    return { country, card };
  });
  return { matches, documents, facets };
}

/** @param {Map<string, Count>} facets @param {string} key */
function countOne(facets, key) {
  const known = facets.get(key);
  if (known) known.documents += 1;
  else facets.set(key, { countries: 0, documents: 1 });
}

/** @param {Resource} resource @param {Years | null} years */
function isWithin({ year, period }, years) {
  if (!years) return true;
  const [from, to] = [years[0] ?? -Infinity, years[1] ?? Infinity];
  if (year !== undefined && from <= year && year <= to) return true;
  return period !== undefined && (period[0] ?? -Infinity) <= to && from <= (period[1] ?? Infinity);
}

/** @param {string} sort @returns {((found: { country: Country, fits: number[] }) => number) | undefined} */
function sortKey(sort) {
  if (sort === "documents") return ({ fits }) => fits.length;
  const year = (/** @type {Resource} */ { year, period }) => year ?? period?.[0] ?? 0;
  if (sort === "newest") return ({ country, fits }) => Math.max(0, ...fits.map((at) => year(country.resources[at])));
  return undefined;
}

/**
 * @param {Country} country
 * @param {number[]} fitting
 * @param {boolean} isLong
 * @param {string[]} missing words that only a document has
 * @param {CardState | undefined} before
 * @returns {CardState}
 */
function cardState({ byKind, resources }, fitting, isLong, missing, before) {
  const those = new Set(fitting);
  const ordered = byKind.filter((at) => those.has(at));
  const first = isLong && ordered.length > FEW_DOCUMENTS + 1 ? FEW_DOCUMENTS : Math.min(ordered.length, LONGEST);
  // What was searched for and stands only in the details is shown by opening them.
  const opens = ordered.map((at) => missing.some((needle) => !resources[at].inSight?.includes(needle)));
  const isSame = before && before.first === first && before.fits.length === ordered.length &&
    before.fits.every((at, place) => at === ordered[place] && before.opens[place] === opens[place]);
  return isSame ? before : { fits: ordered, first, opens };
}

/**
 * The documents of a card by kind: which are in the page, which of them are shown.
 * @param {Country} country
 * @param {CardState} card
 * @param {{ rest: boolean, others: boolean }} asked
 */
export function groups({ resources, places }, { fits, first, opens }, { rest, others }) {
  const shown = new Set(rest ? fits : fits.slice(0, first));
  const isWhole = rest || others || resources.length <= LONGEST;
  const listed = isWhole ? places : fits.slice(0, first).sort((a, b) => a - b);
  const opened = new Set(fits.filter((_, place) => opens[place]));
  const fit = new Set(fits);
  return Object.keys(KINDS).flatMap((kind) => {
    const rows = listed.filter((at) => resources[at].kind === kind).map((at) => ({
      resource: resources[at], isShown: others || shown.has(at), isFit: fit.has(at), opens: opened.has(at),
    }));
    if (rows.length === 0) return [];
    const number = rows.filter(({ isShown }) => isShown).length;
    const fitting = rows.filter(({ isFit }) => isFit).length;
    const [one, many, meaning] = KINDS[kind];
    return [{ kind, rows, meaning, heading: Math.max(number, fitting) === 1 ? one : many, isShown: number > 0, isFit: fitting > 0 }];
  });
}

/** How many documents the buttons of a card offer. @param {Country} country @param {CardState} card @param {{ rest: boolean, others: boolean }} asked */
export function folded({ resources }, { fits, first }, { rest, others }) {
  const numberOfRest = rest || others ? 0 : fits.length - first;
  return { rest: numberOfRest, others: numberOfRest > 0 ? 0 : resources.length - fits.length };
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

const SEARCHED = ".card-name, .native, .overview, .resource-title, .issuer, .resource-body > p, .poster-title, .poster-speaker, .event h3";

/** Marks what was searched for, after the cards are on the screen. @param {string} text */
export function highlight(text) {
  requestAnimationFrame(() => {
    CSS.highlights.delete("search");
    const words = wordsOf(text);
    if (words.length === 0) return;
    const marks = new Highlight();
    for (const element of document.querySelectorAll(SEARCHED)) {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) markText(node, words, marks);
    }
    CSS.highlights.set("search", marks);
  });
}

/** @param {Node} node @param {string[]} words @param {Highlight} marks */
function markText(node, words, marks) {
  const text = node.nodeValue ?? "";
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const folded = fold(word);
    const longest = words.filter((needle) => folded.startsWith(needle)).reduce((most, needle) => Math.max(most, needle.length), 0);
    if (longest === 0) continue;
    const range = new Range();
    range.setStart(node, index);
    range.setEnd(node, index + Math.min(longest, word.length));
    marks.add(range);
  }
}

/** Says that the page reacts, as the app does. */
export const isReady = () => setTimeout(() => document.documentElement.setAttribute("data-ready", ""));
