//! The page "Accessibility statement", as it is built: what it claims is what the repository does.

use catalog::text::accessibility as words;
use catalog::{Messages, PartialDate};

use super::page;
use crate::config::{Maintainer, SiteConfig};
use crate::names::ACCESSIBILITY;
use crate::{data, files, project, references};

/// For each of [`words::TESTED_POINTS`] the tests that do what it says: the file in `tests/e2e/tests/site/`, and what
/// stands in it.
const BEHIND: [&[(&str, &[&str])]; 11] = [
    &[(
        "keyboard",
        &[
            "fn a_journey_by_keyboard_alone()",
            "fn a_card_is_opened_and_closed_by_keyboard()",
            "fn the_views_are_gone_through_by_keyboard()",
            "fn a_video_is_played_and_closed_by_keyboard()",
            "fn the_focus_is_seen_at_every_stop_and_goes_in_the_order_of_the_page()",
        ],
    )],
    &[("engines", &["    the_filters_are_reached_by_keyboard,"])],
    &[(
        "spoken",
        &[
            "fn from_a_search_to_a_document()",
            "fn the_map_is_said()",
            "fn the_timeline_is_said()",
            "fn the_comparison_is_said()",
        ],
    )],
    &[(
        "access",
        &[
            "fn nothing_is_wider_than_the_window()",
            "const ALL: [u32; 5] = [320, PHONE.0, 768, DESK.0, 1920];",
            "const PHONE: (u32, u32) = (390, 844);",
            "is_nothing_wider(&visitor, &ALL[1..]);",
        ],
    )],
    &[("engines", &["fn firefox_shows_nothing_wider_than_a_narrow_window()", "frame.style = 'inline-size: 300px;"])],
    &[("views", &["a_finger_hits_every_country()", "const MISSED: &str", "at 390 px"])],
    &[("access", &["fn words_with_more_room_between_them_are_not_cut_off()"])],
    &[("access", &["fn colours_that_the_system_forces()"])],
    &[("prerender", &["fn without_scripts_each_card_has_its_documents_and_leads_to_the_countrys_page()"])],
    &[("print", &["fn what_is_printed_says_what_it_is_of_and_where_the_documents_are()"])],
    &[("validity", &["fn every_page_as_it_is_sent()", "fn pages_that_are_used()"])],
];

fn text(file: &str) -> String {
    files::text(&project::root().join(file)).unwrap_or_else(|error| panic!("{error:#}"))
}

fn page_of(site: &SiteConfig) -> String {
    page(&data::load().expect("the dataset is right").catalog, site, "style-1.css")
}

fn part<'a>(html: &'a str, id: &str) -> &'a str {
    let (_, rest) = html.split_once(&format!("<h2 id=\"{id}\">")).unwrap_or_else(|| panic!("there is no part {id}"));
    rest.split("<h2").next().unwrap_or_default()
}

#[test]
fn behind_each_claim_stands_a_test() {
    assert_eq!(BEHIND.len(), words::TESTED_POINTS.len());
    for (claim, behind) in words::TESTED_POINTS.iter().zip(BEHIND) {
        for (file, all) in behind {
            let code = text(&format!("tests/e2e/tests/site/{file}.rs"));
            for what in *all {
                assert!(code.contains(what), "{claim}\nNothing in {file}.rs is {what}");
                let before = code.split(what).next().and_then(|before| before.lines().last()).unwrap_or_default();
                assert!(!before.starts_with("#[ignore"), "{claim}\nIt is ignored: {what}");
            }
        }
    }
}

#[test]
fn axe_is_the_one_that_is_pinned_and_its_rules_those_that_are_named() {
    let tools: serde_json::Value = serde_json::from_str(&text("tools/npm/package.json")).expect("it is JSON");
    assert_eq!(tools["devDependencies"]["axe-core"], words::AXE);
    let rules = text("tests/e2e/src/axe.rs");
    let tags = "const tags = [\"wcag2a\", \"wcag2aa\", \"wcag21a\", \"wcag21aa\", \"wcag22aa\", \"best-practice\"];";
    assert!(rules.contains(tags), "axe runs other rules than the page says");
    assert!(words::tested_rules().contains(&format!("axe-core {}", words::AXE)));
    let access = text("tests/e2e/tests/site/access.rs");
    for what in ["for (width, height) in [PHONE, DESK]", "for colours in [\"light\", \"dark\"]", "fn every_view()"] {
        assert!(access.contains(what), "axe does not look at {what}");
    }
}

#[test]
fn the_engines_are_those_of_the_tests() {
    let code = text("tests/e2e/src/browser.rs");
    let variants =
        code.split_once("pub enum Engine {").and_then(|(_, rest)| rest.split_once('}')).expect("it is there").0;
    let named: Vec<&str> = variants.lines().filter_map(|line| line.trim().strip_suffix(',')).collect();
    assert_eq!(named, words::ENGINES);
    for sentence in words::TESTED_POINTS.iter().filter(|sentence| sentence.ends_with(')')) {
        let (_, engines) = sentence.rsplit_once('(').expect("it ends with the engines");
        let strange: Vec<&str> =
            engines.trim_end_matches(')').split(" and ").filter(|engine| !words::ENGINES.contains(engine)).collect();
        assert!(strange.is_empty(), "{strange:?} are no engines: {sentence}");
    }
    // Only this one is ignored, and the page says nothing of it.
    let ignored: usize = ["access", "engines", "keyboard", "spoken", "print", "prerender", "validity", "views"]
        .iter()
        .map(|file| text(&format!("tests/e2e/tests/site/{file}.rs")).matches("#[ignore").count())
        .sum();
    assert_eq!(ignored, 1, "another test is ignored: does the page still say what is true?");
}

