//! The pages that are sent are those of the app, which takes them over as they are; and the way between them.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use catalog::{Country, Messages};
use e2e::{Answer, Role, ServedSite, Visitor, catalog, country, today, until};
use serde_json::Value;
use site::headers;
use site::references::named_in_html;

use crate::cards::missing_in_card;

/// What the app shows, without what makes no difference: absolute or relative addresses, marks of regions, and
/// what the visitor has as a property.
const SHOWN: &str = "
const copy = document.querySelector('.page').cloneNode(true);
const walk = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
const marks = [];
while (walk.nextNode()) marks.push(walk.currentNode);
marks.forEach((mark) => mark.remove());
copy.normalize();
for (const name of ['href', 'src']) {
  for (const node of copy.querySelectorAll(`[${name}]`)) node.setAttribute(name, new URL(node.getAttribute(name), document.baseURI).href);
}
for (const node of copy.querySelectorAll('[selected], [checked]')) { node.removeAttribute('selected'); node.removeAttribute('checked'); }
for (const node of copy.querySelectorAll('[class=\"\"]')) node.removeAttribute('class');
// The order in which attributes were set is of no matter.
const write = (node) => node.nodeType === 3 ? node.data
  : `<${node.localName}${[...node.attributes].map((one) => ` ${one.name}=${JSON.stringify(one.value)}`).sort().join('')}>\\n${[...node.childNodes].map(write).join('\\n')}\\n</${node.localName}>`;
return [...copy.childNodes].map(write).join('\\n');";

/// The first line in which two texts differ.
fn difference(one: &str, other: &str) -> Option<String> {
    let lines = one.lines().zip(other.lines()).enumerate();
    let differing = lines.filter(|(_, (one, other))| one != other);
    let first = differing.map(|(at, (one, other))| format!("line {at}:\n{one}\n{other}")).next();
    first.or_else(|| (one != other).then(|| "one is longer".to_owned()))
}

/// Tells what moves on the page by itself: how much, by the browser's own measure, when, and in words.
const NOTE_MOVES: &str = "
    window.moved = [];
    new PerformanceObserver((list) => {
        for (const { value, sources, startTime } of list.getEntries()) {
            const place = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
            const what = sources.map(({ node, previousRect, currentRect }) =>
                `${(node?.outerHTML ?? node?.data)?.slice(0, 60)} from ${place(previousRect)} to ${place(currentRect)}`);
            const words = `${value} after ${Math.round(startTime)} ms of ${Math.round(performance.now())}, ${innerWidth} px: ${what.join('; ')}`;
            window.moved.push([value, startTime, words]);
        }
    }).observe({ type: 'layout-shift', buffered: true });";

/// Keeps what was sent, as `SHOWN` writes it.
const KEEP_SENT: &str = "
    window.shown = () => { SHOWN };
    document.addEventListener('DOMContentLoaded', () => {
        if (!document.querySelector('.page')) return;
        window.sent = shown();
        window.arrived = performance.now();
    });";

#[test]
fn the_page_is_taken_over_as_it_was_sent() {
    let site = ServedSite::built();
    for path in ["", "ie/", "de/"] {
        for (width, height) in [(390, 844), (1280, 900)] {
            let visitor = Visitor::of(&site);
            visitor.with_window(width, height);
            // All but the picture of the map, in whose place the map itself comes.
            let without_map = "const copy = document.querySelector('.page').cloneNode(true);
                copy.querySelector('.map-figure')?.replaceChildren();";
            let shown = SHOWN.replace("const copy = document.querySelector('.page').cloneNode(true);", without_map);
            visitor.before_each_page(&KEEP_SENT.replace("SHOWN", &shown));
            visitor.before_each_page(NOTE_MOVES);
            // A window's size reaches the first page of a site late: then everything would move.
            visitor.tolerates_missing("favicon.ico");
            visitor.open_whatever_comes("NOTICE.txt");
            visitor.open(path);
            visitor.waits_until_whole();
            let (sent, now): (String, String) = visitor.script("return [window.sent, shown()]", vec![]);
            if let Some(difference) = difference(&sent, &now) {
                panic!("/{path} is not as it was sent: {difference}");
            }
            // While the page still arrives, it grows, and a scrollbar may come.
            let later = "return moved.filter(([, at]) => at >= arrived)";
            let moved: Vec<(f64, f64, String)> = visitor.script(later, vec![]);
            assert!(moved.is_empty(), "at {width} px, on /{path} something moves: {moved:?}");
        }
    }
}

