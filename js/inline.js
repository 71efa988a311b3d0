// @ts-check
// <genomic-plans mode="inline">: the app in the shadow root of the element. `widget.js` loads it when an element of a
// page asks for it. The build puts APP before it, the names of the files: of the app, its style and its dataset.

/** @typedef {{ load(address: string): Promise<number>, mount(at: Element, dataset: number, root: string, query: string, heading: number): number, unmount(app: number): void }} Wasm */

/** One app and one style for all elements. @type {Promise<[Wasm, CSSStyleSheet]> | undefined} */
let parts;
/** Each dataset once. @type {Map<string, Promise<number>>} */
const datasets = new Map();
/** What is on its way, in the order in which it was asked for. @type {Set<string>} */
const coming = new Set();
/** Who waits for it, and is told when some of it has come. @type {Set<() => void>} */
const waiting = new Set();
const STOPPED = "it has stopped working through a mistake of its own";
let hasStopped = false;
/** What ends an element when the app has stopped. @type {Set<(sentence: string) => void>} */
const running = new Set();

// Nothing of the page around comes in; in what light it stands is its own matter.
const RESET =
  "@layer reset{#app{all:initial;display:block;color-scheme:inherit}" +
  "#app[data-theme=light]{color-scheme:light}#app[data-theme=dark]{color-scheme:dark}}";

/** Less than this in ten seconds is no progress, in bytes. */
const PIECE = 2000;

function progress() {
  for (const report of waiting) report();
}

/** Follows what is on its way from an address. @template T @param {string} address @param {Promise<T>} answer */
function follow(address, answer) {
  coming.add(address);
  progress();
  return answer.finally(() => {
    coming.delete(address);
    progress();
  });
}

/** Asks for a file, and follows it byte by byte: a slow line is not a server that does not answer. @param {string} address */
function get(address) {
  const answer = fetch(address);
  const all = answer.then(async (response) => {
    const bytes = response.clone().body?.getReader();
    let piece = 0;
    for (let read; bytes && !(read = await bytes.read()).done; ) {
      if ((piece += read.value.length) < PIECE) continue;
      piece = 0;
      progress();
    }
  });
  // Who asked hears what is wrong with it.
  follow(address, all).catch(() => {});
  return answer;
}

/**
 * @param {string} site
 * @param {ShadowRoot} root
 */
async function loadApp(site, root) {
  // All at once: on a phone each would wait for the one before. The dataset is asked for again, and is there by then.
  const wasm = get(site + APP.wasm);
  // Who waits for it says so; another may have failed first.
  wasm.catch(() => {});
  const [glue, style] = await Promise.all([
    follow(site + APP.glue, import(site + APP.glue)),
    get(site + APP.style),
    get(site + APP.dataset).then((dataset) => dataset.blob()),
    // The glue imports it, and would ask for it only when it is there itself.
    ...APP.loader.map((loader) => follow(site + loader, import(site + loader))),
  ]);
  if (!style.ok) throw new Error(`${style.url} is not there`);
  await glue.default({ module_or_path: wasm });
  // The app asks for them too, when it has read the dataset, and says what is wrong with them.
  for (const file of APP.lazy) get(site + file).catch(() => {});
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RESET + rebaseStyles(await style.text(), site, sizeOfLetters(root)));
  addEventListener("error", ({ error }) => crash(error));
  addEventListener("unhandledrejection", ({ reason }) => crash(reason));
  return /** @type {[Wasm, CSSStyleSheet]} */ ([glue, sheet]);
}

/** The size that the visitor has chosen for letters, in CSS pixels. @param {ShadowRoot} root */
function sizeOfLetters(root) {
  const probe = root.appendChild(document.createElement("span"));
  probe.style.fontSize = "medium";
  const size = parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return size || 16;
}

/**
 * The style without what depends on the page around: the size of its letters and its width. Files are named as seen
 * from the site.
 * @param {string} style
 * @param {string} site
 * @param {number} rem
 */
