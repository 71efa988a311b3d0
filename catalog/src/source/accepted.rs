//! `accepted-advice.json`: advice that editors have looked at and do not follow, each with the reason; and
//! the advice that is left without it. It is for editors only and is not served.

use super::Loaded;
use super::advice::{self, Advice, AdviceKind, Entries};
use crate::date::PartialDate;
use crate::id::Id;
use crate::problem::Problems;
use crate::reader::{RecordReader, collect_fields};
use crate::wire::{Format, Json, Key, SchemaDoc, Shape, ValueKind};
use std::collections::HashMap;

/// The file's path in `data/`.
pub(super) const FILE: &str = "accepted-advice.json";

static FILE_SHAPE: Shape = Shape { name: SchemaDoc("AcceptedAdvice"), doc: SchemaDoc(""), keys: &[] };

static ACCEPTED: Shape = Shape {
    name: SchemaDoc("Accepted"),
    doc: SchemaDoc(""),
    keys: &[
        text("id", Format::Id, true),
        text("key", Format::Words, false),
        text("kind", Format::Words, true),
        text("reason", Format::Words, true),
    ],
};

const fn text(name: &'static str, format: Format, required: bool) -> Key {
    Key { name, kind: ValueKind::Text(format), required, doc: SchemaDoc("") }
}

/// An advice that is not followed.
///
/// It goes by the id of the entry and not by a place in a list, which moves when an entry is put before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Accepted {
    /// The entry: the id of a document or event, a country's code in small letters, or the day of a change.
    pub id: Id,
    /// The key in the entry, `title` or `sources`, where the advice is accepted of one key alone.
    pub key: Option<Box<str>>,
    /// What the advice is about.
    pub kind: AdviceKind,
    /// Why it is not followed.
    pub reason: Box<str>,
}

impl Accepted {
    fn read(reader: &mut RecordReader<'_>) -> Option<Self> {
        let id = reader.parse("id", Id::parse);
        let key = reader.optional_text("key");
        let kind = reader.parse("kind", AdviceKind::parse);
        let reason = reader.text("reason");
        collect_fields!(Accepted { id, key, kind, reason })
    }
}

/// All there is to look at in a dataset on a day, but for what was accepted with a reason; and what was accepted
/// without need.
#[must_use]
pub fn advice(loaded: &Loaded, today: PartialDate) -> Vec<Advice> {
    left(advice::found(&loaded.catalog, today), &loaded.accepted, &Entries::of(&loaded.catalog))
}

/// The list that the file says.
pub(super) fn read(json: &Json) -> Result<Vec<Accepted>, Problems> {
    let nothing = Json::Object(Vec::new());
    RecordReader::read_document(&nothing, &FILE_SHAPE, false, &mut |reader| {
        let mut list = Vec::new();
        if !matches!(json, Json::Array(_)) {
            reader.in_file(FILE, &mut |reader| reader.unexpected("a list", json));
        }
        for (at, item) in json.items().iter().enumerate() {
            reader.in_file(&format!("{FILE}: [{at}]"), &mut |reader| {
                reader.read_object(item, &ACCEPTED, &mut |reader| list.extend(Accepted::read(reader)));
            });
        }
        Some(list)
    })
}

/// The advice that nobody accepted; and an advice on each acceptance that covers nothing, or nothing that one before
/// it does not cover.
fn left(found: Vec<Advice>, accepted: &[Accepted], entries: &Entries) -> Vec<Advice> {
    let mut is_used = vec![false; accepted.len()];
    // The first acceptance of each kind, entry and key; of one without a key, of all keys.
    let mut first_of = HashMap::new();
    for (at, Accepted { id, key, kind, .. }) in accepted.iter().enumerate() {
        first_of.entry((*kind, id.as_str(), key.as_deref())).or_insert(at);
    }
    let is_left = |advice: &Advice| {
        let Some((id, key)) = entries.find(&advice.place) else { return true };
        let covering = [None, Some(key)].into_iter().filter_map(|key| first_of.get(&(advice.kind, id, key)));
        covering.min().map(|at| is_used[*at] = true).is_none()
    };
    let mut left: Vec<Advice> = found.into_iter().filter(is_left).collect();
    for (at, Accepted { id, key, kind, .. }) in accepted.iter().enumerate().filter(|(at, _)| !is_used[*at]) {
        let of_key = key.as_ref().map(|key| format!(".{key}")).unwrap_or_default();
        let message = format!("{} of {id}{of_key} is accepted, but nothing of the kind is found there", kind.name());
        left.push(Advice::new(format!("{FILE}: [{at}]"), AdviceKind::UnusedAcceptance, message));
    }
    left
}
