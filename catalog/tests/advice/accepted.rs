//! Advice that editors accept, with a reason.

use crate::common::{problems, put, recorded, replace};
use crate::{IE, TODAY, advice, good};
use catalog::source;

const FILE: &str = "accepted-advice.json";

/// A range with a hyphen in two texts of a document and in the country's overview.
const HYPHENS: [(&str, &str); 3] = [
    ("\"The Strategy\"", "\"The Strategy 2021-2025\""),
    ("It says what.", "It says what of 2021-2025."),
    ("It has a plan.", "It has a plan of 2021-2025."),
];

const OVERVIEW: &str =
    "countries/ie.json: overview: \"2021-2025\" has a hyphen; write \"2021–2025\" [year-range-hyphen]";
const TITLE: &str = "countries/ie.json: resources[0].title: \"2021-2025\" has a hyphen; write \"2021–2025\", \
                     unless the official title has the hyphen [year-range-hyphen]";
const SUMMARY: &str =
    "countries/ie.json: resources[0].summary: \"2021-2025\" has a hyphen; write \"2021–2025\" [year-range-hyphen]";

fn check(accepted: &str, expected: &[&str]) {
    let mut files = good();
    HYPHENS.iter().for_each(|(from, to)| replace(&mut files, IE, from, to));
    put(&mut files, FILE, accepted);
    assert_eq!(advice(files, TODAY), expected, "{accepted}");
}

#[test]
fn what_is_accepted_is_not_said() {
    check("[]", &[OVERVIEW, TITLE, SUMMARY]);
    let entry = |rest: &str| format!("{{\"kind\": \"year-range-hyphen\", \"reason\": \"It is so.\", {rest}}}");
    let (title, document) = (entry("\"id\": \"ie-strategy\", \"key\": \"title\""), entry("\"id\": \"ie-strategy\""));
    check(&format!("[{title}]"), &[OVERVIEW, SUMMARY]);
    check(&format!("[{document}]"), &[OVERVIEW]);
    check(&format!("[{document}, {}]", entry("\"id\": \"ie\"")), &[]);
    check(&format!("[{}]", entry("\"id\": \"ie\"")), &[TITLE, SUMMARY]);
}

#[test]
fn what_is_accepted_without_need_is_said() {
    let check = |entry: &str, what: &str| {
        let message =
            format!("{FILE}: [0]: {what} is accepted, but nothing of the kind is found there [unused-acceptance]");
        check(&format!("[{{{entry}, \"reason\": \"It is so.\"}}]"), &[OVERVIEW, TITLE, SUMMARY, &message]);
    };
    check("\"id\": \"ie-strategy\", \"kind\": \"weak-host\"", "weak-host of ie-strategy");
    check("\"id\": \"ie-plan\", \"kind\": \"year-range-hyphen\"", "year-range-hyphen of ie-plan");
    check("\"id\": \"ie-none\", \"kind\": \"year-range-hyphen\"", "year-range-hyphen of ie-none");
    let figures = "\"id\": \"ie-strategy\", \"key\": \"figures\", \"kind\": \"year-range-hyphen\"";
    check(figures, "year-range-hyphen of ie-strategy.figures");
}

#[test]
fn what_is_accepted_twice_is_said() {
    let entry = "{\"id\": \"ie-strategy\", \"kind\": \"year-range-hyphen\", \"reason\": \"It is so.\"}";
    let message = "accepted-advice.json: [1]: year-range-hyphen of ie-strategy is accepted, \
                   but nothing of the kind is found there [unused-acceptance]";
    check(&format!("[{entry}, {entry}]"), &[OVERVIEW, message]);
}

#[test]
fn what_is_accepted_goes_by_the_entry_wherever_it_stands() {
    let files = |accepted: &str| {
        let mut files = good();
        put(&mut files, "events.json", crate::common::EVENTS.replace("It was.", "It was of 2021-2025."));
        put(&mut files, FILE, accepted);
        files
    };
    let said = "events.json: [0].introduction[0]: \"2021-2025\" has a hyphen; write \"2021–2025\" [year-range-hyphen]";
    assert_eq!(advice(files("[]"), TODAY), [said]);
    let accepted = "[{\"id\": \"workshop-2024\", \"key\": \"introduction\", \"kind\": \"year-range-hyphen\", \"reason\": \"So.\"}]";
    assert_eq!(advice(files(accepted), TODAY), Vec::<String>::new());
}

#[test]
fn the_file_is_read_strictly() {
    let check = |text: &str, expected: &[&str]| {
        let mut files = recorded(good());
        put(&mut files, FILE, text);
        let expected: Vec<String> = expected.iter().map(|problem| format!("{FILE}{problem}")).collect();
        assert_eq!(problems(&files), expected, "{text}");
    };
    check("[]", &[]);
    check("", &[": the file is empty"]);
    check("{}", &[": expected a list, found an object"]);
    check("[1]", &[": [0]: expected an object, found the number 1"]);
    check(
        "[{\"id\": \"ie\", \"key\": 1, \"kind\": \"old-check\", \"reason\": \" \", \"why\": \"\"}]",
        &[
            ": [0].key: expected null or a text, found the number 1",
            ": [0].reason: the reason is empty",
            ": [0].why: the key \"why\" is not known here",
        ],
    );
    check(
        "[{\"kind\": \"hyphen\", \"id\": \"IE\"}]",
        &[
            ": [0].reason: the key \"reason\" is missing",
            ": [0].id: \"IE\" is no id; an id is lower-case words and numbers joined by hyphens, at most 60 characters",
            ": [0].kind: \"hyphen\" is no kind of advice; it must be one of same-title, same-address, period-over, \
             old-check, title-language, repeated-title, norwegian-form, body-description, unit-qualifier, \
             repeated-unit, label-capital, year-range-hyphen, sentence-length, plain-http, weak-host, unused-acceptance",
        ],
    );
}

#[test]
fn the_file_is_for_editors_alone() {
    let loaded = |accepted: &str| {
        let mut files = recorded(good());
        put(&mut files, FILE, accepted);
        source::load(&files).unwrap_or_else(|problems| panic!("{problems}"))
    };
    let entry = "[{\"id\": \"ie\", \"kind\": \"old-check\", \"reason\": \"It is so.\"}]";
    assert_eq!(loaded(entry).dataset, loaded("[]").dataset);
    assert_eq!(loaded(entry).accepted.len(), 1);
}
