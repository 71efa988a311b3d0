//! The JSON Schema of the served dataset, for the editors' editors.

use super::json::pretty;
use crate::wire::{DATASET, Json, Key, Shape, What};

/// The JSON Schema of the served dataset. It is strict: a key that is not known is a mistake.
#[must_use]
pub fn schema() -> String {
    let shapes = shapes();
    let definitions = shapes.iter().filter(|shape| shape.name.0 != DATASET.name.0);
    let definitions = definitions.map(|shape| (shape.name.0.to_owned(), Json::Object(object_of(shape)))).collect();
    let mut schema = entries([
        ("$schema", text("https://json-schema.org/draft/2020-12/schema")),
        ("title", text("National Genomic Plans: the dataset")),
    ]);
    schema.extend(object_of(&DATASET));
    schema.push(("$defs".to_owned(), Json::Object(definitions)));
    pretty(&Json::Object(schema))
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
        if let What::List(inner) | What::Object(inner) = key.what {
            collect(inner, shapes);
        }
    }
}

fn object_of(shape: &Shape) -> Vec<(String, Json)> {
    let required = shape.keys.iter().filter(|key| key.required).map(|key| text(key.name)).collect();
    entries([
        ("description", text(shape.doc.0)),
        ("type", text("object")),
        ("properties", Json::Object(shape.keys.iter().map(|key| (key.name.to_owned(), value_of(key))).collect())),
        ("required", Json::List(required)),
        ("additionalProperties", Json::Bool(false)),
    ])
}

fn value_of(key: &Key) -> Json {
    let a = |name: &str| ("type", if key.required { text(name) } else { texts(&[name, "null"]) });
    let reference = |shape: &Shape| ("$ref", text(&format!("#/$defs/{}", shape.name.0)));
    let mut value = entries([("description", text(key.doc.0))]);
    value.extend(match key.what {
        What::Text(_) => entries([a("string")]),
        What::Name(names) => entries([a("string"), ("enum", texts(names))]),
        What::WholeNumber(..) => entries([a("integer")]),
        What::Boolean => entries([a("boolean")]),
        What::Texts(..) => entries([a("array"), ("items", object([("type", text("string"))]))]),
        What::Years => {
            let year = object([("type", texts(&["integer", "null"]))]);
            entries([a("array"), ("items", year), ("minItems", Json::Number(2.0)), ("maxItems", Json::Number(2.0))])
        }
        What::List(shape) => entries([a("array"), ("items", object([reference(shape)]))]),
        What::Object(shape) => entries([reference(shape)]),
        What::ById => entries([a("object"), ("additionalProperties", object([("type", text("string"))]))]),
    });
    Json::Object(value)
}

fn entries<const N: usize>(entries: [(&str, Json); N]) -> Vec<(String, Json)> {
    entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn object<const N: usize>(values: [(&str, Json); N]) -> Json {
    Json::Object(entries(values))
}

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

fn texts(names: &[&str]) -> Json {
    Json::List(names.iter().map(|name| text(name)).collect())
}
