//! The widget without a frame: the app in shadow roots of a partner's page.

use catalog::{Change, Messages, Query, View};
use e2e::{Engine, until};

use crate::lazy::lazy_files;
use crate::partner::{Partner, in_every_engine, page};

in_every_engine!(
    it_shows_what_it_is_asked_for_and_follows,
    styles_neither_come_in_nor_get_out,
    where_it_may_not_be_it_is_in_a_frame,
);

/// What is in the shadow root of the first element.
const ROOT: &str = "const root = document.querySelector('genomic-plans').shadowRoot;";

/// The codes of the cards there.
fn cards(partner: &Partner) -> Vec<String> {
    partner.visitor.script(
        &format!(
            "{ROOT} return [...root.querySelectorAll('article[data-country]')].map((card) => card.dataset.country)"
        ),
        vec![],
    )
}

fn shows(partner: &Partner, expected: &[&str]) {
    until(|| {
        let cards = cards(partner);
        (cards == expected).then_some(()).ok_or_else(|| format!("the cards are {cards:?} and should be {expected:?}"))
    });
}

fn it_shows_what_it_is_asked_for_and_follows(engine: Engine) {
    let partner = Partner::with(engine);
    partner.visits(&page("<genomic-plans mode=inline country='ie fr' kind=zz><b>Instead</b></genomic-plans>"));
    let visitor = &partner.visitor;
    visitor.tolerates("kind=zz");
    partner.waits_until_shown(1);
    shows(&partner, &["FR", "IE"]);
    let (address, history) = (visitor.address(), visitor.history());
    visitor.script::<()>("document.querySelector('genomic-plans').country = 'dk,se'", vec![]);
    partner.waits_until_told("change {\"query\":\"country=dk,se\"}");
    shows(&partner, &["DK", "SE"]);
    for view in View::ALL.iter().rev().map(|view| Messages::English.view(*view)) {
        let press = format!(
            "{ROOT} [...root.querySelectorAll('.views a')].find((link) => link.textContent === arguments[0]).click()"
        );
        visitor.script::<()>(&press, vec![view.into()]);
    }
    shows(&partner, &["DK", "SE"]);
    visitor.script::<()>(&format!("{ROOT} root.querySelector('.play').click()"), vec![]);
    partner.waits_until_told_of("play");
    let frame: String = visitor.script(&format!("{ROOT} return root.querySelector('.player').src"), vec![]);
    assert!(frame.starts_with("https://www.youtube-nocookie.com/embed/"), "{frame}");
    visitor.waits_for_requests_to_others();
    assert_eq!(visitor.address(), address, "the page's own address has changed");
    assert_eq!(visitor.history(), history, "the page's own history has changed");
    assert_eq!(
        visitor.count("html[data-ready], html[data-view], body > iframe, head > style"),
        0,
        "the page is marked"
    );
    let title: String = visitor.script("return document.title", vec![]);
    assert_eq!(title, "A partner's page");
}

fn styles_neither_come_in_nor_get_out(engine: Engine) {
    let partner = Partner::with(engine);
    let hostile = "<style>html { font-size: 50% } * { color: red !important; letter-spacing: 9px; box-sizing: content-box }
        div, p, a, button { display: flex !important; border: 5px dashed lime; font-size: 40px; text-transform: uppercase }
        genomic-plans { --ngp-press: rgb(1, 2, 3) } genomic-plans::part(app) { outline: rgb(4, 5, 6) solid 7px }</style>";
    partner.visits(&page(&format!(
        "{hostile}<p id=theirs>Theirs</p><genomic-plans mode=inline country=ie></genomic-plans>"
    )));
    partner.waits_until_shown(1);
    let look = |what: &str, property: &str| -> String {
        partner.visitor.script(
            &format!("{ROOT} return getComputedStyle(root.querySelector(arguments[0]))[arguments[1]]"),
            vec![what.into(), property.into()],
        )
    };
    assert_eq!(look(".overview", "letterSpacing"), "normal");
    let is_there = format!("{ROOT} return root.querySelector('.resource-details p') !== null");
    partner.visitor.waits_for("everything about the country is there", &is_there);
    assert_eq!(look(".resource-details p", "fontSize"), "16px", "letters are of the visitor's size");
    assert_eq!(look(".resource-details p", "textTransform"), "none");
    assert_eq!(look(".card", "boxSizing"), "border-box");
    assert_ne!(look(".overview", "color"), "rgb(255, 0, 0)");
    assert_eq!(look(".credit a", "color"), "rgb(1, 2, 3)", "a documented property is not heard");
    assert_eq!(look("#app", "outlineColor"), "rgb(4, 5, 6)", "a part cannot be styled");
    let theirs: String =
        partner.visitor.script("return getComputedStyle(document.querySelector('#theirs')).fontSize", vec![]);
    assert_eq!(theirs, "40px");
}

