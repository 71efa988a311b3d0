//! What DCAT-AP 3.0.1 wants of each class, and that every address of a table is one.

use std::collections::BTreeSet;

use catalog::source::Loaded;
use serde_json::Value;

use super::super::files;
use crate::config::{Maintainer, SiteConfig};
use crate::data;
use crate::distribution;
use crate::names::DCAT;

const ADDRESS: &str = "https://example.org/a/";

/// The prefixes of the description, by which its keys are written.
const CLASSES: [(&str, &[&str]); 4] = [
    (
        "dcat:Catalog",
        &[
            // Mandatory.
            "dcterms:description",
            "dcterms:publisher",
            "dcterms:title",
            // Recommended, without `dcat:service`: the site has none.
            "dcat:dataset",
            "dcterms:spatial",
            "foaf:homepage",
            "dcterms:language",
            "dcterms:license",
            "dcterms:modified",
            "dcterms:issued",
            "dcat:themeTaxonomy",
        ],
    ),
    (
        "dcat:Dataset",
        &[
            // Mandatory.
            "dcterms:description",
            "dcterms:title",
            // Recommended.
            "dcat:contactPoint",
            "dcat:distribution",
            "dcterms:spatial",
            "dcat:keyword",
            "dcterms:publisher",
            "dcterms:temporal",
            "dcat:theme",
            // Optional ones that the site promises.
            "dcterms:accessRights",
            "dcterms:accrualPeriodicity",
            "dcterms:issued",
            "dcterms:modified",
            "dcterms:language",
            "dcat:landingPage",
            "dcat:version",
        ],
    ),
    (
        "dcat:Distribution",
        &[
            // Mandatory.
            "dcat:accessURL",
            // Recommended.
            "dcatap:availability",
            "dcterms:description",
            "dcterms:format",
            "dcterms:license",
            // Optional ones that the site promises.
            "dcat:downloadURL",
            "dcat:mediaType",
            "dcat:byteSize",
            "spdx:checksum",
        ],
    ),
    // Recommended is also its type, which nobody knows.
    ("foaf:Agent", &["foaf:name"]),
];

fn maintained() -> SiteConfig {
    let maintainer = Maintainer {
        name: "The Institute".to_owned(),
        address: Some("https://institute.example.org/".to_owned()),
        mail: Some("plans@example.org".to_owned()),
    };
    SiteConfig { address: Some(ADDRESS.to_owned()), maintainer: Some(maintainer), ..SiteConfig::default() }
}

fn loaded() -> Loaded {
    data::load().expect("the dataset is right")
}

fn all(loaded: &Loaded, site: &SiteConfig) -> Vec<(String, String)> {
    files(loaded, site, "style-1.css").expect("the files are made")
}

fn described(loaded: &Loaded, site: &SiteConfig) -> Value {
    let files = all(loaded, site);
    let (_, text) = files.iter().find(|(file, _)| file == DCAT).expect("the description is made");
    serde_json::from_str(text).expect("it is JSON")
}

/// All things of a class that are described here, and not only named.
fn of_class<'a>(value: &'a Value, class: &str) -> Vec<&'a Value> {
    let mut found = Vec::new();
    if value["@type"] == class {
        found.push(value);
    }
    match value {
        Value::Object(entries) => found.extend(entries.values().flat_map(|value| of_class(value, class))),
        Value::Array(values) => found.extend(values.iter().flat_map(|value| of_class(value, class))),
        _ => {}
    }
    found
}

