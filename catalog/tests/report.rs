//! Where "Report a mistake" leads.

mod common;

use catalog::report::{self, Contact, Reported};
use catalog::{Catalog, PartialDate};
use common::catalog as shipped;

const REPOSITORY: &str = "https://code.example/a/plans";
const MAIL: &str = "plans@example.org";
const SITE: &str = "https://example.org/plans/";

/// What is read of a catalog with one country and one document of all of Europe.
fn small() -> Catalog {
    let json = r#"{
      "schema": "1.2", "version": "2026-11-23", "licence": "CC-BY-4.0",
      "countries": [{
        "code": "IE", "name": "Ireland", "native_names": [], "plan_status": "programme-only",
        "overview": "It has one.", "overview_sources": ["https://example.org/ireland"],
        "declaration": {"signatory": false, "sources": ["https://example.org/signed"]},
        "resources": [RESOURCE]
      }],
      "europe": [EUROPE], "videos": [], "events": []
    }"#;
    let resource = r#"{
      "id": "ID", "kind": "programme", "title": "TITLE", "language_original": "en", "issuer": "Us", "year": 2024,
      "status": "active", "url": "https://example.org/doc?a=1&b=2", "summary": "It is.",
      "sources": ["https://example.org/doc"], "confidence": "high", "checked": "2026-11-23"
    }"#;
    let json = json
        .replace("RESOURCE", &resource.replace("ID", "ie-one").replace("TITLE", "R&D + 100%: “Génome”"))
        .replace("EUROPE", &resource.replace("ID", "eu-one").replace("TITLE", "Roadmap"));
    let json = serde_json::from_str(&json).expect("it is JSON");
    Catalog::from_wire(&json).unwrap_or_else(|problems| panic!("{problems}"))
}

fn day() -> PartialDate {
    PartialDate::parse_day("2026-11-23").expect("it is a day")
}

/// A value of a query, as whoever gets it reads it.
fn decoded(address: &str, name: &str) -> String {
    let (_, query) = address.split_once('?').expect("there is a query");
    let value = query.split('&').find_map(|part| part.strip_prefix(&format!("{name}=")));
    let value = value.unwrap_or_else(|| panic!("{address} has no {name}"));
    assert!(!value.contains('+'), "a mail program would show the + of {value}");
    let mut bytes = Vec::new();
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || rest.next().and_then(|b| char::from(b).to_digit(16)).expect("two digits follow a %");
        bytes.push(if byte == b'%' { u8::try_from(digit() * 16 + digit()).expect("it is a byte") } else { byte });
    }
    String::from_utf8(bytes).expect("it is UTF-8")
}

#[test]
fn a_repository_comes_before_mail_and_without_both_there_is_nothing() {
    let check = |repository, mail, expected: Option<&str>| {
        let address = report::address(Contact { repository, mail }, Reported::Page, "", day());
        assert_eq!(address.as_deref().map(|address| address.split('?').next().unwrap_or("")), expected);
    };
    check(None, None, None);
    check(Some(REPOSITORY), None, Some("https://code.example/a/plans/issues/new"));
    check(Some(REPOSITORY), Some(MAIL), Some("https://code.example/a/plans/issues/new"));
    check(None, Some(MAIL), Some("mailto:plans@example.org"));
}

#[test]
fn a_form_is_filled_in_by_the_names_that_its_host_takes() {
    let check = |repository: &str, form: &str, title: &str, body: &str| {
        let contact = Contact { repository: Some(repository), mail: None };
        let address = report::address(contact, Reported::Page, "", day()).expect("there is a repository");
        assert!(address.starts_with(&format!("{repository}{form}?{title}=")), "{address}");
        assert_eq!(decoded(&address, title), "Mistake on the page: National Genomic Plans");
        assert_eq!(decoded(&address, body), "Dataset of 2026-11-23\n\nWhat is wrong, and which page says so?\n");
    };
    let (github, gitlab) = (("title", "body"), ("issue%5Btitle%5D", "issue%5Bdescription%5D"));
    check("https://github.com/a/plans", "/issues/new", github.0, github.1);
    check("https://codeberg.org/a/plans", "/issues/new", github.0, github.1);
    check("https://example.org/gitlab/plans", "/issues/new", github.0, github.1);
    check("https://notgitlab.example/a/plans", "/issues/new", github.0, github.1);
    check("https://gitlab.com/a/b/plans", "/-/issues/new", gitlab.0, gitlab.1);
    check("https://gitlab.example.org/a/plans", "/-/issues/new", gitlab.0, gitlab.1);
    check("https://code.europa.eu/a/plans", "/-/issues/new", gitlab.0, gitlab.1);
}

