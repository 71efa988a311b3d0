//! The life of a document: its years, and whether it is in force on a day.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use catalog::{End, InForce, Life, Period, Resource, Status, Year, source};
use common::{day, small_files};
use proptest::prelude::*;

/// The first and the last year of a period, where it has them.
type Ends = (Option<u16>, Option<u16>);

const NO_PERIOD: Ends = (None, None);

fn year(number: u16) -> Year {
    Year::new(i64::from(number)).unwrap()
}

fn period((from, to): Ends) -> Option<Period> {
    Period::new(from.map(year), to.map(year)).ok()
}

fn document(published: Option<u16>, ends: Ends, status: Status) -> Resource {
    static MODEL: std::sync::OnceLock<Resource> = std::sync::OnceLock::new();
    let model = MODEL.get_or_init(|| source::load(&small_files()).unwrap().catalog.countries[0].resources[0].clone());
    Resource { year: published.map(year), period: period(ends), status, ..model.clone() }
}

// From when to when

/// From when to when a document of that year and period applies, of whichever status; an end that is not set is open
/// where it is active.
#[track_caller]
fn check_life(published: Option<u16>, ends: Ends, from: Option<u16>, to: Option<u16>) {
    for status in Status::ALL.iter().copied() {
        let end = match (to, status) {
            (Some(to), _) => End::Year(year(to)),
            (None, Status::Active) => End::Open,
            (None, _) => End::Unknown,
        };
        let life = document(published, ends, status).life();
        assert_eq!(life, Life { from: from.map(year), end }, "{published:?} {ends:?} {status:?}");
    }
}

#[test]
fn a_life_goes_from_the_start_of_the_period_or_the_year_to_the_end_of_the_period() {
    check_life(None, NO_PERIOD, None, None);
    check_life(Some(2022), NO_PERIOD, Some(2022), None);
    check_life(None, (Some(2020), Some(2024)), Some(2020), Some(2024));
    check_life(None, (Some(2020), Some(2020)), Some(2020), Some(2020));
    check_life(None, (Some(2020), None), Some(2020), None);
    check_life(None, (None, Some(2024)), None, Some(2024));
    // The start of the period comes before the year of publication, whichever is earlier.
    check_life(Some(2019), (Some(2020), Some(2024)), Some(2020), Some(2024));
    check_life(Some(2022), (Some(2020), Some(2024)), Some(2020), Some(2024));
    check_life(Some(2022), (Some(2020), None), Some(2020), None);
    check_life(Some(2019), (Some(2020), None), Some(2020), None);
    // Without that start it is the year, unless it came out when that was over.
    check_life(Some(2022), (None, Some(2024)), Some(2022), Some(2024));
    check_life(Some(2024), (None, Some(2024)), Some(2024), Some(2024));
    check_life(Some(2025), (None, Some(2024)), None, Some(2024));
}

#[test]
fn years_are_known_until_the_day_or_the_end() {
    let check = |from: Option<u16>, end: End, today: &str, expected: Option<(u16, u16)>| {
        let years = Life { from: from.map(year), end }.years(day(today));
        let numbers = years.map(|years| (years.from().unwrap().number(), years.to().unwrap().number()));
        assert_eq!(numbers, expected, "{from:?} {end:?} on {today}");
    };
    check(Some(2022), End::Open, "2026-11-28", Some((2022, 2026)));
    check(Some(2022), End::Open, "2022-01-01", Some((2022, 2022)));
    // It has not begun: only its first year is known.
    check(Some(2022), End::Open, "2020-02-29", Some((2022, 2022)));
    check(None, End::Open, "2026-11-28", None);
    for today in ["1950", "2026-11-28", "2100"] {
        check(Some(2020), End::Year(year(2024)), today, Some((2020, 2024)));
        check(None, End::Year(year(2024)), today, Some((2024, 2024)));
        check(Some(2022), End::Unknown, today, Some((2022, 2022)));
        check(None, End::Unknown, today, None);
    }
}

#[test]
fn it_is_over_when_its_last_year_is() {
    let check = |end: End, today: &str, expected: bool| {
        assert_eq!(Life { from: Some(year(2020)), end }.is_over(day(today)), expected, "{end:?} on {today}");
    };
    check(End::Year(year(2024)), "2024-02-29", false);
    check(End::Year(year(2024)), "2024-12-31", false);
    check(End::Year(year(2024)), "2025-01-01", true);
    check(End::Open, "2100-12-31", false);
    check(End::Unknown, "2100-12-31", false);
}

// In force

