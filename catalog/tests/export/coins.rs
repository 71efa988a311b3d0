//! What the connectors of reference managers find in a page, read back by a reader that knows only the form of an
//! OpenURL.

use std::collections::BTreeMap;

use catalog::export::{Row, coins};
use catalog::{CountryCode, Kind, Resource};

use crate::common::catalog;

/// The values of each key, in their order.
fn values(url: &str) -> BTreeMap<String, Vec<String>> {
    let mut values = BTreeMap::<String, Vec<String>>::new();
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-._*%+=&".contains(letter);
    assert!(url.chars().all(is_plain), "{url} has to be escaped in an attribute");
    for (key, value) in form_urlencoded::parse(url.as_bytes()) {
        assert!(!value.is_empty(), "{key} has no value in {url}");
        values.entry(key.into_owned()).or_default().push(value.into_owned());
    }
    values
}

/// Each of the documents is read as what it is.
pub(crate) fn check(rows: &[Row]) {
    for row in rows {
        let resource = row.resource;
        let read = values(&coins(row));
        let one = |key: &str| match read.get(key).map(Vec::as_slice) {
            Some([value]) => value.as_str(),
            None => "",
            Some(more) => panic!("{key} is there {} times", more.len()),
        };
        assert_eq!(one("ctx_ver"), "Z39.88-2004");
        let is_report =
            matches!(resource.kind, Kind::Strategy | Kind::ImplementationPlan | Kind::Roadmap | Kind::Report);
        let (format, title) = if is_report { ("book", "rft.btitle") } else { ("dc", "rft.title") };
        assert_eq!(one("rft_val_fmt"), format!("info:ofi/fmt:kev:mtx:{format}"));
        assert_eq!(one(title), &*resource.title);
        assert_eq!(one("rft.genre") == "report", is_report);
        assert_eq!(one("rft.pub"), if is_report { &*resource.issuer } else { "" });
        assert_eq!(one("rft.place"), row.country.filter(|_| is_report).map_or("", |country| &country.name));
        assert_eq!(
            one("rft.type"),
            match resource.kind {
                Kind::Law => "statute",
                _ if is_report => "",
                _ => "webpage",
            }
        );
        assert_eq!(one("rft_id"), resource.address.as_str());
        assert_eq!(one("rft.date"), resource.sort_year().map(|year| year.to_string()).unwrap_or_default());
        assert_eq!(one("rft.language"), resource.language.as_str());
        let authors = ["rft.au", "rft.aucorp"].map(|key| read.get(key).map_or(0, Vec::len));
        assert_eq!(authors[0] + authors[1], resource.authors.len().max(1), "{read:?}");
        if resource.authors.is_empty() {
            assert_eq!(one("rft.aucorp"), &*resource.issuer);
        }
    }
}

#[test]
fn a_document_is_an_open_url() {
    let (_, country) = catalog().country(CountryCode::parse("IE").unwrap()).unwrap();
    let model = country.plans().next().unwrap();
    let resource = Resource {
        title: "Genes & \"health\": 100 % 1+MG".into(),
        issuer: "Department of Health, HSE".into(),
        authors: vec!["Anna van der Berg".into(), "The 1+MG Group".into()],
        year: model.year,
        period: None,
        kind: Kind::Strategy,
        ..model.clone()
    };
    let year = model.year.unwrap();
    let address = model.address.as_str().replace(':', "%3A").replace('/', "%2F");
    assert_eq!(
        coins(&Row { country: Some(country), resource: &resource }),
        format!(
            "ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Abook&rft.genre=report\
             &rft.btitle=Genes+%26+%22health%22%3A+100+%25+1%2BMG&rft.pub=Department+of+Health%2C+HSE&rft.place=Ireland\
             &rft.au=van+der+Berg%2C+Anna&rft.aucorp=The+1%2BMG+Group&rft.date={year}&rft.language=en&rft_id={address}"
        )
    );
}
