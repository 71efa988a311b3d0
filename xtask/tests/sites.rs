//! Sites that are made from the built one, to measure and to compare.

use std::{env, fs};

use xtask::bench::dataset::{grown, without};
use xtask::bench::page::{with_content, with_twin, without_script};
use xtask::reproduce::compare;

const PAGE: &str = "<html data-static><script src=./early.js></script>\
    <script type=\"application/ld+json\">{\"<\":1}</script><link href=./catalog-1.json as=fetch rel=preload>\
    <script data-wasm=./a.wasm src=./boot.js type=module></script><link href=./a.js rel=modulepreload>\
    </head><body><div data-catalog=./catalog-1.json id=app><div class=\"page\">a<!----><!--<() />--></div></div></body></html>";

#[test]
fn a_twin_has_the_page_and_its_own_script() {
    let expected = "<html data-static><script src=./early.js></script>\
        <script type=\"application/ld+json\">{\"<\":1}</script><link href=./catalog-1.json as=fetch rel=preload>\
        <script src=./twin.js type=module></script></head><body><div data-catalog=./catalog-1.json id=app>\
        <div class=\"page\">a</div></div></body></html>";
    assert_eq!(with_twin(PAGE, "twin.js"), expected);
}

#[test]
fn the_limit_has_no_script() {
    let expected = "<html><script type=\"application/ld+json\">{\"<\":1}</script></head><body>\
        <div data-catalog=./catalog-1.json id=app><div class=\"page\">a<!----><!--<() />--></div></div></body></html>";
    assert_eq!(without_script(PAGE), expected);
}

#[test]
fn another_dataset_brings_its_content() {
    let page = with_content(PAGE, "b", "catalog-2.json").expect("it is a page");
    assert!(page.contains("<link href=./catalog-2.json"), "{page}");
    assert!(page.ends_with("<div data-catalog=./catalog-2.json id=app>b</div></body></html>"), "{page}");
}

#[test]
fn a_grown_dataset_is_right_and_has_what_was_asked_for() {
    let loaded = site::data::load().expect("the dataset is right");
    let shipped = serde_json::to_value(&loaded.dataset).expect("a tree is JSON");
    let check = |documents, countries| {
        let grown = grown(&shipped, documents).expect("it is right");
        let all = grown["countries"].as_array().expect("it has countries");
        let found: usize = all.iter().map(|one| one["resources"].as_array().map_or(0, Vec::len)).sum();
        assert_eq!((found, all.len()), (documents, countries));
    };
    let own = loaded.catalog.countries.len();
    check(1_000, own);
    check(8_000, 200);
    let fewer = without(&shipped, "IE").expect("it is right");
    assert_eq!(fewer["countries"].as_array().map(Vec::len), Some(own - 1));
}

#[test]
fn sites_that_differ_are_told_apart() {
    let folder = env::temp_dir().join(format!("genomic-plans-compare-{}", std::process::id()));
    let write = |file: &str, text: &str| site::files::write(&folder.join(file), text).expect("it can be written");
    let check = |expected: Result<usize, &str>| {
        let found = compare(&folder.join("one"), &folder.join("other")).map_err(|error| error.to_string());
        assert_eq!(found, expected.map_err(str::to_owned));
    };
    write("one/a.js", "a");
    write("other/a.js", "a");
    check(Ok(1));
    write("other/ie/b.html", "b");
    check(Err("ie/b.html is only in the second site."));
    write("one/ie/b.html", "c");
    check(Err("ie/b.html is not the same in both sites."));
    fs::remove_dir_all(&folder).ok();
}
