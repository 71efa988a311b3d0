//! What the widget's package says of itself, in `widget/`, in the guide for partners and in the element, is the same.

use catalog::site::WIDGET;
use catalog::snippet;
use serde_json::Value;
use site::names::TYPES;
use site::{data, files, project};
use xtask::package::{Packed, assemble, expected, kept};

fn json(file: &str) -> Value {
    let text = files::text(&kept().join(file)).expect("the file is there");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file} is not JSON: {error}"))
}

fn element() -> Value {
    json("custom-elements.json")["modules"][0]["declarations"][0].clone()
}

fn names(of: &Value) -> Vec<&str> {
    let all = of.as_array().expect("it is a list");
    all.iter().map(|one| one["name"].as_str().expect("each has a name")).collect()
}

#[test]
fn the_package_has_the_version_of_the_workspace() {
    assert_eq!(json("package.json")["version"], env!("CARGO_PKG_VERSION"));
}

#[test]
fn the_package_names_files_that_it_has() {
    let package = json("package.json");
    let check = |named: &Value| {
        let named = named.as_str().expect("it names a file");
        let file = named.strip_prefix("./").unwrap_or(named);
        assert!(expected().contains(&file), "{named} is not in the package");
    };
    for export in package["exports"].as_object().expect("it says what can be imported").values() {
        match export.as_object() {
            Some(conditions) => conditions.values().for_each(check),
            None => check(export),
        }
    }
    [&package["types"], &package["customElements"]].into_iter().for_each(check);
    package["files"].as_array().expect("it names its files").iter().for_each(check);
    check(&json("custom-elements.json")["modules"][0]["path"]);
    check(&json("custom-elements.json")["readme"]);
}

#[test]
fn every_attribute_is_a_property_and_is_explained() {
    let element = element();
    let fields = names(&element["members"]);
    for attribute in element["attributes"].as_array().expect("it has attributes") {
        let field = attribute["fieldName"].as_str().expect("each has a property");
        assert!(fields.contains(&field), "there is no property {field}");
    }
    for part in ["attributes", "events", "slots", "cssParts", "cssProperties"] {
        for one in element[part].as_array().expect("it is a list") {
            assert!(one["description"].as_str().is_some_and(|words| words.ends_with('.')), "{part}: {one}");
        }
    }
}

#[test]
fn a_package_is_put_together_from_a_built_site() {
    let folder = std::env::temp_dir().join(format!("genomic-plans-package-{}", std::process::id()));
    let dist = folder.join("dist");
    let assemble = || assemble(&dist, &folder.join("package")).map_err(|error| error.to_string());
    files::write(&dist.join(TYPES), "a").expect("it can be written");
    let missing = dist.join(WIDGET).display().to_string();
    assert_eq!(assemble(), Err(format!("{missing} is not there: run `cargo xtask build` first.")));
    files::write(&dist.join(WIDGET), "b").expect("it can be written");
    assert_eq!(assemble(), Ok(()));
    assert_eq!(files::list(&folder.join("package")).expect("it can be read"), expected());
    files::remove(&folder).ok();
}

/// The names in the first column of the tables of the guide that begin with a headline.
fn explained(guide: &str, headline: &str) -> Vec<String> {
    let (_, table) = guide.split_once(headline).unwrap_or_else(|| panic!("docs/embedding.md has no {headline}"));
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let mut names: Vec<String> =
        rows.filter_map(|row| row.split('`').nth(1)).map(|name| name.replace("::part(", "").replace(')', "")).collect();
    names.sort_unstable();
    names
}

#[test]
fn the_guide_explains_what_the_manifest_names() {
    let guide = files::text(&project::root().join("docs/embedding.md")).expect("the guide is there");
    let element = element();
    let check = |part: &str, headline: &str| {
        let mut named = names(&element[part]);
        named.sort_unstable();
        assert_eq!(explained(&guide, headline), named, "{part}");
    };
    check("attributes", "| attribute | what it does | example |");
    check("events", "| event | when | `event.detail` |");
    check("cssProperties", "| property | what it is |");
    check("cssParts", "| part | what it is |");
}

