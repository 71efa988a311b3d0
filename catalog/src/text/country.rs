//! The page of one country.

use super::number::{self, documents};
use super::page::SITE;
use super::plan::plan;
use crate::catalog::Catalog;
use crate::country::{Country, CountryCode};
use crate::date::PartialDate;

/// Moves past the header, on a country's page.
pub const SKIP_TO_COUNTRY: &str = "Skip to the country";
/// The way from a country to all of them.
pub const ALL_COUNTRIES: &str = "All countries";
/// The ways from a country to its neighbours in the list.
pub const OTHER_COUNTRIES: &str = "Other countries";
/// The country before this one.
pub const PREVIOUS_COUNTRY: &str = "Previous country";
/// The country after this one.
pub const NEXT_COUNTRY: &str = "Next country";
/// The title of a country's page.
#[must_use]
pub fn country_title(country: &Country, today: PartialDate) -> String {
    format!("{}: {} · {SITE}", country.name, plan(country.plan_state(today)).to_ascii_lowercase())
}
/// What a country's page is, for search engines and where a link to it is shared.
#[must_use]
pub fn country_description(country: &Country, videos: usize) -> String {
    let documents = documents(country.resources.len());
    let name = &country.name;
    match videos {
        0 => format!(
            "Where {name} stands with a national genomic plan: {documents} with issuer, year, status and source."
        ),
        number => format!(
            "Where {name} stands with a national genomic plan: {documents} with issuer, year, status and source, and {}.",
            number::videos(number)
        ),
    }
}

/// A country's English name.
#[must_use]
pub fn country(code: CountryCode, catalog: &Catalog) -> String {
    catalog.country(code).map_or_else(|| code.to_string(), |(_, country)| country.name.to_string())
}