fn where_it_may_not_be_it_is_in_a_frame(engine: Engine) {
    let partner = Partner::with(engine);
    partner.visitor.tolerates("it cannot be shown inline");
    partner.visitor.tolerates("inline.js");
    partner.visitor.tolerates("CORS");
    // The server of the site does not let others have its files.
    partner.site.inject_fault(|path, answer| {
        if !path.ends_with("widget.js") {
            answer.remove(&["Access-Control-Allow-Origin"]);
        }
    });
    partner.visits(&page("<genomic-plans mode=inline country=ie></genomic-plans>"));
    partner.waits_until_shown(1);
    partner.enters(0);
    partner.visitor.should_read("body", "Ireland");
    partner.visitor.leaves_frame();
}

#[test]
fn what_it_would_say_in_the_console_is_one_line() {
    let partner = Partner::with(Engine::Chromium);
    partner.visitor.before_each_page("window.warned = []; console.warn = (line) => warned.push(line)");
    partner.site.inject_fault(|path, answer| {
        if path.ends_with("inline.js") {
            answer.status = 404;
        }
    });
    partner.visitor.tolerates("inline.js");
    partner.visits(&page(
        "<genomic-plans mode=inline country=ie></genomic-plans><genomic-plans mode=inline country=fr></genomic-plans>",
    ));
    partner.waits_until_shown(2);
    let warned: Vec<String> = partner.visitor.script("return warned", vec![]);
    assert_eq!(warned.len(), 1, "{warned:?}");
    assert!(
        warned[0].starts_with("<genomic-plans>: it cannot be shown inline, and is in a frame instead: "),
        "{warned:?}"
    );
}

#[test]
fn without_the_part_that_is_fetched_later_it_is_in_a_frame() {
    let partner = Partner::with(Engine::Chromium);
    partner.visitor.tolerates("it cannot be shown inline, and is in a frame instead");
    partner.visitor.tolerates("/lazy-");
    partner.visitor.tolerates("WebAssembly.instantiate");
    partner.site.inject_fault(|path, answer| {
        if path.contains("/lazy-") {
            answer.status = 404;
            answer.body = Vec::new();
        }
    });
    partner.visits(&page("<genomic-plans mode=inline country=ie></genomic-plans>"));
    partner.waits_until_shown(1);
    partner.enters(0);
    // A frame is there as it was sent.
    partner.visitor.should_read("body", "Ireland");
    partner.visitor.leaves_frame();
}

