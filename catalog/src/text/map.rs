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

    /// How to use the map, and where its outlines are from: what stands before the link to the table, the link, and
    /// what follows it.
    pub fn map_hint(self) -> [String; 3] {
        [
            "Select a country to see only that one, and others to add them. Arrow keys move to the neighbour. "
                .to_owned(),
            self.as_table().to_owned(),
            [" ", self.map_source()].concat(),
        ]
    }

    /// Leads from the map to the same results as rows of a table.
    pub fn as_table(self) -> &'static str {
        "The same as a table."
    }

    /// Where its outlines are from.
    pub fn map_source(self) -> &'static str {
        "Outlines: Natural Earth."
    }

    /// A country on the map: "Ireland: Plan in force, 3 documents".
    pub fn map_tip(self, country: &Country, number: usize, today: PartialDate) -> String {
        let (plan, documents) = (self.plan(country.plan_state(today)), self.documents(number));
        [&country.name, ": ", plan, ", ", &documents].concat()
    }

    /// The name of its button, which has to begin with the letters that are seen on it, so that it can be called by
    /// voice: "IE Ireland: Plan in force, 3 documents".
    pub fn on_map(self, country: &Country, number: usize, today: PartialDate) -> String {
        [country.code.as_str(), " ", &self.map_tip(country, number, today)].concat()
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