#[test]
fn nothing_moves_in_a_page_that_comes_in_pieces() {
    let site = ServedSite::built();
    let html = site.text("index.html");
    // The page ends first in what stands at the end of a line or beside something, in the list, in the map above it, and in
    // what follows.
    for end in [
        "<p class=\"sentence\"",
        "Talks and visits</a>",
        "<select name=\"sort\"",
        "data-country=\"FR\"",
        "class=\"map-figure\"",
        "id=\"talks\"",
    ] {
        let end = html.find(end).unwrap_or_else(|| panic!("the page has {end}"));
        for (width, height) in [(390, 844), (1280, 900)] {
            check_that_nothing_moves(&site, &html, end, (width, height));
        }
    }
}

/// Sends a page up to that byte, and the rest when the gate is open.
fn comes_in_pieces(answer: &mut Answer, html: &str, end: usize, gate: &Arc<AtomicBool>) {
    answer.body = html.as_bytes().to_vec();
    answer.remove(&["content-encoding"]);
    answer.held = Some((end, Arc::clone(gate)));
}

/// The rest of the page, behind that byte, comes when its beginning was painted.
fn check_that_nothing_moves(site: &ServedSite, html: &str, end: usize, (width, height): (u32, u32)) {
    let gate = Arc::new(AtomicBool::new(false));
    let html = html.to_owned();
    site.inject_fault(move |path, answer| {
        if path.ends_with('/') {
            comes_in_pieces(answer, &html, end, &gate);
        } else if path.contains("robots.txt") {
            gate.store(true, Ordering::SeqCst);
        }
    });
    let visitor = Visitor::of(site);
    visitor.with_window(width, height);
    visitor.without_workers();
    visitor.tolerates_waste();
    visitor.tolerates_missing("favicon.ico");
    // A window's size reaches the first page of a site late: then everything would move.
    visitor.open_whatever_comes("NOTICE.txt");
    visitor.before_each_page(NOTE_MOVES);
    visitor.before_each_page(
        "const looking = setInterval(() => {
            if (!document.querySelector('.brand') || performance.getEntriesByType('paint').length === 0) return;
            clearInterval(looking);
            const isShown = (part) => document.querySelector(part)?.checkVisibility() ?? false;
            window.first = ['.cards', '.map', '.talks'].filter(isShown);
            requestAnimationFrame(() => requestAnimationFrame(() => fetch('robots.txt')));
        }, 10);",
    );
    visitor.open("");
    visitor.waits_until_whole();
    let (first, moved): (Vec<String>, Vec<(f64, f64, String)>) = visitor.script("return [first, moved]", vec![]);
    let place = format!("{width} px, first up to byte {end}");
    assert_eq!(first, Vec::<String>::new(), "{place}: what is shown while a part of the page is there");
    assert!(moved.iter().map(|(value, ..)| value).sum::<f64>() < 0.001, "{place}: {moved:?}");
    assert_eq!(visitor.count("html[data-coming]"), 0);
}

