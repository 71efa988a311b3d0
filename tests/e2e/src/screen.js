// What the page shows of a query, in the shape of `Screen` in screen.rs.
// arguments[0]: the name of the list of active filters.
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const words = (node) => (node?.textContent ?? "").trim();
const isShown = (node) => node.closest("[hidden]") === null;
const chips = document.querySelector(`ul[aria-label="${arguments[0]}"]`);
const value = (name) => document.querySelector(`select[name="${name}"]`)?.value ?? "";
return {
  status: words(document.querySelector("[role=status]")),
  facets: all("fieldset[data-filter] input[type=checkbox]").map((input) => ({
    filter: input.closest("fieldset").dataset.filter,
    value: input.value,
    is_set: input.checked,
    words: all("span", input.labels[0]).filter((span) => !span.firstElementChild).map(words),
  })),
  cards: all("main article[data-country]").map((card) => ({
    country: card.dataset.country,
    name: words(card.querySelector(".card-name")),
    is_open: card.dataset.open !== undefined,
    documents: all(".shortlist a, .resource-title a", card).filter(isShown).map((link) => link.getAttribute("href")),
  })),
  chips: chips ? all("button", chips).map((button) => button.ariaLabel ?? words(button)) : [],
  videos: all("#talks [data-video], #talks [data-playlist]").filter(isShown)
    .map((tile) => tile.dataset.video ?? tile.dataset.playlist),
  search: document.querySelector("input[type=search]")?.value.trim() ?? "",
  sort: value("sort"),
  years: [value("from"), value("to")],
};
