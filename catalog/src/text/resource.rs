//! A document: its kind, its status, when it was checked, its details.

use super::date::date;
use super::number::{grouped, plural};
use crate::date::PartialDate;
use crate::plan::{Confidence, Figure, Kind, Resource, Status};

/// A kind of document.
#[must_use]
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Strategy => "Strategy",
        Kind::ImplementationPlan => "Implementation plan",
        Kind::Roadmap => "Roadmap",
        Kind::Law => "Law",
        Kind::Programme => "Programme",
        Kind::GenomeCentre => "Genome centre",
        Kind::Biobank => "Biobank",
        Kind::Report => "Report",
    }
}

/// A kind of document, as the heading of `count` of them.
#[must_use]
pub fn kinds(of: Kind, count: usize) -> &'static str {
    if count == 1 {
        return kind(of);
    }
    match of {
        Kind::Strategy => "Strategies",
        Kind::ImplementationPlan => "Implementation plans",
        Kind::Roadmap => "Roadmaps",
        Kind::Law => "Laws",
        Kind::Programme => "Programmes",
        Kind::GenomeCentre => "Genome centres",
        Kind::Biobank => "Biobanks",
        Kind::Report => "Reports",
    }
}

/// What a kind of document is.
#[must_use]
pub fn kind_meaning(kind: Kind) -> &'static str {
    match kind {
        Kind::Strategy => "Sets a country's goals for genomics and how to reach them.",
        Kind::ImplementationPlan => "Says who carries out a strategy, by when and with what money.",
        Kind::Roadmap => "Puts the steps towards a goal in order.",
        Kind::Law => "An act, decree or bill that governs genetic data, tests or institutions.",
        Kind::Programme => "A funded programme or project of national reach.",
        Kind::GenomeCentre => "A national institution that sequences genomes or keeps their data.",
        Kind::Biobank => "A national collection of samples and data for research.",
        Kind::Report => "A study, survey or review of where a country stands.",
    }
}

/// The status of a document.
#[must_use]
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Active => "Active",
        Status::Planned => "Planned",
        Status::Completed => "Completed",
        Status::Discontinued => "Discontinued",
        Status::Unknown => "Status unknown",
    }
}

/// What the status of a document means.
#[must_use]
pub fn status_meaning(status: Status) -> &'static str {
    match status {
        Status::Active => "In force or running.",
        Status::Planned => "Announced or drafted, not yet in force.",
        Status::Completed => "Its period is over, or its work is done.",
        Status::Discontinued => "Given up before it was done.",
        Status::Unknown => "No page was found that gives its status.",
    }
}

/// The status of a document on a day: as its page says, or that its period is over or still to come.
#[must_use]
pub fn status_today(resource: &Resource, today: PartialDate) -> &'static str {
    match resource.status_on(today) {
        of if of == resource.status => status(of),
        Status::Completed => "Period over",
        _ => "Not yet begun",
    }
}

/// What the status of a document on a day means: "Active: in force or running."
#[must_use]
pub fn status_explained(resource: &Resource, today: PartialDate) -> String {
    let meaning = match resource.status_on(today) {
        of if of == resource.status => status_meaning(of),
        Status::Completed => "Its page calls it active, but its last year is over.",
        _ => "Its page calls it active, but its first year is still to come.",
    };
    [status_today(resource, today), ": ", meaning].concat()
}

/// When the facts of a document were checked, and whether it was on a secondary page.
#[must_use]
pub fn checked(day: PartialDate, confidence: Confidence) -> String {
    match confidence {
        Confidence::High => format!("Checked {}", date(day)),
        Confidence::Medium => format!("Checked {}. {MEDIUM_CONFIDENCE}", date(day)),
    }
}

/// The disclosure of the pages a fact was seen on.
#[must_use]
pub fn sources(number: usize) -> String {
    plural(number, "# source", "# sources")
}

/// Marks facts that were seen on a secondary page.
pub const MEDIUM_CONFIDENCE: &str = "From a reliable secondary source; the official page was not seen.";
/// The same, in two words.
pub const MEDIUM_CONFIDENCE_SHORT: &str = "Secondary source";
/// The original title of a document.
pub const ORIGINAL_TITLE: &str = "Original title";
/// The key figures of a document.
pub const FIGURES: &str = "Key figures";

/// A key figure's number and unit: "50,000 genomes".
#[must_use]
pub fn figure(figure: &Figure) -> String {
    let (whole, decimals) =
        figure.value.split_once('.').map_or((&*figure.value, None), |(whole, rest)| (whole, Some(rest)));
    let mut number = if &*figure.unit == "year" { whole.to_owned() } else { grouped(whole) };
    if let Some(decimals) = decimals {
        number.push('.');
        number.push_str(decimals);
    }
    if &*figure.unit == "year" { number } else { format!("{number} {}", figure.unit) }
}

/// The date of a key figure, "as of March 2021", or a note on it.
#[must_use]
pub fn as_of(note: &str) -> String {
    PartialDate::parse(note).map_or_else(|_| note.to_owned(), |day| format!("as of {}", date(day)))
}

/// The disclosure of a document's details.
pub const DETAILS: &str = "Details";
/// The same for a screen reader, which meets it among many.
#[must_use]
pub fn details_of(title: &str) -> String {
    format!("{DETAILS}: {title}")
}
