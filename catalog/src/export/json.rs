//! A dataset of what is selected, of the same shape as the whole.

use crate::catalog::Catalog;
use crate::selection::Selection;
use crate::wire::Json;

/// The part of a dataset that is selected: the countries that match with the documents that fit, their videos, and the
/// events of those. What else stands in each object stays, also what a newer minor version has in it.
///
/// `dataset` is the one that `catalog` was made from.
#[must_use]
pub fn json(dataset: &Json, catalog: &Catalog, selection: &Selection) -> String {
    let Json::Object(entries) = dataset else { return String::new() };
    let text = |of: &Json, key: &str| of.get(key).and_then(Json::text).map(str::to_owned);
    let videos: Vec<&str> = selection.videos.iter().map(|at| catalog.videos[*at].id.as_str()).collect();
    let has_video = |video: &Json| text(video, "id").is_some_and(|id| videos.contains(&&*id));
    let all_videos = dataset.get("videos").map_or(&[][..], Json::items);
    let has_event = |event: &Json| {
        let id = text(event, "id");
        all_videos.iter().any(|video| has_video(video) && text(video, "event") == id)
    };
    let part = entries.iter().filter(|(key, _)| key != "changes").map(|(key, value)| {
        let value = match key.as_str() {
            "videos" => kept(value, &has_video),
            "events" => kept(value, &has_event),
            "countries" => countries(value, catalog, selection),
            _ => value.clone(),
        };
        (key.clone(), value)
    });
    let mut out = String::new();
    write_json(&Json::Object(part.collect()), &mut out);
    out
}

fn kept(list: &Json, is_kept: &dyn Fn(&Json) -> bool) -> Json {
    Json::List(list.items().iter().filter(|item| is_kept(item)).cloned().collect())
}

fn countries(list: &Json, catalog: &Catalog, selection: &Selection) -> Json {
    let code = |country: &Json| country.get("code").and_then(Json::text).unwrap_or_default().to_owned();
    let selected = selection.matches.iter().filter_map(|found| {
        let country = &catalog.countries[found.country];
        let json = list.items().iter().find(|json| code(json) == country.code.as_str())?;
        let fits = |resource: &Json| {
            let id = resource.get("id").and_then(Json::text);
            found.fits.iter().any(|at| Some(country.resources[*at].id.as_str()) == id)
        };
        let Json::Object(entries) = json else { return None };
        let entries = entries.iter().map(|(key, value)| {
            let value = if key == "resources" { kept(value, &fits) } else { value.clone() };
            (key.clone(), value)
        });
        Some(Json::Object(entries.collect()))
    });
    Json::List(selected.collect())
}

/// Writes JSON. Numbers of a dataset are whole; to print others would bring 15 kB (raw) into the wasm.
pub fn write_json(json: &Json, out: &mut String) {
    match json {
        Json::Null => out.push_str("null"),
        Json::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Json::Number(number) => out.push_str(&(*number as i64).to_string()),
        Json::Text(text) => write_text(text, out),
        Json::List(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                out.push_str(if at > 0 { "," } else { "" });
                write_json(item, out);
            }
            out.push(']');
        }
        Json::Object(entries) => {
            out.push('{');
            for (at, (key, value)) in entries.iter().enumerate() {
                out.push_str(if at > 0 { "," } else { "" });
                write_text(key, out);
                out.push(':');
                write_json(value, out);
            }
            out.push('}');
        }
    }
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            control if (control as u32) < 0x20 => {
                let digits = b"0123456789abcdef";
                let code = control as usize;
                out.push_str("\\u00");
                out.push(digits[code >> 4] as char);
                out.push(digits[code & 15] as char);
            }
            other => out.push(other),
        }
    }
    out.push('"');
}
