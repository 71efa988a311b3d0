//! The card of a country.

use super::date::date;
use super::number::plural;
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

/// Shows the documents of a card that do not fit the filters.
#[must_use]
pub fn show_others(number: usize) -> String {
    plural(number, "Show # other document", "Show # other documents")
}

/// Shows the rest of the documents that fit, in a card that shows only the first.
#[must_use]
pub fn show_more_documents(number: usize) -> String {
    plural(number, "Show # more document", "Show # more documents")
}

/// Hides them again.
#[must_use]
pub fn hide_others(number: usize) -> String {
    plural(number, "Hide # other document", "Hide # other documents")
}

/// What the buttons of a card act on, for a screen reader.
#[must_use]
pub fn of_country(action: &str, country: &str) -> String {
    format!("{action}: {country}")
}
