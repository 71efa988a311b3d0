//! The JSON Schema of the served dataset, for the editors' editors and for everyone who reads the data.
//!
//! It refuses what the rules refuse ([`crate::Catalog::from_wire`]), as far as a schema can say it, and nothing
//! more; `tests/corpus.json` holds the two together. Left to the rules is what compares two values: a period that ends
//! before it starts, an id, a title or a video that stands twice, and the name of an entry or country that is not
//! there or is not of the right kind.

mod formats;
mod rules;

use super::json::compact;
use crate::country;
use crate::date::Year;
use crate::wire::{DATASET, Json, Key, Least, SCHEMA, Shape, ValueKind};
use formats::name_of;

/// The JSON Schema of the served dataset. It is strict: a key that is not known is a mistake.
///
/// Its `$id` is a URN, which needs no address; [`schema_at`] makes it for a site that has one.
#[must_use]
pub fn schema() -> String {
    schema_at(&format!("urn:national-genomic-plans:schema:{SCHEMA}"))
}

/// The same schema with another `$id`: an absolute URI without a fragment.
#[must_use]
pub fn schema_at(id: &str) -> String {
    let shapes = shapes();
    let shapes = shapes.iter().filter(|shape| shape.name.0 != DATASET.name.0);
    let mut definitions: Vec<_> =
        shapes.map(|shape| (shape.name.0.to_owned(), Json::Object(object_of(shape)))).collect();
    definitions.push((rules::ONCE.to_owned(), rules::each_country_once()));
    definitions.extend(formats::ALL.map(|format| (name_of(format).to_owned(), formats::definition(format))));
    let mut schema = entries([
        ("$schema", text("https://json-schema.org/draft/2020-12/schema")),
        ("$id", text(id)),
        ("title", text("National Genomic Plans: the dataset")),
    ]);
    schema.extend(object_of(&DATASET));
    schema.push(("$defs".to_owned(), Json::Object(definitions)));
    laid_out(&Json::Object(schema), 0) + "\n"
}

/// All objects of a dataset, the whole first, each once.
#[must_use]
pub fn shapes() -> Vec<&'static Shape> {
    let mut shapes = Vec::new();
    collect(&DATASET, &mut shapes);
    shapes
}

/// The shape and all that it holds, each once.
fn collect(shape: &'static Shape, shapes: &mut Vec<&'static Shape>) {
    if shapes.iter().any(|known| known.name.0 == shape.name.0) {
        return;
    }
    shapes.push(shape);
    for key in shape.keys {
        if let ValueKind::List(inner) | ValueKind::Object(inner) = key.kind {
            collect(inner, shapes);
        }
    }
}

fn object_of(shape: &Shape) -> Vec<(String, Json)> {
    let required = shape.keys.iter().filter(|key| key.required).map(|key| text(key.name)).collect();
    let mut object = entries([
        ("description", text(shape.doc.0)),
        ("type", text("object")),
        ("properties", Json::Object(shape.keys.iter().map(|key| (key.name.to_owned(), value_of(key))).collect())),
        ("required", Json::Array(required)),
        ("additionalProperties", Json::Bool(false)),
    ]);
    object.extend(rules::of(shape));
    object
}

fn value_of(key: &Key) -> Json {
    let a = |name: &str| ("type", if key.required { text(name) } else { texts(&[name, "null"]) });
    let one = |name: &str| {
        if key.required {
            [reference(name)]
        } else {
            [("anyOf", Json::Array(vec![object([reference(name)]), object([("type", text("null"))])]))]
        }
    };
    let mut value = entries([("description", text(key.doc.0))]);
    value.extend(match key.kind {
        ValueKind::Text(format) => entries(one(name_of(format))),
        ValueKind::Object(shape) => entries(one(shape.name.0)),
        ValueKind::Name(names) => {
            let null = (!key.required).then_some(Json::Null);
            let names = names.iter().map(|name| text(name)).chain(null);
            entries([a("string"), ("enum", Json::Array(names.collect()))])
        }
        ValueKind::WholeNumber(min, max) => entries([a("integer"), ("minimum", number(min)), ("maximum", number(max))]),
        ValueKind::Boolean => entries([a("boolean")]),
        ValueKind::Texts(format, least) => {
            let items = object([reference(name_of(format))]);
            let mut list = entries([a("array"), ("items", items), ("uniqueItems", Json::Bool(true))]);
            list.extend((least == Least::One).then(|| ("minItems".to_owned(), number(1))));
            list
        }
        ValueKind::Years => entries([
            a("array"),
            ("items", one_year_or_null()),
            ("minItems", number(2)),
            ("maxItems", number(2)),
            // At least one of the two is not open.
            ("contains", object([("type", text("integer"))])),
        ]),
        ValueKind::List(shape) => entries([a("array"), ("items", object([reference(shape.name.0)]))]),
        ValueKind::ById => entries([a("object"), ("additionalProperties", object([("type", text("string"))]))]),
    });
    Json::Object(value)
}

fn one_year_or_null() -> Json {
    let year = |year: Year| number(i64::from(year.number()));
    object([("type", texts(&["integer", "null"])), ("minimum", year(Year::FIRST)), ("maximum", year(Year::LAST))])
}

/// Every code of a country.
fn codes() -> impl Iterator<Item = &'static str> {
    (0..country::ISO.len()).step_by(2).filter_map(|at| country::ISO.get(at..at + 2))
}

// JSON

/// The text of a tree: what fits into a line of 130 characters is one.
fn laid_out(json: &Json, indent: usize) -> String {
    let line = compact(json);
    let items: Vec<(String, &Json)> = match json {
        Json::Object(entries) => entries.iter().map(|(key, value)| (compact(&text(key)) + ": ", value)).collect(),
        Json::Array(items) => items.iter().map(|item| (String::new(), item)).collect(),
        _ => return line,
    };
    if indent + line.len() <= 130 {
        return line;
    }
    let (start, end) = line.split_at(line.len() - 1);
    let start = &start[..1];
    let margin = " ".repeat(indent + 2);
    let items: Vec<_> =
        items.into_iter().map(|(key, value)| format!("{margin}{key}{}", laid_out(value, indent + 2))).collect();
    format!("{start}\n{}\n{}{end}", items.join(",\n"), " ".repeat(indent))
}

fn reference(name: &str) -> (&'static str, Json) {
    ("$ref", text(&format!("#/$defs/{name}")))
}

fn entries<const N: usize>(entries: [(&str, Json); N]) -> Vec<(String, Json)> {
    entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn object<const N: usize>(values: [(&str, Json); N]) -> Json {
    Json::Object(entries(values))
}

fn push(object: &mut Json, key: &str, value: Json) {
    if let Json::Object(entries) = object {
        entries.push((key.to_owned(), value));
    }
}

fn text(text: &str) -> Json {
    Json::String(text.to_owned())
}

fn texts(names: &[&str]) -> Json {
    Json::Array(names.iter().map(|name| text(name)).collect())
}

fn number(number: i64) -> Json {
    Json::Number(number as f64)
}
