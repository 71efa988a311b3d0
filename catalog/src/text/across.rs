//! What belongs to no country but to all of Europe.

use super::Messages;
use crate::country::Country;

impl Messages {
    /// What belongs to no country.
    pub fn across_europe(self) -> &'static str {
        "Across Europe"
    }

    /// When no document of all of Europe is left by the filters.
    pub fn no_european_document(self) -> &'static str {
        "No document across Europe matches these filters."
    }

    /// What that is.
    pub fn across_europe_introduction(self) -> &'static str {
        "What the countries have agreed on and build together."
    }

    /// Whose document it is: the country's English name, or the words for all of Europe.
    pub fn owner(self, country: Option<&Country>) -> &str {
        country.map_or(self.across_europe(), |country| &country.name)
    }
}
