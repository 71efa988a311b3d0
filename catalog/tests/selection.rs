//! What a query selects: tables of cases, and a plain oracle that every random query is compared with.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

#[path = "common/any_query.rs"]
mod any_query;
mod common;

use any_query::{catalogs, country_texts, parse, queries, some_days, with};
use catalog::{
    Catalog, Count, Country, Kind, Match, PartialDate, PlanState, PlanStatus, Query, Resource, Selection, Set, Sort,
    Status, Video, fold,
};
use common::{catalog, day, today};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// The codes of the countries that an address selects, in order.
#[track_caller]
fn check(address: &str, expected: &str) {
    let found = catalog().select(&parse(address), today());
    let codes: Vec<String> =
        found.matches.iter().map(|found| catalog().countries[found.country].code.to_string()).collect();
    assert_eq!(codes.join(" "), expected, "{address}");
}

#[test]
fn a_country_is_found_by_its_codes_and_by_other_names() {
    for (words, code) in [
        ("gb", "GB"),
        ("UK", "GB"),
        ("Great Britain", "GB"),
        ("IRL", "IE"),
        ("Republic of Ireland", "IE"),
        ("Czech Republic", "CZ"),
        ("Holland", "NL"),
        ("the netherlands", "NL"),
        ("Turkey", "TR"),
        ("Éire", "IE"),
        ("ﬁn\u{ad}land", "FI"),
        ("Slovak Republic", "SK"),
        ("Hellenic Republic", "GR"),
        ("Helvetia", "CH"),
        ("Roumania", "RO"),
        ("U.K.", "GB"),
    ] {
        let found = catalog().select(&Query::default().toggled(&catalog::Change::Text(words.into())), today());
        let codes = found.matches.iter().map(|found| catalog().countries[found.country].code.as_str());
        assert!(codes.collect::<Vec<_>>().contains(&code), "{words}");
    }
}

#[test]
fn the_other_names_of_countries_are_in_the_order_of_the_codes() {
    for country in &catalog().countries {
        assert!(country.code.other_names().first().is_some_and(|code| code.len() == 3), "{}", country.code);
    }
}

/// The ids of the documents that a selection holds, country by country and then those of Europe.
fn ids(found: &Selection) -> Vec<&'static str> {
    let of_countries = found.matches.iter().flat_map(|found| {
        let resources = &catalog().countries[found.country].resources;
        found.fits.iter().map(|at| resources[*at].id.as_str())
    });
    of_countries.chain(found.europe.iter().map(|at| catalog().europe[*at].id.as_str())).collect()
}

/// The ids of the documents that an address selects, country by country and then those of Europe.
#[track_caller]
fn check_documents(address: &str, expected: &[&str]) {
    let found = catalog().select(&parse(address), today());
    assert_eq!(ids(&found), expected, "{address}");
    assert_eq!(found.documents, expected.len(), "{address}");
}

/// The videos that an address selects.
#[track_caller]
fn check_videos(address: &str, expected: &[&str]) {
    let found = catalog().select(&parse(address), today());
    let videos: Vec<&str> = found.videos.iter().map(|at| catalog().videos[*at].id.as_str()).collect();
    assert_eq!(videos, expected, "{address}");
}

#[test]
fn the_default_selects_everything() {
    let found = catalog().select(&Query::default(), today());
    let (all, europe) = (catalog().resources().count(), catalog().europe.len());
    assert!(europe > 0 && all > europe);
    assert_eq!(found.matches.len(), catalog().countries.len());
    assert_eq!(found.documents, all);
    assert_eq!(found.europe, (0..europe).collect::<Vec<_>>());
    assert_eq!(found.videos, (0..catalog().videos.len()).collect::<Vec<_>>());
    let documents = |counts: &[Count]| counts.iter().map(|count| count.documents).sum::<usize>();
    assert_eq!(documents(&found.facets.kinds), all);
    assert_eq!(documents(&found.facets.statuses), all);
    // What belongs to no country is not left where one is asked for, nor where a plan state is.
    assert_eq!(documents(&found.facets.countries), all - europe);
    assert_eq!(documents(&found.facets.plans), all - europe);
    assert_eq!(found.facets.plans.map(|count| count.countries), catalog().numbers(today()).plans);
    let has_video = |country: &&Country| catalog().videos_of(country.code).next().is_some();
    assert_eq!(found.facets.video.countries, catalog().countries.iter().filter(has_video).count());
}

