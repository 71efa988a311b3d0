//! The filters: what can be chosen, and what is chosen.

use super::country::country;
use super::date::period;
use super::number::{countries, documents, plural};
use super::plan::plan;
use super::resource::{kind, status};
use super::results::{sort, view};
use crate::catalog::Catalog;
use crate::query::{Change, Query};

/// The filters.
pub const FILTERS: &str = "Filters";
/// The search field.
pub const SEARCH: &str = "Search";
/// What can be searched.
pub const SEARCH_HINT: &str = "Country, title, issuer…";
/// The button that opens the filters where there is little room.
#[must_use]
pub fn filters_button(active: usize) -> String {
    if active == 0 { FILTERS.to_owned() } else { format!("{FILTERS} ({active})") }
}
/// The list of countries.
pub const FILTER_COUNTRY: &str = "Country";
/// The list of plan states.
pub const FILTER_PLAN: &str = "National plan";
/// The list of kinds.
pub const FILTER_KIND: &str = "Kind of document";
/// The list of statuses.
pub const FILTER_STATUS: &str = "Status of document";
/// Whether a document applies now.
pub const FILTER_NOW: &str = "Today";
/// Only documents that are in force.
pub const IN_FORCE_TODAY: &str = "In force today";
/// What that means.
pub const IN_FORCE_TODAY_MEANING: &str = "Active, begun and not over; one without an end runs on.";
/// The years.
pub const FILTER_YEARS: &str = "Years";
/// What the years mean.
pub const FILTER_YEARS_HINT: &str = "Documents that apply in these years; those without a year are left out.";
/// The first year.
pub const FROM: &str = "From";
/// The last year.
pub const TO: &str = "To";
/// No bound.
pub const ANY: &str = "Any";
/// Videos.
pub const FILTER_VIDEO: &str = "Videos";
/// Only countries with a video.
pub const WITH_VIDEO: &str = "With a video";
/// Explains the words of a filter.
pub const MEANINGS: &str = "What do these mean?";

/// Takes all filters out.
pub const CLEAR: &str = "Clear all filters";
/// The list of active filters.
pub const ACTIVE_FILTERS: &str = "Active filters";
/// Closes the filters where they cover the results.
#[must_use]
pub fn show_results(number: usize) -> String {
    plural(number, "Show # country", "Show # countries")
}

/// The count of an option, for a screen reader.
#[must_use]
pub fn option_count(number: usize, of_documents: bool) -> String {
    if of_documents { documents(number) } else { countries(number) }
}

/// A filter that is set, as it stands on its chip.
#[must_use]
pub fn chip(change: &Change, query: &Query, catalog: &Catalog) -> String {
    match change {
        Change::Country(code) => country(*code, catalog),
        Change::Plan(status) => plan(*status).to_owned(),
        Change::Kind(of) => kind(*of).to_owned(),
        Change::Status(of) => status(*of).to_owned(),
        Change::Now => IN_FORCE_TODAY.to_owned(),
        Change::Video => WITH_VIDEO.to_owned(),
        Change::Years(_) => query.years.map(period).unwrap_or_default(),
        Change::Text(_) => format!("“{}”", query.text()),
        Change::Sort(by) => sort(*by).to_owned(),
        Change::View(of) => view(*of).to_owned(),
    }
}

/// Takes a filter out, for a screen reader.
#[must_use]
pub fn remove_filter(chip: &str) -> String {
    format!("Remove filter: {chip}")
}
