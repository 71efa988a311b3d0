//! An entry as reference managers keep it, whatever file it stands in.

use super::{Name, Row, push};
use crate::Messages;
use crate::catalog::Catalog;
use crate::date::PartialDate;
use crate::resource::{Kind, Resource};

/// What an entry is.
#[derive(Clone, Copy)]
pub(super) enum EntryKind {
    /// A law.
    Statute,
    /// A page on the web: a programme, a centre, a biobank, or this page.
    Page,
    /// Every other document.
    Report,
}

impl EntryKind {
    pub(super) fn of(resource: &Resource) -> Self {
        match resource.kind {
            Kind::Law => Self::Statute,
            Kind::Programme | Kind::GenomeCentre | Kind::Biobank => Self::Page,
            Kind::Strategy | Kind::ImplementationPlan | Kind::Roadmap | Kind::Report => Self::Report,
        }
    }
}

/// Who wrote a document: its authors, or else who issued it.
pub(super) fn authors_of(resource: &Resource) -> Vec<Name<'_>> {
    if resource.authors.is_empty() {
        return vec![Name::Whole(&resource.issuer)];
    }
    resource.authors.iter().map(|author| Name::of_person(author)).collect()
}

/// The year of a document; empty where it is not known.
pub(super) fn issued(resource: &Resource) -> String {
    resource.sort_year().map(|year| year.to_string()).unwrap_or_default()
}

/// An entry; what is not known is empty.
pub(super) struct Entry<'a> {
    pub(super) kind: EntryKind,
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
    /// A document.
    pub(super) fn of(row: &Row<'a>, today: PartialDate) -> Self {
        let Row { country, resource } = *row;
        Self {
            kind: EntryKind::of(resource),
            id: resource.id.as_str(),
            title: &resource.title,
            authors: authors_of(resource),
            issued: issued(resource),
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
            kind: EntryKind::Page,
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

/// What the kinds of entries have no field for: whose it is, what it is, how far, when, and how it calls itself.
pub(super) fn note(Row { country, resource }: &Row, today: PartialDate) -> String {
    let mut note = [
        Messages::English.owner(*country),
        ": ",
        Messages::English.kind(resource.kind),
        ", ",
        Messages::English.status_today(resource, today),
    ]
    .concat();
    if let Some(period) = resource.period {
        push(&mut note, &[", ", &Messages::English.period(period)]);
    }
    if let Some(original) = &resource.title_original {
        push(&mut note, &[". ", Messages::English.original_title(), ": ", original]);
    }
    note
}
