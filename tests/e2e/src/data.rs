//! What the editors' files say: every expectation comes from here.

use std::sync::OnceLock;

use catalog::{Asked, Card, Catalog, Country, CountryCode, PartialDate, Query, Selection, Video};
use xtask::data;

/// The catalog of the editors' files.
pub fn catalog() -> &'static Catalog {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    CATALOG.get_or_init(|| data::load().unwrap_or_else(|error| panic!("{error:#}")).catalog)
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

/// The cards of which something that fits is folded under a query.
pub fn folded_cards(address: &str) -> impl Iterator<Item = (&'static Country, Card)> {
    let selection = select(address);
    let cards = catalog().countries.iter().enumerate();
    let cards = cards.map(move |(at, country)| (country, Card::new(&selection, at, country)));
    cards.filter(|(_, card)| card.rest(Asked::default()) > 0)
}

/// Every tile that the whole page has: a country's card or, for `None`, the talks; and the video.
pub fn video_tiles() -> Vec<(Option<CountryCode>, &'static Video)> {
    let in_cards =
        catalog().videos.iter().flat_map(|video| video.countries.iter().map(move |code| (Some(*code), video)));
    in_cards.chain(catalog().videos.iter().map(|video| (None, video))).collect()
}
