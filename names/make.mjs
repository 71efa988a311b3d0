// Makes countries.txt: the names of the countries of the dataset in other languages than their own, for the search.
// Run by hand, `npm ci --ignore-scripts && node make.mjs`; see README.md.
// @ts-check

import { readFileSync, readdirSync, writeFileSync } from "node:fs";

/** The official languages of the European Union; then those of its neighbours, three of Türkiye's among them; and others
    that are spoken in Europe. */
const LANGUAGES = [
  "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt", "nl", "pl",
  "pt", "pt-PT", "ro", "sk", "sl", "sv",
  "ar", "az", "be", "bs", "hy", "is", "ka", "mk", "nb", "nn", "ru", "sq", "sr", "sr-Latn", "tr", "uk",
  "ca", "cy", "eu", "fo", "gd", "gl", "gsw", "lb", "rm", "se",
];

/** Letters that Unicode does not take apart, as `catalog/src/fold.rs` folds them. */
const LETTERS = { æ: "ae", œ: "oe", ø: "o", ß: "ss", þ: "th", ð: "d", đ: "d", ħ: "h", ı: "i", ł: "l", ŋ: "n", ŧ: "t" };

/** The words of a name, without case and diacritics. @param {string} name */
const words = (name) =>
  name
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[æœøßþðđħıłŋŧ]/g, (letter) => LETTERS[/** @type {keyof typeof LETTERS} */ (letter)])
    .replaceAll("ς", "σ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** @param {string} file */
const read = (file) => JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));

const territories = LANGUAGES.map((language) => {
  const { main } = read(`node_modules/cldr-localenames-full/main/${language}/territories.json`);
  return main[language].localeDisplayNames.territories;
});

const folder = "../data/countries/";
const lines = readdirSync(new URL(folder, import.meta.url)).sort().map((file) => {
  const country = read(folder + file);
  const { code } = country;
  // Not the short ones, such as "VK" for the United Kingdom, which begin too many other words.
  const all = territories.flatMap((names) => [names[code], names[`${code}-alt-variant`]]);
  // Where CLDR has no name it has the code, as in "TR-variant".
  const found = all.filter((name) => name && !name.startsWith(code));
  const known = [country, ...(country.native_names ?? [])].flatMap(({ name }) => words(name));
  // A name is found by the beginnings of its words: one whose words are beginnings of others adds nothing.
  const isKnown = (/** @type {string} */ word) => known.some((other) => other.startsWith(word));
  const kept = [];
  for (const name of [...new Set(found)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
    if (words(name).every(isKnown)) continue;
    known.push(...words(name));
    kept.push(name);
  }
  return `${code} ${kept.sort().join("|")}\n`;
});
writeFileSync(new URL("countries.txt", import.meta.url), lines.join(""));
