//! Where a country stands with its plan on a day.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

#[path = "common/any_query.rs"]
mod any_query;
mod common;

use any_query::{catalogs, read};
use catalog::{Catalog, Country, CountryCode, PlanState, PlanStatus, SearchTerms, source};
use common::{catalog, day, small_files, today};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The small dataset as it is served.
fn small() -> Value {
    serde_json::to_value(&source::load(&small_files()).unwrap().dataset).unwrap()
}

/// A document's kind, status, year and period.
type Document = (&'static str, &'static str, Value, Value);

/// The small dataset, in which Ireland has these documents and names some of them as its plan.
fn dataset(status: &str, documents: &[Document], plan: &[usize]) -> Value {
    let mut value = small();
    let ireland = &mut value["countries"][0];
    let model = ireland["resources"][1].clone();
    let document = |(at, (kind, status, year, period)): (usize, &Document)| {
        let mut document = model.clone();
        (document["id"], document["title"]) = (format!("ie-{at}").into(), format!("Document {at}").into());
        (document["kind"], document["status"]) = ((*kind).into(), (*status).into());
        (document["year"], document["period"]) = (year.clone(), period.clone());
        document
    };
    ireland["plan_status"] = status.into();
    ireland["resources"] = documents.iter().enumerate().map(document).collect();
    ireland["plan"] = plan.iter().map(|at| format!("ie-{at}")).collect();
    value
}

/// The states of such a country on days in order.
#[track_caller]
fn check(documents: &[Document], plan: &[usize], expected: &[(&str, PlanState)]) {
    let (_, catalog) = read(dataset("adopted", documents, plan));
    for (on, state) in expected {
        assert_eq!(catalog.countries[0].plan_state(day(on)), *state, "{documents:?} {plan:?} on {on}");
    }
}

fn active(year: impl Into<Value>, period: Value) -> Document {
    ("strategy", "active", year.into(), period)
}

use PlanState::{Ended, InForce, InPreparation};

#[test]
fn a_plan_that_is_over_has_ended() {
    let expected = [
        ("2016-01-01", InForce),
        ("2024-02-29", InForce),
        ("2025-12-31", InForce),
        ("2026-01-01", Ended),
        ("2026-11-28", Ended),
        ("2100-12-31", Ended),
    ];
    // France: its plan ended with 2025, and a programme that goes on is no plan.
    let plan = active(2016, json!([2016, 2025]));
    check(std::slice::from_ref(&plan), &[0], &expected);
    check(&[("programme", "active", 2016.into(), json!([2016, null])), plan.clone()], &[1], &expected);
    // Another strategy that is in force is no plan unless the country says so.
    check(&[plan, active(2025, json!([2025, 2030]))], &[0], &expected);
    // A status can end it before its period does.
    for status in ["completed", "discontinued"] {
        check(&[("strategy", status, 2016.into(), json!([2016, 2030]))], &[0], &[("2026-11-28", Ended)]);
        check(&[("strategy", status, 2016.into(), Value::Null)], &[0], &[("2026-11-28", Ended)]);
    }
}

#[test]
fn a_plan_without_an_end_runs_on() {
    let expected = [("2022-01-01", InForce), ("2026-11-28", InForce), ("2100-12-31", InForce)];
    check(&[active(2022, Value::Null)], &[0], &expected);
    check(&[active(Value::Null, json!([2022, null]))], &[0], &expected);
    check(&[active(Value::Null, Value::Null)], &[0], &expected);
}

#[test]
fn one_plan_in_force_is_enough() {
    let (old, new) = (active(2016, json!([2016, 2025])), active(2026, json!([2026, 2030])));
    let both = [old, new];
    let expected = [("2016-01-01", InForce), ("2025-12-31", InForce), ("2026-01-01", InForce), ("2030-12-31", InForce)];
    check(&both, &[0, 1], &expected);
    check(&both, &[1, 0], &expected);
    check(&both, &[0, 1], &[("2031-01-01", Ended)]);
}

#[test]
fn a_plan_that_has_not_begun_is_in_preparation() {
    check(
        &[active(2026, json!([2027, 2030]))],
        &[0],
        &[("2026-12-31", InPreparation), ("2027-01-01", InForce), ("2031-01-01", Ended)],
    );
    check(&[("strategy", "planned", 2026.into(), Value::Null)], &[0], &[("2026-11-28", InPreparation)]);
    // The last one is over, and the next one is adopted and not begun.
    let gap = [active(2016, json!([2016, 2025])), active(2026, json!([2027, 2030]))];
    let expected =
        [("2025-12-31", InForce), ("2026-01-01", InPreparation), ("2027-01-01", InForce), ("2031-01-01", Ended)];
    check(&gap, &[0, 1], &expected);
    check(&gap, &[1, 0], &expected);
}

#[test]
fn without_an_adopted_plan_the_state_is_the_status() {
    for (status, state) in [
        ("in-preparation", InPreparation),
        ("programme-only", PlanState::ProgrammeOnly),
        ("none-found", PlanState::NoneFound),
    ] {
        let (_, catalog) = read(dataset(status, &[active(2016, json!([2016, 2025]))], &[]));
        for on in ["1950", "2025-12-31", "2026-11-28", "2100"] {
            assert_eq!(catalog.countries[0].plan_state(day(on)), state, "{status} on {on}");
        }
    }
}

