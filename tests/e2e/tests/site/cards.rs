//! What the cards say: every fact of the dataset once they are opened, and on the country's page.

use std::collections::HashMap;

use catalog::{Confidence, Country, CountryCode, Kind, LinkCategory, Messages, Resource, Sort, fold};
use e2e::{Role, ServedSite, Visitor, catalog, country, match_of, select, today, until};
use serde::Deserialize;

/// A card as it stands in the document.
#[derive(Deserialize)]
struct CardText {
    words: String,
    /// What stands in each document, by its id.
    documents: HashMap<String, String>,
    links: Vec<String>,
    /// Language and words of everything marked as another language.
    languages: Vec<(String, String)>,
}

const READ: &str = "
const card = document.querySelector(`[data-country=${arguments[0]}]`);
const tidy = (text) => text.replace(/\\s+/g, ' ').trim();
return {
  words: tidy(card.textContent),
  documents: Object.fromEntries([...card.querySelectorAll('[id^=item-]')]
    .map((node) => [node.id.replace('item-', ''), tidy(node.textContent)])),
  links: [...card.querySelectorAll('a')].map((link) => link.getAttribute('href')),
  languages: [...card.querySelectorAll('[lang]')].map((node) => [node.lang, tidy(node.textContent)]),
};";

#[test]
fn the_built_site_has_the_editors_dataset() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    visitor.should_see("");
    assert_eq!(visitor.screen().cards.len(), catalog().countries.len());
    assert!(
        visitor.text("footer").contains(&Messages::English.data_version(catalog().version)),
        "the site is of other data: build it"
    );
}

#[test]
fn every_fact_of_every_country_is_on_its_page_and_in_its_opened_card() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let mut missing = Vec::new();
    for country in &catalog().countries {
        visitor.opens_card(country);
        missing.extend(missing_in_card(&visitor, country));
        visitor.closes_card(country);
    }
    for country in &catalog().countries {
        visitor.open(&format!("{}/", country.code.lower()));
        missing.extend(missing_in_card(&visitor, country));
    }
    assert!(missing.is_empty(), "{} facts are not there:\n{}", missing.len(), missing.join("\n"));
}

/// The facts of a country that are not in its opened card, or on its page.
pub(crate) fn missing_in_card(visitor: &Visitor, country: &Country) -> Vec<String> {
    let card: CardText = visitor.script(READ, vec![country.code.as_str().into()]);
    let absent = facts_of(country).into_iter().filter(|fact| !card.words.contains(tidy(fact).as_str()));
    let mut missing: Vec<String> = absent.map(|fact| format!("{}: {fact}", country.code)).collect();
    for document in &country.resources {
        let words = card.documents.get(document.id.as_str()).map_or("", String::as_str);
        let facts = facts_of_document(document);
        let absent = facts.into_iter().filter(|fact| !words.contains(tidy(fact).as_str()));
        missing.extend(absent.map(|fact| format!("{}: {fact}", document.id)));
    }
    let links = links_of(country).into_iter();
    let absent = links.filter(|link| !card.links.iter().any(|found| found == link));
    missing.extend(absent.map(|link| format!("{}: the link to {link}", country.code)));
    for (language, words) in foreign(country) {
        let wanted = (language.to_owned(), tidy(words));
        if !card.languages.contains(&wanted) {
            missing.push(format!("{}: {words} in {language}", country.code));
        }
    }
    missing
}

#[test]
fn every_fact_of_every_event_is_among_the_talks() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let talks = tidy(&visitor.contents("#talks"));
    for event in &catalog().events {
        let facts = [
            Messages::English.event_line(event),
            event.title.to_string(),
            event.organiser.to_string(),
            event.grant.to_string(),
        ];
        let introduction = event.introduction.iter().map(|paragraph| paragraph.to_string());
        for fact in facts.into_iter().chain(introduction) {
            assert!(talks.contains(&tidy(&fact)), "\"{fact}\" is not among the talks");
        }
        // Two events may share a page.
        let links = visitor.count(&format!("#talks a[href='{}']", event.page.as_str()));
        assert!(links > 0, "no link leads to {}", event.page.as_str());
    }
}

