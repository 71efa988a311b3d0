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
const Icon = ({ name }) => <span class="icon" data-icon={name} />;
/** @param {{ code: string }} props */
const Flag = ({ code }) => <img class="flag" src={`${root}flags.svg#${code.toLowerCase()}`} alt="" width="32" height="32" />;
/** @param {{ url: string, words: string, more?: string }} props */
const Out = ({ url, words, more = "" }) => (
  <a class="out" href={url} rel="external">{words}<span class="unseen">{more ? `: ${more} (leaves this site)` : "(leaves this site)"}</span></a>
);

class Sources extends Memo {
  state = { isOpen: false };
  open = () => this.setState({ isOpen: true });
  /** @param {{ addresses: string[], words: string }} props @param {{ isOpen: boolean }} state */
  render({ addresses, words }, { isOpen }) {
    return (
      <details class="sources" onToggle={this.open}>
        <summary>{words}</summary>
        {isOpen && <ul>{addresses.map((url) => <li key={url}><Out url={url} words={core.readable(url)} /></li>)}</ul>}
      </details>
    );
  }
}

/** @param {{ figures: NonNullable<import("../core.js").Resource["figures"]> }} props */
const Figures = ({ figures }) => (
  <table class="figures">
    <caption>Key figures</caption>
    <tbody>
      {figures.map((figure) => (
        <tr>
          <th scope="row">{figure.label}</th>
          <td>{core.figureWords(figure)}{figure.as_of && <span class="as-of">{core.asOf(figure.as_of)}</span>}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

class Resource extends Memo {
  state = { isOpen: false };
  open = () => this.setState({ isOpen: true });
  /** @param {{ resource: import("../core.js").Resource, opens: boolean }} props @param {{ isOpen: boolean }} state */
  render({ resource, opens }, { isOpen }) {
    const { id, url, title, title_original: original, language_original: language, status, issuer, summary, figures, sources } = resource;
    return (
      <div class="resource" id={`item-${id}`}>
        <p class="resource-title"><Out url={url} words={title} /></p>
        <p class="meta">
          <span class="progress" data-status={status} title={core.STATUS_MEANINGS[status]}>{core.STATUSES[status]}</span>
          <span>{core.when(resource)}</span>
          {core.marks(resource).map((mark) => <span class="mark" key={mark}>{mark}</span>)}
        </p>
        <p class="issuer">{issuer}</p>
        <details open={opens} onToggle={this.open}>
          <summary aria-label={`Details: ${title}`}>Details</summary>
          <div class="resource-body">
            <p>{summary}</p>
            <p>{`${core.STATUSES[status]}: ${core.STATUS_MEANINGS[status]}`}</p>
            {original && <p><span class="label">Original title</span><span lang={language}>{original}</span></p>}
            <div class="resource-more">
              {isOpen && figures && <Figures figures={figures} />}
              {isOpen && <Sources addresses={sources} words={core.plural(sources.length, "# source", "# sources")} />}
            </div>
            <p class="checked">{core.checkedWords(resource)}</p>
          </div>
        </details>
      </div>
    );
  }
}

/** @param {{ video: import("../core.js").Video, place: string }} props */
const Tile = ({ video, place }) => {
  const note = `note-${place}-${video.id}`;
  const speaker = core.speakerWords(video);
  const id = video.youtube ? { "data-video": video.youtube } : { "data-playlist": video.playlist };
  return (
    <div class="tile" role="group" aria-label={video.title} {...id} data-offline="false">
      <div class="screen">
        <div class="poster">
          <p class="poster-flags">{video.countries.map((code) => <Flag code={code} key={code} />)}</p>
          <p class="poster-title">{video.title}</p>
          {speaker && <p class="poster-speaker">{speaker}</p>}
          <p class="poster-facts">{core.videoFacts(video)}</p>
          <button class="play" type="button" aria-label={core.playWords(video)} aria-describedby={note}><Icon name="play" /></button>
        </div>
      </div>
      {video.event && <p class="tile-event">{catalog.events.get(video.event)}</p>}
      <p class="tile-links"><Out url={core.watchAddress(video)} words="Watch on YouTube" more={video.title} /></p>
      <p class="tile-note" id={note}>Playing connects to YouTube.</p>
    </div>
  );
};

/** @param {{ links: NonNullable<Country["implementation"]> }} props */
const Implementation = ({ links }) => (
  <div class="implementation">
    <h4 class="card-part">Putting it into practice</h4>
    <dl>
      {Object.keys(core.CATEGORIES).map((category) => {
        const items = links.filter((link) => link.category === category);
        return items.length > 0 && [
          <dt>{core.CATEGORIES[category]}</dt>,
          <dd><ul>{items.map(({ url, title }) => <li key={url}><Out url={url} words={title} /></li>)}</ul></dd>,
        ];
      })}
    </dl>
  </div>
);

/** What does not change of a card. */
class About extends Memo {
  /** @param {{ country: Country }} props */
  render({ country }) {
    const sources = [...country.overview_sources, ...country.declaration.sources];
    const words = core.plural(sources.length, "# source of the overview and the declaration", "# sources of the overview and the declaration");
    return (
      <div class={country.videos.length > 0 ? "about-country" : "about-country short"}>
        <p class="meaning">{core.PLAN_MEANINGS[country.plan_status]}</p>
        <p class="overview">{country.overview}</p>
        <p class="declaration">{core.declarationWords(country.declaration)}</p>
        <Sources addresses={sources} words={words} />
        {country.videos.length > 0 && (
          <div class="card-videos">
            <h4 class="card-part">Videos</h4>
            <div class="tiles">{country.videos.map((video) => <Tile video={video} place={country.lower} key={video.id} />)}</div>
          </div>
        )}
        {country.implementation && <Implementation links={country.implementation} />}
      </div>
    );
  }
}

/** @param {{ words: string, name: string, isThere: boolean, press: () => void }} props */
const More = ({ words, name, isThere, press }) => (
  <button class="others" type="button" hidden={!isThere} aria-label={`${words}: ${name}`} onClick={press}>{words}</button>
);

class Card extends Memo {
  state = { rest: false, othersOf: null };
  showRest = () => this.setState({ rest: true });
  toggleOthers = () => this.setState(({ othersOf }) => ({ othersOf: othersOf === this.props.card ? null : this.props.card }));
  /** @param {Event} event */
  unfold = ({ target }) => (/** @type {Element} */ (target).getAttribute("data-fits") === "true" ? this.showRest() : this.toggleOthers());

  /** @param {{ country: Country, card: CardState }} props @param {{ rest: boolean, othersOf: CardState | null }} state */
  render({ country, card }, { rest, othersOf }) {
    const { lower, size, code, name, native_names: names = [], plan_status: plan } = country;
    const asked = { rest, others: othersOf === card };
    const folded = core.folded(country, card, asked);
    const others = asked.others ? core.plural(folded.others, "Hide # other document", "Hide # other documents")
      : core.plural(folded.others, "Show # other document", "Show # other documents");
    return (
      <article class="card" data-country={code} data-plan={plan} data-size={size} aria-labelledby={`card-${lower}`}>
        <header>
          <Flag code={code} />
          <div class="names">
            <h3 class="card-name" id={`card-${lower}`}><a href={`${root}${lower}/`}>{name}</a></h3>
            <p class="native">{names.filter((native) => native.name !== name).map((native) => <span lang={native.language} key={native.language}>{native.name}</span>)}</p>
          </div>
          <p class="badge"><Icon name={plan} />{core.PLANS[plan]}</p>
        </header>
        <About country={country} />
        <div class="documents" {...{ onbeforematch: this.unfold }}>
          {core.groups(country, card, asked).map(({ kind, rows, meaning, heading, isShown, isFit }) => (
            <section class="kind" hidden={isShown ? false : "until-found"} data-fits={String(isFit)} key={kind}>
              <div class="kind-head"><h4 class="card-part">{heading}</h4><p class="meaning">{meaning}</p></div>
              <ul>
                {rows.map(({ resource, isShown, isFit, opens }) => (
                  <li hidden={isShown ? false : "until-found"} data-fits={String(isFit)} key={resource.id}>
                    <Resource resource={resource} opens={opens} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
          <More words={core.plural(folded.rest, "Show # more document", "Show # more documents")} name={name} isThere={folded.rest > 0} press={this.showRest} />
          <More words={others} name={name} isThere={folded.others > 0} press={this.toggleOthers} />
          <p class="checked">{core.countryChecked(country)}</p>
        </div>
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
        <input type="checkbox" autocomplete="off" name={name} value={value} checked={isSet} onChange={this.change} />
        {name === "country" && <Flag code={value} />}
        <span class="option-label">{label}</span>
        <span class="count"><span aria-hidden="true">{String(number)}</span><span class="unseen">{core[unit](number)}</span></span>
      </label>
    );
  }
}

/**
 * @typedef {{ value: string, label: string, meaning?: string }} Choice
 * @typedef {{ name: string, legend: string, choices: Choice[], unit: "countries" | "documents" }} Filter
 */

/** @param {Filter & { chosen: Set<string>, facets: Map<string, import("../core.js").Count>, change: App["change"] }} props */
const Filter = ({ name, legend, choices, unit, chosen, facets, change }) => (
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
          {years.map((one) => <option value={one} selected={one === year} key={one}>{one}</option>)}
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

const VIDEO = new Set(["1"]);
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
    const selection = core.select(catalog, query, this.before);
    for (const { country, card } of selection.matches) this.before.set(country, card);
    return { query, selection, set: core.chips(query, catalog), limit: core.PAGE };
  }

  componentDidMount() {
    window.addEventListener("popstate", this.arrive);
    this.arrive();
  }

  arrive = () => {
    if (location.search || this.state.set.length > 0) this.show(core.parse(location.search, catalog));
  };

  /** @param {import("../core.js").Query} query */
  show(query) {
    const shown = this.shown(query);
    this.setState(shown);
    document.title = core.title(catalog, shown.set);
    core.showText(query);
    core.highlight(query.text);
  }

  /** @param {import("../core.js").Query} query @param {boolean} isTyping */
  go(query, isTyping) {
    core.writeAddress(query, isTyping);
    this.show(query);
    core.returnToResults();
  }

  /** @param {import("../core.js").Change} change */
  change = (change) => this.go(core.toggled(this.state.query, change), false);
  clear = () => this.go({ ...core.everything(), sort: this.state.query.sort }, false);
  showMore = () => this.setState(({ limit }) => ({ limit: limit + core.PAGE }));
  toggleFilters = () => this.setState(({ isOpen }) => ({ isOpen: !isOpen }));
  closeFilters = () => this.setState({ isOpen: false });

  /** @param {Event} event */
  setYear = ({ target }) => {
    const { name, value } = /** @type {HTMLSelectElement} */ (target);
    const [from, to] = this.state.query.years ?? [null, null];
    const year = value ? Number(value) : null;
    this.go({ ...this.state.query, years: name === "from" ? core.inOrder(year, to) : core.inOrder(from, year) }, false);
  };

  /** @param {Event} event */
  sort = ({ target }) => this.change({ name: "sort", value: /** @type {HTMLSelectElement} */ (target).value });

  /** @param {Event} event */
  type = ({ target }) => {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.setState({ isTyping: false }), 600);
    this.setState({ isTyping: true });
    this.go(core.toggled(this.state.query, { name: "text", value: /** @type {HTMLInputElement} */ (target).value }), true);
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
          <input type="search" name="q" placeholder="Country, title, issuer…" autocomplete="off" spellcheck={false} maxlength={200} onInput={this.type} />
        </label>
        <button class="filters-button" type="button" aria-expanded={isOpen} id="filters-button" aria-controls="filters" onClick={this.toggleFilters}>
          <Icon name="filter" />{set.length === 0 ? "Filters" : `Filters (${set.length})`}
        </button>
        <div class="filters-body" id="filters" data-open={String(isOpen)}>
          {filter(filters.country, query.country)}
          {filter(filters.plan, query.plan)}
          {filter(filters.kind, query.kind)}
          {filter(filters.status, query.status)}
          <fieldset class="choices" data-filter="year">
            <legend>Years</legend>
            <div class="years"><Bound isFirst={true} year={from} set={this.setYear} /><Bound isFirst={false} year={to} set={this.setYear} /></div>
            <p class="hint">Documents without a year are left out when a year is chosen.</p>
          </fieldset>
          {filter(filters.video, query.video ? VIDEO : NONE)}
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
        <div class="map" dangerouslySetInnerHTML={sent.map} />
        <div class="cards">{matches.slice(0, limit).map(({ country, card }) => <Card key={country.code} country={country} card={card} />)}</div>
        <div class="view" />
        <div>
          {found === 0 && (
            <div class="nothing"><h3>No country fits these filters</h3><p>Remove a filter, or clear them all:</p>{chips}</div>
          )}
        </div>
        <button class="more" type="button" hidden={more === 0} onClick={this.showMore}>{core.plural(more, "Show # more country", "Show # more countries")}</button>
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
  kind: { name: "kind", legend: "Kind of document", unit: "documents", choices: Object.entries(core.KINDS).map(([value, [label, , meaning]]) => ({ value, label, meaning })) },
  status: { name: "status", legend: "Status of document", unit: "documents", choices: named(core.STATUSES, core.STATUS_MEANINGS) },
  video: { name: "video", legend: "Videos", unit: "countries", choices: [{ value: "1", label: "With a video" }] },
};
// The views and the map, which the twins do not have, stay as they were sent.
const sent = Object.fromEntries(["ways", "map"].map((name) => [name, { __html: document.querySelector(`.${name}`)?.innerHTML ?? "" }]));
hydrate(<App />, /** @type {Element} */ (document.querySelector(".explorer")));
core.isReady();
