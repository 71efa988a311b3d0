//! The page of one country.

use super::Messages;
use crate::catalog::Catalog;
use crate::country::{Country, CountryCode};
use crate::date::PartialDate;

impl Messages {
    /// Moves past the header, on a country's page.
    pub fn skip_to_country(self) -> &'static str {
        "Skip to the country"
    }

    /// The way from a country to all of them.
    pub fn all_countries(self) -> &'static str {
        "All countries"
    }

    /// The ways from a country to its neighbours in the list.
    pub fn other_countries(self) -> &'static str {
        "Other countries"
    }

    /// The country before this one.
    pub fn previous_country(self) -> &'static str {
        "Previous country"
    }

    /// The country after this one.
    pub fn next_country(self) -> &'static str {
        "Next country"
    }

    /// The title of a country's page.
    pub fn country_title(self, country: &Country, today: PartialDate) -> String {
        let site = self.site();
        format!("{}: {} · {site}", country.name, self.plan(country.plan_state(today)).to_ascii_lowercase())
    }

    /// What a country's page is, for search engines and where a link to it is shared.
    pub fn country_description(self, country: &Country, videos: usize) -> String {
        let documents = self.documents(country.resources.len());
        let name = &country.name;
        match videos {
            0 => format!(
                "Where {name} stands with a national genomic plan: {documents} with issuer, year, status and source."
            ),
            number => format!(
                "Where {name} stands with a national genomic plan: {documents} with issuer, year, status and source, and {}.",
                self.videos(number)
            ),
        }
    }

    /// A country's English name.
    pub fn country(self, code: CountryCode, catalog: &Catalog) -> String {
        catalog.country(code).map_or_else(|| code.to_string(), |(_, country)| country.name.to_string())
    }
}