/// The number of documents that an address selects on a day, which are those that a plain loop finds.
#[track_caller]
fn check_loop(address: &str, on: &str, fits: &dyn Fn(Option<&Country>, &Resource) -> bool, expected: usize) {
    let found = catalog().select(&parse(address), day(on));
    let all = catalog().resources().filter(|(country, document)| fits(*country, document));
    assert_eq!(ids(&found), all.map(|(_, document)| document.id.as_str()).collect::<Vec<_>>(), "{address} on {on}");
    assert_eq!(found.documents, expected, "{address} on {on}");
}

fn is_active(document: &Resource) -> bool {
    document.status == Status::Active
}

fn ends_before(document: &Resource, year: u16) -> bool {
    document.period.and_then(catalog::Period::to).is_some_and(|last| last.number() < year)
}

fn begins_after(document: &Resource, year: u16) -> bool {
    let first = document.period.and_then(catalog::Period::from).or(document.year);
    first.is_some_and(|first| first.number() > year)
}

fn has_year(document: &Resource) -> bool {
    document.year.is_some() || document.period.is_some()
}

/// "Which strategies of countries with an adopted plan run in 2026?" found three countries of eight, since the year of
/// publication was taken for the whole life.
#[test]
fn adopted_strategies_of_this_year_are_those_that_run() {
    let fits = |country: Option<&Country>, document: &Resource| {
        country.is_some_and(|country| country.plan_status == PlanStatus::Adopted)
            && document.kind == Kind::Strategy
            && has_year(document)
            && !ends_before(document, 2026)
            && is_active(document)
    };
    check_loop("plan=adopted&kind=strategy&year=2026", "2026-11-28", &fits, 11);
    // France has a strategy that runs, for rare diseases; its genomic plan has ended.
    check("plan=adopted&kind=strategy&year=2026", "DK FI FR DE IE IT NO GB");
    check("plan=in-force&kind=strategy&year=2026", "DK FI DE IE IT NO GB");
}

/// Of the active documents those of an earlier year vanished when a visitor asked for this one.
#[test]
fn every_active_document_with_a_year_lives_this_year() {
    let fits = |_: Option<&Country>, document: &Resource| is_active(document) && has_year(document);
    check_loop("status=active&year=2026", "2026-11-28", &fits, 66);
    check_loop("status=active", "2026-11-28", &|_, document| is_active(document), 69);
}

#[test]
fn in_force_today_is_what_is_active_and_not_over() {
    let fits = |year: u16| {
        move |_: Option<&Country>, document: &Resource| {
            is_active(document) && !ends_before(document, year) && !begins_after(document, year)
        }
    };
    check_loop("now=1", "2026-11-28", &fits(2026), 69);
    check_loop("now=1", "2025-12-31", &fits(2025), 66);
    check_loop("now=1", "2027-12-31", &fits(2027), 69);
    check_loop("now=1", "2028-01-01", &fits(2028), 66);
    check_loop("now=1&status=completed", "2026-11-28", &|_, _| false, 0);
    let found = catalog().select(&Query::default(), today());
    assert_eq!(found.facets.now.documents, catalog().select(&parse("now=1"), today()).documents);
}

#[test]
fn plans_are_asked_for_by_the_day() {
    let check = |address: &str, on: &str, expected: &str| {
        let found = catalog().select(&parse(address), day(on));
        let codes = found.matches.iter().map(|found| catalog().countries[found.country].code.as_str());
        assert_eq!(codes.collect::<Vec<_>>().join(" "), expected, "{address} on {on}");
        assert!(found.europe.is_empty(), "{address} on {on}");
    };
    check("plan=adopted", "2026-11-28", "DK FI FR DE IE IT NO GB");
    check("plan=in-force", "2026-11-28", "DK FI DE IE IT NO GB");
    check("plan=ended", "2026-11-28", "FR");
    check("plan=in-force", "2027-12-31", "DK FI DE IE IT NO GB");
    check("plan=in-force", "2028-01-01", "FI DE IE IT NO GB");
    check("plan=ended", "2028-01-01", "DK FR");
    check("plan=adopted", "2028-01-01", "DK FI FR DE IE IT NO GB");
}

