//! What a search finds beyond the words themselves: countries by their names in other languages, acronyms and what they
//! stand for, and the word that was meant by one that stands nowhere.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

#[path = "common/any_query.rs"]
mod any_query;
mod common;

use any_query::{parse, queries};
use catalog::{Catalog, Change, Messages, Query, SearchTerms, Selection, fold, nearest_word};
use common::{catalog, shipped, today};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::OnceLock;

const NAMES: &str = include_str!("../../names/countries.txt");

/// The shipped catalog with the names of countries.
fn named() -> &'static Catalog {
    static NAMED: OnceLock<Catalog> = OnceLock::new();
    NAMED.get_or_init(|| {
        let catalog = Catalog::from_wire(&shipped().dataset).unwrap();
        catalog.add_names(NAMES);
        assert!(catalog.correct_searches(nearest_word));
        catalog
    })
}

/// What a text selects beside other filters.
fn search(text: &str, filters: &str) -> Selection {
    named().select(&parse(filters).toggled(&Change::Text(text.to_owned())), today())
}

/// The countries of a selection.
fn codes(found: &Selection) -> String {
    found.matches.iter().map(|found| named().countries[found.country].code.as_str()).collect::<Vec<_>>().join(" ")
}

/// The documents of a selection.
fn documents(found: &Selection) -> BTreeSet<&'static str> {
    found.found().map(|found| found.resolve(named()).1.id.as_str()).collect()
}

#[test]
fn a_country_is_found_by_its_name_in_other_languages() {
    for (text, expected) in [
        ("Tanska", "DK"),
        ("TANSKA", "DK"),
        ("Ísland", "IS"),
        ("Iceland", "IS"),
        ("Islande", "IS"),
        ("Irlande", "IE"),
        ("Írország", "IE"),
        ("Saksamaa", "DE"),
        ("Niemcy", "DE"),
        ("Німеччина", "DE"),
        ("l-Awstrija", "AT"),
        ("Ruotsi", "SE"),
        ("Швеция", "SE"),
        ("Ηνωμένο Βασίλειο", "GB"),
        ("Royaume-Uni", "GB"),
        ("Zjednoczone", ""),
        ("Wielka Brytania", "GB"),
        ("Almaniya", "DE"),
        ("Գերմանիա", "DE"),
        ("ألمانيا", "DE"),
    ] {
        assert_eq!(codes(&search(text, "")), expected, "{text}");
        assert_eq!(search(text, "").corrected, None, "{text}");
    }
    // Its documents are found as by its own name.
    assert_eq!(documents(&search("Tanska", "")), documents(&search("Danmark", "")));
    assert_eq!(documents(&search("Tanska strategy", "")), documents(&search("Danmark strategy", "")));
    assert!(!documents(&search("Tanska strategy", "")).is_empty());
    assert_eq!(codes(&search("Tanska", "country=ie")), "");
    // Without the names it is not known, and nothing is made of it.
    let without = catalog().select(&parse("q=tanska"), today());
    assert_eq!((codes(&without).as_str(), without.corrected), ("", None));
}

#[test]
fn every_country_has_its_names() {
    let listed: Vec<&str> = NAMES.lines().map(|line| &line[..2]).collect();
    let mut known: Vec<&str> = named().countries.iter().map(|country| country.code.as_str()).collect();
    known.sort_unstable();
    assert_eq!(listed, known, "names/countries.txt: see names/README.md");
    for line in NAMES.lines() {
        for name in line[3..].split('|') {
            assert!(codes(&search(name, "")).split(' ').any(|code| code == &line[..2]), "{name} does not find {line}");
        }
    }
}

#[test]
fn names_of_another_catalog_and_lines_that_are_none_do_no_harm() {
    let catalog = Catalog::from_wire(&shipped().dataset).unwrap();
    catalog.add_names("<!doctype html>\nXX Nowhere\nDK\nDKTanska\nFI  Soome||Finlande\r\n");
    let found = |text: &str| catalog.select(&Query::default().toggled(&Change::Text(text.into())), today());
    assert_eq!(found("nowhere").matches, []);
    assert_eq!(found("tanska").matches, []);
    assert_eq!(codes(&found("soome")), "FI");
    assert_eq!(codes(&found("finlande")), "FI");
}

