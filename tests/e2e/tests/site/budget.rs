//! How much visitors have to load.

use std::{env, path::PathBuf};

use e2e::{ServedSite, Visitor};
use site::{budget, project};

#[test]
fn the_site_is_within_its_budget() {
    let dist = env::var_os("DIST").map_or_else(project::dist, PathBuf::from);
    assert_eq!(budget::check(&dist), Vec::<String>::new());
}

/// Requests of a first visit to the start page until it reacts.
const MOST_REQUESTS: usize = 14;

#[test]
fn a_first_visit_needs_few_requests() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.without_workers();
    visitor.open("");
    // A browser fetches an icon for its own purposes, as often as it likes.
    let mut asked = site.requests();
    asked.retain(|file| file != "/icon.svg");
    assert!(asked.len() <= MOST_REQUESTS, "{} requests: {asked:?}", asked.len());
}

#[test]
fn what_the_worker_keeps_is_not_sent_twice() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    visitor.waits_for_worker();
    visitor.waits_for_no_worker();
    for file in [site.wasm(), site.glue(), site.loader(), site.lazy(), site.dataset()] {
        assert_eq!(site.times_asked(&file), 1, "{file}");
    }
}

#[test]
fn the_page_asks_for_each_file_once() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.without_workers();
    visitor.open("?country=ie");
    visitor.should_see("country=ie");
    visitor.waits_for_map();
    let ends = [".css", ".js", ".wasm", ".json", "map.svg"];
    let loaded: Vec<String> =
        site.files().into_iter().filter(|file| ends.iter().any(|end| file.ends_with(end))).collect();
    for file in &loaded {
        assert!(site.times_asked(file) <= 1, "{file} was asked for {} times", site.times_asked(file));
    }
    let asked = loaded.iter().filter(|file| site.times_asked(file) > 0).count();
    assert!(asked >= 4, "style, script, wasm and data were asked for");
}
