//! The words of the app: what plain words took the place of does not come back.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use std::fs;
use std::path::Path;

/// What was on the page, and what is better.
const BETTER: [(&str, &str); 15] = [
    ("neither was found", "1 has neither"),
    ("country fits", "No results"),
    ("countries fit", "27 more match"),
    ("\"Card\"", "Details"),
    ("Its colours", "Colours"),
    ("after RFC 4180", "CSV (RFC 4180)"),
    ("Words used here", "Glossary"),
    ("is no JSON", "not valid JSON"),
    ("Take along", "Export"),
    ("health care", "healthcare"),
    ("\"How\"", "Type of embed"),
    ("\"Ground\"", "Background"),
    ("different ones", "each has its own"),
    ("Only here", "Only in one country"),
    ("to show only it", "to see only that one"),
];

#[test]
fn words_that_were_replaced_stay_away() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text");
    let mut seen = 0;
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for (now, better) in BETTER {
                assert!(!line.contains(now), "{}: {line}\nRather: {better}", path.display());
            }
        }
        seen += 1;
    }
    assert!(seen > 20, "only {seen} files were read");
}
