//! The JSON Schema, which an editor's tools follow, refuses what the rules refuse.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

#[path = "common/any_json.rs"]
mod any_json;
mod common;

use any_json::{any_json, walk};
use catalog::{Catalog, CountryCode, PartialDate, source};
use common::shipped;
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

fn validator() -> &'static Validator {
    static VALIDATOR: OnceLock<Validator> = OnceLock::new();
    VALIDATOR.get_or_init(|| jsonschema::validator_for(&serde_json::from_str(&source::schema()).unwrap()).unwrap())
}

/// A small dataset in which every key has a value.
fn small() -> Value {
    corpus()["base"].clone()
}

/// What the rules refuse and the schema cannot: values that are compared with others, and names that are looked up.
const ONLY_RULES: [&str; 9] = [
    "the period ends in ",
    " is already taken at ",
    " of the same year stands in this country twice",
    "the video \"",
    "there is no event ",
    "there is no country ",
    "this country has no resource ",
    " is no law",
    "whether the plan ",
];

/// Whether the schema takes the dataset. It refuses nothing that the rules take, and the rules refuse nothing more
/// but what a schema cannot say.
#[track_caller]
fn check_agreement(dataset: &Value) -> bool {
    let errors: Vec<_> = validator().iter_errors(dataset).collect();
    let read = Catalog::from_wire(&serde_json::from_value(dataset.clone()).unwrap());
    let problems = read.err().unwrap_or_default();
    if errors.is_empty() {
        let is_said = |message: &str| ONLY_RULES.iter().any(|words| message.contains(words));
        let left: Vec<_> = problems.iter().filter(|problem| !is_said(&problem.message)).collect();
        assert!(left.is_empty(), "the schema has nothing against {dataset}\nand the rules have {problems}");
    } else {
        assert!(!problems.is_empty(), "the rules have nothing against {dataset}\nand the schema has {errors:?}");
    }
    errors.is_empty()
}

/// Datasets with one thing changed: a base, and what is different in each case. `tools/npm/schema.mjs` has ajv read
/// the same.
fn corpus() -> &'static Value {
    static CORPUS: OnceLock<Value> = OnceLock::new();
    CORPUS.get_or_init(|| serde_json::from_str(include_str!("corpus.json")).unwrap())
}

/// The base with the values of `set` at their JSON pointers, and without what `remove` names.
fn dataset_of(case: &Value) -> Value {
    let mut dataset = small();
    for (pointer, value) in case["set"].as_object().into_iter().flatten() {
        let (above, key) = pointer.rsplit_once('/').unwrap();
        match dataset.pointer_mut(above).unwrap_or_else(|| panic!("{}: there is no {above}", case["name"])) {
            Value::Array(items) => items[key.parse::<usize>().unwrap()] = value.clone(),
            object => object[key] = value.clone(),
        }
    }
    for pointer in case["remove"].as_array().into_iter().flatten() {
        let (above, key) = pointer.as_str().unwrap().rsplit_once('/').unwrap();
        let removed = match dataset.pointer_mut(above).unwrap() {
            Value::Array(items) => Some(items.remove(key.parse().unwrap())),
            object => object.as_object_mut().unwrap().remove(key),
        };
        assert!(removed.is_some(), "{}: there is no {pointer}", case["name"]);
    }
    dataset
}