/// Whether a document of that status, year and period is in force on a day.
#[track_caller]
fn check_force(status: Status, published: Option<u16>, ends: Ends, today: &str, expected: InForce) {
    let found = document(published, ends, status).in_force(day(today));
    assert_eq!(found, expected, "{status:?} {published:?} {ends:?} on {today}");
}

#[test]
fn an_active_document_is_in_force_from_its_first_day_to_its_last() {
    use InForce::{NoLonger, NotYet, Yes};
    let check = |published, ends, today, expected| check_force(Status::Active, published, ends, today, expected);
    let plan = (Some(2016), Some(2025));
    check(None, plan, "2015-12-31", NotYet);
    check(None, plan, "2016-01-01", Yes);
    check(None, plan, "2024-02-29", Yes);
    check(None, plan, "2025-12-31", Yes);
    check(None, plan, "2026-01-01", NoLonger);
    check(None, plan, "2100-12-31", NoLonger);
    // A day of which only the year or the month is known.
    check(None, plan, "2025", Yes);
    check(None, plan, "2026", NoLonger);
    check(None, plan, "2025-12", Yes);
    // Without an end it runs on, from its period's start or its year.
    check(Some(2022), NO_PERIOD, "2021-12-31", NotYet);
    check(Some(2022), NO_PERIOD, "2022-01-01", Yes);
    check(Some(2022), NO_PERIOD, "2100-12-31", Yes);
    check(None, (Some(2022), None), "2021-12-31", NotYet);
    check(None, (Some(2022), None), "2026-11-28", Yes);
    // It came out before its period begins, or after it.
    check(Some(2024), (Some(2025), Some(2029)), "2024-12-31", NotYet);
    check(Some(2024), (Some(2025), Some(2029)), "2025-01-01", Yes);
    check(Some(2022), (Some(2020), None), "2020-02-29", Yes);
    check(Some(2026), (None, Some(2025)), "2025-12-31", Yes);
    check(Some(2026), (None, Some(2025)), "2026-11-28", NoLonger);
    // That it is active is all that is known.
    check(None, NO_PERIOD, "2026-11-28", Yes);
    check(None, (None, Some(2025)), "2024-02-29", Yes);
}

#[test]
fn only_what_is_active_is_in_force() {
    use InForce::{NoLonger, NotYet, Unknown};
    for ends in [NO_PERIOD, (Some(2020), None), (Some(2020), Some(2026)), (Some(2020), Some(2030))] {
        check_force(Status::Planned, Some(2020), ends, "2026-11-28", NotYet);
        check_force(Status::Completed, Some(2020), ends, "2026-11-28", NoLonger);
        check_force(Status::Discontinued, Some(2020), ends, "2026-11-28", NoLonger);
        check_force(Status::Unknown, Some(2020), ends, "2026-11-28", Unknown);
    }
    // What is planned stays so when its year has come; somebody must look whether it was adopted.
    check_force(Status::Planned, Some(2026), NO_PERIOD, "2026-11-28", NotYet);
    check_force(Status::Planned, None, NO_PERIOD, "2026-11-28", NotYet);
    // Of an unknown status the years still say whether it can be in force.
    check_force(Status::Unknown, Some(2027), NO_PERIOD, "2026-12-31", NotYet);
    check_force(Status::Unknown, Some(2027), NO_PERIOD, "2027-01-01", Unknown);
    check_force(Status::Unknown, None, NO_PERIOD, "2026-11-28", Unknown);
}

#[test]
fn a_period_that_is_over_ends_it_whatever_its_status_says() {
    for status in Status::ALL.iter().copied() {
        for ends in [(Some(2016), Some(2025)), (None, Some(2025))] {
            check_force(status, Some(2016), ends, "2026-01-01", InForce::NoLonger);
        }
    }
}

// The filter of years

/// Whether its life has a year in common with these.
#[track_caller]
fn check_years(document: &Resource, years: Ends, today: &str, expected: bool) {
    let found = document.lives_in(period(years).unwrap(), day(today));
    let Resource { year, period, status, .. } = document;
    assert_eq!(found, expected, "{year:?} {period:?} {status:?} in {years:?} on {today}");
}

