//! What belongs to no country but to all of Europe.

use crate::country::Country;

/// What belongs to no country.
pub const ACROSS_EUROPE: &str = "Across Europe";
/// When no document of all of Europe is left by the filters.
pub const NO_EUROPEAN_DOCUMENT: &str = "No document across Europe fits these filters.";
/// What that is.
pub const ACROSS_EUROPE_INTRODUCTION: &str = "What the countries have agreed on and build together.";

/// Whose document it is: the country's English name, or the words for all of Europe.
#[must_use]
pub fn owner(country: Option<&Country>) -> &str {
    country.map_or(ACROSS_EUROPE, |country| &country.name)
}
