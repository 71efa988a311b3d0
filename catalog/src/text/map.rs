//! The map.

use super::number::documents;
use super::plan::plan;
use crate::country::Country;
use crate::date::PartialDate;

/// The map.
pub const MAP: &str = "Map of the countries";
/// What the picture of it shows.
pub const MAP_PICTURE: &str = "Map of Europe: where each country stands with its national plan";
/// The choice of what it shows.
pub const MEASURES: &str = "What the map shows";
/// Where the countries stand.
pub const MEASURE_PLAN: &str = "State of the plan";
/// How many documents they have.
pub const MEASURE_DOCUMENTS: &str = "Number of documents";
/// How to use it.
pub const MAP_HINT: &str = "Press a country to show only it, and others to add them. Arrow keys move to the neighbour.";
/// Leads to the same results as rows.
pub const AS_TABLE: &str = "The same as a table.";
/// Where its outlines are from.
pub const MAP_SOURCE: &str = "Outlines: Natural Earth.";
/// A country on the map, with the letters that stand there: "IE Ireland: Plan in force, 3 documents".
#[must_use]
pub fn on_map(country: &Country, number: usize, today: PartialDate) -> String {
    format!("{} {}: {}, {}", country.code, country.name, plan(country.plan_state(today)), documents(number))
}
/// Numbers of documents, from the least to the most: "3–4 documents", "7 or more documents".
#[must_use]
pub fn step(least: usize, most: Option<usize>) -> String {
    match most {
        Some(0) => "No document".to_owned(),
        Some(most) => format!("{least}–{most} documents"),
        None => format!("{least} or more documents"),
    }
}
