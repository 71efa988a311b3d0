//! Parts of the page whose code is loaded when they are shown first: they may be late, or not to be had.

use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, PoisonError};

use catalog::{Change, Country, CountryCode, Messages, View};
use e2e::{Answer, Engine, Key, Role, Screen, ServedSite, Visitor, catalog, query, select, until};

use crate::faults::{page_instead, refuse};
use crate::partner::{Partner, page};

/// The files of the app that are loaded later.
pub(crate) fn lazy_files(site: &ServedSite) -> Vec<String> {
    let first = site.wasm();
    site.files().into_iter().filter(|file| file.ends_with(".wasm") && *file != first).collect()
}

/// Opens the card of a country, and waits until everything is in it.
pub(crate) fn opens_card(visitor: &Visitor, country: &Country) {
    presses_card(visitor, country);
    until(|| match visitor.count(&format!(".cards [data-country={}] .documents", country.code)) {
        1 => Ok(()),
        _ => Err(format!("the documents of {} are not in its card", country.name)),
    });
}

/// Presses the button that opens the card of a country.
fn presses_card(visitor: &Visitor, country: &Country) {
    let extent =
        Messages::English.extent_of_country(country.resources.len(), catalog().videos_of(country.code).count());
    let card = format!(".cards [data-country={}]", country.code);
    visitor.clicks_in(&card, Role::Button, &Messages::English.show_everything(&country.name, &extent));
}

/// Waits until the filters, the sentence and the countries of the list are those of a query, whatever cards are open:
/// talks and the map follow when their code has come.
pub(crate) fn lists(visitor: &Visitor, address: &str) {
    let of_list = |screen: Screen| {
        let cards: Vec<String> = screen.cards.into_iter().map(|card| card.country).collect();
        (screen.status, screen.facets, cards, screen.chips, screen.search, screen.sort, screen.years)
    };
    let expected = of_list(Screen::of(&query(address), catalog()));
    until(|| {
        let found = of_list(visitor.screen());
        let is_right = found == expected && visitor.query() == query(address).encode();
        is_right
            .then_some(())
            .ok_or_else(|| format!("?{} shows \"{}\" and {:?} and not ?{address}", visitor.query(), found.0, found.2))
    });
}

fn country(code: &str) -> &'static Country {
    CountryCode::from_visitor(code).and_then(|code| catalog().country(code)).expect("it is there").1
}

/// A part that is loaded when it is shown first.
struct Part {
    /// Where it is.
    place: &'static str,
    /// What shows it.
    ask: fn(&Visitor),
    /// What is there when it is shown.
    is_there: &'static str,
}

const PARTS: [Part; 6] = [
    Part { place: ".results-list", ask: |visitor| shows(visitor, View::Table), is_there: ".to-card a" },
    Part { place: ".results-list", ask: |visitor| shows(visitor, View::Timeline), is_there: ".bar-row" },
    Part { place: ".results-list", ask: |visitor| shows(visitor, View::Compare), is_there: ".offers" },
    Part {
        place: ".export",
        ask: |visitor| unfolds(visitor, Messages::English.export()),
        is_there: ".export .citation",
    },
    Part { place: ".embed", ask: |visitor| unfolds(visitor, Messages::English.embed()), is_there: ".embed .snippet" },
    Part {
        place: ".cards [data-country=IE]",
        ask: |visitor| presses_card(visitor, country("IE")),
        is_there: ".cards [data-country=IE] .documents",
    },
];

fn shows(visitor: &Visitor, view: View) {
    visitor.clicks_in(".views", Role::Link, Messages::English.view(view));
}

fn unfolds(visitor: &Visitor, summary: &str) {
    visitor.script::<()>(
        "[...document.querySelectorAll('summary')].find((one) => one.textContent === arguments[0]).click()",
        vec![summary.into()],
    );
}

/// A visitor to whom nothing is fetched for offline use, and who knows that something cannot be had.
fn visitor_of(site: &ServedSite) -> Visitor {
    assert!(!lazy_files(site).is_empty(), "all of the app is loaded at first");
    let visitor = Visitor::of(site);
    visitor.waits_only_for_the_first_screen();
    visitor.without_workers();
    visitor
}

