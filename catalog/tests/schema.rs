//! The JSON Schema, which an editor's tools follow, says the same of a dataset's shape as the reader.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

#[path = "common/any_json.rs"]
mod any_json;
mod common;

use any_json::{any_json, walk};
use catalog::{Catalog, source};
use common::{shipped, small_files};
use jsonschema::Validator;
use jsonschema::error::ValidationErrorKind;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

fn validator() -> &'static Validator {
    static VALIDATOR: OnceLock<Validator> = OnceLock::new();
    VALIDATOR.get_or_init(|| jsonschema::validator_for(&serde_json::from_str(&source::schema()).unwrap()).unwrap())
}

/// The small dataset as it is served.
fn small() -> Value {
    serde_json::to_value(&source::load(&small_files()).unwrap().dataset).unwrap()
}

/// Whether the shape is right, which must be the same for the schema and the reader.
#[track_caller]
fn check_agreement(dataset: &Value) -> bool {
    let errors: Vec<_> = validator().iter_errors(dataset).collect();
    // The names of a closed set are a value to the reader, not a shape.
    let is_name = |kind: &ValidationErrorKind| matches!(kind, ValidationErrorKind::Enum { .. });
    let by_schema = errors.iter().all(|error| is_name(error.kind()));
    let read = Catalog::from_wire(&serde_json::from_value(dataset.clone()).unwrap());
    let problems = read.err().unwrap_or_default();
    let by_reader = !problems
        .iter()
        .any(|problem| ["expected ", "the key "].iter().any(|start| problem.message.starts_with(start)));
    assert_eq!(by_schema, by_reader, "the schema says {errors:?}\nand the reader {problems}\nof {dataset}");
    assert!(errors.is_empty() || !problems.is_empty(), "the reader has nothing against {dataset}");
    by_schema
}

#[test]
fn it_is_strict() {
    let right = serde_json::to_value(&shipped().dataset).unwrap();
    assert!(check_agreement(&right) && validator().is_valid(&right));
    let check = |pointer: &str, key: &str, value: Value, shape_is_right: bool| {
        let mut wrong = right.clone();
        wrong.pointer_mut(pointer).unwrap()[key] = value;
        assert!(!validator().is_valid(&wrong), "{pointer}/{key}");
        assert_eq!(check_agreement(&wrong), shape_is_right, "{pointer}/{key}");
    };
    check("", "doi", "x".into(), false);
    check("/countries/0", "capital", "x".into(), false);
    check("/countries/0", "plan_status", "maybe".into(), true);
    check("/countries/0/resources/0", "kind", "plan".into(), true);
    check("/countries/0/resources/0", "period", json!([2020]), false);
    check("/countries/0/resources/0", "period", json!([2020, 2020.5]), false);
    check("/videos/0", "youtube", 1.into(), false);
    check("/events/0", "introduction", "x".into(), false);
}

/// Every key is in the dataset or may be left out, and every one that may be left out may be `null`.
#[test]
fn what_need_not_be_there_may_be_null() {
    let mut pointers = Vec::new();
    walk(&small(), "", &mut pointers);
    for pointer in pointers.iter().filter(|pointer| !pointer.is_empty()) {
        let (mut without, mut null) = (small(), small());
        *null.pointer_mut(pointer).unwrap() = Value::Null;
        let (above, key) = pointer.rsplit_once('/').unwrap();
        if let Some(object) = without.pointer_mut(above).unwrap().as_object_mut() {
            object.remove(key);
            assert_eq!(check_agreement(&without), check_agreement(&null), "{pointer}");
        } else {
            check_agreement(&null);
        }
    }
}

#[test]
fn they_agree_on_hostile_files() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile");
    let texts = fs::read_dir(folder).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap());
    let values: Vec<Value> = texts.filter_map(|text| serde_json::from_slice(&text).ok()).collect();
    assert!(values.len() >= 20, "only {} hostile files are JSON", values.len());
    for value in values {
        for pointer in [
            "",
            "/events",
            "/videos",
            "/countries",
            "/events/0",
            "/videos/0",
            "/countries/0",
            "/countries/0/resources/0",
        ] {
            let mut dataset = small();
            *dataset.pointer_mut(pointer).unwrap() = value.clone();
            assert!(!check_agreement(&dataset), "{value} as {pointer}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn they_agree_on_any_value_in_any_place(at in any::<prop::sample::Index>(), value in any_json()) {
        let mut dataset = small();
        let mut pointers = Vec::new();
        walk(&dataset, "", &mut pointers);
        *dataset.pointer_mut(&pointers[at.index(pointers.len())]).unwrap() = value;
        // Of a newer version, more is let through; that is the schema's of that version.
        if dataset.get("schema") == small().get("schema") {
            check_agreement(&dataset);
        }
    }
}
