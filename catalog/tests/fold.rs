//! Text without case and diacritics, and the highlights of a search in it.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use catalog::{SearchTerms, fold};
use proptest::prelude::*;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Unicode's own folding: lower case, compatibility decomposition, no combining marks.
fn by_unicode(c: char) -> String {
    let lower: String = c.to_lowercase().collect();
    let base: String = lower.nfkd().filter(|c| !is_combining_mark(*c)).collect();
    base.replace('ς', "σ")
}

/// Letters that Unicode does not decompose, and that people without them write so.
const LETTERS: &[(char, &str)] = &[
    ('Æ', "ae"),
    ('æ', "ae"),
    ('Œ', "oe"),
    ('œ', "oe"),
    ('Ø', "o"),
    ('ø', "o"),
    ('ß', "ss"),
    ('ẞ', "ss"),
    ('Þ', "th"),
    ('þ', "th"),
    ('Ð', "d"),
    ('ð', "d"),
    ('Đ', "d"),
    ('đ', "d"),
    ('Ħ', "h"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ĸ', "k"),
    ('Ł', "l"),
    ('ł', "l"),
    ('Ŋ', "n"),
    ('ŋ', "n"),
    ('Ŧ', "t"),
    ('ŧ', "t"),
    ('Ŀ', "l"),
    ('ŀ', "l"),
    ('ŉ', "n"),
];

#[track_caller]
fn check(c: char) {
    let known = LETTERS.iter().find(|(letter, _)| *letter == c);
    let expected = known.map_or_else(|| by_unicode(c), |(_, letters)| (*letters).to_owned());
    assert_eq!(fold(&c.to_string()), expected, "{c} U+{:04X}", c as u32);
}

#[test]
fn letters_fold_as_in_unicode() {
    let latin = '\u{a0}'..='\u{17f}';
    let romanian = ['Ș', 'ș', 'Ț', 'ț', 'ẞ'];
    let greek = '\u{386}'..='\u{3ce}';
    let cyrillic = '\u{400}'..='\u{45f}';
    let ascii = '0'..='z';
    for c in latin
        .chain(romanian)
        .chain(greek)
        .chain(cyrillic)
        .chain(ascii)
        .filter(|c| c.is_alphabetic() || c.is_ascii_digit())
    {
        check(c);
    }
}

#[test]
fn what_is_not_seen_in_a_word_that_was_copied_does_not_part_it() {
    let invisible = [
        '\u{ad}',
        '\u{180e}',
        '\u{200b}',
        '\u{200c}',
        '\u{200d}',
        '\u{200e}',
        '\u{202a}',
        '\u{2060}',
        '\u{fe0e}',
        '\u{fe0f}',
        '\u{feff}',
        '\u{fffc}',
        '\u{e0061}',
    ];
    for c in invisible {
        assert_eq!(fold(&format!("{c}fin{c}{c}land{c} b")), "finland b", "U+{:04X}", c as u32);
    }
    assert_eq!(fold("ﬁnland ﬂuﬀ oﬃce baﬄe ﬆep ﬅ"), "finland fluff office baffle step st");
    assert_eq!(fold("Ｉｒｅｌａｎｄ　２０２４"), "ireland 2024");
    assert_eq!(fold("𝗜𝗿𝗲𝗹𝗮𝗻𝗱 𝔓𝔩𝔞𝔫 𝚉𝚣 𝟐𝟘𝟮𝟺"), "ireland plan zz 2024");
    // All that Unicode has; the others have a letter of an older block in their place.
    for c in ('\u{1d400}'..='\u{1d6a3}').chain('\u{1d7ce}'..='\u{1d7ff}').filter(|c| c.is_alphanumeric()) {
        assert_eq!(fold(&c.to_string()), by_unicode(c).to_lowercase(), "{c} U+{:04X}", c as u32);
    }
}

#[test]
fn what_is_no_letter_stands_between_words() {
    for c in ('\0'..='\u{bf}')
        .chain(['×', '÷', '\u{387}'])
        .filter(|c| !c.is_alphabetic() && !c.is_ascii_digit() && *c != '\u{ad}')
    {
        assert_eq!(fold(&format!("a{c}b")), "a b", "U+{:04X}", c as u32);
    }
    for c in ['–', '—', '’', '„', '“', '…', '\u{2009}', '\u{202f}', '\u{2028}', '€', '→', '₂', '•', '\u{3000}']
    {
        assert_eq!(fold(&format!("{c}a{c}{c}b{c}")), "a b", "U+{:04X}", c as u32);
    }
    assert_eq!(fold("e\u{301}te\u{301}"), "ete");
    for c in '\u{300}'..='\u{36f}' {
        assert_eq!(fold(&format!("a{c}b")), "ab", "U+{:04X}", c as u32);
    }
}

/// Every character that the dataset holds is one that we thought of.
#[test]
fn every_character_of_the_dataset_is_known() {
    let mut seen = BTreeSet::new();
    for (_, text) in common::shipped_files() {
        seen.extend(text.chars());
    }
    assert!(seen.len() > 150, "only {} different characters", seen.len());
    for c in seen {
        if c.is_alphabetic() || c.is_ascii_digit() {
            check(c);
        } else {
            let folded = fold(&format!("a{c}b"));
            assert!(["a b", "ab"].contains(&&*folded), "{c} U+{:04X}: {folded}", c as u32);
        }
    }
}

#[test]
fn texts_fold_to_words() {
    let check = |text: &str, expected: &str| assert_eq!(fold(text), expected, "{text}");
    check("", "");
    check(" – ", "");
    check("Österreichs 1+MG-Plan", "osterreichs 1 mg plan");
    check("  a  b\t\nc  ", "a b c");
    // Every character that Unicode calls white space stands between words.
    for blank in ('\0'..=char::MAX).filter(|c| c.is_whitespace()) {
        assert_eq!(fold(&format!("a{blank}b")), "a b", "{blank:?}");
    }
    check("Ελλάδα ΕΛΛΆΔΑ ελλαδα", "ελλαδα ελλαδα ελλαδα");
    check("ΠΛΗΡΗΣ πλήρης", "πληρησ πληρησ");
    check("Геномът на България", "геномът на българия");
    check("Straße STRASSE", "strasse strasse");
    check("Œuvre Ægir Þór Ðe", "oeuvre aegir thor de");
    check("İstanbul ıssız", "istanbul issiz");
    check("日本", "日本");
}

/// The marked pieces of the text.
fn marked<'a>(search: &str, text: &'a str) -> Vec<&'a str> {
    SearchTerms::of(search).highlights(text).into_iter().map(|range| &text[range]).collect()
}

