//! The cards: every fact of the dataset is on the page, and what is folded can be found.

use std::collections::HashMap;

use catalog::{Asked, Confidence, Country, LinkCategory, Resource, fold, text};
use e2e::{Role, Site, Visitor, catalog, folded_cards, select, today, until};
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
fn every_fact_of_every_country_is_on_its_page_and_most_in_its_card() {
    let site = Site::built();
    let visitor = Visitor::at(&site, "");
    let mut missing = Vec::new();
    for country in &catalog().countries {
        missing.extend(missing_in_card(&visitor, country, Extent::Card));
    }
    for country in &catalog().countries {
        visitor.open(&format!("{}/", country.code.lower()));
        missing.extend(missing_in_card(&visitor, country, Extent::Page));
    }
    assert!(missing.is_empty(), "{} facts are not there:\n{}", missing.len(), missing.join("\n"));
}

#[test]
fn figures_and_sources_come_into_a_card_when_they_are_asked_for() {
    let site = Site::built();
    let visitor = Visitor::at(&site, "?country=ie");
    let country = catalog().countries.iter().find(|country| country.code.as_str() == "IE").expect("Ireland is there");
    assert!(!missing_in_card(&visitor, country, Extent::Page).is_empty(), "they are there already");
    let open =
        "document.querySelectorAll('article details:not([open])').forEach((details) => { details.open = true; })";
    until(|| {
        // Sources are folded once more, under their number.
        visitor.script::<()>(open, vec![]);
        let missing = missing_in_card(&visitor, country, Extent::Page);
        missing.is_empty().then_some(()).ok_or_else(|| format!("these are missing:\n{}", missing.join("\n")))
    });
}

/// How much of a country should be found.
#[derive(Clone, Copy, PartialEq)]
enum Extent {
    /// A card in a list: all but key figures and sources.
    Card,
    /// Everything.
    Page,
}

/// The facts of a country that are not in its card.
fn missing_in_card(visitor: &Visitor, country: &Country, extent: Extent) -> Vec<String> {
    let card: CardText = visitor.script(READ, vec![country.code.as_str().into()]);
    let absent = facts_of(country).into_iter().filter(|fact| !card.words.contains(tidy(fact).as_str()));
    let mut missing: Vec<String> = absent.map(|fact| format!("{}: {fact}", country.code)).collect();
    for document in &country.resources {
        let words = card.documents.get(document.id.as_str()).map_or("", String::as_str);
        let facts = facts_of_document(document, extent);
        let absent = facts.into_iter().filter(|fact| !words.contains(tidy(fact).as_str()));
        missing.extend(absent.map(|fact| format!("{}: {fact}", document.id)));
    }
    let links = links_of(country, extent).into_iter();
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
    let selection = select(address);
    for found in &selection.matches {
        let country = &catalog().countries[found.country];
        let documents = visitor.count(&format!("[data-country={}] [id^=item-]", country.code));
        assert_eq!(documents, country.resources.len(), "{}", country.name);
    }
    // What is hidden is hidden in the one way that a browser's search can undo.
    assert_eq!(visitor.count("article :is(li, section)[hidden]:not([hidden=until-found])"), 0);
    // A browser that finds something takes `hidden` away itself, and tells the page just before.
    let country = &catalog().countries[selection.matches[0].country];
    let others = country.resources.len() - selection.matches[0].fits.len();
    visitor.script::<()>(
        "const folded = document.querySelector(arguments[0]);
        folded.dispatchEvent(new Event('beforematch', { bubbles: true })); folded.removeAttribute('hidden');",
        vec![format!("[data-country={}] li[hidden]", country.code).into()],
    );
    let hide = text::of_country(&text::hide_others(others), &country.name);
    visitor.should_find("article", Role::Button, &hide);
    // Other filters let others fit: what was shown beside those is of no interest any more.
    visitor.toggles("kind", "report");
    visitor.toggles("kind", "programme");
    visitor.should_see("country=de,fr&kind=programme&status=active,completed,planned,unknown");
}

#[test]
fn in_a_long_list_a_card_shows_its_first_documents_and_the_rest_when_asked() {
    let site = Site::built();
    let visitor = Visitor::at(&site, "");
    visitor.should_see("");
    let (country, folded) = folded_cards("").next().expect("some country has many documents");
    let card = format!("[data-country={}]", country.code);
    let shown = || {
        visitor.script::<usize>(
            "return [...document.querySelectorAll(arguments[0])].filter((node) => !node.closest('[hidden]')).length",
            vec![format!("{card} [id^=item-]").into()],
        )
    };
    assert_eq!(shown(), folded.first().len());
    let rest = folded.rest(Asked::default());
    visitor.clicks(Role::Button, &text::of_country(&text::show_more_documents(rest), &country.name));
    until(|| (shown() == folded.fits().len()).then_some(()).ok_or_else(|| format!("{} are shown", shown())));
    until(|| {
        let in_place: bool = visitor
            .script("return document.activeElement.matches(arguments[0])", vec![format!("{card} [id^=item-]").into()]);
        in_place.then_some(()).ok_or_else(|| format!("the focus is not on a document: {:?}", visitor.focus()))
    });
    // Alone it is whole from the start.
    visitor.open(&format!("?country={}", country.code.lower()));
    assert_eq!(shown(), country.resources.len());
}

