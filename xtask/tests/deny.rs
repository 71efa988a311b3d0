//! The lists of `deny.toml` are those of the code and of `Cargo.lock`, so that who has no cargo-deny hears of it too.

use std::collections::{BTreeMap, BTreeSet};

use site::{files, project};

fn text(file: &str) -> String {
    files::text(&project::root().join(file)).unwrap_or_else(|error| panic!("{error:#}"))
}

/// What stands after a start and before the next quote.
fn quoted<'a>(line: &'a str, start: &str) -> Option<&'a str> {
    line.split_once(start)?.1.split('"').next()
}

/// The part of a version that says what it is compatible with: `0.10` of 0.10.9, `2` of 2.0.119.
fn line_of(version: &str) -> String {
    let kept = if version.starts_with("0.") { 2 } else { 1 };
    version.split('.').take(kept).collect::<Vec<_>>().join(".")
}

/// The versions that are locked, by the name of the crate.
fn locked() -> BTreeMap<String, BTreeSet<String>> {
    let lock = text("Cargo.lock");
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in lock.split("[[package]]").skip(1) {
        let name = quoted(package, "name = \"").expect("each has a name");
        let version = quoted(package, "version = \"").expect("each has a version");
        found.entry(name.to_owned()).or_default().insert(line_of(version));
    }
    found
}

/// What a list of the file names, a line each.
fn listed(list: &str) -> Vec<String> {
    let deny = text("deny.toml");
    let (_, after) = deny.split_once(&format!("\n{list} = [\n")).unwrap_or_else(|| panic!("there is no list {list}"));
    let lines = after.lines().take_while(|line| *line != "]");
    lines.filter_map(|line| quoted(line, "crate = \"")).map(str::to_owned).collect()
}

#[test]
fn each_second_version_of_a_crate_has_a_reason() {
    let locked = locked();
    let skipped: BTreeSet<String> = listed("skip").into_iter().collect();
    for (name, versions) in &locked {
        let left = versions.iter().filter(|version| !skipped.contains(&format!("{name}:^{version}"))).count();
        assert!(left <= 1, "Cargo.lock has {name} in {versions:?}: deny.toml has no reason for that");
    }
    for skip in &skipped {
        let (name, version) = skip.split_once(":^").unwrap_or_else(|| panic!("{skip} names no version"));
        let is_second = locked.get(name).is_some_and(|versions| versions.len() > 1 && versions.contains(version));
        assert!(is_second, "deny.toml skips {skip}, which is no second version in Cargo.lock");
    }
}

#[test]
fn exceptions_are_for_crates_that_are_there() {
    let locked = locked();
    let lost: Vec<String> = listed("exceptions").into_iter().filter(|name| !locked.contains_key(name)).collect();
    assert!(lost.is_empty(), "Cargo.lock does not have {lost:?}");
}

#[test]
fn everywhere_allowed_is_what_the_app_may_have() {
    let code = text("site/src/notice/licence.rs");
    let ours: Vec<&str> = code.lines().filter_map(|line| quoted(line, "Licence { id: \"")).collect();
    let deny = text("deny.toml");
    let theirs = deny.lines().find_map(|line| line.strip_prefix("allow = ")).expect("deny.toml allows some");
    assert_eq!(theirs, format!("{ours:?}"));
}

/// The root of the workspace is a package, so without it cargo-deny would look at the app alone.
#[test]
fn workflows_ask_for_the_whole_workspace() {
    for workflow in ["ci", "advisories", "release"] {
        let text = text(&format!(".github/workflows/{workflow}.yml"));
        let asked = text.matches("command: check ").count();
        assert!(asked > 0, "{workflow}.yml");
        assert_eq!(text.matches("arguments: --workspace").count(), asked, "{workflow}.yml");
    }
}
