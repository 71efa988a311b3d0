//! What is wrong with a dataset is said in plain sentences, all of it at once, each with its place.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

#[path = "common/any_json.rs"]
mod any_json;
mod common;

use any_json::{any_json, walk};
use catalog::wire::Json;
use catalog::{Catalog, Problems, source};
use common::{EUROPE, Files, HEAD, IRELAND, VIDEOS, problems, put, recorded, replace, small_files, text};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const IE: &str = "countries/ie.json";

/// Replaces a piece of a file of the small dataset, and compares all its problems.
#[track_caller]
fn check(path: &str, from: &str, to: &str, expected: &[&str]) {
    let mut files = small_files();
    replace(&mut files, path, from, to);
    assert_eq!(problems(&files), expected, "{from} became {to}");
}

/// Puts a whole file into the small dataset, and compares all its problems.
#[track_caller]
fn check_file(path: &str, text: &str, expected: &[&str]) {
    let mut files = small_files();
    put(&mut files, path, text);
    assert_eq!(problems(&files), expected, "{path} is {text:?}");
}

#[test]
fn the_small_dataset_is_right() {
    assert_eq!(problems(&small_files()), <[&str; 0]>::default());
}

#[test]
fn a_web_address_is_https_or_http_and_absolute() {
    let check = |address: &str, expected: &str| {
        let place = "countries/ie.json: resources[0].url: ";
        check(IE, "https://example.org/strategy.pdf", address, &[&format!("{place}{expected}")]);
    };
    let no_scheme = |address: &str| format!("\"{address}\" is no web address; it must begin with https:// or http://");
    for address in [
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "ftp://example.org",
        "//example.org",
        "/strategy.pdf",
        "example.org",
        "https:/example.org",
        "https:example.org",
        " https://example.org",
        "HTTPS://example.org",
    ] {
        check(address, &no_scheme(address));
    }
    let no_host = |address: &str| format!("the address \"{address}\" names no host such as www.example.org");
    for address in [
        "https://",
        "https:///x",
        "https://localhost",
        "https://user@example.org",
        "https://example.org:80@example.com",
        "https://example.org:",
        "https://example.org:99999",
        "https://example.org:+80",
        "https://-example.org",
        "https://example..org",
        "https://.org",
        "https://127.0.0.1/",
        "https://?example.org",
        "https://exa%20mple.org",
    ] {
        check(address, &no_host(address));
    }
    for (address, bad) in
        [("https://example.org/a b", "' '"), ("https://exämple.org", "'ä'"), ("https://example.org/'<", "'<'")]
    {
        check(address, &format!("the address \"{address}\" has the character {bad}, which must be percent-encoded"));
    }
    check(
        "https://example.org/\\n",
        "the address \"https://example.org/\\n\" has the character '\\n', which must be percent-encoded",
    );
    let long = format!("https://example.org/{}", "a".repeat(2_000));
    check(&long, &format!("the address \"{}…\" is longer than 2000 characters", &long[..60]));
}

#[test]
fn a_date_is_a_day_a_month_or_a_year() {
    for date in [
        "",
        "2022-13",
        "2022-00",
        "2022-1",
        "2022-02-29",
        "2023-02-30",
        "2022-04-31",
        "2022-11-00",
        "22-11",
        "2022/11",
        "2022-11-01-01",
        "1899",
        "2101",
        "+2022",
        "2022-+1",
        "May 2022",
        "2022-",
        "２０２２",
        "2022-11-01T00:00",
    ] {
        let expected = format!("{IE}: declaration.signed: \"{date}\" is no date such as 2024-06-25, 2024-06 or 2024");
        check(IE, "2022-11\"", &format!("{date}\""), &[&expected]);
    }
    for date in ["2022", "2022-11", "not a day"] {
        let mut files = small_files();
        let edited = text(&files, IE).replacen("2026-11-23", date, 1);
        put(&mut files, IE, edited);
        assert_eq!(problems(&files), [format!("{IE}: resources[0].checked: \"{date}\" is no day such as 2024-06-25")]);
    }
}

#[test]
fn years_and_periods_are_in_order() {
    let year = |year: &str, expected: &str| check(IE, "\"year\": 2022", &format!("\"year\": {year}"), &[expected]);
    year("1899", "countries/ie.json: resources[0].year: 1899 is no year from 1900 to 2100");
    year("-2022", "countries/ie.json: resources[0].year: -2022 is no year from 1900 to 2100");
    year(
        "9223372036854775807",
        "countries/ie.json: resources[0].year: 9223372036854775807 is no year from 1900 to 2100",
    );
    year(
        "2022.5",
        "countries/ie.json: resources[0].year: expected null or a whole number, found a number with decimals",
    );
    // A number is whole by its value, as in the browser and in the schema; the largest stands for larger ones.
    year("1899.0", "countries/ie.json: resources[0].year: 1899 is no year from 1900 to 2100");
    year("1e99", "countries/ie.json: resources[0].year: 9223372036854775807 is no year from 1900 to 2100");
    check(IE, "\"year\": 2022", "\"year\": 2022.0", &[]);
    year("1e999", "countries/ie.json: the file is not valid JSON: number out of range at line 8 column 18");

    let period = |period: &str, expected: &str| {
        check(IE, "[2022, null]", period, &[&format!("countries/ie.json: resources[0].period{expected}")]);
    };
    period("[2025, 2022]", ": the period ends in 2022, before it starts in 2025");
    period("[null, null]", ": a period needs a first or a last year");
    period("[2022, 22]", "[1]: 22 is no year from 1900 to 2100");
    period("[2022]", ": expected a list of 2, found a list of 1");
    period("[2022, 2023, 2024]", ": expected a list of 2, found a list of 3");
    period("2022", ": expected null or a list, found the number 2022");
    period("[2022, \"now\"]", "[1]: expected null or a whole number, found the text \"now\"");
}

#[test]
fn open_periods_are_taken() {
    for period in ["[2022, null]", "[null, 2022]", "[2022, 2022]", "[2022, 2025]", "null"] {
        let mut files = small_files();
        replace(&mut files, IE, "[2022, null]", period);
        assert_eq!(problems(&recorded(files)), <[&str; 0]>::default(), "{period}");
    }
}