/// Injects a fault into what is loaded later.
fn inject_fault(site: &ServedSite, change: impl Fn(&mut Answer) + Send + Sync + 'static) {
    let files = lazy_files(site);
    site.inject_fault(move |path, answer| {
        if files.iter().any(|file| path.ends_with(file)) {
            change(answer);
        }
    });
}

/// Lets the server keep what is loaded later until what is given back is dropped.
fn hold_back(site: &ServedSite) -> Sender<()> {
    let (open, is_open) = channel();
    let is_open = Mutex::new(is_open);
    inject_fault(site, move |_| {
        // It ends with an error when the other end is dropped.
        is_open.lock().unwrap_or_else(PoisonError::into_inner).recv().ok();
    });
    open
}

/// How often a file was asked for that is loaded later.
fn times_asked(site: &ServedSite) -> usize {
    lazy_files(site).iter().map(|file| site.times_asked(file)).sum()
}

/// Waits until a part says that it cannot be had.
fn says_that_it_failed(visitor: &Visitor, place: &str) {
    until(|| {
        let said: Vec<String> = visitor.script(
            "return [...document.querySelectorAll(`${arguments[0]} [role=alert]`)].filter((one) => one.checkVisibility()).map((one) => one.textContent)",
            vec![place.into()],
        );
        (said == [Messages::English.part_unreachable()]).then_some(()).ok_or_else(|| format!("{place} says {said:?}"))
    });
}

fn waits_for(visitor: &Visitor, selector: &str) {
    until(|| (visitor.count(selector) > 0).then_some(()).ok_or_else(|| format!("there is no {selector}")));
}

/// Waits until this number of elements is there.
fn has(visitor: &Visitor, selector: &str, number: usize) {
    until(|| match visitor.count(selector) {
        found if found == number => Ok(()),
        found => Err(format!("there are {found} {selector} and should be {number}")),
    });
}

fn is_running(visitor: &Visitor) {
    assert_eq!(visitor.count("html[data-failed]"), 0, "the app has stopped");
    assert_eq!(visitor.count("html[data-ready]"), 1, "the app has stopped");
}

/// What the console says of a file that cannot be had.
fn tolerates_failure(visitor: &Visitor) {
    for words in ["Failed to load resource", "WebAssembly", "Failed to fetch", "ERR_CONTENT_LENGTH_MISMATCH"] {
        visitor.tolerates(words);
    }
}

#[test]
fn what_cannot_be_had_says_so_in_its_place_and_can_be_tried_again() {
    let site = ServedSite::built();
    let visitor = visitor_of(&site);
    tolerates_failure(&visitor);
    for part in PARTS {
        inject_fault(&site, refuse);
        visitor.without_cache();
        visitor.open("");
        (part.ask)(&visitor);
        says_that_it_failed(&visitor, part.place);
        // In vain.
        let asked = times_asked(&site);
        visitor.clicks_in(part.place, Role::Button, Messages::English.retry());
        until(|| match times_asked(&site) {
            now if now > asked => Ok(()),
            _ => Err(format!("nothing is asked for {}", part.is_there)),
        });
        says_that_it_failed(&visitor, part.place);
        assert_eq!(visitor.count(part.is_there), 0);
        visitor.should_read(".notices", Messages::English.parts_missing());
        is_running(&visitor);
        site.clear_faults();
        visitor.clicks_in(part.place, Role::Button, Messages::English.retry());
        waits_for(&visitor, part.is_there);
        has(&visitor, &format!("{} [role=alert]", part.place), 0);
        // What has come is all that was missing.
        visitor.should_not_read(".notices", Messages::English.parts_missing());
        visitor.waits_until_whole();
        // It follows as if nothing had been.
        visitor.toggles("country", "ie");
        let view = query(&visitor.query()).view;
        visitor.should_see(&query("country=ie").toggled(&Change::View(view)).encode());
        waits_for(&visitor, part.is_there);
        is_running(&visitor);
    }
}