function rebaseStyles(style, site, rem) {
  const parts = /url\((["']?)(?!data:|#)([^"')]+)\1\)|(-?[\d.]+)(rem|vw)\b/g;
  return style.replace(parts, (_, __, file, number, unit) => {
    if (file) return `url("${new URL(file, site)}")`;
    return unit === "vw" ? `${number}cqi` : `${number * rem}px`;
  });
}

/** A panic of the app, and not of another one of the page, leaves it half way: nothing of it goes on. @param {unknown} error */
function crash(error) {
  if (hasStopped || !("WebAssembly" in window && error instanceof WebAssembly.RuntimeError) || ![APP.wasm, ...APP.lazy].some((file) => error.stack?.includes(file))) return;
  hasStopped = true;
  for (const end of running) end(STOPPED);
  running.clear();
}

/**
 * @param {string | null} src
 * @param {string} site
 */
function addressOf(src, site) {
  if (!src) return site + APP.dataset;
  const address = URL.canParse(src, document.baseURI) && new URL(src, document.baseURI);
  if (address && (address.protocol === "https:" || address.origin === location.origin)) return address.href;
  throw `src="${src}" must be an https address, or of the same origin as the page`;
}

/**
 * Shows the app in an element.
 * @param {HTMLElement & { query: string }} element
 * @param {string} site
 * @param {(type: string, detail?: string) => void} notify
 * @param {(sentence: string) => void} warn
 * @param {(reason: unknown) => void} fail when it has stopped
 */
export async function mount(element, site, notify, warn, fail) {
  if (hasStopped) throw STOPPED;
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  const src = element.getAttribute("src");
  // What only another element waits for does not concern this one.
  const own = src && URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI).href : site;
  const report = () => notify("coming", [...coming].find((address) => address === own || address.startsWith(site)));
  const hasCome = () => waiting.delete(report);
  waiting.add(report);
  report();
  parts ??= loadApp(site, root);
  const [wasm, sheet] = await parts.catch((reason) => {
    hasCome();
    parts = undefined;
    throw reason;
  });
  const at = document.createElement("div");
  at.id = "app";
  at.setAttribute("part", "app");
  at.dataset.surface = "element";
  // The page around may be in another language, and run from right to left.
  at.lang = "en";
  at.dir = "ltr";
  const theme = () => (at.dataset.theme = new URLSearchParams(element.query).get("theme") ?? "auto");
  theme();
  const level = element.getAttribute("heading-level") || "2";
  const isLevel = /^[1-6]$/.test(level);
  if (!isLevel) warn(`heading-level="${level}" is not known`);
  const dataset = await load(wasm, src, site).finally(hasCome).catch((reason) => {
    // Without `src`, or without a reason, it is the site that cannot be had.
    if (!src || !reason) throw reason || "a part of the app is missing";
    const words = document.createElement("p");
    words.textContent = `${reason}`;
    at.setAttribute("role", "alert");
    at.className = "load-error";
    at.append(words);
    notify("error", `${reason}`);
  });
  for (const type of ["ready", "change", "play", "unknown"]) {
    at.addEventListener(`ngp-${type}`, (event) => notify(type, /** @type {CustomEvent} */ (event).detail));
  }
  // The page around stays.
  at.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    if (!link || event.defaultPrevented) return;
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener");
  });
  root.adoptedStyleSheets.push(sheet);
  root.append(at);
  let shown = element.query;
  /** @type {number | undefined} */
  let app;
  const detach = () => {
    at.remove();
    // Another start of the same element may have it, too.
    const sheets = [...root.adoptedStyleSheets];
    sheets.splice(sheets.lastIndexOf(sheet), 1);
    root.adoptedStyleSheets = sheets;
  };
  /** @param {string} sentence */
  const stop = (sentence) => {
    detach();
    fail(sentence);
  };
  if (dataset !== undefined) {
    running.add(stop);
    app = wasm.mount(at, dataset, site, shown, isLevel ? Number(level) : 2);
  }
  return {
    show() {
      if (app === undefined || shown === element.query) return;
      theme();
      at.dispatchEvent(new CustomEvent("ngp-show", { detail: (shown = element.query) }));
    },
    end() {
      // After a panic it has left already, and cannot be asked.
      if (app !== undefined && !running.delete(stop)) return;
      if (app !== undefined) wasm.unmount(app);
      detach();
    },
  };
}

/**
 * The number of a dataset.
 * @param {Wasm} wasm
 * @param {string | null} src
 * @param {string} site
 */
async function load(wasm, src, site) {
  const address = addressOf(src, site);
  if (!datasets.has(address)) datasets.set(address, follow(address, wasm.load(address)));
  try {
    return await datasets.get(address);
  } catch (reason) {
    datasets.delete(address);
    throw reason;
  }
}
