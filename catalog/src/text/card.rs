//! The card of a country.

use super::date::date;
use super::number::{self, plural};
use crate::country::LinkCategory;
use crate::date::PartialDate;

/// The country's declaration line.
#[must_use]
pub fn declaration(signatory: bool, signed: Option<PartialDate>) -> String {
    match (signatory, signed) {
        (true, Some(signed)) => format!("Signed the 1+ Million Genomes declaration: {}", date(signed)),
        (true, None) => "Signed the 1+ Million Genomes declaration; the date is not known".to_owned(),
        (false, _) => "Not a signatory of the 1+ Million Genomes declaration".to_owned(),
    }
}

/// When the documents of a country were checked, the oldest check of them.
#[must_use]
pub fn documents_checked(day: PartialDate) -> String {
    format!("Documents checked {}", date(day))
}

/// The disclosure of the pages the overview's facts were seen on.
#[must_use]
pub fn card_sources(number: usize) -> String {
    plural(number, "# source of the overview and the declaration", "# sources of the overview and the declaration")
}

/// The documents of a country with none.
pub const NO_DOCUMENT: &str = "No document is known yet.";
/// The implementation links of a country.
pub const IMPLEMENTATION: &str = "Putting it into practice";

/// What an implementation link is about.
#[must_use]
pub fn link_category(category: LinkCategory) -> &'static str {
    match category {
        LinkCategory::EntryPage => "Entry page",
        LinkCategory::TechnicalImplementation => "Technical implementation",
        LinkCategory::Elsi => "Ethical, legal and social issues (ELSI)",
        LinkCategory::Training => "Training",
    }
}

/// The videos of a country.
pub const VIDEOS: &str = "Videos";

/// How much there is of a country: "5 documents, 2 videos".
#[must_use]
pub fn extent_of_country(documents: usize, videos: usize) -> String {
    match videos {
        0 => number::documents(documents),
        _ => format!("{}, {}", number::documents(documents), number::videos(videos)),
    }
}

/// Opens everything about a country in its card, for a screen reader, which meets it among many.
#[must_use]
pub fn show_everything(country: &str, extent: &str) -> String {
    format!("Everything about {country}: {extent}")
}

/// Closes it again.
pub const SHOW_LESS: &str = "Show less";

/// The same for a screen reader.
#[must_use]
pub fn show_less_of(country: &str) -> String {
    format!("{SHOW_LESS}: {country}")
}
