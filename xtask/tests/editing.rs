//! What editors are asked for: a document, and a country.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use catalog::CountryCode;
use site::{data, files, project};
use xtask::data::add::add;
use xtask::data::draft::Draft;
use xtask::form::Form;
use xtask::new_country::{begin, european, lacking};

/// A copy of the dataset, which goes with it.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("genomic-plans-editing-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = env::temp_dir().join(name);
        files::replace(&data::folder(), &folder).expect("the dataset can be copied");
        Self(folder)
    }

    fn text(&self, code: &str) -> String {
        files::text(&self.0.join(format!("countries/{code}.json"))).unwrap_or_default()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        files::remove(&self.0).ok();
    }
}

fn code(code: &str) -> CountryCode {
    CountryCode::parse(code).expect("it is a code")
}

/// What is said when these answers are given, line by line, and how it ends.
fn asked(answers: &str, ask: impl FnOnce(&mut Form<'_>) -> anyhow::Result<()>) -> (String, Result<(), String>) {
    let (mut answers, mut said) = (answers.as_bytes(), Vec::<u8>::new());
    let ended = ask(&mut Form::new(&mut answers, &mut said)).map_err(|error| error.to_string());
    assert!(ended.is_err() || answers.is_empty(), "not asked for: {}", String::from_utf8_lossy(answers));
    (String::from_utf8(said).expect("it is text"), ended)
}

/// All that a document needs, with each kind of mistake on the way.
const DOCUMENT: &str = "\
Malta plan
mt-dwarnabio
mt-test-plan
plan
strategy

 Test plan
Pjan
mt
Ministry
A. Author
A. Author

twenty
2019
2025-2021
2021-
active
www.example.org
https://example.org/plan
What it is.
maybe
yes
people
many
300
people

no

https://example.org/plan
https://example.org/plan

high
2026-13-01
2026-11-28
";

#[test]
fn a_document_is_asked_for_and_added_at_the_end() {
    let folder = Folder::new();
    let before = folder.text("mt");
    let answers = format!("{DOCUMENT}yes\n");
    let (said, ended) = asked(&answers, |form| add(&folder.0, Some(code("MT")), form));
    assert_eq!(ended, Ok(()));
    let refusals: Vec<&str> = said.lines().filter_map(|line| Some(line.split_once("Not right: ")?.1)).collect();
    let expected = [
        "\"Malta plan\" is no id; an id is lower-case words and numbers joined by hyphens, at most 60 characters.",
        "the id \"mt-dwarnabio\" is already taken at countries/mt.json: resources[0].",
        "\"plan\" is no kind; it must be one of strategy, implementation-plan, roadmap, law, programme, genome-centre, \
         biobank, report.",
        "the title is empty.",
        "the author \"A. Author\" stands here twice.",
        "\"twenty\" is no whole number such as 2024.",
        "the period ends in 2021, before it starts in 2025.",
        "\"www.example.org\" is no web address; it must begin with https:// or http://.",
        "\"maybe\" is neither yes nor no.",
        "\"many\" is no number such as 50000 or 7.24.",
        "a fact needs at least one page on which it was seen.",
        "the address \"https://example.org/plan\" stands here twice.",
        "\"2026-13-01\" is no day such as 2024-06-25.",
    ];
    assert_eq!(refusals, expected);
    // Only the end of the list has changed, and the file is written as the others are.
    let after = folder.text("mt");
    let kept = before.strip_suffix("\n  ]\n}\n").expect("the list is at the end");
    let added = after.strip_prefix(kept).expect("nothing before it has changed");
    assert!(added.starts_with(",\n    {\n      \"id\": \"mt-test-plan\",\n      \"kind\": \"strategy\""), "{added}");
    let tree: catalog::wire::Json = serde_json::from_str(&after).expect("it is JSON");
    assert_eq!(serde_json::to_string_pretty(&tree).expect("it can be written") + "\n", after);
    assert_eq!(Draft::of(&folder.0, code("MT")).expect("it can be read").check(&after), Ok(()));
}

#[test]
fn nothing_is_added_without_consent_or_when_the_answers_end() {
    let folder = Folder::new();
    let before = folder.text("mt");
    let (said, ended) = asked(&format!("XX\nmt\n{DOCUMENT}no\n"), |form| add(&folder.0, None, form));
    assert_eq!(ended, Ok(()));
    assert!(said.contains("> Not right: \"XX\" is no ISO 3166-1 country code in capitals, such as IE."), "{said}");
    assert!(said.ends_with("mt.json stays as it was.\n"), "{said}");
    let (_, ended) = asked("mt-test-plan\n", |form| add(&folder.0, Some(code("MT")), form));
    assert_eq!(ended, Err("The answers end before the last question: nothing is written.".to_owned()));
    assert_eq!(folder.text("mt"), before);
}

#[test]
fn a_document_that_makes_the_dataset_wrong_is_not_added() {
    let folder = Folder::new();
    let before = folder.text("mt");
    // The same title is right while no year is given, and wrong with the year of the other.
    let answers = DOCUMENT.replace("Test plan\n", "DwarnaBio national population biobank and StudjuDWARNA\n");
    let (_, ended) = asked(&answers.replace("2019\n", "2023\n"), |form| add(&folder.0, Some(code("MT")), form));
    let error = ended.expect_err("the title stands there twice");
    assert!(error.contains("mt.json stays as it was, because the dataset would not be right.\n"), "{error}");
    assert!(error.contains("of the same year stands in this country twice"), "{error}");
    assert_eq!(folder.text("mt"), before);
}

#[test]
fn a_country_is_begun_with_what_was_answered_and_nothing_else() {
    let folder = Folder::new();
    let file = |code: &str| project::shown(&folder.0.join(format!("countries/{code}.json")));
    let answers = "\nnone\nnone-found\nNothing was found.\n\nhttps://example.org/\n\nno\n\nhttps://example.org/\n\n";
    let (said, ended) = asked(answers, |form| begin(&folder.0, code("UA"), Some("Ukraine".to_owned()), form));
    // The first answer, of nothing, and the second are no status.
    assert_eq!((said.matches("Not right").count(), ended), (3, Ok(())), "{said}");
    let expected = r#"{
  "code": "UA",
  "name": "Ukraine",
  "plan_status": "none-found",
  "overview": "Nothing was found.",
  "overview_sources": [
    "https://example.org/"
  ],
  "declaration": {
    "signatory": false,
    "sources": [
      "https://example.org/"
    ]
  },
  "resources": []
}
"#;
    assert_eq!(folder.text("ua"), expected);
    let begin = |code: &str, name: &str| {
        begin(&folder.0, self::code(code), Some(name.to_owned()), &mut Form::new(&mut &b""[..], &mut Vec::<u8>::new()))
    };
    let error = begin("UA", "Ukraine").expect_err("it is there").to_string();
    assert_eq!(error, format!("{} is already there: `cargo xtask data add UA` adds a document to it.", file("ua")));
    let error = begin("MD", " Moldova").expect_err("the name is wrong").to_string();
    assert_eq!(
        error,
        format!("{} is not written, because the name \" Moldova\" begins or ends with a space.", file("md"))
    );
    // Its list of documents is still empty.
    let document = DOCUMENT.replace("mt-test", "ua-test") + "yes\n";
    let (_, ended) = asked(&document, |form| add(&folder.0, Some(self::code("UA")), form));
    assert_eq!(ended, Ok(()));
    assert!(folder.text("ua").ends_with("\n    }\n  ]\n}\n"), "{}", folder.text("ua"));
}

