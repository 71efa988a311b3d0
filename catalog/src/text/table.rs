//! The table.

use super::Messages;
use super::number::plural;
use crate::column::Column;

impl Messages {
    /// The table, for a screen reader.
    pub fn table(self) -> &'static str {
        "Matching documents, one per row"
    }

    /// The table of countries, for a screen reader.
    pub fn table_of_countries(self) -> &'static str {
        "Matching countries, one per row"
    }

    /// The choice of rows.
    pub fn rows(self) -> &'static str {
        "Rows of the table"
    }

    /// A row is a document.
    pub fn by_document(self) -> &'static str {
        "By document"
    }

    /// A row is a country.
    pub fn by_country(self) -> &'static str {
        "By country"
    }

    /// The head of a column.
    pub fn column(self, column: Column) -> &'static str {
        match column {
            Column::Country => "Country",
            Column::Title => "Document",
            Column::Kind => "Kind",
            Column::Years => "Years",
            Column::Status => "Status",
            Column::Issuer => "Issuer",
            Column::State => "State of plan",
            Column::Plan => "Plan",
            Column::LeadBody => "Lead body",
            Column::LegalBasis => "Legal basis",
            Column::Declaration => "1+MG declaration",
            Column::Documents => "Documents",
            Column::Videos => "Videos",
        }
    }

    /// More rows.
    pub fn show_more_rows(self, number: usize) -> String {
        plural(number, "Show # more row", "Show # more rows")
    }

    /// Leads from a document to the card it is in: what is seen, and what only a screen reader says after it, so that
    /// it can tell these links apart.
    pub fn to_card(self, title: &str) -> (&'static str, String) {
        ("Details", self.about_title(title))
    }
}
