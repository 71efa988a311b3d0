// @ts-check
// The list and its filters without any library: the page that was sent stays, listeners are on what holds the
// elements, and only what has changed is written.

import * as core from "../core.js";

/** @typedef {import("../core.js").Country} Country */
/** @typedef {import("../core.js").CardState} CardState */
/** @typedef {{ element: HTMLElement, documents: HTMLElement, shown: CardState, rest: boolean, others: boolean }} Card */

/** @param {string} text */
const safe = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
/** @param {string} name */
const icon = (name) => `<span class="icon" data-icon="${name}"></span>`;
/** @param {string} code */
const flag = (code) => `<img class="flag" src="${root}flags.svg#${code.toLowerCase()}" alt="" width="32" height="32">`;
/** @param {string} url @param {string} words @param {string} [more] */
const out = (url, words, more) =>
  `<a class="out" href="${safe(url)}" rel="external">${safe(words)}<span class="unseen">${more ? `: ${safe(more)} ` : ""}(leaves this site)</span></a>`;
/** @param {string[]} addresses */
const list = (addresses) => `<ul>${addresses.map((url) => `<li>${out(url, core.readable(url))}</li>`).join("")}</ul>`;

/** @param {import("../core.js").Resource} resource @param {boolean} opens */
function resourceHtml(resource, opens) {
  const { id, url, title, title_original: original, language_original: language, status, issuer, summary } = resource;
  const marks = core.marks(resource).map((mark) => `<span class="mark">${safe(mark)}</span>`).join("");
  const inOriginal = original ? `<p><span class="label">Original title</span><span lang="${language}">${safe(original)}</span></p>` : "";
  return `<div class="resource" id="item-${id}"><p class="resource-title">${out(url, title)}</p><p class="meta">` +
    `<span class="progress" data-status="${status}" title="${core.STATUS_MEANINGS[status]}">${core.STATUSES[status]}</span>` +
    `<span>${core.when(resource)}</span>${marks}</p><p class="issuer">${safe(issuer)}</p><details${opens ? " open" : ""}>` +
    `<summary aria-label="Details: ${safe(title)}">Details</summary><div class="resource-body"><p>${safe(summary)}</p>` +
    `<p>${core.STATUSES[status]}: ${core.STATUS_MEANINGS[status]}</p>${inOriginal}<div class="resource-more"></div>` +
    `<p class="checked">${core.checkedWords(resource)}</p></div></details></div>`;
}

/** What few ask for of a document. @param {import("../core.js").Resource} resource */
function moreHtml({ figures, sources }) {
  const row = (/** @type {NonNullable<typeof figures>[number]} */ figure) => {
    const asOf = figure.as_of ? `<span class="as-of">${safe(core.asOf(figure.as_of))}</span>` : "";
    return `<tr><th scope="row">${safe(figure.label)}</th><td>${safe(core.figureWords(figure))}${asOf}</td></tr>`;
  };
  const table = figures ? `<table class="figures"><caption>Key figures</caption><tbody>${figures.map(row).join("")}</tbody></table>` : "";
  return `${table}<details class="sources"><summary>${core.plural(sources.length, "# source", "# sources")}</summary>${list(sources)}</details>`;
}

/** @param {Country} country @param {CardState} card @param {{ rest: boolean, others: boolean }} asked */
function documentsHtml(country, card, asked) {
  const fold = (/** @type {boolean} */ isShown, /** @type {boolean} */ isFit) => `${isShown ? "" : ' hidden="until-found"'} data-fits="${isFit}"`;
  const groups = core.groups(country, card, asked).map(({ rows, meaning, heading, isShown, isFit }) => {
    const items = rows.map(({ resource, isShown, isFit, opens }) => `<li${fold(isShown, isFit)}>${resourceHtml(resource, opens)}</li>`);
    return `<section class="kind"${fold(isShown, isFit)}><div class="kind-head"><h4 class="card-part">${heading}</h4>` +
      `<p class="meaning">${meaning}</p></div><ul>${items.join("")}</ul></section>`;
  });
  const { rest, others } = core.folded(country, card, asked);
  const button = (/** @type {number} */ number, /** @type {string} */ words) =>
    `<button class="others" type="button"${number > 0 ? "" : " hidden"} aria-label="${words}: ${safe(country.name)}">${words}</button>`;
  const show = asked.others ? "Hide" : "Show";
  return groups.join("") + button(rest, core.plural(rest, "Show # more document", "Show # more documents")) +
    button(others, core.plural(others, `${show} # other document`, `${show} # other documents`)) +
    `<p class="checked">${core.countryChecked(country)}</p>`;
}

