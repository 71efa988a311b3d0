//! The page as a whole: its name, what it is for, and what is said of it where it is linked.

use super::number::plural;
use super::plan::plan;
use crate::country::Country;
use crate::date::PartialDate;

/// The site's name.
pub const SITE: &str = "National Genomic Plans";
/// The page's title, in the browser's tab and for search engines.
#[must_use]
pub fn page_title(countries: usize) -> String {
    plural(countries, "National Genomic Plans: # European country", "National Genomic Plans: # European countries")
}
/// What the page is, for search engines and where a link to it is shared.
#[must_use]
pub fn description(countries: usize) -> String {
    plural(
        countries,
        "Which European country has a national genomic plan, what is in it, who runs it, and where to read it: \
         # country, its documents and recorded talks.",
        "Which European country has a national genomic plan, what is in it, who runs it, and where to read it: \
         # countries, their documents and recorded talks.",
    )
}
/// The page's heading.
pub const TITLE: &str = "National genomic plans of Europe";
/// What the page is for.
pub const INTRODUCTION: &str = "A national genomic plan says how a country brings genomics into its health care and \
research: who leads, what it pays for, and how data are kept safe. Here is where each European country stands, with \
the documents themselves and recorded talks about them.";

/// What the picture of a page shows, where a link to it is shared.
#[must_use]
pub fn picture(country: Option<&Country>, today: PartialDate) -> String {
    let of_country = |country: &Country| format!("{}: {}", country.name, plan(country.plan_state(today)));
    country.map_or_else(|| TITLE.to_owned(), of_country)
}

/// The section of cards.
pub const COUNTRIES: &str = "Countries";

/// While the dataset is on its way.
pub const LOADING: &str = "Loading the countries…";