#[test]
fn a_page_whose_rest_never_comes_shows_what_is_there() {
    let site = ServedSite::built();
    let html = site.text("index.html");
    let end = html.find("class=\"map-figure\"").expect("the page has a map after its list");
    site.inject_fault(move |path, answer| {
        if path.ends_with('/') {
            comes_in_pieces(answer, &html, end, &Arc::default());
        }
    });
    let visitor = Visitor::of(&site);
    visitor.tolerates_waste();
    // Beside the page that asks: a driver waits for the end of its own.
    visitor.tolerates_missing("favicon.ico");
    visitor.open_whatever_comes("NOTICE.txt");
    visitor.script::<()>("window.opened = window.open('./')", vec![]);
    visitor.waits_for(
        "the list is there and waits",
        "return opened.document.querySelector('.cards')?.checkVisibility() === false",
    );
    visitor.waits_for("the cards are shown", "return opened.document.querySelector('.cards').checkVisibility()");
}

#[test]
fn the_first_screen_is_shown_in_one_step_as_the_visitor_has_left_it() {
    let site = ServedSite::built();
    let gate = Arc::new(AtomicBool::new(false));
    site.inject_fault(move |path, answer| {
        if path.contains("_bg.wasm") {
            answer.held = Some((10, Arc::clone(&gate)));
        } else if path.contains("robots.txt") {
            gate.store(true, Ordering::SeqCst);
        }
    });
    let visitor = Visitor::of(&site);
    visitor.without_workers();
    visitor.with_window(1280, 700);
    visitor.tolerates_missing("favicon.ico");
    visitor.open_whatever_comes("NOTICE.txt");
    visitor.before_each_page(
        "// The app comes when the filters were scrolled.
        document.addEventListener('DOMContentLoaded', () => {
            const filters = document.querySelector('.filters');
            if (!filters) return;
            filters.addEventListener('scroll', () => fetch('robots.txt'), { once: true });
            filters.scrollTop = 50;
        });
        // Each task of the app is a message; so is what counts them.
        let task = 0;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
            task++;
            if (!document.documentElement?.hasAttribute('data-whole')) port2.postMessage(null);
        };
        port2.postMessage(null);
        window.steps = [];
        const { replaceWith } = Element.prototype;
        Element.prototype.replaceWith = function (...nodes) {
            steps.push([this.className, task]);
            replaceWith.apply(this, nodes);
        };
        const { createTextNode } = Document.prototype;
        let made = 0;
        Document.prototype.createTextNode = function (text) {
            if (++made === 20) {
                // Meanwhile the visitor goes on, in the page that was sent.
                const field = document.querySelector('input[type=search]');
                field.value = 'genom';
                field.dispatchEvent(new Event('input', { bubbles: true }));
                document.querySelector('[data-filter=kind] input[value=strategy]').click();
                window.shownBefore = steps.length;
            }
            return createTextNode.call(this, text);
        };",
    );
    visitor.open("");
    visitor.should_see("kind=strategy&q=genom");
    visitor.waits_until_whole();
    let (before, steps, top): (usize, Vec<(String, usize)>, f64) =
        visitor.script("return [shownBefore, steps, document.querySelector('.filters').scrollTop]", vec![]);
    assert_eq!(before, 0, "nothing was shown yet");
    let first: Vec<&str> =
        steps.iter().filter(|(_, task)| *task == steps[0].1).map(|(class, _)| class.as_str()).collect();
    for part in ["filters", "status", "ways", "results-list", "notices"] {
        assert!(first.contains(&part), "{part} is not shown with the others: {steps:?}");
    }
    assert_eq!(top, 50.0, "where the filters were scrolled to");
}

#[test]
fn a_page_that_ends_too_early_shows_what_has_come() {
    let site = ServedSite::copy();
    let page = site.text("index.html");
    let map = page.find("<div class=\"map\"").expect("the page has a map after its list");
    // Of its scripts, only the one in the head is there.
    let (scripts, none) = ("<script ", "<meta ");
    site.write("half/index.html", &page[..map].replace("./", "../").replace(scripts, none));
    let visitor = Visitor::of(&site);
    visitor.tolerates_waste();
    visitor.open_whatever_comes("half/");
    visitor.waits_for("the cards are shown", "return document.querySelector('.cards').checkVisibility()");
}

