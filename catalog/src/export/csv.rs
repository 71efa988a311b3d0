//! A table for spreadsheets.

use super::Row;
use crate::Messages;
use crate::address::WebAddress;
use crate::date::{PartialDate, Period, Year};

/// The columns.
const COLUMNS: [&str; 21] = [
    "id",
    "country_code",
    "country",
    "kind",
    "title",
    "title_original",
    "language",
    "issuer",
    "year",
    "period_from",
    "period_to",
    "status",
    "url",
    "summary",
    "figures",
    "sources",
    "confidence",
    "checked",
    "authors",
    "in_force",
    "in_force_on",
];

/// What each table begins with; without it Excel takes UTF-8 for something else.
pub(super) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The documents as CSV (RFC 4180) in UTF-8 with a byte order mark; the first line names the columns. Whether a
/// document is in force is said of the day `today`, which stands beside it. New columns come last.
#[must_use]
pub fn csv(rows: &[Row], today: PartialDate) -> String {
    let mut csv = BYTE_ORDER_MARK.to_owned();
    push_line(&mut csv, &COLUMNS);
    let today_text = today.to_string();
    for Row { country, resource } in rows {
        let year = |year: Option<Year>| year.map(|year| year.to_string()).unwrap_or_default();
        let period = |end: fn(Period) -> Option<Year>| year(resource.period.and_then(end));
        let figures = resource.figures.iter().map(|figure| {
            let as_of = figure.as_of.as_deref().map(|note| [", ", note].concat()).unwrap_or_default();
            [&*figure.label, ": ", &Messages::English.figure(figure), &as_of].concat()
        });
        let sources: Vec<&str> = resource.sources.iter().map(WebAddress::as_str).collect();
        let fields: [&str; COLUMNS.len()] = [
            resource.id.as_str(),
            country.as_ref().map_or("", |country| country.code.as_str()),
            Messages::English.owner(*country),
            resource.kind.name(),
            &resource.title,
            resource.title_original.as_deref().unwrap_or_default(),
            resource.language.as_str(),
            &resource.issuer,
            &year(resource.year),
            &period(Period::from),
            &period(Period::to),
            resource.status.name(),
            resource.address.as_str(),
            &resource.summary,
            &figures.collect::<Vec<_>>().join("; "),
            &sources.join(" "),
            resource.confidence.name(),
            &resource.checked.to_string(),
            &resource.authors.join("; "),
            resource.in_force(today).name(),
            &today_text,
        ];
        push_line(&mut csv, &fields);
    }
    csv
}

/// A line of a table.
///
/// A field that a spreadsheet would calculate, because it begins with `=`, `+`, `-`, `@` (in full width too), a tab or
/// a line end, begins with an apostrophe instead (OWASP, "CSV Injection").
pub(super) fn push_line<T: AsRef<str>>(csv: &mut String, fields: &[T]) {
    for (at, field) in fields.iter().enumerate() {
        if at > 0 {
            csv.push(',');
        }
        push_field(csv, field.as_ref());
    }
    csv.push_str("\r\n");
}

fn push_field(csv: &mut String, field: &str) {
    let is_formula = field.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']);
    let needs_quotes = field.contains([',', '"', '\r', '\n']);
    let quote = if needs_quotes { "\"" } else { "" };
    csv.push_str(quote);
    csv.push_str(if is_formula { "'" } else { "" });
    super::push_escaped(csv, field, &|letter| (letter == '"').then_some("\"\""));
    csv.push_str(quote);
}
