//! What a query selects: tables of cases, and a plain oracle that every random query is compared with.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

#[path = "common/any_query.rs"]
mod any_query;
mod common;

use any_query::{catalogs, country_texts, parse, queries, with};
use catalog::{Catalog, Count, Country, Kind, Match, PlanStatus, Query, Resource, Set, Sort, Status, Video, fold};
use common::catalog;
use proptest::prelude::*;

/// The codes of the countries that an address selects, in order.
#[track_caller]
fn check(address: &str, expected: &str) {
    let found = catalog().select(&parse(address));
    let codes: Vec<String> =
        found.matches.iter().map(|found| catalog().countries[found.country].code.to_string()).collect();
    assert_eq!(codes.join(" "), expected, "{address}");
}

/// The ids of the documents that an address selects, country by country.
#[track_caller]
fn check_documents(address: &str, expected: &[&str]) {
    let found = catalog().select(&parse(address));
    let documents = found.matches.iter().flat_map(|found| {
        let resources = &catalog().countries[found.country].resources;
        found.fits.iter().map(|at| resources[*at].id.as_str())
    });
    assert_eq!(documents.collect::<Vec<_>>(), expected, "{address}");
    assert_eq!(found.documents, expected.len(), "{address}");
}

/// The videos that an address selects.
#[track_caller]
fn check_videos(address: &str, expected: &[&str]) {
    let found = catalog().select(&parse(address));
    let videos: Vec<&str> = found.videos.iter().map(|at| catalog().videos[*at].id.as_str()).collect();
    assert_eq!(videos, expected, "{address}");
}

#[test]
fn the_default_selects_everything() {
    let found = catalog().select(&Query::default());
    assert_eq!(found.matches.len(), 31);
    assert_eq!(found.documents, 113);
    assert_eq!(found.videos, (0..11).collect::<Vec<_>>());
    assert_eq!(found.facets.countries.iter().map(|count| count.documents).sum::<usize>(), 113);
    assert_eq!(found.facets.kinds.iter().map(|count| count.documents).sum::<usize>(), 113);
    assert_eq!(found.facets.statuses.iter().map(|count| count.documents).sum::<usize>(), 113);
    assert_eq!(found.facets.plans.map(|count| count.countries), [8, 6, 16, 1]);
    assert_eq!(found.facets.video.countries, 15);
}

#[test]
fn a_search_finds_names_without_case_and_diacritics() {
    for search in ["österreich", "Osterreich", "ÖSTERREICH", "o\u{308}sterreich", "austria"] {
        let found = catalog().select(&Query::default().toggled(&catalog::Change::Text(search.into())));
        let first = &catalog().countries[found.matches[0].country];
        assert_eq!(first.code.as_str(), "AT", "{search}");
        assert_eq!(found.matches[0].fits.len(), first.resources.len(), "{search}: the whole card");
    }
    check("q=österreich", "AT");
    check("q=Osterreich", "AT");
    check("q=eesti", "EE");
    check("q=EESTI", "EE");
    for search in ["elláda", "Ελλάδα", "ελλαδα", "ΕΛΛΆΔΑ"] {
        check(&format!("q={search}"), if search == "elláda" { "" } else { "GR" });
    }
    check("q=Геномът", "BG");
    check("q=ГЕНОМЪТ", "BG");
    check("q=éire", "IE");
    check("q=eire", "IE");
    check("q=ísland", "IS");
    check("q=island", "IS");
}

#[test]
fn every_country_is_found_by_each_of_its_names() {
    for (at, country) in catalog().countries.iter().enumerate() {
        let native = country.native_names.iter().map(|native| &native.name);
        for name in [&country.name].into_iter().chain(native) {
            let folded = fold(name);
            for search in [&**name, &folded, &name.to_uppercase()] {
                let found = catalog().select(&Query::default().toggled(&catalog::Change::Text(search.into())));
                let found = found.matches.iter().find(|found| found.country == at);
                assert_eq!(found.map(|found| found.fits.len()), Some(country.resources.len()), "{search}");
            }
        }
    }
}

#[test]
fn every_document_is_found_by_its_titles() {
    for (at, country) in catalog().countries.iter().enumerate() {
        for (place, resource) in country.resources.iter().enumerate() {
            for title in [Some(&resource.title), resource.title_original.as_ref()].into_iter().flatten() {
                let found = catalog().select(&Query::default().toggled(&catalog::Change::Text(title.to_lowercase())));
                assert!(
                    found.matches.iter().any(|found| found.country == at && found.fits.contains(&place)),
                    "{title}"
                );
            }
        }
    }
}

#[test]
fn all_words_must_stand_at_a_words_beginning() {
    // A word of the country's and one of a document's; the United Kingdom's overview names Northern Ireland.
    check("q=ireland+strategy", "IE GB");
    check_documents("q=ireland+accelerating", &["ie-national-strategy-2022"]);
    check_documents("q=accel+genet+irel", &["ie-national-strategy-2022"]);
    check("q=celerating", "");
    check("q=ireland+xyzzy", "");
    check("q=xyzzy", "");
    // No word at all is no filter.
    assert_eq!(catalog().select(&parse("q=+–+")).matches.len(), 31);
}

