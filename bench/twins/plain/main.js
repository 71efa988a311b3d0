// @ts-check
// The list and its filters without any library: the page that was sent stays, listeners are on what holds the
// elements, and only what has changed is written.

import * as core from "../core.js";

/** @typedef {import("../core.js").Country} Country */
/** @typedef {import("../core.js").CardState} CardState */
/** @typedef {{ element: HTMLElement, badge: HTMLElement, shortlist: HTMLElement, shown: CardState }} Card */

/** @param {string} text */
const safe = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
/** @param {string} name */
const icon = (name) => `<span class="icon" data-icon="${name}" aria-hidden="true">${core.drawing(name)}</span>`;

/** @param {Country} country @param {string} state */
function badgeHtml(country, state) {
  const years = core.planYears(country, state);
  return `${icon(state)}<span>${core.PLANS[state]}</span>${years === undefined ? "" : ` <span class="plan-years">${years}</span>`}`;
}

/** @param {CardState["lines"]} lines */
const shortlistHtml = (lines) => lines.map(({ resource, isFoundInDetails }) =>
  `<li><a class="out" href="${safe(resource.url)}" rel="external">${safe(resource.title)}<span class="visually-hidden">(leaves this site)</span></a> ` +
  `<span class="meta">${core.when(resource)}</span>${isFoundInDetails ? `<p class="found-in">${safe(resource.summary)}</p>` : ""}</li>`).join("");

/** @param {Country} country @param {CardState} card */
function cardHtml(country, { state, lines }) {
  const { code, lower, name, sentence, extent } = country;
  return `<article class="card" data-country="${code}" data-plan="${state}" aria-labelledby="card-${lower}"><header class="card-header">` +
    `<svg class="flag" viewBox="0 0 512 512" aria-hidden="true"><use href="#flag-${lower}"></use></svg>` +
    `<h3 class="card-name" id="card-${lower}"><a href="${root}${lower}/">${safe(name)}</a></h3>` +
    `<p class="badge">${badgeHtml(country, state)}</p></header><p class="overview">${safe(sentence)}</p>` +
    `<ul class="shortlist">${shortlistHtml(lines)}</ul>` +
    `<button class="card-toggle" type="button" aria-expanded="false" aria-label="${safe(core.toggleWords(country))}">${extent}</button></article>`;
}

// What is on the screen

/** @param {string} selector @param {ParentNode} [within] */
const find = (selector, within = document) => /** @type {HTMLElement} */ (within.querySelector(selector));

/** A card that is in the page. @param {HTMLElement} element @param {CardState} shown @returns {Card} */
const cardIn = (element, shown) => ({ element, badge: find(".badge", element), shortlist: find(".shortlist", element), shown });

/** The card of a country, made from words where the page does not have it. @param {Country} country @param {CardState} state */
function made(country, state) {
  const template = document.createElement("template");
  template.innerHTML = cardHtml(country, state);
  return cardIn(/** @type {HTMLElement} */ (template.content.firstElementChild), state);
}

/** Writes what has changed of a card. @param {Country} country @param {Card} card @param {CardState} now */
function write(country, card, now) {
  if (card.shown.state !== now.state) {
    card.element.dataset.plan = now.state;
    card.badge.innerHTML = badgeHtml(country, now.state);
  }
  card.shortlist.innerHTML = shortlistHtml(now.lines);
  card.shown = now;
}

/** @param {import("../core.js").Match[]} matches */
function showCards(matches) {
  const listed = matches.slice(0, limit);
  const wanted = new Set(listed.map(({ country }) => country));
  for (const country of onScreen) if (!wanted.has(country)) cards.get(country)?.element.remove();
  onScreen = wanted;
  let next = shelf.firstElementChild;
  for (const match of listed) {
    const { country } = match;
    const state = core.cardOf(match, before);
    let card = cards.get(country);
    if (!card) cards.set(country, (card = made(country, state)));
    else if (card.shown !== state) write(country, card, state);
    if (card.element === next) next = next.nextElementSibling;
    else shelf.insertBefore(card.element, next);
  }
  shelf.hidden = listed.length === 0;
}

