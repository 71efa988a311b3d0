//! The page of one country.

use super::Messages;
use crate::catalog::Catalog;
use crate::country::{Country, CountryCode, PlanState, PlanStatus};
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

    /// The way from a country to the list from which the visitor has come, where they were on it.
    pub fn back_to_list(self) -> &'static str {
        "Back to the list"
    }

    /// The ways from a country to its neighbours in the list.
    pub fn other_countries(self) -> &'static str {
        "Other countries"
    }

    /// The ways from a country to those around it and those like it.
    pub fn alike(self) -> &'static str {
        "Neighbours and countries like it"
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

    /// What a country's page says, for search engines and where a link to it is shared: where the country stands, its
    /// plan, and how much there is. Search engines show about 160 characters, so a long title of a plan is cut.
    pub fn country_description(self, country: &Country, videos: usize, today: PartialDate) -> String {
        const LONGEST: usize = 160;
        let stands = match country.plan_state(today) {
            PlanState::InForce => "national genomic plan in force",
            PlanState::Ended => "national genomic plan ended",
            PlanState::InPreparation => "national genomic plan in preparation",
            PlanState::ProgrammeOnly => "national programmes, but no national genomic plan found",
            PlanState::NoneFound => "no national genomic plan or programme found",
        };
        let documents = self.documents(country.resources.len());
        let videos = if videos == 0 { String::new() } else { [", and ", &self.videos(videos)].concat() };
        let start = [&country.name, ": ", stands].concat();
        let end = [". ", &documents, " with issuer, year and source", &videos, "."].concat();
        let Some(plan) = country.plans().next().filter(|_| country.plan_status == PlanStatus::Adopted) else {
            return start + &end;
        };
        // Many titles say the year themselves.
        let year = plan.sort_year().map(|year| year.to_string()).filter(|year| !plan.title.contains(year.as_str()));
        let years = year.map(|year| [" (", &year, ")"].concat()).unwrap_or_default();
        let taken: usize = [&*start, ", “”", &years, &end].iter().map(|part| part.chars().count()).sum();
        let title = cut(&plan.title, LONGEST.saturating_sub(taken));
        [&*start, ", “", &title, "”", &years, &end].concat()
    }

    /// A country's English name.
    pub fn country(self, code: CountryCode, catalog: &Catalog) -> String {
        catalog.country(code).map_or_else(|| code.to_string(), |(_, country)| country.name.to_string())
    }
}

/// A text of at most that many characters: whole, or its first words and "…".
fn cut(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let start: String = text.chars().take(longest).collect();
    let words = start.rsplit_once(' ').map_or("", |(words, _)| words);
    [words.trim_end_matches([',', ':', ' ']), "…"].concat()
}