/** @param {import("../core.js").Video} video @param {string} place */
function tileHtml(video, place) {
  const note = `note-${place}-${video.id}`;
  const speaker = core.speakerWords(video);
  return `<div class="tile" role="group" aria-label="${safe(video.title)}" ${video.youtube ? `data-video="${video.youtube}"` : `data-playlist="${video.playlist}"`} data-offline="false">` +
    `<div class="screen"><div class="poster"><p class="poster-flags">${video.countries.map(flag).join("")}</p><p class="poster-title">${safe(video.title)}</p>` +
    `${speaker ? `<p class="poster-speaker">${safe(speaker)}</p>` : ""}<p class="poster-facts">${core.videoFacts(video)}</p>` +
    `<button class="play" type="button" aria-label="${safe(core.playWords(video))}" aria-describedby="${note}">${icon("play")}</button></div></div>` +
    `${video.event ? `<p class="tile-event">${safe(catalog.events.get(video.event) ?? "")}</p>` : ""}` +
    `<p class="tile-links">${out(core.watchAddress(video), "Watch on YouTube", video.title)}</p><p class="tile-note" id="${note}">Playing connects to YouTube.</p></div>`;
}

/** @param {NonNullable<Country["implementation"]>} links */
function implementationHtml(links) {
  const groups = Object.keys(core.CATEGORIES).map((category) => {
    const items = links.filter((link) => link.category === category).map(({ url, title }) => `<li>${out(url, title)}</li>`);
    return items.length > 0 ? `<dt>${core.CATEGORIES[category]}</dt><dd><ul>${items.join("")}</ul></dd>` : "";
  });
  return `<div class="implementation"><h4 class="card-part">Putting it into practice</h4><dl>${groups.join("")}</dl></div>`;
}

/** @param {Country} country @param {string} documents */
function cardHtml(country, documents) {
  const { code, lower, size, name, native_names: names = [], plan_status: plan, overview, overview_sources: sources, declaration, videos, implementation } = country;
  const native = names.filter((native) => native.name !== name).map((native) => `<span lang="${native.language}">${safe(native.name)}</span>`);
  const number = sources.length + declaration.sources.length;
  const tiles = videos.map((video) => tileHtml(video, lower)).join("");
  return `<article class="card" data-country="${code}" data-plan="${plan}" data-size="${size}" aria-labelledby="card-${lower}"><header>${flag(code)}<div class="names">` +
    `<h3 class="card-name" id="card-${lower}"><a href="${root}${lower}/">${safe(name)}</a></h3><p class="native">${native.join("")}</p></div>` +
    `<p class="badge">${icon(plan)}${core.PLANS[plan]}</p></header><div class="about-country${tiles ? "" : " short"}"><p class="meaning">${core.PLAN_MEANINGS[plan]}</p>` +
    `<p class="overview">${safe(overview)}</p><p class="declaration">${core.declarationWords(declaration)}</p><details class="sources"><summary>` +
    `${core.plural(number, "# source of the overview and the declaration", "# sources of the overview and the declaration")}</summary></details>` +
    `${tiles ? `<div class="card-videos"><h4 class="card-part">Videos</h4><div class="tiles">${tiles}</div></div>` : ""}` +
    `${implementation ? implementationHtml(implementation) : ""}</div><div class="documents">${documents}</div></article>`;
}

// What is on the screen

/** @param {string} selector @param {ParentNode} [within] */
const find = (selector, within = document) => /** @type {HTMLElement} */ (within.querySelector(selector));

/** The card of a country, made from words where the page does not have it. @param {Country} country @param {CardState} state @returns {Card} */
function made(country, state) {
  const template = document.createElement("template");
  template.innerHTML = cardHtml(country, documentsHtml(country, state, { rest: false, others: false }));
  const element = /** @type {HTMLElement} */ (template.content.firstElementChild);
  return { element, documents: find(".documents", element), shown: state, rest: false, others: false };
}

/** Writes the documents of a card again. @param {Country} country @param {Card} card */
function write(country, card) {
  card.documents.innerHTML = documentsHtml(country, card.shown, card);
}

