//! Export of what is selected: exactly the documents that fit, as files that other programs read.

mod bibtex;
mod briefing;
mod cite;
mod coins;
mod countries;
mod csl;
mod csv;
mod docx;
mod entry;
mod json;
mod markdown;
mod office;
mod picture;
mod ris;
mod sheet;
mod slide;
mod xlsx;
mod zip;

use crate::catalog::Catalog;
use crate::country::Country;
use crate::query::Query;
use crate::resource::Resource;
use crate::selection::{DocumentRef, Selection};

pub use crate::separator::Separator;
pub use bibtex::bibtex;
pub use briefing::Briefing;
pub use cite::{cite, cite_bibtex};
pub use coins::coins;
pub(crate) use countries::About;
pub use countries::{countries, countries_csv};
pub use csl::{cite_csl, csl};
pub use csv::{csv, documents};
pub use json::json;
pub use markdown::markdown;
pub use picture::{Drawing, MAP_SIZE, SLIDE_ROWS, map_svg, timeline_rows, timeline_svg};
pub use ris::{cite_ris, ris};
pub use sheet::Sheet;
pub use slide::{Picture, SLIDE};
pub use xlsx::xlsx;

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

/// Appends a text to XML or HTML, or a value between double quotes: nothing in it is taken for markup.
fn push_xml(out: &mut String, text: &str) {
    push_escaped(out, text, &|letter| match letter {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        // The two letters beside the control characters that XML has no way to write.
        '\u{fffe}' | '\u{ffff}' => Some("\u{fffd}"),
        _ => None,
    });
}

/// Appends XML or HTML: a template, in which `@0`, `@1` and so on are these texts. Nothing in them is markup.
fn push_filled(out: &mut String, template: &str, texts: &[&str]) {
    push_template(out, template, texts, true);
}

/// The same; texts stand as they are where the template is no markup.
fn push_template(out: &mut String, template: &str, texts: &[&str], is_markup: bool) {
    for (at, piece) in template.split('@').enumerate() {
        // What follows the sign begins with the number of a text.
        let text = piece.bytes().next().filter(|_| at > 0).and_then(|digit| texts.get(usize::from(digit - b'0')));
        match text {
            Some(text) if is_markup => push_xml(out, text),
            Some(text) => out.push_str(text),
            None => {}
        }
        out.push_str(&piece[usize::from(at > 0)..]);
    }
}

/// Appends texts.
fn push(out: &mut String, parts: &[&str]) {
    parts.iter().for_each(|part| out.push_str(part));
}
