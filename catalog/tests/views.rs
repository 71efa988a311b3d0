//! The ways to see what is selected: each shows the same documents, and what each adds to them.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

#[path = "common/any_query.rs"]
mod any_query;
mod common;

use any_query::{catalogs, parse, queries, read, some_days, with};
use catalog::compare::{self, compare};
use catalog::table::{self, Column, Order};
use catalog::timeline::{self, Bar, BarKind, Group, Grouping, Mark, Span};
use catalog::{
    Catalog, Change, CountryCode, DocumentRef, Kind, PartialDate, Period, PlanState, PlanStatus, Query, Resource,
    Selection, View, Year, fold, source,
};
use common::{catalog, day, small_files, today};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::cmp::Ordering;

/// A document's kind, year and period.
type Document = (&'static str, Value, Value);

/// The small dataset with these countries, each with these documents, which are active.
fn made(countries: &[(&str, &[Document])]) -> Catalog {
    made_with("active", countries)
}

/// The same with documents of that status.
fn made_with(status: &str, countries: &[(&str, &[Document])]) -> Catalog {
    let mut value = serde_json::to_value(&source::load(&small_files()).unwrap().dataset).unwrap();
    let model = value["countries"][0].clone();
    let country = |(code, documents): &(&str, &[Document])| {
        let mut country = model.clone();
        (country["code"], country["name"]) = ((*code).into(), (*code).into());
        (country["plan_status"], country["plan"]) = ("programme-only".into(), json!([]));
        let document = |(at, (kind, year, period)): (usize, &Document)| {
            let mut document = model["resources"][1].clone();
            document["id"] = format!("{}-{at}", code.to_lowercase()).into();
            document["title"] = format!("Document {at}").into();
            (document["kind"], document["status"]) = ((*kind).into(), status.into());
            (document["year"], document["period"]) = (year.clone(), period.clone());
            document
        };
        country["resources"] = documents.iter().enumerate().map(document).collect();
        country
    };
    value["countries"] = countries.iter().map(country).collect();
    (value["videos"], value["europe"]) = (json!([]), json!([]));
    read(value).1
}

// All show the same

/// The ids of documents, in order.
fn ids(catalog: &Catalog, found: impl IntoIterator<Item = DocumentRef>) -> Vec<String> {
    found.into_iter().map(|found| found.resolve(catalog).1.id.to_string()).collect()
}

fn sorted(mut ids: Vec<String>) -> Vec<String> {
    ids.sort();
    ids
}

/// The ids of the documents on the cards and on that of Europe, in order.
fn on_cards(catalog: &Catalog, selection: &Selection) -> Vec<String> {
    let of = |found: &catalog::Match| -> Vec<String> {
        let resources = &catalog.countries[found.country].resources;
        found.fits.iter().map(|at| resources[*at].id.to_string()).collect()
    };
    let of_europe = selection.europe.iter().map(|at| catalog.europe[*at].id.to_string());
    selection.matches.iter().flat_map(of).chain(of_europe).collect()
}

fn orders() -> Vec<Order> {
    let both = |column: &Column| [false, true].map(|is_descending| Order { column: *column, is_descending });
    Column::OF_DOCUMENTS.iter().flat_map(both).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_view_shows_the_same(query in queries(), today in some_days()) {
        for catalog in catalogs() {
            let selection = catalog.select(&query, today);
            let cards = on_cards(catalog, &selection);
            let all = sorted(cards.clone());
            prop_assert_eq!(all.len(), selection.documents);
            prop_assert_eq!(&ids(catalog, selection.found()), &cards);
            prop_assert_eq!(&ids(catalog, table::rows(catalog, &selection, None, usize::MAX)), &cards);
            for order in orders() {
                let rows = table::rows(catalog, &selection, Some(order), usize::MAX);
                prop_assert_eq!(&sorted(ids(catalog, rows)), &all, "{:?}", order);
            }
            for grouping in Grouping::ALL {
                check_groups(catalog, &selection, *grouping, &all);
            }
            let comparison = compare(catalog, &selection);
            let shown = comparison.columns.iter().map(|column| column.found);
            let left_out = &selection.matches[selection.matches.len() - comparison.left_out..];
            prop_assert!(shown.chain(left_out).eq(&selection.matches));
            check_span(catalog, &selection, query.years, today);
        }
    }

    #[test]
    fn a_table_of_some_is_the_beginning_of_all(query in queries(), limit in 0..70_usize) {
        catalogs().iter().for_each(|catalog| check_table(catalog, &query, limit));
    }

    #[test]
    fn a_comparison_says_who_has_what(query in queries()) {
        for catalog in catalogs() {
            let selection = catalog.select(&query, today());
            let comparison = compare(catalog, &selection);
            let has = |column: &compare::Column, kind: Kind| {
                column.found.fits.iter().any(|at| column.country.resources[*at].kind == kind)
            };
            let having = |kind: Kind| comparison.columns.iter().filter(|column| has(column, kind)).count();
            let all = Kind::ALL.iter().copied();
            prop_assert!(comparison.columns.len() <= 4);
            prop_assert_eq!(&comparison.kinds, &all.clone().filter(|kind| having(*kind) > 0).collect::<Vec<_>>());
            for column in &comparison.columns {
                let only = all.clone().filter(|kind| having(*kind) == 1 && has(column, *kind));
                let lacks = all.clone().filter(|kind| having(*kind) > 0 && !has(column, *kind));
                prop_assert_eq!(&column.only, &only.collect::<Vec<_>>());
                prop_assert_eq!(&column.lacks, &lacks.collect::<Vec<_>>());
                let mut of_kinds: Vec<usize> = comparison.kinds.iter().flat_map(|kind| column.of_kind(*kind)).collect();
                of_kinds.sort_unstable();
                prop_assert_eq!(&of_kinds, &column.found.fits);
                prop_assert_eq!(column.country.code, catalog.countries[column.found.country].code);
            }
        }
    }
}

// The address

#[test]
fn each_view_has_an_address() {
    assert_eq!(View::NAMES, ["cards", "map", "timeline", "compare", "table"]);
    for (view, name) in View::ALL.iter().zip(View::NAMES) {
        let query = parse(&format!("view={}", name.to_uppercase()));
        assert_eq!(query, Query::default().toggled(&Change::View(*view)));
        let expected = if *view == View::Cards { String::new() } else { format!("view={name}") };
        assert_eq!(query.encode(), expected);
        assert_eq!(parse(&query.encode()), query);
        assert!(query.has(&Change::View(*view)) && !query.is_filtered());
        assert_eq!(View::ALL.iter().filter(|other| query.has(&Change::View(**other))).count(), 1);
    }
    for wrong in ["globe", "cardss", "table,map"] {
        let (query, unknown) = Query::parse(&format!("view={wrong}&view=map"), catalog());
        assert_eq!(query.encode(), "view=map");
        assert_eq!(unknown, [catalog::Unknown { name: "view".to_owned(), value: wrong.to_owned() }]);
    }
}

#[test]
fn another_view_keeps_all_but_the_entry() {
    let filters = "country=fi&kind=law&status=active&plan=adopted&year=2020&video=1&q=x";
    let from = parse(&format!("{filters}&view=map&sort=newest&lang=en&item=fi-finngen"));
    let to = |view: View| from.toggled(&Change::View(view)).encode();
    assert_eq!(to(View::Table), format!("{filters}&view=table&sort=newest&lang=en"));
    assert_eq!(to(View::Map), format!("{filters}&view=map&sort=newest&lang=en"));
    assert_eq!(to(View::Cards), format!("{filters}&sort=newest&lang=en"));
    assert_eq!(from.without_item().encode(), format!("{filters}&view=map&sort=newest&lang=en"));
    assert_eq!(from.cleared().encode(), "view=map&sort=newest&lang=en");
    // An entry is in its card.
    let item = from.item.clone().unwrap();
    let pointing = from.without_item().pointing_at(&item);
    assert_eq!(pointing.encode(), format!("{filters}&sort=newest&lang=en&item=fi-finngen"));
}

// The table

/// The letters of a text as they are put in order.
fn letters(text: &str) -> String {
    let letter = |letter: char| match (fold(&letter.to_string()), letter) {
        (folded, '\u{300}'..='\u{36f}') => folded,
        (folded, _) if folded.is_empty() => " ".to_owned(),
        (folded, _) => folded,
    };
    text.chars().map(letter).collect()
}

/// A document and its country, where it has one.
type Row<'a> = (Option<&'a catalog::Country>, &'a Resource);

/// The order of two rows, column by column, with all that is compared made ahead.
fn oracle(order: Order, a: Row, b: Row) -> Ordering {
    let directed = |by: Ordering| if order.is_descending { by.reverse() } else { by };
    let key = |(country, resource): Row| match order.column {
        Column::Country => letters(country.map_or("Across Europe", |country| &country.name)),
        Column::Title => letters(&resource.title),
        Column::Issuer => letters(&resource.issuer),
        Column::Kind => Kind::ALL.iter().position(|kind| *kind == resource.kind).unwrap().to_string(),
        Column::Status => catalog::Status::ALL.iter().position(|one| *one == resource.status).unwrap().to_string(),
        Column::Years => first_year(resource).map(|year| year.to_string()).unwrap_or_default(),
        _ => String::new(),
    };
    let (a, b) = (key(a), key(b));
    match (order.column, a.is_empty(), b.is_empty()) {
        (Column::Years, true, _) | (Column::Years, _, true) => a.is_empty().cmp(&b.is_empty()),
        _ => directed(a.cmp(&b)),
    }
}

/// The year in which a document begins to apply: the first of its period, or else its own, unless that came after the end.
fn first_year(resource: &Resource) -> Option<Year> {
    let (first, last) = resource.period.map_or((None, None), |period| (period.from(), period.to()));
    first.or(resource.year.filter(|year| last.is_none_or(|last| *year <= last)))
}

/// The rows up to a limit are the first of all, which stand as a sort that keeps equals in their order has them.
fn check_table(catalog: &Catalog, query: &Query, limit: usize) {
    let selection = catalog.select(query, today());
    for order in orders() {
        let mut all: Vec<DocumentRef> = selection.found().collect();
        all.sort_by(|a, b| oracle(order, a.resolve(catalog), b.resolve(catalog)));
        for limit in [limit, 60, usize::MAX] {
            let rows = table::rows(catalog, &selection, Some(order), limit);
            assert_eq!(rows, all[..limit.min(all.len())], "{order:?}, {limit}");
        }
    }
    let first: Vec<DocumentRef> = selection.found().take(limit).collect();
    assert_eq!(table::rows(catalog, &selection, None, limit), first);
}

#[test]
fn sixty_of_all_documents_are_the_first() {
    for address in ["", "sort=newest", "sort=documents"] {
        (0..=120).step_by(12).for_each(|limit| check_table(catalog(), &parse(address), limit));
    }
}

#[test]
fn words_stand_without_case_and_diacritics() {
    let check = |is_descending: bool, expected: &[&str]| {
        let mut value = serde_json::to_value(&source::load(&small_files()).unwrap().dataset).unwrap();
        let model = value["countries"][0]["resources"][0].clone();
        let titles = [
            "E\u{301}clat",
            "Zeta",
            "éclair",
            "Echo",
            "2020 plan",
            "Œuvre",
            "odd",
            "Ägypten",
            "ab",
            "A c",
            "Ωμέγα",
            "Яна",
            "ECHO",
        ];
        let document = |(at, title): (usize, &&str)| {
            let mut document = model.clone();
            (document["id"], document["title"]) = (format!("ie-{at}").into(), (*title).into());
            document
        };
        let ireland = &mut value["countries"][0];
        ireland["resources"] = titles.iter().enumerate().map(document).collect();
        (ireland["plan_status"], ireland["plan"]) = ("programme-only".into(), json!([]));
        value["europe"] = json!([]);
        let (_, catalog) = read(value);
        let order = Order { column: Column::Title, is_descending };
        let rows = table::rows(&catalog, &catalog.select(&Query::default(), today()), Some(order), usize::MAX);
        let found: Vec<&str> = rows.iter().map(|found| &*found.resolve(&catalog).1.title).collect();
        assert_eq!(found, expected);
    };
    // Echo and ECHO are alike: either way they stand as they came.
    let up = [
        "2020 plan",
        "A c",
        "ab",
        "Ägypten",
        "Echo",
        "ECHO",
        "éclair",
        "E\u{301}clat",
        "odd",
        "Œuvre",
        "Zeta",
        "Ωμέγα",
        "Яна",
    ];
    let down = [
        "Яна",
        "Ωμέγα",
        "Zeta",
        "Œuvre",
        "odd",
        "E\u{301}clat",
        "éclair",
        "Echo",
        "ECHO",
        "Ägypten",
        "ab",
        "A c",
        "2020 plan",
    ];
    check(false, &up);
    check(true, &down);
}

#[test]
fn what_has_no_year_comes_last_either_way() {
    let law = |year: Value, period: Value| ("law", year, period);
    let documents = [
        law(Value::Null, Value::Null),
        law(2020.into(), Value::Null),
        law(Value::Null, json!([2010, null])),
        law(Value::Null, json!([null, 2030])),
        law(2015.into(), json!([2000, 2005])),
    ];
    let catalog = made(&[("IE", &documents)]);
    let check = |is_descending: bool, expected: &[&str]| {
        let order = Order { column: Column::Years, is_descending };
        let selection = catalog.select(&Query::default(), today());
        assert_eq!(ids(&catalog, table::rows(&catalog, &selection, Some(order), usize::MAX)), expected);
        assert_eq!(ids(&catalog, table::rows(&catalog, &selection, Some(order), 2)), expected[..2]);
        assert_eq!(ids(&catalog, table::rows(&catalog, &selection, Some(order), 0)), [""; 0]);
    };
    check(false, &["ie-4", "ie-2", "ie-1", "ie-0", "ie-3"]);
    check(true, &["ie-1", "ie-2", "ie-4", "ie-0", "ie-3"]);
}

#[test]
fn a_press_orders_and_the_next_one_turns_it_round() {
    let up = |column: Column| Order { column, is_descending: false };
    let down = |column: Column| Order { column, is_descending: true };
    for column in Column::ALL.iter().copied() {
        assert_eq!(Order::pressed(None, column), up(column));
        assert_eq!(Order::pressed(Some(up(column)), column), down(column));
        assert_eq!(Order::pressed(Some(down(column)), column), up(column));
        for other in Column::ALL.iter().copied().filter(|other| *other != column) {
            assert_eq!(Order::pressed(Some(up(other)), column), up(column));
            assert_eq!(Order::pressed(Some(down(other)), column), up(column));
        }
    }
}

// The table of countries

/// The countries' table for spreadsheets: a row each, by its code.
fn spreadsheet(today: PartialDate) -> std::collections::HashMap<String, std::collections::HashMap<String, String>> {
    let text = catalog::export::countries_csv(catalog(), catalog().countries.iter(), today);
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let heads = reader.headers().unwrap().clone();
    let rows = reader.records().map(|record| {
        let record = record.unwrap();
        (record[0].to_owned(), heads.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect())
    });
    rows.collect()
}

/// The columns by which both tables can be put in order, as the spreadsheet names them.
const IN_BOTH: [(Column, &str); 8] = [
    (Column::Country, "country"),
    (Column::Plan, "plan"),
    (Column::Years, "since"),
    (Column::LeadBody, "lead_body"),
    (Column::LegalBasis, "legal_basis"),
    (Column::Declaration, "signed_on"),
    (Column::Documents, "documents"),
    (Column::Videos, "videos"),
];

#[test]
fn countries_stand_in_the_order_of_a_column_of_the_spreadsheet() {
    let rows = |address: &str, order: Option<Order>, limit: usize| -> Vec<String> {
        let selection = catalog().select(&parse(address), today());
        let rows = table::country_rows(catalog(), &selection, order, today(), limit);
        rows.into_iter().map(|at| catalog().countries[at].code.to_string()).collect()
    };
    let known = spreadsheet(today());
    let all = rows("", None, usize::MAX);
    let names: Vec<String> = catalog().countries.iter().map(|one| one.code.to_string()).collect();
    assert_eq!(sorted(all.clone()), sorted(names));
    assert_eq!(Column::OF_COUNTRIES.len(), IN_BOTH.len() + 1, "only the state is not here");
    for (column, head) in IN_BOTH {
        assert!(Column::OF_COUNTRIES.contains(&column));
        // A declaration whose day is not known was signed after all others, as far as anybody knows.
        let key = |code: &String| match (known[code][head].as_str(), column) {
            ("", Column::Declaration) if known[code]["signed"] == "yes" => "9999".to_owned(),
            (number, Column::Documents | Column::Videos) => format!("{number:>6}"),
            (date, Column::Declaration) => date.to_owned(),
            (words, _) => letters(words),
        };
        for is_descending in [false, true] {
            let mut expected = all.clone();
            expected.sort_by(|a, b| match (key(a), key(b)) {
                (a, b) if a.is_empty() || b.is_empty() => a.is_empty().cmp(&b.is_empty()),
                (a, b) if is_descending => b.cmp(&a),
                (a, b) => a.cmp(&b),
            });
            let order = Some(Order { column, is_descending });
            assert_eq!(rows("", order, usize::MAX), expected, "{order:?}");
            for limit in [0, 5, 60] {
                assert_eq!(rows("", order, limit), expected[..limit.min(expected.len())], "{order:?}, {limit}");
            }
        }
    }
    // By how far they are; only those that match; and without an order as the cards stand.
    let by_state = Some(Order { column: Column::State, is_descending: false });
    let states: Vec<PlanState> = rows("", by_state, usize::MAX)
        .iter()
        .map(|code| catalog().country(CountryCode::parse(code).unwrap()).unwrap().1.plan_state(today()))
        .collect();
    assert!(states.is_sorted() && states[0] != states[states.len() - 1], "{states:?}");
    assert_eq!(sorted(rows("country=ie,dk,fr", by_state, usize::MAX)), ["DK", "FR", "IE"]);
    assert_eq!(rows("sort=documents", None, 1), ["GB"]);
    // Documents have no such columns: they stand as they came.
    let selection = catalog().select(&Query::default(), today());
    let documents = table::rows(catalog(), &selection, by_state, usize::MAX);
    assert!(documents.into_iter().eq(selection.found()));
}

#[test]
fn a_row_says_what_the_spreadsheet_says() {
    for on in ["2017-01-01", "2026-11-23", "2031-01-01"].map(day) {
        let known = spreadsheet(on);
        for country in &catalog().countries {
            let row = &known[country.code.as_str()];
            let plans: Vec<&str> =
                table::adopted_plans(catalog(), country, on).into_iter().map(|plan| &*plan.title).collect();
            assert_eq!(plans.join("; "), row["plan"], "{} on {on}", country.code);
            let period = table::plan_period(catalog(), country, on);
            let year = |year: Option<Year>| year.map(|year| year.to_string()).unwrap_or_default();
            assert_eq!(year(period.and_then(Period::from)), row["since"], "{} on {on}", country.code);
            assert_eq!(year(period.and_then(Period::to)), row["until"], "{} on {on}", country.code);
        }
    }
}

// The timeline

/// The groups hold what fits, each in its group and by its first year.
fn check_groups(catalog: &Catalog, selection: &Selection, grouping: Grouping, all: &[String]) {
    let groups = timeline::groups(catalog, selection, grouping, usize::MAX);
    assert_eq!(sorted(ids(catalog, groups.iter().flat_map(|(_, found)| found.clone()))), all);
    let mut heads: Vec<Group> = Vec::new();
    for (group, found) in &groups {
        assert!(!found.is_empty() && !heads.contains(group), "{group:?}");
        heads.push(*group);
        for found in found {
            let resource = found.resolve(catalog).1;
            let is_dated = resource.year.is_some() || resource.period.is_some();
            let expected = match grouping {
                _ if !is_dated => Group::Undated,
                Grouping::Country => found.country.map_or(Group::Europe, Group::Country),
                Grouping::Kind => Group::Kind(resource.kind),
            };
            assert_eq!(*group, expected, "{}", resource.id);
        }
        let first = |found: &DocumentRef| {
            let resource = found.resolve(catalog).1;
            first_year(resource).or(resource.period.and_then(Period::to))
        };
        // What begins in the same year stands as on the cards.
        let mut expected: Vec<DocumentRef> = selection.found().filter(|one| found.contains(one)).collect();
        expected.sort_by_key(first);
        assert_eq!(*found, expected, "{group:?}");
    }
    let order = match grouping {
        Grouping::Country => {
            let countries = selection.matches.iter().map(|found| Group::Country(found.country));
            countries.chain([Group::Europe]).collect::<Vec<_>>()
        }
        Grouping::Kind => Kind::ALL.iter().map(|kind| Group::Kind(*kind)).collect(),
    };
    let expected = order.into_iter().chain([Group::Undated]).filter(|group| heads.contains(group));
    assert_eq!(heads, expected.collect::<Vec<_>>());
    // Some of them are the beginning of all.
    let flat = |groups: Vec<(Group, Vec<DocumentRef>)>| -> Vec<(Group, DocumentRef)> {
        groups.into_iter().flat_map(|(group, found)| found.into_iter().map(move |found| (group, found))).collect()
    };
    let whole = flat(groups);
    for limit in [0, 1, 7, 60] {
        let some = timeline::groups(catalog, selection, grouping, limit);
        assert!(some.iter().all(|(_, found)| !found.is_empty()));
        assert_eq!(flat(some), whole[..limit.min(whole.len())]);
    }
}

/// The years are the filter's, and otherwise those of what fits and this one.
fn check_span(catalog: &Catalog, selection: &Selection, years: Option<Period>, today: PartialDate) {
    let span = Span::of(catalog, selection, years, today);
    assert!(span.first <= span.last && span.length() == span.last - span.first + 1);
    let number = |year: Option<Year>| year.map(Year::number);
    let (from, to) = (number(years.and_then(Period::from)), number(years.and_then(Period::to)));
    assert!(from.is_none_or(|from| from == span.first), "{span:?} of {years:?}");
    assert!(to.is_none_or(|to| to == span.last), "{span:?} of {years:?}");
    if years.is_none() {
        let period = span.period().unwrap();
        let now = today.year();
        assert!(period.contains(now));
        let mut edges = vec![now];
        for resource in selection.found().map(|found| found.resolve(catalog).1) {
            let last = resource.period.and_then(Period::to);
            let ends = [first_year(resource), last];
            assert!(ends.iter().flatten().all(|year| period.contains(*year)), "{span:?} for {}", resource.id);
            edges.extend(ends.into_iter().flatten());
        }
        assert!([span.first, span.last].iter().all(|end| edges.iter().any(|year| year.number() == *end)));
    }
}

fn span(first: u16, last: u16) -> Span {
    Span { first, last }
}

#[test]
fn the_years_are_those_of_the_filter_or_of_what_fits() {
    let documents = [
        ("law", 2016.into(), Value::Null),
        ("law", Value::Null, json!([2020, null])),
        ("law", 2019.into(), json!([null, 2031])),
        ("law", Value::Null, Value::Null),
    ];
    let catalog = made(&[("IE", &documents)]);
    let check = |years: &str, today: &str, expected: Span| {
        let (query, unknown) = Query::parse(&format!("year={years}"), &catalog);
        assert_eq!(unknown, []);
        assert_eq!(
            Span::of(&catalog, &catalog.select(&query, day(today)), query.years, day(today)),
            expected,
            "{years}"
        );
    };
    check("", "2026-11-23", span(2016, 2031));
    check("", "2010", span(2010, 2031));
    check("", "2040-01-01", span(2016, 2040));
    check("2020", "2026-11-23", span(2020, 2020));
    check("2018-2022", "2026-11-23", span(2018, 2022));
    check("1900-2100", "2026-11-23", span(1900, 2100));
    // Where the filter is open, what fits says where the years end, and that is not before it begins.
    check("2025-", "2026-11-23", span(2025, 2031));
    check("-2020", "2026-11-23", span(2016, 2020));
    check("2050-", "2026-11-23", span(2050, 2050));
    check("-1990", "2026-11-23", span(1990, 1990));
    // Of what does not fit nothing is shown.
    let (query, _) = Query::parse("kind=report", &catalog);
    assert_eq!(Span::of(&catalog, &catalog.select(&query, day("2026")), None, day("2026")), span(2026, 2026));
}

#[test]
fn years_are_brought_closer_and_moved() {
    let check = |from: Span, closer: Span, wider: Span, before: Span, after: Span| {
        assert_eq!(from.closer(), closer, "{from:?} closer");
        assert_eq!(from.wider(), wider, "{from:?} wider");
        assert_eq!(from.beside(-1), before, "before {from:?}");
        assert_eq!(from.beside(1), after, "after {from:?}");
    };
    check(span(2020, 2020), span(2020, 2020), span(2019, 2021), span(2019, 2019), span(2021, 2021));
    check(span(2020, 2021), span(2021, 2021), span(2019, 2022), span(2019, 2020), span(2021, 2022));
    check(span(2020, 2022), span(2021, 2022), span(2019, 2023), span(2019, 2021), span(2021, 2023));
    check(span(2020, 2023), span(2021, 2022), span(2018, 2025), span(2018, 2021), span(2022, 2025));
    check(span(2010, 2029), span(2015, 2024), span(2000, 2039), span(2000, 2019), span(2020, 2039));
    // There are no years before 1900 and after 2100: there are as many, and no others.
    check(span(1900, 2100), span(1950, 2050), span(1900, 2100), span(1900, 2100), span(1900, 2100));
    check(span(1900, 1909), span(1902, 1907), span(1900, 1914), span(1900, 1909), span(1905, 1914));
    check(span(1902, 1911), span(1904, 1909), span(1900, 1916), span(1900, 1909), span(1907, 1916));
    check(span(2091, 2100), span(2093, 2098), span(2086, 2100), span(2086, 2095), span(2091, 2100));
    check(span(1900, 1900), span(1900, 1900), span(1900, 1901), span(1900, 1900), span(1901, 1901));
    check(span(2100, 2100), span(2100, 2100), span(2099, 2100), span(2099, 2099), span(2100, 2100));
}

#[test]
fn few_years_are_written() {
    let check = |of: Span, expected: &[u16]| assert_eq!(of.ticks(), expected, "{of:?}");
    check(span(2020, 2020), &[2020]);
    check(span(2019, 2021), &[2019, 2020, 2021]);
    check(span(2019, 2026), &[2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    check(span(2018, 2026), &[2018, 2020, 2022, 2024, 2026]);
    check(span(2011, 2031), &[2015, 2020, 2025, 2030]);
    check(span(1995, 2050), &[2000, 2010, 2020, 2030, 2040, 2050]);
    check(span(1900, 2100), &[1900, 1950, 2000, 2050, 2100]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_years_can_be_moved(a in 1900..=2100_u16, b in 1900..=2100_u16) {
        let from = span(a.min(b), a.max(b));
        let ticks = from.ticks();
        prop_assert!((1..=9).contains(&ticks.len()), "{:?}", ticks);
        prop_assert!(ticks.is_sorted() && ticks.iter().all(|year| (from.first..=from.last).contains(year)));
        for to in [from.closer(), from.wider(), from.beside(-1), from.beside(1)] {
            prop_assert!(1900 <= to.first && to.first <= to.last && to.last <= 2100, "{:?}", to);
            let period = to.period().unwrap();
            prop_assert_eq!((period.from().unwrap().number(), period.to().unwrap().number()), (to.first, to.last));
        }
        let closer = from.closer();
        prop_assert!(closer.length() < from.length() || from.length() == 1);
        prop_assert!(closer.first >= from.first && closer.last <= from.last);
        prop_assert!(from.wider().length() > from.length() || from.length() == 201);
        prop_assert_eq!((from.beside(-1).length(), from.beside(1).length()), (from.length(), from.length()));
    }

    #[test]
    fn later_days_have_later_places(a in days(), b in days()) {
        let (a, b) = (a.min(b), a.max(b));
        prop_assert!(timeline::place(a) <= timeline::place(b), "{} {}", a, b);
        let begins = timeline::begins(a.year().number());
        prop_assert!((begins..begins + 100).contains(&timeline::place(a)), "{}", a);
    }
}

fn days() -> impl Strategy<Value = PartialDate> {
    let text = (1900..=2100_u16, 1..=12_u8, 1..=31_u8).prop_map(|(year, month, day)| {
        let dates = [format!("{year}-{month:02}-{day:02}"), format!("{year}-{month:02}-28")];
        dates.iter().find_map(|date| PartialDate::parse_day(date).ok())
    });
    text.prop_filter_map("a day", |day| day)
}

#[test]
fn a_place_is_in_hundredths_of_a_year() {
    let check = |date: &str, expected: u32| assert_eq!(timeline::place(day(date)), expected, "{date}");
    check("1900", 0);
    check("1900-01-01", 0);
    check("2026", 12_600);
    check("2026-07-02", 12_649);
    check("2026-12-31", 12_698);
    check("2100-12-31", 20_098);
    assert_eq!(timeline::begins(1900), 0);
    assert_eq!(timeline::begins(2101), 20_100);
}

#[test]
fn a_bar_is_as_long_as_the_life() {
    let check = |year: Value, period: Value, active: Option<Bar>, others: Option<Bar>| {
        for status in catalog::Status::ALL {
            let catalog = made_with(status.name(), &[("IE", &[("law", year.clone(), period.clone())])]);
            let expected = if *status == catalog::Status::Active { active } else { others };
            let found = timeline::bar(&catalog.countries[0].resources[0]);
            assert_eq!(found, expected, "{year} {period} {}", status.name());
        }
    };
    let years = |from: u32, to: u32| Some(Bar { from, to: Some(to), kind: BarKind::Period });
    let open = |from: u32| Some(Bar { from, to: None, kind: BarKind::Open });
    let one = |from: u32| Some(Bar { from, to: Some(from + 100), kind: BarKind::Year });
    let both = |year: Value, period: Value, bar: Option<Bar>| check(year, period, bar, bar);
    both(Value::Null, Value::Null, None);
    both(Value::Null, json!([2020, 2020]), years(12_000, 12_100));
    both(2016.into(), json!([2017, 2020]), years(11_700, 12_100));
    both(2016.into(), json!([null, 2020]), years(11_600, 12_100));
    both(Value::Null, json!([1900, 2100]), years(0, 20_100));
    // Only the end is known: it came out after it, or nobody knows when.
    both(Value::Null, json!([null, 2020]), one(12_000));
    both(2021.into(), json!([null, 2020]), one(12_000));
    // What runs on does so only where it is active; otherwise nobody knows for how long.
    check(2020.into(), Value::Null, open(12_000), one(12_000));
    check(2016.into(), json!([2017, null]), open(11_700), one(11_700));
    check(Value::Null, json!([2017, null]), open(11_700), one(11_700));
}

#[test]
fn the_end_of_a_plan_is_marked() {
    let check_with = |status: &str, documents: &[Document], expected: Option<Mark>| {
        let catalog = made_with(status, &[("IE", documents)]);
        let country = &catalog.countries[0];
        let of = |country| timeline::mark(country, &catalog.countries[0].resources[0], day("2026-11-28"));
        assert_eq!(of(Some(country)), expected, "{documents:?} {status}");
        // What belongs to no country has no successor to look for.
        assert_eq!(of(None), None);
    };
    let check = |documents: &[Document], expected| check_with("active", documents, expected);
    let plan = |period: Value| ("strategy", Value::Null, period);
    let of = |kind: &'static str, period: Value| (kind, Value::Null, period);
    let (soon, none) = (Some(Mark::EndsSoon), Some(Mark::NoSuccessor));
    check(&[plan(json!([2020, 2026]))], soon);
    check(&[plan(json!([2020, 2025]))], none);
    check(&[plan(json!([null, 2025]))], none);
    check(&[plan(json!([2020, 2027]))], None);
    check(&[plan(json!([2020, null]))], None);
    check(&[plan(Value::Null)], None);
    // Of a year alone nobody knows when it ends.
    check(&[("strategy", 2020.into(), Value::Null)], None);
    check(&[of("roadmap", json!([2020, 2025]))], none);
    check(&[of("implementation-plan", json!([2020, 2026]))], soon);
    for other in ["law", "programme", "genome-centre", "biobank", "report"] {
        check(&[of(other, json!([2020, 2025]))], None);
        check(&[of(other, json!([2020, 2026]))], None);
        // Only a plan follows a plan.
        check(&[plan(json!([2020, 2025])), of(other, json!([2026, 2030]))], none);
    }
    // It ends this year, whatever comes after it.
    check(&[plan(json!([2020, 2026])), plan(json!([2027, 2030]))], soon);
    // What goes on after it: until a later year, without an end, or of a later year.
    check(&[plan(json!([2020, 2024])), plan(json!([2022, 2025]))], None);
    check(&[plan(json!([2020, 2025])), of("roadmap", json!([2019, null]))], None);
    check(&[plan(json!([2020, 2025])), of("implementation-plan", json!([null, 2026]))], None);
    check(&[plan(json!([2020, 2025])), ("strategy", 2026.into(), Value::Null)], None);
    check(&[plan(json!([2020, 2025])), ("strategy", 2018.into(), Value::Null)], None);
    check(&[plan(json!([2020, 2025])), plan(Value::Null)], None);
    check_with("planned", &[plan(json!([2020, 2025])), ("strategy", 2026.into(), Value::Null)], None);
    // What does not: it ends with it or before it, is of no later year, or is of no year.
    check(&[plan(json!([2020, 2025])), plan(json!([2021, 2025]))], none);
    check(&[plan(json!([2020, 2025])), plan(json!([2010, 2015]))], none);
    check_with("completed", &[plan(json!([2020, 2025])), ("strategy", 2025.into(), Value::Null)], none);
    check_with("completed", &[plan(json!([2020, 2025])), plan(json!([2019, null]))], none);
    check(&[plan(json!([2020, 2025])), ("strategy", 2030.into(), json!([2010, 2015]))], none);
    check_with("completed", &[plan(json!([2020, 2025])), plan(Value::Null)], none);
}

/// A strategy for something else, as France has one for rare diseases, does not follow the national plan.
#[test]
fn a_plan_that_a_country_names_is_followed_by_one_that_it_names() {
    let documents = [
        ("strategy", Value::Null, json!([2016, 2025])),
        ("strategy", Value::Null, json!([2025, 2030])),
        ("roadmap", Value::Null, json!([2010, 2012])),
    ];
    let check = |plan: &[usize], on: &str, expected: [Option<Mark>; 3]| {
        let mut catalog = made(&[("FR", &documents)]);
        let country = &mut catalog.countries[0];
        (country.plan_status, country.plan) = (PlanStatus::Adopted, plan.to_vec());
        let found = [0, 1, 2].map(|at| timeline::mark(Some(country), &country.resources[at], day(on)));
        assert_eq!(found, expected, "{plan:?} on {on}");
        if found[0] == Some(Mark::NoSuccessor) {
            assert_eq!(country.plan_state(day(on)), PlanState::Ended);
        }
    };
    let (soon, none) = (Some(Mark::EndsSoon), Some(Mark::NoSuccessor));
    check(&[0], "2025-12-31", [soon, None, None]);
    check(&[0], "2026-01-01", [none, None, None]);
    check(&[0, 1], "2026-01-01", [None, None, None]);
    check(&[0, 1], "2030-12-31", [None, soon, None]);
    check(&[0, 1], "2031-01-01", [None, none, None]);
    let france = catalog().country(CountryCode::parse("FR").unwrap()).unwrap().1;
    let marks = france.plans().map(|plan| timeline::mark(Some(france), plan, today()));
    assert_eq!(marks.collect::<Vec<_>>(), [none]);
}

// The comparison

#[test]
fn countries_side_by_side_say_what_only_one_has() {
    let of = |kinds: &[&'static str]| -> Vec<Document> {
        kinds.iter().map(|kind| (*kind, Value::Null, Value::Null)).collect()
    };
    let (at, be) = (of(&["biobank"]), of(&["report", "law", "report"]));
    let (dk, fr) = (of(&["strategy", "law", "strategy"]), of(&[]));
    let (ie, it) = (of(&["strategy", "report"]), of(&["biobank"]));
    let catalog = made(&[("AT", &at), ("BE", &be), ("DK", &dk), ("FR", &fr), ("IE", &ie), ("IT", &it)]);
    let check = |address: &str, kinds: &[Kind], columns: &[(&str, &[Kind], &[Kind])], left_out: usize| {
        let (query, unknown) = Query::parse(address, &catalog);
        assert_eq!(unknown, []);
        let selection = catalog.select(&query, today());
        let comparison = compare(&catalog, &selection);
        let found: Vec<(&str, &[Kind], &[Kind])> = comparison
            .columns
            .iter()
            .map(|column| (column.country.code.as_str(), &*column.only, &*column.lacks))
            .collect();
        assert_eq!(comparison.kinds, kinds, "{address}");
        assert_eq!(found, columns, "{address}");
        assert_eq!(comparison.left_out, left_out, "{address}");
    };
    use Kind::{Biobank, Law, Report, Strategy};
    check("country=dk,ie", &[Strategy, Law, Report], &[("DK", &[Law], &[Report]), ("IE", &[Report], &[Law])], 0);
    // In the order of the results: Belgium has more documents.
    check(
        "country=at,be&sort=documents",
        &[Law, Biobank, Report],
        &[("BE", &[Law, Report], &[Biobank]), ("AT", &[Biobank], &[Law, Report])],
        0,
    );
    // One alone lacks nothing; one without documents lacks all.
    check("country=dk", &[Strategy, Law], &[("DK", &[Strategy, Law], &[])], 0);
    check("country=dk,fr", &[Strategy, Law], &[("DK", &[Strategy, Law], &[]), ("FR", &[], &[Strategy, Law])], 0);
    check("country=fr", &[], &[("FR", &[], &[])], 0);
    check("country=at,it", &[Biobank], &[("AT", &[], &[]), ("IT", &[], &[])], 0);
    // Only what fits counts, and only where it stands side by side.
    check("country=dk,ie&kind=strategy", &[Strategy], &[("DK", &[], &[]), ("IE", &[], &[])], 0);
    check("q=xyzzy", &[], &[], 0);
    check(
        "",
        &[Strategy, Law, Biobank, Report],
        &[
            ("AT", &[Biobank], &[Strategy, Law, Report]),
            ("BE", &[Report], &[Strategy, Biobank]),
            ("DK", &[Strategy], &[Biobank, Report]),
            ("FR", &[], &[Strategy, Law, Biobank, Report]),
        ],
        2,
    );
    let selection = catalog.select(
        &with(&Query::default(), |query| {
            query.countries.insert(CountryCode::parse("BE").unwrap());
        }),
        today(),
    );
    let comparison = compare(&catalog, &selection);
    assert_eq!(comparison.columns[0].of_kind(Report), [0, 2]);
    assert_eq!(comparison.columns[0].of_kind(Law), [1]);
    assert_eq!(comparison.columns[0].of_kind(Strategy), [0; 0]);
    assert_eq!(compare::MOST, 4);
}