#[test]
fn the_page_says_what_the_model_statement_asks_for() {
    let html = page_of(&SiteConfig::default());
    let says = |id: &str, words: &str| {
        let part = part(&html, id);
        assert!(part.contains(words), "{words} is not in {part}");
    };
    says("status", "WCAG) 2.2 at level AA");
    says("status", "partially compliant");
    says("not-accessible", "WCAG 2.5.8");
    says("not-accessible", "WCAG 1.4.4");
    says("not-accessible", "YouTube");
    says("not-accessible", "PDF");
    says("not-known", "No disabled person and no auditor");
    says("not-known", "No screen reader was run");
    says("tested", "last compared this statement with the site on 30 November 2026");
    for point in words::TESTED_POINTS {
        let (what, how) = point.split_once(": ").expect("it says what and how");
        says("tested", &format!("<li><b>{what}</b>: {how}</li>"));
    }
    says("statement", "prepared on 29 November 2026 by self-assessment");
    says("statement", "last reviewed on 30 November 2026");
    says("statement", "no statement of a public sector body under Directive (EU) 2016/2102");
}

#[test]
fn the_statement_was_reviewed_for_the_newest_release() {
    for day in [words::PREPARED, words::REVIEWED] {
        assert!(PartialDate::parse_day(day).is_ok(), "{day} is no day");
    }
    let changes = text("CHANGELOG.md");
    let is_release = |line: &&str| line.starts_with("## ") && *line != "## Unreleased";
    let release = changes.lines().find(is_release).expect("there is a release").trim_end_matches(')');
    // "## 0.2.0 – 29 November 2026"
    let parts: Vec<&str> = release.split([' ', '(']).collect();
    let [.., day, month, year] = &*parts else { panic!("{release} has no day") };
    let first = |number: u32| PartialDate::of_day(2026, number, 1).map(|first| Messages::English.date(first));
    let named = Some(format!("1 {month} 2026"));
    let number = (1..=12).find(|number| first(*number) == named).expect("it is a month");
    let released = format!("{year}-{number:02}-{day:0>2}");
    assert!(words::PREPARED <= words::REVIEWED, "it is prepared before it is reviewed");
    assert!(
        &*released <= words::REVIEWED,
        "{release}: read the accessibility statement, compare it with the site, and write the day into REVIEWED"
    );
}

#[test]
fn whom_to_tell_is_said_as_the_setting_has_it() {
    let check = |site: SiteConfig, expected: &[&str], wrong: &[&str]| {
        let html = page_of(&site);
        let feedback = part(&html, "feedback");
        for words in expected {
            assert!(feedback.contains(words), "{words} is not in {feedback}");
        }
        for words in wrong {
            assert!(!feedback.contains(words), "{words} is in {feedback}");
        }
    };
    let maintainer = |mail: Option<&str>| {
        let mail = mail.map(str::to_owned);
        Some(Maintainer { name: "A & B".to_owned(), address: None, mail })
    };
    let repository = Some("https://code.example/a/plans".to_owned());
    check(
        SiteConfig::default(),
        &["names no maintainer", "gives no place to report a mistake"],
        &["href", words::FEEDBACK_NOTE, words::FEEDBACK_ANSWER],
    );
    check(
        SiteConfig { maintainer: maintainer(None), ..SiteConfig::default() },
        &["A &amp; B", "names no place"],
        &["href"],
    );
    check(
        SiteConfig { maintainer: maintainer(Some("a@example.org")), ..SiteConfig::default() },
        &["href=\"mailto:a@example.org\"", "href=\"mailto:a@example.org?subject=", words::FEEDBACK_NOTE],
        &["names no"],
    );
    check(
        SiteConfig { repository, ..SiteConfig::default() },
        &["href=\"https://code.example/a/plans/issues/new?title=", words::FEEDBACK_NOTE, "names no maintainer"],
        &["no place"],
    );
}

#[test]
fn every_link_leads_somewhere_and_no_country_can_take_the_address() {
    let named = references::named_in_html(&page_of(&SiteConfig::default()));
    for file in &named {
        let is_there = ["../index.html", "../about/index.html", "../style-1.css"].contains(&file.as_str())
            || project::root().join("public").join(file.trim_start_matches("../")).is_file();
        assert!(is_there, "{file} is not there");
    }
    // The worker and the app take two letters for a country.
    assert_ne!(ACCESSIBILITY.trim_end_matches('/').len(), 2);
}

#[test]
fn its_sentences_are_short() {
    let lists = [words::STATUS_NOTE, words::NOT_ACCESSIBLE_POINTS, words::NOT_KNOWN_POINTS, words::TESTED_POINTS];
    let mut all: Vec<String> = lists.concat().iter().map(ToString::to_string).collect();
    all.extend(words::NO_PUBLIC_BODY.iter().map(ToString::to_string));
    all.extend([words::tested(), words::tested_rules(), words::prepared()]);
    let sentences = all.iter().flat_map(|text| text.split(". "));
    let long: Vec<&str> = sentences.filter(|sentence| sentence.split_whitespace().count() > 28).collect();
    assert!(long.is_empty(), "these are longer than 28 words: {long:#?}");
}
