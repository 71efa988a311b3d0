// @ts-check
// The list and its filters in Preact, which takes over the part of the page that filters. What does not change is not
// rendered again: cards and options are told by their own values whether they must be.

import { Component, hydrate } from "preact";

import * as core from "../core.js";

/** @typedef {import("../core.js").Country} Country */
/** @typedef {import("../core.js").CardState} CardState */

/** A component that is rendered again only when one of its values is another. */
class Memo extends Component {
  /** @param {Record<string, unknown>} props @param {unknown} state */
  shouldComponentUpdate(props, state) {
    const now = /** @type {Record<string, unknown>} */ (this.props);
    return state !== this.state || Object.keys(props).some((name) => props[name] !== now[name]);
  }

  /** Each says what it shows. @param {any} _props @param {any} _state @returns {import("preact").ComponentChild} */
  render(_props, _state) {
    return null;
  }
}

/** @param {{ name: string }} props */
const Icon = ({ name }) => <span class="icon" data-icon={name} aria-hidden="true" dangerouslySetInnerHTML={{ __html: core.drawing(name) }} />;
/** @param {{ code: string }} props */
const Flag = ({ code }) => <svg class="flag" viewBox="0 0 512 512" aria-hidden="true"><use href={`#flag-${code.toLowerCase()}`} /></svg>;

/** @param {{ country: Country, state: string }} props */
const Badge = ({ country, state }) => {
  const years = core.planYears(country, state);
  return (
    <p class="badge">
      <Icon name={state} /><span>{core.PLANS[state]}</span>{years !== undefined && [" ", <span class="plan-years">{years}</span>]}
    </p>
  );
};

/** @param {import("../core.js").Line} props */
const Line = ({ resource, isFoundInDetails }) => (
  <li>
    <a class="out" href={resource.url} rel="external">{resource.title}<span class="visually-hidden">(leaves this site)</span></a>
    {" "}<span class="meta">{core.when(resource)}</span>
    {isFoundInDetails && <p class="found-in">{resource.summary}</p>}
  </li>
);

class Card extends Memo {
  /** @param {{ country: Country, card: CardState }} props */
  render({ country, card: { state, lines } }) {
    const { lower, code, name, sentence, extent } = country;
    return (
      <article class="card" data-country={code} data-plan={state} aria-labelledby={`card-${lower}`}>
        <header class="card-header">
          <Flag code={code} />
          <h3 class="card-name" id={`card-${lower}`}><a href={`${root}${lower}/`}>{name}</a></h3>
          <Badge country={country} state={state} />
        </header>
        <p class="overview">{sentence}</p>
        <ul class="shortlist">{lines.map((line) => <Line {...line} key={line.resource.id} />)}</ul>
        <button class="card-toggle" type="button" aria-expanded="false" aria-label={core.toggleWords(country)}>{extent}</button>
      </article>
    );
  }
}

class Option extends Memo {
  change = () => this.props.change({ name: this.props.name, value: this.props.value });
  /** @param {{ name: string, value: string, label: string, number: number, unit: "countries" | "documents", isSet: boolean }} props */
  render({ name, value, label, number, unit, isSet }) {
    return (
      <label class="option" data-empty={number === 0 ? "" : undefined}>
        <input type="checkbox" name={name} value={value} checked={isSet} onChange={this.change} />
        {name === "country" && <Flag code={value} />}
        <span class="option-label">{label}</span>
        <span class="count"><span aria-hidden="true">{String(number)}</span><span class="visually-hidden">{core[unit](number)}</span></span>
      </label>
    );
  }
}

/**
 * @typedef {{ value: string, label: string, meaning?: string }} Choice
 * @typedef {{ name: string, legend: string, choices: Choice[], unit: "countries" | "documents" }} Filter
 */

/** @param {Filter & { chosen: Set<string>, facets: Map<string, import("../core.js").Count>, change: App["change"] }} props */
const Filter = (props) => (props.name === "country" ? <Picker {...props} /> : <Choices {...props} />);

/** @param {Parameters<typeof Filter>[0]} props */
// Its field does nothing: no measure types into it.
const Picker = (props) => (
  <details class="picker">
    <summary><span>{props.legend}</span> <span class="chosen">{core.chosenCountries(props.chosen, catalog)}</span></summary>
    <input type="text" autocomplete="off" aria-label="Find a country" placeholder="Find a country" />
    <p class="hint" aria-live="polite" />
    <Choices {...props} />
  </details>
);

/** @param {Parameters<typeof Filter>[0]} props */
const Choices = ({ name, legend, choices, unit, chosen, facets, change }) => (
  <fieldset class="choices" data-filter={name}>
    <legend>{legend}</legend>
    <div class="options">
      {choices.map(({ value, label }) => (
        <Option key={value} name={name} value={value} label={label} unit={unit} isSet={chosen.has(value)} number={facets.get(`${name} ${value}`)?.[unit] ?? 0} change={change} />
      ))}
    </div>
    {choices[0].meaning && <Meanings choices={choices} />}
  </fieldset>
);

