//! CSL-JSON: another reader finds what was written, in fields that the format knows.

use super::{by_persons, catalog, rows, today};
use catalog::export::{self, Row};
use catalog::{Kind, Messages, Query};
use citationberg::json::{Item, NameValue, Value};

/// The fields of CSL 1.0.2 that are used.
const FIELDS: [&str; 12] = [
    "id",
    "type",
    "title",
    "author",
    "issued",
    "accessed",
    "publisher",
    "publisher-place",
    "language",
    "URL",
    "abstract",
    "note",
];

fn items(csl: &str) -> Vec<Item> {
    let items: Vec<Item> = serde_json::from_str(csl).unwrap_or_else(|error| panic!("{error}: {csl}"));
    for name in items.iter().flat_map(|item| item.0.keys()) {
        assert!(FIELDS.contains(&name.as_str()), "{name} is no field that is used");
    }
    items
}

fn field(item: &Item, name: &str) -> Option<String> {
    item.0.get(name).map(|value| value.to_str().unwrap_or_else(|| panic!("{name} is {value:?}")).into_owned())
}

/// A date as it is written there.
fn date(csl: &str, at: usize, name: &str) -> Option<Vec<u64>> {
    let tree: serde_json::Value = serde_json::from_str(csl).unwrap();
    let parts = tree[at][name]["date-parts"].as_array()?;
    assert_eq!(parts.len(), 1);
    parts[0].as_array().unwrap().iter().map(serde_json::Value::as_u64).collect()
}

/// The numbers of a day: "2026-11-03" is 2026, 11 and 3.
fn numbers(day: &str) -> Vec<u64> {
    day.split('-').map(|part| part.parse().unwrap()).collect()
}

pub(crate) fn check(rows: &[Row]) {
    let csl = export::csl(rows, today());
    let items = items(&csl);
    assert_eq!(items.len(), rows.len());
    for (at, (item, Row { country, resource })) in items.iter().zip(rows).enumerate() {
        let text = |words: &str| Some(words.to_owned()).filter(|words| !words.is_empty());
        assert_eq!(field(item, "id"), text(resource.id.as_str()));
        let kind = match resource.kind {
            Kind::Law => "legislation",
            Kind::Programme | Kind::GenomeCentre | Kind::Biobank => "webpage",
            Kind::Strategy | Kind::ImplementationPlan | Kind::Roadmap | Kind::Report => "report",
        };
        assert_eq!(field(item, "type").as_deref(), Some(kind));
        assert_eq!(field(item, "title"), text(&resource.title));
        assert_eq!(field(item, "publisher"), text(&resource.issuer));
        assert_eq!(field(item, "publisher-place"), country.and_then(|country| text(&country.name)));
        assert_eq!(field(item, "language"), text(resource.language.as_str()));
        assert_eq!(field(item, "URL"), text(resource.address.as_str()));
        assert_eq!(field(item, "abstract"), text(&resource.summary));
        let note = field(item, "note").unwrap();
        assert!(note.starts_with(&format!(
            "{}: {}",
            Messages::English.owner(*country),
            Messages::English.kind(resource.kind)
        )));
        let year = resource.year.or(resource.period.and_then(catalog::Period::from));
        assert_eq!(date(&csl, at, "issued"), year.map(|year| vec![year.number().into()]));
        assert_eq!(date(&csl, at, "accessed"), Some(numbers(&resource.checked.to_string())));
        let Some(Value::Names(names)) = item.0.get("author") else { panic!("{item:?} has no author") };
        assert_eq!(names.len(), resource.authors.len().max(1));
        if resource.authors.is_empty() {
            assert!(matches!(&names[0], NameValue::Literal(name) if name.literal == *resource.issuer), "{names:?}");
        }
    }
}

#[test]
fn persons_are_sorted_by_their_family_names() {
    let (_, catalog) = by_persons(&["Ada Byron", "Anna Maria von der Leyen", "The R&D group"]);
    let csl = export::csl(&rows(&catalog, &catalog.select(&Query::default(), today())), today());
    let tree: serde_json::Value = serde_json::from_str(&csl).unwrap();
    let expected = serde_json::json!([
        {"family": "Byron", "given": "Ada"},
        {"family": "von der Leyen", "given": "Anna Maria"},
        {"literal": "The R&D group"},
    ]);
    assert_eq!(tree[0]["author"], expected);
}

#[test]
fn a_citation_is_an_item() {
    let check = |address: &str| {
        let csl = export::cite_csl(catalog(), address, today());
        let items = items(&csl);
        assert_eq!(items.len(), 1);
        assert_eq!(field(&items[0], "id").as_deref(), Some("national-genomic-plans"));
        assert_eq!(field(&items[0], "type").as_deref(), Some("webpage"));
        assert_eq!(field(&items[0], "title").as_deref(), Some(Messages::English.site_title()));
        assert_eq!(field(&items[0], "note"), Some(Messages::English.data_version(catalog().version)));
        assert_eq!(date(&csl, 0, "issued"), Some(numbers(&catalog().version.to_string())));
        assert_eq!(date(&csl, 0, "accessed"), Some(vec![2026, 11, 23]));
        let Some(Value::Names(names)) = items[0].0.get("author") else { panic!("{csl}") };
        assert!(matches!(&names[..], [NameValue::Literal(name)] if name.literal == Messages::English.site()));
        field(&items[0], "URL")
    };
    assert_eq!(check(""), None);
    let address = "https://example.org/a/?q=100%25&country=fr,ie#x";
    assert_eq!(check(address).as_deref(), Some(address));
}

#[test]
fn nothing_is_a_list_of_nothing() {
    assert_eq!(items(&export::csl(&[], today())), []);
}
