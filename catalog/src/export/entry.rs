//! An entry as reference managers keep it, whatever file it stands in.

use super::bibtex::note;
use super::{Name, Row};
use crate::Messages;
use crate::catalog::Catalog;
use crate::date::PartialDate;
use crate::resource::Kind;

/// An entry; what is not known is empty.
pub(super) struct Entry<'a> {
    /// What it is: as RIS says it, and as CSL does.
    pub(super) kind: [&'static str; 2],
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    pub(super) authors: Vec<Name<'a>>,
    /// The year in which it was issued, or the day.
    pub(super) issued: String,
    pub(super) publisher: &'a str,
    /// The country of the publisher.
    pub(super) place: &'a str,
    pub(super) language: &'a str,
    pub(super) address: &'a str,
    /// The day on which it was seen there.
    pub(super) accessed: PartialDate,
    pub(super) summary: &'a str,
    pub(super) note: String,
}

impl<'a> Entry<'a> {
    /// A document. A law is a statute, a programme, a centre and a biobank are pages on the web, and everything else is
    /// a report.
    pub(super) fn of(row: &Row<'a>, today: PartialDate) -> Self {
        let Row { country, resource } = *row;
        let issuer = || vec![Name::Whole(&resource.issuer)];
        let authors: Vec<Name> = resource.authors.iter().map(|author| Name::of_person(author)).collect();
        Self {
            kind: match resource.kind {
                Kind::Law => ["STAT", "legislation"],
                Kind::Programme | Kind::GenomeCentre | Kind::Biobank => PAGE,
                Kind::Strategy | Kind::ImplementationPlan | Kind::Roadmap | Kind::Report => ["RPRT", "report"],
            },
            id: resource.id.as_str(),
            title: &resource.title,
            authors: if authors.is_empty() { issuer() } else { authors },
            issued: resource.sort_year().map(|year| year.to_string()).unwrap_or_default(),
            publisher: &resource.issuer,
            place: country.map_or("", |country| &country.name),
            language: resource.language.as_str(),
            address: resource.address.as_str(),
            accessed: resource.checked,
            summary: &resource.summary,
            note: note(row, today),
        }
    }

    /// This page. `address` is that of the page, with what is asked for.
    pub(super) fn of_page(catalog: &Catalog, address: &'a str, today: PartialDate) -> Self {
        Self {
            kind: PAGE,
            id: "national-genomic-plans",
            title: Messages::English.site_title(),
            authors: vec![Name::Whole(Messages::English.site())],
            issued: catalog.version.to_string(),
            publisher: "",
            place: "",
            language: "",
            address,
            accessed: today,
            summary: "",
            note: Messages::English.data_version(catalog.version),
        }
    }
}

/// A page on the web.
const PAGE: [&str; 2] = ["ELEC", "webpage"];
