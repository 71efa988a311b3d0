//! A table for spreadsheets.

use super::Row;
use crate::address::WebAddress;
use crate::date::{Period, Year};
use crate::text;

/// The columns.
const COLUMNS: [&str; 18] = [
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
];

/// The documents as CSV, RFC 4180, in UTF-8; the first line names the columns.
///
/// It begins with a byte order mark, without which Excel takes UTF-8 for something else. A field that a spreadsheet
/// would calculate, because it begins with `=`, `+`, `-`, `@` (in full width too), a tab or a line end, begins with an
/// apostrophe instead (OWASP, "CSV Injection").
#[must_use]
pub fn csv(rows: &[Row]) -> String {
    let mut csv = "\u{feff}".to_owned();
    push_line(&mut csv, &COLUMNS);
    for Row { country, resource } in rows {
        let year = |year: Option<Year>| year.map(|year| year.to_string()).unwrap_or_default();
        let period = |end: fn(Period) -> Option<Year>| year(resource.period.and_then(end));
        let figures = resource.figures.iter().map(|figure| {
            let as_of = figure.as_of.as_deref().map(|note| [", ", note].concat()).unwrap_or_default();
            [&*figure.label, ": ", &text::figure(figure), &as_of].concat()
        });
        let sources: Vec<&str> = resource.sources.iter().map(WebAddress::as_str).collect();
        push_line(
            &mut csv,
            &[
                resource.id.as_str(),
                country.as_ref().map_or("", |country| country.code.as_str()),
                text::owner(*country),
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
            ],
        );
    }
    csv
}

fn push_line(csv: &mut String, fields: &[&str; COLUMNS.len()]) {
    for (at, field) in fields.iter().enumerate() {
        if at > 0 {
            csv.push(',');
        }
        push_field(csv, field);
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