#[test]
fn without_scripts_each_card_has_its_documents_and_leads_to_the_countrys_page() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.without_scripts();
    visitor.tolerates_waste();
    visitor.open_whatever_comes("");
    // The page that is sent is of the dataset's day.
    let selection = catalog().select(&e2e::query(""), catalog().version);
    let cards: Vec<(String, Vec<String>)> = visitor.script(
        "return [...document.querySelectorAll('.cards > article.card')].map((card) => [card.dataset.country,
            [...card.querySelectorAll('a[href]')].filter((link) => link.checkVisibility()).map((link) => link.href)])",
        vec![],
    );
    let expected = selection.matches.iter().map(|found| {
        let country = &catalog().countries[found.country];
        let page = format!("{}{}/", site.address(), country.code.lower());
        let documents = country.shortlist(found).into_iter().map(|at| country.resources[at].address.as_str());
        // As a browser writes addresses.
        let written = visitor.script::<Vec<String>>(
            "return [...arguments].map((address) => new URL(address).href)",
            documents.map(Into::into).collect(),
        );
        (country.code.to_string(), [vec![page], written].concat())
    });
    assert_eq!(cards, expected.collect::<Vec<_>>());
    // What only a script can do is not offered.
    let buttons = "return [...document.querySelectorAll('main button')].filter((node) => node.checkVisibility()).map((node) => node.outerHTML)";
    assert_eq!(visitor.script::<Vec<String>>(buttons, vec![]), Vec::<String>::new());
    // There is everything.
    let country = country("IE");
    visitor.clicks_in("article[data-country=IE]", Role::Link, &country.name);
    visitor.should_read("h1", &country.name);
    let missing = missing_in_card(&visitor, country);
    assert!(missing.is_empty(), "these are missing:\n{}", missing.join("\n"));
}

#[test]
fn emptied_of_what_was_sent_the_app_makes_the_same_page() {
    let built = ServedSite::built();
    let emptied = ServedSite::copy();
    emptied.empty_page();
    for query in ["", "?country=ie,fr&kind=strategy", "?q=genom&sort=newest", "?plan=adopted&novel=1", "?q=zzzz"] {
        let shown = |site: &ServedSite| {
            let visitor = Visitor::at(site, query);
            let (asked, _) = catalog::Query::parse(query, catalog());
            visitor.should_show(&asked.encode());
            visitor.waits_for_map();
            // What was sent is taken over a part at a time.
            let mut before = String::new();
            until(|| {
                let now: String = visitor.script(SHOWN, vec![]);
                let is_settled = now == before;
                before = now;
                is_settled.then_some(()).ok_or_else(|| "it still changes".to_owned())
            });
            before.replace(&site.address(), "http://site/")
        };
        if let Some(difference) = difference(&shown(&built), &shown(&emptied)) {
            panic!("/{query} is not the same: {difference}");
        }
    }
}

#[test]
fn a_page_that_somebody_has_rewritten_is_mended() {
    let site = ServedSite::built();
    let rewritings = [
        // A translator puts texts into elements of their own.
        "document.querySelectorAll('[role=status], h4, .poster-title, .card-toggle').forEach((node) => {
            if (node.firstChild?.nodeType === 3) node.innerHTML = `<font><font>${node.innerHTML}</font></font>`;
        })",
        // A filter takes parts out, and puts others in.
        "document.querySelector('[role=status]').remove();
        document.querySelector('[data-country=IE] .shortlist').remove();
        document.querySelector('[data-country=FR]').remove();
        document.querySelector('.cards').prepend(document.createElement('ins'));
        document.querySelector('.poster').textContent = 'Blocked.';
        document.querySelector('[data-filter=kind]').prepend('Advertisement');",
        "document.querySelector('.page').remove()",
    ];
    for rewriting in rewritings {
        let visitor = Visitor::of(&site);
        visitor.before_each_page(&format!("document.addEventListener('DOMContentLoaded', () => {{ {rewriting} }})"));
        visitor.open("");
        visitor.should_see("");
        visitor.toggles("kind", "strategy");
        visitor.should_see("kind=strategy");
        assert_eq!(visitor.count(".page"), 1);
    }
}