#[test]
fn a_filter_of_years_overlaps_the_life() {
    let today = "2026-11-28";
    let one = |year: u16| (Some(year), Some(year));
    // The strategy that vanished: of 2022, active, without an end.
    let strategy = document(Some(2022), NO_PERIOD, Status::Active);
    for (years, expected) in [
        (one(2021), false),
        (one(2022), true),
        (one(2024), true),
        (one(2026), true),
        (one(2027), false),
        ((Some(2026), None), true),
        ((Some(2027), None), false),
        ((None, Some(2022)), true),
        ((None, Some(2021)), false),
        ((Some(1900), Some(2100)), true),
    ] {
        check_years(&strategy, years, today, expected);
    }
    check_years(&strategy, one(2027), "2027-01-01", true);
    check_years(&strategy, one(2026), "2025-12-31", false);
    // Of the same that was finished nobody knows when: only its year is known.
    for status in [Status::Planned, Status::Completed, Status::Discontinued, Status::Unknown] {
        check_years(&document(Some(2022), NO_PERIOD, status), one(2022), today, true);
        check_years(&document(Some(2022), NO_PERIOD, status), one(2026), today, false);
        check_years(&document(Some(2022), (Some(2022), None), status), one(2026), today, false);
    }
    for status in Status::ALL.iter().copied() {
        let plan = document(Some(2015), (Some(2016), Some(2025)), status);
        check_years(&plan, one(2015), today, false);
        check_years(&plan, one(2016), today, true);
        check_years(&plan, one(2025), today, true);
        check_years(&plan, one(2026), today, false);
        check_years(&plan, (Some(2026), None), today, false);
        // An unknown year never fits.
        check_years(&document(None, NO_PERIOD, status), (Some(1900), Some(2100)), today, false);
    }
}

#[test]
fn of_a_period_without_a_start_the_end_is_known_and_today_where_it_is_in_force() {
    let one = |year: u16| (Some(year), Some(year));
    let check = |status, years, today, expected| {
        check_years(&document(None, (None, Some(2030)), status), years, today, expected);
    };
    for status in Status::ALL.iter().copied() {
        check(status, one(2030), "2026-11-28", true);
        check(status, one(2031), "2026-11-28", false);
        check(status, one(2025), "2026-11-28", false);
        check(status, one(2026), "2026-11-28", status == Status::Active);
        check(status, one(2028), "2026-11-28", status == Status::Active);
        check(status, one(2028), "2031-01-01", false);
    }
}

// Whatever it is and whenever one asks

fn any_ends() -> impl Strategy<Value = (Option<u16>, Ends)> {
    let some_year = || prop::option::of(1900..=2100_u16);
    (some_year(), some_year(), some_year()).prop_map(|(published, a, b)| match (a, b) {
        (Some(from), Some(to)) if from > to => (published, (Some(to), Some(from))),
        ends => (published, ends),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_048, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_in_force_lives_that_year(
        (published, ends) in any_ends(),
        status in prop::sample::select(Status::ALL),
        today in 1900..=2100_u16,
        asked in 1900..=2100_u16,
    ) {
        let document = document(published, ends, status);
        let on = day(&format!("{today}-07-01"));
        let lives_in = |asked: u16| document.lives_in(period((Some(asked), Some(asked))).unwrap(), on);
        let has_year = published.is_some() || ends != NO_PERIOD;
        if document.in_force(on) == InForce::Yes {
            prop_assert_eq!(lives_in(today), has_year);
            prop_assert_eq!(status, Status::Active);
        }
        if let Some(last) = ends.1 {
            prop_assert!(!(asked > last && lives_in(asked)), "it lives after its period");
            prop_assert!(today <= last || document.in_force(on) == InForce::NoLonger);
        }
        if let Some(first) = ends.0.or(published.filter(|_| ends.1.is_none())) {
            prop_assert!(!(asked < first && lives_in(asked)), "it lives before its start");
        }
        // Without an end it does not live in years to come, other than its own first one.
        if ends.1.is_none() && asked > today && Some(asked) != ends.0.or(published) {
            prop_assert!(!lives_in(asked));
        }
        prop_assert_eq!(document.lives_in(period((Some(1900), Some(2100))).unwrap(), on), has_year);
        // A range has the years of each of its years.
        let (a, b) = (asked.min(today), asked.max(today));
        let range = document.lives_in(period((Some(a), Some(b))).unwrap(), on);
        prop_assert_eq!(range, (a..=b).any(lives_in));
    }

    /// In a year it is in force on all days or on none.
    #[test]
    fn a_year_begins_on_its_first_day(
        (published, ends) in any_ends(),
        status in prop::sample::select(Status::ALL),
        today in 1900..=2100_u16,
    ) {
        let document = document(published, ends, status);
        let states = ["01-01", "02-28", "12-31"].map(|rest| document.in_force(day(&format!("{today}-{rest}"))));
        prop_assert_eq!(states, [states[0]; 3]);
    }
}
