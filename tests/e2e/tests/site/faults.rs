//! What goes wrong with the dataset is said in one sentence, and can be tried again.

use catalog::text;
use e2e::{Role, Site, Visitor};

const DATA: &str = "data/catalog.json";

/// A visit with a dataset as `change` leaves it; then the right one, and another try.
fn check(change: impl Fn(&Site, &str), expected: &str) {
    let site = Site::copy();
    let right = site.text(DATA);
    change(&site, &right);
    let visitor = Visitor::of(&site);
    visitor.tolerates_missing(DATA);
    visitor.open_whatever_comes("?country=ie");
    visitor.should_read("main", text::NO_DATA);
    visitor.should_read("[role=alert]", expected);
    // It may be tried in vain.
    visitor.clicks(Role::Button, text::RETRY);
    visitor.should_read("[role=alert]", expected);
    site.write(DATA, &right);
    visitor.clicks(Role::Button, text::RETRY);
    visitor.should_see("country=ie");
}

#[test]
fn a_missing_dataset() {
    check(|site, _| site.remove(DATA), &text::refused(DATA, 404));
}

#[test]
fn a_dataset_that_is_no_json() {
    check(|site, right| site.write(DATA, &right[..right.len() / 2]), &text::broken(DATA, text::NO_JSON));
}

#[test]
fn a_dataset_with_a_wrong_value() {
    let change = |site: &Site, right: &str| site.write(DATA, &right.replacen("\"adopted\"", "\"perhaps\"", 1));
    check(change, "\"perhaps\" is no plan status");
}

#[test]
fn a_dataset_of_a_newer_major_version() {
    let change = |site: &Site, right: &str| site.write(DATA, &with_schema(right, "2.0"));
    check(change, "the dataset is in version 2.0");
}

#[test]
fn a_dataset_of_a_newer_minor_version_is_shown_with_a_note() {
    let site = Site::copy();
    let right = site.text(DATA);
    let newer = with_schema(&right, "1.9").replacen("\"countries\":[{", "\"countries\":[{\"anthem\":\"new\",", 1);
    site.write(DATA, &newer);
    let visitor = Visitor::at(&site, "?country=ie");
    visitor.should_see("country=ie");
    visitor.should_read(".notices", &text::newer_schema("1.9"));
}

#[test]
fn without_an_app_the_page_says_what_it_is() {
    let site = Site::copy();
    let visitor = Visitor::of(&site);
    // The start script is missing, as behind a filter that blocks scripts.
    site.remove("boot.js");
    visitor.tolerates_missing("boot.js");
    visitor.tolerates_waste();
    visitor.open_whatever_comes("");
    visitor.should_read("h1", text::TITLE);
    visitor.should_read("main", text::LOADING);
    // No script can tell that the app does not come.
    visitor.should_read("main", text::LATE);
    visitor.should_find("main", Role::Link, text::RELOAD);
}

#[test]
fn an_app_that_does_not_arrive_is_said_and_can_be_tried_again() {
    let site = Site::copy();
    let glue = glue(&site);
    let right = site.text(&glue);
    site.remove(&glue);
    let visitor = Visitor::of(&site);
    visitor.tolerates_missing(&glue);
    visitor.open_whatever_comes("?country=ie");
    visitor.should_read("[role=alert]", text::NOT_STARTED);
    site.write(&glue, &right);
    visitor.clicks(Role::Button, text::RELOAD);
    visitor.should_see("country=ie");
}

/// The script that wasm-bindgen made.
pub(crate) fn glue(site: &Site) -> String {
    let is_glue = |file: &String| file.starts_with("genomic-plans-") && file.ends_with(".js");
    site.files().into_iter().find(is_glue).expect("the site has the script of its app")
}

fn with_schema(dataset: &str, version: &str) -> String {
    let ours = format!("\"schema\":\"{}\"", catalog::wire::SCHEMA);
    assert!(dataset.contains(&ours), "the dataset names its schema");
    dataset.replacen(&ours, &format!("\"schema\":\"{version}\""), 1)
}