/** @param {Map<string, import("../core.js").Count>} facets */
function showCounts(facets) {
  for (const { key, unit, label, number, words, input, ...option } of options) {
    const count = facets.get(key)?.[unit] ?? 0;
    const isSet = input.name === "video" ? query.video : input.name === "now" ? query.now : query[/** @type {"country"} */ (input.name)].has(input.value);
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
  selection = core.select(catalog, query);
  const set = core.chips(query, catalog);
  const found = selection.matches.length;
  showCards(selection.matches);
  showCounts(selection.facets);
  status.textContent = core.sentence(selection, set);
  chosen.textContent = core.chosenCountries(query.country, catalog);
  active.innerHTML = found > 0 && set.length > 0 ? chipsHtml(set) : "";
  list.querySelector(".nothing")?.remove();
  if (found === 0) {
    list.insertAdjacentHTML("beforeend", `<div class="nothing"><h3>No country matches these filters</h3><p>Remove a filter, or clear them all:</p>${chipsHtml(set)}</div>`);
  }
  filtersButton.lastChild?.replaceWith(set.length === 0 ? "Filters" : `Filters (${set.length})`);
  showResults.textContent = core.plural(found, "Show # country", "Show # countries");
  sort.value = query.sort;
  const [from, to_] = query.years ?? [null, null];
  years[0].value = String(from ?? "");
  years[1].value = String(to_ ?? "");
  showMoreButton();
  core.showText(query);
  core.highlight(query.text);
}

function showMoreButton() {
  const more = Math.min(Math.max(selection.matches.length - limit, 0), core.PAGE);
  moreButton.hidden = more === 0;
  moreButton.textContent = core.plural(more, "Show # more country", "Show # more countries");
}

const showTitle = () => (document.title = core.title(catalog, core.chips(query, catalog)));

/** @param {import("../core.js").Query} to */
function go(to) {
  endTyping();
  show(to);
  core.writeAddress(to, false);
  showTitle();
  core.returnToResults();
}

/** @param {Event} event */
function change({ target }) {
  const field = /** @type {HTMLInputElement} */ (target);
  if (field.type === "checkbox") return go(core.toggled(query, { name: field.name, value: field.value }));
  if (field.name === "sort") return go(core.toggled(query, { name: "sort", value: field.value }));
  if (field.name !== "from" && field.name !== "to") return;
  const year = field.value ? Number(field.value) : null;
  const [from, to] = query.years ?? [null, null];
  go({ ...query, years: field.name === "from" ? core.inOrder(year, to) : core.inOrder(from, year) });
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;
/** @param {Event} event */
function type({ target }) {
  const field = /** @type {HTMLInputElement} */ (target);
  if (field.name !== "q") return;
  clearTimeout(pause);
  pause = setTimeout(endTyping, core.TYPING_PAUSE);
  status.setAttribute("aria-busy", "true");
  show(core.toggled(query, { name: "text", value: field.value }));
  core.returnToResults();
}

/** What was typed is announced, and goes into the address and the title: nobody who types waits for that. */
function endTyping() {
  if (pause === undefined) return;
  clearTimeout(pause);
  pause = undefined;
  status.setAttribute("aria-busy", "false");
  core.writeAddress(query, true);
  showTitle();
}

/** @param {Event} event */
function press({ target }) {
  const button = /** @type {Element} */ (target).closest("button");
  if (!button) return;
  if (button.matches(".chip")) go(core.toggled(query, { name: button.dataset.name ?? "", value: button.dataset.value ?? "" }));
  if (button.matches(".clear")) go({ ...core.everything(), sort: query.sort });
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
}

const explorer = find(".explorer");
const [shelf, status, active, filters, chosen] = [".cards", "[role=status]", ".active", "#filters", ".chosen"].map((selector) => find(selector, explorer));
const [list, moreButton, filtersButton, showResults] =
  [".results-list", ".more", ".filters-button", ".show-results"].map((selector) => find(selector, explorer));
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
let selection = core.select(catalog, query);
selection.matches.slice(0, limit).forEach((match, at) => {
  cards.set(match.country, cardIn(/** @type {HTMLElement} */ (shelf.children[at]), core.cardOf(match, before)));
});
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
/** Shows what the address asks for. */
function arrive() {
  show(core.parse(location.search, catalog));
  showTitle();
}

window.addEventListener("popstate", arrive);
// The page was sent on the dataset's day.
const isLater = core.followDay(catalog);
if (isLater || location.search) arrive();
core.isReady();
