//! The editors' files: reads them, checks them, and records what changed.
//!
//! Text in, text out: the files are read and written by `cargo xtask data`.

mod accepted;
mod addresses;
mod advice;
mod changes;
mod json;
mod schema;

use crate::catalog::Catalog;
use crate::country::CountryCode;
use crate::from_wire;
use crate::problem::{Problem, Problems, quoted, shown};
use crate::wire::{self, Json, Key, SchemaDoc, Shape, ValueKind};
use changes::Changes;

pub use accepted::{Accepted, advice};
pub use addresses::addresses;
pub use advice::{Advice, AdviceKind};
pub use changes::Entry;
pub use schema::{schema, schema_at, shapes};

/// `europe.json`, as the reader sees it: the value of the key `europe`.
static EUROPE: Shape = Shape {
    name: SchemaDoc("Europe"),
    doc: SchemaDoc(""),
    keys: &[Key { name: "europe", kind: ValueKind::List(&wire::RESOURCE), required: true, doc: SchemaDoc("") }],
};

/// A dataset read from the editors' files.
#[derive(Debug)]
pub struct Loaded {
    /// As it is served: every object with its keys in the order of the tables, and nothing that says nothing.
    pub dataset: Json,
    /// As the app knows it.
    pub catalog: Catalog,
    /// What changed, and when, the oldest first.
    pub changes: Vec<Entry>,
    /// The advice that editors do not follow.
    pub accepted: Vec<Accepted>,
}

/// The version of a dataset of which nothing is recorded yet; it never leaves this module.
const UNRECORDED: &str = "2000-01-01";

/// Reads the files of `data/`: pairs of the path below it and the text.
///
/// # Errors
/// Every problem of every file, each with its place.
pub fn load(files: &[(String, String)]) -> Result<Loaded, Problems> {
    let Read { checked, changes, accepted, mut problems } = read(files);
    if let Some(changes) = &changes {
        let dataset = checked.as_ref().map(|(dataset, _)| dataset);
        problems.append(changes.check(dataset.filter(|_| problems.is_empty())));
    }
    let all = checked.zip(changes);
    problems.or(all.map(|((dataset, catalog), changes)| Loaded {
        dataset,
        catalog,
        changes: changes.into_entries(),
        accepted,
    }))
}

/// The text of `changes.json` with everything recorded that was added, changed or withdrawn since its
/// last entry; `None` where there is nothing to record.
///
/// # Errors
/// Every problem of every file, other than a change that is not recorded; or a date that is no day.
pub fn record(files: &[(String, String)], date: &str, note: &str) -> Result<Option<String>, Problems> {
    let Read { checked, changes, problems, .. } = read(files);
    let ((dataset, _), changes) = problems.or(checked.zip(changes))?;
    changes.record(&dataset, date, note)
}

struct Read {
    /// The dataset as it is served, and its catalog.
    checked: Option<(Json, Catalog)>,
    changes: Option<Changes>,
    accepted: Vec<Accepted>,
    problems: Problems,
}

/// What cannot be read is left out of the dataset, and the rest of it is checked all the same.
fn read(files: &[(String, String)]) -> Read {
    let mut reader = SourceReader { files, problems: Problems::default() };
    let mut dataset = reader.head();
    let events = reader.required("events.json");
    let videos = reader.required("videos.json");
    let changes = reader.changes();
    let europe = reader.europe();
    let accepted = reader.accepted();
    let (paths, countries) = reader.countries();
    reader.refuse_others();

    let version = changes.as_ref().map_or(UNRECORDED, Changes::last_day);
    dataset.push(("version".to_owned(), Json::String(version.to_owned())));
    dataset.extend(events.map(|events| ("events".to_owned(), events)));
    dataset.extend(videos.map(|videos| ("videos".to_owned(), videos)));
    dataset.push(("countries".to_owned(), Json::Array(countries)));
    dataset.extend(europe.map(|europe| ("europe".to_owned(), europe)));
    dataset.extend(changes.as_ref().map(|changes| ("changes".to_owned(), changes.change_sets())));
    let dataset = Json::Object(dataset);

    let mut problems = reader.problems;
    let checked = match from_wire::dataset(&dataset, Some(&paths), 0) {
        Ok(catalog) => Some((tidy(&dataset, &wire::DATASET), catalog)),
        Err(found) => {
            // Of a file that cannot be read, that is said and nothing else.
            let unread = problems.clone();
            let places = unread.places();
            found.iter().filter(|problem| !places.cover(&problem.place)).for_each(|Problem { place, message }| {
                problems.push(place, message);
            });
            None
        }
    };
    Read { checked, changes, accepted, problems }
}

