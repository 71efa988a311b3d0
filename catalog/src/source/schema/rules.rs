//! What the values of an object have to do with each other.

use super::{codes, entries, number, object, push, reference, text, texts};
use crate::country::PlanStatus;
use crate::from_wire::EUROPE;
use crate::wire::{Json, Shape};

/// The rules of a shape that are about more than one of its keys.
pub(super) fn of(shape: &Shape) -> Vec<(String, Json)> {
    let all = |rules| entries([("allOf", Json::Array(rules))]);
    match shape.name.0 {
        "Dataset" => {
            let once = ("countries", object([reference(ONCE)]));
            let europe = ("europe", resources_begin(&["array", "null"], &format!("^{EUROPE}-")));
            all(vec![object([("properties", object([once, europe]))])])
        }
        "Country" => {
            // That an adopted plan is named is asked of the editors' files only: a part of the dataset, such as an
            // export, may be without the plan's documents.
            let adopted = is("plan_status", text(PlanStatus::Adopted.name()));
            let none = object([("type", texts(&["array", "null"])), ("maxItems", number(0))]);
            let none = object([("properties", object([("plan", none)]))]);
            let mut rules = vec![object([("if", adopted), ("then", object([])), ("else", none)])];
            rules.extend(ids_begin_with_the_code());
            all(rules)
        }
        "Declaration" => all(vec![only_where_true("signatory", &["signed"])]),
        "Infrastructure" => all(vec![only_where_true("member", &["since", "partners", "node"])]),
        "GenomeOfEurope" => all(vec![only_where_true("member", &["partners", "samples", "as_of"])]),
        "Video" => {
            let talk = has(&["youtube"], &["playlist", "playlist_index", "video_count"]);
            let talk_in_a_playlist = has(&["youtube", "playlist", "playlist_index"], &["video_count"]);
            let playlist = has(&["playlist"], &["youtube", "playlist_index"]);
            entries([("oneOf", Json::Array(vec![talk, talk_in_a_playlist, playlist]))])
        }
        _ => Vec::new(),
    }
}

/// The name of the definition that [`each_country_once`] makes.
pub(super) const ONCE: &str = "EachCountryOnce";

/// A schema cannot compare two items of a list, so it counts those of each code.
pub(super) fn each_country_once() -> Json {
    let once = |code: &str| {
        let properties = object([("code", object([("const", text(code))]))]);
        let country = object([("type", text("object")), ("properties", properties), ("required", texts(&["code"]))]);
        object([("contains", country), ("minContains", number(0)), ("maxContains", number(1))])
    };
    object([
        ("description", text("No country twice.")),
        ("type", text("array")),
        ("allOf", Json::Array(codes().map(once).collect())),
    ])
}

/// The ids of a country's resources begin with its code in lower case, and a hyphen: letter by letter, since that is
/// 52 rules and code by code it would be 249.
fn ids_begin_with_the_code() -> Vec<Json> {
    let rule = |before: &str, letter: char| {
        let code = object([("type", text("string")), ("pattern", text(&format!("^{before}{letter}")))]);
        let code = object([("properties", object([("code", code)])), ("required", texts(&["code"]))]);
        let ids = resources_begin(&["array"], &format!("^{before}{}", letter.to_ascii_lowercase()));
        object([("if", code), ("then", object([("properties", object([("resources", ids)]))]))])
    };
    let hyphen = object([("properties", object([("resources", resources_begin(&["array"], "^..-"))]))]);
    let letters = ["", "."].into_iter().flat_map(|before| ('A'..='Z').map(move |letter| (before, letter)));
    letters.map(|(before, letter)| rule(before, letter)).chain([hyphen]).collect()
}

/// A list, the ids of whose items follow the pattern.
fn resources_begin(kinds: &[&str], pattern: &str) -> Json {
    let id = object([("type", text("string")), ("pattern", text(pattern))]);
    let item = object([("type", text("object")), ("properties", object([("id", id)]))]);
    let kinds = if let [kind] = kinds { text(kind) } else { texts(kinds) };
    object([("type", kinds), ("items", item)])
}

/// Where that key is false, those have no value.
fn only_where_true(key: &str, keys: &[&str]) -> Json {
    object([("if", is(key, Json::Bool(false))), ("then", has(&[], keys))])
}

/// An object in which that key has that value.
fn is(key: &str, value: Json) -> Json {
    object([("properties", object([(key, object([("const", value)]))])), ("required", texts(&[key]))])
}

/// An object in which these keys have a value and those have none; `null` is none.
fn has(keys: &[&str], not: &[&str]) -> Json {
    let null = || object([("type", text("null"))]);
    let with = keys.iter().map(|key| ((*key).to_owned(), object([("not", null())])));
    let without = not.iter().map(|key| ((*key).to_owned(), null()));
    let mut rule = object([("properties", Json::Object(with.chain(without).collect()))]);
    if !keys.is_empty() {
        push(&mut rule, "required", texts(keys));
    }
    rule
}