#[test]
fn documents_must_fit_all_filters_at_once() {
    check_documents("country=ie&kind=strategy", &["ie-national-strategy-2022"]);
    check_documents("country=ie&kind=implementation-plan&status=completed", &["ie-implementation-plan-2023"]);
    // Ireland has a strategy, and it has something completed, but no completed strategy.
    check("country=ie&kind=strategy&status=completed", "");
    check_documents(
        "country=ie&kind=strategy,implementation-plan&status=active",
        &["ie-five-year-plan-2025-2029", "ie-national-strategy-2022"],
    );
    check("plan=none-found", "SK");
    check("country=ie&plan=none-found", "");
    check("country=ie,fr&video=1", "FR");
    check("country=ie&video=1", "");
}

#[test]
fn years_overlap_and_an_unknown_year_never_fits() {
    // The five-year plan of 2024 covers 2025 to 2029; Genome of Ireland has no year.
    check_documents("country=ie&year=2027", &["ie-five-year-plan-2025-2029"]);
    check_documents("country=ie&year=2024", &["ie-five-year-plan-2025-2029"]);
    check_documents("country=ie&year=2030-", &[]);
    check_documents("country=ie&year=-2022", &["ie-national-strategy-2022"]);
    check_documents(
        "country=ie&year=1900-2100",
        &["ie-five-year-plan-2025-2029", "ie-implementation-plan-2023", "ie-national-strategy-2022"],
    );
}

#[test]
fn the_order_is_the_one_asked_for() {
    let order = |sort: Sort| -> Vec<usize> {
        let query = with(&Query::default(), |query| query.sort = sort);
        catalog().select(&query).matches.iter().map(|found| found.country).collect()
    };
    assert_eq!(order(Sort::Name), (0..31).collect::<Vec<_>>());
    let documents = order(Sort::Documents);
    let count = |at: usize| catalog().countries[at].resources.len();
    assert!(documents.is_sorted_by(|a, b| (count(*b), *a) < (count(*a), *b)), "{documents:?}");
    let newest = order(Sort::Newest);
    let year = |at: usize| catalog().countries[at].resources.iter().filter_map(Resource::sort_year).max();
    assert!(newest.is_sorted_by(|a, b| (year(*b), *a) < (year(*a), *b)), "{newest:?}");
}

#[test]
fn videos_are_those_of_the_countries_or_found_themselves() {
    check_videos("country=ee", &["b1mg-visit-2021-estonia"]);
    check_videos("country=be", &["gdi-workshop-2024-belgium", "b1mg-flash-talks-2021"]);
    check_videos("q=coviello", &["gdi-workshop-2024-italy"]);
    check_videos("q=coviello&country=fr", &[]);
    check_videos("q=coviello&kind=law", &[]);
    check_videos("q=patocs", &["b1mg-flash-talks-2021"]);
    check_videos("q=patocs&country=hu", &["b1mg-flash-talks-2021"]);
    check_videos("q=ghga+webinars", &["ghga-webinars"]);
}

// The oracle: the contract's sentences, one by one, with no index, no masks and no sharing.

fn has_words(words: &[String], texts: &[&str]) -> bool {
    let all: Vec<String> = texts.iter().map(|text| fold(text)).collect();
    words.iter().all(|word| all.iter().flat_map(|text| text.split(' ')).any(|other| other.starts_with(word.as_str())))
}

