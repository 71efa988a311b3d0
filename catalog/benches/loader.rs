//! How long it takes to read and check editors' files, of 10,000 and of 100,000 entries: ten times as many may take ten
//! times as long.

#[path = "../tests/common/mod.rs"]
mod common;

use std::time::Instant;

use catalog::source;
use common::Files;
use serde_json::{Value, json};

const SIZES: [usize; 2] = [10_000, 100_000];

/// Makes a file of the dataset as long as it is wanted.
type Grow = fn(&mut Value, usize);

/// A name, and what is grown.
type Case = (&'static str, &'static [(&'static str, Grow)]);

fn main() {
    println!("{:<34}{:>14}{:>14}{:>10}", "reading and checking, ms", SIZES[0], SIZES[1], "ratio");
    let cases: [Case; 12] = [
        (
            "sources of one document",
            &[("countries/ie.json", |country, size| {
                country["resources"][0]["sources"] = numbered(size, |at| json!(format!("https://example.org/{at}")));
            })],
        ),
        (
            "the same source",
            &[("countries/ie.json", |country, size| {
                country["resources"][0]["sources"] = numbered(size, |_| json!("https://example.org/"));
            })],
        ),
        (
            "documents of one country",
            &[("countries/ie.json", |country, size| {
                copy_first(country, size, |resource, at| {
                    resource["title"] = json!(format!("Title {at}"));
                    resource["url"] = json!(format!("https://example.org/{at}"));
                });
            })],
        ),
        (
            "documents of one title",
            &[("countries/ie.json", |country, size| {
                let first = country["resources"][0].clone();
                country["resources"] = numbered(size, |_| first.clone());
            })],
        ),
        (
            "one title in as many years",
            &[("countries/ie.json", |country, size| {
                copy_first(country, size, |resource, at| resource["year"] = json!(at));
            })],
        ),
        (
            "documents that are the plan",
            &[("countries/ie.json", |country, size| {
                let id = |at: usize| json!(format!("ie-{at}"));
                for key in ["plan", "newborn_genomics"] {
                    country[key] = numbered(size, id);
                }
                copy_first(country, size, |_, _| {});
            })],
        ),
        (
            "keys that are not known",
            &[("countries/ie.json", |country, size| {
                country["resources"][0]
                    .as_object_mut()
                    .expect("it is an object")
                    .extend((0..size).map(|at| (format!("key-{at}"), json!(1))));
            })],
        ),
        (
            "wrong changes, wrong documents",
            &[
                ("changes.json", |changes, size| *changes = numbered(size, |at| json!(at))),
                ("countries/ie.json", |country, size| country["resources"] = numbered(size, |at| json!(at))),
            ],
        ),
        (
            "what was withdrawn, added again",
            &[("changes.json", |changes, size| {
                let prints = |of: &str| {
                    (0..size).map(|at| (format!("{of}-{at}"), json!("0"))).collect::<serde_json::Map<_, _>>()
                };
                *changes = json!([
                    {"date": "2026-01-01", "note": "Added.", "added": prints("a")},
                    {"date": "2026-01-02", "note": "Withdrawn.", "withdrawn": prints("a").keys().collect::<Vec<_>>()},
                    {"date": "2026-01-03", "note": "Added.", "added": prints("b")},
                ]);
            })],
        ),
        (
            "advice, and advice accepted",
            &[
                ("countries/ie.json", |country, size| {
                    country["resources"][0]["sources"] = numbered(size, |at| json!(format!("http://example.org/{at}")));
                }),
                ("accepted-advice.json", |accepted, size| {
                    *accepted = numbered(
                        size,
                        |at| json!({"id": format!("ie-{at}"), "kind": "plain-http", "reason": "There is no other."}),
                    );
                }),
            ],
        ),
        (
            "videos",
            &[("videos.json", |videos, size| {
                let first = videos[0].clone();
                *videos = numbered(size, |at| {
                    let mut video = first.clone();
                    video["id"] = json!(format!("video-{at}"));
                    video["youtube"] = json!(format!("{at:011}"));
                    video
                });
            })],
        ),
        (
            "events",
            &[("events.json", |events, size| {
                let first = events[0].clone();
                *events = numbered(size, |at| {
                    let mut event = first.clone();
                    event["id"] = json!(format!("event-{at}"));
                    event
                });
            })],
        ),
    ];
    for (name, grown) in cases {
        let times = SIZES.map(|size| {
            let files = grow(grown, size);
            let start = Instant::now();
            // Some of them have problems.
            let lines = match source::load(&files) {
                Ok(loaded) => source::advice(&loaded, loaded.catalog.version).len(),
                Err(problems) => problems.to_string().lines().count(),
            };
            (start.elapsed().as_secs_f64() * 1_000.0, lines)
        });
        let [(few, _), (many, lines)] = times;
        println!("{name:<34}{few:>14.0}{many:>14.0}{:>10.1}   {lines} problems or advice", many / few);
    }
}

fn numbered(size: usize, make: impl Fn(usize) -> Value) -> Value {
    (0..size).map(make).collect()
}

/// Has a country so many documents, each its first one under an id of its own, `ie-` and its number, and changed.
fn copy_first(country: &mut Value, size: usize, change: impl Fn(&mut Value, usize)) {
    let first = country["resources"][0].clone();
    country["resources"] = numbered(size, |at| {
        let mut resource = first.clone();
        resource["id"] = json!(format!("ie-{at}"));
        change(&mut resource, at);
        resource
    });
}

/// The shipped files, some of which are grown, with what changed in them recorded where they are right.
fn grow(grown: &[(&str, Grow)], size: usize) -> Files {
    let mut files = common::shipped_files();
    for (file, grow) in grown {
        let (_, text) = files.iter_mut().find(|(path, _)| path == file).expect("the file is there");
        let mut json: Value = serde_json::from_str(text).expect("it is JSON");
        grow(&mut json, size);
        *text = json.to_string();
    }
    if let Ok(Some(changes)) = source::record(&files, "2030-01-01", "They were grown.") {
        common::put(&mut files, "changes.json", &changes);
    }
    files
}
