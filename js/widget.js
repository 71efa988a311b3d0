// @ts-check
// <genomic-plans>: the app on a partner's page, in a frame or, with mode="inline", in the page itself. The build puts
// CODES before it, the codes of the countries that have a page. `widget.d.ts` says what partners may rely on,
// `embed.js` is the other end of the messages.
// Longer than most: partners' pages load it before anything is near, so it is one file and one request.

/** @typedef {{ show(): void, end(): void }} View */

const LISTS = ["country", "kind", "plan", "status"];
const QUERY = [...LISTS, "now", "year", "q", "video", "view", "sort", "item", "play", "lang", "theme"];
const OWN = ["mode", "heading-level", "src", "site"];
// `lang` is one of every element.
const ATTRIBUTES = [...QUERY, ...OWN].filter((name) => name !== "lang");
const PROPERTIES = ATTRIBUTES.map((name) => name.replace("-l", "L"));
// No style of the host's page is touched, and none of its policies asked for. The frame lies over what stands in the
// element until it is ready, and is never taken out of the flow: a browser would no longer hold what is read below.
// The line of letters is not seen: boxes that are as wide as their content are as wide as they may be.
const BASE =
  ":host{display:grid;grid:auto/100%;max-inline-size:100%;min-block-size:var(--ngp-reserve,24rem)}" +
  ":host([hidden]){display:none}" +
  `:host:before{content:"${"m ".repeat(99)}";font:40px/0 a;block-size:0;max-inline-size:100vw;overflow:hidden;visibility:hidden}` +
  "slot{display:block}slot,iframe,:host:before{grid-area:1/1}" +
  "iframe{display:block;inline-size:100%;border:0;visibility:hidden;block-size:0;min-block-size:100%}" +
  "@media print{:host{min-block-size:0}}";
// What has come is kept in sheets: a host that morphs or clones its page takes attributes away that it does not know.
const SETTLED = ":host{min-block-size:0}";
const READY = "slot{display:none}iframe{visibility:visible;block-size:auto;min-block-size:0}";
/** A sheet is of one document, and an element may be put into another. @type {WeakMap<Document, Record<"base" | "settled" | "ready", CSSStyleSheet>>} */
const made = new WeakMap();
/** @param {Document} page one with a window */
const sheets = (page) => {
  const sheet = (/** @type {string} */ css) => {
    const one = new /** @type {typeof globalThis} */ (page.defaultView).CSSStyleSheet();
    one.replaceSync(css);
    return one;
  };
  const all = made.get(page) ?? { base: sheet(BASE), settled: sheet(SETTLED), ready: sheet(READY) };
  made.set(page, all);
  return all;
};
/** What was said already. */
const said = new Set();
/** @param {string} sentence */
const warn = (sentence) => {
  if (said.has(sentence)) return;
  said.add(sentence);
  console.warn(`<genomic-plans>: ${sentence}`);
};

// A server, jsdom and happy-dom can show nothing: they may import this, and nothing happens.
const CAN_SHOW =
  globalThis.document?.adoptedStyleSheets && "IntersectionObserver" in globalThis && !!globalThis.CSSStyleSheet?.prototype.replaceSync;