/** @param {import("../core.js").Match[]} matches */
function showCards(matches) {
  const listed = matches.slice(0, limit);
  const wanted = new Set(listed.map(({ country }) => country));
  for (const country of onScreen) if (!wanted.has(country)) cards.get(country)?.element.remove();
  onScreen = wanted;
  let next = shelf.firstElementChild;
  for (const { country, card: state } of listed) {
    let card = cards.get(country);
    if (!card) cards.set(country, (card = made(country, state)));
    else if (card.shown !== state) {
      card.shown = state;
      card.others = false;
      write(country, card);
    }
    if (card.element === next) next = next.nextElementSibling;
    else shelf.insertBefore(card.element, next);
  }
}

/** @param {Map<string, import("../core.js").Count>} facets */
function showCounts(facets) {
  for (const { key, unit, label, number, words, input, ...option } of options) {
    const count = facets.get(key)?.[unit] ?? 0;
    const isSet = input.name === "video" ? query.video : query[/** @type {"country"} */ (input.name)].has(input.value);
    if (input.checked !== isSet) input.checked = isSet;
    if (option.shown.count === count) continue;
    option.shown.count = count;
    label.toggleAttribute("data-empty", count === 0);
    number.textContent = String(count);
    words.textContent = core[unit](count);
  }
}

/** @param {ReturnType<typeof core.chips>} set */
function chipsHtml(set) {
  const chip = (/** @type {typeof set[number]} */ { name, value, words }) =>
    `<li><button class="chip" type="button" aria-label="Remove filter: ${safe(words)}" data-name="${name}" data-value="${value}">${safe(words)}${icon("close")}</button></li>`;
  return `<ul class="chips" aria-label="Active filters">${set.map(chip).join("")}<li><button class="clear" type="button">Clear all filters</button></li></ul>`;
}

/** @param {import("../core.js").Query} to */
function show(to) {
  query = to;
  limit = core.PAGE;
  selection = core.select(catalog, query, before);
  for (const { country, card } of selection.matches) before.set(country, card);
  const set = core.chips(query, catalog);
  const found = selection.matches.length;
  showCards(selection.matches);
  showCounts(selection.facets);
  status.textContent = core.sentence(selection, set);
  active.innerHTML = found > 0 && set.length > 0 ? chipsHtml(set) : "";
  nothing.innerHTML = found === 0
    ? `<div class="nothing"><h3>No country fits these filters</h3><p>Remove a filter, or clear them all:</p>${chipsHtml(set)}</div>` : "";
  filtersButton.lastChild?.replaceWith(set.length === 0 ? "Filters" : `Filters (${set.length})`);
  showResults.textContent = core.plural(found, "Show # country", "Show # countries");
  sort.value = query.sort;
  const [from, to_] = query.years ?? [null, null];
  years[0].value = String(from ?? "");
  years[1].value = String(to_ ?? "");
  showMoreButton();
  document.title = core.title(catalog, set);
  core.showText(query);
  core.highlight(query.text);
}

function showMoreButton() {
  const more = Math.min(Math.max(selection.matches.length - limit, 0), core.PAGE);
  moreButton.hidden = more === 0;
  moreButton.textContent = core.plural(more, "Show # more country", "Show # more countries");
}

/** @param {import("../core.js").Query} to @param {boolean} isTyping */
function go(to, isTyping) {
  core.writeAddress(to, isTyping);
  show(to);
  core.returnToResults();
}