#[test]
fn a_move_is_a_move_and_an_end_is_an_end() {
    let partner = Partner::with(Engine::Chromium);
    partner.visits(&page(
        "<div id=one><genomic-plans mode=inline country='ie fr'></genomic-plans></div><div id=two></div>",
    ));
    let visitor = &partner.visitor;
    partner.waits_until_shown(1);
    shows(&partner, &["FR", "IE"]);
    visitor.script::<()>(
        &format!("{ROOT} window.card = root.querySelector('article'); card.querySelector('.card-toggle').click()"),
        vec![],
    );
    visitor.waits_for("the card is open", "return card.querySelector('.resource') !== null");
    visitor.script::<()>("document.querySelector('#two').append(document.querySelector('genomic-plans'))", vec![]);
    visitor.waits_for("a turn has passed", "await new Promise((done) => setTimeout(done)); return true");
    let is_same: bool = visitor.script(
        &format!("{ROOT} return root.querySelector('article') === card && card.isConnected && card.querySelector('.resource') !== null"),
        vec![],
    );
    assert!(is_same, "the card was made anew");
    visitor.script::<()>("document.querySelector('genomic-plans').country = 'ie de'", vec![]);
    shows(&partner, &["DE", "IE"]);
    assert_eq!(partner.told().iter().filter(|one| one.starts_with("ready")).count(), 1, "it has begun anew");
    visitor.script::<()>("window.gone = document.querySelector('genomic-plans'); gone.remove()", vec![]);
    visitor.waits_for(
        "nothing is left in it",
        "return gone.shadowRoot.querySelector('#app') === null && !gone.hasAttribute('data-ready')",
    );
    visitor.script::<()>("document.querySelector('#one').append(gone)", vec![]);
    partner.waits_until_shown(1);
    shows(&partner, &["DE", "IE"]);
}

#[test]
fn one_that_begins_anew_while_it_loads_has_its_style() {
    let partner = Partner::with(Engine::Chromium);
    let wasm = partner.site.wasm();
    let (open, is_open) = std::sync::mpsc::channel::<()>();
    let is_open = std::sync::Mutex::new(is_open);
    partner.site.inject_fault(move |path, _| {
        if path.ends_with(&wasm) {
            // Until the test says so.
            drop(is_open.lock().map(|is_open| is_open.recv()));
        }
    });
    partner.visits(&page("<genomic-plans mode=inline country=ie></genomic-plans>"));
    partner.waits_for_element();
    until(|| match partner.site.times_asked("inline.js") {
        0 => Err("it has not begun".to_owned()),
        _ => Ok(()),
    });
    let visitor = &partner.visitor;
    visitor.script::<()>("document.querySelector('genomic-plans').headingLevel = '4'", vec![]);
    // The browser tells what is near with each frame.
    visitor.waits_for(
        "two frames have passed",
        "for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame); return true",
    );
    drop(open);
    partner.waits_until_shown(1);
    shows_page_of(&partner, "Ireland");
    let look: (usize, usize, String, String) = visitor.script(
        &format!(
            "{ROOT} return [root.querySelectorAll('#app').length, root.adoptedStyleSheets.length,
                getComputedStyle(root.querySelector('.country')).paddingTop, root.querySelector('.card-name').ariaLevel]"
        ),
        vec![],
    );
    // The sheets of the element, of what has come, of what is ready, and of the app.
    assert_eq!((look.0, look.1), (1, 4), "there is more than one, or it has no style");
    assert_ne!(look.2, "0px", "it has no style");
    assert_eq!(look.3, "4");
}

/// Waits until the first element shows a country's page.
fn shows_page_of(partner: &Partner, country: &str) {
    until(|| {
        let name: Option<String> = partner
            .visitor
            .script(&format!("{ROOT} return root.querySelector('.country .card-name')?.textContent ?? null"), vec![]);
        (name.as_deref() == Some(country)).then_some(()).ok_or_else(|| format!("{name:?} is shown, and not {country}"))
    });
}

#[test]
fn after_a_panic_each_is_in_a_frame() {
    let partner = Partner::with(Engine::Chromium);
    partner.visitor.tolerates("it cannot be shown inline");
    partner.visitor.tolerates("a mistake of its own");
    partner.visits(&page(
        "<genomic-plans mode=inline country=ie></genomic-plans><genomic-plans mode=inline country=fr></genomic-plans>",
    ));
    partner.waits_until_shown(2);
    let throw = "const error = new WebAssembly.RuntimeError('unreachable');
        Object.defineProperty(error, 'stack', { value: arguments[0] });
        dispatchEvent(new ErrorEvent('error', { error }))";
    partner.visitor.script::<()>(throw, vec!["somebody-else.wasm".into()]);
    assert_eq!(
        partner.visitor.count("genomic-plans[data-ready]"),
        2,
        "a mistake of the page is taken for one of the app"
    );
    // A file that was loaded later is the app's, too.
    let own = lazy_files(&partner.site).pop().unwrap_or_else(|| partner.site.wasm());
    partner.visitor.script::<()>(throw, vec![own.into()]);
    for at in 0..2 {
        partner.fits(at);
    }
    assert!(!partner.told().iter().any(|one| one.starts_with("error")), "{:?}", partner.told());
    partner.visitor.script::<()>("document.querySelector('main').append(Object.assign(document.createElement('genomic-plans'), { mode: 'inline', country: 'de' }))", vec![]);
    partner.visitor.script::<()>("document.querySelectorAll('genomic-plans')[2].scrollIntoView()", vec![]);
    partner.fits(2);
}

