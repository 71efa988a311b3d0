//! The table.

use super::number::plural;
use crate::table::Column;

/// The table, for a screen reader.
pub const TABLE: &str = "Documents that fit, a row each";
/// The head of a column.
#[must_use]
pub fn column(column: Column) -> &'static str {
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
#[must_use]
pub fn show_more_rows(number: usize) -> String {
    plural(number, "Show # more row", "Show # more rows")
}

/// Leads from a document to the card it is in.
pub const TO_CARD: &str = "Card";
