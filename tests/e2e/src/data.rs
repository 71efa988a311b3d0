//! What the editors' files say: every expectation comes from here.

use std::sync::OnceLock;

use catalog::{Catalog, Country, CountryCode, Match, PartialDate, Query, Selection, Video};
use site::data;

/// The catalog of the editors' files, with the names of countries that a page has whose search is used.
pub fn catalog() -> &'static Catalog {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    CATALOG.get_or_init(|| {
        let catalog = data::load().unwrap_or_else(|error| panic!("{error:#}")).catalog;
        catalog.add_names(include_str!("../../../names/countries.txt"));
        let _changes = catalog.correct_searches(catalog::nearest_word);
        catalog
    })
}

/// The query of an address, all of which must be understood.
pub fn query(address: &str) -> Query {
    let (query, unknown) = Query::parse(address, catalog());
    assert!(unknown.is_empty(), "the test's own address {address} has unknown parts: {unknown:?}");
    query
}

/// The day of the browsers, which live in UTC as their drivers do.
pub fn today() -> PartialDate {
    PartialDate::parse_day(&data::today()).expect("the clock is right")
}

/// What an address selects today.
pub fn select(address: &str) -> Selection {
    catalog().select(&query(address), today())
}

/// The country of a code.
pub fn country(code: &str) -> &'static Country {
    let found = CountryCode::parse(code).ok().and_then(|code| catalog().country(code));
    found.unwrap_or_else(|| panic!("the dataset has no country {code}")).1
}

/// What a selection has of a country, which must be among it.
pub fn match_of(selection: &Selection, country: &Country) -> Match {
    let is_it = |found: &&Match| catalog().countries[found.country].code == country.code;
    selection.matches.iter().find(is_it).unwrap_or_else(|| panic!("{} does not match", country.name)).clone()
}

/// Every tile that the whole page has: a country's card or, for `None`, the talks; and the video.
pub fn video_tiles() -> Vec<(Option<CountryCode>, &'static Video)> {
    let in_cards =
        catalog().videos.iter().flat_map(|video| video.countries.iter().map(move |code| (Some(*code), video)));
    in_cards.chain(catalog().videos.iter().map(|video| (None, video))).collect()
}
