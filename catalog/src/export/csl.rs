//! CSL-JSON: the entries as citation processors take them (Citation Style Language 1.0.2, `csl-data.json`).

use super::entry::{Entry, EntryKind};
use super::json::write_text;
use super::{Name, Row, push};
use crate::catalog::Catalog;
use crate::date::PartialDate;

/// The documents as CSL-JSON, an entry each, under their ids.
#[must_use]
pub fn csl(rows: &[Row], today: PartialDate) -> String {
    let mut csl = String::new();
    rows.iter().for_each(|row| push_entry(&mut csl, &Entry::of(row, today)));
    in_list(&csl)
}

/// The citation of this page for a citation processor. `address` is that of the page, with what is asked for.
#[must_use]
pub fn cite_csl(catalog: &Catalog, address: &str, today: PartialDate) -> String {
    let mut csl = String::new();
    push_entry(&mut csl, &Entry::of_page(catalog, address, today));
    in_list(&csl)
}

/// The entries, each of which begins with a comma.
fn in_list(entries: &str) -> String {
    ["[", entries.strip_prefix(',').unwrap_or_default(), "\n]\n"].concat()
}

fn push_entry(csl: &mut String, entry: &Entry) {
    let kind = match entry.kind {
        EntryKind::Statute => "legislation",
        EntryKind::Page => "webpage",
        EntryKind::Report => "report",
    };
    push(csl, &[",\n{\"type\":\"", kind, "\""]);
    for (name, value) in [
        ("id", entry.id),
        ("title", entry.title),
        ("publisher", entry.publisher),
        ("publisher-place", entry.place),
        ("language", entry.language),
        ("URL", entry.address),
        ("abstract", entry.summary),
        ("note", &entry.note),
    ] {
        // A field without a value is left out.
        if !value.is_empty() {
            push_field(csl, ",", name, value);
        }
    }
    push(csl, &[",\"author\":["]);
    for (at, author) in entry.authors.iter().enumerate() {
        let open = if at > 0 { ",{" } else { "{" };
        match author {
            Name::Whole(name) => push_field(csl, open, "literal", name),
            Name::Person { given, family } => {
                push_field(csl, open, "family", family);
                push_field(csl, ",", "given", given);
            }
        }
        csl.push('}');
    }
    csl.push(']');
    push_date(csl, "issued", &entry.issued);
    push_date(csl, "accessed", &entry.accessed.to_string());
    csl.push('}');
}

fn push_field(csl: &mut String, open: &str, name: &str, value: &str) {
    push(csl, &[open, "\"", name, "\":"]);
    write_text(value, csl);
}

/// A day, or a year alone: `{"date-parts":[[2026,11,23]]}`. One that is not known is left out.
fn push_date(csl: &mut String, name: &str, day: &str) {
    if !day.is_empty() {
        // A number has no zeros before it.
        let numbers = day.replace("-0", ",").replace('-', ",");
        push(csl, &[",\"", name, "\":{\"date-parts\":[[", &numbers, "]]}"]);
    }
}