#[test]
fn what_is_reported_is_named() {
    let catalog = small();
    let country = &catalog.countries[0];
    let check = |reported, site: &str, title: &str, lines: &[&str]| {
        let contact = Contact { repository: Some(REPOSITORY), mail: None };
        let address = report::address(contact, reported, site, day()).expect("there is a repository");
        assert_eq!(decoded(&address, "title"), title);
        let end = ["Dataset of 2026-11-23", "", "What is wrong, and which page says so?"];
        assert_eq!(decoded(&address, "body").lines().collect::<Vec<_>>(), [lines, &end].concat(), "{title}");
    };
    check(
        Reported::Document(Some(country), &country.resources[0]),
        SITE,
        "Mistake in ie-one: R&D + 100%: “Génome”",
        &[
            "Country: Ireland (IE)",
            "Entry: R&D + 100%: “Génome” (ie-one)",
            "Document: https://example.org/doc?a=1&b=2",
            "Page: https://example.org/plans/?item=ie-one",
        ],
    );
    check(
        Reported::Document(None, &catalog.europe[0]),
        SITE,
        "Mistake in eu-one: Roadmap",
        &[
            "Across Europe",
            "Entry: Roadmap (eu-one)",
            "Document: https://example.org/doc?a=1&b=2",
            "Page: https://example.org/plans/?item=eu-one",
        ],
    );
    check(
        Reported::Document(None, &catalog.europe[0]),
        "",
        "Mistake in eu-one: Roadmap",
        &["Across Europe", "Entry: Roadmap (eu-one)", "Document: https://example.org/doc?a=1&b=2"],
    );
    check(
        Reported::Country(country),
        SITE,
        "Mistake about Ireland",
        &["Country: Ireland (IE)", "Page: https://example.org/plans/ie/"],
    );
    check(Reported::Country(country), "", "Mistake about Ireland", &["Country: Ireland (IE)"]);
    check(Reported::Page, SITE, "Mistake on the page: National Genomic Plans", &["Page: https://example.org/plans/"]);
}

#[test]
fn a_mail_is_written_as_mail_programs_read_it() {
    let catalog = small();
    let country = &catalog.countries[0];
    let contact = Contact { repository: None, mail: Some(MAIL) };
    let address = report::address(contact, Reported::Country(country), SITE, day());
    assert_eq!(
        address.as_deref(),
        Some(
            "mailto:plans@example.org?subject=Mistake%20about%20Ireland&body=Country%3A%20Ireland%20%28IE%29%0D%0A\
             Page%3A%20https%3A%2F%2Fexample.org%2Fplans%2Fie%2F%0D%0ADataset%20of%202026-11-23%0D%0A%0D%0A\
             What%20is%20wrong%2C%20and%20which%20page%20says%20so%3F%0D%0A"
        )
    );
}

/// Some programs take no address of more than about 2,000 characters.
#[test]
fn the_address_of_every_shipped_document_is_safe_and_short() {
    let catalog = shipped();
    for contact in
        [Contact { repository: Some(REPOSITORY), mail: None }, Contact { repository: None, mail: Some(MAIL) }]
    {
        for (country, resource) in catalog.resources() {
            let reported = Reported::Document(country, resource);
            let address = report::address(contact, reported, SITE, catalog.version).expect("there is a contact");
            assert!(address.len() < 2_000, "{} has {} characters", resource.id, address.len());
            let is_safe = |b: u8| b.is_ascii_alphanumeric() || b":/?&=%@.-_*".contains(&b);
            assert!(address.bytes().all(is_safe), "{address}");
        }
    }
}