#[test]
fn acronyms_and_what_they_stand_for_find_each_other() {
    for (acronym, long) in [
        ("1+MG", "1+ Million Genomes"),
        ("1MG", "1+ Million Genomes"),
        ("GDI", "Genomic Data Infrastructure"),
        ("ELSI", "ethical, legal and social"),
        ("WGS", "whole-genome sequencing"),
        ("NGS", "Next-Generation Sequencing"),
        ("B1MG", "Beyond 1 Million Genomes"),
        ("GoE", "Genome of Europe"),
        ("EHDS", "European Health Data Space"),
    ] {
        // Where both stand as they are, in any text that has a country or a document of its own.
        let has = |text: &str, form: &str| format!(" {} ", fold(text)).contains(&format!(" {} ", fold(form)));
        let texts = |document: &catalog::Resource| {
            [&*document.title, &*document.issuer, &*document.summary, document.title_original.as_deref().unwrap_or("")]
                .join(" – ")
        };
        let stands: BTreeSet<&str> = named()
            .resources()
            .filter(|(_, document)| has(&texts(document), acronym) || has(&texts(document), long))
            .map(|(_, document)| document.id.as_str())
            .collect();
        let (short, full) = (search(acronym, ""), search(long, ""));
        let text = format!("{acronym}, {long}");
        assert!(stands.is_subset(&documents(&short)), "{text}: {:?}", stands.difference(&documents(&short)));
        assert!(stands.is_subset(&documents(&full)), "{text}: {:?}", stands.difference(&documents(&full)));
        assert!(short.documents > 0 && full.documents > 0, "{text}");
        assert_eq!((short.corrected, full.corrected), (None, None), "{text}");
    }
    // With other words, and only as a whole.
    let both = search("WGS denmark", "");
    assert!(documents(&both).is_subset(&documents(&search("whole genome sequencing denmark", ""))));
    assert!(both.documents > 0 && codes(&both).starts_with("DK"), "{}", codes(&both));
    let talk = named().videos.iter().position(|video| video.title.contains("WGS")).unwrap();
    assert!(search("whole genome sequencing", "").videos.contains(&talk));
    let speaker = named().videos[talk].speaker.as_deref().unwrap();
    assert!(search(&format!("whole genome sequencing {speaker}"), "").videos.contains(&talk));
    assert!(search(&format!("whole sequencing genome {speaker}"), "").videos.is_empty());
    // "goes" is not "GoE".
    let goes = named().resources().find(|(_, document)| has_word(&document.summary, "goes"));
    if let Some((_, document)) = goes {
        assert!(!documents(&search("Genome of Europe", "")).contains(document.id.as_str()), "{}", document.id);
    }
}

fn has_word(text: &str, word: &str) -> bool {
    fold(text).split(' ').any(|other| other == word)
}