#[test]
fn a_list_that_is_asked_for_appears_once_and_filtered() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.before_each_page(
        "window.wrong = [];
        // Where the app takes its time, the list comes as it was sent after two seconds: not here.
        document.addEventListener('DOMContentLoaded', () => {
            document.querySelector('.explorer').style.animation = 'none';
        });
        const look = () => {
            const seen = [...document.querySelectorAll('article[data-country]')].filter((card) => card.checkVisibility({ visibilityProperty: true }));
            const others = seen.map((card) => card.dataset.country).filter((code) => code !== 'IE');
            if (others.length) window.wrong.push(others.length);
            const sentence = document.querySelector('[role=status]');
            if (sentence?.checkVisibility({ visibilityProperty: true }) && !sentence.textContent.includes('Ireland')) window.wrong.push(sentence.textContent);
            requestAnimationFrame(look);
        };
        look();",
    );
    visitor.open("?country=ie");
    visitor.should_see("country=ie");
    let wrong: Vec<Value> = visitor.script("return window.wrong", vec![]);
    assert!(wrong.is_empty(), "something else was seen before: {wrong:?}");
    assert_eq!(visitor.count("article[data-country]:not([data-country=IE])"), 0);
}

#[test]
fn every_page_says_what_it_is() {
    let site = ServedSite::built();
    let countries = catalog().countries.iter().map(Some);
    for country in std::iter::once(None).chain(countries) {
        let path = country.map(|country| format!("{}/", country.code.lower())).unwrap_or_default();
        let html = site.text(&format!("{path}index.html"));
        let title = country.map_or_else(
            || Messages::English.page_title(catalog().countries.len()),
            |country| Messages::English.country_title(country, catalog().version),
        );
        assert!(html.contains(&format!("<title>{title}</title>")), "/{path} is not called {title}");
        let description = match country {
            Some(country) => {
                let videos = catalog().videos_of(country.code).count();
                Messages::English.country_description(country, videos, catalog().version)
            }
            None => Messages::English.description(catalog().countries.len()),
        };
        assert!(html.contains(&format!("\"{description}\"")), "/{path} has not the description {description}");
        assert!(html.contains(headers::policy()), "/{path} has no policy");
        // Addresses that must be absolute are left out of a site that does not know its own.
        for absolute in ["rel=canonical", "rel=\"canonical\"", "og:image", "og:url"] {
            assert!(!html.contains(absolute), "/{path} has {absolute}");
        }
        check_structured(&html, country);
    }
    // Beside those of the countries there are the pages about the data, how this is made and how far it is accessible; and the start page and
    // each country for frames.
    let files = site.files();
    let (framed, pages): (Vec<&String>, Vec<&String>) =
        files.iter().filter(|file| file.ends_with("/index.html")).partition(|file| file.starts_with("embed/"));
    assert_eq!((pages.len(), framed.len()), (catalog().countries.len() + 3, catalog().countries.len() + 1));
    for page in framed {
        let html = site.text(page);
        assert!(html.contains(headers::policy()), "{page} has no policy");
        assert!(
            html.contains("<base target=_blank>") || html.contains("<base target=\"_blank\">"),
            "{page} leads away"
        );
        assert!(html.contains("noindex"), "{page} would be found beside its page");
    }
}

