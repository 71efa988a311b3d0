//! How to cite this page.

use super::bibtex::{push_address, push_field};
use crate::Messages;
use crate::catalog::Catalog;
use crate::date::PartialDate;

/// The citation in a sentence. `address` is that of the page, with what is asked for.
#[must_use]
pub fn cite(catalog: &Catalog, address: &str, today: PartialDate) -> String {
    Messages::English.citation(catalog.version, address, today)
}

/// The same for a reference manager.
#[must_use]
pub fn cite_bibtex(catalog: &Catalog, address: &str, today: PartialDate) -> String {
    let mut bibtex = "@misc{national-genomic-plans".to_owned();
    push_field(&mut bibtex, "title", Messages::English.site_title(), true);
    push_field(&mut bibtex, "author", Messages::English.site(), true);
    push_field(&mut bibtex, "year", &catalog.version.year().to_string(), false);
    push_field(&mut bibtex, "note", &Messages::English.data_version(catalog.version), false);
    push_address(&mut bibtex, address);
    push_field(&mut bibtex, "urldate", &today.to_string(), false);
    bibtex.push_str("\n}\n");
    bibtex
}
