//! RIS: the entries that every reference manager reads.
//!
//! The tags are those of the RIS specification (Research Information Systems, 2001, with the renamed tags of 2011):
//! `TY` the type, first; `ID` our id; `TI` the title; `AU` a line for each author; `PY` the year; `DA` a whole date;
//! `PB` who issued it; `CY` where, the country; `LA` the language; `UR` the address; `Y2` the day of the visit;
//! `AB` the summary; `N1` a note; `ER` the end. A law is `STAT` (a statute), a programme, a centre and a biobank are
//! `ELEC` (a page on the web), and everything else is `RPRT` (a report). `LEGAL` is not used because readers take it
//! for a case before a court, and `GEN` because they take it for an article in a journal.

use super::bibtex::note;
use super::{Name, Row, push};
use crate::Messages;
use crate::catalog::Catalog;
use crate::date::PartialDate;
use crate::resource::Kind;

/// The documents as RIS, an entry each, under their ids.
#[must_use]
pub fn ris(rows: &[Row], today: PartialDate) -> String {
    let mut ris = String::new();
    for row in rows {
        let Row { country, resource } = row;
        let kind = match resource.kind {
            Kind::Law => "STAT",
            Kind::Programme | Kind::GenomeCentre | Kind::Biobank => "ELEC",
            Kind::Strategy | Kind::ImplementationPlan | Kind::Roadmap | Kind::Report => "RPRT",
        };
        push_line(&mut ris, "TY", kind);
        push_line(&mut ris, "ID", resource.id.as_str());
        push_line(&mut ris, "TI", &resource.title);
        for author in &resource.authors {
            push_author(&mut ris, &Name::of_person(author));
        }
        if resource.authors.is_empty() {
            push_author(&mut ris, &Name::Whole(&resource.issuer));
        }
        push_line(&mut ris, "PY", &resource.sort_year().map(|year| year.to_string()).unwrap_or_default());
        push_line(&mut ris, "PB", &resource.issuer);
        push_line(&mut ris, "CY", country.map_or("", |country| &country.name));
        push_line(&mut ris, "LA", resource.language.as_str());
        push_line(&mut ris, "UR", resource.address.as_str());
        push_line(&mut ris, "Y2", &date(resource.checked));
        push_line(&mut ris, "AB", &resource.summary);
        push_line(&mut ris, "N1", &note(row, today));
        push_end(&mut ris);
    }
    ris
}

/// The citation of this page for a reference manager. `address` is that of the page, with what is asked for.
#[must_use]
pub fn cite_ris(catalog: &Catalog, address: &str, today: PartialDate) -> String {
    let mut ris = String::new();
    push_line(&mut ris, "TY", "ELEC");
    push_line(&mut ris, "ID", "national-genomic-plans");
    push_line(&mut ris, "TI", Messages::English.site_title());
    push_author(&mut ris, &Name::Whole(Messages::English.site()));
    push_line(&mut ris, "PY", &catalog.version.year().to_string());
    push_line(&mut ris, "DA", &date(catalog.version));
    push_line(&mut ris, "UR", address);
    push_line(&mut ris, "Y2", &date(today));
    push_line(&mut ris, "N1", &Messages::English.data_version(catalog.version));
    push_end(&mut ris);
    ris
}

/// An author: "Family, Given", or a name that is not divided with a comma after it, so that readers take it for one
/// body. RIS has no way to say that a comma belongs to such a name: it stands whole as the publisher too.
fn push_author(ris: &mut String, name: &Name) {
    // No asterisk may stand in a name.
    let author = match name {
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

fn push_end(ris: &mut String) {
    ris.push_str("ER  - \r\n");
}

/// A day as RIS writes it: `2026/11/28`.
fn date(day: PartialDate) -> String {
    day.to_string().replace('-', "/")
}