#[test]
fn what_comes_wrong_is_not_taken() {
    let site = ServedSite::built();
    let visitor = visitor_of(&site);
    tolerates_failure(&visitor);
    // A browser keeps what it is told the age of, and would take it again.
    let page_that_is_kept: fn(&mut Answer) = |answer| {
        page_instead(answer);
        answer.set("Last-Modified", "Sun, 01 Nov 2020 00:00:00 GMT");
    };
    let ways: [fn(&mut Answer); 3] =
        [page_instead, page_that_is_kept, |answer| answer.cut = Some(answer.body.len() / 2)];
    for way in ways {
        inject_fault(&site, way);
        visitor.without_cache();
        visitor.open("?view=table");
        lists(&visitor, "view=table");
        says_that_it_failed(&visitor, ".results-list");
        // The rest is there, and other views are.
        visitor.toggles("country", "dk");
        visitor.toggles("country", "ie");
        lists(&visitor, "country=dk,ie&view=table");
        shows(&visitor, View::Cards);
        lists(&visitor, "country=dk,ie");
        visitor.toggles("country", "dk");
        shows(&visitor, View::Table);
        says_that_it_failed(&visitor, ".results-list");
        site.clear_faults();
        visitor.clicks_in(".notices", Role::Button, Messages::English.retry());
        visitor.waits_until_whole();
        visitor.clicks_in(".results-list", Role::Button, Messages::English.retry());
        visitor.should_see("country=ie&view=table");
        has(&visitor, ".to-card a", select("country=ie").documents);
        is_running(&visitor);
    }
}

#[test]
fn a_part_that_does_not_come_says_so_and_may_still_come() {
    let site = ServedSite::built();
    let open = hold_back(&site);
    let visitor = visitor_of(&site);
    visitor.open("");
    shows(&visitor, View::Table);
    says_that_it_failed(&visitor, ".results-list");
    drop(open);
    has(&visitor, ".to-card a", select("").documents.min(60));
    assert_eq!(visitor.count(".results-list [role=alert]"), 0);
}

#[test]
fn the_page_of_a_country_can_be_read_where_its_part_cannot_be_had() {
    let site = ServedSite::built();
    let visitor = visitor_of(&site);
    tolerates_failure(&visitor);
    inject_fault(&site, refuse);
    let country = country("IE");
    visitor.open("ie/");
    until(|| (times_asked(&site) > 0).then_some(()).ok_or_else(|| "nothing is asked for".to_owned()));
    for document in &country.resources {
        visitor.should_read("main", &document.title);
    }
    is_running(&visitor);
    site.clear_faults();
    // The way to the others, and back, when the server answers again.
    visitor.clicks_in("main", Role::Link, Messages::English.all_countries());
    visitor.should_see("");
    opens_card(&visitor, country);
}

#[test]
fn a_link_to_another_page_leads_there_whatever_has_come() {
    let site = ServedSite::built();
    let visitor = visitor_of(&site);
    tolerates_failure(&visitor);
    // Where nothing more comes, as before.
    inject_fault(&site, refuse);
    visitor.open("");
    visitor.should_read(".notices", Messages::English.parts_missing());
    let leads_to_ireland = || {
        visitor.clicks_in(".cards", Role::Link, "Ireland");
        visitor.should_read("h1", "Ireland");
        assert_eq!(visitor.address(), format!("{}ie/", site.address()));
        visitor.goes_back();
        visitor.should_read("h1", Messages::English.site_title());
    };
    leads_to_ireland();
    // While more is on its way.
    let open = hold_back(&site);
    visitor.without_cache();
    visitor.open("");
    visitor.clicks_in(".cards", Role::Link, "Ireland");
    drop(open);
    visitor.should_read("h1", "Ireland");
    visitor.goes_back();
    visitor.should_read("h1", Messages::English.site_title());
    visitor.waits_until_ready();
    visitor.waits_until_whole();
    visitor.should_see("");
    leads_to_ireland();
}