/** @param {Event} event */
function change({ target }) {
  const field = /** @type {HTMLInputElement} */ (target);
  if (field.type === "checkbox") return go(core.toggled(query, { name: field.name, value: field.value }), false);
  if (field.name === "sort") return go(core.toggled(query, { name: "sort", value: field.value }), false);
  if (field.name !== "from" && field.name !== "to") return;
  const year = field.value ? Number(field.value) : null;
  const [from, to] = query.years ?? [null, null];
  go({ ...query, years: field.name === "from" ? core.inOrder(year, to) : core.inOrder(from, year) }, false);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;
/** @param {Event} event */
function type({ target }) {
  const field = /** @type {HTMLInputElement} */ (target);
  if (field.name !== "q") return;
  clearTimeout(pause);
  pause = setTimeout(() => status.setAttribute("aria-busy", "false"), 600);
  status.setAttribute("aria-busy", "true");
  go(core.toggled(query, { name: "text", value: field.value }), true);
}

/** @param {Event} event */
function press({ target }) {
  const button = /** @type {Element} */ (target).closest("button");
  if (!button) return;
  if (button.matches(".chip")) go(core.toggled(query, { name: button.dataset.name ?? "", value: button.dataset.value ?? "" }), false);
  if (button.matches(".clear")) go({ ...core.everything(), sort: query.sort }, false);
  if (button === moreButton) {
    limit += core.PAGE;
    showCards(selection.matches);
    showMoreButton();
  }
  if (button === filtersButton || button === showResults) {
    const isOpen = button === filtersButton && filters.dataset.open !== "true";
    filters.dataset.open = String(isOpen);
    filtersButton.setAttribute("aria-expanded", String(isOpen));
  }
  const country = button.matches(".others") && countryOf(button);
  const card = country && cards.get(country);
  if (!country || !card) return;
  if (button.nextElementSibling?.matches(".others")) card.rest = true;
  else card.others = !card.others;
  write(country, card);
}

/** @param {Element} element */
function countryOf(element) {
  const code = /** @type {HTMLElement | null} */ (element.closest(".card"))?.dataset.country;
  return catalog.countries.find((country) => country.code === code);
}

/** What was folded is made when it is opened. @param {Event} event */
function open({ target }) {
  const details = /** @type {HTMLElement} */ (target);
  const country = countryOf(details);
  if (!country) return;
  const more = details.querySelector(".resource-more");
  const id = details.closest(".resource")?.id.slice("item-".length);
  const resource = country.resources.find((resource) => resource.id === id);
  if (more && resource && !more.firstChild) more.innerHTML = moreHtml(resource);
  if (details.matches(".about-country > .sources") && details.childElementCount === 1) {
    details.insertAdjacentHTML("beforeend", list([...country.overview_sources, ...country.declaration.sources]));
  }
}

const explorer = find(".explorer");
const [shelf, status, active, filters] = [".cards", "[role=status]", ".active", "#filters"].map((selector) => find(selector, explorer));
const [nothing, moreButton, filtersButton, showResults] =
  [".view + div", ".more", ".filters-button", ".show-results"].map((selector) => find(selector, explorer));
const sort = /** @type {HTMLSelectElement} */ (find("[name=sort]"));
const years = ["from", "to"].map((name) => /** @type {HTMLSelectElement} */ (find(`[name=${name}]`)));
const root = document.getElementById("app")?.dataset.root ?? "";
const catalog = await core.load();

let query = core.everything();
let limit = core.PAGE;
/** What the cards show. @type {Map<Country, CardState>} */
const before = new Map();
/** Every card that was made. @type {Map<Country, Card>} */
const cards = new Map();
// The page was sent as this selection shows it.
let selection = core.select(catalog, query, before);
selection.matches.slice(0, limit).forEach(({ country, card }, at) => {
  const element = /** @type {HTMLElement} */ (shelf.children[at]);
  cards.set(country, { element, documents: find(".documents", element), shown: card, rest: false, others: false });
});
for (const { country, card } of selection.matches) before.set(country, card);
let onScreen = new Set(cards.keys());
const options = Array.from(explorer.querySelectorAll(".option"), (label) => {
  const input = /** @type {HTMLInputElement} */ (find("input", label));
  const [number, words] = find(".count", label).children;
  /** @type {"countries" | "documents"} */
  const unit = input.name === "plan" || input.name === "video" ? "countries" : "documents";
  const shown = { count: Number(number.textContent) };
  return { key: `${input.name} ${input.value}`, unit, label: /** @type {HTMLElement} */ (label), number, words, input, shown };
});

explorer.addEventListener("change", change);
explorer.addEventListener("input", type);
explorer.addEventListener("click", press);
explorer.addEventListener("toggle", open, true);
explorer.addEventListener("beforematch", ({ target }) => {
  const country = countryOf(/** @type {Element} */ (target));
  const card = country && cards.get(country);
  if (!country || !card) return;
  if (/** @type {Element} */ (target).getAttribute("data-fits") === "true") card.rest = true;
  else card.others = true;
  // Not while the browser still unfolds what it has found.
  setTimeout(() => write(country, card));
});
window.addEventListener("popstate", () => show(core.parse(location.search, catalog)));
if (location.search) show(core.parse(location.search, catalog));
core.isReady();
