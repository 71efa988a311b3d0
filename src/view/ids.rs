//! Ids of elements, by which links, descriptions and the focus find them.

use catalog::{Country, Id};

/// The page's heading, which takes the focus when what had it goes.
pub const TITLE: &str = "title";
/// The results' heading, which does so for the filters.
pub const RESULTS_TITLE: &str = "results-title";

/// The heading of a country's card.
#[must_use]
pub fn card_title(country: &Country) -> String {
    format!("card-{}", country.code.lower())
}

/// The heading of a country's page.
#[must_use]
pub fn page_title(country: &Country) -> String {
    format!("country-{}", country.code.lower())
}

/// The element of an entry: a document, a video or an event.
#[must_use]
pub fn item(id: &Id) -> String {
    format!("item-{id}")
}
