//! Documents that may be there twice or are out of date, their languages and issuers.

use crate::common::{IRELAND, put};
use crate::{IE, TODAY, advice, check, check_one, good};

#[test]
fn documents_with_nearly_the_same_title_may_be_one() {
    let plan = "\"title\": \"The Plan\"";
    let alike = [
        "countries/ie.json: resources[1].title: resources[0] has nearly the same title; are they one document? [same-title]",
    ];
    check(&[(plan, "\"title\": \"The strategy!\"")], &alike);
    check(&[(plan, "\"title\": \"The Strategy 2022–25\"")], &alike);
    check(&[(plan, "\"title\": \"The Strategy (2022)\", \"year\": 2022")], &alike);
    check(&[(plan, "\"title\": \"The Strategy 25\"")], &[]);
    // Another year, another edition.
    check(&[(plan, "\"title\": \"The Strategy 2018\", \"year\": 2018")], &[]);
}

#[test]
fn documents_with_the_same_address_may_be_one() {
    let plan = "https://example.org/plan.html";
    let same = [
        "countries/ie.json: resources[1].url: countries/ie.json: resources[0] has the same address; are they one document? [same-address]",
    ];
    check(&[(plan, "https://example.org/strategy.pdf")], &same);
    check(&[(plan, "https://WWW.Example.org/strategy.pdf/#page=2")], &same);
    check(&[(plan, "https://example.org/strategy.pdf?page=2")], &[]);
    check(&[(plan, "https://example.org/Strategy.pdf")], &[]);
}

#[test]
fn the_same_address_is_noticed_in_another_country_too() {
    let mut files = good();
    let other = IRELAND
        .replace("\"IE\", \"name\": \"Ireland\"", "\"DK\", \"name\": \"Denmark\"")
        .replace("\"ie-", "\"dk-")
        .replace("http://example.org/plan", "https://example.org/dk");
    put(&mut files, "countries/dk.json", other);
    let expected = "countries/ie.json: resources[0].url: countries/dk.json: resources[0] has the same address; \
                    are they one document? [same-address]";
    assert_eq!(advice(files, TODAY), [expected]);
}

#[test]
fn a_period_that_is_over_is_not_active() {
    let period = "[2022, null], \"status\": \"active\"";
    let over =
        ["countries/ie.json: resources[0].period: the period ended in 2025, but the status is active [period-over]"];
    check(&[(period, "[2022, 2025], \"status\": \"active\"")], &over);
    check(&[(period, "[2022, 2026], \"status\": \"active\"")], &[]);
    check(&[(period, "[2022, 2025], \"status\": \"completed\"")], &[]);
}

#[test]
fn a_check_is_good_for_a_year() {
    let said = |today| advice(good(), today);
    assert_eq!(said("2027-11-23"), Vec::<String>::new());
    let old = |at| {
        format!(
            "countries/ie.json: resources[{at}].checked: it was checked on 2026-11-23, more than a year ago [old-check]"
        )
    };
    let europe = |at| old(at).replace("countries/ie.json: resources", "europe.json: ");
    assert_eq!(said("2027-11-24"), [old(0), old(1), europe(0), europe(1)]);
}

#[test]
fn an_original_title_has_its_language() {
    let check = |language: &str, original: &str, expected: &[&str]| {
        let to = format!("\"title\": \"The Plan\", {original}\n     \"language_original\": \"{language}\"");
        let from = "\"title\": \"The Plan\", \"title_original\": \"An Plean\",\n     \"language_original\": \"ga\"";
        check(&[(from, &to)], expected);
    };
    let place = "countries/ie.json: resources[1].language_original";
    check("ga", "\"title_original\": \"An Plean\",", &[]);
    check("en", "", &[]);
    let needless = "it is English, but there is a title_original; is that in another language? [title-language]";
    check("en-IE", "\"title_original\": \"An Plean\",", &[&format!("{place}: {needless}")]);
    let missing = "it is in \"ga\", but has no title_original in that language [title-language]";
    check("ga", "", &[&format!("{place}: {missing}")]);
}

#[test]
fn an_original_title_is_not_the_title_again() {
    let check = |title: &str, original: &str, is_said: bool| {
        let message = format!(
            "{IE}: resources[1].title_original: \"{original}\" only repeats the title; leave it out [repeated-title]"
        );
        let (title, original) = (format!("\"title\": \"{title}\""), format!("\"title_original\": \"{original}\""));
        let pieces = [("\"title\": \"The Plan\"", &*title), ("\"title_original\": \"An Plean\"", &*original)];
        check_one(&pieces, is_said.then_some(message));
    };
    check("Genomic Medicine (GMS)", "Genomic Medicine", true);
    check("Delivery Plan for Wales 2022–2025", "Delivery plan for Wales 2022-25", true);
    check("IMPaCT-GENóMICA, a programme", "IMPaCT - Genomica", true);
    check("The Health-RI foundation", "Health-RI", true);
    // Other words, the words in another order, a part of a word, and years alone.
    check("The Plan", "An Plean", false);
    check("5-P Plan for medicine", "Plan 5-P", false);
    check("Planning", "Plan", false);
    check("The Plan 2022", "2022", false);
}

#[test]
fn an_original_title_of_an_english_document_that_repeats_the_title_is_told_once() {
    let from = "\"title\": \"The Plan\", \"title_original\": \"An Plean\",\n     \"language_original\": \"ga\"";
    let to = "\"title\": \"The Plan\", \"title_original\": \"The plan\",\n     \"language_original\": \"en\"";
    let place = "countries/ie.json: resources[1].title_original";
    check(&[(from, to)], &[&format!("{place}: \"The plan\" only repeats the title; leave it out [repeated-title]")]);
}