class GenomicPlans extends (globalThis.HTMLElement ?? Object) {
  static observedAttributes = [...QUERY, ...OWN];
  // The version of what partners may rely on: docs/embedding.md.
  static contract = 1;
  /** What comes within a screen of the window is started. */
  static #near = /** @type {IntersectionObserver} */ (CAN_SHOW && new IntersectionObserver(
    (seen) => {
      for (const { isIntersecting, target } of seen) if (isIntersecting) /** @type {GenomicPlans} */ (target).#start();
    },
    { rootMargin: "100%" },
  ));
  /** @type {View | undefined} */
  #view;
  /** Counts the starts: what comes late for an earlier one is dropped. */
  #turn = 0;
  #isChanged = false;
  #isStarted = false;
  #isReady = false;
  /** Says that nothing answers. @type {ReturnType<typeof setTimeout> | undefined} */
  #alarm;

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).append(document.createElement("slot"));
    this.#dress(false, false);
  }

  connectedCallback() {
    // Set on the element before this script came.
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(this, name)) continue;
      const value = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
    if (!this.#isStarted) GenomicPlans.#near.observe(this);
  }

  // Its style does not come with it into another document.
  adoptedCallback() {
    this.#end();
  }

  // With it, a browser that can moves an element with all that runs in it.
  connectedMoveCallback() {}

  disconnectedCallback() {
    // Who is put elsewhere in the same turn goes on.
    queueMicrotask(() => this.isConnected || this.#end());
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} value
   */
  attributeChangedCallback(name, before, value) {
    if (before === value || !this.#isStarted) return;
    if (OWN.includes(name)) {
      this.#end();
      GenomicPlans.#near.observe(this);
    } else if (!this.#isChanged) {
      this.#isChanged = true;
      queueMicrotask(() => {
        this.#isChanged = false;
        this.#view?.show();
      });
    }
  }

  /** What the attributes ask for, as the query of an embed's address. */
  get query() {
    const asked = new URLSearchParams();
    for (const name of QUERY) {
      let value = this.getAttribute(name);
      // As frameworks write what is true or false.
      if (/^(now|video)$/.test(name) && value !== null) value = value === "false" ? null : value.replace(/^(true)?$/, "1");
      if (LISTS.includes(name)) value = value?.trim().replace(/[\s,]+/g, ",") ?? null;
      if (name === "theme" && value && !/^(light|dark)$/.test(value)) {
        if (value !== "auto") warn(`theme="${value}" is unknown`);
        value = null;
      }
      if (value) asked.set(name, value);
    }
    return `${asked}`.replaceAll("%2C", ",");
  }

  /** Where the app is. */
  get #home() {
    const site = this.getAttribute("site")?.replace(/[^/]$/, "$&/") || import.meta.url;
    const { protocol, href } = new URL(site, document.baseURI);
    // A module may have been made of a text, which is nowhere.
    return new URL(".", /^http/.test(protocol) ? href : document.baseURI).href;
  }

  /**
   * Says after a time in which nothing has come that an address does not answer; it may still come.
   * @param {string} address
   * @param {(reason: string) => void} fail
   */
  #wait(address, fail, time = 10_000) {
    clearTimeout(this.#alarm);
    this.#alarm = setTimeout(() => fail(`${address} does not answer`), time);
  }

  #start() {
    GenomicPlans.#near.unobserve(this);
    if (this.#isStarted) return;
    this.#isStarted = true;
    const turn = ++this.#turn;
    // What comes late, for what was asked before, says and does nothing.
    const isStill = () => turn === this.#turn;
    /** @param {unknown} [reason] why it is not inline */
    const frame = (reason) => {
      if (!isStill()) return;
      if (reason) warn(`it cannot be shown inline, and is in a frame instead: ${reason}`);
      this.#mark(false, false);
      this.#view = this.#framed();
    };
    let home = "";
    try {
      home = this.#home;
    } catch {
      return this.#notify("error", `${this.getAttribute("site")} is no address`);
    }
    const mode = this.getAttribute("mode") || "frame";
    if (mode !== "inline") {
      if (mode !== "frame") warn(`mode="${mode}" is unknown`);
      return frame();
    }
    /** @param {string} type @param {string} [detail] */
    const notify = (type, detail) => {
      if (!isStill()) return;
      // Something has come, and this is what has not.
      if (type === "coming") return this.#wait(detail || home, (reason) => notify("error", reason));
      clearTimeout(this.#alarm);
      this.#notify(type, detail);
    };
    notify("coming", `${home}inline.js`);
    import(`${home}inline.js`)
      .then(({ mount }) => mount(this, home, notify, warn, frame))
      .then((view) => (isStill() ? (this.#view = view).show() : view.end()), frame);
  }

  #end() {
    this.#turn++;
    this.#isStarted = false;
    clearTimeout(this.#alarm);
    this.#view?.end();
    this.#view = undefined;
    GenomicPlans.#near.unobserve(this);
    this.#mark(false, false);
  }

  /**
   * Shows what has come; the attributes are for the page around.
   * @param {boolean} isReady
   * @param {boolean} isFailed
   */
  #mark(isReady, isFailed) {
    this.#isReady = isReady;
    this.#dress(isReady, isFailed);
    this.toggleAttribute("data-ready", isReady);
    this.toggleAttribute("data-failed", isFailed);
  }

  /** @param {boolean} isReady @param {boolean} isFailed */
  #dress(isReady, isFailed) {
    // A document without a window has no styles, and shows nothing.
    if (!this.ownerDocument.defaultView) return;
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    const { base, settled, ready } = sheets(this.ownerDocument);
    const others = root.adoptedStyleSheets.filter((one) => one !== base && one !== settled && one !== ready);
    root.adoptedStyleSheets = [base, ...others, ...(isReady || isFailed ? [settled] : []), ...(isReady ? [ready] : [])];
  }

  /**
   * Says on the element what has happened; "ready" and "error" are also marked there.
   * @param {string} type
   * @param {string} [detail]
   */
  #notify = (type, detail) => {
    if (type === "unknown") return warn(`${detail}`);
    const name = { change: "query", play: "id", error: "message" }[type];
    if (type === "ready") this.#mark(true, false);
    if (type === "error") this.#mark(this.#isReady, true);
    const event = { bubbles: true, composed: true, detail: name ? { [name]: detail } : {} };
    this.dispatchEvent(new CustomEvent(`ngp-${type}`, event));
  };

  /** @returns {View} */
  #framed() {
    // In a page that may have no origin, neither has the frame.
    const origin = self.origin === "null" ? "null" : new URL(this.#home).origin;
    const frame = document.createElement("iframe");
    const address = () => {
      const code = /^country=(\w\w)(?:&lang=[\w-]+)?(?:&(theme=\w+))?$/.exec(this.query);
      const is = code && CODES.includes(`${code[1]}`.toLowerCase());
      return `${this.#home}embed/${is ? `${code[1]}/?${code[2] ?? ""}`.toLowerCase() : `?${this.query}`}`.replace(/\?$/, "");
    };
    const first = this.query;
    /** What the frame shows. */
    let shown = first;
    let isThere = false;
    let isReady = false;
    let height = 0;
    const fit = () => {
      if (height > 0 && this.#isReady) frame.style.blockSize = `${height}px`;
    };
    /** @param {string} type @param {string} [detail] */
    const say = (type, detail) => frame.contentWindow?.postMessage({ ngp: 1, type, detail }, origin === "null" ? "*" : origin);
    const show = () => {
      if (isReady && shown !== this.query) say("show", (shown = this.query));
    };
    /** @param {MessageEvent} event */
    const onMessage = ({ source, origin: from, data }) => {
      if (source !== frame.contentWindow || from !== origin || data?.ngp !== 1) return;
      const { type, detail } = data;
      if (type === "here") {
        isThere = true;
        isReady = false;
        // Who is moved begins anew.
        shown = first;
        say("hello");
        wait();
      } else if (type === "coming") isReady || wait();
      else if (type === "height") {
        height = detail;
        fit();
      } else if (type === "ready") {
        clearTimeout(this.#alarm);
        isReady = true;
        this.#notify(type);
        fit();
        show();
      } else if (type === "error") fail(detail);
      else this.#notify(type, detail);
    };
    /** @param {string} reason */
    const fail = (reason) => {
      clearTimeout(this.#alarm);
      // The page of a country is right without the app, and anything is better than nothing.
      if (isThere && (!frame.src.includes("embed/?") || !this.childNodes.length)) this.#isReady = true;
      fit();
      this.#notify("error", reason);
    };
    let width = 0;
    // A browser tells a frame that is out of sight neither its size nor that it has changed.
    const sizes = new ResizeObserver(() => {
      if (isThere && width !== this.clientWidth) say("measure");
      width = this.clientWidth;
    });
    sizes.observe(this);
    const end = () => {
      sizes.disconnect();
      removeEventListener("message", onMessage);
      frame.remove();
    };
    /** @param {number} [time] */
    const wait = (time) => this.#wait(frame.src, fail, time);
    addEventListener("message", onMessage);
    frame.setAttribute("part", "frame");
    frame.title = this.title || this.textContent?.trim() || "National genomic plans";
    const allow = "autoplay; clipboard-write; encrypted-media; fullscreen; picture-in-picture; web-share";
    // Whoever does not know a way to share would say so in the console.
    frame.allow = "share" in navigator ? allow : allow.replace("; web-share", "");
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads");
    frame.src = address();
    // What is there says so before it is loaded.
    frame.onload = () => isThere || wait(3_000);
    wait();
    this.shadowRoot?.append(frame);
    return { show, end };
  }
}

ATTRIBUTES.forEach((name, at) => {
  Object.defineProperty(GenomicPlans.prototype, `${PROPERTIES[at]}`, {
    configurable: true,
    enumerable: true,
    /** @this {GenomicPlans} */
    get() {
      return this.getAttribute(name) ?? "";
    },
    /** @this {GenomicPlans} @param {unknown} value */
    set(value) {
      if (value == null || value === false) this.removeAttribute(name);
      else this.setAttribute(name, value === true ? "" : `${value}`);
    },
  });
});

// Another copy of this script, or another version of it, may have been first.
if (CAN_SHOW && !customElements.get("genomic-plans")) customElements.define("genomic-plans", GenomicPlans);