#[test]
fn a_country_that_has_adopted_a_plan_names_it() {
    let folder = Folder::new();
    let facts = "Ukraine\nadopted\nA plan.\nhttps://example.org/\n\nyes\n2024\nhttps://example.org/\n\n";
    let plan = DOCUMENT.replace("mt-test", "ua-test").replace("Malta plan\nmt-dwarnabio\n", "");
    let (_, ended) = asked(&[facts, &plan].concat(), |form| begin(&folder.0, code("UA"), None, form));
    assert_eq!(ended, Ok(()));
    let text = folder.text("ua");
    assert!(text.contains("  \"plan\": [\n    \"ua-test-plan\"\n  ],\n  \"resources\": [\n    {\n"), "{text}");
}

#[test]
fn only_countries_that_the_project_knows_are_begun() {
    let check = |text: &str, expected: Result<&str, &str>| {
        let found = european(text).map(|code| code.to_string());
        assert_eq!(found.as_deref().map_err(String::as_str), expected);
    };
    check("UA", Ok("UA"));
    check("uk", Ok("GB"));
    check("JP", Err("JP is no country of Europe in site/src/open_data/authority.rs"));
    check("ZZ", Err("\"ZZ\" is no ISO 3166-1 country code in capitals, such as IE"));
}

#[test]
fn what_a_new_country_lacks_is_said() {
    let lacking = |country: &str| lacking(&project::root(), code(country)).join("\n");
    assert_eq!(lacking("IE"), "");
    let andorra = lacking("AD");
    for part in ["put ad.svg of circle-flags", "name \"ad\" in", "on the map", "other languages", "three letters"] {
        assert!(andorra.contains(part), "{andorra}");
    }
}

#[test]
fn a_country_that_is_not_there_has_no_documents() {
    let folder = Folder::new();
    let (_, ended) = asked("", |form| add(Path::new(&folder.0), Some(code("UA")), form));
    let file = project::shown(&folder.0.join("countries/ua.json"));
    assert_eq!(ended, Err(format!("{file} is not there: `cargo xtask new-country UA` begins it.")));
}
