//! RIS: every line is one that the format knows, and another reader finds what was written.

use super::{catalog, complete, nasty, rows, today};
use biblib::{CitationParser, RisParser};
use catalog::export::{self, Row};
use catalog::{Kind, Messages, Query};

/// A value as a line can have it.
fn one_line(value: &str) -> String {
    let is_break = |letter: char| letter.is_control() || "\u{2028}\u{2029}".contains(letter);
    value.replace(is_break, " ")
}

/// The entries of a file that holds nothing but what the specification has: two letters or a letter and a digit, two
/// spaces, a hyphen and a space, the value, and CRLF; from `TY` to `ER`, with a value in every other line.
fn entries(ris: &str) -> Vec<Vec<(String, String)>> {
    const TAGS: [&str; 14] = ["TY", "ID", "TI", "AU", "PY", "DA", "PB", "CY", "LA", "UR", "Y2", "AB", "N1", "ER"];
    let mut entries: Vec<Vec<(String, String)>> = Vec::new();
    let mut is_open = false;
    let lines: Vec<&str> = ris.split("\r\n").collect();
    let (last, lines) = lines.split_last().unwrap();
    assert_eq!(*last, "", "the last line ends too");
    for line in lines {
        assert!(!line.contains(['\r', '\n']), "{line:?}");
        let (tag, value) = line.split_once("  - ").unwrap_or_else(|| panic!("{line:?} is no line"));
        assert!(TAGS.contains(&tag), "{tag} is no tag that is used");
        assert_eq!(is_open, tag != "TY", "{line:?}");
        assert_eq!(value.is_empty(), tag == "ER", "{line:?}");
        if tag == "TY" {
            entries.push(Vec::new());
        }
        is_open = tag != "ER";
        entries.last_mut().unwrap().push((tag.to_owned(), value.to_owned()));
    }
    assert!(!is_open);
    entries
}

/// The lines of a document's entry.
fn expected(Row { country, resource }: &Row) -> Vec<(String, String)> {
    let kind = match resource.kind {
        Kind::Law => "STAT",
        Kind::Programme | Kind::GenomeCentre | Kind::Biobank => "ELEC",
        Kind::Strategy | Kind::ImplementationPlan | Kind::Roadmap | Kind::Report => "RPRT",
    };
    let year = resource.year.or(resource.period.and_then(catalog::Period::from));
    let period = resource.period.map(|period| format!(", {}", Messages::English.period(period))).unwrap_or_default();
    let original = resource.title_original.as_deref().map(|title| format!(". Original title: {title}"));
    let (name, status) = (Messages::English.kind(resource.kind), Messages::English.status(resource.status));
    let note =
        format!("{}: {name}, {status}{period}{}", Messages::English.owner(*country), original.unwrap_or_default());
    let mut lines = vec![("TY", kind.to_owned()), ("ID", resource.id.to_string()), ("TI", resource.title.to_string())];
    if resource.authors.is_empty() {
        let name = resource.issuer.replace('*', "");
        let name = name.trim_start();
        // With a comma in it, readers would make a person of it.
        let is_author = !name.is_empty() && !name.contains(',');
        lines.extend(is_author.then(|| ("AU", format!("{name},"))));
    }
    // The tests of names say how persons are written.
    lines.extend([
        ("PY", year.map(|year| year.to_string()).unwrap_or_default()),
        ("PB", resource.issuer.to_string()),
        ("CY", country.map(|country| country.name.to_string()).unwrap_or_default()),
        ("LA", resource.language.as_str().to_owned()),
        ("UR", resource.address.as_str().to_owned()),
        ("Y2", resource.checked.to_string().replace('-', "/")),
        ("AB", resource.summary.to_string()),
        ("N1", note),
        ("ER", String::new()),
    ]);
    lines.retain(|(tag, value)| *tag == "ER" || !value.is_empty());
    lines.into_iter().map(|(tag, value)| (tag.to_owned(), one_line(&value))).collect()
}

pub(crate) fn check(rows: &[Row]) {
    let ris = export::ris(rows, today());
    let mut entries = entries(&ris);
    for (entry, Row { resource, .. }) in entries.iter_mut().zip(rows) {
        if !resource.authors.is_empty() {
            // One with a comma is a person, or none.
            let names: Vec<_> =
                resource.authors.iter().filter(|name| !name.replace('*', "").trim().is_empty()).collect();
            let plain = names.iter().filter(|name| !name.contains(','));
            let number = entry.iter().filter(|(tag, _)| tag == "AU").count();
            assert!((plain.count()..=names.len()).contains(&number), "{number} of {names:?}");
            entry.retain(|(tag, _)| tag != "AU");
        }
    }
    assert_eq!(entries, rows.iter().map(expected).collect::<Vec<_>>());

    // Another reader.
    let read = RisParser::new().parse(&ris).unwrap_or_else(|error| panic!("{error}: {ris}"));
    assert_eq!(read.len(), rows.len());
    for (entry, row @ Row { country, resource }) in read.iter().zip(rows) {
        let is = |tag: &str| expected(row).into_iter().find(|(known, _)| known == tag).map(|(_, value)| value);
        let kind = match &*is("TY").unwrap() {
            "STAT" => "Statute",
            "ELEC" => "Electronic Citation",
            _ => "Report",
        };
        assert_eq!(entry.citation_type, [kind]);
        assert_eq!(entry.title, one_line(&resource.title));
        let year = entry.date.as_ref().map(|date| date.year.to_string());
        assert_eq!(year, is("PY"), "{ris}");
        assert_eq!(entry.publisher.as_deref(), Some(&*one_line(&resource.issuer)));
        assert_eq!(entry.language.as_deref(), Some(resource.language.as_str()));
        assert_eq!(entry.urls, [resource.address.as_str()]);
        assert_eq!(entry.abstract_text.as_deref(), Some(&*one_line(&resource.summary)));
        let more = |tag: &str| entry.extra_fields.get(tag).map(|values| values.join("|"));
        assert_eq!(more("ID").as_deref(), Some(resource.id.as_str()));
        assert_eq!(more("CY"), country.map(|country| one_line(&country.name)));
        assert_eq!(more("N1"), is("N1"));
        // This reader divides authors at these too, and other readers names at each comma: such a name is the publisher's.
        let divides = |name: &str| [";", " & ", " and ", "*"].iter().any(|mark| name.contains(mark));
        if resource.authors.is_empty() && one_line(&resource.issuer).contains(',') {
            assert!(entry.authors.is_empty(), "{ris}");
        } else if resource.authors.is_empty() && !divides(&resource.issuer) {
            let names: Vec<_> = entry.authors.iter().map(|author| (&*author.name, &author.given_name)).collect();
            assert_eq!(names, [(&*one_line(&resource.issuer), &None)]);
        }
    }
}

