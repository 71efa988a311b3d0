//! Resources: plans, programmes and other documents of a country.

use crate::address::WebAddress;
use crate::date::{PartialDate, Period, Year};
use crate::id::Id;
use crate::language::LanguageTag;
use crate::names::named_enum;

named_enum! {
    /// What a resource is.
    "kind" Kind {
        /// A national strategy or plan.
        Strategy = "strategy",
        /// A plan of how a strategy is carried out.
        ImplementationPlan = "implementation-plan",
        /// A roadmap.
        Roadmap = "roadmap",
        /// A law or decree.
        Law = "law",
        /// A programme or project.
        Programme = "programme",
        /// A national genome centre.
        GenomeCentre = "genome-centre",
        /// A biobank.
        Biobank = "biobank",
        /// A report or study.
        Report = "report",
    }
}

named_enum! {
    /// How far a resource is.
    "status" Status {
        /// In force or running.
        Active = "active",
        /// Announced or drafted, not yet in force.
        Planned = "planned",
        /// Finished.
        Completed = "completed",
        /// Given up.
        Discontinued = "discontinued",
        /// Not known.
        Unknown = "unknown",
    }
}

named_enum! {
    /// How sure a resource's facts are.
    "confidence" Confidence {
        /// The official page was seen.
        High = "high",
        /// A good secondary page was seen, and not the official one.
        Medium = "medium",
    }
}

/// A key figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What is counted.
    pub label: Box<str>,
    /// The number, in digits with an optional decimal point.
    pub value: Box<str>,
    /// Its unit.
    pub unit: Box<str>,
    /// Its date or a note on it.
    pub as_of: Option<Box<str>>,
}

impl Figure {
    /// Whether both count the same, and can be compared.
    #[must_use]
    pub fn means_as(&self, other: &Self) -> bool {
        self.label == other.label && self.unit == other.unit
    }
}

/// A plan, strategy, law, programme, centre, biobank or report.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// Its stable name.
    pub id: Id,
    /// What it is.
    pub kind: Kind,
    /// English title.
    pub title: Box<str>,
    /// Title in its own language, where it differs.
    pub title_original: Option<Box<str>>,
    /// Its own language.
    pub language: LanguageTag,
    /// Who issued or runs it.
    pub issuer: Box<str>,
    /// The persons who wrote it, where it is an article.
    pub authors: Vec<Box<str>>,
    /// Year of publication or start.
    pub year: Option<Year>,
    /// Years it covers.
    pub period: Option<Period>,
    /// How far it is.
    pub status: Status,
    /// Where it is.
    pub address: WebAddress,
    /// What it is, in a few sentences.
    pub summary: Box<str>,
    /// Key figures.
    pub figures: Vec<Figure>,
    /// Pages on which these facts were seen.
    pub sources: Vec<WebAddress>,
    /// How sure they are.
    pub confidence: Confidence,
    /// The day on which they were checked.
    pub checked: PartialDate,
}

impl Resource {
    /// The year to sort by: its own, or else the first of its period.
    #[must_use]
    pub fn sort_year(&self) -> Option<Year> {
        self.year.or_else(|| self.period.and_then(Period::from))
    }
}
