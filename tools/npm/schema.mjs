// Checks the JSON Schema with ajv: `node schema.mjs SCHEMA DATASET CORPUS`.
//
// SCHEMA compiles in ajv's strict mode without a warning, takes DATASET, and takes and refuses what CORPUS says
// (`catalog/tests/corpus.json`; its test in `catalog/tests/schema.rs` asks the rules and another validator the same).

import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

const [schema, dataset, corpus] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, "utf8")));
const mistakes = [];
const said = (...words) => mistakes.push(`ajv says of the schema: ${words.join(" ")}`);
const ajv = new Ajv2020({ strict: true, allErrors: true, logger: { log: said, warn: said, error: said } });
const validate = ajv.compile(schema);

/** The places at which ajv refuses a dataset, each with the reason. */
function errors(json) {
  validate(json);
  return (validate.errors ?? []).map((error) => ({ at: error.instancePath, message: error.message }));
}

/** The object or list that holds what the pointer names, and its key there. */
function place(json, pointer) {
  const keys = pointer.split("/").slice(1);
  const last = keys.pop();
  return [keys.reduce((value, key) => value[key], json), last];
}

/** The base with what the case changes in it. */
function datasetOf({ set = {}, remove = [] }) {
  const json = structuredClone(corpus.base);
  for (const [pointer, value] of Object.entries(set)) {
    const [above, key] = place(json, pointer);
    above[key] = value;
  }
  for (const pointer of remove) {
    const [above, key] = place(json, pointer);
    if (Array.isArray(above)) {
      above.splice(Number(key), 1);
    } else {
      delete above[key];
    }
  }
  return json;
}

function check(name, found, isRight) {
  if (!isRight) {
    mistakes.push(`${name}: ajv finds ${JSON.stringify(found)}`);
  }
}

const shipped = errors(dataset);
check("the dataset", shipped, shipped.length === 0);
for (const one of corpus.good) {
  const found = errors(datasetOf(one));
  check(one.name, found, found.length === 0);
}
for (const one of corpus.bad) {
  const found = errors(datasetOf(one));
  check(one.name, found, one.at === undefined ? found.length === 0 : found.some((error) => error.at === one.at));
}

if (mistakes.length > 0) {
  console.error(mistakes.join("\n"));
  process.exit(1);
}
console.log(`ajv takes the dataset, and ${corpus.good.length} good and ${corpus.bad.length} bad ones as they are.`);