#[test]
fn what_is_printed_is_what_fits_the_filters_folded_or_not() {
    let site = Site::built();
    let address = "kind=genome-centre,implementation-plan,law,programme,strategy";
    let visitor = Visitor::at(&site, &format!("?{address}"));
    visitor.should_see(address);
    visitor.with_paper();
    let selection = select(address);
    assert!(folded_cards(address).next().is_some(), "the test's cards are all whole");
    let mut fits: Vec<String> = selection.found().map(|found| found.of(catalog()).1.id.to_string()).collect();
    let mut printed: Vec<String> = visitor.script(
        "return [...document.querySelectorAll('.resource')]
            .filter((node) => node.checkVisibility()).map((node) => node.id.replace('item-', ''))",
        vec![],
    );
    fits.sort();
    printed.sort();
    assert_eq!(printed, fits);
    // The details are printed, the players and what can only be pressed are not.
    let seen = |selector: &str| {
        visitor.script::<bool>(
            "return [...document.querySelectorAll(arguments[0])].some((node) => node.checkVisibility())",
            vec![selector.into()],
        )
    };
    assert!(seen(".resource-body"));
    for hidden in ["nav", "search", "select", "[role=group] button", ".others"] {
        assert!(!seen(hidden), "{hidden} is printed");
    }
}

#[test]
fn what_was_searched_for_is_in_sight() {
    let site = Site::built();
    let visitor = Visitor::at(&site, "");
    // A word that only the summary of a document has.
    let is_only_in_summary = |country: &Country, document: &Resource, word: &str| {
        let titles = document.title_original.iter().map(|title| &**title);
        let names = country.native_names.iter().map(|native| &*native.name);
        let others = [&*document.title, &*document.issuer, &*country.name, &*country.overview];
        let others: Vec<&str> = others.into_iter().chain(titles).chain(names).collect();
        word.len() > 6 && !fold(&others.join(" ")).contains(&fold(word))
    };
    let mut all =
        catalog().countries.iter().flat_map(|country| country.resources.iter().map(move |one| (country, one)));
    let found = all.find_map(|(country, document)| {
        let mut words = document.summary.split(|c: char| !c.is_ascii_alphabetic());
        Some((document, words.find(|word| is_only_in_summary(country, document, word))?))
    });
    let (document, word) = found.expect("some summary has a word of its own");
    let details = format!("#item-{} details", document.id);
    let is_open = || visitor.count(&format!("{details}[open]")) == 1;
    assert!(!is_open());
    visitor.types(word);
    until(|| is_open().then_some(()).ok_or_else(|| format!("the details with \"{word}\" stay closed")));
    let marks = "return [...(CSS.highlights.get('search') ?? [])]
        .map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset))";
    until(|| {
        let marks: Vec<String> = visitor.script(marks, vec![]);
        let is_marked = marks.iter().any(|mark| mark.eq_ignore_ascii_case(word));
        is_marked.then_some(()).ok_or_else(|| format!("\"{word}\" is not marked, only {marks:?}"))
    });
    visitor.presses(e2e::Key::Escape);
    until(|| (!is_open()).then_some(()).ok_or_else(|| "the details stay open".to_owned()));
}

#[test]
fn a_card_in_sight_is_never_empty() {
    let site = Site::built();
    let visitor = Visitor::of(&site);
    visitor.before_each_page(
        "window.empty = 0;
        const look = () => {
            if (document.querySelector('.cards > .card:first-child:empty')) window.empty++;
            requestAnimationFrame(look);
        };
        look();",
    );
    // Every country matches, as in the page that was sent.
    visitor.open("?q=genom");
    visitor.should_see("q=genom");
    let empty = || visitor.script::<u32>("return window.empty", vec![]);
    assert_eq!(empty(), 0, "frames of an arrival");
    visitor.presses(e2e::Key::Escape);
    visitor.types("zzzz");
    until(|| (visitor.count(".card") == 0).then_some(()).ok_or_else(|| "the cards stay".to_owned()));
    visitor.presses(e2e::Key::Escape);
    // Its shell comes to the first place.
    visitor.types("poland");
    visitor.should_see("q=poland");
    assert_eq!(empty(), 0, "frames of a search");
}

