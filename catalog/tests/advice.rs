//! What editors are told of a dataset that is right.

#[path = "advice/accepted.rs"]
mod accepted;
#[path = "advice/addresses.rs"]
mod addresses;
mod common;
#[path = "advice/documents.rs"]
mod documents;
#[path = "advice/figures.rs"]
mod figures;
#[path = "advice/texts.rs"]
mod texts;

use catalog::PartialDate;
use catalog::source;
use common::{Files, recorded, replace, small_files};

const IE: &str = "countries/ie.json";
const TODAY: &str = "2026-12-01";

/// A small dataset of which there is nothing to say.
fn good() -> Files {
    let mut files = small_files();
    replace(&mut files, IE, "http://example.org/plan", "https://example.org/plan.html");
    files
}

fn advice(files: Files, today: &str) -> Vec<String> {
    let loaded = source::load(&recorded(files)).unwrap_or_else(|problems| panic!("{problems}"));
    let today = PartialDate::parse_day(today).expect("today is a day");
    source::advice(&loaded, today).iter().map(ToString::to_string).collect()
}

/// Of the good dataset with pieces of the country's file replaced, this is said.
fn check(pieces: &[(&str, &str)], expected: &[&str]) {
    let mut files = good();
    for (from, to) in pieces {
        replace(&mut files, IE, from, to);
    }
    assert_eq!(advice(files, TODAY), expected, "{pieces:?}");
}

/// The same where at most one thing is said.
fn check_one(pieces: &[(&str, &str)], expected: Option<String>) {
    check(pieces, &expected.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn of_a_good_dataset_there_is_nothing_to_say() {
    check(&[], &[]);
}

/// What is left without a reason in the dataset that is shipped.
#[test]
fn of_the_shipped_dataset_nothing_is_left() {
    let today = PartialDate::parse_day("2026-11-28").expect("today is a day");
    let left: Vec<String> = source::advice(common::shipped(), today).iter().map(ToString::to_string).collect();
    assert!(left.is_empty(), "{}", left.join("\n"));
}