#[test]
fn a_document_is_an_entry() {
    let (_, catalog) = complete();
    let rows = rows(catalog, &catalog.select(&Query::default(), today()));
    let law = rows.iter().find(|row| row.resource.kind == Kind::Law).unwrap();
    let expected = "TY  - STAT\r\nID  - ie-law\r\nTI  - The Act\r\nAU  - The Parliament,\r\nPY  - 2020\r\nPB  - The \
                    Parliament\r\nCY  - Ireland\r\nLA  - en\r\nUR  - https://example.org/act\r\nY2  - 2026/11/23\r\n\
                    AB  - It allows it.\r\nN1  - Ireland: Law, Active\r\nER  - \r\n";
    assert_eq!(export::ris(std::slice::from_ref(law), today()), expected);
    assert_eq!(export::ris(&[], today()), "");
}

#[test]
fn what_belongs_to_all_of_europe_has_no_country() {
    let (_, catalog) = complete();
    let rows = rows(catalog, &catalog.select(&Query::default(), today()));
    let ris = export::ris(&rows[rows.len() - 1..], today());
    assert!(ris.contains("ID  - eu-roadmap\r\n"), "{ris}");
    assert!(!ris.contains("CY  - "), "{ris}");
    assert!(ris.contains("N1  - Across Europe: Roadmap, Active, 2023–2027\r\n"), "{ris}");
}

#[test]
fn persons_are_sorted_by_their_family_names() {
    let check = |authors: &[&str], expected: &str| {
        let (_, catalog) = super::by_persons(authors);
        let ris = export::ris(&rows(&catalog, &catalog.select(&Query::default(), today())), today());
        let authors = ris.split("TI  - The Strategy\r\n").nth(1).unwrap().split("PY  - ").next().unwrap();
        let expected: String =
            expected.split(" / ").filter(|line| !line.is_empty()).map(|line| format!("{line}\r\n")).collect();
        assert_eq!(authors, expected);
    };
    check(&["Ada Byron"], "AU  - Byron, Ada");
    check(&["Ada Byron", "Anna Maria von der Leyen"], "AU  - Byron, Ada / AU  - von der Leyen, Anna Maria");
    check(&["Þórunn Jónsdóttir"], "AU  - Jónsdóttir, Þórunn");
    check(&["O’Neill, Seán J."], "AU  - O’Neill, Seán J.");
    // What is not plain is one name.
    check(&["Plato"], "AU  - Plato,");
    check(&["van Berg"], "AU  - van Berg,");
    check(&["The 1+MG group"], "AU  - The 1+MG group,");
    check(&["Health and Care"], "AU  - Health and Care,");
    // Readers would divide it at its first comma.
    check(&["A, B, C"], "");
    check(&[], "AU  - The Office,");
}

#[test]
fn no_value_is_two_lines() {
    let (_, catalog) = nasty("a\u{2028}b\u{2029}c", "Ireland", "https://example.org/");
    let ris = export::ris(&rows(&catalog, &catalog.select(&Query::default(), today())), today());
    assert!(ris.contains("\r\nTI  - a b c\r\n"), "{ris}");
}

#[test]
fn a_citation_of_the_page_is_an_entry() {
    let check = |address: &str, url: &str| {
        let version = catalog().version;
        let slashed = version.to_string().replace('-', "/");
        let expected = format!(
            "TY  - ELEC\r\nID  - national-genomic-plans\r\nTI  - {}\r\nAU  - {},\r\nPY  - {}\r\nDA  - {slashed}\r\n\
             {url}Y2  - 2026/11/23\r\nN1  - {}\r\nER  - \r\n",
            Messages::English.site_title(),
            Messages::English.site(),
            version.year(),
            Messages::English.data_version(version)
        );
        let ris = export::cite_ris(catalog(), address, today());
        assert_eq!(ris, expected);
        assert_eq!(entries(&ris).len(), 1);
        let read = RisParser::new().parse(&ris).unwrap();
        let date = read[0].date.clone().unwrap();
        assert_eq!(date.year.to_string(), version.year().to_string());
        assert_eq!((date.month, date.day), (version.month(), version.day()));
    };
    check("", "");
    check("https://example.org/?country=ie#x", "UR  - https://example.org/?country=ie#x\r\n");
}