/// A policy under which no text may be made elements or code.
const TRUSTED_TYPES: &str = "<meta http-equiv=Content-Security-Policy content=\"require-trusted-types-for 'script'\">";

#[test]
fn pages_that_demand_trusted_types_show_all_of_it() {
    let partner = Partner::with(Engine::Chromium);
    let elements = "<genomic-plans mode=inline view=map></genomic-plans><genomic-plans country=fr></genomic-plans>";
    partner.visits(&page(elements).replacen("<title>", &format!("{TRUSTED_TYPES}<title>"), 1));
    assert_eq!(partner.visitor.count("meta[http-equiv]"), 1, "the page has no policy");
    // What breaks it throws, and is said in the console.
    assert!(partner.visitor.script::<bool>("return 'trustedTypes' in window", vec![]), "the browser does not know it");
    partner.waits_until_shown(2);
    let is_seen = format!("{ROOT} return root.querySelector('.map-figure svg')?.getBoundingClientRect().height > 100");
    partner.visitor.waits_for("there is a map", &is_seen);

    // And the site's own page, with its worker. One browser ends before the next begins: others wait for their turn.
    drop(partner);
    let site = e2e::ServedSite::copy();
    let start = site.text("index.html");
    let strict = start.replacen("default-src 'none'", "require-trusted-types-for 'script'; default-src 'none'", 1);
    assert_ne!(start, strict, "the page has no policy");
    site.write("index.html", &strict);
    let visitor = e2e::Visitor::of(&site);
    // The worker itself keeps no page that is another than the one that was built.
    visitor.before_each_page(
        "const { register } = ServiceWorkerContainer.prototype;
        ServiceWorkerContainer.prototype.register = async function (...all) {
            const registration = await register.apply(this, all);
            window.isLetIn = true;
            return registration;
        }",
    );
    visitor.open("?country=fr,ie");
    visitor.should_see("country=fr,ie");
    visitor.waits_for_map();
    visitor.waits_for("the worker is let in", "return window.isLetIn === true");
}

#[test]
fn what_is_shown_is_on_paper_too() {
    let partner = Partner::with(Engine::Chromium);
    partner.visits(&page("<genomic-plans mode=inline country=ie><p>Instead</p></genomic-plans>"));
    partner.waits_until_shown(1);
    shows_page_of(&partner, "Ireland");
    partner.visitor.with_paper();
    let found: (f64, bool, bool) = partner.visitor.script(
        &format!(
            "{ROOT} return [root.host.offsetHeight, root.querySelector('.country .card-name').checkVisibility(),
                root.querySelector('slot').checkVisibility()]"
        ),
        vec![],
    );
    assert!(found.0 > 300.0 && found.1 && !found.2, "on paper: its height, its content, what stood in it: {found:?}");
}

#[test]
fn the_map_of_chosen_countries_is_seen() {
    let partner = Partner::with(Engine::Chromium);
    partner.visits(&page("<genomic-plans mode=inline country='ie fr' view=map></genomic-plans>"));
    partner.waits_until_shown(1);
    let is_seen = format!("{ROOT} return root.querySelector('.map-figure svg')?.getBoundingClientRect().height > 100");
    partner.visitor.waits_for("there is a map", &is_seen);
    // Patterns are found in the picture itself.
    let fills: Vec<String> = partner.visitor.script(
        &format!(
            "{ROOT} return [...root.querySelectorAll('.map-figure path')].map((path) => getComputedStyle(path).fill)"
        ),
        vec![],
    );
    assert!(fills.iter().any(|fill| fill.contains("#plan-")), "no country has a pattern: {:?}", fills.first());
    assert!(!fills.iter().any(|fill| fill.contains("http")), "a pattern is looked for elsewhere");
}

