//! RIS: the entries that every reference manager reads.
//!
//! The tags are those of the RIS specification (Research Information Systems, 2001, with the renamed tags of 2011):
//! `TY` the type, first; `ID` our id; `TI` the title; `AU` a line for each author; `PY` the year; `DA` a whole date;
//! `PB` who issued it; `CY` where, the country; `LA` the language; `UR` the address; `Y2` the day of the visit;
//! `AB` the summary; `N1` a note; `ER` the end. `STAT` is a statute, `ELEC` a page on the web, `RPRT` a report.
//! `LEGAL` is not used because readers take it for a case before a court, and `GEN` because they take it for an article
//! in a journal.

use super::entry::{Entry, EntryKind};
use super::{Name, Row, push};
use crate::catalog::Catalog;
use crate::date::PartialDate;

/// The documents as RIS, an entry each, under their ids.
#[must_use]
pub fn ris(rows: &[Row], today: PartialDate) -> String {
    let mut ris = String::new();
    rows.iter().for_each(|row| push_entry(&mut ris, &Entry::of(row, today)));
    ris
}

/// The citation of this page for a reference manager. `address` is that of the page, with what is asked for.
#[must_use]
pub fn cite_ris(catalog: &Catalog, address: &str, today: PartialDate) -> String {
    let mut ris = String::new();
    push_entry(&mut ris, &Entry::of_page(catalog, address, today));
    ris
}

fn push_entry(ris: &mut String, entry: &Entry) {
    let kind = match entry.kind {
        EntryKind::Statute => "STAT",
        EntryKind::Page => "ELEC",
        EntryKind::Report => "RPRT",
    };
    push_line(ris, "TY", kind);
    push_line(ris, "ID", entry.id);
    push_line(ris, "TI", entry.title);
    entry.authors.iter().for_each(|author| push_author(ris, author));
    let issued = date(&entry.issued);
    push_line(ris, "PY", issued.split('/').next().unwrap_or_default());
    // A year alone is no date.
    push_line(ris, "DA", if issued.contains('/') { &issued } else { "" });
    for (tag, value) in [
        ("PB", entry.publisher),
        ("CY", entry.place),
        ("LA", entry.language),
        ("UR", entry.address),
        ("Y2", &date(&entry.accessed.to_string())),
        ("AB", entry.summary),
        ("N1", &entry.note),
    ] {
        push_line(ris, tag, value);
    }
    ris.push_str("ER  - \r\n");
}

/// An author: "Family, Given", or a name that is not divided with a comma after it, so that readers take it for one
/// body. RIS has no way to say that a comma belongs to such a name, so that readers would make a person of it: then it is
/// left out, and stands as the publisher alone.
fn push_author(ris: &mut String, name: &Name) {
    // No asterisk may stand in a name.
    let author = match name {
        Name::Whole(name) if name.contains(',') => String::new(),
        Name::Whole(name) => [&*name.replace('*', ""), ","].concat(),
        Name::Person { given, family } => [family, ", ", given].concat(),
    };
    let author = author.trim_start();
    push_line(ris, "AU", if author == "," { "" } else { author });
}

/// A line; one without a value is left out. A value is one line, whatever a reader takes for the end of a line.
fn push_line(ris: &mut String, tag: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    push(ris, &[tag, "  - "]);
    ris.extend(value.chars().map(|letter| match letter {
        '\u{2028}' | '\u{2029}' => ' ',
        letter if letter.is_control() => ' ',
        letter => letter,
    }));
    ris.push_str("\r\n");
}

/// A day as RIS writes it: `2026/11/28`.
fn date(day: &str) -> String {
    day.replace('-', "/")
}
