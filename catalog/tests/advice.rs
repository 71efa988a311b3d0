//! What editors are told of a dataset that is right.

mod common;

use catalog::PartialDate;
use catalog::source;
use common::{Files, IRELAND, put, recorded, replace, small_files};

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
    source::advice(&loaded.catalog, today).iter().map(ToString::to_string).collect()
}

/// Of the good dataset with pieces of the country's file replaced, this is said.
fn check(pieces: &[(&str, &str)], expected: &[&str]) {
    let mut files = good();
    for (from, to) in pieces {
        replace(&mut files, IE, from, to);
    }
    assert_eq!(advice(files, TODAY), expected, "{pieces:?}");
}

#[test]
fn of_a_good_dataset_there_is_nothing_to_say() {
    check(&[], &[]);
}

#[test]
fn documents_with_nearly_the_same_title_may_be_one() {
    let plan = "\"title\": \"The Plan\"";
    let alike =
        ["countries/ie.json: resources[1].title: resources[0] has nearly the same title; are they one document?"];
    check(&[(plan, "\"title\": \"The strategy!\"")], &alike);
    check(&[(plan, "\"title\": \"The Strategy 2022-25\"")], &alike);
    check(&[(plan, "\"title\": \"The Strategy (2022)\", \"year\": 2022")], &alike);
    check(&[(plan, "\"title\": \"The Strategy 25\"")], &[]);
    // Another year, another edition.
    check(&[(plan, "\"title\": \"The Strategy 2018\", \"year\": 2018")], &[]);
}

#[test]
fn documents_with_the_same_address_may_be_one() {
    let plan = "https://example.org/plan.html";
    let same = [
        "countries/ie.json: resources[1].url: countries/ie.json: resources[0] has the same address; are they one document?",
    ];
    check(&[(plan, "https://example.org/strategy.pdf")], &same);
    check(&[(plan, "https://WWW.Example.org/strategy.pdf/#page=2")], &same);
    check(&[(plan, "https://example.org/strategy.pdf?page=2")], &[]);
    check(&[(plan, "https://example.org/Strategy.pdf")], &[]);
}

#[test]
fn the_same_address_is_noticed_in_another_country_too() {
    let mut files = good();
    let other = IRELAND
        .replace("\"IE\", \"name\": \"Ireland\"", "\"DK\", \"name\": \"Denmark\"")
        .replace("\"ie-", "\"dk-")
        .replace("http://example.org/plan", "https://example.org/dk");
    put(&mut files, "countries/dk.json", other);
    let expected = "countries/ie.json: resources[0].url: countries/dk.json: resources[0] has the same address; \
                    are they one document?";
    assert_eq!(advice(files, TODAY), [expected]);
}

#[test]
fn a_period_that_is_over_is_not_active() {
    let period = "[2022, null], \"status\": \"active\"";
    let over = ["countries/ie.json: resources[0].period: the period ended in 2025, but the status is active"];
    check(&[(period, "[2022, 2025], \"status\": \"active\"")], &over);
    check(&[(period, "[2022, 2026], \"status\": \"active\"")], &[]);
    check(&[(period, "[2022, 2025], \"status\": \"completed\"")], &[]);
}

#[test]
fn a_check_is_good_for_a_year() {
    let said = |today| advice(good(), today);
    assert_eq!(said("2027-11-23"), Vec::<String>::new());
    let old =
        |at| format!("countries/ie.json: resources[{at}].checked: it was checked on 2026-11-23, more than a year ago");
    assert_eq!(said("2027-11-24"), [old(0), old(1)]);
}

#[test]
fn an_original_title_has_its_language() {
    let check = |language: &str, original: &str, expected: &[&str]| {
        let to = format!("\"title\": \"The Plan\", {original}\n     \"language_original\": \"{language}\"");
        let from = "\"title\": \"The Plan\", \"title_original\": \"An Plean\",\n     \"language_original\": \"ga\"";
        check(&[(from, &to)], expected);
    };
    let place = "countries/ie.json: resources[1].language_original";
    check("ga", "\"title_original\": \"An Plean\",", &[]);
    check("en", "", &[]);
    let needless = "it is English, but there is a title_original; is that in another language?";
    check("en-IE", "\"title_original\": \"An Plean\",", &[&format!("{place}: {needless}")]);
    let missing = "it is in \"ga\", but has no title_original in that language";
    check("ga", "", &[&format!("{place}: {missing}")]);
}

#[test]
fn plain_http_is_noticed_wherever_an_address_stands() {
    let check = |address: &str, place: &str| {
        let (https, http) = (format!("\"https://example.org/{address}\""), format!("http://example.org/{address}"));
        let expected = format!("{IE}: {place}: \"{http}\" is plain http; does it answer to https?");
        check(&[(&https, &format!("\"{http}\""))], &[&expected]);
    };
    check("ireland", "overview_sources[0]");
    check("declaration", "declaration.sources[0]");
    check("strategy", "resources[0].sources[0]");
    check("plan.html", "resources[1].url");
    check("course", "implementation[0].url");
}