#[test]
fn an_entry_that_is_asked_for_is_brought_into_view() {
    let partner = Partner::with(Engine::Chromium);
    partner.visits(&page("<genomic-plans mode=inline view=table></genomic-plans>"));
    partner.waits_until_shown(1);
    let press = format!("{ROOT} const links = root.querySelectorAll('.to-card a'); links[links.length - 1].click()");
    partner.visitor.script::<()>(&press, vec![]);
    let is_seen = format!(
        "{ROOT} const entry = root.querySelector('[data-here]'); const box = entry?.getBoundingClientRect();
        return entry !== null && root.activeElement === entry && box.bottom > 0 && box.top < innerHeight && entry.querySelector('.resource-details').checkVisibility()"
    );
    partner.visitor.waits_for("the entry is open, in view and has the focus", &is_seen);
}

#[test]
fn twenty_elements_share_one_app() {
    let partner = Partner::with(Engine::Chromium);
    let one =
        |at: usize| format!("<genomic-plans mode=inline country={}></genomic-plans>", ["ie", "fr", "dk be"][at % 3]);
    partner.visits(&page(&(0..20).map(one).collect::<String>()));
    partner.visitor.script::<()>("for (const one of document.querySelectorAll('genomic-plans')) one.style.cssText = 'max-height: 20px; min-height: 0; overflow: hidden'", vec![]);
    partner.waits_until_shown(20);
    let once = [partner.site.wasm(), partner.site.glue(), partner.site.dataset(), "inline.js".to_owned()];
    for file in once.into_iter().chain(lazy_files(&partner.site)) {
        assert_eq!(partner.site.times_asked(&file), 1, "{file} was loaded more than once");
    }
    // What one is asked for is not what others are.
    let query = Query::default().toggled(&Change::View(View::Table)).encode();
    assert_eq!(query, "view=table");
    partner.visitor.script::<()>("document.querySelector('genomic-plans').view = 'table'", vec![]);
    let tables = "return [...document.querySelectorAll('genomic-plans')].filter((one) => one.shadowRoot.querySelector('table.rows, .rows table')).length === 1";
    partner.visitor.waits_for("only the first is a table", tables);
}

#[test]
fn nothing_grows_with_a_thousand_elements() {
    let partner = Partner::with(Engine::Chromium);
    partner.visitor.before_each_page(
        "const stream = WebAssembly.instantiateStreaming;
        WebAssembly.instantiateStreaming = async (...all) => {
            const made = await stream.apply(WebAssembly, all);
            // What is loaded later has the memory of the first.
            window.wasm ??= made;
            return made;
        };",
    );
    partner.visits(&page("<div id=here></div>"));
    partner.waits_for_element();
    let cycles = |number: usize, mode: &str| {
        let run = "const [number, mode] = arguments;
            const asked = [{ country: 'ie' }, { country: 'fr be' }, { q: 'genom' }, { view: 'table' }, { view: 'timeline', country: 'ie de' }];
            for (let at = 0; at < number; at++) {
                const element = document.createElement('genomic-plans');
                Object.assign(element, asked[at % asked.length], { mode });
                await new Promise((done) => {
                    element.addEventListener('ngp-ready', done, { once: true });
                    document.querySelector('#here').append(element);
                });
                element.remove();
                await new Promise((done) => setTimeout(done));
            }
            window.told.length = 0;
            // What an app has asked for in the next frame, and in the one after it, holds the last element until then.
            for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
            return true";
        let is_done: bool = partner.visitor.promise(run, vec![number.into(), mode.into()]);
        assert!(is_done);
    };
    let memory =
        || -> f64 { partner.visitor.script("return window.wasm.instance.exports.memory.buffer.byteLength", vec![]) };
    // Until then the allocator takes what the largest of them need.
    cycles(100, "inline");
    let (before, wasm) = (partner.visitor.weight(), memory());
    for _ in 0..10 {
        cycles(100, "inline");
    }
    let after = partner.visitor.weight();
    // How free pieces lie differs from run to run, so that a page of 64 kB more can come late. An
    // element that keeps its owner leaves more than a kilobyte: sixteen pages.
    let pages = (memory() - wasm) / 65_536.0;
    assert!(pages <= 2.0, "the memory of the wasm has grown by {pages} pages of 64 kB");
    assert!(after.nodes <= before.nodes + 60.0, "nodes: {before:?}, {after:?}");
    assert!(after.listeners <= before.listeners + 5.0, "listeners: {before:?}, {after:?}");
    // A frame may go while its page is on the way.
    partner.visitor.tolerates("Failed to fetch");
    cycles(10, "frame");
    let before = partner.visitor.weight();
    for _ in 0..4 {
        cycles(50, "frame");
    }
    let after = partner.visitor.weight();
    assert!(after.nodes <= before.nodes + 60.0, "nodes: {before:?}, {after:?}");
    assert!(after.listeners <= before.listeners + 5.0, "listeners: {before:?}, {after:?}");
}