/// What search engines read.
fn check_structured(html: &str, country: Option<&Country>) {
    let (_, rest) = html.split_once("application/ld+json\">").expect("the page has structured data");
    let said: Value = serde_json::from_str(rest.split("</script>").next().expect("it ends")).expect("it is JSON");
    let graph = said["@graph"].as_array().expect("it is a graph");
    let of_type = |name: &str| graph.iter().filter(|one| one["@type"] == name).collect::<Vec<_>>();
    // Talks and playlists.
    let videos = [of_type("VideoObject"), of_type("ItemList")].concat();
    match country {
        None => {
            assert_eq!(videos.len(), catalog().videos.len());
            let dataset = of_type("Dataset");
            assert_eq!(dataset[0]["distribution"][0]["@type"], "DataDownload");
            assert_eq!(dataset[0]["distribution"][0]["contentUrl"], "./data/catalog.json");
        }
        Some(country) => {
            assert_eq!(videos.len(), catalog().videos_of(country.code).count(), "{}", country.name);
            let way = of_type("BreadcrumbList")[0]["itemListElement"].as_array().expect("it is a list");
            assert_eq!(way[1]["name"], *country.name);
        }
    }
}

#[test]
fn the_way_to_a_country_and_back_keeps_the_app_running() {
    for prefix in ["/", "/a/b/"] {
        let site = ServedSite::copy_under(prefix);
        let visitor = Visitor::at(&site, "?kind=strategy");
        visitor.script::<()>("window.isStillHere = true", vec![]);
        let ireland = country("IE");
        visitor.opens_card(ireland);
        let goes_there = "document.querySelector('[data-country=IE] .resource').scrollIntoView({ block: 'center' })";
        visitor.script::<()>(goes_there, vec![]);
        let top = "return document.querySelector('[data-country=IE] .resource').getBoundingClientRect().top";
        visitor.waits_for("the place is kept", "return Math.abs(history.state?.y - scrollY) < 1");
        // A driver brings a link wholly into view before it presses it: what counts is where the page is then.
        let place = "const resource = document.querySelector('[data-country=IE] .resource');
            addEventListener('click', () => { window.placeLeft = resource.getBoundingClientRect().top; }, { capture: true, once: true })";
        visitor.script::<()>(place, vec![]);
        let is_here = |path: &str, title: &str, heading: &str| {
            until(|| {
                let here: (String, String, String, bool) = visitor.script(
                    "return [location.href, document.title, document.querySelector('h1')?.textContent ?? '', window.isStillHere ?? false]",
                    vec![],
                );
                let expected = (format!("{}{path}", site.address()), title.to_owned(), heading.to_owned(), true);
                (here == expected).then_some(()).ok_or_else(|| format!("{here:?} should be {expected:?}"))
            });
        };
        let country = ireland;
        let list = Messages::English.title(&e2e::query("kind=strategy"), catalog());
        visitor.clicks_in("article[data-country=IE]", Role::Link, &country.name);
        is_here("ie/", &Messages::English.country_title(country, today()), &country.name);
        let before: f64 = visitor.script("return window.placeLeft", vec![]);
        until(|| match visitor.script::<f64>("return scrollY", vec![]) {
            0.0 => Ok(()),
            y => Err(format!("the page begins at {y} px")),
        });
        until(|| match visitor.script::<String>("return document.activeElement.id", vec![]) {
            id if id == "country-ie" => Ok(()),
            id => Err(format!("the focus is on #{id}")),
        });
        // Addresses are right from here too.
        let dataset = "return (await fetch(document.querySelector('footer a[href$=\"data/\"]').href)).ok";
        assert!(visitor.promise::<bool>(dataset, vec![]), "the dataset is not there");
        let next = &catalog().countries
            [(catalog().country(country.code).expect("it is there").0 + 1) % catalog().countries.len()];
        visitor.clicks_in(".neighbours", Role::Link, &next.name);
        is_here(&format!("{}/", next.code.lower()), &Messages::English.country_title(next, today()), &next.name);
        visitor.goes_back();
        is_here("ie/", &Messages::English.country_title(country, today()), &country.name);
        visitor.goes_back();
        is_here("?kind=strategy", &list, Messages::English.site_title());
        visitor.should_see("kind=strategy");
        until(|| {
            let after: f64 = visitor.script(top, vec![]);
            ((after - before).abs() < 2.0)
                .then_some(())
                .ok_or_else(|| format!("it is at {after} px and not at {before}"))
        });
        assert_eq!(
            visitor.count("[data-country=IE][data-open] .card-details"),
            1,
            "the card that was opened is closed"
        );
        // The link on the page leads there as Back does.
        visitor.clicks_in("article[data-country=IE]", Role::Link, &country.name);
        is_here("ie/", &Messages::English.country_title(country, today()), &country.name);
        visitor.clicks_in("main", Role::Link, Messages::English.back_to_list());
        is_here("?kind=strategy", &list, Messages::English.site_title());
        until(|| {
            let after: f64 = visitor.script(top, vec![]);
            ((after - before).abs() < 2.0)
                .then_some(())
                .ok_or_else(|| format!("by the link it is at {after} px and not at {before}"))
        });
        visitor.goes_forward();
        is_here("ie/", &Messages::English.country_title(country, today()), &country.name);
        // The page can be loaded at this address, and leads back without the one that it came from.
        visitor.reload();
        visitor.should_read("h1", &country.name);
        visitor.clicks_in("main", Role::Link, Messages::English.all_countries());
        visitor.should_see("");
        assert_eq!(visitor.address(), site.address());
    }
}

