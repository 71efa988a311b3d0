//! `changes.json`: what was added, changed or withdrawn, and when.
//!
//! Each entry keeps a fingerprint of what it added or changed, so that a change nobody recorded is
//! found: the feed, links and citations stand on this list.

use super::json::{compact, pretty};
use crate::date::PartialDate;
use crate::hash::hash;
use crate::id::Id;
use crate::problem::{Problems, quoted, shown};
use crate::reader::{RecordReader, collect_fields, plain_text};
use crate::wire::{Format, Json, Key, Least, SchemaDoc, Shape, ValueKind};
use std::collections::{BTreeMap, HashSet};

const FILE: &str = "changes.json";

/// The ids of entries, each with the fingerprint of its content.
type Prints = BTreeMap<String, String>;

/// The file, as the reader sees it: the value of the key `changes`.
static CHANGES: Shape =
    Shape { name: SchemaDoc("Changes"), doc: SchemaDoc(""), keys: &[key("changes", ValueKind::List(&ENTRY), true)] };

static ENTRY: Shape = Shape {
    name: SchemaDoc("Entry"),
    doc: SchemaDoc(""),
    keys: &[
        key("date", ValueKind::Text(Format::Day), true),
        key("note", ValueKind::Text(Format::Words), true),
        key("added", ValueKind::ById, false),
        key("changed", ValueKind::ById, false),
        key("withdrawn", ValueKind::Texts(Format::Id, Least::None), false),
    ],
};

const fn key(name: &'static str, kind: ValueKind, required: bool) -> Key {
    Key { name, kind, required, doc: SchemaDoc("") }
}

/// The whole list, the oldest entry first.
#[derive(Clone, Debug, Default)]
pub(super) struct Changes(Vec<Entry>);

/// What changed on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The day, `YYYY-MM-DD`.
    pub date: String,
    /// What was done, in a sentence.
    pub note: String,
    /// What was added: ids and fingerprints.
    pub added: Prints,
    /// What was changed: ids and new fingerprints.
    pub changed: Prints,
    /// The ids of what was withdrawn.
    pub withdrawn: Vec<String>,
}

impl Entry {
    fn read(reader: &mut RecordReader<'_>) -> Option<Self> {
        // A date that is no day is found by `check`.
        let date = reader.parse("date", |date| Ok(date.to_owned()));
        let note = reader.parse("note", |note| Ok(note.to_owned()));
        let added = prints_at(reader, "added");
        let changed = prints_at(reader, "changed");
        let withdrawn = reader.texts("withdrawn", &mut |id| Ok(id.to_owned()));
        collect_fields!(Entry { date, note } with { added, changed, withdrawn })
    }

    fn change_set(&self) -> Json {
        let texts = |texts: &mut dyn Iterator<Item = &String>| {
            Json::Array(texts.filter(|id| Id::parse(id).is_ok()).cloned().map(Json::String).collect())
        };
        let entries = [
            ("date", Json::String(self.date.clone())),
            ("note", Json::String(self.note.clone())),
            ("added", texts(&mut self.added.keys())),
            ("changed", texts(&mut self.changed.keys())),
            ("withdrawn", texts(&mut self.withdrawn.iter())),
        ];
        Json::Object(entries.map(|(key, value)| (key.to_owned(), value)).into())
    }

    fn json(&self) -> Json {
        let text = |text: &str| Json::String(text.to_owned());
        let prints =
            |prints: &Prints| Json::Object(prints.iter().map(|(id, print)| (id.clone(), text(print))).collect());
        let mut entries = vec![("date", text(&self.date)), ("note", text(&self.note))];
        entries.extend((!self.added.is_empty()).then(|| ("added", prints(&self.added))));
        entries.extend((!self.changed.is_empty()).then(|| ("changed", prints(&self.changed))));
        let withdrawn = || ("withdrawn", Json::Array(self.withdrawn.iter().map(|id| text(id)).collect()));
        entries.extend((!self.withdrawn.is_empty()).then(withdrawn));
        Json::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }
}

fn prints_at(reader: &mut RecordReader<'_>, key: &str) -> Prints {
    let mut prints = Prints::new();
    let Some(Json::Object(entries)) = reader.get(key) else { return prints };
    reader.below(key, &mut |reader| {
        for (id, print) in entries {
            match print.text() {
                Some(print) => drop(prints.insert(id.clone(), print.to_owned())),
                None => reader.below(&shown(id), &mut |reader| reader.unexpected("a text", print)),
            }
        }
    });
    prints
}

impl Changes {
    pub(super) fn read(json: Json) -> Result<Self, Problems> {
        let file = Json::Object(vec![("changes".to_owned(), json)]);
        RecordReader::read_document(&file, &CHANGES, false, &mut |reader| {
            Some(Self(reader.list("changes", &mut Entry::read)))
        })
    }

    pub(super) fn into_entries(self) -> Vec<Entry> {
        self.0
    }

    /// The list as it is served: the newest first, and without fingerprints. What is wrong in it is found by
    /// [`Self::check`], so what is no day, note or id is left out.
    pub(super) fn change_sets(&self) -> Json {
        let is_right =
            |entry: &&Entry| PartialDate::parse_day(&entry.date).is_ok() && plain_text("note", &entry.note).is_ok();
        let right = self.0.iter().rev().filter(is_right);
        Json::Array(right.map(Entry::change_set).collect())
    }