#[test]
fn marks_stand_at_the_beginnings_of_words() {
    let check =
        |search: &str, text: &str, expected: &[&str]| assert_eq!(marked(search, text), expected, "{search} in {text}");
    check("", "National plan", &[]);
    check("–", "National – plan", &[]);
    check("gen", "Genome of the oxygen generation, GEN-AU", &["Gen", "gen", "GEN"]);
    check("plan nation", "National plan", &["Nation", "plan"]);
    check("p pl plan", "plans", &["plan"]);
    check("plans", "plan", &[]);
    check("osterreich", "Österreichisch", &["Österreich"]);
    check("ÖSTERREICH", "Osterreich", &["Osterreich"]);
    check("osterreich", "O\u{308}sterreich\u{301} x", &["O\u{308}sterreich\u{301}"]);
    check("elladα ελλ", "στην Ελλάδα", &["Ελλ"]);
    check("геном", "Българският Геномът", &["Геном"]);
    check("1+mg", "1+MG and B1MG", &["1", "MG"]);
    // Half of a letter that folds to two cannot be marked alone.
    check("s stras", "Straße", &["Straß"]);
    check("strass", "Straße", &["Straß"]);
    check("strasse", "Straße", &["Straße"]);
    check("a", "Æthelred", &["Æ"]);
    check("f", "ﬃ", &["ﬃ"]);
    check("eff", "eﬃcient", &["eﬃ"]);
}

#[test]
fn a_search_has_its_words_once_and_not_too_many() {
    assert!(SearchTerms::of(" – ").is_empty() && SearchTerms::default().is_empty());
    assert_eq!(SearchTerms::of("Plan PLAN plän"), SearchTerms::of("plan"));
    let many: Vec<String> = (100..200).map(|n| n.to_string()).collect();
    assert_eq!(SearchTerms::of(&many.join(" ")), SearchTerms::of(&many[..SearchTerms::MOST].join(" ")));
    assert_ne!(SearchTerms::of(&many.join(" ")), SearchTerms::of(&many[..SearchTerms::MOST - 1].join(" ")));
}

/// Texts of letters that fold in every way, and of anything.
fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[aefosßæœﬁﬃÞØÉé\u{301}\u{308}ΆάςσЙйїș ,–1-]{0,24}", any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn folding_twice_changes_nothing(text in text()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once.clone());
        prop_assert!(!once.contains("  ") && once.trim() == once);
    }

    #[test]
    fn folding_ignores_composition(text in "[\u{20}-\u{17f}șțȘȚ\u{386}-\u{3ce}\u{400}-\u{45f}]{0,24}") {
        let decomposed: String = text.nfd().collect();
        // The Greek numeral signs and spacing accents are canonical twins of ASCII characters and blanks.
        prop_assert_eq!(fold(&decomposed), fold(&text));
    }

    #[test]
    fn marks_are_what_was_searched(search in text(), text in text()) {
        let words = SearchTerms::of(&search);
        let folded = fold(&search);
        let needles: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).take(SearchTerms::MOST).collect();
        let mut end = 0;
        let highlights = words.highlights(&text);
        for highlight in &highlights {
            prop_assert!(highlight.start >= end && highlight.end > highlight.start && highlight.end <= text.len());
            prop_assert!(text.is_char_boundary(highlight.start) && text.is_char_boundary(highlight.end));
            end = highlight.end;
            let slice = fold(&text[highlight.clone()]);
            // Without its last letter it is not yet what was searched; with it, it may be more: "f" marks "ﬃ".
            let letters: Vec<char> = text[highlight.clone()].chars().filter(|c| fold(&format!("a{c}")) != "a").collect();
            let before = fold(&letters[..letters.len() - 1].iter().collect::<String>());
            let is_needle = |needle: &&str| slice.starts_with(*needle) && before.len() < needle.len();
            prop_assert!(needles.iter().any(is_needle), "{slice}");
        }
        // A word is marked exactly where it is found.
        let found = fold(&text).split(' ').filter(|word| needles.iter().any(|needle| word.starts_with(needle))).count();
        prop_assert_eq!(highlights.len(), found);
    }
}
