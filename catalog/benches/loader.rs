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

fn main() {
    println!("{:<34}{:>14}{:>14}{:>10}", "reading and checking, ms", SIZES[0], SIZES[1], "ratio");
    let cases: [(&str, &str, Grow); 6] = [
        ("sources of one document", "countries/ie.json", |country, size| {
            country["resources"][0]["sources"] = numbered(size, |at| json!(format!("https://example.org/{at}")));
        }),
        ("the same source", "countries/ie.json", |country, size| {
            country["resources"][0]["sources"] = numbered(size, |_| json!("https://example.org/"));
        }),
        ("documents of one country", "countries/ie.json", |country, size| {
            let first = country["resources"][0].clone();
            country["resources"] = numbered(size, |at| {
                let mut resource = first.clone();
                resource["id"] = json!(format!("ie-{at}"));
                resource["title"] = json!(format!("Title {at}"));
                resource["url"] = json!(format!("https://example.org/{at}"));
                resource
            });
        }),
        ("documents of one title", "countries/ie.json", |country, size| {
            let first = country["resources"][0].clone();
            country["resources"] = numbered(size, |_| first.clone());
        }),
        ("videos", "videos.json", |videos, size| {
            let first = videos[0].clone();
            *videos = numbered(size, |at| {
                let mut video = first.clone();
                video["id"] = json!(format!("video-{at}"));
                video["youtube"] = json!(format!("{at:011}"));
                video
            });
        }),
        ("events", "events.json", |events, size| {
            let first = events[0].clone();
            *events = numbered(size, |at| {
                let mut event = first.clone();
                event["id"] = json!(format!("event-{at}"));
                event
            });
        }),
    ];
    for (name, file, grow) in cases {
        let times = SIZES.map(|size| {
            let files = grown(file, size, grow);
            let start = Instant::now();
            // Most of them have problems: they are not recorded, for example.
            let problems = source::load(&files).err().map_or(0, |problems| problems.to_string().lines().count());
            (start.elapsed().as_secs_f64() * 1_000.0, problems)
        });
        let [(few, _), (many, problems)] = times;
        println!("{name:<34}{few:>14.0}{many:>14.0}{:>10.1}   {problems} lines of problems", many / few);
    }
}

fn numbered(size: usize, make: impl Fn(usize) -> Value) -> Value {
    (0..size).map(make).collect()
}

/// The shipped files, one of which is grown.
fn grown(file: &str, size: usize, grow: Grow) -> Files {
    let mut files = common::shipped_files();
    let (_, text) = files.iter_mut().find(|(path, _)| path == file).expect("the file is there");
    let mut json: Value = serde_json::from_str(text).expect("it is JSON");
    grow(&mut json, size);
    *text = json.to_string();
    files
}