#[test]
fn what_is_printed_is_what_the_cards_show() {
    let site = ServedSite::built();
    let address = "kind=genome-centre,implementation-plan,law,programme,strategy";
    let visitor = Visitor::at(&site, &format!("?{address}"));
    visitor.should_see(address);
    let opened = country("DK");
    visitor.opens_card(opened);
    visitor.with_paper();
    let printed: Vec<(String, Vec<String>)> = visitor.script(
        "return [...document.querySelectorAll('.cards > .card')].filter((card) => card.checkVisibility()).map((card) =>
            [card.dataset.country, [...card.querySelectorAll('.shortlist a, .resource-title a')]
                .filter((node) => node.checkVisibility()).map((node) => node.getAttribute('href'))])",
        vec![],
    );
    let selection = select(address);
    let expected = selection.matches.iter().map(|found| {
        let country = &catalog().countries[found.country];
        let of_kinds = Kind::ALL
            .iter()
            .flat_map(|kind| (0..country.resources.len()).filter(move |at| country.resources[*at].kind == *kind));
        let shown = if country.code == opened.code { of_kinds.collect() } else { country.shortlist(found) };
        let links = shown.into_iter().map(|at| country.resources[at].address.as_str().to_owned());
        (country.code.to_string(), links.collect::<Vec<_>>())
    });
    assert_eq!(printed, expected.collect::<Vec<_>>());
    // What can only be pressed is not printed.
    let seen = |selector: &str| {
        visitor.script::<bool>(
            "return [...document.querySelectorAll(arguments[0])].some((node) => node.checkVisibility())",
            vec![selector.into()],
        )
    };
    assert!(seen(".overview") && seen(".resource-details"));
    for hidden in ["nav", "search", "select", "[role=group] button", ".card-toggle"] {
        assert!(!seen(hidden), "{hidden} is printed");
    }
    // A country's page is printed whole.
    visitor.open(&format!("{}/", opened.code.lower()));
    let printed: usize = visitor.script(
        "return [...document.querySelectorAll('.resource-details')].filter((node) => node.checkVisibility()).length",
        vec![],
    );
    assert_eq!(printed, opened.resources.len());
}

#[test]
fn what_was_searched_for_is_in_sight() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    // A word that only the summary of a document has.
    let is_only_in_summary = |country: &Country, document: &Resource, word: &str| {
        let titles = document.title_original.iter().map(|title| &**title);
        let names = country.native_names.iter().map(|native| &*native.name);
        let others = [&*document.title, &*document.issuer, &*country.name, &*country.overview];
        let others: Vec<&str> = others.into_iter().chain(titles).chain(names).collect();
        word.len() > 6 && !fold(&others.join(" ")).contains(&fold(word))
    };
    // And that finds more than one country: one alone would be whole.
    let is_in_short_card = |country: &Country, at: usize, word: &str| {
        let selection = select(&format!("q={word}"));
        let found = match_of(&selection, country);
        selection.matches.len() > 1 && country.shortlist(&found).contains(&at)
    };
    let of = |country: &'static Country| country.resources.iter().enumerate().map(move |(at, one)| (country, at, one));
    let found = catalog().countries.iter().flat_map(of).find_map(|(country, at, document)| {
        let mut words = document.summary.split(|c: char| !c.is_ascii_alphabetic());
        let is_it = |word: &&str| is_only_in_summary(country, document, word) && is_in_short_card(country, at, word);
        Some((document, words.find(is_it)?))
    });
    let (document, word) = found.expect("some summary has a word of its own");
    // The card stays short, and shows the words under the document in whose details they stand.
    let is_in_sight = || {
        visitor.script::<bool>(
            "const found = [...document.querySelectorAll('.card .found-in')].filter((node) => node.textContent.includes(arguments[0]));
            return found.some((node) => node.checkVisibility() && node.closest('li').querySelector('a').getAttribute('href') === arguments[1])",
            vec![word.into(), document.address.as_str().into()],
        )
    };
    assert!(!is_in_sight());
    visitor.types(word);
    until(|| is_in_sight().then_some(()).ok_or_else(|| format!("what has \"{word}\" is not in sight")));
    let marks = "return [...(CSS.highlights.get('search') ?? [])]
        .map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset))";
    until(|| {
        let marks: Vec<String> = visitor.script(marks, vec![]);
        let is_marked = marks.iter().any(|mark| mark.eq_ignore_ascii_case(word));
        is_marked.then_some(()).ok_or_else(|| format!("\"{word}\" is not marked, only {marks:?}"))
    });
    visitor.presses(e2e::Key::Escape);
    until(|| (visitor.count(".found-in") == 0).then_some(()).ok_or_else(|| "the words stay".to_owned()));
}

