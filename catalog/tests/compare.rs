//! Which countries are worth comparing, and which of their figures can be.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use catalog::compare::{self, MOST_OFFERED, Pair, beside, pairs, shared_figures};
use catalog::source;
use catalog::{Catalog, Country, CountryCode, Figure, Messages, PlanState, PlanStatus, Query, View};
use common::{catalog, shipped_files, today};

fn code(text: &str) -> CountryCode {
    CountryCode::parse(text).unwrap()
}

fn neighbours(of: &str) -> Vec<String> {
    let mut all: Vec<String> = code(of).neighbours().map(|code| code.to_string()).collect();
    all.sort();
    all
}

#[test]
fn neighbours_are_facts_of_geography() {
    for (of, expected) in [
        ("AT", "CH CZ DE HU IT SI SK"),
        ("BE", "DE FR LU NL"),
        ("DE", "AT BE CH CZ DK FR LU NL PL"),
        ("DK", "DE IS NO SE"),
        ("ES", "FR PT"),
        ("FI", "EE NO SE"),
        ("FR", "BE CH DE ES GB IT LU"),
        ("GB", "FR IE"),
        ("IE", "GB"),
        ("MT", "IT"),
        ("RO", "BG HU RS"),
        ("TR", "BG CY GR"),
    ] {
        assert_eq!(neighbours(of).join(" "), expected, "{of}");
    }
    // Those that the dataset has not have none.
    assert_eq!(neighbours("US"), [""; 0]);
}

#[test]
fn every_country_is_a_neighbour_of_its_neighbours() {
    for country in &catalog().countries {
        let all = neighbours(country.code.as_str());
        assert!(!all.is_empty(), "{} has none", country.name);
        let mut once = all.clone();
        once.dedup();
        assert_eq!(all, once, "{} has one twice", country.name);
        for other in &all {
            assert_ne!(*other, country.code.to_string());
            assert!(catalog().country(code(other)).is_some(), "{other} is not in the dataset");
            assert!(neighbours(other).contains(&country.code.to_string()), "{other} is beside {}", country.code);
        }
    }
}

/// Each pair in words.
fn offered(catalog: &Catalog, address: &str) -> Vec<String> {
    let (query, unknown) = Query::parse(address, catalog);
    assert_eq!(unknown, []);
    let word = |Pair { countries: [a, b], are_neighbours, state }: Pair| {
        let [a, b] = [a, b].map(|at| catalog.countries[at].code);
        format!("{a} {b} {} {}", if are_neighbours { "neighbours" } else { "apart" }, state.name())
    };
    pairs(catalog, &catalog.select(&query, today()), today()).into_iter().map(word).collect()
}

#[test]
fn pairs_are_in_the_same_state_and_neighbours_come_first() {
    let all = offered(catalog(), "");
    assert_eq!(all.len(), MOST_OFFERED);
    let mut of_all: Vec<&str> = Vec::new();
    for pair in &all {
        let words: Vec<&str> = pair.split(' ').collect();
        let [a, b, near, state] = words[..] else { panic!("{pair}") };
        for one in [a, b] {
            assert!(!of_all.contains(&one), "{one} is in two pairs: {all:?}");
            assert_eq!(catalog().country(code(one)).unwrap().1.plan_state(today()).name(), state);
            of_all.push(one);
        }
        assert_eq!(neighbours(a).contains(&b.to_owned()), near == "neighbours", "{pair}");
    }
    let rank = |pair: &String| {
        let state = PlanState::ALL.iter().position(|state| pair.ends_with(&format!(" {}", state.name())));
        (state, pair.contains("apart"))
    };
    assert!(all.is_sorted_by_key(rank), "{all:?}");
    assert!(all[0].ends_with("neighbours in-force"), "{all:?}");
    // Only what matches is offered, and two are needed.
    assert_eq!(offered(catalog(), "country=dk,no"), ["DK NO neighbours in-force"]);
    assert_eq!(offered(catalog(), "country=dk,ie"), ["DK IE apart in-force"]);
    assert_eq!(offered(catalog(), "country=dk,fr"), [""; 0]);
    assert_eq!(offered(catalog(), "country=dk"), [""; 0]);
    assert_eq!(offered(catalog(), "q=xyzzy"), [""; 0]);
    // Where nothing was found there is nothing to compare.
    let mut nothing = source::load(&shipped_files()).unwrap().catalog;
    nothing.countries.iter_mut().for_each(|country| country.plan_status = PlanStatus::NoneFound);
    assert_eq!(offered(&nothing, ""), [""; 0]);
}

