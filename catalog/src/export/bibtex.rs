//! Entries for reference managers.

use super::entry::{EntryKind, note};
use super::{Name, Row, push, push_escaped};
use crate::date::PartialDate;
use std::cell::Cell;

/// The documents as BibTeX, an entry each, under their ids; how far each is, it is on that day.
#[must_use]
pub fn bibtex(rows: &[Row], today: PartialDate) -> String {
    let mut bibtex = String::new();
    for row in rows {
        let resource = row.resource;
        let (kind, body) = match EntryKind::of(resource) {
            EntryKind::Report => ("@techreport{", "institution"),
            EntryKind::Statute | EntryKind::Page => ("@misc{", "organization"),
        };
        push(&mut bibtex, &[kind, resource.id.as_str()]);
        let year = resource.sort_year().map(|year| year.to_string()).unwrap_or_default();
        push_field(&mut bibtex, "title", &resource.title, true);
        if resource.authors.is_empty() {
            push_field(&mut bibtex, "author", &resource.issuer, true);
        } else {
            push_authors(&mut bibtex, &resource.authors);
        }
        push_field(&mut bibtex, body, &resource.issuer, true);
        push_field(&mut bibtex, "year", &year, false);
        push_field(&mut bibtex, "language", resource.language.as_str(), false);
        push_field(&mut bibtex, "note", &note(row, today), false);
        push_address(&mut bibtex, resource.address.as_str());
        push_field(&mut bibtex, "urldate", &resource.checked.to_string(), false);
        bibtex.push_str("\n}\n\n");
    }
    bibtex
}

/// The persons, so that they are sorted by their family names. A name that is not divided is in braces of its own.
fn push_authors(bibtex: &mut String, authors: &[Box<str>]) {
    bibtex.push_str(",\n  author = {");
    for (at, author) in authors.iter().enumerate() {
        bibtex.push_str(if at > 0 { " and " } else { "" });
        match Name::of_person(author) {
            Name::Person { .. } => push_words(bibtex, author),
            Name::Whole(name) => {
                bibtex.push('{');
                push_words(bibtex, name);
                bibtex.push('}');
            }
        }
    }
    bibtex.push('}');
}

/// A field; an empty one is left out. What is `whole` is in braces of its own: a title keeps its capitals, and an
/// issuer is one name, whatever "and" is in it.
pub(super) fn push_field(bibtex: &mut String, name: &str, value: &str, whole: bool) {
    if value.is_empty() {
        return;
    }
    let (open, close) = if whole { ("{{", "}}") } else { ("{", "}") };
    push(bibtex, &[",\n  ", name, " = ", open]);
    push_words(bibtex, value);
    bibtex.push_str(close);
}

/// Words in which nothing is TeX.
fn push_words(bibtex: &mut String, words: &str) {
    let last = Cell::new(' ');
    push_escaped(bibtex, words, &|letter| {
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