/// What the rules have against a dataset, a line each.
fn problems_of(dataset: &Value) -> Vec<String> {
    let read = Catalog::from_wire(&serde_json::from_value(dataset.clone()).unwrap());
    read.err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn good_datasets_are_taken_by_both() {
    let cases = corpus()["good"].as_array().unwrap();
    assert!(cases.len() >= 20);
    for case in cases {
        let dataset = dataset_of(case);
        let errors: Vec<_> = validator().iter_errors(&dataset).map(|error| error.to_string()).collect();
        assert_eq!((problems_of(&dataset), errors), (Vec::new(), Vec::new()), "{}", case["name"]);
    }
}

#[test]
fn the_shipped_dataset_is_taken() {
    let errors: Vec<_> = validator()
        .iter_errors(&serde_json::to_value(&shipped().dataset).unwrap())
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(errors, [""; 0]);
}

/// So that each key of the tables is tried by the tests below.
#[test]
fn the_small_dataset_has_every_key() {
    fn keys(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(entries) => {
                found.extend(entries.keys().cloned());
                entries.values().for_each(|value| keys(value, found));
            }
            Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    keys(&small(), &mut found);
    let all = source::shapes().into_iter().flat_map(|shape| shape.keys).map(|key| key.name.to_owned());
    assert_eq!(found, all.collect());
}

#[test]
fn bad_datasets_are_refused_by_both_where_a_schema_can() {
    let cases = corpus()["bad"].as_array().unwrap();
    assert!(cases.len() >= 150);
    for case in cases {
        let (dataset, name) = (dataset_of(case), &case["name"]);
        assert_eq!(json!(problems_of(&dataset)), case["rules"], "{name}");
        let places: Vec<_> = validator().iter_errors(&dataset).map(|error| error.instance_path().to_string()).collect();
        match (case["at"].as_str(), case["only_rules"].as_str()) {
            (Some(at), None) => assert!(places.iter().any(|place| place == at), "{name}: refused at {places:?}"),
            (None, Some(_)) => assert!(check_agreement(&dataset), "{name}: a schema can refuse it, at {places:?}"),
            _ => panic!("{name}: either the schema refuses it `at` a place, or there is a reason in `only_rules`"),
        }
    }
}

/// What holds a schema's patterns together with all engines, not only those that read them here.
#[test]
fn its_patterns_are_plain() {
    fn patterns<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
        match value {
            Value::Object(entries) => {
                found.extend(value["pattern"].as_str());
                entries.values().for_each(|value| patterns(value, found));
            }
            Value::Array(items) => items.iter().for_each(|item| patterns(item, found)),
            _ => {}
        }
    }
    let schema: Value = serde_json::from_str(&source::schema()).unwrap();
    let mut found = Vec::new();
    patterns(&schema, &mut found);
    assert!(found.len() > 11);
    for pattern in found {
        assert!(pattern.starts_with('^') && pattern.is_ascii(), "{pattern}");
        for word in ["(?", "\\s", "\\d", "\\w", "\\b", "\\p", "[^]"] {
            assert!(!pattern.contains(word), "{word} in {pattern} is not the same everywhere");
        }
    }
}

/// What the schema says of texts of one format.
fn format(name: &str) -> Validator {
    let mut schema: Value = serde_json::from_str(&source::schema()).unwrap();
    let definitions = schema["$defs"].take();
    assert!(definitions[name].is_object(), "there is no {name}");
    jsonschema::validator_for(&json!({ "$ref": format!("#/$defs/{name}"), "$defs": definitions })).unwrap()
}

#[test]
fn its_days_are_those_that_there_are() {
    let (days, dates) = (format("Day"), format("Date"));
    for year in 1899..=2101 {
        for month in 0..=13 {
            let check = |text: String| {
                assert_eq!(days.is_valid(&json!(text)), PartialDate::parse_day(&text).is_ok(), "{text}");
                assert_eq!(dates.is_valid(&json!(text)), PartialDate::parse(&text).is_ok(), "{text}");
            };
            check(format!("{year}-{month:02}"));
            for day in [0, 1, 9, 10, 28, 29, 30, 31, 32] {
                check(format!("{year}-{month:02}-{day:02}"));
            }
        }
    }
}

#[test]
fn its_codes_are_those_of_the_rules() {
    let codes = format("CountryCode");
    for first in 'A'..='Z' {
        for second in 'A'..='Z' {
            let code = format!("{first}{second}");
            assert_eq!(codes.is_valid(&json!(code)), CountryCode::parse(&code).is_ok(), "{code}");
        }
    }
}

/// The rules ask Unicode as the standard library knows it.
#[test]
fn its_spaces_and_control_characters_are_unicodes() {
    let words = format("Words");
    for letter in '\0'..='\u{ffff}' {
        let is_taken = |text: String| words.is_valid(&json!(text));
        let (is_control, is_edge) = (letter.is_control(), letter.is_control() || letter.is_whitespace());
        assert_eq!(is_taken(format!("x{letter}x")), !is_control, "{letter:?} between others");
        assert_eq!(is_taken(format!("{letter}x")), !is_edge, "{letter:?} in front");
        assert_eq!(is_taken(format!("x{letter}")), !is_edge, "{letter:?} at the end");
    }
}

#[test]
fn its_id_is_a_urn_or_the_address_where_it_is_served() {
    let read = |text: &str| -> Value { serde_json::from_str(text).unwrap() };
    let (urn, address) = ("urn:national-genomic-plans:schema:1.2", "https://example.org/data/catalog.schema.json");
    let (own, mut served) = (read(&source::schema()), read(&source::schema_at(address)));
    assert_eq!((&own["$id"], &served["$id"]), (&urn.into(), &address.into()));
    served["$id"] = urn.into();
    assert_eq!(own, served);
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

/// Letters that stand in addresses, dates and ids, and such as must not.
const LETTERS: &[char] = &[
    '-', '.', ':', '/', '?', '#', '@', '%', '[', ']', '|', '"', '<', '\\', '_', '~', ' ', '\n', '\0', '0', '1', '2',
    '3', '6', '9', 'a', 'z', 'A', 'Z', 'é', '\u{85}', '\u{a0}', '\u{ad}', '\u{2028}', '\u{feff}', '٣', '🧬',
];

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

    /// The formats of texts are told apart by single letters.
    #[test]
    fn they_agree_on_any_text_with_other_letters(
        at in any::<prop::sample::Index>(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..3, prop::sample::select(LETTERS)), 1..3),
    ) {
        let mut dataset = small();
        let mut pointers = Vec::new();
        walk(&dataset, "", &mut pointers);
        pointers.retain(|pointer| dataset.pointer(pointer).unwrap().is_string());
        let place = dataset.pointer_mut(&pointers[at.index(pointers.len())]).unwrap();
        let mut letters: Vec<char> = place.as_str().unwrap().chars().collect();
        for (at, edit, letter) in edits {
            let at = at.index(letters.len() + 1);
            match edit {
                0 => letters.insert(at, letter),
                1 => drop((at < letters.len()).then(|| letters.remove(at))),
                _ => letters.iter_mut().skip(at).take(1).for_each(|old| *old = letter),
            }
        }
        *place = letters.into_iter().collect::<String>().into();
        check_agreement(&dataset);
    }
}