#[test]
fn another_dataset_is_shown_or_said_to_be_broken() {
    let partner = Partner::with(Engine::Chromium);
    let visitor = &partner.visitor;
    visitor.tolerates("/nothing.json");
    visitor.tolerates("http://example.org");
    // As our own export is called: what stands behind its hyphen is no hash.
    let own = partner.site.text(&partner.site.dataset()).replace("Ireland", "Eirelandia");
    let own = partner.host.file("national-genomic-plans-2026-11-29.json", &own);
    let broken = partner.host.file("broken.json", "{\"schema\": \"1.0\"}");
    let none = partner.host.file("none.json", "This is none");
    let dataset = partner.site.text(&partner.site.dataset());
    let (one, other) = ("\"code\":\"FR\"", "\"code\":\"DE\"");
    assert!(dataset.contains(one) && dataset.contains(other), "the dataset is written in another way");
    let twice = partner.host.file("twice.json", &dataset.replace(one, other));
    let (address, name) = ("\"url\":\"https:", "\"name\":\"France\"");
    assert!(dataset.contains(address) && dataset.contains(name), "the dataset is written in another way");
    let unsafe_address = partner.host.file("address.json", &dataset.replacen(address, "\"url\":\"javascript:", 1));
    let code = partner.host.file("code.json", &dataset.replace(one, "\"code\":\"France\""));
    let space = partner.host.file("space.json", &dataset.replace(name, "\"name\":\" France\""));
    let newer = partner.host.file("newer.json", "{\"schema\": \"2.0\", \"countries\": []}");
    let many = vec!["{}"; 1_001].join(",");
    let large = partner.host.file("large.json", &format!("{{\"schema\": \"1.2\", \"countries\": [{many}]}}"));
    let many = vec!["{}"; 20_001].join(",");
    let crowded = partner
        .host
        .file("crowded.json", &format!("{{\"schema\": \"1.2\", \"countries\": [{{\"resources\": [{many}]}}]}}"));
    partner.visits(&page(&format!(
        "<genomic-plans mode=inline country=ie src=\"{own}\"></genomic-plans>
        <genomic-plans mode=inline src=\"{broken}\">Instead</genomic-plans>
        <genomic-plans mode=inline src=\"{none}\"></genomic-plans>
        <genomic-plans mode=inline src=\"/nothing.json\"></genomic-plans>
        <genomic-plans mode=inline src=\"http://example.org/a.json\"></genomic-plans>
        <genomic-plans mode=inline src=\"{twice}\"></genomic-plans>
        <genomic-plans mode=inline src=\"{newer}\"></genomic-plans>
        <genomic-plans mode=inline src=\"{large}\"></genomic-plans>
        <genomic-plans mode=inline src=\"{crowded}\"></genomic-plans>
        <genomic-plans mode=inline src=\"{unsafe_address}\"></genomic-plans>
        <genomic-plans mode=inline src=\"{space}\"></genomic-plans>
        <genomic-plans mode=inline src=\"{code}\"></genomic-plans>"
    )));
    // Those far down wait until they are near.
    visitor.script::<()>("for (const one of document.querySelectorAll('genomic-plans')) one.scrollIntoView()", vec![]);
    partner.waits_until_shown(1);
    until(|| match partner.visitor.count("genomic-plans[data-failed]") {
        11 => Ok(()),
        other => Err(format!("{other} have failed: {:?}", partner.told())),
    });
    let words: Vec<String> = visitor.script(
        "return [...document.querySelectorAll('genomic-plans')].map((one) => one.shadowRoot.querySelector('.card-name, [role=alert]').textContent)",
        vec![],
    );
    let origin = partner.host.address();
    let first = &e2e::catalog().countries[0];
    // As it stands in the file, which is in the order of codes.
    let parsed: serde_json::Value = serde_json::from_str(&dataset).expect("it is JSON");
    let countries = parsed["countries"].as_array().expect("it has countries");
    let france = countries.iter().position(|country| country["code"] == "FR").expect("it is there");
    let first_address = first.resources[0].address.as_str().replacen("https:", "javascript:", 1);
    let expected = [
        "Eirelandia".to_owned(),
        Messages::English.broken("broken.json", "changes.json: version: the key \"version\" is missing"),
        Messages::English.broken("none.json", Messages::English.no_json()),
        Messages::English.refused("nothing.json", 404),
        "src=\"http://example.org/a.json\" must be an https address, or of the same origin as the page".to_owned(),
        Messages::English.broken("twice.json", &Messages::English.stands_twice("DE")),
        Messages::English.broken("newer.json", Messages::English.newer_dataset()),
        Messages::English.broken("large.json", Messages::English.too_large()),
        Messages::English.broken("crowded.json", Messages::English.too_large()),
        Messages::English.broken("address.json", &format!(
            "countries/{}.json: resources[0].url: \"{}…\" is no web address; it must begin with https:// or http://",
            first.code.lower(),
            first_address.chars().take(60).collect::<String>()
        )),
        Messages::English
            .broken("space.json", "countries/fr.json: name: the name \" France\" begins or ends with a space"),
        Messages::English.broken(
            "code.json",
            &format!("countries[{france}].code: \"France\" is no ISO 3166-1 country code in capitals, such as IE"),
        ),
    ];
    assert_eq!(words, expected, "of {origin}");
    assert_eq!(visitor.text("genomic-plans:nth-of-type(2)"), "Instead", "what stands in the element is gone");
}

#[test]
fn nobody_is_left_out() {
    let partner = Partner::with(Engine::Chromium);
    let visitor = &partner.visitor;
    for (scheme, width) in [("light", 1280), ("dark", 300)] {
        visitor.with_colours(scheme);
        visitor.with_window(width, 900);
        partner.visits(&page(
            "<style>html { color-scheme: light dark }</style><h2>Ours</h2><genomic-plans mode=inline heading-level=3 country='ie fr'></genomic-plans>
            <genomic-plans mode=inline heading-level=3 country=be></genomic-plans>",
        ));
        partner.waits_until_shown(2);
        let violations: Vec<String> = visitor.violations().iter().map(ToString::to_string).collect();
        assert_eq!(violations, [""; 0], "inline, {scheme}, {width}");
        for path in ["embed/", "embed/be/", "embed/?country=ie,fr&view=table"] {
            visitor.open(path);
            let violations: Vec<String> = visitor.violations().iter().map(ToString::to_string).collect();
            assert_eq!(violations, [""; 0], "{path}, {scheme}, {width}");
            let wide: bool = visitor.script("return document.scrollingElement.scrollWidth > innerWidth", vec![]);
            assert!(!wide, "{path} scrolls sideways at {width}");
        }
    }
}