#[test]
fn the_other_form_is_marked() {
    let check = |search: &str, text: &str, expected: &[&str]| {
        let marked: Vec<&str> =
            SearchTerms::of(search).highlights(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(marked, expected, "{search} in {text}");
    };
    check("wgs", "Whole-genome sequencing, a whole other genome", &["Whole", "genome", "sequencing"]);
    check("whole genome sequencing", "WGS of the genome", &["WGS", "genome"]);
    check("WGS plan", "A plan for whole genome sequencing", &["plan", "whole", "genome", "sequencing"]);
    check("1+MG", "1+ Million Genomes, 1MG and B1MG", &["1", "Million", "Genomes", "1MG"]);
    check("genome of europe", "It goes on: GoE", &["GoE"]);
    check("gen of europe", "GoE", &[]);
}

/// What is searched for in the place of a text.
#[track_caller]
fn check_corrected(text: &str, expected: &str) {
    assert_eq!(search(text, "").corrected.as_deref(), Some(expected), "{text}");
    let plain = search(expected, "");
    assert!(!plain.matches.is_empty() && plain.corrected.is_none(), "{expected} finds nothing");
    assert_eq!(Selection { corrected: None, ..search(text, "") }, plain, "{text}");
}

#[test]
fn a_misspelt_word_is_taken_for_the_nearest() {
    // Beside a word that is near to nothing, nothing is found and nothing is said.
    assert_eq!(search("denmrk zzzzz", "").corrected, None);
    check_corrected("Denmrk", "denmark");
    check_corrected("genomcs", "genomics");
    check_corrected("Dnemark", "denmark");
    check_corrected("Denmarkk", "denmark");
    check_corrected("stratgey", "strategy");
    check_corrected("Irelnd", "ireland");
    // Rather in the dataset's own words: "Norwy" is Welsh.
    check_corrected("norwey", "norway");
    // What is not typed to its end.
    check_corrected("denmr", "denmark");
    // In another language, script and beside a word that stands somewhere.
    check_corrected("Tanksa", "tanska");
    check_corrected("Ελάδα", "ελλαδα");
    check_corrected("Denmrk strategy", "denmark strategy");
    check_corrected("Irelnd genomcs", "ireland genomics");
    // Then an acronym's other form is found, too.
    assert_eq!(documents(&search("whole genome sequencnig", "")), documents(&search("whole genome sequencing", "")));
}

#[test]
fn filters_stay_with_a_misspelt_word() {
    let found = search("Denmrk", "country=dk&kind=strategy");
    assert_eq!(found.corrected.as_deref(), Some("denmark"));
    assert_eq!(Selection { corrected: None, ..found }, search("Denmark", "country=dk&kind=strategy"));
    // What was meant is said also where the filters leave nothing of it, and what they would leave is counted.
    let found = search("Denmrk", "country=ie");
    assert_eq!((codes(&found).as_str(), found.corrected.as_deref()), ("", Some("denmark")));
    let (denmark, _) = named().country(catalog::CountryCode::parse("DK").unwrap()).unwrap();
    assert!(found.facets.countries[denmark].documents > 0);
}

#[test]
fn nothing_is_made_of_a_word_that_stands_somewhere_or_is_near_to_none() {
    for text in ["", "denm", "denmark", "genomes", "strateg", "tansk", "coviello", "dk", "1+mg"] {
        assert_eq!(search(text, "").corrected, None, "{text}");
    }
    // A word that stands somewhere is what was meant, even if nothing has all the words.
    let found = search("coviello denmark", "");
    assert_eq!((found.matches.len(), found.corrected), (0, None));
    for text in
        ["zzzz", "xyzzy", "covid", "quantum", "football", "hello", "paris", "dxk", "gqi", "2999", "b2mg", "20255"]
    {
        let found = search(text, "");
        assert_eq!((found.corrected.as_deref(), found.documents), (None, 0), "{text}");
    }
}

#[test]
fn the_sentence_says_what_was_searched_for() {
    let said = |text: &str, filters: &str| {
        let query = parse(filters).toggled(&Change::Text(text.to_owned()));
        Messages::English.result(&query, &named().select(&query, today()), named())
    };
    let rest = said("Denmark", "").replace("“Denmark”", "“Denmrk”");
    assert_eq!(said("Denmrk", ""), format!("Showing results for “denmark”. {rest}"));
    assert!(said("Denmrk", "country=ie").starts_with("Showing results for “denmark”. No results: "));
    assert_eq!(said("zzzz", ""), "No results: “zzzz”");
}

#[test]
fn what_was_found_is_marked_as_it_was_searched_for() {
    let words = |text: &str| search(text, "").words(&Query::default().toggled(&Change::Text(text.to_owned())));
    assert_eq!(words("Denmrk"), SearchTerms::of("Denmark"));
    assert_eq!(words("Denmark"), SearchTerms::of("Denmark"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    /// Names only add: what is selected without them is selected with them.
    #[test]
    fn names_take_nothing_away(query in queries()) {
        let (with_names, without) = (named().select(&query, today()), catalog().select(&query, today()));
        if with_names.corrected.is_none() {
            prop_assert!(documents(&with_names).is_superset(&documents(&without)));
        } else {
            // A word stood nowhere, so nothing had them all.
            prop_assert_eq!((without.documents, without.matches.len(), without.videos.len()), (0, 0, 0));
        }
    }

    /// One letter left out, or two in each other's place, of a long word that is the only one so near.
    #[test]
    fn a_word_with_a_letter_wrong_is_found(at in any::<prop::sample::Index>(), letter in 1..9_usize, is_swapped: bool) {
        const WORDS: [&str; 7] =
            ["luxembourg", "switzerland", "netherlands", "biobanking", "infrastructure", "slovenia", "portugal"];
        let word: Vec<char> = WORDS[at.index(WORDS.len())].chars().collect();
        let letter = letter.min(word.len() - 2);
        let mut typed = word.clone();
        if is_swapped { typed.swap(letter, letter + 1) } else { typed.remove(letter); }
        let (word, typed): (String, String) = (word.into_iter().collect(), typed.into_iter().collect());
        let found = search(&typed, "");
        // It may be a name in another language: "Luxemborg".
        if found.corrected.is_some() || found.documents == 0 {
            prop_assert_eq!(found.corrected, Some(word), "{}", typed);
        }
    }
}
