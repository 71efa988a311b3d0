//! A table of documents for spreadsheets.

use super::Row;
use super::sheet::Content::{Day, Number, Text};
use super::sheet::{Column, Sheet};
use crate::Messages;
use crate::address::WebAddress;
use crate::date::{PartialDate, Period, Year};
use crate::separator::Separator;

/// The columns.
const COLUMNS: [Column; 21] = [
    ("id", Text),
    ("country_code", Text),
    ("country", Text),
    ("kind", Text),
    ("title", Text),
    ("title_original", Text),
    ("language", Text),
    ("issuer", Text),
    ("year", Number),
    ("period_from", Number),
    ("period_to", Number),
    ("status", Text),
    ("url", Text),
    ("summary", Text),
    ("figures", Text),
    ("sources", Text),
    ("confidence", Text),
    ("checked", Day),
    ("authors", Text),
    ("in_force", Text),
    ("in_force_on", Day),
];

/// The documents as a table. Whether a document is in force is said of the day `today`, which stands beside it. New
/// columns come last.
#[must_use]
pub fn documents(rows: &[Row], today: PartialDate) -> Sheet {
    let row = |Row { country, resource }: &Row| {
        let year = |year: Option<Year>| year.map(|year| year.to_string()).unwrap_or_default();
        let period = |end: fn(Period) -> Option<Year>| year(resource.period.and_then(end));
        let figures = resource.figures.iter().map(|figure| {
            let as_of = figure.as_of.as_deref().map(|note| [", ", note].concat()).unwrap_or_default();
            [&*figure.label, ": ", &Messages::English.figure(figure), &as_of].concat()
        });
        let sources: Vec<&str> = resource.sources.iter().map(WebAddress::as_str).collect();
        let cells: [&str; COLUMNS.len()] = [
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
            &today.to_string(),
        ];
        cells.map(str::to_owned).into()
    };
    Sheet { columns: COLUMNS.into(), rows: rows.iter().map(row).collect() }
}

/// The documents as CSV: [`documents`], with commas.
#[must_use]
pub fn csv(rows: &[Row], today: PartialDate) -> String {
    documents(rows, today).csv(Separator::Comma)
}
