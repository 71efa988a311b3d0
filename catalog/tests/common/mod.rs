//! The editors' files, as `cargo xtask data` reads them, and a small dataset to make mistakes in.
#![allow(dead_code, reason = "each test file uses its own part of these helpers")]

use catalog::source::{self, Loaded};
use catalog::{Catalog, PartialDate};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

/// Files of a dataset: the path of each and its text.
pub(crate) type Files = Vec<(String, String)>;

/// The files of `data/`.
pub(crate) fn shipped_files() -> Files {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    let mut files = Files::new();
    for folder in ["", "countries/"] {
        for entry in fs::read_dir(data.join(folder)).expect("the folder data/ is readable") {
            let name =
                entry.expect("the folder data/ is readable").file_name().into_string().expect("file names are UTF-8");
            if name.ends_with(".json") && name != "catalog.schema.json" {
                let path = format!("{folder}{name}");
                let text = fs::read_to_string(data.join(&path)).expect("the dataset's files are UTF-8");
                files.push((path, text));
            }
        }
    }
    files.sort();
    files
}

/// The shipped dataset, read once.
pub(crate) fn shipped() -> &'static Loaded {
    static LOADED: OnceLock<Loaded> = OnceLock::new();
    LOADED.get_or_init(|| {
        source::load(&shipped_files()).unwrap_or_else(|problems| panic!("data/ has problems:\n{problems}"))
    })
}

/// The shipped catalog.
pub(crate) fn catalog() -> &'static Catalog {
    &shipped().catalog
}

/// A day, a month or a year.
#[track_caller]
pub(crate) fn day(text: &str) -> PartialDate {
    PartialDate::parse(text).unwrap_or_else(|message| panic!("{message}"))
}

/// The day of all tests that are not about days.
pub(crate) fn today() -> PartialDate {
    day("2026-11-28")
}

pub(crate) const HEAD: &str = r#"{"schema": "1.2", "licence": "CC-BY-4.0"}"#;

pub(crate) const EVENTS: &str = r#"[{
  "id": "workshop-2024", "title": "Workshop", "kind": "workshop", "format": "online", "date": "2024-06-25",
  "organiser": "The project", "grant": "Grant 1", "page": "https://example.org/workshop", "introduction": ["It was."]
}]"#;

pub(crate) const VIDEOS: &str = r#"[{
  "id": "talk-ireland", "event": "workshop-2024", "youtube": "nxig1G6B5I4",
  "playlist": "PLweO8RYcVPDOEl66HT6nSwFhjaDUa4xHL", "playlist_index": 1, "countries": ["IE"],
  "title": "A talk", "speaker": "A. Speaker", "date": "2024-06", "language": "en"
}]"#;

pub(crate) const IRELAND: &str = r#"{
  "code": "IE", "name": "Ireland", "native_names": [{"language": "ga", "name": "Éire"}], "plan_status": "adopted",
  "overview": "It has a plan.", "overview_sources": ["https://example.org/ireland"],
  "declaration": {"signatory": true, "signed": "2022-11", "sources": ["https://example.org/declaration"]},
  "plan": ["ie-strategy"],
  "resources": [
    {"id": "ie-strategy", "kind": "strategy", "title": "The Strategy", "language_original": "en", "issuer": "The Office",
     "year": 2022, "period": [2022, null], "status": "active", "url": "https://example.org/strategy.pdf",
     "summary": "It says what.", "figures": [{"label": "staff", "value": "7.5", "unit": "people", "as_of": "2025"}],
     "sources": ["https://example.org/strategy"], "confidence": "high", "checked": "2026-11-23"},
    {"id": "ie-plan", "kind": "implementation-plan", "title": "The Plan", "title_original": "An Plean",
     "language_original": "ga", "issuer": "The Office", "status": "planned", "url": "http://example.org/plan",
     "summary": "It says how.", "sources": ["https://example.org/plan"], "confidence": "medium", "checked": "2026-11-23"}
  ],
  "implementation": [{"category": "training", "title": "A course", "url": "https://example.org/course"}]
}"#;

pub(crate) const EUROPE: &str = r#"[
  {"id": "eu-roadmap", "kind": "roadmap", "title": "The Roadmap", "language_original": "en", "issuer": "The Initiative",
   "period": [2023, 2027], "status": "active", "url": "https://example.org/roadmap", "summary": "It leads there.",
   "sources": ["https://example.org/roadmaps"], "confidence": "high", "checked": "2026-11-23"},
  {"id": "eu-article", "kind": "report", "title": "The Article", "language_original": "en", "issuer": "The Journal",
   "authors": ["A. Writer", "B. Writer"], "status": "completed", "url": "https://example.org/article",
   "summary": "It tells.", "sources": ["https://example.org/articles"], "confidence": "high", "checked": "2026-11-23"}
]"#;

/// A small dataset in which all is right and recorded.
pub(crate) fn small_files() -> Files {
    let files = [
        ("countries/ie.json", IRELAND),
        ("dataset.json", HEAD),
        ("europe.json", EUROPE),
        ("events.json", EVENTS),
        ("videos.json", VIDEOS),
    ];
    recorded(files.map(|(path, text)| (path.to_owned(), text.to_owned())).to_vec())
}

/// The files with `changes.json` brought up to date.
pub(crate) fn recorded(mut files: Files) -> Files {
    let changes = source::record(&files, "2026-11-23", "It was made.").unwrap_or_else(|problems| panic!("{problems}"));
    if let Some(changes) = changes {
        put(&mut files, "changes.json", changes);
    }
    files
}

/// Writes one of the files.
pub(crate) fn put(files: &mut Files, path: &str, text: impl Into<String>) {
    files.retain(|(known, _)| known != path);
    files.push((path.to_owned(), text.into()));
    files.sort();
}

/// Replaces a piece of one of the files, which must be there exactly once.
pub(crate) fn replace(files: &mut Files, path: &str, from: &str, to: &str) {
    let text = text(files, path);
    assert_eq!(text.matches(from).count(), 1, "{from} must stand in {path} once");
    put(files, path, text.replace(from, to));
}

/// The text of one of the files.
pub(crate) fn text(files: &Files, path: &str) -> String {
    files.iter().find(|(known, _)| known == path).unwrap_or_else(|| panic!("there is no {path}")).1.clone()
}

/// The problems of the files, a line each.
pub(crate) fn problems(files: &Files) -> Vec<String> {
    let problems = source::load(files).err().unwrap_or_default();
    problems.iter().map(ToString::to_string).collect()
}