#[test]
fn documents_of_europe_fit_by_themselves_where_nothing_is_asked_of_a_country() {
    let all: Vec<&str> = catalog().europe.iter().map(|document| document.id.as_str()).collect();
    let of_europe = |address: &str| -> Vec<&str> {
        let found = catalog().select(&parse(address), today());
        found.europe.iter().map(|at| catalog().europe[*at].id.as_str()).collect()
    };
    assert_eq!(of_europe(""), all);
    assert_eq!(of_europe("sort=newest&view=table&lang=en"), all);
    for address in ["country=ie", "plan=in-force", "plan=adopted", "video=1", "country=ie&kind=roadmap"] {
        assert_eq!(of_europe(address), [""; 0], "{address}");
    }
    assert_eq!(of_europe("kind=roadmap"), ["eu-1mg-roadmap-2023-2027"]);
    assert_eq!(of_europe("kind=roadmap&now=1&status=active&year=2027"), ["eu-1mg-roadmap-2023-2027"]);
    assert_eq!(of_europe("kind=roadmap&year=2028"), [""; 0]);
    // All words stand in the document itself.
    assert_eq!(of_europe("q=roadmap+barcelona"), ["eu-1mg-roadmap-2023-2027"]);
    assert_eq!(of_europe("q=roadmap+ireland"), [""; 0]);
    // No country stands for them.
    let found = catalog().select(&parse("kind=roadmap&q=barcelona"), today());
    assert_eq!((found.matches.len(), found.documents), (0, 1));
    let roadmaps = found.facets.kinds[Kind::Roadmap as usize];
    assert_eq!(roadmaps, Count { countries: 0, documents: 1 });
}

