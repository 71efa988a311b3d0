//! Which documents a card shows, and which it folds.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use catalog::{Asked, Card, Catalog, Kind, Profile, Query};
use common::{catalog, today};

const NOTHING: Asked = Asked { rest: false, others: false };
const REST: Asked = Asked { rest: true, others: false };
const OTHERS: Asked = Asked { rest: false, others: true };

fn card(address: &str, catalog: &Catalog, at: usize) -> Card {
    let selection = catalog.select(&Query::parse(address, catalog).0, today());
    Card::new(&selection, at, &catalog.countries[at])
}

/// A country of the shipped dataset with many documents of more than one kind.
fn many() -> usize {
    let has_many = |at: &usize| {
        let documents = &catalog().countries[*at].resources;
        documents.len() > 4 && documents.iter().any(|document| document.kind != documents[0].kind)
    };
    (0..catalog().countries.len()).find(has_many).unwrap()
}

#[test]
fn in_a_long_list_only_the_first_documents_are_shown() {
    let (at, all) = (many(), catalog().countries[many()].resources.len());
    let card = card("", catalog(), at);
    assert_eq!(card.fits().len(), all);
    assert_eq!(card.first(), &card.fits()[..3]);
    assert_eq!((card.rest(NOTHING), card.others(NOTHING)), (all - 3, 0));
    assert_eq!((card.rest(REST), card.others(REST)), (0, 0));
    let shown = |asked| (0..all).filter(|document| card.shows(*document, asked)).count();
    assert_eq!((shown(NOTHING), shown(REST), shown(OTHERS)), (3, all, all));
    assert_eq!(card.listed(NOTHING).len(), all, "what is folded is in the page");
}

#[test]
fn in_a_short_list_all_that_fits_is_shown() {
    let country = &catalog().countries[many()];
    let card = card(&format!("country={}", country.code.lower()), catalog(), many());
    assert_eq!(card.first(), card.fits());
    assert_eq!((card.rest(NOTHING), card.others(NOTHING)), (0, 0));
}

#[test]
fn a_card_has_its_documents_by_kind() {
    let card = card("", catalog(), many());
    let kind = |at: &usize| catalog().countries[many()].resources[*at].kind;
    let place = |kind: Kind| Kind::ALL.iter().position(|known| *known == kind).unwrap();
    assert!(card.fits().is_sorted_by_key(|at| (place(kind(at)), *at)));
}

#[test]
fn what_does_not_fit_is_offered_beside_what_does() {
    let country = &catalog().countries[many()];
    let kind = country.resources[0].kind;
    let card = card(&format!("country={}&kind={}", country.code.lower(), kind.name()), catalog(), many());
    let others = country.resources.iter().filter(|document| document.kind != kind).count();
    assert_eq!((card.rest(NOTHING), card.others(NOTHING)), (0, others));
    let shown = |asked| (0..country.resources.len()).filter(|document| card.shows(*document, asked)).count();
    assert_eq!(shown(NOTHING), country.resources.len() - others);
    assert_eq!(shown(OTHERS), country.resources.len());
}

#[test]
fn a_very_long_card_has_only_what_is_shown_in_the_page() {
    let mut long = catalog::source::load(&common::shipped_files()).unwrap().catalog;
    let document = long.countries[0].resources[0].clone();
    long.countries[0].resources = vec![document; 44];
    // What it names is no longer among them.
    (long.countries[0].plan, long.countries[0].profile) = (Vec::new(), Profile::default());
    let country = long.countries[0].code.lower();
    for (address, first) in [(String::new(), 3), (format!("country={country}"), 20)] {
        let card = card(&address, &long, 0);
        assert_eq!((card.first().len(), card.listed(NOTHING).len()), (first, first));
        assert_eq!((card.rest(NOTHING), card.listed(REST).len(), card.listed(OTHERS).len()), (44 - first, 44, 44));
    }
}

#[test]
fn a_country_that_does_not_match_has_no_documents_to_show() {
    let other = &catalog().countries[many() + 1];
    let card = card(&format!("country={}", other.code.lower()), catalog(), many());
    assert_eq!((card.fits(), card.rest(NOTHING)), (&[][..], 0));
    assert_ne!(card, Card::default(), "it still has others");
}