    /// The day of the last change: the version of the dataset. A date that is no day is found by `check`.
    pub(super) fn last_day(&self) -> &str {
        let last = self.0.last().map(|entry| entry.date.as_str());
        last.filter(|date| PartialDate::parse_day(date).is_ok()).unwrap_or(super::UNRECORDED)
    }

    /// What is wrong with the list, and what of the dataset, where that is right itself, is not recorded in it.
    pub(super) fn check(&self, dataset: Option<&Json>) -> Problems {
        let (recorded, mut problems) = self.replay();
        let Some(dataset) = dataset else { return problems };
        let current = prints(dataset);
        for (id, print) in &current {
            match recorded.get(id) {
                None => unrecorded(&mut problems, id, "was added"),
                Some(known) if known != print => unrecorded(&mut problems, id, "was changed"),
                Some(_) => {}
            }
        }
        for id in recorded.keys().filter(|id| !current.contains_key(*id)) {
            unrecorded(&mut problems, id, "was withdrawn");
        }
        problems
    }

    pub(super) fn record(mut self, dataset: &Json, date: &str, note: &str) -> Result<Option<String>, Problems> {
        // The same words on the same day are the same change, corrected once more before it is published.
        let is_renewed = self.0.pop_if(|last| last.date == date && last.note == note.trim()).is_some();
        let (recorded, mut problems) = self.replay();
        if let Err(message) = PartialDate::parse_day(date) {
            problems.push("date", message);
        }
        if note.trim().is_empty() {
            problems.push("note", "say in a sentence what was changed");
        }
        problems.or(Some(()))?;
        let current = prints(dataset);
        let pick = |keep: &dyn Fn(&str, &str) -> bool| -> Prints {
            current
                .iter()
                .filter(|(id, print)| keep(id, print))
                .map(|(id, print)| (id.clone(), print.clone()))
                .collect()
        };
        let entry = Entry {
            date: date.to_owned(),
            note: note.trim().to_owned(),
            added: pick(&|id, _| !recorded.contains_key(id)),
            changed: pick(&|id, print| recorded.get(id).is_some_and(|known| known != print)),
            withdrawn: recorded.keys().filter(|id| !current.contains_key(*id)).cloned().collect(),
        };
        let is_empty = entry.added.is_empty() && entry.changed.is_empty() && entry.withdrawn.is_empty();
        if is_empty && !is_renewed {
            return Ok(None);
        }
        self.0.extend((!is_empty).then_some(entry));
        let (_, problems) = self.replay();
        problems.or(Some(Some(pretty(&Json::Array(self.0.iter().map(Entry::json).collect())))))
    }

    /// What is published after the last entry, and what is wrong on the way there.
    fn replay(&self) -> (Prints, Problems) {
        let (mut published, mut withdrawn, mut problems) = (Prints::new(), HashSet::new(), Problems::default());
        let mut last: Option<PartialDate> = None;
        for (at, entry) in self.0.iter().enumerate() {
            let mut wrong =
                |key: String, message: String| problems.push(format!("{FILE}: [{at}].{}", shown(&key)), message);
            match PartialDate::parse_day(&entry.date) {
                Ok(date) if last.is_some_and(|last| date < last) => {
                    wrong("date".into(), format!("{date} is before the date of the entry above it"));
                }
                Ok(date) => last = Some(date),
                Err(message) => wrong("date".into(), message),
            }
            for (id, print) in &entry.added {
                if Id::parse(id).is_err() {
                    wrong(format!("added.{id}"), format!("{} is no id", quoted(id)));
                } else if published.insert(id.clone(), print.clone()).is_some() || withdrawn.contains(id) {
                    wrong(format!("added.{id}"), format!("{id} was already added before; an id is for ever"));
                }
            }
            for (id, print) in &entry.changed {
                if published.insert(id.clone(), print.clone()).is_none() {
                    wrong(format!("changed.{id}"), format!("{id} was never added"));
                }
            }
            for id in &entry.withdrawn {
                if published.remove(id).is_none() {
                    wrong(format!("withdrawn.{id}"), format!("{id} was never added"));
                }
                withdrawn.insert(id);
            }
        }
        (published, problems)
    }
}

fn unrecorded(problems: &mut Problems, id: &str, what: &str) {
    problems.push(FILE, format!("{id} {what}, which is not recorded; run: cargo xtask data record \"what was done\""));
}

/// Every entry of the dataset that has an id, with its fingerprint; a country's own facts go by its code.
fn prints(dataset: &Json) -> Prints {
    let mut prints = Prints::new();
    let items = |json: &Json, key: &str| json.get(key).map_or(Vec::new(), |list| list.items().to_vec());
    let mut add = |entry: &Json, id: &str| {
        let id = entry.get(id).and_then(Json::text).unwrap_or_default();
        prints.insert(id.to_ascii_lowercase(), hash(compact(entry).as_bytes()));
    };
    let entries = ["events", "videos", "europe"].map(|list| items(dataset, list));
    for entry in entries.iter().flatten() {
        add(entry, "id");
    }
    for mut country in items(dataset, "countries") {
        for resource in &items(&country, "resources") {
            add(resource, "id");
        }
        if let Json::Object(entries) = &mut country {
            entries
                .iter_mut()
                .filter(|(key, _)| key == "resources")
                .for_each(|(_, value)| *value = Json::Array(Vec::new()));
        }
        add(&country, "code");
    }
    prints
}