#[test]
fn what_was_searched_for_is_marked_in_every_card() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    visitor.types("zzzz");
    until(|| (visitor.count(".card") == 0).then_some(()).ok_or_else(|| "the cards stay".to_owned()));
    visitor.presses(e2e::Key::Escape);
    visitor.types("genom");
    // A short card need not show the place that was found: it is marked wherever it stands.
    let of_cards = "const marks = [...(CSS.highlights.get('search') ?? [])].map((mark) => mark.startContainer);
        const texts = [...document.querySelectorAll('.card :is(.card-name a, .overview, .shortlist a, .found-in, .resource-title a, .resource-details > p:first-child)')]
            .map((node) => node.firstChild).filter((text) => /\\bgenom/i.test(text.data));
        return [texts.length, texts.filter((text) => !marks.includes(text)).map((text) => text.data)]";
    let all_are_marked = |at_least: usize| {
        until(|| {
            let (found, unmarked): (usize, Vec<String>) = visitor.script(of_cards, vec![]);
            (found >= at_least && unmarked.is_empty())
                .then_some(found)
                .ok_or_else(|| format!("of {found} places, not in {unmarked:?}"))
        })
    };
    let found = all_are_marked(10);
    // Cards that follow the first are marked as well.
    visitor.with_window(1280, 600);
    visitor.chooses(Messages::English.sort_by(), Messages::English.sort(Sort::Documents));
    visitor.should_see("q=genom&sort=documents");
    all_are_marked(found);
    // What comes into the page later is marked too.
    visitor.opens_card(country("DK"));
    all_are_marked(found + 1);
    // What an address brings is there at once, and waits for nothing.
    let words = "return [...new Set([...(CSS.highlights.get('search') ?? [])]
        .map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset).toLowerCase()))]";
    let marked_are = |words_marked: &[&str]| {
        until(|| {
            let marked = visitor.script::<Vec<String>>(words, vec![]);
            (marked == words_marked).then_some(()).ok_or_else(|| format!("marked are {marked:?}, not {words_marked:?}"))
        });
    };
    visitor.open("?country=ie&q=genom");
    marked_are(&["genom"]);
    visitor.clicks(Role::Button, Messages::English.clear());
    marked_are(&[]);
    visitor.goes_back();
    marked_are(&["genom"]);
}

#[test]
fn every_country_has_its_flag() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.open("");
    visitor.should_see("");
    let drawn = "return [...document.querySelectorAll('.card-header .flag')].filter((flag) => {
            const drawing = document.querySelector(flag.querySelector('use').getAttribute('href'));
            return drawing.children.length && flag.querySelector('use').getBBox().width === 512;
        }).length";
    assert_eq!(visitor.script::<usize>(drawn, vec![]), catalog().countries.len());
}

#[test]
fn headings_and_sections_tell_the_way() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let order: Vec<u8> = visitor.script(
        "return [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((heading) => Number(heading.tagName[1]))",
        vec![],
    );
    assert_eq!(order.iter().filter(|level| **level == 1).count(), 1, "one heading of the page");
    assert_eq!(order.first(), Some(&1));
    for pair in order.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "a level is left out: {order:?}");
    }
    // A style that gives what is hidden a display of its own shows it.
    let shown: Vec<String> = visitor.script(
        "return [...document.querySelectorAll('[hidden]')]
            .filter((node) => node.checkVisibility()).map((node) => node.outerHTML.slice(0, 100))",
        vec![],
    );
    assert_eq!(shown, Vec::<String>::new());
    // The second one has the views.
    for (part, number) in [("header", 1), ("nav", 2), ("main", 1), ("search", 1), ("footer", 1)] {
        assert_eq!(visitor.count(part) - visitor.count(&format!("article {part}")), number, "{part}");
    }
}