#[test]
fn a_country_can_be_opened_beside() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let follows = "const link = document.querySelector('[data-country=IE] h3 a');
        let isLeft = false;
        addEventListener('click', (event) => { isLeft = !event.defaultPrevented; event.preventDefault(); }, { once: true });
        link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }));
        return isLeft";
    assert!(visitor.script::<bool>(follows, vec![]), "the browser does not get a click with Ctrl");
    assert_eq!(visitor.query(), "");
    visitor.should_read("h1", Messages::English.site_title());
}

#[test]
fn without_a_network_a_country_has_its_page_by_the_dataset_that_is_kept() {
    let mut site = ServedSite::copy();
    let visitor = Visitor::at(&site, "");
    visitor.waits_for_worker();
    visitor.waits_for_no_worker();
    site.stop();
    visitor.open("ie/");
    visitor.should_read("h1", "Ireland");
    let stable = "return (await (await fetch('../data/catalog.json')).json()).countries.length";
    assert_eq!(visitor.promise::<usize>(stable, vec![]), catalog().countries.len());
}

#[test]
fn what_is_not_there_has_a_page_that_helps() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    // Of the style sheet in several folders, one is there.
    for words in ["Failed to load resource", "MIME type"] {
        visitor.tolerates(words);
    }
    visitor.open_whatever_comes("novel/page/");
    visitor.should_read("h1", Messages::English.no_page());
    visitor.open_whatever_comes("xx/");
    visitor.clicks(Role::Link, Messages::English.folder_above());
    visitor.waits_until_ready();
    visitor.should_see("");
}

#[test]
fn a_page_names_only_scripts_and_styles_of_its_own_build() {
    let site = ServedSite::built();
    let has_hash = |file: &str| {
        let name = file.rsplit('/').next().unwrap_or(file);
        let hash = name.rsplit_once('.').and_then(|(stem, _)| stem.trim_end_matches("_bg").rsplit_once('-'));
        hash.is_some_and(|(_, hash)| hash.len() >= 13 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    for page in site.files().into_iter().filter(|file| file.ends_with(".html")) {
        let named = named_in_html(&site.text(&page));
        let of_build = named.iter().filter(|file| [".js", ".css", ".wasm"].iter().any(|end| file.ends_with(end)));
        for file in of_build {
            assert!(has_hash(file), "{page} names {file}, which another build may have replaced");
        }
    }
}