#[test]
fn what_was_searched_for_is_marked_in_every_card() {
    let site = Site::built();
    let visitor = Visitor::at(&site, "");
    visitor.types("zzzz");
    until(|| (visitor.count(".card") == 0).then_some(()).ok_or_else(|| "the cards stay".to_owned()));
    visitor.presses(e2e::Key::Escape);
    // Most of the cards are out of sight, and made later than the first.
    visitor.types("genom");
    let unmarked =
        "const marks = [...(CSS.highlights.get('search') ?? [])].map((mark) => mark.startContainer.parentElement);
        return [...document.querySelectorAll('.card')].filter((card) => !marks.some((mark) => card.contains(mark)))
            .map((card) => card.dataset.country)";
    until(|| {
        let (cards, unmarked) = (visitor.count(".card"), visitor.script::<Vec<String>>(unmarked, vec![]));
        (cards > 10 && unmarked.is_empty()).then_some(()).ok_or_else(|| format!("of {cards}, not in {unmarked:?}"))
    });
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
    visitor.clicks(Role::Button, text::CLEAR);
    marked_are(&[]);
    visitor.goes_back();
    marked_are(&["genom"]);
}

#[test]
fn a_card_that_is_not_seen_yet_has_the_room_that_it_needs() {
    let site = Site::built();
    let visitor = Visitor::of(&site);
    let lacks = "return [...document.querySelectorAll('.cards > .card')].map((card) => {
        const room = card.offsetHeight;
        card.style.contentVisibility = 'visible';
        return [card.dataset.country, room, card.offsetHeight];
    }).filter(([, room, height]) => height > room + 1).map(([country, room, height]) => `${country}: ${height} of ${room} px`)";
    for (width, height) in [(320, 700), (360, 780), (390, 844), (768, 1024), (1000, 800), (1280, 900)] {
        visitor.with_window(width, height);
        // Cards fold in long lists only, and are higher in one of four.
        for (query, cards) in [("", catalog().countries.len()), ("?country=gb,dk,ee,de", 4)] {
            visitor.open(query);
            visitor.should_show(query);
            assert_eq!(visitor.count(".cards > .card"), cards);
            assert_eq!(visitor.script::<Vec<String>>(lacks, vec![]), [""; 0], "{query} at {width} px");
        }
    }
}

#[test]
fn every_country_has_its_flag() {
    let site = Site::built();
    let flags = site.text("flags.svg");
    for country in &catalog().countries {
        let view = format!("<view id=\"{}\"", country.code.lower());
        assert!(flags.contains(&view), "{} has no flag in public/flags.svg", country.name);
    }
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
    // A style that gives what is hidden a display of its own shows it.
    let shown: Vec<String> = visitor.script(
        "return [...document.querySelectorAll('[hidden]:not([hidden=until-found])')]
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
        text::plan(country.plan_state(today())).to_owned(),
        text::declaration(country.declaration.signatory, country.declaration.signed),
        text::card_sources(sources),
    ];
    facts.extend(country.native_names.iter().map(|native| native.name.to_string()));
    facts.extend(country.checked().map(text::documents_checked));
    facts.extend(country.implementation.iter().map(|link| link.title.to_string()));
    let has = |category: &&LinkCategory| country.implementation.iter().any(|link| link.category == **category);
    facts.extend(LinkCategory::ALL.iter().filter(has).map(|category| text::link_category(*category).to_owned()));
    facts.extend(catalog().videos_of(country.code).map(|video| video.title.to_string()));
    if country.resources.is_empty() {
        facts.push(text::NO_DOCUMENT.to_owned());
    }
    facts
}

fn facts_of_document(document: &Resource, extent: Extent) -> Vec<String> {
    let mut facts = vec![
        document.title.to_string(),
        document.issuer.to_string(),
        document.summary.to_string(),
        text::status_explained(document, today()),
        text::when(document.year, document.period),
        text::checked(document.checked, document.confidence),
    ];
    facts.extend(document.title_original.as_deref().map(str::to_owned));
    if !document.language.is_english() {
        facts.push(text::in_language(&document.language));
    }
    if document.confidence == Confidence::Medium {
        facts.push(text::MEDIUM_CONFIDENCE_SHORT.to_owned());
    }
    if document.address.is_pdf() {
        facts.push(text::PDF.to_owned());
    }
    if !document.address.is_secure() {
        facts.push(text::NOT_SECURE.to_owned());
    }
    if extent == Extent::Card {
        return facts;
    }
    facts.push(text::sources(document.sources.len()));
    for figure in &document.figures {
        facts.extend([figure.label.to_string(), text::figure(figure)]);
        facts.extend(figure.as_of.as_deref().map(text::as_of));
    }
    facts
}

fn links_of(country: &Country, extent: Extent) -> Vec<&str> {
    let implementation = country.implementation.iter().map(|link| &link.address);
    let documents = country.resources.iter().map(|document| &document.address);
    let mut links: Vec<&catalog::WebAddress> = implementation.chain(documents).collect();
    if extent == Extent::Page {
        links.extend(country.overview_sources.iter().chain(&country.declaration.sources));
        links.extend(country.resources.iter().flat_map(|document| &document.sources));
    }
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

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
