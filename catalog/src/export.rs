//! Taking along what is selected: exactly the documents that fit, as files that other programs read.

mod bibtex;
mod cite;
mod csv;
mod json;
mod markdown;
mod picture;

use crate::catalog::Catalog;
use crate::country::Country;
use crate::plan::Resource;
use crate::query::Query;
use crate::selection::{Found, Selection};

pub use bibtex::bibtex;
pub use cite::{cite, cite_bibtex};
pub use csv::csv;
pub use json::json;
pub use markdown::markdown;
pub use picture::timeline_svg;

/// A document and its country.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The country, where it has one.
    pub country: Option<&'a Country>,
    /// The document.
    pub resource: &'a Resource,
}

/// The documents of these places.
pub fn rows<'a>(catalog: &'a Catalog, found: impl Iterator<Item = Found>) -> Vec<Row<'a>> {
    let row = |found: Found| {
        let (country, resource) = found.of(catalog);
        Row { country, resource }
    };
    found.map(row).collect()
}

/// The name of a file of what is selected: `national-genomic-plans-2026-11-23.csv` for all of it, otherwise with the
/// number of documents.
#[must_use]
pub fn file_name(catalog: &Catalog, query: &Query, selection: &Selection, ending: &str) -> String {
    let mut name = format!("national-genomic-plans-{}", catalog.version);
    if query.is_filtered() {
        name.push_str(&format!("-{}-documents", selection.documents));
    }
    name.push('.');
    name.push_str(ending);
    name
}

/// Appends a text with each letter that `escape` names written as it says.
fn push_escaped(out: &mut String, text: &str, escape: &dyn Fn(char) -> Option<&'static str>) {
    for letter in text.chars() {
        match escape(letter) {
            Some(escaped) => out.push_str(escaped),
            None => out.push(letter),
        }
    }
}

/// Appends texts.
fn push(out: &mut String, parts: &[&str]) {
    parts.iter().for_each(|part| out.push_str(part));
}