#[test]
fn a_search_finds_names_without_case_and_diacritics() {
    for search in ["österreich", "Osterreich", "ÖSTERREICH", "o\u{308}sterreich", "austria"] {
        let found = catalog().select(&Query::default().toggled(&catalog::Change::Text(search.into())), today());
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
                let found = catalog().select(&Query::default().toggled(&catalog::Change::Text(search.into())), today());
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
                let query = Query::default().toggled(&catalog::Change::Text(title.to_lowercase()));
                let found = catalog().select(&query, today());
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
    check_documents("q=ireland+accelerating", &["ie-national-strategy-2022", "gb-nhs-strategy-2022"]);
    check_documents("q=accel+genet+irel", &["ie-national-strategy-2022"]);
    check("q=celerating", "");
    check("q=ireland+xyzzy", "");
    check("q=xyzzy", "");
    // No word at all is no filter.
    assert_eq!(catalog().select(&parse("q=+–+"), today()), catalog().select(&Query::default(), today()));
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
    let (plan, first, strategy) =
        ("ie-five-year-plan-2025-2029", "ie-implementation-plan-2023", "ie-national-strategy-2022");
    // The five-year plan came out in 2024 and covers 2025 to 2029; the strategy of 2022 runs on.
    check_documents("country=ie&kind=strategy,implementation-plan&year=2027", &[plan]);
    check_documents("country=ie&kind=strategy,implementation-plan&year=2026", &[plan, strategy]);
    check_documents("country=ie&kind=strategy,implementation-plan&year=2024", &[strategy]);
    check_documents("country=ie&kind=strategy,implementation-plan&year=2023", &[first, strategy]);
    check_documents("country=ie&year=2030-", &[]);
    check_documents("country=ie&year=-2022", &[strategy]);
    // Of the maturity model no year is known.
    check_documents("kind=report&q=maturity+model+b1mg", &["eu-b1mg-maturity-model"]);
    check_documents("kind=report&q=maturity+model+b1mg&year=1900-2100", &[]);
}

#[test]
fn the_order_is_the_one_asked_for() {
    let order = |sort: Sort| -> Vec<usize> {
        let query = with(&Query::default(), |query| query.sort = sort);
        catalog().select(&query, today()).matches.iter().map(|found| found.country).collect()
    };
    assert_eq!(order(Sort::Name), (0..catalog().countries.len()).collect::<Vec<_>>());
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

/// "A year filter overlaps a resource's life: from its period's or year's start to its end; an active one without an end
/// runs to today; an unknown year never matches." Said of one year; with no end known, only the start is.
fn is_alive(document: &Resource, year: u16, today: PartialDate) -> bool {
    let number = catalog::Year::number;
    let (first, last) = document.period.map_or((None, None), |period| (period.from(), period.to()));
    let (first, last, published) = (first.map(number), last.map(number), document.year.map(number));
    let this_year = today.year().number();
    match (first.or(published), last) {
        (None, None) => false,
        (Some(start), None) if document.status == Status::Active => {
            year == start || (start..=this_year).contains(&year)
        }
        (Some(start), None) => year == start,
        (Some(start), Some(end)) if start <= end => (start..=end).contains(&year),
        // Its start is not known: it lives in its last year, and if it is active, from today to then.
        (_, Some(end)) if document.status == Status::Active => year == end || (this_year..=end).contains(&year),
        (_, Some(end)) => year == end,
    }
}

/// A document is in force when it is active, has begun and is not over.
fn is_in_force(document: &Resource, today: PartialDate) -> bool {
    let (first, last) = document.period.map_or((None, None), |period| (period.from(), period.to()));
    let is_over = last.is_some_and(|last| last < today.year());
    let has_begun = match (first, document.year, last) {
        (Some(first), _, _) => first <= today.year(),
        // It came out after its last year, and so after its start.
        (None, Some(year), Some(last)) if year > last => true,
        (None, year, _) => year.is_none_or(|year| year <= today.year()),
    };
    document.status == Status::Active && has_begun && !is_over
}

/// Whether a document fits; `owner` are the texts of its country, where it has one.
fn document_fits(query: &Query, today: PartialDate, owner: &[&str], document: &Resource) -> bool {
    let mut texts = owner.to_vec();
    texts.extend([&*document.title, &*document.issuer, &*document.summary]);
    texts.extend(document.title_original.as_deref());
    let in_years = query.years.is_none_or(|asked| {
        let first = asked.from().map_or(1900, catalog::Year::number);
        let last = asked.to().map_or(2100, catalog::Year::number);
        (first..=last).any(|year| is_alive(document, year, today))
    });
    (query.kinds.is_empty() || query.kinds.contains(&document.kind))
        && (query.statuses.is_empty() || query.statuses.contains(&document.status))
        && (!query.now || is_in_force(document, today))
        && in_years
        && has_words(&words_of(query), &texts)
}

/// An adopted plan is in force while one of its documents is; when all have ended, so has the plan.
fn state(country: &Country, today: PartialDate) -> PlanState {
    let plans: Vec<&Resource> = country.plan.iter().map(|at| &country.resources[*at]).collect();
    let is_past = |plan: &&Resource| {
        let last = plan.period.and_then(catalog::Period::to);
        matches!(plan.status, Status::Completed | Status::Discontinued) || last.is_some_and(|last| last < today.year())
    };
    match country.plan_status {
        PlanStatus::InPreparation => PlanState::InPreparation,
        PlanStatus::ProgrammeOnly => PlanState::ProgrammeOnly,
        PlanStatus::NoneFound => PlanState::NoneFound,
        PlanStatus::Adopted if plans.is_empty() || plans.iter().any(|plan| is_in_force(plan, today)) => {
            PlanState::InForce
        }
        PlanStatus::Adopted if plans.iter().all(is_past) => PlanState::Ended,
        PlanStatus::Adopted => PlanState::InPreparation,
    }
}

fn country_passes(query: &Query, today: PartialDate, country: &Country) -> bool {
    (query.countries.is_empty() || query.countries.contains(&country.code))
        && (query.plans.is_empty() || query.plans.contains(&state(country, today)))
}

fn asks_for_documents(query: &Query) -> bool {
    !query.kinds.is_empty() || !query.statuses.is_empty() || query.now || query.years.is_some()
}

/// Documents of all of Europe fit where no country, plan state or video is asked for; all words stand in them.
fn oracle_europe(catalog: &Catalog, query: &Query, today: PartialDate) -> Vec<usize> {
    let asks_for_countries = !query.countries.is_empty() || !query.plans.is_empty() || query.video;
    let fits = |at: &usize| !asks_for_countries && document_fits(query, today, &[], &catalog.europe[*at]);
    (0..catalog.europe.len()).filter(fits).collect()
}

/// The documents that fit, or `None` where the country does not match.
fn oracle(catalog: &Catalog, query: &Query, today: PartialDate, country: &Country) -> Option<Vec<usize>> {
    let has_video = catalog.videos.iter().any(|video| video.countries.contains(&country.code));
    let owner = country_texts(country);
    let fits: Vec<usize> = (0..country.resources.len())
        .filter(|at| document_fits(query, today, &owner, &country.resources[*at]))
        .collect();
    let found_by_itself = !asks_for_documents(query) && has_words(&words_of(query), &country_texts(country));
    let matches =
        country_passes(query, today, country) && (!query.video || has_video) && (!fits.is_empty() || found_by_itself);
    matches.then_some(fits)
}

fn oracle_matches(catalog: &Catalog, query: &Query, today: PartialDate) -> Vec<Match> {
    let all = catalog.countries.iter().enumerate();
    let mut matches: Vec<Match> = all
        .filter_map(|(at, country)| {
            let fits = oracle(catalog, query, today, country)?;
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

fn oracle_video(catalog: &Catalog, query: &Query, today: PartialDate, video: &Video) -> bool {
    let of_the_video = |country: &&Country| video.countries.contains(&country.code);
    let event = video.event.map(|at| &*catalog.events[at].title);
    let texts: Vec<&str> = [&*video.title].into_iter().chain(video.speaker.as_deref()).chain(event).collect();
    let words = words_of(query);
    let found_by_itself = !words.is_empty() && has_words(&words, &texts) && !asks_for_documents(query);
    catalog.countries.iter().filter(of_the_video).any(|country| {
        oracle(catalog, query, today, country).is_some() || (found_by_itself && country_passes(query, today, country))
    })
}

fn oracle_count(catalog: &Catalog, query: &Query, today: PartialDate) -> Count {
    let matches = oracle_matches(catalog, query, today);
    let of_countries = matches.iter().map(|found| found.fits.len()).sum::<usize>();
    Count { countries: matches.len(), documents: of_countries + oracle_europe(catalog, query, today).len() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_selection_is_what_the_contract_says(query in queries(), today in some_days()) {
        for catalog in catalogs() {
            let found = catalog.select(&query, today);
            prop_assert_eq!(&found.matches, &oracle_matches(catalog, &query, today));
            prop_assert_eq!(&found.europe, &oracle_europe(catalog, &query, today));
            prop_assert_eq!(found.documents, oracle_count(catalog, &query, today).documents);
            let is_found = |at: &usize| oracle_video(catalog, &query, today, &catalog.videos[*at]);
            prop_assert_eq!(&found.videos, &(0..catalog.videos.len()).filter(is_found).collect::<Vec<_>>());
        }
    }

    /// What is in force lives in that year: with one it is the same as with both, but for what has no year.
    #[test]
    fn what_is_in_force_is_of_this_year(query in queries(), today in some_days()) {
        let this_year = catalog::Period::new(Some(today.year()), Some(today.year())).unwrap();
        for catalog in catalogs() {
            let now = with(&query, |query| (query.now, query.years) = (true, None));
            let both = with(&query, |query| (query.now, query.years) = (true, Some(this_year)));
            let found = |query: &Query| -> BTreeSet<&str> {
                let documents = catalog.select(query, today).found().map(|found| found.resolve(catalog).1).collect::<Vec<_>>();
                documents.iter().filter(|document| has_year(document)).map(|document| document.id.as_str()).collect()
            };
            prop_assert_eq!(found(&both), found(&now));
            prop_assert_eq!(catalog.select(&both, today).documents, found(&both).len());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    /// Each option's count is what the oracle counts when that option alone is chosen in its filter.
    #[test]
    fn every_option_counts_what_it_would_leave(query in queries(), today in some_days()) {
        for catalog in catalogs() {
            let facets = catalog.select(&query, today).facets;
            let count_of = |change: &dyn Fn(&mut Query)| oracle_count(catalog, &with(&query, change), today);
            prop_assert_eq!(facets.countries.len(), catalog.countries.len());
            for (country, count) in catalog.countries.iter().zip(&facets.countries) {
                let chosen = count_of(&|query| query.countries = Set::from_iter([country.code]));
                prop_assert_eq!(*count, chosen, "{}", country.code);
            }
            for (kind, count) in Kind::ALL.iter().zip(facets.kinds) {
                prop_assert_eq!(count, count_of(&|query| query.kinds = Set::from_iter([*kind])), "{:?}", kind);
            }
            for (status, count) in Status::ALL.iter().zip(facets.statuses) {
                prop_assert_eq!(count, count_of(&|query| query.statuses = Set::from_iter([*status])), "{:?}", status);
            }
            for (plan, count) in PlanState::ALL.iter().zip(facets.plans) {
                prop_assert_eq!(count, count_of(&|query| query.plans = Set::from_iter([*plan])), "{:?}", plan);
            }
            prop_assert_eq!(facets.video, count_of(&|query| query.video = true), "video");
            prop_assert_eq!(facets.now, count_of(&|query| query.now = true), "in force today");
        }
    }
}