#[test]
fn norwegian_has_two_written_forms() {
    let check = |tag: &str, is_said: bool| {
        let said = |place: &str| {
            format!(
                "{IE}: {place}: \"{tag}\" does not say which written form of Norwegian; \
                 write \"nb\" for Bokmål or \"nn\" for Nynorsk [norwegian-form]"
            )
        };
        let (document, name) = (said("resources[1].language_original"), said("native_names[0].language"));
        let of = |key: &str, value: &str| format!("\"{key}\": \"{value}\"");
        check_one(&[(&of("language_original", "ga"), &of("language_original", tag))], is_said.then_some(document));
        check_one(&[(&of("language", "ga"), &of("language", tag))], is_said.then_some(name));
    };
    check("no", true);
    check("no-NO", true);
    check("nb", false);
    check("nn", false);
    check("non", false);
}

#[test]
fn an_issuer_is_a_name() {
    let check = |issuer: &str, why: Option<&str>| {
        let shown: String = issuer.chars().take(60).collect();
        let shown = if shown.len() < issuer.len() { shown + "…" } else { shown };
        let message = why.map(|why| {
            format!(
                "{IE}: resources[1].issuer: \"{shown}\" {why}; \
                 give the name of the body alone, and say the rest in the summary [body-description]"
            )
        });
        let from = "\"issuer\": \"The Office\", \"status\": \"planned\"";
        let to = format!("\"issuer\": \"{issuer}\", \"status\": \"planned\"");
        check_one(&[(from, &to)], message);
    };
    check("Masaryk University (coordination)", Some("has \"(coordination)\" in it"));
    check("Erasmus MC (coordinator A. Uitterlinden)", Some("has \"(coordinator A. Uitterlinden)\" in it"));
    check("Ministry of Health; State Conference", Some("has \";\" in it"));
    check("Ministry of Health with the regions", Some("has \"with\" in it"));
    check("Commission coordinated by INSA", Some("has \"by\" in it"));
    check("University financed through the Ministry", Some("has \"through\" in it"));
    check("Agency under the Ministry of Health", Some("has \"under\" in it"));
    check("Consortium, including Charles University", Some("has \"including\" in it"));
    check("Ministries in charge of health", Some("has \"in charge\" in it"));
    check("Article in the journal Health Policy", Some("has \"in the journal\" in it"));
    check("RIVM, for the Ministry of Health", Some("has \", for the Ministry of Health\" in it"));
    check("a national alliance", Some("begins with a small letter"));
    check("A B C D E F G H I J K L M N O P Q R S T U", Some("has 21 words"));
    check("A B C D E F G H I J K L M N O P Q R S T", None);
    for name in [
        "Althingi (Icelandic Parliament)",
        "Danish Government (Ministry of the Interior and Health) and Danish Regions",
        "Foundation for Research and Technology – Hellas (FORTH)",
        "KU Leuven, VIB and Sciensano",
        "Ministry of Health, Welfare and Sport, and Sciensano",
        "National Centre for the Protection of Health",
        "Derby University, Withington",
        "biobank.cy",
        "deCODE genetics",
    ] {
        check(name, None);
    }
}

#[test]
fn leading_bodies_and_partners_are_names_too() {
    let plan = "\"plan\": [\"ie-strategy\"],";
    let keys = r#""plan": ["ie-strategy"],
        "lead_body": {"name": "Office (lead)", "sources": ["https://example.org/a"]},
        "gdi": {"member": true, "partners": ["The Office", "Board with Office"], "sources": ["https://example.org/a"]},
        "genome_of_europe": {"member": true, "partners": ["Board; Office"], "sources": ["https://example.org/a"]},"#;
    let said = |place: &str, what: &str, why: &str| {
        format!(
            "{IE}: {place}: \"{what}\" has \"{why}\" in it; \
             give the name of the body alone, and say the rest in the overview [body-description]"
        )
    };
    let expected = [
        said("lead_body.name", "Office (lead)", "(lead)"),
        said("gdi.partners[1]", "Board with Office", "with"),
        said("genome_of_europe.partners[0]", "Board; Office", ";"),
    ];
    check(&[(plan, keys)], &expected.each_ref().map(String::as_str));
}

#[test]
fn documents_of_europe_are_looked_at_too() {
    let mut files = good();
    let document = r#"[{"id": "eu-roadmap", "kind": "roadmap", "title": "The Roadmap 2023-2027", "language_original": "en",
        "issuer": "The project", "period": [2023, 2025], "status": "active", "url": "https://example.org/strategy.pdf",
        "summary": "It says.", "sources": ["https://time.news/a"], "confidence": "high", "checked": "2026-11-23"}]"#;
    put(&mut files, "europe.json", document);
    let expected = [
        "europe.json: [0].url: countries/ie.json: resources[0] has the same address; are they one document? [same-address]",
        "europe.json: [0].period: the period ended in 2025, but the status is active [period-over]",
        "europe.json: [0].title: \"2023-2027\" has a hyphen; write \"2023–2027\", unless the official title has the hyphen [year-range-hyphen]",
        "europe.json: [0].sources[0]: \"https://time.news/a\" is a site that gathers the news of others; cite the page that it comes from [weak-host]",
    ];
    assert_eq!(advice(files.clone(), TODAY), expected);
    let accepted = ["same-address", "period-over", "year-range-hyphen", "weak-host"]
        .map(|kind| format!("{{\"id\": \"eu-roadmap\", \"kind\": \"{kind}\", \"reason\": \"It is so.\"}}"));
    put(&mut files, "accepted-advice.json", format!("[{}]", accepted.join(", ")));
    assert_eq!(advice(files, TODAY), Vec::<String>::new());
}