/// The object with its keys in the order of the shape, without those that say nothing: keys that need
/// not be there and are `null` or an empty list, and keys that are not known.
fn tidy(json: &Json, shape: &Shape) -> Json {
    let entry = |key: &Key| {
        let value = json.get(key.name)?;
        let says_nothing = *value == Json::Null || *value == Json::Array(Vec::new());
        let value = match key.kind {
            ValueKind::Object(shape) => tidy(value, shape),
            ValueKind::List(shape) => Json::Array(value.items().iter().map(|item| tidy(item, shape)).collect()),
            _ => value.clone(),
        };
        (key.required || !says_nothing).then(|| (key.name.to_owned(), value))
    };
    Json::Object(shape.keys.iter().filter_map(entry).collect())
}

struct SourceReader<'a> {
    files: &'a [(String, String)],
    problems: Problems,
}

impl<'a> SourceReader<'a> {
    fn text(&self, path: &str) -> Option<&'a str> {
        self.files.iter().find(|(known, _)| known == path).map(|(_, text)| text.as_str())
    }

    fn required(&mut self, path: &str) -> Option<Json> {
        let Some(text) = self.text(path) else {
            self.problems.push(path, "the file is missing");
            return None;
        };
        self.parse(path, text)
    }

    fn parse(&mut self, path: &str, text: &str) -> Option<Json> {
        json::parse(text).map_err(|error| self.problems.push(path, no_json(text, &error))).ok()
    }

    fn optional(&mut self, path: &str) -> Option<Json> {
        self.text(path)?;
        self.required(path)
    }

    /// The entries of `dataset.json`; what has a file of its own does not belong there.
    fn head(&mut self) -> Vec<(String, Json)> {
        let (path, own) = ("dataset.json", ["version", "events", "videos", "countries", "europe", "changes"]);
        let mut entries = match self.required(path) {
            Some(Json::Object(entries)) => entries,
            Some(other) => {
                // No object at all is all that is wrong with it.
                self.problems.append(from_wire::dataset(&other, None, 0).err().unwrap_or_default());
                Vec::new()
            }
            None => Vec::new(),
        };
        entries.retain(|(key, _)| {
            let is_strange = own.contains(&key.as_str());
            if is_strange {
                self.problems
                    .push(format!("{path}: {}", shown(key)), format!("the key {} is not known here", quoted(key)));
            }
            !is_strange
        });
        entries
    }

    fn changes(&mut self) -> Option<Changes> {
        let path = "changes.json";
        if self.text(path).is_none() {
            return Some(Changes::default());
        }
        let json = self.required(path)?;
        Changes::read(json).map_err(|problems| self.problems.append(problems)).ok()
    }

    /// The documents of all of Europe. The key may be null in a dataset, but the file, where it is there, is a list.
    fn europe(&mut self) -> Option<Json> {
        let europe = vec![("europe".to_owned(), self.optional("europe.json")?)];
        let europe = Json::Object(europe);
        let read = crate::reader::RecordReader::read_document(&europe, &EUROPE, false, &mut |_| Some(()));
        read.map_err(|problems| self.problems.append(problems)).ok()?;
        europe.get("europe").cloned()
    }

    fn accepted(&mut self) -> Vec<Accepted> {
        let read = self.optional(accepted::FILE).map_or(Ok(Vec::new()), |json| accepted::read(&json));
        read.map_err(|problems| self.problems.append(problems)).unwrap_or_default()
    }

    /// The path of each country, and the country.
    fn countries(&mut self) -> (Vec<String>, Vec<Json>) {
        let (mut paths, mut countries) = (Vec::new(), Vec::new());
        for (path, text) in self.files.iter().filter(|(path, _)| path.starts_with("countries/")) {
            let country = self.parse(path, text).unwrap_or(Json::Null);
            if let Some(Ok(code)) = country.get("code").and_then(Json::text).map(CountryCode::parse) {
                let expected = format!("countries/{}.json", code.lower());
                if *path != expected {
                    self.problems.push(format!("{path}: code"), format!("the country {code} belongs in {expected}"));
                }
            }
            paths.push(path.clone());
            countries.push(country);
        }
        (paths, countries)
    }

    fn refuse_others(&mut self) {
        const KNOWN: [&str; 5] = ["dataset.json", "events.json", "videos.json", "europe.json", "changes.json"];
        for (path, _) in self.files {
            if path != accepted::FILE && !KNOWN.contains(&path.as_str()) && !path.starts_with("countries/") {
                self.problems.push(path, format!("{} is no file of the dataset", quoted(path)));
            }
        }
    }
}

fn no_json(text: &str, error: &serde_json::Error) -> String {
    match text.trim_start() {
        "" => "the file is empty".to_owned(),
        text if text.starts_with('\u{feff}') => {
            "the file begins with a byte order mark; save it without one".to_owned()
        }
        _ => format!("the file is not valid JSON: {error}"),
    }
}