#[test]
fn while_a_part_is_on_its_way_everything_else_can_be_used() {
    let site = ServedSite::built();
    let open = hold_back(&site);
    let visitor = visitor_of(&site);
    visitor.open("");
    for view in [View::Table, View::Timeline, View::Compare] {
        shows(&visitor, view);
        lists(&visitor, &query("").toggled(&Change::View(view)).encode());
    }
    until(|| (times_asked(&site) > 0).then_some(()).ok_or_else(|| "nothing is asked for".to_owned()));
    visitor.types("gen");
    lists(&visitor, "q=gen&view=compare");
    visitor.presses(Key::Escape);
    visitor.toggles("country", "dk");
    visitor.toggles("country", "ie");
    lists(&visitor, "country=dk,ie&view=compare");
    // A card opens, closes, and opens again; what is to be in it comes later.
    shows(&visitor, View::Cards);
    lists(&visitor, "country=dk,ie");
    presses_card(&visitor, country("IE"));
    visitor.clicks_in(".cards [data-country=IE]", Role::Button, &Messages::English.show_less_of("Ireland"));
    lists(&visitor, "country=dk,ie");
    presses_card(&visitor, country("IE"));
    presses_card(&visitor, country("DK"));
    assert_eq!(visitor.count(".documents"), 0, "it is there already");
    drop(open);
    has(&visitor, ".cards .documents", 2);
    for code in ["IE", "DK"] {
        let documents = format!(".cards [data-country={code}] .resource");
        has(&visitor, &documents, country(code).resources.len());
    }
    is_running(&visitor);
}

#[test]
fn only_what_is_asked_for_last_is_shown_when_it_comes() {
    let site = ServedSite::built();
    let open = hold_back(&site);
    let visitor = visitor_of(&site);
    visitor.open("?country=dk,ie");
    for view in [View::Table, View::Compare, View::Timeline] {
        shows(&visitor, view);
    }
    lists(&visitor, "country=dk,ie&view=timeline");
    visitor.goes_back();
    lists(&visitor, "country=dk,ie&view=compare");
    visitor.goes_forward();
    lists(&visitor, "country=dk,ie&view=timeline");
    visitor.toggles("kind", "strategy");
    let asked = "country=dk,ie&kind=strategy&view=timeline";
    lists(&visitor, asked);
    assert_eq!(visitor.count(".bar-row, .to-card, .columns"), 0, "it is there already");
    drop(open);
    has(&visitor, ".bar-row", select(asked).documents);
    visitor.should_see(asked);
    assert_eq!(visitor.count(".to-card, .columns"), 0, "a view that was left is shown");
    // Then each is there at once, with what is selected now.
    shows(&visitor, View::Table);
    has(&visitor, ".to-card a", select(asked).documents);
    shows(&visitor, View::Compare);
    has(&visitor, ".columns thead th[scope=col]", select(asked).matches.len());
    is_running(&visitor);
}

#[test]
fn an_element_that_goes_while_a_part_is_on_its_way_harms_no_other() {
    let partner = Partner::with(Engine::Chromium);
    let open = hold_back(&partner.site);
    let visitor = &partner.visitor;
    partner.visits(&page(
        "<genomic-plans mode=inline view=table country='ie fr'></genomic-plans>
        <genomic-plans mode=inline view=timeline country='ie fr'></genomic-plans>",
    ));
    until(|| (times_asked(&partner.site) > 0).then_some(()).ok_or_else(|| "nothing is asked for".to_owned()));
    visitor.script::<()>("document.querySelector('genomic-plans').remove()", vec![]);
    visitor.waits_for("a turn has passed", "await new Promise((done) => setTimeout(done)); return true");
    drop(open);
    let rows = "return document.querySelector('genomic-plans').shadowRoot.querySelectorAll('.bar-row').length > 0";
    visitor.waits_for("the other has its view", rows);
    partner.waits_until_shown(1);
    assert!(!partner.told().iter().any(|one| one.starts_with("error")), "{:?}", partner.told());
}

#[test]
fn every_part_is_there_without_a_network_after_the_first_visit() {
    let mut site = ServedSite::copy();
    assert!(!lazy_files(&site).is_empty(), "all of the app is loaded at first");
    let visitor = Visitor::at(&site, "");
    visitor.waits_for_worker();
    visitor.waits_for_no_worker();
    site.stop();
    // What the worker keeps is all that there is.
    visitor.without_cache();
    for part in PARTS {
        visitor.open("");
        (part.ask)(&visitor);
        waits_for(&visitor, part.is_there);
    }
    for view in ["table", "timeline", "compare"] {
        visitor.open(&format!("?country=ie&view={view}"));
        visitor.should_see(&format!("country=ie&view={view}"));
        waits_for(&visitor, ".to-card a, .bar-row, .columns");
    }
    visitor.open("?country=ie");
    visitor.should_see("country=ie");
    has(&visitor, ".card-details .resource", country("IE").resources.len());
}