#[test]
fn plans_stand_as_the_country_names_them() {
    let plans = |country: &Country| country.plans().map(|plan| plan.id.to_string()).collect::<Vec<_>>();
    let one = active(2022, Value::Null);
    let documents = [one.clone(), one.clone(), one];
    let (_, catalog) = read(dataset("adopted", &documents, &[2, 0]));
    assert_eq!(plans(&catalog.countries[0]), ["ie-2", "ie-0"]);
    let (_, catalog) = read(dataset("programme-only", &documents, &[]));
    assert_eq!(plans(&catalog.countries[0]), [""; 0]);
}

/// A dataset of before version 1.2 does not say which documents are the plan.
#[test]
fn before_version_1_2_plans_are_told_by_their_kind() {
    let documents = [
        ("programme", "active", 2016.into(), Value::Null),
        ("strategy", "active", 2016.into(), json!([2016, 2025])),
        ("implementation-plan", "active", 2016.into(), json!([2016, 2026])),
        ("law", "active", 2016.into(), Value::Null),
        ("roadmap", "completed", 2016.into(), json!([2016, 2024])),
    ];
    let of = |schema: &str, status: &str, documents: &[Document]| -> Catalog {
        let mut value = dataset(status, documents, &[]);
        value["schema"] = schema.into();
        value["countries"][0].as_object_mut().unwrap().remove("plan");
        read(value).1
    };
    for schema in ["1.0", "1.1"] {
        let catalog = of(schema, "adopted", &documents);
        let country = &catalog.countries[0];
        assert_eq!(country.plan, [1, 2, 4]);
        assert_eq!(country.plan_state(day("2026-12-31")), InForce);
        assert_eq!(country.plan_state(day("2027-01-01")), Ended);
        assert_eq!(of(schema, "programme-only", &documents).countries[0].plan, [0; 0]);
        // None at all: the status is all that is known.
        assert_eq!(of(schema, "adopted", &documents[..1]).countries[0].plan_state(today()), InForce);
    }
    // Of one nobody knows whether it is in force, and so not that the plan has ended.
    let unknown = [documents[4].clone(), ("strategy", "unknown", 2016.into(), Value::Null)];
    assert_eq!(of("1.1", "adopted", &unknown).countries[0].plan_state(today()), InForce);
    // A part of a dataset that names plans may be without them, and does not guess.
    assert_eq!(of("1.2", "adopted", &documents).countries[0].plan, [0; 0]);
}

#[test]
fn the_shipped_plans_run_or_have_ended() {
    let of = |state: PlanState, on: &str| -> Vec<&str> {
        let countries = catalog().countries.iter().filter(|country| country.plan_state(day(on)) == state);
        countries.map(|country| country.code.as_str()).collect()
    };
    assert!(["DE", "DK", "FI", "GB", "IE", "IT", "NO"].iter().all(|code| of(InForce, "2026-11-28").contains(code)));
    assert_eq!(of(Ended, "2026-11-28"), ["FR"]);
    // Denmark's strategy covers 2025 to 2027.
    assert!(of(InForce, "2027-12-31").contains(&"DK"));
    assert_eq!(of(Ended, "2028-01-01"), ["DK", "FR"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_country_is_in_one_state(year in 1900..=2100_u16, rest in prop::sample::select(&["01-01", "02-28", "12-31"][..])) {
        let on = day(&format!("{year}-{rest}"));
        for catalog in catalogs() {
            let numbers = catalog.numbers(on);
            prop_assert_eq!(numbers.countries, catalog.countries.len());
            prop_assert_eq!(numbers.plans.iter().sum::<usize>(), catalog.countries.len());
            for (state, number) in PlanState::ALL.iter().zip(numbers.plans) {
                let countries = catalog.countries.iter().filter(|country| country.plan_state(on) == *state);
                prop_assert_eq!(number, countries.count(), "{:?}", state);
            }
            // Only an adopted plan can be in force or have ended.
            for country in &catalog.countries {
                let is_adopted = country.plan_status == PlanStatus::Adopted;
                let state = country.plan_state(on);
                prop_assert!(is_adopted || !PlanState::ADOPTED.contains(&state), "{}", country.code);
            }
        }
    }
}

#[test]
fn a_country_is_found_by_its_names_and_codes() {
    let catalog = common::catalog();
    let check = |code: &str, text: &str, expected: bool| {
        let (_, country) = catalog.country(CountryCode::parse(code).expect("a code")).expect("it is there");
        assert_eq!(country.has_name(&SearchTerms::of(text)), expected, "{code} {text}");
    };
    check("FI", "", true);
    check("FI", "fin", true);
    check("FI", "SUOMI", true);
    check("FI", "inland", false);
    check("GB", "king unit", true);
    check("GB", "uk", true);
    check("GR", "ελλ", true);
    check("GR", "grc", true);
    check("NL", "the holland", true);
    check("NL", "holland norway", false);
}
