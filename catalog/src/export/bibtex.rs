//! Entries for reference managers.

use super::{Row, push, push_escaped};
use crate::text;
use std::cell::Cell;

/// The documents as BibTeX, an entry each, under their ids.
#[must_use]
pub fn bibtex(rows: &[Row]) -> String {
    let mut bibtex = String::new();
    for Row { country, resource } in rows {
        push(&mut bibtex, &["@misc{", resource.id.as_str()]);
        let year = resource.sort_year().map(|year| year.to_string()).unwrap_or_default();
        let mut note =
            [text::owner(*country), ": ", text::kind(resource.kind), ", ", text::status(resource.status)].concat();
        if let Some(period) = resource.period {
            push(&mut note, &[", ", &text::period(period)]);
        }
        if let Some(original) = &resource.title_original {
            push(&mut note, &[". ", text::ORIGINAL_TITLE, ": ", original]);
        }
        push_field(&mut bibtex, "title", &resource.title, true);
        push_field(&mut bibtex, "author", &resource.issuer, true);
        push_field(&mut bibtex, "year", &year, false);
        push_field(&mut bibtex, "note", &note, false);
        push_address(&mut bibtex, resource.address.as_str());
        push_field(&mut bibtex, "urldate", &resource.checked.to_string(), false);
        bibtex.push_str("\n}\n\n");
    }
    bibtex
}

/// A field; an empty one is left out. What is `whole` is in braces of its own: a title keeps its capitals, and an
/// issuer is one name, whatever "and" is in it.
pub(super) fn push_field(bibtex: &mut String, name: &str, value: &str, whole: bool) {
    if value.is_empty() {
        return;
    }
    let (open, close) = if whole { ("{{", "}}") } else { ("{", "}") };
    push(bibtex, &[",\n  ", name, " = ", open]);
    let last = Cell::new(' ');
    push_escaped(bibtex, value, &|letter| {
        let last = last.replace(letter);
        Some(match letter {
            // Two of them together would become one dash.
            '-' if last == '-' => "{-}",
            '\\' => "{\\textbackslash}",
            // BibTeX counts braces whether or not a backslash stands before them: these are no braces to it.
            '{' => "{\\textbraceleft}",
            '}' => "{\\textbraceright}",
            '%' => "\\%",
            '&' => "\\&",
            '#' => "\\#",
            '_' => "\\_",
            '$' => "\\$",
            '~' => "{\\textasciitilde}",
            '^' => "{\\textasciicircum}",
            '<' => "{\\textless}",
            '>' => "{\\textgreater}",
            '|' => "{\\textbar}",
            _ => return None,
        })
    });
    bibtex.push_str(close);
}

/// The address as it is: `\url` takes it literally, and braces in it would end the field. An empty one is left out.
pub(super) fn push_address(bibtex: &mut String, address: &str) {
    if address.is_empty() {
        return;
    }
    push(bibtex, &[",\n  url = {"]);
    push_escaped(bibtex, address, &|letter| match letter {
        '{' => Some("%7B"),
        '}' => Some("%7D"),
        '\\' => Some("%5C"),
        _ => None,
    });
    bibtex.push('}');
}