/// What translators and extensions do to a page: every text in an element of its own, and elements of theirs between.
const REWRITE: &str = "
    window.rewrite = () => {
        const texts = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
        const all = [];
        while (texts.nextNode()) all.push(texts.currentNode);
        window.rewritten = 0;
        for (const text of all) {
            if (!text.data.trim() || text.parentElement.closest('script, style, select, svg, textarea')) continue;
            const [outer, inner] = ['font', 'font'].map((name) => document.createElement(name));
            inner.textContent = text.data;
            outer.append(inner);
            text.replaceWith(outer);
            window.rewritten++;
        }
        for (const place of ['body', '#app', '#app > *', 'main', '.results', '.results-list', '.cards', '.card', '.card-header', '#talks'])
            for (const where of ['prepend', 'append']) {
                const theirs = document.createElement('div');
                theirs.className = 'of-an-extension';
                document.querySelector(place)[where](theirs);
            }
    };";

/// Goes through what depends on the app.
fn can_be_used(visitor: &Visitor) {
    visitor.toggles("country", "ie");
    visitor.toggles("country", "dk");
    visitor.should_see("country=dk,ie");
    opens_card(visitor, country("IE"));
    for (view, part) in [(View::Table, ".to-card a"), (View::Timeline, ".bar-row"), (View::Compare, ".columns")] {
        shows(visitor, view);
        waits_for(visitor, part);
    }
    shows(visitor, View::Cards);
    visitor.types("genom");
    visitor.should_read("[role=status]", "Ireland");
    let video = &catalog().videos[0];
    visitor.clicks(Role::Button, Messages::English.clear());
    lists(visitor, "");
    visitor.clicks_in("#talks", Role::Button, &Messages::English.play(video));
    has(visitor, "iframe", 1);
    assert_eq!(visitor.waits_for_requests_to_others(), [video.media.frame_address()]);
    is_running(visitor);
}

#[test]
fn a_page_that_was_rewritten_on_the_way_starts_all_the_same() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.before_each_page(REWRITE);
    // Before any script of the page that waits for the whole of it.
    visitor.before_each_page(
        "document.addEventListener('readystatechange', () => {
            if (document.readyState !== 'interactive') return;
            window.wasReady = document.documentElement.hasAttribute('data-ready');
            rewrite();
        })",
    );
    visitor.open("");
    let (texts, was_ready): (usize, bool) = visitor.script("return [rewritten, wasReady]", vec![]);
    assert!(texts > 300 && !was_ready, "{texts} texts were rewritten; the app was there: {was_ready}");
    visitor.should_see("");
    can_be_used(&visitor);
    assert_eq!(visitor.count("body > .of-an-extension"), 2, "what others have put beside the app is gone");
}

#[test]
fn a_page_that_is_rewritten_while_it_is_used_goes_on() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.before_each_page(REWRITE);
    visitor.open("");
    opens_card(&visitor, country("FR"));
    visitor.script::<()>("rewrite()", vec![]);
    let cards = |expected: &[&str]| {
        until(|| {
            let shown: Vec<String> = visitor.screen().cards.into_iter().map(|card| card.country).collect();
            (shown == expected).then_some(()).ok_or_else(|| format!("{shown:?} are shown and not {expected:?}"))
        });
    };
    // What is in the page as text is the translator's now; which cards there are is ours.
    visitor.toggles("country", "ie");
    cards(&["IE"]);
    visitor.toggles("country", "dk");
    cards(&["DK", "IE"]);
    shows(&visitor, View::Table);
    waits_for(&visitor, ".to-card a");
    shows(&visitor, View::Cards);
    visitor.toggles("country", "ie");
    cards(&["DK"]);
    visitor.toggles("country", "dk");
    until(|| match visitor.screen().cards.len() {
        all if all == catalog().countries.len() => Ok(()),
        some => Err(format!("{some} cards are shown")),
    });
    is_running(&visitor);
}
