//! What is fuzzed: each target reads a text, and whatever it is, holds what it promises.

use catalog::wire::Json;
use catalog::{
    Catalog, EmbedRequest, LanguageTag, PartialDate, Query, SearchTerms, WebAddress, fold, nearest_word, source,
};

use super::common;

/// A target: its name, what is mutated, and what an input must pass.
pub(crate) struct Target {
    pub(crate) name: &'static str,
    pub(crate) corpus: fn() -> Vec<String>,
    pub(crate) check: fn(&str),
}

/// All targets.
pub(crate) const ALL: [Target; 10] = [
    Target { name: "dataset", corpus: datasets, check: dataset },
    Target { name: "query", corpus: queries, check: query },
    Target { name: "embed", corpus: queries, check: embed },
    Target { name: "shared", corpus: shared_texts, check: shared },
    Target { name: "nearest", corpus: typed_words, check: nearest },
    Target { name: "acronym", corpus: acronyms, check: acronym },
    Target { name: "date", corpus: dates, check: date },
    Target { name: "language", corpus: languages, check: language },
    Target { name: "address", corpus: addresses, check: address },
    Target { name: "fold", corpus: texts, check: folded },
];

fn texts_of(all: &[&str]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

/// The files of the small dataset, one after the other.
fn datasets() -> Vec<String> {
    let files = common::small_files();
    files.into_iter().map(|(path, text)| format!("{path}\n{text}")).collect()
}

/// One file of the dataset is another: it is read, or every problem is told.
fn dataset(text: &str) {
    let (path, text) = text.split_once('\n').unwrap_or(("countries/ie.json", text));
    let known = ["countries/ie.json", "dataset.json", "europe.json", "events.json", "videos.json", "changes.json"];
    let path = known.iter().find(|known| path.contains(**known)).unwrap_or(&known[0]);
    let mut files = common::small_files();
    common::put(&mut files, path, text);
    match source::load(&files) {
        Ok(loaded) => {
            let again = serde_json::to_string(&loaded.dataset).expect("a dataset is JSON");
            let tree: Json = serde_json::from_str(&again).expect("it can be read");
            let catalog = Catalog::from_wire(&tree).unwrap_or_else(|problems| panic!("it is refused: {problems}"));
            assert_eq!(catalog.countries.len(), loaded.catalog.countries.len());
        }
        Err(problems) => assert!(!problems.to_string().is_empty(), "nobody says why it is refused"),
    }
    // And alone.
    if let Ok(tree) = serde_json::from_str::<Json>(text) {
        drop(Catalog::from_wire(&tree));
    }
}

fn queries() -> Vec<String> {
    texts_of(&[
        "",
        "country=ie,fr&kind=strategy&status=active&now=1&plan=adopted&year=2020-2025&video=1&q=gen&view=table&sort=newest",
        "country=dk&country=IE&q=cancer+strategy&lang=de&item=ie-strategy",
        "theme=dark&play=talk-ireland&country=Ireland",
        "q=%C3%89ire%20gen%C3%B3m&utm_source=x&fbclid=1",
        "year=2020%E2%80%932025&plan=in-force,ended&view=compare",
        "?country=ie?fbclid=x&amp;theme=Dark&play=TALK-Ireland).",
        "view=map,?utm_source=y&kind=l%C2%ADaw&country[]=i%E2%80%8Be",
    ])
}

/// What is understood of an address is written so that it is understood again, all of it.
fn query(text: &str) {
    let catalog = common::catalog();
    let (query, _) = Query::parse(text, catalog);
    let written = query.encode();
    let (again, unknown) = Query::parse(&written, catalog);
    assert_eq!(again, query, "{written}");
    assert!(unknown.is_empty(), "{written}: {unknown:?}");
    assert_eq!(query.chips(catalog).len(), query.filters());
    let selection = catalog.select(&query, common::today());
    assert!(selection.documents >= selection.matches.iter().map(|found| found.fits.len()).sum());
}

fn embed(text: &str) {
    let request = EmbedRequest::parse(text, common::catalog());
    let written = request.query.encode();
    assert_eq!(EmbedRequest::parse(&written, common::catalog()).query, request.query, "{written}");
    assert!(request.video.is_none_or(|at| at < common::catalog().videos.len()), "{text}");
    // An address that has nothing of a widget's own is read as the page reads it, but for the country of an entry.
    if !text.to_ascii_lowercase().contains(['p', 't']) {
        let (page, unknown) = Query::parse(text, common::catalog());
        assert_eq!(request.unknown, unknown, "{text}");
        assert!(page.item.is_some() || page == request.query, "{text}");
    }
}

fn shared_texts() -> Vec<String> {
    texts_of(&[
        "https://plans.example.org/?item=ie-strategy",
        "Read this: https://plans.example.org/a/b/ie/index.html?view=map&kind=law#x",
        "https://youtu.be/aaaaaaaaaaa?si=x http://localhost/?q=rare+disease?utm_source=y",
        "Rare diseases https://example.org/en/national-genome_strategy.pdf?a=1&utm_medium=z).",
        "https://a/?text=https%3A%2F%2Fb%2F%3Ftext%3Dhttps%253A%252F%252Fc",
        "://? https:// ?://#",
    ])
}

/// What another app shares, by each name that it may have, and as it is or encoded, is read; and what it becomes is
/// written so that it is understood again.
fn shared(text: &str) {
    let encoded: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
    for address in [
        format!("text={encoded}"),
        format!("title=Ireland&text=&url={encoded}"),
        format!("title={encoded}&text={encoded}"),
        format!("text={text}"),
    ] {
        query(&address);
    }
}

fn typed_words() -> Vec<String> {
    texts_of(&["denmrak\n denmark germany", "genomcs\n genomics genomes", "irelnad\n ireland iceland", "ehds\n edic"])
}

/// What a misspelt word is taken for stands in the text, and begins as it does; a word that stands there is itself.
fn nearest(text: &str) {
    let (typed, texts) = text.split_once('\n').unwrap_or((text, ""));
    let (typed, texts) = (fold(typed).replace(' ', ""), format!(" {}", fold(texts)));
    if let Some(word) = nearest_word(&typed, [&texts, " denmark ireland genomics"]) {
        assert!(texts.split(' ').chain(["denmark", "ireland", "genomics"]).any(|known| known == word), "{word}");
        assert_eq!(word.chars().next(), typed.chars().next(), "{typed}: {word}");
        assert!(
            !word.is_empty() && (word == typed || !texts.split(' ').any(|known| known == typed)),
            "{typed}: {word}"
        );
    }
}

fn acronyms() -> Vec<String> {
    texts_of(&[
        "WGS and whole genome sequencing",
        "1+MG B1MG beyond 1 million genomes",
        "GDI genomic data infrastructure EHDS",
        "a b c d e f g h i j k l m n wgs ngs edic",
    ])
}

/// A search in which an acronym is asked for is the same, whatever stands around its words; it selects, and marks whole
/// words of what it found.
fn acronym(text: &str) {
    let catalog = common::catalog();
    let address: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
    query(&format!("q={address}"));
    let terms = SearchTerms::of(text);
    assert_eq!(SearchTerms::of(&fold(text)), terms, "{text}");
    for country in &catalog.countries {
        for range in terms.highlights(&country.overview) {
            assert!(country.overview.get(range.clone()).is_some_and(|marked| !marked.is_empty()), "{range:?}: {text}");
        }
    }
}

fn dates() -> Vec<String> {
    texts_of(&["2026-11-29", "2026-11", "2026", "0001-01-01", "9999-12-31", "2024-02-29"])
}

fn date(text: &str) {
    if let Ok(date) = PartialDate::parse(text) {
        assert_eq!(PartialDate::parse(&date.to_string()), Ok(date), "{date}");
    }
}

fn languages() -> Vec<String> {
    texts_of(&["en", "de", "sr-Latn", "nb", "x-private", "zh-Hant-TW", "en-GB-oed"])
}

fn language(text: &str) {
    if let Ok(tag) = LanguageTag::parse(text) {
        assert_eq!(
            LanguageTag::parse(tag.as_str()).map(|again| again.as_str().to_owned()),
            Ok(tag.as_str().to_owned())
        );
    }
}

fn addresses() -> Vec<String> {
    texts_of(&[
        "https://example.org/a/b.pdf?x=1#page",
        "http://www.example.org",
        "https://xn--bcher-kva.example/%C3%BC",
        "https://user:pass@example.org:8080/",
    ])
}

fn address(text: &str) {
    if let Ok(address) = WebAddress::parse(text) {
        assert_eq!(address.as_str(), text, "what is linked is what was written");
        assert!(!address.host().is_empty() && text.contains(address.host()), "{text} has no host");
        assert!(text.contains(address.readable()), "{text}: {}", address.readable());
        assert_eq!(address.is_secure(), text.starts_with("https://"));
        let _either = address.is_pdf();
    }
}

fn texts() -> Vec<String> {
    texts_of(&[
        "Éire genóm",
        "ﬁnland STRASSE straße",
        "Ｇｅｎｏｍｅ ２０２６",
        "cancer\u{ad}plan e\u{301}",
        "Ελληνική ΣΊΣΥΦΟΣ",
        "İstanbul ĳ ŋ",
    ])
}

/// A text that is folded stays as it is, and what is marked of it begins and ends between letters.
fn folded(text: &str) {
    let once = fold(text);
    assert_eq!(fold(&once), once, "{text}");
    let first = once.split(' ').next().unwrap_or_default();
    for range in SearchTerms::of(first).highlights(text) {
        assert!(text.get(range.clone()).is_some_and(|marked| !marked.is_empty()), "{range:?} of {text}");
    }
    assert!(SearchTerms::of(text).highlights(text).into_iter().all(|range| text.get(range).is_some()), "{text}");
}
