// Reads the page of each country as the reader view of a browser does: `node readability.mjs DIST`.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { JSDOM } from "jsdom";

const dist = process.argv[2];
/** @param {string} file */
const read = (file) => readFileSync(`${dist}/${file}`, "utf8");
/** @param {string} text */
const tidy = (text) => text.replace(/\s+/g, " ");

const { countries } = JSON.parse(read("data/catalog.json"));
for (const { code, name, overview, resources } of countries) {
  const folder = code.toLowerCase();
  const { window } = new JSDOM(read(`${folder}/index.html`), { url: `https://plans.example.org/${folder}/` });
  const article = new Readability(window.document).parse();
  const text = tidy(article?.textContent ?? "");
  assert.ok(article?.title?.startsWith(name), `${folder}/ is called ${article?.title}`);
  assert.ok(text.includes(tidy(overview)), `${folder}/ is read without the overview: ${text}`);
  const documents = resources.filter(({ summary }) => text.includes(tidy(summary)));
  assert.ok(documents.length * 2 >= resources.length, `${folder}/ is read with ${documents.length} of ${resources.length} documents`);
  assert.ok(!text.includes("no cookies"), `${folder}/ is read with the end of the page`);
  window.close();
}
console.log(`A reader view shows the ${countries.length} countries with their overviews and documents.`);