fn facts_of(country: &Country) -> Vec<String> {
    let sources = country.overview_sources.len() + country.declaration.sources.len();
    let mut facts = vec![
        country.name.to_string(),
        country.overview.to_string(),
        Messages::English.plan(country.plan_state(today())).to_owned(),
        Messages::English.declaration(country.declaration.signatory, country.declaration.signed),
        Messages::English.card_sources(sources),
    ];
    facts.extend(country.native_names.iter().map(|native| native.name.to_string()));
    facts.extend(country.checked().map(|day| Messages::English.documents_checked(day)));
    facts.extend(country.implementation.iter().map(|link| link.title.to_string()));
    let has = |category: &&LinkCategory| country.implementation.iter().any(|link| link.category == **category);
    facts.extend(
        LinkCategory::ALL.iter().filter(has).map(|category| Messages::English.link_category(*category).to_owned()),
    );
    facts.extend(catalog().videos_of(country.code).map(|video| video.title.to_string()));
    if country.resources.is_empty() {
        facts.push(Messages::English.no_document().to_owned());
    }
    facts
}

fn facts_of_document(document: &Resource) -> Vec<String> {
    let mut facts = vec![
        document.title.to_string(),
        document.issuer.to_string(),
        document.summary.to_string(),
        Messages::English.status_explained(document, today()).to_owned(),
        Messages::English.when(document.year, document.period),
        Messages::English.checked(document.checked, document.confidence),
    ];
    facts.extend(document.title_original.as_deref().map(str::to_owned));
    if !document.language.is_english() {
        facts.push(Messages::English.in_language(&document.language));
    }
    if document.confidence == Confidence::Medium {
        facts.push(Messages::English.medium_confidence_short().to_owned());
    }
    if document.address.is_pdf() {
        facts.push(Messages::English.pdf().to_owned());
    }
    if !document.address.is_secure() {
        facts.push(Messages::English.not_secure().to_owned());
    }
    facts.push(Messages::English.sources(document.sources.len()));
    for figure in &document.figures {
        facts.extend([figure.label.to_string(), Messages::English.figure(figure)]);
        facts.extend(figure.as_of.as_deref().map(|note| Messages::English.as_of(note)));
    }
    facts
}

fn links_of(country: &Country) -> Vec<&str> {
    let implementation = country.implementation.iter().map(|link| &link.address);
    let documents = country.resources.iter().map(|document| &document.address);
    let mut links: Vec<&catalog::WebAddress> = implementation.chain(documents).collect();
    links.extend(country.overview_sources.iter().chain(&country.declaration.sources));
    links.extend(country.resources.iter().flat_map(|document| &document.sources));
    links.into_iter().map(catalog::WebAddress::as_str).collect()
}

/// Language and words of what is not English.
fn foreign(country: &Country) -> Vec<(&str, &str)> {
    let names = country.native_names.iter().filter(|native| native.name != country.name);
    let names = names.map(|native| (native.language.as_str(), &*native.name));
    let titles = country
        .resources
        .iter()
        .filter_map(|document| Some((document.language.as_str(), document.title_original.as_deref()?)));
    names.chain(titles).collect()
}

pub(crate) fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_page_of_a_country_leads_to_its_neighbours_and_to_those_like_it() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.open("lu/");
    visitor.waits_for("the links are there", "return document.querySelectorAll('.alike a').length > 0");
    let (_, luxembourg) = catalog().country(CountryCode::parse("LU").expect("a code")).expect("it is there");
    let state = luxembourg.plan_state(today());
    let linked = visitor.script::<Vec<(String, Vec<String>)>>(
        "return [...document.querySelectorAll('.alike > div')].map((part) =>
            [part.querySelector('h2').innerText, [...part.querySelectorAll('a')].map((link) => link.innerText)])",
        vec![],
    );
    let named = |codes: &[&str]| -> Vec<String> {
        let all = catalog().countries.iter();
        all.filter(|one| codes.contains(&one.code.as_str())).map(|one| one.name.to_string()).collect()
    };
    assert_eq!(linked[0], (Messages::English.its_neighbours().to_owned(), named(&["BE", "DE", "FR"])));
    assert_eq!(linked[1].0, Messages::English.in_state_too(state));
    for name in &linked[1].1 {
        let found = catalog().countries.iter().find(|one| *one.name == **name).expect("it is a country");
        assert_eq!(found.plan_state(today()), state, "{name}");
    }
    visitor.clicks_in(".alike", Role::Link, "Belgium");
    visitor.waits_for("Belgium is shown", "return document.querySelector('h1').innerText === 'Belgium'");
}
