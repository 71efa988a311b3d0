//! Reads a tree of JSON by the tables of [`wire`](crate::wire), and notes every problem with its place.
//!
//! What a reader makes of a value is an `Option`: nothing where a problem was noted. One reader goes
//! through the whole tree. It goes only as deep as the tables do, so no nesting can exhaust the stack.
//!
//! This is most of what the app does with the dataset in its wasm, and so it is built to be small: what
//! is generic only calls what is not, and problems are put into words out of line. The words are in the wasm too, for
//! those who show a dataset of their own.
// Longer than most: it is one type, and a third of it says why its functions are as they are.

use crate::problem::{Problems, quoted, shown};
use crate::wire::{Json, Shape, ValueKind, value};
use std::fmt::Write as _;
use std::mem::replace;

/// What is read at the moment, and what was wrong so far.
pub(crate) struct RecordReader<'a> {
    /// `countries/ie.json: declaration`; empty for the dataset itself, which is put together from files.
    place: String,
    shape: &'static Shape,
    entries: &'a [(String, Json)],
    /// Keys that are not known are let through: they are of a newer version.
    newer: bool,
    problems: Problems,
}

/// The value, where all of its fields are there.
///
/// One match instead of a `?` for each field: with those, the compiler writes out the clean-up of all
/// fields before it for every single one.
macro_rules! collect_fields {
    ($type:ident { $($field:ident),+ } $(with { $($plain:ident),+ })?) => {
        match ($($field,)+) {
            ($(Some($field),)+) => Some($type { $($field,)+ $($($plain,)+)? }),
            _ => None,
        }
    };
}
pub(crate) use collect_fields;

impl<'a> RecordReader<'a> {
    /// What `read` makes of a whole tree, or every problem of it.
    pub(crate) fn read_document<T>(
        json: &'a Json,
        shape: &'static Shape,
        newer: bool,
        read: &mut dyn FnMut(&mut Self) -> Option<T>,
    ) -> Result<T, Problems> {
        let mut reader = Self { place: String::new(), shape, entries: &[], newer, problems: Problems::default() };
        let mut whole = None;
        reader.read_object(json, shape, &mut |reader| whole = read(reader));
        reader.problems.or(whole)
    }

