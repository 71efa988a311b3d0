//! The part of NOTICE.txt that is written by hand: what it names is there, and what is there it names.

use std::collections::BTreeSet;

use catalog::site::{MAP, NOTICE};
use sha2::{Digest as _, Sha256};

use super::HEADING;
use crate::{files, project};

/// The flags are those of this version of circle-flags, and this is the hash of all of them.
const FLAGS: (&str, &str) = ("circle-flags 2.8.3", "d00721bc00070bfa6772b3538bf2a5c17bbe70bf234b5599d17faf85b945ca3d");

/// The drawings that are the project's own, in `icons/` and `public/`.
const OWN: [&str; 21] = [
    "icons/close.svg",
    "icons/ended.svg",
    "icons/filter.svg",
    "icons/helix.svg",
    "icons/in-force.svg",
    "icons/in-preparation.svg",
    "icons/new.svg",
    "icons/none-found.svg",
    "icons/offline.svg",
    "icons/play.svg",
    "icons/programme-only.svg",
    "icons/search.svg",
    "icons/warning.svg",
    "public/apple-touch-icon.png",
    "public/icon-192.png",
    "public/icon-512.png",
    "public/icon-maskable-512.png",
    "public/icon.svg",
    "public/poster.svg",
    "public/screens/narrow.png",
    "public/screens/wide.png",
];

/// What is no drawing.
const TEXTS: [&str; 2] = ["public/NOTICE.txt", "public/manifest.webmanifest"];

/// Files that are shipped, or drawn with, and that others made: what NOTICE.txt has to say of each.
const OTHERS: [(&str, &str); 3] = [
    ("map/europe.svg", "world-atlas"),
    ("pictures/font/Inter-Medium.ttf", "https://github.com/rsms/inter"),
    ("pictures/font/InterDisplay-Bold.ttf", "https://github.com/rsms/inter"),
];

fn by_hand() -> String {
    text(&format!("public/{NOTICE}"))
}

fn text(file: &str) -> String {
    files::text(&project::root().join(file)).expect("the file is there")
}

/// Whether it says these words, wherever its lines end.
fn says(words: &str) -> bool {
    by_hand().split_whitespace().collect::<Vec<_>>().join(" ").contains(words)
}

/// The files of a folder that can have something drawn in them, or letters to draw with.
fn drawings(folder: &str) -> Vec<String> {
    let is_text_of_ours =
        |file: &str| [".md", ".mjs", ".json", ".txt", ".rs", ".toml"].iter().any(|end| file.ends_with(end));
    let found = files::list(&project::root().join(folder)).expect("the folder can be read");
    let found = found.into_iter().filter(|file| !file.contains("node_modules/"));
    found.map(|file| format!("{folder}/{file}")).filter(|file| folder == "public" || !is_text_of_ours(file)).collect()
}

#[test]
fn somebody_made_every_picture() {
    let found: BTreeSet<String> =
        ["icons", "map", "pictures", "public"].iter().flat_map(|folder| drawings(folder)).collect();
    let others = OTHERS.iter().map(|(file, _)| *file);
    let listed: BTreeSet<String> = OWN.into_iter().chain(TEXTS).chain(others).map(str::to_owned).collect();
    let unknown: Vec<_> = found.difference(&listed).collect();
    assert!(unknown.is_empty(), "who made these? {unknown:?}: say it in public/{NOTICE} where it is not us, and here");
    let gone: Vec<_> = listed.difference(&found).collect();
    assert!(gone.is_empty(), "these are gone: {gone:?}");
    for (file, words) in OTHERS {
        assert!(says(words), "public/{NOTICE} does not say that {file} is from {words}");
    }
}

#[test]
fn the_flags_are_of_the_version_that_is_named() {
    let mut all = Sha256::new();
    for file in files::list(&project::root().join("flags")).expect("the folder can be read") {
        all.update(format!("{file}\n{}\n", text(&format!("flags/{file}"))));
    }
    let hash: String = all.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let (version, expected) = FLAGS;
    assert_eq!(
        hash, expected,
        "flags/ has changed: write the version that all of it is of, {version} or another, into FLAGS"
    );
    let words = format!("from {version} (https://github.com/HatScripts/circle-flags)");
    assert!(says(&words), "public/{NOTICE} does not say {words}");
}

#[test]
fn the_map_is_of_the_version_that_it_was_made_from() {
    let package: serde_json::Value = serde_json::from_str(&text("map/package.json")).expect("it is JSON");
    let version = package["devDependencies"]["world-atlas"].as_str().expect("the map is made from it");
    let words = format!("world-atlas {version} (https://github.com/topojson/world-atlas)");
    assert!(says(&words), "public/{NOTICE} does not say {words}");
    assert!(text("map/make.mjs").contains("countries-50m"), "the notice says 1:50 million");
}

#[test]
fn the_names_are_of_the_version_that_they_were_made_from() {
    let package: serde_json::Value = serde_json::from_str(&text("names/package.json")).expect("it is JSON");
    let version = package["devDependencies"]["cldr-localenames-full"].as_str().expect("they are made from it");
    let words = format!("cldr-localenames-full {version} (https://github.com/unicode-org/cldr-json)");
    assert!(says(&words), "public/{NOTICE} does not say {words}");
}

#[test]
fn each_part_is_about_something_that_there_is() {
    let by_hand = by_hand();
    let is_heading = |line: &&str| line.split_once(". ").is_some_and(|(number, _)| number.parse::<u8>().is_ok());
    let headings: Vec<&str> = by_hand.lines().filter(is_heading).collect();
    let map = format!("3. {}", MAP);
    assert_eq!(headings, ["1. The flags in the pages", "2. data/catalog.json and names.txt", &map]);
    assert!(HEADING.starts_with(&format!("\n{}. ", headings.len() + 1)), "the part that is added has the next number");
    assert!(text("data/countries/ie.json").contains("native_names"), "CLDR's names are in the data");
}
