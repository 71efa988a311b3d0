// @ts-check
// Somebody else's page: a long article with the widget in it, or what it is compared with.

import fs from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";

import { listen } from "./bytes.mjs";

/** How many elements are on the page that has many. */
export const MANY = 20;

/** Paragraphs before and after what stands in the article: several screens of a telephone each. */
const BEFORE = 24;
const AFTER = 12;

/** Paragraphs between one of many elements and the next. */
const BETWEEN = 2;

const CODES = ["at", "be", "bg", "ch", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr", "gb", "gr", "hr", "hu", "ie", "is", "it", "lt"];

const SENTENCES = [
  "The ministry has asked hospitals and laboratories what they expect of genomic medicine in the next ten years.",
  "Most of them have named the same three things: people who can read a genome, a place to keep it, and a law that says who may look.",
  "None of these is cheap, and none of them is of use without the other two.",
  "Several countries have written down how they want to go about it, and some have begun to publish what came of it.",
  "A plan that was adopted is not yet a plan that is followed, as those who wrote the first ones are quick to say.",
];

/**
 * What the bench puts into the article, by its name.
 * @type {Record<string, (site: string) => { head?: string, body: string }>}
 */
const PLACED = {
  nothing: () => ({ body: "" }),
  frame: (site) => element(site, "<genomic-plans country=fr></genomic-plans>"),
  inline: (site) => element(site, "<genomic-plans country=fr mode=inline></genomic-plans>"),
  // As one is pasted that does not wait.
  eager: (site) => ({ body: `<iframe src="${site}embed/fr/" title="National genomic plan: France" width="100%" height=600></iframe>` }),
  lite: () => ({
    head: "<link href=lite-yt-embed.css rel=stylesheet><script defer src=lite-yt-embed.js></script>",
    body: '<lite-youtube playlabel="Play: National Genomic Plan in France" videoid=98u39kpT-mA></lite-youtube>',
  }),
};

/** What the pages are compared by. */
export const PAGES = Object.keys(PLACED);

/** @param {string} site @param {string} tag */
const element = (site, tag) => ({ body: `<script src="${site}widget.js" type=module></script>${tag}` });

/** @param {number} paragraphs */
const text = (paragraphs) =>
  Array.from({ length: paragraphs }, (_, at) => `<p>${[0, 1, 2, 3].map((more) => SENTENCES[(at + more) % SENTENCES.length]).join(" ")}</p>`).join("\n");

/** @param {{ head?: string, body: string }} placed */
const page = ({ head = "", body }) => `<!doctype html><html lang=en><meta charset=utf-8><title>Genomic medicine</title>
<meta content="width=device-width,initial-scale=1" name=viewport><link href=data:, rel=icon>
<style>body{font:18px/1.6 Georgia,serif;margin:0 auto;max-width:44rem;padding:1rem}</style>${head}
<h1>What becomes of genomic medicine</h1>${text(BEFORE)}${body}${text(AFTER)}`;

/** @param {string} site @param {string} attributes */
const many = (site, attributes) =>
  page(element(site, CODES.slice(0, MANY).map((code) => `<genomic-plans country=${code} ${attributes}></genomic-plans>${text(BETWEEN)}`).join("")));

/**
 * Serves the pages at `/NAME`, and with many elements at `/many-frame` and `/many-inline`, compressed as a site's are.
 * @param {string} site where the app is
 * @param {string} folder where the files of the twin are
 * @param {import("./bytes.mjs").Transfer[]} transfers notes what was asked for beside the pages themselves
 */
export function serveHost(site, folder, transfers) {
  /** @type {Map<string, { type: string, body: Buffer }>} */
  const files = new Map();
  /** @param {string} name @param {string} type @param {string | Buffer} contents */
  const add = (name, type, contents) => files.set(`/${name}`, { type, body: brotliCompressSync(contents) });
  for (const [name, placed] of Object.entries(PLACED)) add(name, "text/html", page(placed(site)));
  add("many-frame", "text/html", many(site, ""));
  add("many-inline", "text/html", many(site, "mode=inline"));
  for (const [name, type] of [["lite-yt-embed.js", "text/javascript"], ["lite-yt-embed.css", "text/css"]]) {
    add(name, type, fs.readFileSync(path.join(folder, name)));
  }
  return listen(({ url = "/" }, answer) => {
    const file = files.get(url);
    const { type, body } = file ?? { type: "text/plain", body: Buffer.alloc(0) };
    const encoding = file ? "br" : "identity";
    if (type !== "text/html") transfers.push({ path: url, status: file ? 200 : 404, bytes: body.length, at: Date.now(), byWorker: false, encoding });
    answer.writeHead(file ? 200 : 404, { "Content-Type": `${type}; charset=utf-8`, "Content-Encoding": encoding, "Content-Length": body.length });
    answer.end(body);
  });
}
