//! The table.

use super::Messages;
use super::number::plural;
use crate::table::Column;

impl Messages {
    /// The table, for a screen reader.
    pub fn table(self) -> &'static str {
        "Matching documents, one per row"
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
        }
    }

    /// More rows.
    pub fn show_more_rows(self, number: usize) -> String {
        plural(number, "Show # more row", "Show # more rows")
    }

    /// Leads from a document to the card it is in.
    pub fn to_card(self) -> &'static str {
        "Details"
    }
}
