//! How long a selection takes, in catalogs of one document a country, of 1,000 and of 10,000 documents.
//!
//! They repeat the shipped catalog's documents, with ids and titles of their own; those of Europe are in each once.
//! Each time is a median. Filters must answer within the 10 ms that a keystroke can spare.

#[path = "../tests/common/mod.rs"]
mod common;

use catalog::wire::Json;
use catalog::{Catalog, Query};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const RUNS: usize = 21;

fn main() {
    let shipped = serde_json::to_value(&common::shipped().dataset).expect("a tree is JSON");
    let one_each = shipped["countries"].as_array().map_or(0, Vec::len);
    println!("{:<26}{:>12}{:>12}{:>12}", format!("median of {RUNS} runs, ms"), one_each, "1,000", "10,000");
    let sizes = [one_each, 1_000, 10_000].map(|size| grown(&shipped, size).to_string());
    let row = |name: &str, times: [Duration; 3]| {
        let cells: String = times.iter().map(|time| format!("{:>12.3}", time.as_secs_f64() * 1_000.0)).collect();
        println!("{name:<26}{cells}");
    };
    for (name, address) in [
        ("no filter", ""),
        ("kind strategy", "kind=strategy"),
        ("in force, plan in force", "now=1&plan=in-force&year=2026"),
        ("text gen", "q=gen"),
        ("national genomic strategy", "q=national+genomic+strategy"),
        ("an acronym", "q=gdi"),
        ("a misspelt word", "q=stratgey"),
    ] {
        let times = sizes.each_ref().map(|text| {
            let catalog = checked(&tree(text));
            catalog.add_names(include_str!("../../names/countries.txt"));
            let _changes = catalog.correct_searches(catalog::nearest_word);
            let (query, unknown) = Query::parse(address, &catalog);
            assert!(unknown.is_empty(), "{address} has something unknown");
            let warm = catalog.select(&query, common::today());
            assert!(warm.documents > 0, "{address} selects nothing");
            median(|| (), |()| catalog.select(&query, common::today()))
        });
        row(name, times);
    }
    // The texts are folded at the first search: each run has a catalog of its own.
    let first = sizes.each_ref().map(|text| {
        median(
            || checked(&tree(text)),
            |catalog| {
                let (query, _) = Query::parse("q=gen", &catalog);
                let documents = catalog.select(&query, common::today()).documents;
                (catalog, documents)
            },
        )
    });
    row("first search", first);
    row(
        "check of the dataset",
        sizes.each_ref().map(|text| {
            let tree = tree(text);
            median(|| (), |()| Catalog::from_wire(&tree))
        }),
    );
    row("the same from the text", sizes.each_ref().map(|text| median(|| (), |()| checked(&tree(text)))));
}

/// The median time of `run`, without that of `prepare` and of dropping the result.
fn median<P, T>(prepare: impl Fn() -> P, run: impl Fn(P) -> T) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let prepared = prepare();
            let start = Instant::now();
            let result = std::hint::black_box(run(prepared));
            let time = start.elapsed();
            drop(result);
            time
        })
        .collect();
    times.sort_unstable();
    times[RUNS / 2]
}

fn tree(text: &str) -> Json {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}"))
}

fn checked(dataset: &Json) -> Catalog {
    Catalog::from_wire(dataset).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The dataset with `size` documents, spread over its countries.
fn grown(dataset: &Value, size: usize) -> Value {
    let mut grown = dataset.clone();
    let countries = grown["countries"].as_array_mut().expect("countries are a list");
    let among = countries.len();
    let mut made = 0;
    for (at, country) in countries.iter_mut().enumerate() {
        let wanted = size / among + usize::from(at < size % among);
        let code = country["code"].as_str().unwrap_or_default().to_lowercase();
        let resources = country["resources"].as_array_mut().expect("resources are a list");
        let ids: Vec<Value> = resources.iter().map(|resource| resource["id"].clone()).collect();
        *resources = resources.iter().cycle().take(wanted).cloned().collect();
        for (number, resource) in resources.iter_mut().enumerate() {
            resource["id"] = json!(format!("{code}-{number}"));
            resource["title"] = json!(format!("{} {number}", resource["title"].as_str().unwrap_or_default()));
        }
        made += resources.len();
        refer(country, &ids, &code, wanted);
    }
    assert_eq!(made, size, "a country has no document to repeat");
    grown
}

/// Where a country names its own documents: their new ids, and no id of one that is left out.
fn refer(country: &mut Value, ids: &[Value], code: &str, wanted: usize) {
    let renamed = |id: &Value| {
        let at = ids.iter().position(|known| known == id).filter(|at| *at < wanted);
        at.map(|at| json!(format!("{code}-{at}")))
    };
    for key in ["plan", "legal_basis", "newborn_genomics"] {
        if let Some(named) = country.get_mut(key).and_then(Value::as_array_mut) {
            *named = named.iter().filter_map(renamed).collect();
        }
    }
    for (part, key) in [("", "rare_disease_plan"), ("/reference_cohort", "resource")] {
        if let Some(named) = country.pointer_mut(part).and_then(|part| part.get_mut(key)) {
            *named = renamed(named).unwrap_or_default();
        }
    }
}