#[test]
fn a_name_of_a_closed_set_is_one_of_it() {
    let kinds = "strategy, implementation-plan, roadmap, law, programme, genome-centre, biobank, report";
    let kind = |kind: &str| {
        let expected = format!("{IE}: resources[0].kind: \"{kind}\" is no kind; it must be one of {kinds}");
        check(IE, "\"kind\": \"strategy\"", &format!("\"kind\": \"{kind}\""), &[&expected]);
    };
    for wrong in ["", "Strategy", "strategy ", "plan"] {
        kind(wrong);
    }
    let statuses = "active, planned, completed, discontinued, unknown";
    check(
        IE,
        "\"active\"",
        "\"alive\"",
        &[&format!("{IE}: resources[0].status: \"alive\" is no status; it must be one of {statuses}")],
    );
    let plans = "adopted, in-preparation, programme-only, none-found";
    check(
        IE,
        "\"adopted\"",
        "\"yes\"",
        &[&format!("{IE}: plan_status: \"yes\" is no plan status; it must be one of {plans}")],
    );
    check(
        IE,
        "\"high\"",
        "\"low\"",
        &[&format!("{IE}: resources[0].confidence: \"low\" is no confidence; it must be one of high, medium")],
    );
    let categories = "entry-page, technical-implementation, elsi, training";
    check(
        IE,
        "\"training\"",
        "\"x\"",
        &[&format!("{IE}: implementation[0].category: \"x\" is no category; it must be one of {categories}")],
    );
    check(
        "events.json",
        "\"workshop\"",
        "\"fair\"",
        &["events.json: [0].kind: \"fair\" is no event kind; it must be one of workshop, country-visits"],
    );
    check(
        "events.json",
        "\"online\"",
        "\"on-line\"",
        &["events.json: [0].format: \"on-line\" is no event format; it must be one of online, virtual"],
    );
}

#[test]
fn a_text_says_something() {
    let name = |name: &str, expected: &str| {
        check(
            IE,
            "\"name\": \"Ireland\"",
            &format!("\"name\": \"{name}\""),
            &[&format!("countries/ie.json: name: {expected}")],
        );
    };
    name("", "the name is empty");
    name(" ", "the name is empty");
    name("\\u00a0", "the name is empty");
    name("Ireland ", "the name \"Ireland \" begins or ends with a space");
    name("Ire\\u0000land", "the name \"Ire\\0land\" has a control character");
    name("Ire\\nland", "the name \"Ire\\nland\" has a control character");
    check(IE, "An Plean", " ", &["countries/ie.json: resources[1].title_original: the title_original is empty"]);
    check("events.json", "It was.", "", &["events.json: [0].introduction[0]: the paragraph is empty"]);
}

#[test]
fn ids_codes_tags_and_numbers() {
    let id = |id: &str| {
        let rule = "an id is lower-case words and numbers joined by hyphens, at most 60 characters";
        check(IE, "ie-plan", id, &[&format!("{IE}: resources[1].id: \"{id}\" is no id; {rule}")]);
    };
    for wrong in ["", "ie-", "-ie", "ie--plan", "IE-plan", "ie_plan", "ie plan", "ie-plän"] {
        id(wrong);
    }
    check(IE, "ie-plan", "plan", &["countries/ie.json: resources[1].id: the id plan must begin with ie-"]);
    check(IE, "ie-plan", "iep-lan", &["countries/ie.json: resources[1].id: the id iep-lan must begin with ie-"]);

    for tag in ["", "e", "english", "GA", "ga_IE", "ga-", "ga-ie-muchtoolong"] {
        let expected =
            format!("{IE}: native_names[0].language: \"{tag}\" is no language tag such as \"da\" or \"pt-BR\"");
        check(IE, "\"language\": \"ga\"", &format!("\"language\": \"{tag}\""), &[&expected]);
    }
    for value in ["", "7,5", "-7", "1.", ".5", "7.5 %", "1e3", "1.2.3", "123456789012345678901"] {
        let expected = format!("{IE}: resources[0].figures[0].value: \"{value}\" is no number such as 50000 or 7.24");
        check(IE, "7.5", value, &[&expected]);
    }
    check("dataset.json", "CC-BY-4.0", "", &["dataset.json: licence: the licence is empty"]);
}

#[test]
fn a_country_stands_in_its_own_file() {
    for code in ["", "ie", "EL", "UK", "XX", "IRL", "É", "I\\u0000"] {
        let shown = code.replace("\\u0000", "\\0");
        check(
            IE,
            "\"code\": \"IE\"",
            &format!("\"code\": \"{code}\""),
            &[
                "videos.json: [0].countries[0]: there is no country IE in the dataset",
                &format!("{IE}: code: \"{shown}\" is no ISO 3166-1 country code in capitals, such as IE"),
            ],
        );
    }
    let mut files = small_files();
    put(&mut files, "countries/fr.json", IRELAND);
    assert_eq!(
        problems(&files),
        [
            "countries/fr.json: code: the country IE belongs in countries/ie.json",
            "countries/ie.json: resources[0].id: the id \"ie-strategy\" is already taken at countries/fr.json: resources[0]",
            "countries/ie.json: resources[1].id: the id \"ie-plan\" is already taken at countries/fr.json: resources[1]",
            "countries/ie.json: code: the country IE stands in the dataset twice",
        ]
    );
}

#[test]
fn what_may_stand_once_stands_once() {
    check(
        IE,
        "ie-plan",
        "ie-strategy",
        &[
            "countries/ie.json: resources[1].id: the id \"ie-strategy\" is already taken at countries/ie.json: resources[0]",
        ],
    );
    check(
        "events.json",
        "workshop-2024",
        "ie-plan",
        &[
            "videos.json: [0].event: there is no event \"workshop-2024\"",
            "countries/ie.json: resources[1].id: the id \"ie-plan\" is already taken at events.json: [0]",
        ],
    );
    check(
        "videos.json",
        "talk-ireland",
        "ie",
        &["videos.json: [0].id: the id \"ie\" is already taken at countries/ie.json"],
    );
    check(
        IE,
        "\"title\": \"The Plan\"",
        "\"year\": 2022, \"title\": \"The Strategy\"",
        &[
            "countries/ie.json: resources[1].title: the title \"The Strategy\" of the same year stands in this country twice",
        ],
    );
    check(
        IE,
        "[\"https://example.org/plan\"]",
        "[\"https://example.org/plan\", \"https://example.org/plan\"]",
        &["countries/ie.json: resources[1].sources[1]: the address \"https://example.org/plan\" stands here twice"],
    );
    check(
        "videos.json",
        "[\"IE\"]",
        "[\"IE\", \"IE\"]",
        &["videos.json: [0].countries[1]: the country \"IE\" stands here twice"],
    );
}

