//! Taking along what is shown: files, and how to cite them.

use super::date::date;
use super::footer::{DATA_LICENCE, data_version};
use super::page::{SITE, TITLE};
use crate::date::PartialDate;

/// Opens what can be taken along.
pub const EXPORT: &str = "Export and cite";
/// A file for spreadsheets.
pub const EXPORT_CSV: &str = "CSV, for spreadsheets";
/// A dataset.
pub const EXPORT_JSON: &str = "JSON";
/// A file for reference managers.
pub const EXPORT_BIBTEX: &str = "BibTeX";
/// Another file for reference managers.
pub const EXPORT_RIS: &str = "RIS, for reference managers";
/// A file of countries for spreadsheets.
pub const EXPORT_COUNTRIES: &str = "All countries as CSV (day of the dataset)";
/// A picture of the map.
pub const EXPORT_MAP: &str = "Map as SVG";
/// A picture of the timeline.
pub const EXPORT_TIMELINE: &str = "Timeline as SVG";
/// A list to paste.
pub const EXPORT_MARKDOWN: &str = "Copy as a Markdown list";
/// The sentence to cite.
pub const CITE: &str = "Cite this page";
/// Copies it.
pub const COPY_CITATION: &str = "Copy the citation";
/// The same as a file for reference managers.
pub const CITE_BIBTEX: &str = "Citation as BibTeX";
/// The same as another file for reference managers.
pub const CITE_RIS: &str = "Citation as RIS";
/// It was copied.
pub const COPIED_TEXT: &str = "Copied.";
/// It was saved.
#[must_use]
pub fn saved(name: &str) -> String {
    format!("Saved as {name}.")
}
/// It could not be made, because the dataset or the map is not there.
pub const NOT_SAVED: &str = "It could not be made: a part of this page cannot be reached.";
/// The citation of this page; `address` may be empty.
#[must_use]
pub fn citation(version: PartialDate, address: &str, today: PartialDate) -> String {
    let separator = if address.is_empty() { "" } else { " " };
    format!(
        "{SITE}. {TITLE}. {}. {DATA_LICENCE}.{separator}{address} (accessed {}).",
        data_version(version),
        date(today)
    )
}
/// Where a picture is from.
#[must_use]
pub fn picture_source(version: PartialDate) -> String {
    format!("{SITE} · {} · {DATA_LICENCE}", data_version(version))
}
