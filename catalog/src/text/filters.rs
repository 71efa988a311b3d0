//! The filters: what can be chosen, and what is chosen.

use super::Messages;
use super::number::plural;
use crate::catalog::Catalog;
use crate::query::{Change, Query};

impl Messages {
    /// The filters.
    pub fn filters_heading(self) -> &'static str {
        "Filters"
    }

    /// The search field.
    pub fn search(self) -> &'static str {
        "Search"
    }

    /// What can be searched.
    pub fn search_hint(self) -> &'static str {
        "Country, title, issuer…"
    }

    /// Opens what is searched.
    pub fn search_help_title(self) -> &'static str {
        "What is searched?"
    }

    /// What is searched, and what is not.
    pub fn search_help(self) -> &'static str {
        "The search looks at countries and their names in many languages, at titles, issuers and summaries of documents, and at talks. It does not look into the documents themselves."
    }

    /// The button that opens the filters where there is little room.
    pub fn filters_button(self, active: usize) -> String {
        let filters_heading = self.filters_heading();
        if active == 0 { self.filters_heading().to_owned() } else { format!("{filters_heading} ({active})") }
    }

    /// The list of countries.
    pub fn filter_country(self) -> &'static str {
        "Country"
    }

    /// Which countries are chosen, beside the name of the list.
    pub fn chosen_countries(self, query: &Query, catalog: &Catalog) -> String {
        match query.countries.iter().count() {
            0 => self.any().to_owned(),
            1..=2 => {
                let names: Vec<String> = query.countries.iter().map(|code| self.country(*code, catalog)).collect();
                names.join(", ")
            }
            number => format!("{number} chosen"),
        }
    }

    /// Finds one in the list of countries.
    pub fn find_country(self) -> &'static str {
        "Find a country"
    }

    /// None was found.
    pub fn no_such_country(self) -> &'static str {
        "Not found in this list."
    }

    /// The list of plan states.
    pub fn filter_plan(self) -> &'static str {
        "National plan"
    }

    /// The list of kinds.
    pub fn filter_kind(self) -> &'static str {
        "Kind of document"
    }

    /// The list of statuses.
    pub fn filter_status(self) -> &'static str {
        "Status of document"
    }

    /// Whether a document applies now.
    pub fn filter_now(self) -> &'static str {
        "Today"
    }

    /// Only documents that are in force.
    pub fn in_force_today(self) -> &'static str {
        "In force today"
    }

    /// What that means.
    pub fn in_force_today_meaning(self) -> &'static str {
        "Active, begun and not over; one without an end runs on."
    }

    /// The years.
    pub fn filter_years(self) -> &'static str {
        "Years"
    }

    /// What the years mean.
    pub fn filter_years_hint(self) -> &'static str {
        "Documents that apply in these years; those without a year are left out."
    }

    /// The first year.
    pub fn from(self) -> &'static str {
        "From"
    }

    /// The last year.
    pub fn to(self) -> &'static str {
        "To"
    }

    /// No bound.
    pub fn any(self) -> &'static str {
        "Any"
    }

    /// Videos.
    pub fn filter_video(self) -> &'static str {
        "Videos"
    }

    /// Only countries with a video.
    pub fn with_video(self) -> &'static str {
        "With a video"
    }

    /// Explains the words of a filter.
    pub fn meanings(self) -> &'static str {
        "What do these mean?"
    }

    /// Takes all filters out.
    pub fn clear(self) -> &'static str {
        "Clear all filters"
    }

    /// The list of active filters.
    pub fn active_filters(self) -> &'static str {
        "Active filters"
    }

    /// Closes the filters where they cover the results.
    pub fn show_results(self, number: usize) -> String {
        plural(number, "Show # country", "Show # countries")
    }

    /// The count of an option, for a screen reader.
    pub fn option_count(self, number: usize, of_documents: bool) -> String {
        if of_documents { self.documents(number) } else { self.countries(number) }
    }

    /// A filter that is set, as it stands on its chip.
    pub fn chip(self, change: &Change, query: &Query, catalog: &Catalog) -> String {
        match change {
            Change::Country(code) => self.country(*code, catalog),
            Change::Plan(status) => self.plan(*status).to_owned(),
            Change::Kind(of) => self.kind(*of).to_owned(),
            Change::Status(of) => self.status(*of).to_owned(),
            Change::Now => self.in_force_today().to_owned(),
            Change::Video => self.with_video().to_owned(),
            Change::Years(_) => query.years.map(|years| self.period(years)).unwrap_or_default(),
            Change::Text(_) => format!("“{}”", query.text()),
            Change::Sort(by) => self.sort(*by).to_owned(),
            Change::View(of) => self.view(*of).to_owned(),
        }
    }

    /// Takes a filter out, for a screen reader.
    pub fn remove_filter(self, chip: &str) -> String {
        format!("Remove filter: {chip}")
    }
}
