//! Which documents a short card shows.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use catalog::{Country, Kind, Match, Query, SHORTLIST};
use common::{catalog, today};

fn country(code: &str) -> (usize, &'static Country) {
    let found = catalog().countries.iter().enumerate().find(|(_, country)| country.code.as_str() == code);
    found.unwrap()
}

fn found(address: &str, at: usize) -> Match {
    let selection = catalog().select(&Query::parse(address, catalog()).0, today());
    selection.matches.into_iter().find(|found| found.country == at).unwrap()
}

#[test]
fn the_plan_comes_first_and_there_are_never_more_than_three() {
    for (at, country) in catalog().countries.iter().enumerate() {
        let shortlist = country.shortlist(&found("", at));
        assert_eq!(shortlist.len(), country.resources.len().min(SHORTLIST), "{}", country.name);
        let plans = country.plan.len().min(SHORTLIST);
        assert_eq!(shortlist[..plans], country.plan[..plans], "{}", country.name);
        let kinds: Vec<Kind> = shortlist[plans..].iter().map(|document| country.resources[*document].kind).collect();
        assert!(kinds.is_sorted(), "{}: {kinds:?}", country.name);
    }
}

#[test]
fn under_a_filter_only_what_fits_is_shown() {
    let (at, estonia) = country("EE");
    let laws = found("kind=law", at);
    assert!(!laws.fits.is_empty() && laws.fits.len() < estonia.resources.len());
    let shortlist = estonia.shortlist(&laws);
    assert!(shortlist.iter().all(|document| estonia.resources[*document].kind == Kind::Law));
}

#[test]
fn a_country_that_matches_by_itself_shows_its_first_documents() {
    let (at, ireland) = country("IE");
    let alone = Match { country: at, fits: Vec::new(), opens: Vec::new() };
    assert_eq!(ireland.shortlist(&alone), ireland.shortlist(&found("", at)));
}
