//! The cards: every fact of the dataset is on the page, and what is folded can be found.

use catalog::{Confidence, Country, LinkCategory, Resource, text};
use e2e::{Site, Visitor, catalog, query};
use serde::Deserialize;

/// A card as it stands in the document.
#[derive(Deserialize)]
struct CardText {
    words: String,
    links: Vec<String>,
    /// Language and words of everything marked as another language.
    languages: Vec<(String, String)>,
}

const READ: &str = "
const card = document.querySelector(`[data-country=${arguments[0]}]`);
const tidy = (text) => text.replace(/\\s+/g, ' ').trim();
return {
  words: tidy(card.textContent),
  links: [...card.querySelectorAll('a')].map((link) => link.getAttribute('href')),
  languages: [...card.querySelectorAll('[lang]')].map((node) => [node.lang, tidy(node.textContent)]),
};";

#[test]
fn the_built_site_has_the_editors_dataset() {
    let site = Site::built();
    let visitor = Visitor::at(&site, "");
    visitor.should_see("");
    assert_eq!(visitor.screen().cards.len(), catalog().countries.len());
    assert!(
        visitor.text("footer").contains(&text::data_version(catalog().version)),
        "the site is of other data: build it"
    );
}

#[test]
fn every_fact_of_every_country_is_in_its_card() {
    let site = Site::built();
    let visitor = Visitor::at(&site, "");
    let mut missing = Vec::new();
    for country in &catalog().countries {
        let card: CardText = visitor.script(READ, vec![country.code.as_str().into()]);
        let mut facts = facts_of(country);
        facts.extend(country.resources.iter().flat_map(facts_of_document));
        let absent = facts.into_iter().filter(|fact| !card.words.contains(tidy(fact).as_str()));
        missing.extend(absent.map(|fact| format!("{}: {fact}", country.code)));
        let absent = links_of(country).into_iter().filter(|link| !card.links.iter().any(|found| found == link));
        missing.extend(absent.map(|link| format!("{}: the link to {link}", country.code)));
        for (language, words) in foreign(country) {
            let wanted = (language.to_owned(), tidy(words));
            if !card.languages.contains(&wanted) {
                missing.push(format!("{}: {words} in {language}", country.code));
            }
        }
    }
    assert!(missing.is_empty(), "{} facts are not on the page:\n{}", missing.len(), missing.join("\n"));
}

#[test]
fn every_fact_of_every_event_is_among_the_talks() {
    let site = Site::built();
    let visitor = Visitor::at(&site, "");
    let talks = tidy(&visitor.contents("#talks"));
    for event in &catalog().events {
        let facts =
            [text::event_line(event), event.title.to_string(), event.organiser.to_string(), event.grant.to_string()];
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
fn every_document_stays_in_the_card_for_the_browsers_own_search() {
    let site = Site::built();
    let address = "country=fr,de&kind=report";
    let visitor = Visitor::at(&site, &format!("?{address}&status=unknown,completed,planned,active"));
    let selection = catalog().select(&query(address));
    for found in &selection.matches {
        let country = &catalog().countries[found.country];
        let documents = visitor.count(&format!("[data-country={}] [id^=item-]", country.code));
        assert_eq!(documents, country.resources.len(), "{}", country.name);
    }
    // What is hidden is hidden in the one way that a browser's search can undo.
    assert_eq!(visitor.count("article [hidden]:not([hidden=until-found])"), 0);
}

#[test]
fn headings_and_sections_tell_the_way() {
    let site = Site::built();
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
    for part in ["header", "nav", "main", "search", "footer"] {
        assert_eq!(visitor.count(part) - visitor.count(&format!("article {part}")), 1, "{part}");
    }
}

fn facts_of(country: &Country) -> Vec<String> {
    let sources = country.overview_sources.len() + country.declaration.sources.len();
    let mut facts = vec![
        country.name.to_string(),
        country.overview.to_string(),
        text::plan(country.plan_status).to_owned(),
        text::declaration(country.declaration.signatory, country.declaration.signed),
        text::card_sources(sources),
    ];
    facts.extend(country.native_names.iter().map(|native| native.name.to_string()));
    facts.extend(country.checked().map(text::checked));
    facts.extend(country.implementation.iter().map(|link| link.title.to_string()));
    let has = |category: &&LinkCategory| country.implementation.iter().any(|link| link.category == **category);
    facts.extend(LinkCategory::ALL.iter().filter(has).map(|category| text::link_category(*category).to_owned()));
    facts.extend(catalog().videos_of(country.code).map(|video| video.title.to_string()));
    if country.resources.is_empty() {
        facts.push(text::NO_DOCUMENT.to_owned());
    }
    facts
}

fn facts_of_document(document: &Resource) -> Vec<String> {
    let mut facts = vec![
        document.title.to_string(),
        document.issuer.to_string(),
        document.summary.to_string(),
        text::status(document.status).to_owned(),
        text::when(document.year, document.period),
        text::checked(document.checked),
        text::sources(document.sources.len()),
    ];
    facts.extend(document.title_original.as_deref().map(str::to_owned));
    if !document.language.is_english() {
        facts.push(text::in_language(&document.language));
    }
    if document.confidence == Confidence::Medium {
        facts.push(text::MEDIUM_CONFIDENCE.to_owned());
    }
    for figure in &document.figures {
        facts.extend([figure.label.to_string(), text::figure(figure)]);
        facts.extend(figure.as_of.as_deref().map(text::as_of));
    }
    facts
}

fn links_of(country: &Country) -> Vec<&str> {
    let of_country = country.overview_sources.iter().chain(&country.declaration.sources);
    let implementation = country.implementation.iter().map(|link| &link.address);
    let documents = country.resources.iter().flat_map(|document| document.sources.iter().chain([&document.address]));
    of_country.chain(implementation).chain(documents).map(catalog::WebAddress::as_str).collect()
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

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