/// Every address in the description.
fn addresses(value: &Value) -> Vec<&str> {
    match value {
        Value::Object(entries) => {
            let own = entries.get("@id").and_then(Value::as_str);
            own.into_iter().chain(entries.values().flat_map(addresses)).collect()
        }
        Value::Array(values) => values.iter().flat_map(addresses).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn everything_has_what_the_profile_wants() {
    let loaded = loaded();
    let described = described(&loaded, &maintained());
    for (class, keys) in CLASSES {
        let things = of_class(&described, class);
        assert!(!things.is_empty(), "there is no {class}");
        for thing in things {
            for key in keys {
                let is_said = match &thing[*key] {
                    Value::Null => false,
                    Value::Array(values) => !values.is_empty(),
                    Value::Object(value) => value.get("@value").is_none_or(|value| value != ""),
                    _ => true,
                };
                // A country without a document with a year has no years to cover.
                let is_free = *key == "dcterms:temporal" && has_no_years(&loaded, thing);
                assert!(is_said || is_free, "{} has no {key}", thing["@id"]);
            }
        }
    }
    assert_eq!(described["@type"], "dcat:Catalog");
    let datasets = described["dcat:dataset"].as_array().expect("it is a list");
    assert_eq!(datasets.len(), loaded.catalog.countries.len() + 1);
}

fn has_no_years(loaded: &Loaded, thing: &Value) -> bool {
    let catalog = &loaded.catalog;
    catalog.countries.iter().any(|country| {
        thing["@id"] == format!("{ADDRESS}{DCAT}#{}", country.code.lower())
            && country.resources.iter().all(|one| one.life().years(catalog.version).is_none())
    })
}

#[test]
fn a_part_says_what_is_its_own() {
    let loaded = loaded();
    let described = described(&loaded, &maintained());
    let country = loaded.catalog.countries.iter().find(|one| one.code.as_str() == "IE").expect("Ireland is there");
    let id = format!("{ADDRESS}{DCAT}#ie");
    let part = of_class(&described, "dcat:Dataset").into_iter().find(|one| one["@id"] == id).expect("it has a part");
    let spatial = &part["dcterms:spatial"][0]["@id"];
    assert_eq!(spatial, "http://publications.europa.eu/resource/authority/country/IRL");
    assert_eq!(part["dcterms:description"]["@value"], *country.overview);
    assert_eq!(part["dcat:keyword"][0]["@value"], "Ireland");
    assert_eq!(part["dcat:distribution"][0]["dcat:downloadURL"]["@id"], format!("{ADDRESS}data/countries/ie.json"));
    assert_eq!(part["dcterms:isPartOf"]["@id"], format!("{ADDRESS}{DCAT}#dataset"));
    let years: Vec<_> =
        country.resources.iter().filter_map(|resource| resource.life().years(loaded.catalog.version)).collect();
    let first = years.iter().filter_map(|life| life.from()).min().expect("there is a year");
    let last = years.iter().filter_map(|life| life.to()).max().expect("there is a year");
    assert_eq!(part["dcterms:temporal"]["dcat:startDate"]["@value"], first.to_string());
    assert_eq!(part["dcterms:temporal"]["dcat:endDate"]["@value"], last.to_string());
}

#[test]
fn the_maintainer_is_the_publisher_and_the_contact() {
    let loaded = loaded();
    let publisher = |described: &Value| described["dcterms:publisher"].clone();
    let with = described(&loaded, &maintained());
    assert_eq!(publisher(&with)["foaf:name"], "The Institute");
    assert_eq!(publisher(&with)["foaf:homepage"]["@id"], "https://institute.example.org/");
    let contact = &of_class(&with, "vcard:Kind")[0];
    assert_eq!(contact["vcard:fn"], "The Institute");
    assert_eq!(contact["vcard:hasEmail"]["@id"], "mailto:plans@example.org");
    assert_eq!(contact["vcard:hasURL"]["@id"], "https://institute.example.org/");

    let without = described(&loaded, &SiteConfig { address: Some(ADDRESS.to_owned()), ..SiteConfig::default() });
    assert_eq!(publisher(&without)["foaf:name"], "National Genomic Plans");
    assert_eq!(publisher(&without)["foaf:homepage"]["@id"], ADDRESS);
    assert_eq!(of_class(&without, "vcard:Kind").len(), 0);
    for dataset in of_class(&without, "dcat:Dataset") {
        assert_eq!(dataset["dcat:contactPoint"], Value::Null);
        assert_eq!(dataset["dcterms:publisher"]["@id"], publisher(&without)["@id"]);
    }
}

#[test]
fn every_address_is_one_and_those_of_tables_are_terms() {
    let described = described(&loaded(), &maintained());
    let all: BTreeSet<&str> = addresses(&described).into_iter().collect();
    let tables = [
        ("access-right", 1),
        ("country", 3),
        ("data-theme", 2),
        ("file-type", 2),
        ("frequency", 1),
        ("language", 1),
        ("licence", 1),
        ("planned-availability", 1),
    ];
    for (table, at_least) in tables {
        let start = format!("http://publications.europa.eu/resource/authority/{table}/");
        assert!(all.contains(start.trim_end_matches('/')), "{table} is not named");
        let codes: Vec<&str> = all.iter().filter_map(|address| address.strip_prefix(start.as_str())).collect();
        assert!(codes.len() >= at_least, "there are only {codes:?} of {table}");
        let is_code = |code: &&str| code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_');
        assert!(codes.iter().all(|code| !code.is_empty() && is_code(code)), "{table}: {codes:?}");
        assert!(table != "country" || codes.iter().all(|code| code.len() == 3), "{codes:?}");
    }
    for address in all {
        let is_known = [
            ADDRESS,
            "http://publications.europa.eu/resource/authority/",
            "https://www.iana.org/assignments/media-types/",
            "http://spdx.org/rdf/terms#checksumAlgorithm_sha256",
            "https://institute.example.org/",
            "mailto:plans@example.org",
        ];
        assert!(is_known.iter().any(|start| address.starts_with(start)), "{address} is of no table");
        assert!(address.bytes().all(|b| b.is_ascii_graphic() && !b"<>\"{}|\\^`".contains(&b)), "{address}");
    }
}

#[test]
fn every_file_with_the_data_is_a_distribution_that_is_made() {
    let loaded = loaded();
    for (site, root) in [(SiteConfig::default(), "../"), (maintained(), ADDRESS)] {
        let files = all(&loaded, &site);
        let described = described(&loaded, &site);
        let mut told = BTreeSet::new();
        for distribution in of_class(&described, "dcat:Distribution") {
            let address = distribution["dcat:downloadURL"]["@id"].as_str().expect("it has an address");
            let file = address.strip_prefix(root).expect("it is an address of the site");
            let (_, content) = files.iter().find(|(known, _)| known == file).expect("it is made");
            assert_eq!(distribution["dcat:byteSize"]["@value"], content.len().to_string(), "{file}");
            let checksum = distribution["spdx:checksum"]["spdx:checksumValue"]["@value"].as_str().expect("it has one");
            assert!(checksum.len() == 64 && checksum.bytes().all(|b| b.is_ascii_hexdigit()), "{checksum}");
            assert!(told.insert(file.to_owned()), "{file} is told of twice");
        }
        // The schema, the page and the description itself are no data.
        let is_data = |file: &str| !["data/catalog.schema.json", "data/index.html", DCAT].contains(&file);
        let made: BTreeSet<String> =
            files.iter().map(|(file, _)| file).filter(|file| is_data(file.as_str())).cloned().collect();
        assert_eq!(told, made);
    }
    let whole = distribution::whole();
    assert!(whole.iter().all(|one| one.file.starts_with("data/")), "{whole:?}");
}

/// The same dataset gives the same description on whatever day it is made.
#[test]
fn every_day_is_one_of_the_records() {
    let loaded = loaded();
    let first = described(&loaded, &maintained());
    assert_eq!(first, described(&loaded, &maintained()));
    let known: Vec<&str> = loaded.changes.iter().map(|entry| entry.date.as_str()).collect();
    let days = of_class(&first, "xsd:date");
    assert!(!days.is_empty());
    for day in days {
        assert!(day["@value"].as_str().is_some_and(|day| known.contains(&day)), "{day} is no day of the records");
    }
}
