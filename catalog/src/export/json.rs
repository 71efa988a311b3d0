//! A dataset of what is selected, of the same shape as the whole.

use crate::catalog::Catalog;
use crate::selection::Selection;
use crate::video::Video;
use crate::wire::Json;

/// The part of a dataset that is selected: the countries that match with the documents that fit, the documents of all
/// of Europe that fit, the videos about those countries, and the events of those, in the order of the dataset. A video
/// names no country that is not there, and a country no document, so that this can be read as a dataset again: a
/// country that has adopted a plan may name none here. What else stands in each object stays, also what a newer
/// minor version has in it; what changed in the whole is left out.
///
/// `dataset` is the one that `catalog` was made from.
#[must_use]
pub fn json(dataset: &Json, catalog: &Catalog, selection: &Selection) -> String {
    let has_country =
        |code: &str| selection.matches.iter().any(|found| catalog.countries[found.country].code.as_str() == code);
    // A video that was found by its own words may be about countries that were not.
    let is_about_any = |video: &&Video| video.countries.iter().any(|code| has_country(code.as_str()));
    let videos = || catalog.videos.iter().filter(is_about_any);
    let has_document = |id: &str| selection.found().any(|found| found.resolve(catalog).1.id.as_str() == id);
    let keeps = |key: &str, item: &Json| {
        let text = |key| item.get(key).and_then(Json::text).unwrap_or_default();
        match key {
            "countries" => {
                // Countries, or the codes of those that a video is about.
                let code = item.text().unwrap_or_else(|| text("code"));
                has_country(code)
            }
            "resources" | "europe" => has_document(text("id")),
            key if NAME_DOCUMENTS.contains(&key) => item.text().is_none_or(has_document),
            "videos" => videos().any(|video| video.id.as_str() == text("id")),
            "events" => {
                videos().any(|video| video.event.is_some_and(|at| catalog.events[at].id.as_str() == text("id")))
            }
            _ => true,
        }
    };
    let mut out = String::new();
    write(dataset, "", &mut out, &keeps);
    out
}

/// The keys by which a country names its documents, each in a list or alone.
const NAME_DOCUMENTS: [&str; 5] = ["plan", "legal_basis", "newborn_genomics", "rare_disease_plan", "resource"];

/// Writes JSON without the items of lists that are not kept, by the key of the list, and without the names of documents
/// that are not. Numbers of a dataset are whole; to print others would bring 15 kB (raw) into the wasm.
fn write(json: &Json, key: &str, out: &mut String, keeps: &dyn Fn(&str, &Json) -> bool) {
    let mut separator = "";
    match json {
        Json::Null => out.push_str("null"),
        Json::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Json::Number(number) => out.push_str(&(*number as i64).to_string()),
        Json::String(text) => write_text(text, out),
        Json::Array(items) => {
            out.push('[');
            for item in items.iter().filter(|item| keeps(key, item)) {
                out.push_str(separator);
                write(item, "", out, keeps);
                separator = ",";
            }
            out.push(']');
        }
        Json::Object(entries) => {
            out.push('{');
            let is_kept = |(key, value): &&(String, Json)| match value {
                Json::String(_) if NAME_DOCUMENTS.contains(&key.as_str()) => keeps(key, value),
                _ => key != "changes",
            };
            for (key, value) in entries.iter().filter(is_kept) {
                out.push_str(separator);
                write_text(key, out);
                out.push(':');
                write(value, key, out, keeps);
                separator = ",";
            }
            out.push('}');
        }
    }
}

/// Writes a text between quotes.
pub(super) fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\0'..'\x20' => {
                let digits = b"0123456789abcdef";
                let code = letter as usize;
                out.push_str("\\u00");
                out.push(digits[code >> 4] as char);
                out.push(digits[code & 15] as char);
            }
            other => out.push(other),
        }
    }
    out.push('"');
}
