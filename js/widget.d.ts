/** National genomic plans on any page: `<genomic-plans country="ie"></genomic-plans>`. */

/** What an element is asked for; the same as its attributes. All are text, "" where there is none. */
export interface GenomicPlansAttributes {
  /** Codes of countries, such as "ie fr"; separated by spaces or commas. */
  country: string;
  /** Kinds of documents: strategy, implementation-plan, roadmap, law, programme, genome-centre, biobank, report. */
  kind: string;
  /** Where the countries stand: in-force, ended, in-preparation, programme-only, none-found; adopted is the first two. */
  plan: string;
  /** How far the documents are, such as "active". */
  status: string;
  /** "1": only documents that are in force today. */
  now: string;
  /** Years, such as "2020-2025" or "2024". */
  year: string;
  /** A text that is searched for. */
  q: string;
  /** "1": only countries with a video. */
  video: string;
  /** cards, map, timeline, compare or table. */
  view: string;
  /** name, newest or documents. */
  sort: string;
  /** The id of an entry, which is opened and marked. */
  item: string;
  /** The id of a video or playlist, which is shown alone: the dataset's or YouTube's. */
  play: string;
  /** The language. Every element has it. */
  lang: string;
  /** auto, light or dark. */
  theme: string;
  /** frame (the usual) or inline. */
  mode: string;
  /** The level of the highest headings, "1" to "6"; only inline. */
  headingLevel: string;
  /** The address of another dataset of the same schema, by https or of the page's own origin; only inline. */
  src: string;
  /** The address of the site, where the script comes from elsewhere. */
  site: string;
}

export interface GenomicPlansEventMap {
  /** It shows what was asked for. */
  "ngp-ready": CustomEvent<Record<string, never>>;
  /** The visitor or the page has asked for something else: the canonical query, such as "country=fr,ie&kind=strategy". */
  "ngp-change": CustomEvent<{ query: string }>;
  /** A video begins to play: its id in the dataset. */
  "ngp-play": CustomEvent<{ id: string }>;
  /** It cannot be shown: one sentence. */
  "ngp-error": CustomEvent<{ message: string }>;
}

/** Attributes as markup says them. Each may be left out; `lang` is one of every element. */
export interface GenomicPlansMarkup
  extends OrNone<Omit<GenomicPlansAttributes, "headingLevel" | "lang" | "now" | "video" | "year">> {
  /** The level of the highest headings, 1 to 6; only inline. */
  "heading-level"?: string | number | null | undefined;
  /** Only documents that are in force today. */
  now?: string | boolean | null | undefined;
  /** Only countries with a video. */
  video?: string | boolean | null | undefined;
  /** Years, such as "2020-2025" or 2024. */
  year?: string | number | null | undefined;
}

type OrNone<All> = { [Name in keyof All]?: All[Name] | null | undefined };

/** Listeners as markup says them, such as `onngp-ready`. */
export type GenomicPlansListeners<Prefix extends string = "on"> = {
  [Name in keyof GenomicPlansEventMap as `${Prefix}${Name}`]?: ((event: GenomicPlansEventMap[Name]) => void) | null | undefined;
};

export interface GenomicPlansElement extends HTMLElement, GenomicPlansAttributes {
  /** What the attributes ask for, as the query of an address. */
  readonly query: string;
  addEventListener<K extends keyof GenomicPlansEventMap>(
    type: K,
    listener: (this: GenomicPlansElement, event: GenomicPlansEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

/** What `customElements.get("genomic-plans")` gives. */
export interface GenomicPlansConstructor {
  new (): GenomicPlansElement;
  /** The version of what partners may rely on. It changes only where something is removed, renamed or means something else. */
  readonly contract: 1;
}

declare global {
  interface HTMLElementTagNameMap {
    "genomic-plans": GenomicPlansElement;
  }
  // The events bubble: every element, the document and the window may hear them.
  interface GlobalEventHandlersEventMap extends GenomicPlansEventMap {}
  interface ShadowRootEventMap extends GenomicPlansEventMap {}
}
