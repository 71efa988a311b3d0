//! How texts are written: ranges of years, and the length of sentences.

use crate::common::{EVENTS, put, text};
use crate::{IE, TODAY, advice, check, check_one, good};

const OVERVIEW: &str = "It has a plan.";

#[test]
fn a_range_of_years_has_a_dash() {
    let check = |text: &str, ranges: &[(&str, &str)]| {
        let said: Vec<String> = ranges
            .iter()
            .map(|(found, right)| {
                format!("{IE}: overview: \"{found}\" has a hyphen; write \"{right}\" [year-range-hyphen]")
            })
            .collect();
        check(&[(OVERVIEW, text)], &said.iter().map(String::as_str).collect::<Vec<_>>());
    };
    check("The plan of 2021-2025.", &[("2021-2025", "2021–2025")]);
    check("The plan (2021-25), and a next.", &[("2021-25", "2021–25")]);
    check("Plans of 2016-2020 and 2019-2023.", &[("2016-2020", "2016–2020"), ("2019-2023", "2019–2023")]);
    check("The plan of 2021–2025.", &[]);
    // A month, a day, a number, one year, and a row of numbers.
    check("In 2024-06, on 2024-06-25 and from 2008-09.", &[]);
    check("Grant 2013-041, order 5135-2021, phone 2021-20.", &[]);
    check("Plan 2025-2021, 2021-2025-3, A2021-2025 and COVID-19.", &[]);
}

#[test]
fn a_range_of_years_has_a_dash_in_every_text_but_an_original_title() {
    let check = |from: &str, to: &str, place: &str, unless: &str| {
        let expected =
            format!("{IE}: {place}: \"2021-2025\" has a hyphen; write \"2021–2025\"{unless} [year-range-hyphen]");
        check(&[(from, to)], &[&expected]);
    };
    let unless = ", unless the official title has the hyphen";
    check("\"The Strategy\"", "\"The Strategy 2021-2025\"", "resources[0].title", unless);
    check("It says what.", "It says what of 2021-2025.", "resources[0].summary", "");
    check("\"staff\"", "\"staff 2021-2025\"", "resources[0].figures[0].label", "");
    check("\"as_of\": \"2025\"", "\"as_of\": \"2021-2025\"", "resources[0].figures[0].as_of", "");
    let plan = "\"plan\": [\"ie-strategy\"],";
    let part =
        |key: &str, value: &str| format!("{plan} \"{key}\": {{{value}, \"sources\": [\"https://example.org/a\"]}},");
    let genome = part("genome_of_europe", "\"member\": true, \"samples\": 5, \"as_of\": \"2021-2025\"");
    check(plan, &genome, "genome_of_europe.as_of", "");
    let cohort = part("reference_cohort", "\"name\": \"A\", \"done\": 5, \"as_of\": \"2021-2025\"");
    check(plan, &cohort, "reference_cohort.as_of", "");
    check(plan, &part("consent", "\"model\": \"opt-out 2021-2025\""), "consent.model", "");
    super::check(&[("\"An Plean\"", "\"An Plean 2021-2025\"")], &[]);
}

#[test]
fn a_note_on_a_change_is_read_too() {
    let mut files = good();
    let changes = text(&files, "changes.json").replace("It was made.", "The plan of 2021-2025 was added.");
    put(&mut files, "changes.json", changes);
    let first = "changes.json: [0].note: \"2021-2025\" has a hyphen; write \"2021–2025\" [year-range-hyphen]";
    assert_eq!(advice(files, TODAY), [first]);
}

/// A sentence of so many words.
fn sentence(words: usize) -> String {
    format!("Aa{}.", " bb".repeat(words - 1))
}

fn too_long(place: &str, beginning: &str, words: usize) -> String {
    format!(
        "{place}: the sentence \"{beginning}…\" has {words} words; make more than one of it, of at most 28 [sentence-length]"
    )
}

#[test]
fn a_sentence_is_short() {
    let check = |text: &str, expected: Option<usize>| {
        let text = text.trim();
        let said = expected.map(|words| too_long("countries/ie.json: overview", &text[..60], words));
        check_one(&[(OVERVIEW, text)], said);
    };
    let half = "bb ".repeat(14);
    check(&sentence(28), None);
    check(&sentence(29), Some(29));
    check(&format!("{} {}", sentence(28), sentence(28)), None);
    check(&format!("{half}{half}– cc."), Some(29));
    check(&format!("{half}– {}.", half.trim()), None);
    // What ends a sentence.
    check(&format!("{half}cc! {half}"), None);
    check(&format!("{half}cc? {half}cc."), None);
    check(&format!("({half}cc.) {half}cc."), None);
    check(&format!("{half}in 2024. {half}cc."), None);
    // What does not.
    check(&format!("{half}1.2 {half}"), Some(29));
    check(&format!("{half}St. {half}cc."), Some(30));
    check(&format!("{half}(e.g. {half}cc)."), Some(30));
    check(&format!("{half}A. {half}cc."), Some(30));
    check(&format!("{half}cc: {half}cc; cc."), Some(31));
    check(&format!("{half}biobank.cy {half}"), Some(29));
}

#[test]
fn sentences_of_summaries_and_introductions_are_counted_too() {
    let long = sentence(29);
    let beginning = &long[..60];
    check(&[("It says how.", &long)], &[&too_long("countries/ie.json: resources[1].summary", beginning, 29)]);
    let mut files = good();
    put(&mut files, "events.json", EVENTS.replace("It was.", &long));
    assert_eq!(advice(files, TODAY), [too_long("events.json: [0].introduction[0]", beginning, 29)]);
    // A label is no sentence.
    check(&[("\"staff\"", &format!("\"{}\"", "bb ".repeat(29).trim()))], &[]);
}