class Meanings extends Memo {
  /** @param {{ choices: Choice[] }} props */
  render({ choices }) {
    return (
      <details class="meanings">
        <summary>What do these mean?</summary>
        <dl>{choices.map(({ label, meaning }) => [<dt>{label}</dt>, <dd>{meaning}</dd>])}</dl>
      </details>
    );
  }
}

class Bound extends Memo {
  /** @param {{ isFirst: boolean, year: number | null, set: App["setYear"] }} props */
  render({ isFirst, year, set }) {
    const [first, last] = catalog.years;
    const years = Array.from({ length: last - first + 1 }, (_, at) => last - at);
    return (
      <label class="year">
        <span>{isFirst ? "From" : "To"}</span>
        <select name={isFirst ? "from" : "to"} autocomplete="off" onChange={set}>
          <option value="" selected={year === null}>Any</option>
          {years.map((one) => <option selected={one === year} key={one}>{one}</option>)}
        </select>
      </label>
    );
  }
}

/** @param {{ set: { name: string, value: string, words: string }[], change: App["change"], clear: () => void }} props */
const Chips = ({ set, change, clear }) => (
  <ul class="chips" aria-label="Active filters">
    {set.map(({ words, ...one }) => (
      <li key={`${one.name} ${one.value}`}>
        <button class="chip" type="button" aria-label={`Remove filter: ${words}`} onClick={() => change(one)}>{words}<Icon name="close" /></button>
      </li>
    ))}
    <li key="clear"><button class="clear" type="button" onClick={clear}>Clear all filters</button></li>
  </ul>
);

const SET = new Set(["1"]);
const NONE = new Set();

class App extends Component {
  /** What the cards showed. @type {Map<Country, CardState>} */
  before = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  pause;
  // As the page was sent: what the address asks for comes after that.
  state = { ...this.shown(core.everything()), isOpen: false, isTyping: false };

  /** @param {import("../core.js").Query} query */
  shown(query) {
    return { query, selection: core.select(catalog, query), set: core.chips(query, catalog), limit: core.PAGE };
  }

  componentDidMount() {
    window.addEventListener("popstate", this.arrive);
    // The page was sent on the dataset's day.
    const isLater = core.followDay(catalog);
    if (isLater || location.search) this.arrive();
  }

  arrive = () => this.showTitle(this.show(core.parse(location.search, catalog)));

  /** @param {import("../core.js").Query} query */
  show(query) {
    const shown = this.shown(query);
    this.setState(shown);
    core.showText(query);
    core.highlight(query.text);
    return shown;
  }

  /** @param {Pick<App["state"], "set">} shown */
  showTitle({ set }) {
    document.title = core.title(catalog, set);
  }

  /** @param {import("../core.js").Query} query */
  go(query) {
    this.endTyping();
    const shown = this.show(query);
    core.writeAddress(query, false);
    this.showTitle(shown);
    core.returnToResults();
  }

  /** @param {import("../core.js").Change} change */
  change = (change) => this.go(core.toggled(this.state.query, change));
  clear = () => this.go({ ...core.everything(), sort: this.state.query.sort });
  showMore = () => this.setState(({ limit }) => ({ limit: limit + core.PAGE }));
  toggleFilters = () => this.setState(({ isOpen }) => ({ isOpen: !isOpen }));
  closeFilters = () => this.setState({ isOpen: false });

  /** @param {Event} event */
  setYear = ({ target }) => {
    const { name, value } = /** @type {HTMLSelectElement} */ (target);
    const [from, to] = this.state.query.years ?? [null, null];
    const year = value ? Number(value) : null;
    this.go({ ...this.state.query, years: name === "from" ? core.inOrder(year, to) : core.inOrder(from, year) });
  };

  /** @param {Event} event */
  sort = ({ target }) => this.change({ name: "sort", value: /** @type {HTMLSelectElement} */ (target).value });

  /** @param {Event} event */
  type = ({ target }) => {
    clearTimeout(this.pause);
    this.pause = setTimeout(this.endTyping, core.TYPING_PAUSE);
    this.setState({ isTyping: true });
    this.show(core.toggled(this.state.query, { name: "text", value: /** @type {HTMLInputElement} */ (target).value }));
    core.returnToResults();
  };

  /** What was typed is announced, and goes into the address and the title: nobody who types waits for that. */
  endTyping = () => {
    if (this.pause === undefined) return;
    clearTimeout(this.pause);
    this.pause = undefined;
    this.setState({ isTyping: false });
    core.writeAddress(this.state.query, true);
    this.showTitle(this.state);
  };