#[test]
fn a_video_that_stands_twice_is_found_behind_a_broken_one() {
    let video = |id: &str, media: &str| {
        format!(r#"{{"id": "{id}", {media}, "countries": ["IE"], "title": "T", "language": "en"}}"#)
    };
    let (one, list) = (r#""youtube": "nxig1G6B5I4""#, r#""playlist": "PLweO8RYcVPDOEl66HT6nSwFhjaDUa4xHL""#);
    let all = [video("a b", one), video("b", one), video("c", list), video("d", list)].join(",");
    check_file(
        "videos.json",
        &format!("[{all}]"),
        &[
            "videos.json: [0].id: \"a b\" is no id; an id is lower-case words and numbers joined by hyphens, at most 60 characters",
            "videos.json: [1].youtube: the video \"nxig1G6B5I4\" stands in the dataset twice",
            "videos.json: [3].playlist: the video \"PLweO8RYcVPDOEl66HT6nSwFhjaDUa4xHL\" stands in the dataset twice",
        ],
    );
}

#[test]
fn a_video_is_one_that_can_be_played() {
    let media = |media: &str, expected: &str| {
        let from = "\"youtube\": \"nxig1G6B5I4\",\n  \"playlist\": \"PLweO8RYcVPDOEl66HT6nSwFhjaDUa4xHL\", \"playlist_index\": 1,";
        check("videos.json", from, media, &[&format!("videos.json: [0].{expected}")]);
    };
    let list = "\"playlist\": \"PLweO8RYcVPDOEl66HT6nSwFhjaDUa4xHL\",";
    let id_rule = "it has 11 letters, digits, - or _";
    for id in ["", "nxig1G6B5I", "nxig1G6B5I4x", "nxig1G6B5I?", "nxig1G6B5\\\"I", "ñxig1G6B5I"] {
        let shown = id.replace("\\\"", "\"").escape_debug().to_string().replace("\\'", "'");
        media(&format!("\"youtube\": \"{id}\","), &format!("youtube: \"{shown}\" is no YouTube video id; {id_rule}"));
    }
    let list_rule = "it is PL and 16 or 32 letters, digits, - or _";
    for id in [
        "",
        "PL",
        "UUweO8RYcVPDOEl66HT6nSwFhjaDUa4xHL",
        "PLweO8RYcVPDOEl66HT6nSwFhjaDUa4xH",
        "PLweO8RYcVPDOEl66HT6nSwFhjaDUa4x&L",
    ] {
        media(
            &format!("\"playlist\": \"{id}\","),
            &format!("playlist: \"{id}\" is no YouTube playlist id; {list_rule}"),
        );
    }
    media("", "youtube: a video needs a youtube id or a playlist");
    media("\"youtube\": \"nxig1G6B5I4\", \"playlist_index\": 1,", "playlist: a playlist_index needs its playlist");
    media(
        "\"youtube\": \"nxig1G6B5I4\", \"video_count\": 1,",
        "video_count: a video has no video_count; only a playlist has",
    );
    media(
        &format!("\"youtube\": \"nxig1G6B5I4\", {list}"),
        "playlist_index: a video in a playlist needs its playlist_index",
    );
    media(
        &format!("{list} \"playlist_index\": 1,"),
        "playlist_index: a playlist has no playlist_index; only a video in it has",
    );
    for count in ["0", "-1", "65536"] {
        media(
            &format!("{list} \"video_count\": {count},"),
            "video_count: the number of videos must be a whole number from 1 to 65535",
        );
    }
}

#[test]
fn a_video_names_what_there_is() {
    check(
        "videos.json",
        "[\"IE\"]",
        "[\"IE\", \"FR\"]",
        &["videos.json: [0].countries[1]: there is no country FR in the dataset"],
    );
    check(
        "videos.json",
        "[\"IE\"]",
        "[\"EL\"]",
        &["videos.json: [0].countries[0]: \"EL\" is no ISO 3166-1 country code in capitals, such as IE"],
    );
    check("videos.json", "[\"IE\"]", "[]", &["videos.json: [0].countries: a video needs at least one country"]);
    check(
        "videos.json",
        "\"event\": \"workshop-2024\"",
        "\"event\": \"workshop-2025\"",
        &["videos.json: [0].event: there is no event \"workshop-2025\""],
    );
    // An event that is there but has a mistake of its own is still there.
    check(
        "events.json",
        "\"online\"",
        "\"\"",
        &["events.json: [0].format: \"\" is no event format; it must be one of online, virtual"],
    );
}

#[test]
fn a_fact_has_a_source() {
    let needs = "a fact needs at least one page on which it was seen";
    check(IE, "\"https://example.org/ireland\"", "", &[&format!("{IE}: overview_sources: {needs}")]);
    check(IE, "\"https://example.org/plan\"]", "]", &[&format!("{IE}: resources[1].sources: {needs}")]);
    check(IE, "\"https://example.org/declaration\"", "", &[&format!("{IE}: declaration.sources: {needs}")]);
    check(
        IE,
        "true",
        "false",
        &[&format!("{IE}: declaration.signed: a country that is no signatory has no date of signature")],
    );
}

#[test]
fn keys_are_there_known_and_hold_the_right_kind_of_value() {
    check(IE, "\"name\": \"Ireland\",", "", &["countries/ie.json: name: the key \"name\" is missing"]);
    check(
        IE,
        "\"name\": \"Ireland\"",
        "\"nmae\": \"Ireland\"",
        &[
            "countries/ie.json: name: the key \"name\" is missing",
            "countries/ie.json: nmae: the key \"nmae\" is not known here",
        ],
    );
    check(
        IE,
        "\"summary\": \"It says how.\"",
        "\"summary\": [\"It says how.\"]",
        &["countries/ie.json: resources[1].summary: expected a text, found a list"],
    );
    check(
        IE,
        "\"signatory\": true",
        "\"signatory\": \"yes\"",
        &["countries/ie.json: declaration.signatory: expected true or false, found the text \"yes\""],
    );
    check(
        IE,
        "[\"https://example.org/plan\"]",
        "\"https://example.org/plan\"",
        &["countries/ie.json: resources[1].sources: expected a list, found the text \"https://example.org/plan\""],
    );
    check(
        IE,
        "\"sources\": [\"https://example.org/plan\"]",
        "\"sources\": null",
        &["countries/ie.json: resources[1].sources: expected a list, found null"],
    );
    check(
        IE,
        "\"value\": \"7.5\"",
        "\"value\": 7.5",
        &["countries/ie.json: resources[0].figures[0].value: expected a text, found a number with decimals"],
    );
    // One key's name may begin with another's.
    check(
        IE,
        "\"title\": \"The Plan\", \"title_original\": \"An Plean\"",
        "\"title_original\": 5",
        &[
            "countries/ie.json: resources[1].title: the key \"title\" is missing",
            "countries/ie.json: resources[1].title_original: expected null or a text, found the number 5",
        ],
    );
    check(
        IE,
        "\"name\": \"Ireland\",",
        "\"name\": \"Ireland\", \"name\": \"Eire\",",
        &["countries/ie.json: name: the key \"name\" stands there twice"],
    );
    check("dataset.json", "}", ", \"a\\nb\": 1}", &["dataset.json: a\\nb: the key \"a\\nb\" is not known here"]);
    let long = "k".repeat(1_000);
    let cut = "k".repeat(60);
    check(
        "dataset.json",
        "}",
        &format!(", \"{long}\": 1}}"),
        &[&format!("dataset.json: {cut}…: the key \"{cut}…\" is not known here")],
    );
}

// What belongs to no country, and what a country says of itself.

#[test]
fn what_belongs_to_no_country_is_an_entry_like_others() {
    let europe = |from: &str, to: &str, expected: &[&str]| check("europe.json", from, to, expected);
    europe("eu-article", "article", &["europe.json: [1].id: the id article must begin with eu-"]);
    europe("eu-article", "europe", &["europe.json: [1].id: the id europe must begin with eu-"]);
    europe("eu-article", "ie-article", &["europe.json: [1].id: the id ie-article must begin with eu-"]);
    europe(
        "eu-article",
        "eu-roadmap",
        &["europe.json: [1].id: the id \"eu-roadmap\" is already taken at europe.json: [0]"],
    );
    europe(
        "[2023, 2027]",
        "[2027, 2023]",
        &["europe.json: [0].period: the period ends in 2023, before it starts in 2027"],
    );
    europe("\"title\": \"The Article\",", "", &["europe.json: [1].title: the key \"title\" is missing"]);
    europe(
        "[\"https://example.org/articles\"]",
        "[]",
        &["europe.json: [1].sources: a fact needs at least one page on which it was seen"],
    );
    // An id of a country's own entry is no other's, and what a country has belongs to it.
    check(IE, "ie-plan", "eu-plan", &["countries/ie.json: resources[1].id: the id eu-plan must begin with ie-"]);
    check_file("europe.json", "{}", &["europe.json: expected a list, found an object"]);
    check_file("europe.json", "null", &["europe.json: expected a list, found null"]);
    check_file("europe.json", "[[]]", &["europe.json: [0]: expected an object, found a list"]);
    check(
        "dataset.json",
        "}",
        &format!(", \"europe\": {EUROPE}}}"),
        &["dataset.json: europe: the key \"europe\" is not known here"],
    );
    // It need not be there, and it is recorded like a country's.
    let mut files = small_files();
    files.retain(|(path, _)| path != "europe.json");
    let run = "which is not recorded; run: cargo xtask data record \"what was done\"";
    assert_eq!(
        problems(&files),
        [
            format!("changes.json: eu-article was withdrawn, {run}"),
            format!("changes.json: eu-roadmap was withdrawn, {run}"),
        ]
    );
    assert_eq!(source::load(&recorded(files)).unwrap().catalog.europe, []);
    europe("It tells.", "It told.", &[&format!("changes.json: eu-article was changed, {run}")]);
}

#[test]
fn authors_are_names_each_once() {
    let authors = |authors: &str, expected: &[&str]| {
        check("europe.json", "[\"A. Writer\", \"B. Writer\"]", authors, expected);
    };
    authors(
        "[\"A. Writer\", \"A. Writer\"]",
        &["europe.json: [1].authors[1]: the author \"A. Writer\" stands here twice"],
    );
    authors(
        "[\"\", 5]",
        &[
            "europe.json: [1].authors[0]: the author is empty",
            "europe.json: [1].authors[1]: expected a text, found the number 5",
        ],
    );
    authors(
        "[\"A. Writer \"]",
        &["europe.json: [1].authors[0]: the author \"A. Writer \" begins or ends with a space"],
    );
    authors("\"A. Writer\"", &["europe.json: [1].authors: expected null or a list, found the text \"A. Writer\""]);
}

/// Puts these keys into Ireland's file, and compares all its problems.
#[track_caller]
fn check_keys(keys: &str, expected: &[&str]) {
    let mut files = small_files();
    replace(&mut files, IE, "\"plan\": [\"ie-strategy\"],", keys);
    assert_eq!(problems(&files), expected, "{keys}");
}

/// The same beside a plan that is right.
#[track_caller]
fn check_profile(keys: &str, expected: &[&str]) {
    let expected: Vec<String> = expected.iter().map(|problem| format!("{IE}: {problem}")).collect();
    check_keys(
        &format!("\"plan\": [\"ie-strategy\"], {keys},"),
        &expected.iter().map(String::as_str).collect::<Vec<_>>(),
    );
}

#[test]
fn an_adopted_plan_is_named() {
    let needs =
        "countries/ie.json: plan: a country that has adopted a plan names at least one of its resources as the plan";
    check_keys("", &[needs]);
    check_keys("\"plan\": [],", &[needs]);
    check_keys("\"plan\": null,", &[needs]);
    check_keys("\"plan\": [\"ie-law\"],", &["countries/ie.json: plan[0]: this country has no resource \"ie-law\""]);
    // One of Europe's is none of its own.
    check_keys(
        "\"plan\": [\"ie-strategy\", \"eu-roadmap\"],",
        &["countries/ie.json: plan[1]: this country has no resource \"eu-roadmap\""],
    );
    check_keys(
        "\"plan\": [\"ie-strategy\", \"ie-plan\", \"ie-strategy\"],",
        &["countries/ie.json: plan[2]: the id \"ie-strategy\" stands here twice"],
    );
    check_keys(
        "\"plan\": \"ie-strategy\",",
        &["countries/ie.json: plan: expected null or a list, found the text \"ie-strategy\"", needs],
    );
    check_keys("\"plan\": [1],", &["countries/ie.json: plan[0]: expected a text, found the number 1"]);
    let only = "countries/ie.json: plan: only a country whose plan_status is adopted names its plan";
    for status in ["in-preparation", "programme-only", "none-found"] {
        check(IE, "\"adopted\"", &format!("\"{status}\""), &[only]);
    }
    check(
        IE,
        "\"status\": \"active\"",
        "\"status\": \"unknown\"",
        &["countries/ie.json: plan[0]: whether the plan \"ie-strategy\" is in force must be known"],
    );
    // Of what is no plan it need not be known.
    let mut files = small_files();
    replace(&mut files, IE, "\"status\": \"planned\"", "\"status\": \"unknown\"");
    assert_eq!(problems(&recorded(files)), <[&str; 0]>::default());
}

#[test]
fn what_a_country_names_is_its_own() {
    check_profile(
        r#""legal_basis": ["ie-strategy"], "newborn_genomics": ["gb-law"], "rare_disease_plan": "eu-roadmap""#,
        &[
            "legal_basis[0]: the resource \"ie-strategy\" is no law",
            "newborn_genomics[0]: this country has no resource \"gb-law\"",
            "rare_disease_plan: this country has no resource \"eu-roadmap\"",
        ],
    );
    check_profile(r#""legal_basis": ["ie-law"]"#, &["legal_basis[0]: this country has no resource \"ie-law\""]);
    check_profile(
        r#""newborn_genomics": ["ie-plan", "ie-plan"], "rare_disease_plan": ["ie-plan"]"#,
        &[
            "rare_disease_plan: expected null or a text, found a list",
            "newborn_genomics[1]: the id \"ie-plan\" stands here twice",
        ],
    );
    let cohort = |rest: &str| {
        format!(r#""reference_cohort": {{"name": "The Cohort", {rest}, "sources": ["https://example.org/cohort"]}}"#)
    };
    check_profile(
        &cohort("\"resource\": \"ie-cohort\""),
        &["reference_cohort.resource: this country has no resource \"ie-cohort\""],
    );
}

#[test]
fn counts_are_whole_and_at_least_one() {
    for (count, message) in [
        ("0", "0 is no count from 1 to 4294967295"),
        ("-5", "-5 is no count from 1 to 4294967295"),
        ("4294967296", "4294967296 is no count from 1 to 4294967295"),
        ("7.5", "expected null or a whole number, found a number with decimals"),
        ("\"500\"", "expected null or a whole number, found the text \"500\""),
    ] {
        for (part, name, key) in [
            ("genome_of_europe", "\"member\": true", "samples"),
            ("reference_cohort", "\"name\": \"The Cohort\"", "planned"),
            ("reference_cohort", "\"name\": \"The Cohort\"", "done"),
        ] {
            check_profile(
                &format!(r#""{part}": {{{name}, "{key}": {count}, "sources": ["https://example.org/part"]}}"#),
                &[&format!("{part}.{key}: {message}")],
            );
        }
    }
}

#[test]
fn who_takes_no_part_has_nothing_in_it() {
    let sources = r#""sources": ["https://example.org/part"]"#;
    check_profile(
        &format!(
            r#""gdi": {{"member": false, "since": "2022-11", "partners": ["The Office"], "node": "https://example.org/node", {sources}}}"#
        ),
        &[
            "gdi.since: a country that takes no part has no since",
            "gdi.partners: a country that takes no part has no partners",
            "gdi.node: a country that takes no part has no node",
        ],
    );
    check_profile(
        &format!(
            r#""genome_of_europe": {{"member": false, "partners": ["The Office"], "samples": 500, "as_of": "2024", {sources}}}"#
        ),
        &[
            "genome_of_europe.partners: a country that takes no part has no partners",
            "genome_of_europe.samples: a country that takes no part has no samples",
            "genome_of_europe.as_of: a country that takes no part has no as_of",
        ],
    );
}

#[test]
fn parts_of_a_profile_are_whole() {
    check_profile(
        r#""lead_body": {"name": "", "url": "example.org", "sources": []}"#,
        &[
            "lead_body.name: the name is empty",
            "lead_body.url: \"example.org\" is no web address; it must begin with https:// or http://",
            "lead_body.sources: a fact needs at least one page on which it was seen",
        ],
    );
    check_profile(
        r#""gdi": {"since": "2022-13", "partners": ["The Office", "The Office"], "sources": ["https://example.org/gdi"]}"#,
        &[
            "gdi.member: the key \"member\" is missing",
            "gdi.since: \"2022-13\" is no date such as 2024-06-25, 2024-06 or 2024",
            "gdi.partners[1]: the name \"The Office\" stands here twice",
        ],
    );
    check_profile(
        r#""genome_of_europe": {"member": "yes", "sources": ["https://example.org/genome"]}"#,
        &["genome_of_europe.member: expected true or false, found the text \"yes\""],
    );
    check_profile(
        r#""consent": {"modle": "opt-in", "sources": ["https://example.org/consent"]}"#,
        &["consent.model: the key \"model\" is missing", "consent.modle: the key \"modle\" is not known here"],
    );
    check_profile(
        r#""contact": {"name": "The Office", "sources": ["https://example.org/contact", "https://example.org/contact"]}"#,
        &[
            "contact.url: the key \"url\" is missing",
            "contact.sources[1]: the address \"https://example.org/contact\" stands here twice",
        ],
    );
    check_profile(
        r#""contact": "The Office""#,
        &["contact: expected null or an object, found the text \"The Office\""],
    );
    check_profile(r#""reference_cohort": []"#, &["reference_cohort: expected null or an object, found a list"]);
}

#[test]
fn what_is_known_of_a_country_is_read() {
    let sources = r#""sources": ["https://example.org/part"]"#;
    let keys = format!(
        r#""plan": ["ie-plan", "ie-strategy"],
        "lead_body": {{"name": "The Office", "url": "https://example.org/office", {sources}}},
        "legal_basis": [],
        "gdi": {{"member": true, "since": "2022-11", "partners": ["The Office", "The Institute"], {sources}}},
        "genome_of_europe": {{"member": false, {sources}}},
        "reference_cohort": {{"name": "The Cohort", "planned": 4294967295, "done": 1, "resource": "ie-plan", {sources}}},
        "consent": {{"model": "opt-in", {sources}}},
        "newborn_genomics": ["ie-plan"],
        "rare_disease_plan": "ie-strategy",
        "contact": null,"#
    );
    let mut files = small_files();
    replace(&mut files, IE, "\"plan\": [\"ie-strategy\"],", &keys);
    let loaded = source::load(&recorded(files)).unwrap();
    let ireland = &loaded.catalog.countries[0];
    assert_eq!(ireland.plan, [1, 0]);
    let profile = &ireland.profile;
    assert_eq!(profile.lead_body.as_ref().unwrap().address.as_ref().unwrap().as_str(), "https://example.org/office");
    assert_eq!(profile.legal_basis, [0; 0]);
    let gdi = profile.infrastructure.as_ref().unwrap();
    assert!(gdi.is_member && gdi.node.is_none());
    assert_eq!((gdi.since.unwrap().to_string(), gdi.partners.len()), ("2022-11".to_owned(), 2));
    let genome = profile.genome_of_europe.as_ref().unwrap();
    assert!(!genome.is_member && genome.samples.is_none() && genome.as_of.is_none() && genome.partners.is_empty());
    let cohort = profile.reference_cohort.as_ref().unwrap();
    assert_eq!((cohort.planned, cohort.done, cohort.resource), (Some(u32::MAX), Some(1), Some(1)));
    assert_eq!(&*profile.consent.as_ref().unwrap().model, "opt-in");
    assert_eq!((&*profile.newborn_genomics, profile.rare_disease_plan), (&[1][..], Some(0)));
    assert_eq!(profile.contact, None);
    // What is served says the same.
    let served = Catalog::from_wire(&loaded.dataset).unwrap();
    assert_eq!(served.countries, loaded.catalog.countries);
    assert_eq!(served.europe, loaded.catalog.europe);
}

#[test]
fn files_are_there_and_known() {
    let mut files = small_files();
    files.retain(|(path, _)| path != "videos.json" && path != "dataset.json");
    assert_eq!(problems(&files), ["dataset.json: the file is missing", "videos.json: the file is missing"]);
    check_file("notes.json", "{}", &["notes.json: \"notes.json\" is no file of the dataset"]);
    let mut files = small_files();
    files.retain(|(path, _)| path != IE);
    put(&mut files, "videos.json", "[]");
    assert_eq!(problems(&files), ["dataset.json: the dataset has no country"]);
    assert_eq!(
        problems(&Files::new()),
        ["dataset.json: the file is missing", "events.json: the file is missing", "videos.json: the file is missing",]
    );
}

#[test]
fn broken_files_say_where() {
    for path in [IE, "dataset.json", "events.json", "videos.json", "europe.json", "changes.json"] {
        let check = |text: &str, expected: &str| check_file(path, text, &[&format!("{path}: {expected}")]);
        check("", "the file is empty");
        check(" \n", "the file is empty");
        check("\u{feff}{}", "the file begins with a byte order mark; save it without one");
        check("\0", "the file is not valid JSON: expected value at line 1 column 1");
        check("{\"code\": \"IE\",}", "the file is not valid JSON: trailing comma at line 1 column 15");
        check("[]\n]", "the file is not valid JSON: trailing characters at line 2 column 1");
        check(&"[".repeat(10_000), "the file is not valid JSON: recursion limit exceeded at line 1 column 128");
        check(&"{\"a\":".repeat(10_000), "the file is not valid JSON: recursion limit exceeded at line 1 column 636");
        let expected = if path == IE || path == "dataset.json" { "an object" } else { "a list" };
        check("null", &format!("expected {expected}, found null"));
        check("\"x\"", &format!("expected {expected}, found the text \"x\""));
        check("1", &format!("expected {expected}, found the number 1"));
    }
    check_file(IE, "[]", &["countries/ie.json: expected an object, found a list"]);
    check_file("videos.json", "[[]]", &["videos.json: [0]: expected an object, found a list"]);
    check_file("changes.json", "[[]]", &["changes.json: [0]: expected an object, found a list"]);
}

#[test]
fn all_mistakes_are_found_at_once() {
    let mut files = small_files();
    let edited = IRELAND
        .replace("Ireland", "")
        .replace("\"Éire\"", "5")
        .replace("\"signed\": \"2022-11\"", "\"signed\": \"2022-14\"")
        .replace("[2022, null]", "[2022, 2021]")
        .replace("http://example.org/plan", "data:text/html,x")
        .replace("\"An Plean\"", "\"An Plean\", \"pages\": 3")
        .replace("\"issuer\": \"The Office\", \"status\": \"planned\",", "\"status\": \"maybe\",");
    put(&mut files, IE, edited);
    put(
        &mut files,
        "videos.json",
        VIDEOS.replace("nxig1G6B5I4", "short").replace("[\"IE\"]", "[\"IE\", \"FR\", \"IE\"]"),
    );
    put(&mut files, "events.json", "[");
    put(&mut files, "changes.json", r#"[{"date": "soon", "note": "x", "changed": {"ie": "1"}}]"#);
    put(&mut files, "dataset.json", HEAD.replace("CC-BY-4.0", " "));
    let mut found = problems(&files);
    found.sort();
    assert_eq!(
        found,
        [
            "changes.json: [0].changed.ie: ie was never added",
            "changes.json: [0].date: \"soon\" is no day such as 2024-06-25",
            "countries/ie.json: declaration.signed: \"2022-14\" is no date such as 2024-06-25, 2024-06 or 2024",
            "countries/ie.json: name: the name is empty",
            "countries/ie.json: native_names[0].name: expected a text, found the number 5",
            "countries/ie.json: resources[0].period: the period ends in 2021, before it starts in 2022",
            "countries/ie.json: resources[1].issuer: the key \"issuer\" is missing",
            "countries/ie.json: resources[1].pages: the key \"pages\" is not known here",
            "countries/ie.json: resources[1].status: \"maybe\" is no status; it must be one of active, planned, completed, discontinued, unknown",
            "countries/ie.json: resources[1].url: \"data:text/html,x\" is no web address; it must begin with https:// or http://",
            "dataset.json: licence: the licence is empty",
            "events.json: the file is not valid JSON: EOF while parsing a list at line 1 column 1",
            "videos.json: [0].countries[1]: there is no country FR in the dataset",
            "videos.json: [0].countries[2]: the country \"IE\" stands here twice",
            "videos.json: [0].youtube: \"short\" is no YouTube video id; it has 11 letters, digits, - or _",
        ]
    );
}

#[test]
fn a_newer_minor_version_loads_and_says_so() {
    let mut files = small_files();
    replace(&mut files, "dataset.json", "\"schema\": \"1.2\"", "\"schema\": \"1.7\", \"doi\": [1]");
    replace(&mut files, IE, "\"name\": \"Ireland\"", "\"name\": \"Ireland\", \"capital\": {\"name\": \"Dublin\"}");
    replace(&mut files, IE, "\"title\": \"The Plan\"", "\"title\": \"The Plan\", \"pages\": 3");
    replace(&mut files, "videos.json", "\"title\"", "\"seconds\": 60, \"title\"");
    let loaded = source::load(&files).unwrap();
    assert_eq!(loaded.catalog.newer_schema.as_deref(), Some("1.7"));
    assert_eq!(loaded.catalog.countries[0].resources.len(), 2);
    assert_eq!(source::load(&small_files()).unwrap().catalog.newer_schema, None);

    // Other mistakes are still found in it.
    replace(&mut files, IE, "\"summary\": \"It says how.\"", "\"summary\": 1");
    assert_eq!(problems(&files), ["countries/ie.json: resources[1].summary: expected a text, found the number 1"]);
}

#[test]
fn the_served_file_of_a_newer_minor_version_loads_too() {
    let dataset = served();
    let newer = dataset
        .replace("\"schema\":\"1.2\"", "\"schema\":\"1.3\",\"doi\":1")
        .replace("\"kind\":", "\"pages\":1,\"kind\":");
    let catalog = parsed(&newer).unwrap();
    assert_eq!(catalog.newer_schema.as_deref(), Some("1.3"));
    assert_eq!(catalog.countries.len(), 1);
}

#[test]
fn another_major_version_is_refused() {
    for version in ["2.0", "0.9", "11.0"] {
        let expected =
            format!("dataset.json: schema: this app reads schema version 1.2, and the dataset is in version {version}");
        check("dataset.json", "1.2", version, &[&expected]);
    }
    for version in ["", "1", "one", "1.0.0", "1.x", "-1.0", "+1.0", "1.+1", "01.0", "1.99999999999"] {
        let expected = format!("dataset.json: schema: \"{version}\" is no schema version such as 1.2");
        check("dataset.json", "1.2", version, &[&expected]);
    }
}

/// The small dataset as it is served.
fn served() -> String {
    serde_json::to_string(&source::load(&small_files()).unwrap().dataset).unwrap()
}

/// What the app makes of a served text.
fn parsed(text: &str) -> Result<Catalog, Problems> {
    Catalog::from_wire(&serde_json::from_str(text).unwrap())
}

#[test]
fn a_served_dataset_is_checked_too() {
    let mut dataset: Value = serde_json::from_str(&served()).unwrap();
    let ireland = dataset["countries"][0].clone();
    let mut nowhere = ireland.clone();
    (nowhere["code"], nowhere["resources"], nowhere["plan"]) = ("x".into(), json!([]), json!([]));
    dataset["countries"].as_array_mut().unwrap().extend([ireland, nowhere]);
    dataset["version"] = "soon".into();
    let problems = parsed(&dataset.to_string()).unwrap_err();
    assert_eq!(
        problems.to_string().lines().collect::<Vec<_>>(),
        [
            "changes.json: version: \"soon\" is no day such as 2024-06-25",
            "countries/ie.json: resources[0].id: the id \"ie-strategy\" is already taken at countries/ie.json: resources[0]",
            "countries/ie.json: resources[1].id: the id \"ie-plan\" is already taken at countries/ie.json: resources[1]",
            "countries/ie.json: code: the country IE stands in the dataset twice",
            "countries[2].code: \"x\" is no ISO 3166-1 country code in capitals, such as IE",
        ]
    );
}

/// Where there are no files, the place is that of the file in which an editor finds it.
#[test]
fn a_served_dataset_has_all_its_parts() {
    let check = |text: &str, expected: &[&str]| {
        assert_eq!(parsed(text).unwrap_err().to_string().lines().collect::<Vec<_>>(), expected, "{text}");
    };
    check(
        "{}",
        &[
            "dataset.json: schema: the key \"schema\" is missing",
            "changes.json: version: the key \"version\" is missing",
            "dataset.json: licence: the key \"licence\" is missing",
            "events.json: the key \"events\" is missing",
            "videos.json: the key \"videos\" is missing",
            "countries: the key \"countries\" is missing",
        ],
    );
    let wrong = r#"{"schema": "1.2", "version": "2026-11-23", "licence": "x", "events": {}, "videos": "", "countries": [], "doi": 1}"#;
    check(
        wrong,
        &[
            "events.json: expected a list, found an object",
            "videos.json: expected a list, found the text \"\"",
            "dataset.json: doi: the key \"doi\" is not known here",
        ],
    );
    check("[]", &["dataset.json: expected an object, found a list"]);
    check(
        &served().replace("\"countries\":[{", "\"countries\":[null,{"),
        &["countries[0]: expected an object, found null"],
    );
}

// What changed is recorded.

#[test]
fn a_change_that_is_not_recorded_is_a_problem() {
    let run = "which is not recorded; run: cargo xtask data record \"what was done\"";
    check(IE, "It says how.", "It says why.", &[&format!("changes.json: ie-plan was changed, {run}")]);
    check(IE, "It has a plan.", "It has two plans.", &[&format!("changes.json: ie was changed, {run}")]);
    check("events.json", "It was.", "It was good.", &[&format!("changes.json: workshop-2024 was changed, {run}")]);
    check(
        IE,
        "ie-plan",
        "ie-plan-2",
        &[&format!("changes.json: ie-plan-2 was added, {run}"), &format!("changes.json: ie-plan was withdrawn, {run}")],
    );
    // Blanks and the order of keys are no change.
    check(IE, "\"code\": \"IE\", \"name\": \"Ireland\"", "\"name\":\"Ireland\",\n\"code\":\"IE\"", &[]);
}

#[test]
fn recording_makes_a_list_that_is_right() {
    let mut files = small_files();
    assert_eq!(source::record(&files, "2026-11-24", "Nothing.").unwrap(), None);
    replace(&mut files, IE, "It says how.", "It says why.");
    let edited = text(&files, IE).replace("ie-strategy", "ie-strategy-2022");
    put(&mut files, IE, edited);
    let changes = source::record(&files, "2026-11-24", " It was mended. ").unwrap().unwrap();
    put(&mut files, "changes.json", changes);
    let loaded = source::load(&files).unwrap();
    assert_eq!(loaded.dataset.get("version"), Some(&Json::String("2026-11-24".to_owned())));
    assert_eq!(loaded.catalog.version.to_string(), "2026-11-24");
    let last = loaded.changes.last().unwrap();
    assert_eq!(loaded.changes.len(), 2);
    assert_eq!(last.note, "It was mended.");
    assert_eq!(last.added.keys().collect::<Vec<_>>(), ["ie-strategy-2022"]);
    assert_eq!(last.changed.keys().collect::<Vec<_>>(), ["ie", "ie-plan"]);
    assert_eq!(last.withdrawn, ["ie-strategy"]);

    // An id that was withdrawn is never given again.
    let edited = text(&files, IE).replace("ie-strategy-2022", "ie-strategy");
    put(&mut files, IE, edited);
    let problems = source::record(&files, "2026-11-25", "Back again.").unwrap_err();
    assert_eq!(
        problems.to_string(),
        "changes.json: [2].added.ie-strategy: ie-strategy was already added before; an id is for ever"
    );
}

#[test]
fn the_same_words_on_the_same_day_renew_their_entry() {
    let mut files = small_files();
    let before = text(&files, "changes.json");
    let record = |files: &Files, note: &str| source::record(files, "2026-11-24", note).unwrap();
    replace(&mut files, IE, "It says how.", "It says wyh.");
    let changes = record(&files, "It was mended.").unwrap();
    put(&mut files, "changes.json", changes);
    replace(&mut files, IE, "It says wyh.", "It says why.");
    let changes = record(&files, "It was mended.").unwrap();
    put(&mut files, "changes.json", changes.clone());
    assert_eq!(source::load(&files).unwrap().changes.len(), 2, "one entry for the whole correction");
    assert_eq!(record(&files, "It was mended."), Some(changes), "nothing new");
    // Taken back, it leaves nothing.
    replace(&mut files, IE, "It says why.", "It says how.");
    let changes = record(&files, "It was mended.").unwrap();
    assert_eq!(changes.split_whitespace().collect::<String>(), before.split_whitespace().collect::<String>());
}

#[test]
fn only_a_day_in_order_and_a_note_are_recorded() {
    let mut files = small_files();
    replace(&mut files, IE, "It says how.", "It says why.");
    let check = |date: &str, note: &str, expected: &str| {
        assert_eq!(source::record(&files, date, note).unwrap_err().to_string(), expected);
    };
    check("2026-11-24", " ", "note: say in a sentence what was changed");
    check("2026-11", "x", "date: \"2026-11\" is no day such as 2024-06-25");
    check("2026-11-22", "x", "changes.json: [1].date: 2026-11-22 is before the date of the entry above it");
}

#[test]
fn a_list_of_changes_that_was_edited_is_a_problem() {
    let changes = text(&small_files(), "changes.json");
    let with = |more: &str| changes.trim_end().trim_end_matches(']').trim_end().to_owned() + "," + more + "]";
    check_file(
        "changes.json",
        &with(r#"{"date": "2026-11-22", "note": "x", "withdrawn": ["ie-law"]}"#),
        &[
            "changes.json: [1].date: 2026-11-22 is before the date of the entry above it",
            "changes.json: [1].withdrawn.ie-law: ie-law was never added",
        ],
    );
    check_file(
        "changes.json",
        &with(r#"{"date": "2026-11-24", "note": "x", "added": {"ie-plan": "0", "A b": "0"}}"#),
        &[
            "changes.json: [1].added.A b: \"A b\" is no id",
            "changes.json: [1].added.ie-plan: ie-plan was already added before; an id is for ever",
            "changes.json: ie-plan was changed, which is not recorded; run: cargo xtask data record \"what was done\"",
        ],
    );
    check_file(
        "changes.json",
        &with(r#"{"date": "2026-11-24", "note": "x", "added": {"ie-law": 5}, "by": "me"}"#),
        &[
            "changes.json: [1].added.ie-law: expected a text, found the number 5",
            "changes.json: [1].by: the key \"by\" is not known here",
        ],
    );
}

// It never panics.

/// A problem names a file, and stands on one line.
#[track_caller]
fn check_sentences(problems: &Problems) {
    assert!(!problems.is_empty(), "an error without a problem");
    for problem in problems.iter() {
        let file = problem.place.split(": ").next().unwrap();
        assert!(file.ends_with(".json"), "the place of {problem} is no file");
        assert!(!problem.to_string().contains(char::is_control), "{problem:?} has a control character");
        assert!(!problem.message.is_empty());
    }
}

#[test]
fn hostile_files_are_problems_wherever_they_stand() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile");
    let mut hostile: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    hostile.sort();
    assert!(hostile.len() >= 25, "there are only {} hostile files", hostile.len());
    for file in hostile {
        let text = String::from_utf8_lossy(&fs::read(&file).unwrap()).into_owned();
        for path in PATHS {
            let mut files = small_files();
            put(&mut files, path, &text);
            let name = file.file_name().unwrap().to_string_lossy();
            let Err(problems) = source::load(&files) else { panic!("{name} was taken as {path}") };
            check_sentences(&problems);
            assert!(problems.iter().any(|problem| problem.place.starts_with(path)), "{name} as {path}: {problems}");
            source::record(&files, "2026-11-24", "x").err().iter().for_each(check_sentences);
        }
    }
}

const PATHS: &[&str] = &[IE, "videos.json", "events.json", "europe.json", "dataset.json", "changes.json"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_file_or_a_problem(path in prop::sample::select(PATHS), text in any::<String>()) {
        let mut files = small_files();
        put(&mut files, path, text);
        source::load(&files).err().iter().for_each(check_sentences);
    }

    #[test]
    fn any_json_is_a_file_or_a_problem(path in prop::sample::select(PATHS), value in any_json()) {
        let mut files = small_files();
        put(&mut files, path, value.to_string());
        source::load(&files).err().iter().for_each(check_sentences);
    }

    /// One value of the right files is replaced by any other.
    #[test]
    fn one_other_value_is_taken_or_a_problem(path in prop::sample::select(PATHS), at in any::<prop::sample::Index>(), value in any_json()) {
        let mut files = small_files();
        let mut root: Value = serde_json::from_str(&text(&files, path)).unwrap();
        let mut pointers = Vec::new();
        walk(&root, "", &mut pointers);
        *root.pointer_mut(&pointers[at.index(pointers.len())]).unwrap() = value;
        put(&mut files, path, root.to_string());
        if let Err(problems) = source::load(&files) {
            check_sentences(&problems);
        }
    }

    /// A piece of a file is lost, as on a full disk.
    #[test]
    fn a_torn_file_is_a_problem(path in prop::sample::select(PATHS), at in any::<prop::sample::Index>()) {
        let mut files = small_files();
        let whole = text(&files, path);
        let whole = whole.trim_end();
        put(&mut files, path, &whole[..whole.floor_char_boundary(at.index(whole.len()))]);
        let problems = source::load(&files).unwrap_err();
        check_sentences(&problems);
        prop_assert_eq!(&problems.iter().next().unwrap().place, path);
    }
}
