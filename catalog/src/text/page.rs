//! The page as a whole: its name, what it is for, and what is said of it where it is linked.

use super::Messages;
use super::number::plural;
use crate::country::Country;
use crate::date::PartialDate;

impl Messages {
    /// The site's name.
    pub fn site(self) -> &'static str {
        "National Genomic Plans"
    }

    /// The page's title, in the browser's tab and for search engines.
    pub fn page_title(self, countries: usize) -> String {
        plural(countries, "National Genomic Plans: # European country", "National Genomic Plans: # European countries")
    }

    /// What the page is, for search engines and where a link to it is shared.
    pub fn description(self, countries: usize) -> String {
        plural(
            countries,
            "Which European country has a national genomic plan, what is in it, who runs it, and where to read it: \
             # country, its documents and recorded talks.",
            "Which European country has a national genomic plan, what is in it, who runs it, and where to read it: \
             # countries, their documents and recorded talks.",
        )
    }

    /// The page's heading.
    pub fn site_title(self) -> &'static str {
        "National genomic plans of Europe"
    }

    /// What the page is for.
    pub fn introduction(self) -> &'static str {
        "A national genomic plan says how a country brings genomics into its healthcare and \
research: who leads, what it pays for, and how data are kept safe. Here is where each European country stands, with \
the documents themselves and recorded talks about them."
    }

    /// What the picture of a page shows, where a link to it is shared.
    pub fn picture(self, country: Option<&Country>, today: PartialDate) -> String {
        let of_country = |country: &Country| format!("{}: {}", country.name, self.plan(country.plan_state(today)));
        country.map_or_else(|| self.site_title().to_owned(), of_country)
    }

    /// What the printed page is, at the top of its first sheet: the page's title, how old its data is, and the day. Where it
    /// is follows.
    pub fn printed(self, title: &str, version: PartialDate, today: PartialDate) -> String {
        format!("{title}. {}, printed on {}.", self.data_version(version), self.date(today))
    }

    /// The same for a page without the app, which knows no day.
    pub fn printed_as_sent(self, title: &str, version: PartialDate) -> String {
        format!("{title}. {}.", self.data_version(version))
    }

    /// The section of cards.
    pub fn countries_heading(self) -> &'static str {
        "Countries"
    }

    /// While the dataset is on its way.
    pub fn loading(self) -> &'static str {
        "Loading the countries…"
    }
}