#[test]
fn beside_a_country_stand_its_neighbours_and_those_in_its_state() {
    let check = |address: &str, chosen: &str, near: &str, alike: &str, state: PlanState| {
        let (query, _) = Query::parse(address, catalog());
        let found = beside(catalog(), &catalog().select(&query, today()), code(chosen), today()).unwrap();
        let codes = |at: Vec<usize>| -> String {
            let mut codes: Vec<&str> = at.iter().map(|at| catalog().countries[*at].code.as_str()).collect();
            codes.sort_unstable();
            codes.join(" ")
        };
        assert_eq!((codes(found.neighbours).as_str(), found.state), (near, state), "{address}");
        assert_eq!(codes(found.alike), alike, "{address}");
    };
    check("country=dk", "DK", "DE IS NO SE", "FI GB IE IT", PlanState::InForce);
    // Slovakia has neighbours, and nothing that others could have too.
    check("country=sk", "SK", "AT CZ HU PL", "", PlanState::NoneFound);
    // Only those that match under the other filters.
    check("country=dk&plan=in-force", "DK", "DE NO", "FI GB IE IT", PlanState::InForce);
    let selection = catalog().select(&Query::default(), today());
    let of_many = beside(catalog(), &selection, code("AT"), today()).unwrap();
    assert_eq!((of_many.alike.len(), of_many.state), (MOST_OFFERED, PlanState::ProgrammeOnly));
    assert_eq!(beside(catalog(), &selection, code("US"), today()), None);
}

#[test]
fn figures_are_compared_where_they_mean_the_same() {
    let figure = |label: &str, unit: &str, value: &str| Figure {
        label: label.into(),
        value: value.into(),
        unit: unit.into(),
        as_of: None,
    };
    let country = |at: usize, figures: &[Figure]| -> Country {
        let mut country = catalog().countries[at].clone();
        country.resources.truncate(1);
        country.resources[0].figures = figures.to_vec();
        country
    };
    let one =
        country(0, &[figure("genomes", "genomes", "1"), figure("budget", "million EUR", "2"), figure("x", "y", "1")]);
    let two = country(1, &[figure("budget", "million SEK", "2"), figure("genomes", "genomes", "3")]);
    let three =
        country(2, &[figure("budget", "million SEK", "5"), figure("genomes", "genomes", "4"), figure("z", "y", "1")]);
    let shared = |countries: &[&Country]| -> Vec<String> {
        let all: Vec<(&Country, &[usize])> = countries.iter().map(|country| (*country, &[0][..])).collect();
        shared_figures(&all).into_iter().map(|figure| format!("{} in {}", figure.label, figure.unit)).collect()
    };
    assert_eq!(shared(&[&one, &two]), ["genomes in genomes"]);
    assert_eq!(shared(&[&one, &two, &three]), ["genomes in genomes", "budget in million SEK"]);
    assert_eq!(shared(&[&one]), [""; 0]);
    // Only those of documents that fit.
    assert_eq!(shared_figures(&[(&one, &[0]), (&two, &[])]), Vec::<&Figure>::new());
    assert_eq!(compare::figures(&two, &[0]).count(), 2);
}

#[test]
fn a_comparison_has_an_address_of_its_own() {
    let (from, _) = Query::parse("country=fr&kind=law&view=table&sort=newest&item=fi-finngen", catalog());
    let to = |codes: &[&str]| from.comparing(codes.iter().map(|text| code(text)));
    assert_eq!(to(&["DK", "NO"]).encode(), "country=dk,no&kind=law&view=compare&sort=newest");
    assert_eq!(to(&["IE"]).encode(), "country=ie&kind=law&view=compare&sort=newest");
    assert_eq!(to(&["IE"]).view, View::Compare);
    assert_eq!(Messages::English.pair("Denmark", "Norway"), "Denmark and Norway");
    assert_eq!(Messages::English.why_compare(true, PlanState::InForce), "neighbours, both have a plan in force");
    assert_eq!(Messages::English.why_compare(false, PlanState::Ended), "the plans of both have ended");
}
