//! A sheet for spreadsheets: what is in the cells of a table, whatever file it becomes.

use crate::separator::Separator;

/// What the cells of a column hold; one that is empty holds nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Words.
    Text,
    /// A whole number or a year, in digits.
    Number,
    /// A day, or the month or year where no more is known.
    Day,
}

/// A column: its name, and what its cells hold.
pub(super) type Column = (&'static str, Content);

/// A table.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The columns.
    pub(super) columns: Vec<Column>,
    /// The rows, each with a cell for each column.
    pub(super) rows: Vec<Vec<String>>,
}

/// The cell with an apostrophe before it where a spreadsheet would calculate it, because it begins with `=`, `+`, `-`,
/// `@` (in full width too), a tab or a line end (OWASP, "CSV Injection").
fn defused(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']);
    [if is_formula { "'" } else { "" }, cell].concat()
}

impl Sheet {
    /// The table as CSV (RFC 4180) in UTF-8, each line ended by CRLF; the first line names the columns.
    #[must_use]
    pub fn csv(&self, separator: Separator) -> String {
        // Without a byte order mark Excel takes UTF-8 for something else.
        let mut csv = "\u{feff}".to_owned();
        let separator = separator.letter();
        push_line(&mut csv, separator, &mut self.columns.iter().map(|(name, _)| *name));
        for row in &self.rows {
            push_line(&mut csv, separator, &mut row.iter().map(|cell| &**cell));
        }
        csv
    }
}

fn push_line(csv: &mut String, separator: &str, cells: &mut dyn Iterator<Item = &str>) {
    for (at, cell) in cells.enumerate() {
        csv.push_str(if at > 0 { separator } else { "" });
        let quote = if cell.contains(['"', '\r', '\n']) || cell.contains(separator) { "\"" } else { "" };
        csv.push_str(quote);
        super::push_escaped(csv, &defused(cell), &|letter| (letter == '"').then_some("\"\""));
        csv.push_str(quote);
    }
    csv.push_str("\r\n");
}
