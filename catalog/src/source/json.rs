//! JSON as text: how a tree is read and written outside the browser.

use crate::wire::Json;
use serde::ser::{Serialize, Serializer};

/// The tree that the text says.
pub(super) fn parse(text: &str) -> Result<Json, serde_json::Error> {
    serde_json::from_str(text)
}

/// The text of a tree on one line.
pub(super) fn compact(json: &Json) -> String {
    // Nothing in a tree can fail to be written.
    serde_json::to_string(json).unwrap_or_default()
}

/// The text of a tree as an editor would write it.
pub(super) fn pretty(json: &Json) -> String {
    serde_json::to_string_pretty(json).unwrap_or_default() + "\n"
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => match self.whole() {
                Some(whole) if whole as f64 == *number => serializer.serialize_i64(whole),
                _ => serializer.serialize_f64(*number),
            },
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(items) => serializer.collect_seq(items),
            Self::Object(entries) => serializer.collect_map(entries.iter().map(|(key, value)| (key, value))),
        }
    }
}