  /** @param {unknown} _ @param {App["state"]} state */
  render(_, { query, selection, set, limit, isOpen, isTyping }) {
    const { matches, facets } = selection;
    const found = matches.length;
    const [from, to] = query.years ?? [null, null];
    const filter = (/** @type {Filter} */ filter, /** @type {Set<string>} */ chosen) => <Filter {...filter} chosen={chosen} facets={facets} change={this.change} />;
    const more = Math.min(Math.max(found - limit, 0), core.PAGE);
    const chips = <Chips set={set} change={this.change} clear={this.clear} />;
    return [
      <search class="filters">
        <label class="search">
          <span>Search</span><Icon name="search" />
          <input type="search" name="q" aria-label="Search" placeholder="Country, title, issuer…" autocomplete="off" spellcheck={false} aria-describedby="search-help" maxlength={200} onInput={this.type} />
        </label>
        <button class="filters-button" type="button" aria-expanded={isOpen} id="filters-button" aria-controls="filters" onClick={this.toggleFilters}>
          <Icon name="filter" />{set.length === 0 ? "Filters" : `Filters (${set.length})`}
        </button>
        <div class="filters-body" id="filters" data-open={String(isOpen)}>
          <details class="search-help"><summary>What is searched?</summary><p id="search-help">{core.SEARCH_HELP}</p></details>
          {filter(filters.country, query.country)}
          {filter(filters.plan, query.plan)}
          {filter(filters.now, query.now ? SET : NONE)}
          <fieldset class="choices" data-filter="year">
            <legend>Years</legend>
            <div class="years"><Bound isFirst={true} year={from} set={this.setYear} /><Bound isFirst={false} year={to} set={this.setYear} /></div>
            <p class="hint">Documents that apply in these years; those without a year are left out.</p>
          </fieldset>
          {filter(filters.kind, query.kind)}
          {filter(filters.video, query.video ? SET : NONE)}
          {filter(filters.status, query.status)}
          <button class="show-results" type="button" onClick={this.closeFilters}>{core.plural(found, "Show # country", "Show # countries")}</button>
        </div>
      </search>,
      <section class="results" id="results" tabindex={-1} aria-labelledby="results-title">
        <h2 id="results-title">Countries</h2>
        <div class="status">
          <p role="status" aria-busy={isTyping}>{core.sentence(selection, set)}</p>
          <label class="sort">
            <span>Sort by</span>
            <select name="sort" autocomplete="off" onChange={this.sort}>
              {Object.entries(core.SORTS).map(([name, words]) => <option value={name} selected={name === query.sort} key={name}>{words}</option>)}
            </select>
          </label>
        </div>
        <div class="ways" dangerouslySetInnerHTML={sent.ways} />
        <div class="active">{found > 0 && set.length > 0 && chips}</div>
        <div class="results-list">
          <div class="cards" hidden={found === 0}>
            {matches.slice(0, limit).map((match) => <Card key={match.country.code} country={match.country} card={core.cardOf(match, this.before)} />)}
          </div>
          <button class="more" type="button" hidden={more === 0} onClick={this.showMore}>{core.plural(more, "Show # more country", "Show # more countries")}</button>
          {found === 0 && (
            <div class="nothing"><h3>No country matches these filters</h3><p>Remove a filter, or clear them all:</p>{chips}</div>
          )}
        </div>
        <div class="map" data-large="false" dangerouslySetInnerHTML={sent.map} />
      </section>,
    ];
  }
}

/** @param {Record<string, string>} words @param {Record<string, string>} meanings */
const named = (words, meanings) => Object.keys(words).map((value) => ({ value, label: words[value], meaning: meanings[value] }));
const catalog = await core.load();
const root = document.getElementById("app")?.dataset.root ?? "";
/** @type {Record<string, Filter>} */
const filters = {
  country: { name: "country", legend: "Country", unit: "documents", choices: catalog.countries.map(({ lower, name }) => ({ value: lower, label: name })) },
  plan: { name: "plan", legend: "National plan", unit: "countries", choices: named(core.PLANS, core.PLAN_MEANINGS) },
  kind: { name: "kind", legend: "Kind of document", unit: "documents", choices: Object.entries(core.KINDS).map(([value, [label, meaning]]) => ({ value, label, meaning })) },
  now: { name: "now", legend: "Today", unit: "documents", choices: [{ value: "1", label: core.IN_FORCE_TODAY, meaning: core.IN_FORCE_TODAY_MEANING }] },
  status: { name: "status", legend: "Status of document", unit: "documents", choices: named(core.STATUSES, core.STATUS_MEANINGS) },
  video: { name: "video", legend: "Videos", unit: "countries", choices: [{ value: "1", label: "With a video" }] },
};
// The views and the map, which the twins do not have, stay as they were sent.
const sent = Object.fromEntries(["ways", "map"].map((name) => [name, { __html: document.querySelector(`.${name}`)?.innerHTML ?? "" }]));
hydrate(<App />, /** @type {Element} */ (document.querySelector(".explorer")));
core.isReady();