    /// The value of that key, whatever it is.
    pub(crate) fn get(&self, key: &str) -> Option<&'a Json> {
        value(self.entries, key)
    }

    /// The text of that key.
    pub(crate) fn str(&self, key: &str) -> Option<&'a str> {
        self.get(key).and_then(Json::text)
    }

    /// What `read` makes of the text of that key.
    pub(crate) fn parse<T>(&mut self, key: &str, read: fn(&str) -> Result<T, String>) -> Option<T> {
        let text = self.str(key)?;
        self.ok_or_note(key, read(text))
    }

    /// The same of a key that need not be there.
    pub(crate) fn optional<T>(&mut self, key: &str, read: fn(&str) -> Result<T, String>) -> Option<Option<T>> {
        if self.is_absent(key) { Some(None) } else { self.parse(key, read).map(Some) }
    }

    /// A text that has something in it and no control characters.
    pub(crate) fn text(&mut self, key: &str) -> Option<Box<str>> {
        let text = self.str(key)?;
        self.ok_or_note(key, plain_text(key, text))
    }

    /// The same of a key that need not be there.
    pub(crate) fn optional_text(&mut self, key: &str) -> Option<Option<Box<str>>> {
        if self.is_absent(key) { Some(None) } else { self.text(key).map(Some) }
    }

    /// What `read` makes of the whole number of a key that need not be there.
    pub(crate) fn optional_number<T>(&mut self, key: &str, read: fn(i64) -> Result<T, String>) -> Option<Option<T>> {
        if self.is_absent(key) {
            return Some(None);
        }
        let number = self.get(key).and_then(Json::whole)?;
        self.ok_or_note(key, read(number)).map(Some)
    }

    /// Whether that is true or false.
    pub(crate) fn boolean(&self, key: &str) -> Option<bool> {
        match self.get(key) {
            Some(Json::Bool(value)) => Some(*value),
            _ => None,
        }
    }

    /// What `read` makes of each text of the list.
    pub(crate) fn texts<T>(&mut self, key: &str, read: &mut dyn FnMut(&str) -> Result<T, String>) -> Vec<T> {
        let mut texts = Vec::with_capacity(self.length(key));
        self.each(key, &mut |reader, item| match item.text() {
            Some(text) => match read(text) {
                Ok(text) => texts.push(text),
                Err(message) => reader.problem(message),
            },
            None => reader.unexpected("a text", item),
        });
        texts
    }

    /// What `read` makes of each object of the list: those of which it makes something.
    pub(crate) fn list<T>(&mut self, key: &str, read: &mut dyn FnMut(&mut Self) -> Option<T>) -> Vec<T> {
        let mut list = Vec::with_capacity(self.length(key));
        if let Some(ValueKind::List(shape)) = self.kind(key) {
            self.each(key, &mut |reader, item| {
                reader.read_object(item, shape, &mut |reader| list.extend(read(reader)))
            });
        }
        list
    }

    /// How many items the list has.
    fn length(&self, key: &str) -> usize {
        self.get(key).map_or(0, |list| list.items().len())
    }

    /// What `read` makes of the object of that key.
    pub(crate) fn object<T>(&mut self, key: &str, read: &mut dyn FnMut(&mut Self) -> Option<T>) -> Option<T> {
        let mut part = None;
        // A value of another kind was noted with the keys.
        if let (Some(ValueKind::Object(shape)), Some(json @ Json::Object(_))) = (self.kind(key), self.get(key)) {
            self.below(key, &mut |reader| reader.read_object(json, shape, &mut |reader| part = read(reader)));
        }
        part
    }

    /// Calls `read` for each item of the list, at its place.
    pub(crate) fn each(&mut self, key: &str, read: &mut dyn FnMut(&mut Self, &'a Json)) {
        let items = self.get(key).map_or(&[][..], Json::items);
        if items.is_empty() {
            return;
        }
        self.below(key, &mut |reader| {
            for (at, item) in items.iter().enumerate() {
                let length = reader.place.len();
                let separator = if reader.place.ends_with(".json") { ": " } else { "" };
                // Writing into a text never fails.
                let _ = write!(reader.place, "{separator}[{at}]");
                read(reader, item);
                reader.place.truncate(length);
            }
        });
    }

    /// Reads an object at the present place.
    pub(crate) fn read_object(&mut self, json: &'a Json, shape: &'static Shape, read: &mut dyn FnMut(&mut Self)) {
        let Json::Object(entries) = json else {
            self.unexpected("an object", json);
            return;
        };
        let above = (replace(&mut self.shape, shape), replace(&mut self.entries, entries));
        let known = self.check_values();
        read(self);
        // As many entries as keys that were found: none is unknown, and none stands there twice.
        if known < entries.len() {
            self.check_keys();
        }
        (self.shape, self.entries) = above;
    }

    /// Calls `read` at another place than where the tree has it: in a file of its own.
    pub(crate) fn in_file(&mut self, file: &str, read: &mut dyn FnMut(&mut Self)) {
        let place = replace(&mut self.place, file.to_owned());
        read(self);
        self.place = place;
    }

    /// The present place.
    pub(crate) fn place(&self) -> &str {
        &self.place
    }

    /// The value, or nothing and a problem at the key.
    pub(crate) fn ok_or_note<T>(&mut self, key: &str, value: Result<T, String>) -> Option<T> {
        match value {
            Ok(value) => Some(value),
            Err(message) => {
                self.wrong(key, message);
                None
            }
        }
    }

    /// Notes a problem at the key.
    pub(crate) fn wrong(&mut self, key: &str, message: String) {
        let mut message = Some(message);
        self.below(key, &mut |reader| reader.problem(message.take().unwrap_or_default()));
    }

    /// Notes a problem at the present place.
    pub(crate) fn problem(&mut self, message: String) {
        let place = if self.place.is_empty() { "dataset.json" } else { &self.place };
        self.problems.push(place, message);
    }

    /// Notes that a value is of another kind.
    pub(crate) fn unexpected(&mut self, expected: &str, found: &Json) {
        let found = match found {
            Json::Null => "null".to_owned(),
            Json::Bool(true) => "true".to_owned(),
            Json::Bool(false) => "false".to_owned(),
            // To print decimals is 15 kB of the wasm (raw).
            Json::Number(_) => {
                found.whole().map_or("a number with decimals".to_owned(), |whole| format!("the number {whole}"))
            }
            Json::String(text) => format!("the text {}", quoted(text)),
            Json::Array(_) => "a list".to_owned(),
            Json::Object(_) => "an object".to_owned(),
        };
        self.problem(format!("expected {expected}, found {found}"));
    }

    /// Calls `read` at the place of the key, as it is to be shown.
    pub(crate) fn below(&mut self, key: &str, read: &mut dyn FnMut(&mut Self)) {
        let length = self.place.len();
        match (length, key) {
            // The dataset is put together from files: each part of it is told by its own.
            (0, "events" | "videos" | "europe" | "changes") => self.place.extend([key, ".json"]),
            (0, "version") => self.place.push_str("changes.json: version"),
            (0, "countries") => self.place.push_str(key),
            (0, _) => self.place.extend(["dataset.json: ", key]),
            _ => {
                let separator = if self.place.ends_with(".json") { ": " } else { "." };
                self.place.extend([separator, key]);
            }
        }
        read(self);
        self.place.truncate(length);
    }

    fn is_absent(&self, key: &str) -> bool {
        matches!(self.get(key), None | Some(Json::Null))
    }

    fn kind(&self, key: &str) -> Option<ValueKind> {
        self.shape.keys.iter().find(|known| known.name == key).map(|known| known.kind)
    }

    /// Notes what is missing, and what is of the wrong kind; what lists hold is checked as it is read.
    /// Says how many keys are there.
    fn check_values(&mut self) -> usize {
        let mut known = 0;
        for key in self.shape.keys {
            let Some(found) = self.get(key.name) else {
                if key.required {
                    self.wrong(key.name, format!("the key {} is missing", quoted(key.name)));
                }
                continue;
            };
            known += 1;
            let (expected, fits) = match key.kind {
                ValueKind::Text(_) | ValueKind::Name(_) => ("a text", matches!(found, Json::String(_))),
                ValueKind::WholeNumber(..) => ("a whole number", found.whole().is_some()),
                ValueKind::Boolean => ("true or false", matches!(found, Json::Bool(_))),
                ValueKind::Texts(..) | ValueKind::Years | ValueKind::List(_) => {
                    ("a list", matches!(found, Json::Array(_)))
                }
                ValueKind::Object(_) | ValueKind::ById => ("an object", matches!(found, Json::Object(_))),
            };
            if !fits && (key.required || *found != Json::Null) {
                let or_null = if key.required { "" } else { "null or " };
                self.below(key.name, &mut |reader| reader.unexpected(&format!("{or_null}{expected}"), found));
            }
        }
        known
    }

    /// Notes what is not known, and what stands there twice.
    fn check_keys(&mut self) {
        let mut stands_there = vec![false; self.shape.keys.len()];
        for (key, _) in self.entries {
            let problem = match self.shape.keys.iter().position(|known| known.name == key) {
                None if self.newer => None,
                None => Some("is not known here"),
                Some(at) => replace(&mut stands_there[at], true).then_some("stands there twice"),
            };
            if let Some(problem) = problem {
                self.wrong(&shown(key), format!("the key {} {problem}", quoted(key)));
            }
        }
    }
}

/// `text`, where it has something in it and no control characters; `what` is what it is.
pub(crate) fn plain_text(what: &str, text: &str) -> Result<Box<str>, String> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        Err(format!("the {what} is empty"))
    } else if trimmed.len() < text.len() {
        Err(format!("the {what} {} begins or ends with a space", quoted(text)))
    } else if text.chars().any(char::is_control) {
        Err(format!("the {what} {} has a control character", quoted(text)))
    } else {
        Ok(text.into())
    }
}