fn words_of(query: &Query) -> Vec<String> {
    fold(query.text()).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn document_fits(query: &Query, country: &Country, document: &Resource) -> bool {
    let mut texts = country_texts(country);
    texts.extend([&*document.title, &*document.issuer, &*document.summary]);
    texts.extend(document.title_original.as_deref());
    let in_years = query.years.is_none_or(|asked| {
        (1900..=2100).any(|year: u16| {
            let within = |from: Option<u16>, to: Option<u16>| {
                from.is_none_or(|from| from <= year) && to.is_none_or(|to| year <= to)
            };
            let number = catalog::Year::number;
            let covers =
                document.period.is_some_and(|period| within(period.from().map(number), period.to().map(number)));
            within(asked.from().map(number), asked.to().map(number))
                && (document.year.map(number) == Some(year) || covers)
        })
    });
    (query.kinds.is_empty() || query.kinds.contains(&document.kind))
        && (query.statuses.is_empty() || query.statuses.contains(&document.status))
        && in_years
        && has_words(&words_of(query), &texts)
}

fn country_passes(query: &Query, country: &Country) -> bool {
    (query.countries.is_empty() || query.countries.contains(&country.code))
        && (query.plans.is_empty() || query.plans.contains(&country.plan_status))
}

fn asks_for_documents(query: &Query) -> bool {
    !query.kinds.is_empty() || !query.statuses.is_empty() || query.years.is_some()
}

/// The documents that fit, or `None` where the country does not match.
fn oracle(catalog: &Catalog, query: &Query, country: &Country) -> Option<Vec<usize>> {
    let has_video = catalog.videos.iter().any(|video| video.countries.contains(&country.code));
    let fits: Vec<usize> =
        (0..country.resources.len()).filter(|at| document_fits(query, country, &country.resources[*at])).collect();
    let found_by_itself = !asks_for_documents(query) && has_words(&words_of(query), &country_texts(country));
    let matches =
        country_passes(query, country) && (!query.video || has_video) && (!fits.is_empty() || found_by_itself);
    matches.then_some(fits)
}

fn oracle_matches(catalog: &Catalog, query: &Query) -> Vec<Match> {
    let all = catalog.countries.iter().enumerate();
    let mut matches: Vec<Match> = all
        .filter_map(|(at, country)| {
            let fits = oracle(catalog, query, country)?;
            let opens =
                fits.iter().copied().filter(|at| !is_in_sight(query, country, &country.resources[*at])).collect();
            Some(Match { country: at, fits, opens })
        })
        .collect();
    let key = |found: &Match| {
        let resources = &catalog.countries[found.country].resources;
        let newest =
            found.fits.iter().filter_map(|at| resources[*at].sort_year()).map(|year| i32::from(year.number())).max();
        match query.sort {
            Sort::Name => 0,
            Sort::Documents => -i32::try_from(found.fits.len()).unwrap(),
            Sort::Newest => -newest.unwrap_or(0),
        }
    };
    matches.sort_by_key(|found| (key(found), found.country));
    matches
}

/// Whether all that is searched for can be seen without opening the document's details.
fn is_in_sight(query: &Query, country: &Country, document: &Resource) -> bool {
    let texts = [&*document.title, &*document.issuer].into_iter().chain(country_texts(country)).collect::<Vec<_>>();
    words_of(query).is_empty() || has_words(&words_of(query), &texts)
}

fn oracle_video(catalog: &Catalog, query: &Query, video: &Video) -> bool {
    let of_the_video = |country: &&Country| video.countries.contains(&country.code);
    let event = video.event.map(|at| &*catalog.events[at].title);
    let texts: Vec<&str> = [&*video.title].into_iter().chain(video.speaker.as_deref()).chain(event).collect();
    let words = words_of(query);
    let found_by_itself = !words.is_empty() && has_words(&words, &texts) && !asks_for_documents(query);
    catalog
        .countries
        .iter()
        .filter(of_the_video)
        .any(|country| oracle(catalog, query, country).is_some() || (found_by_itself && country_passes(query, country)))
}

fn oracle_count(catalog: &Catalog, query: &Query) -> Count {
    let matches = oracle_matches(catalog, query);
    Count { countries: matches.len(), documents: matches.iter().map(|found| found.fits.len()).sum() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_selection_is_what_the_contract_says(query in queries()) {
        for catalog in catalogs() {
            let found = catalog.select(&query);
            prop_assert_eq!(&found.matches, &oracle_matches(catalog, &query));
            prop_assert_eq!(found.documents, found.matches.iter().map(|found| found.fits.len()).sum::<usize>());
            let videos: Vec<usize> =
                (0..catalog.videos.len()).filter(|at| oracle_video(catalog, &query, &catalog.videos[*at])).collect();
            prop_assert_eq!(&found.videos, &videos);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// Each option's count is what the oracle counts when that option alone is chosen in its filter.
    #[test]
    fn every_option_counts_what_it_would_leave(query in queries()) {
        for catalog in catalogs() {
            let facets = catalog.select(&query).facets;
            for (country, count) in catalog.countries.iter().zip(&facets.countries) {
                let chosen = with(&query, |query| query.countries = Set::from_iter([country.code]));
                prop_assert_eq!(*count, oracle_count(catalog, &chosen), "{}", country.code);
            }
            for (kind, count) in Kind::ALL.iter().zip(facets.kinds) {
                let chosen = with(&query, |query| query.kinds = Set::from_iter([*kind]));
                prop_assert_eq!(count, oracle_count(catalog, &chosen), "{:?}", kind);
            }
            for (status, count) in Status::ALL.iter().zip(facets.statuses) {
                let chosen = with(&query, |query| query.statuses = Set::from_iter([*status]));
                prop_assert_eq!(count, oracle_count(catalog, &chosen), "{:?}", status);
            }
            for (plan, count) in PlanStatus::ALL.iter().zip(facets.plans) {
                let chosen = with(&query, |query| query.plans = Set::from_iter([*plan]));
                prop_assert_eq!(count, oracle_count(catalog, &chosen), "{:?}", plan);
            }
            let chosen = with(&query, |query| query.video = true);
            prop_assert_eq!(facets.video, oracle_count(catalog, &chosen), "video");
        }
    }
}
