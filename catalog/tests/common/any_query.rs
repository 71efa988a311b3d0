//! Queries to try a selection with, and what is shared by the tests that do.
#![allow(dead_code, reason = "each test file uses its own part of these helpers")]

use crate::common::{catalog, day, shipped};
use catalog::wire::Json;
use catalog::{Catalog, Country, Kind, PartialDate, PlanState, Query, Set, Sort, Status};
use proptest::prelude::*;
use std::sync::OnceLock;

pub(crate) fn parse(address: &str) -> Query {
    let (query, unknown) = Query::parse(address, catalog());
    assert_eq!(unknown, [], "{address}");
    query
}

pub(crate) fn with(query: &Query, change: impl FnOnce(&mut Query)) -> Query {
    let mut query = query.clone();
    change(&mut query);
    query
}

/// The texts of a country in which words are searched.
pub(crate) fn country_texts(country: &Country) -> Vec<&str> {
    let native = country.native_names.iter().map(|native| &*native.name);
    let others = country.code.other_names().iter().copied();
    [&*country.name, &*country.overview, country.code.as_str()].into_iter().chain(native).chain(others).collect()
}

/// The shipped catalog, and a hollow one.
pub(crate) fn catalogs() -> [&'static Catalog; 2] {
    [catalog(), &hollow().1]
}

/// A dataset in which some countries have no documents, and periods have open starts; and its catalog.
pub(crate) fn hollow() -> &'static (Json, Catalog) {
    static HOLLOW: OnceLock<(Json, Catalog)> = OnceLock::new();
    HOLLOW.get_or_init(|| {
        let mut dataset = serde_json::to_value(&shipped().dataset).expect("a tree is JSON");
        for (at, country) in dataset["countries"].as_array_mut().into_iter().flatten().enumerate() {
            let resources = country["resources"].as_array_mut().expect("resources are a list");
            let is_hollow = at % 3 == 0;
            if is_hollow {
                resources.clear();
            }
            for period in resources.iter_mut().filter_map(|resource| resource.get_mut("period")) {
                if period[0] != period[1] && !period[1].is_null() {
                    period[0] = serde_json::Value::Null;
                }
            }
            if is_hollow {
                // What names a document that is gone.
                let country = country.as_object_mut().expect("a country is an object");
                for key in ["plan", "legal_basis", "reference_cohort", "newborn_genomics", "rare_disease_plan"] {
                    country.remove(key);
                }
            }
        }
        read(dataset)
    })
}

/// A dataset as it is served, and its catalog.
pub(crate) fn read(dataset: serde_json::Value) -> (Json, Catalog) {
    let dataset = serde_json::from_value(dataset).expect("a tree is JSON");
    let catalog = Catalog::from_wire(&dataset).unwrap_or_else(|problems| panic!("{problems}"));
    (dataset, catalog)
}

/// Beginnings of words that stand in the dataset, often of the same country.
fn search() -> impl Strategy<Value = String> {
    static WORDS: OnceLock<Vec<Vec<String>>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let texts = |country: &Country| {
            let own = country_texts(country).join(" ");
            country.resources.iter().fold(own, |all, document| format!("{all} {} {}", document.title, document.summary))
        };
        let words = |country| texts(country).split_whitespace().map(str::to_owned).collect();
        let mut all: Vec<Vec<String>> = catalog().countries.iter().map(words).collect();
        let of_europe =
            catalog().europe.iter().flat_map(|document| [&document.title, &document.issuer, &document.summary]);
        all.push(of_europe.flat_map(|text| text.split(' ').map(str::to_owned)).collect());
        all.push(catalog().videos.iter().flat_map(|video| video.title.split(' ').map(str::to_owned)).collect());
        all
    });
    let word = (any::<prop::sample::Index>(), 1..8_usize);
    let of_one = (0..words.len(), prop::collection::vec(word, 1..4)).prop_map(|(at, picks)| {
        let pick = |(index, length): (prop::sample::Index, usize)| {
            let word = &words[at][index.index(words[at].len())];
            word.chars().take(length).collect::<String>()
        };
        picks.into_iter().map(pick).collect::<Vec<_>>().join(" ")
    });
    prop_oneof![3 => Just(String::new()), 4 => of_one, 1 => any::<String>()]
}

fn some<T: Copy + Ord + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = Set<T>> {
    prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec(prop::sample::select(all), 1..4)]
        .prop_map(|values| values.into_iter().collect())
}

/// What a visitor may ask for.
pub(crate) fn queries() -> impl Strategy<Value = Query> {
    let codes: &'static [catalog::CountryCode] =
        Box::leak(catalog().countries.iter().map(|country| country.code).collect::<Vec<_>>().into_boxed_slice());
    let years = prop_oneof![2 => Just(String::new()), 1 => "(19[5-9]|20[0-3])[0-9]", 1 => "(19[5-9]|20[0-3])[0-9]-", 1 => "-20[0-2][0-9]", 1 => "20[0-2][0-9]-20[0-2][0-9]"];
    let sets = (some(codes), some(Kind::ALL), some(Status::ALL), some(PlanState::ALL));
    let flags = (prop::bool::weighted(0.25), prop::bool::weighted(0.25));
    (sets, years, flags, search(), prop::sample::select(Sort::ALL)).prop_map(
        |((countries, kinds, statuses, plans), years, (video, now), text, sort)| {
            let query = parse(&format!("year={years}")).toggled(&catalog::Change::Text(text));
            with(&query, |query| {
                (query.countries, query.kinds, query.statuses, query.plans) = (countries, kinds, statuses, plans);
                (query.video, query.now, query.sort) = (video, now, sort);
            })
        },
    )
}

/// Days on which a visitor may ask: long ago, a leap day, the last day of many plans, today, and far ahead.
pub(crate) fn some_days() -> impl Strategy<Value = PartialDate> {
    prop::sample::select(&["1950", "2024-02-29", "2025-12-31", "2026-01-01", "2026-11-28", "2100-12-31"][..])
        .prop_map(day)
}
