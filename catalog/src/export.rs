//! Export of what is selected: exactly the documents that fit, as files that other programs read.

mod bibtex;
mod cite;
mod countries;
mod csv;
mod json;
mod markdown;
mod picture;
mod ris;

use crate::catalog::Catalog;
use crate::country::Country;
use crate::query::Query;
use crate::resource::Resource;
use crate::selection::{DocumentRef, Selection};

pub use bibtex::bibtex;
pub use cite::{cite, cite_bibtex};
pub use countries::countries_csv;
pub use csv::csv;
pub use json::json;
pub use markdown::markdown;
pub use picture::timeline_svg;
pub use ris::{cite_ris, ris};

/// A document and its country.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The country, where it has one.
    pub country: Option<&'a Country>,
    /// The document.
    pub resource: &'a Resource,
}

/// The documents of these places.
pub fn rows<'a>(catalog: &'a Catalog, found: impl Iterator<Item = DocumentRef>) -> Vec<Row<'a>> {
    let row = |found: DocumentRef| {
        let (country, resource) = found.resolve(catalog);
        Row { country, resource }
    };
    found.map(row).collect()
}

/// A name as reference managers keep it.
enum Name<'a> {
    /// A name that is not divided: that of a body, or of a person of which it is not plain how.
    Whole(&'a str),
    /// A person, who is sorted by the family name.
    Person { given: &'a str, family: &'a str },
}

impl<'a> Name<'a> {
    /// Divides a person's name as BibTeX does: "Given Family", where the family name begins with the first word in
    /// small letters ("van der", "de la"), and is the last word where there is none; or "Family, Given".
    fn of_person(name: &'a str) -> Self {
        let is_letter = |letter: char| letter.is_alphabetic() || " -.,'’".contains(letter);
        let is_and = |word: &str| word.eq_ignore_ascii_case("and");
        let whole = Self::Whole(name);
        if !name.chars().all(is_letter) || name.contains("--") || name.split(' ').any(is_and) {
            return whole;
        }
        let (given, family) = match name.split_once(',') {
            Some((family, given)) => (given.trim(), family.trim()),
            None => {
                let begins = |(at, _): &(usize, &str)| name[at + 1..].starts_with(char::is_lowercase);
                let small = name.match_indices(' ').find(begins);
                let Some((at, _)) = small.or_else(|| name.rmatch_indices(' ').next()) else { return whole };
                (&name[..at], &name[at + 1..])
            }
        };
        let is_right = |part: &str| part.starts_with(char::is_alphabetic) && !part.contains(',');
        if is_right(given) && is_right(family) && !given.starts_with(char::is_lowercase) {
            Self::Person { given, family }
        } else {
            whole
        }
    }
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
