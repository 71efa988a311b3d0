// @ts-check
// A page for a frame on somebody else's page, before the first paint: the theme that was asked for, and the talk with
// `widget.js`, if that is around it. It needs neither storage nor an origin, because a frame may have none.
//
// Messages are { ngp: 1, type, detail }. To the page around: "here" (the only one before that has answered), "coming"
// with each file and some of the bytes, "height" in CSS pixels, "ready", "change" with a query, "play" with an id,
// "unknown" and "error" with a sentence. From it: "hello", "measure", "show" with a query. Who else writes here is not
// heard: neither another window nor another origin.
// WordPress, which makes a frame of a pasted link, has messages of its own, { message, value, secret }: it says "ready",
// and is sent the "height".
{
  const root = document.documentElement;
  /** Where the page around is from, once it has said hello. @type {string | undefined} */
  let partner;
  /** What it asks for before the app is there. @type {string | undefined} */
  let asked;
  let sentHeight = 0;
  /** What WordPress has put into the address, and knows its frame by. */
  const secret = /[?&]secret=(\w+)/.exec(location.hash)?.[1];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;

  const isTheme = (/** @type {string[]} */ [name = ""]) => /^(amp;)?theme(\[\])?$/i.test(name);
  /** @param {string} query */
  const paint = (query) => {
    // As the app reads it: in any case, and with what other programs leave around it.
    const value = [...new URLSearchParams(query)].find(isTheme)?.[1] ?? "";
    const theme = /^\W*(light|dark)\W*$/i.exec(value)?.[1]?.toLowerCase();
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
  };
  paint(location.search);
  // Nothing but the theme: the page is right as it was sent.
  if ([...new URLSearchParams(location.search)].every(isTheme)) delete root.dataset.pendingQuery;
  // Where no tab can be opened, addresses are shown.
  if (self.origin === "null") root.dataset.opaque = "";

  /**
   * @param {string} type
   * @param {unknown} [detail]
   */
  const send = (type, detail) => {
    // An origin that is none has no name.
    if (partner) parent.postMessage({ ngp: 1, type, detail }, partner === "null" ? "*" : partner);
  };
  const isSettled = () => "ready" in root.dataset || "failed" in root.dataset || !("pendingQuery" in root.dataset);
  const measure = () => {
    // Hidden, or not what was asked for: that is no height.
    if (!document.body || innerWidth === 0 || !isSettled()) return;
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height <= 0 || height === sentHeight || !(partner || secret)) return;
    sentHeight = height;
    send("height", height);
    if (secret) parent.postMessage({ message: "height", value: height, secret }, "*");
  };
  const sendState = () => {
    measure();
    if ("failed" in root.dataset) send("error", document.querySelector("#fault p")?.textContent);
    else if ("ready" in root.dataset) send("ready");
  };
  /** @param {string} query */
  const show = (query) => {
    paint(query);
    if ("ready" in root.dataset) document.getElementById("app")?.dispatchEvent(new CustomEvent("ngp-show", { detail: query }));
    else asked = query;
  };

  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || source === window) return;
    if (secret && data?.message === "ready" && data.secret === secret) {
      sentHeight = 0;
      measure();
    }
    if (data?.ngp !== 1) return;
    partner ??= origin;
    if (origin !== partner) return;
    if (data.type === "hello") {
      root.dataset.hosted = "";
      sentHeight = 0;
      sendState();
    } else if (data.type === "measure") measure();
    else if (data.type === "show" && typeof data.detail === "string") show(data.detail);
  });
  if (parent !== window) parent.postMessage({ ngp: 1, type: "here" }, "*");
  // A slow line is not a server that does not answer: each file that has come is told, and each part of the largest.
  const comes = () => {
    if ("ready" in root.dataset || "failed" in root.dataset) return files.disconnect();
    send("coming");
  };
  const files = new PerformanceObserver(comes);
  files.observe({ type: "resource" });
  window.ngpFetch = async (address) => {
    const response = await fetch(address);
    const bytes = response.clone().body?.getReader();
    const follow = async () => {
      let piece = 0;
      for (let read; bytes && !(read = await bytes.read()).done; ) {
        // Less than two kilobytes in ten seconds is no progress.
        if ((piece += read.value.length) < 2000) continue;
        piece = 0;
        comes();
      }
    };
    // The app says what is wrong with it.
    follow().catch(() => {});
    return response;
  };

  new MutationObserver(() => {
    if ("ready" in root.dataset && asked !== undefined) {
      show(asked);
      asked = undefined;
    }
    sendState();
  }).observe(root, { attributeFilter: ["data-ready", "data-failed"] });
  document.addEventListener("DOMContentLoaded", () => {
    const app = document.getElementById("app");
    if (!app) return;
    for (const type of ["change", "play", "unknown"]) {
      app.addEventListener(`ngp-${type}`, (event) => send(type, /** @type {CustomEvent} */ (event).detail));
    }
    new ResizeObserver(measure).observe(document.body);
    // A browser lays a frame out only while it is seen; what changes before has a height too.
    new MutationObserver(() => {
      clearTimeout(soon);
      soon = setTimeout(measure);
    }).observe(app, { subtree: true, childList: true, attributeFilter: ["hidden", "open"] });
    measure();
  });
}
