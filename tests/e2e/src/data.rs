//! What the editors' files say: every expectation comes from here.

use std::sync::OnceLock;

use catalog::{Catalog, CountryCode, Query, Video};
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

/// Every tile that the whole page has: a country's card or, for `None`, the talks; and the video.
pub fn video_tiles() -> Vec<(Option<CountryCode>, &'static Video)> {
    let in_cards =
        catalog().videos.iter().flat_map(|video| video.countries.iter().map(move |code| (Some(*code), video)));
    in_cards.chain(catalog().videos.iter().map(|video| (None, video))).collect()
}
