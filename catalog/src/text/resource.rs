//! A document: its kind, its status, when it was checked, its details.

use super::Messages;
use super::number::{grouped, plural};
use crate::date::PartialDate;
use crate::resource::{Confidence, Figure, Kind, Resource, Status};

impl Messages {
    /// A kind of document.
    pub fn kind(self, kind: Kind) -> &'static str {
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
    pub fn kinds(self, of: Kind, count: usize) -> &'static str {
        if count == 1 {
            return self.kind(of);
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
    pub fn kind_meaning(self, kind: Kind) -> &'static str {
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
    pub fn status(self, status: Status) -> &'static str {
        match status {
            Status::Active => "Active",
            Status::Planned => "Planned",
            Status::Completed => "Completed",
            Status::Discontinued => "Discontinued",
            Status::Unknown => "Status unknown",
        }
    }

    /// What the status of a document means.
    pub fn status_meaning(self, status: Status) -> &'static str {
        match status {
            Status::Active => "In force or running.",
            Status::Planned => "Announced or drafted, not yet in force.",
            Status::Completed => "Its period is over, or its work is done.",
            Status::Discontinued => "Given up before it was done.",
            Status::Unknown => "No page was found that gives its status.",
        }
    }

    /// The status of a document on a day: as its page says, or that its period is over or still to come.
    pub fn status_today(self, resource: &Resource, today: PartialDate) -> &'static str {
        match resource.status_on(today) {
            of if of == resource.status => self.status(of),
            Status::Completed => "Period over",
            _ => "Not yet begun",
        }
    }

    /// What the status of a document on a day means; the status itself stands above.
    pub fn status_explained(self, resource: &Resource, today: PartialDate) -> &'static str {
        match resource.status_on(today) {
            of if of == resource.status => self.status_meaning(of),
            Status::Completed => "Its page calls it active, but its last year is over.",
            _ => "Its page calls it active, but its first year is still to come.",
        }
    }

    /// When the facts of a document were checked, and whether it was on a secondary page.
    pub fn checked(self, day: PartialDate, confidence: Confidence) -> String {
        let medium_confidence = self.medium_confidence();
        match confidence {
            Confidence::High => format!("Checked {}", self.date(day)),
            Confidence::Medium => format!("Checked {}. {medium_confidence}", self.date(day)),
        }
    }

    /// The disclosure of the pages a fact was seen on.
    pub fn sources(self, number: usize) -> String {
        plural(number, "# source", "# sources")
    }

    /// Marks facts that were seen on a secondary page.
    pub fn medium_confidence(self) -> &'static str {
        "From a reliable secondary source; the official page was not seen."
    }

    /// The same, in two words.
    pub fn medium_confidence_short(self) -> &'static str {
        "Secondary source"
    }

    /// The original title of a document.
    pub fn original_title(self) -> &'static str {
        "Original title"
    }

    /// The key figures of a document.
    pub fn figures(self) -> &'static str {
        "Key figures"
    }

    /// A key figure's number and unit: "50,000 genomes".
    pub fn figure(self, figure: &Figure) -> String {
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
    pub fn as_of(self, note: &str) -> String {
        PartialDate::parse(note).map_or_else(|_| note.to_owned(), |day| format!("as of {}", self.date(day)))
    }

    /// The disclosure of a document's details.
    pub fn details(self) -> &'static str {
        "Details"
    }

    /// The same for a screen reader, which meets it among many.
    pub fn details_of(self, title: &str) -> String {
        let details = self.details();
        format!("{details}: {title}")
    }
}