#[test]
fn the_guide_has_the_letters_of_every_country() {
    let guide = files::text(&project::root().join("docs/embedding.md")).expect("the guide is there");
    let (_, rest) = guide.split_once(" The two letters: ").expect("it lists them");
    let (listed, _) = rest.split_once(".\n").expect("the list ends");
    let catalog = data::load().expect("the dataset is right").catalog;
    let letters = catalog.countries.iter().map(|country| format!("{} `{}`", country.name, country.code.lower()));
    assert_eq!(listed, letters.collect::<Vec<_>>().join(", "));
}

#[test]
fn the_types_for_react_in_the_guide_are_those_of_the_package() {
    let guide = files::text(&project::root().join("docs/embedding.md")).expect("the guide is there");
    let types = files::text(&kept().join("react.d.ts")).expect("the package has them");
    let (_, types) = types.split_once("\n\n").expect("they begin with a comment");
    assert!(guide.contains(&format!("```ts\n{types}```\n")));
}

/// The texts in a list of a script, from what begins it to its end.
fn listed<'a>(script: &'a str, start: &str) -> Vec<&'a str> {
    let (_, after) = script.split_once(start).unwrap_or_else(|| panic!("js/widget.js has no {start}"));
    after.split(']').next().unwrap_or_default().split('"').skip(1).step_by(2).collect()
}

#[test]
fn the_manifest_has_the_attributes_events_and_parts_of_the_element() {
    let script = files::text(&project::root().join("js/widget.js")).expect("the element is there");
    let element = element();
    let lists = ["const LISTS = [", "const QUERY = [", "const OWN = ["].map(|start| listed(&script, start));
    let mut attributes = names(&element["attributes"]);
    let mut observed = lists.concat();
    attributes.sort_unstable();
    observed.sort_unstable();
    assert_eq!(attributes, observed);
    // Its frame may do what a pasted one may.
    assert!(script.contains(&format!("allow = \"{}\"", snippet::ALLOW)));
    assert!(script.contains(&format!("\"sandbox\", \"{}\"", snippet::SANDBOX)));
    // The frame's and the app's own, and those of the app's views.
    let views = project::root().join("src/view");
    let mut parts = vec!["app".to_owned(), "frame".to_owned()];
    for file in files::list(&views).expect("the views are there") {
        let view = files::text(&views.join(file)).expect("a view can be read");
        let named = view.split("state.part(\"").skip(1).filter_map(|rest| rest.split('"').next());
        parts.extend(named.map(str::to_owned));
    }
    let mut named = names(&element["cssParts"]);
    parts.sort_unstable();
    parts.dedup();
    named.sort_unstable();
    assert_eq!(named, parts);
    let types = files::text(&project::root().join("js/widget.d.ts")).expect("it has types");
    for event in names(&element["events"]) {
        assert!(types.contains(&format!("\"{event}\": CustomEvent<")), "js/widget.d.ts has no {event}");
    }
}

#[test]
fn what_is_missing_or_too_much_is_found() {
    let check = |files: &[&str], expected: Result<(), &str>| {
        let packed = Packed { name: "a.tgz".to_owned(), files: files.iter().map(|&file| file.into()).collect() };
        assert_eq!(packed.check().map_err(|error| error.to_string()), expected.map_err(str::to_owned));
    };
    let all = expected();
    check(&all, Ok(()));
    check(&all[1..], Err("The package lacks LICENSE-APACHE: \"files\" in widget/package.json does not name it."));
    check(&[&all[..], &["secret.txt"]].concat(), Err("The package has secret.txt, which does not belong in it."));
}

#[test]
fn what_npm_says_is_read() {
    let said = r#"[{ "filename": "a-0.1.0.tgz", "files": [{ "path": "b.js", "size": 1 }] }]"#;
    let packed = Packed::read(said).expect("it can be read");
    assert_eq!((packed.name.as_str(), packed.files), ("a-0.1.0.tgz", vec!["b.js".to_owned()]));
    let error = Packed::read("[]").expect_err("there is no package").to_string();
    assert_eq!(error, "npm does not say where the package is");
}
