//! The map.

use super::Messages;
use crate::country::Country;
use crate::date::PartialDate;

impl Messages {
    /// The map.
    pub fn map(self) -> &'static str {
        "Map of the countries"
    }

    /// What the picture of it shows.
    pub fn map_picture(self) -> &'static str {
        "Map of Europe: where each country stands with its national plan"
    }

    /// The choice of what it shows.
    pub fn measures(self) -> &'static str {
        "What the map shows"
    }

    /// Where the countries stand.
    pub fn measure_plan(self) -> &'static str {
        "State of the plan"
    }

    /// How many documents they have.
    pub fn measure_documents(self) -> &'static str {
        "Number of documents"
    }

    /// How to use it.
    pub fn map_hint(self) -> &'static str {
        "Select a country to see only that one, and others to add them. Arrow keys move to the neighbour."
    }

    /// Leads to the same results as rows.
    pub fn as_table(self) -> &'static str {
        "The same as a table."
    }

    /// Where its outlines are from.
    pub fn map_source(self) -> &'static str {
        "Outlines: Natural Earth."
    }

    /// A country on the map, with the letters that stand there: "IE Ireland: Plan in force, 3 documents".
    pub fn on_map(self, country: &Country, number: usize, today: PartialDate) -> String {
        format!(
            "{} {}: {}, {}",
            country.code,
            country.name,
            self.plan(country.plan_state(today)),
            self.documents(number)
        )
    }

    /// What the numbers on the map are.
    pub fn map_numbers(self) -> &'static str {
        "Number on the map: documents that match"
    }

    /// Numbers of documents, from the least to the most: "3–4 documents", "7 or more documents".
    pub fn step(self, least: usize, most: Option<usize>) -> String {
        match most {
            Some(0) => "No document".to_owned(),
            Some(most) => format!("{least}–{most} documents"),
            None => format!("{least} or more documents"),
        }
    }
}
