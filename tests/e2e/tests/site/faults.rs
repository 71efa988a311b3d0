//! Whatever goes wrong, the page as it was sent can be read, and one note says what does not work.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use catalog::Messages;
use e2e::{Answer, Engine, Role, ServedSite, Visitor, catalog, select, today, until};

use crate::lazy::{lazy_files, opens_card};

/// Everything is there to read, with one note, and nothing that would do nothing.
fn is_readable(visitor: &Visitor, note: &str) {
    let notes = "return [...document.querySelectorAll('.fault, [role=alert]')]
        .filter((note) => note.checkVisibility({ visibilityProperty: true })).map((note) => note.querySelector('p').textContent)";
    until(|| match visitor.script::<Vec<String>>(notes, vec![]) {
        notes if notes == [note] => Ok(()),
        notes => Err(format!("the notes are {notes:?} and not \"{note}\"")),
    });
    visitor.should_read("h1", Messages::English.site_title());
    let shown = "return [...document.querySelectorAll('article[data-country]')]
        .filter((card) => card.checkVisibility({ visibilityProperty: true })).map((card) => card.dataset.country)";
    let all: Vec<String> = catalog().countries.iter().map(|country| country.code.to_string()).collect();
    // The page as it was sent may have to be fetched.
    until(|| match visitor.script::<Vec<String>>(shown, vec![]) {
        cards if cards == all => Ok(()),
        cards => Err(format!("the cards that can be seen are {cards:?}")),
    });
    for idle in [".filters", ".sort select", ".play", ".card-toggle", ".legend-item", "select[name=theme]"] {
        let seen = format!("return [...document.querySelectorAll('{idle}')].some((node) => node.checkVisibility())");
        assert!(!visitor.script::<bool>(&seen, vec![]), "{idle} can be seen and does nothing");
    }
}

/// A visit to a site whose server changes its answers; then one that is right.
fn check(fault: impl Fn(&str, &mut Answer) + Send + Sync + 'static, complaints: &[&str], note: &str) {
    let site = ServedSite::built();
    site.inject_fault(fault);
    let visitor = Visitor::of(&site);
    visitor.tolerates_waste();
    complaints.iter().for_each(|words| visitor.tolerates(words));
    visitor.open_whatever_comes("?country=ie");
    is_readable(&visitor, note);
    site.clear_faults();
    visitor.clicks(Role::Button, Messages::English.reload());
    visitor.should_see("country=ie");
    assert_eq!(visitor.count("html[data-failed]"), 0);
}

fn is_wasm(path: &str) -> bool {
    path.ends_with(".wasm")
}

fn is_dataset(path: &str) -> bool {
    path.contains("/catalog-")
}

pub(crate) fn refuse(answer: &mut Answer) {
    answer.status = 404;
    answer.body = b"There is no such page or file.\n".to_vec();
    answer.remove(&["Content-Encoding", "ETag", "Last-Modified", "Cache-Control"]);
    answer.set("Content-Type", "text/plain");
}

pub(crate) fn page_instead(answer: &mut Answer) {
    answer.body = b"<!doctype html><title>Welcome</title><h1>Welcome".to_vec();
    answer.remove(&["Content-Encoding", "ETag", "Last-Modified", "Cache-Control"]);
    answer.set("Content-Type", "text/html; charset=utf-8");
}

#[test]
fn the_app_is_not_found() {
    let fault = |path: &str, answer: &mut Answer| {
        if is_wasm(path) {
            refuse(answer);
        }
    };
    check(fault, &["Failed to load resource", "wasm"], Messages::English.not_started());
}

#[test]
fn the_app_is_a_page_of_the_host() {
    let fault = |path: &str, answer: &mut Answer| {
        if is_wasm(path) {
            page_instead(answer);
        }
    };
    check(fault, &["WebAssembly.instantiateStreaming"], Messages::English.not_started());
}

#[test]
fn the_app_is_cut_off() {
    let fault = |path: &str, answer: &mut Answer| {
        if is_wasm(path) {
            answer.cut = Some(answer.body.len() / 2);
        }
    };
    check(fault, &["ERR_CONTENT_LENGTH_MISMATCH", "WebAssembly"], Messages::English.not_started());
}

#[test]
fn the_dataset_is_not_found() {
    let name = ServedSite::built().dataset();
    let fault = |path: &str, answer: &mut Answer| {
        if is_dataset(path) {
            refuse(answer);
        }
    };
    check(fault, &["Failed to load resource"], &Messages::English.no_filters(&Messages::English.refused(&name, 404)));
}

#[test]
fn the_dataset_is_cut_off() {
    let name = ServedSite::built().dataset();
    let fault = |path: &str, answer: &mut Answer| {
        if is_dataset(path) {
            answer.cut = Some(answer.body.len() / 2);
        }
    };
    check(
        fault,
        &["ERR_CONTENT_LENGTH_MISMATCH"],
        &Messages::English.no_filters(&Messages::English.unreachable(&name)),
    );
}

/// A visit to a copy of the site with another dataset under the name of its own.
fn check_dataset(change: impl Fn(&str) -> String) {
    let site = ServedSite::copy();
    let name = site.dataset();
    let right = site.text(&name);
    site.write(&name, &change(&right));
    let visitor = Visitor::of(&site);
    visitor.open_whatever_comes("?country=ie");
    is_readable(&visitor, &Messages::English.no_filters(&Messages::English.another_dataset(&name)));
}

#[test]
fn the_dataset_is_of_a_newer_version() {
    check_dataset(|right| {
        let ours = format!("\"schema\":\"{}\"", catalog::wire::SCHEMA);
        assert!(right.contains(&ours), "the dataset names its schema");
        right.replacen(&ours, "\"schema\":\"9.0\"", 1)
    });
}

#[test]
fn the_dataset_is_half_of_it() {
    check_dataset(|right| right[..right.len() / 2].to_owned());
}

#[test]
fn the_dataset_is_a_right_one_but_not_the_pages() {
    check_dataset(|right| right.replacen("Ireland", "Éire", 1));
}

#[test]
fn a_host_sends_the_app_under_a_wrong_type() {
    // It only takes longer: the browser cannot begin before all of it is there.
    let site = ServedSite::built();
    site.inject_fault(|path, answer| {
        if is_wasm(path) {
            answer.set("Content-Type", "application/octet-stream");
        }
    });
    let visitor = Visitor::of(&site);
    visitor.tolerates("WebAssembly.instantiateStreaming");
    visitor.open("?country=ie");
    visitor.should_see("country=ie");
}

#[test]
fn a_policy_forbids_the_app() {
    let policy = |page: &str| page.replace(" 'wasm-unsafe-eval'", "");
    let site = ServedSite::copy();
    site.write("index.html", &policy(&site.text("index.html")));
    let visitor = Visitor::of(&site);
    visitor.tolerates_waste();
    for words in ["WebAssembly", "wasm-eval", "Content Security Policy"] {
        visitor.tolerates(words);
    }
    visitor.open_whatever_comes("");
    is_readable(&visitor, Messages::English.not_started());
}

#[test]
fn there_is_no_web_assembly() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.before_each_page(
        "delete window.WebAssembly;
        window.failures = 0;
        for (const type of ['error', 'unhandledrejection']) addEventListener(type, () => window.failures++);",
    );
    visitor.tolerates_waste();
    visitor.tolerates("WebAssembly");
    visitor.open_whatever_comes("");
    is_readable(&visitor, Messages::English.not_started());
    // What hears failures does not hear its own.
    let turns = "await new Promise((resolve) => setTimeout(resolve)); await new Promise(requestAnimationFrame); return window.failures";
    let before: usize = visitor.promise(turns, vec![]);
    assert!(before <= 2, "{before} failures");
    assert_eq!(visitor.promise::<usize>(turns, vec![]), before, "failures go on");
}

#[test]
fn a_script_of_the_page_stops_or_is_not_there() {
    // What the start needs least may be refused by a browser.
    for refused in [
        "delete window.ResizeObserver",
        "window.ResizeObserver = class { constructor() { throw new Error('refused'); } }",
        "Object.defineProperty(History.prototype, 'scrollRestoration', { set() { throw new Error('refused'); } })",
        "Object.defineProperty(History.prototype, 'state', { get() { throw new Error('refused'); } })",
    ] {
        let site = ServedSite::built();
        let visitor = Visitor::of(&site);
        visitor.without_workers();
        visitor.before_each_page(refused);
        visitor.open("?country=ie");
        visitor.should_see("country=ie");
        // And when it is used.
        visitor.waits_until_whole();
        visitor.toggles("country", "fr");
        visitor.should_see("country=fr,ie");
        visitor.clicks_in("article", Role::Link, "France");
        visitor.should_read("h1", "France");
        visitor.goes_back();
        visitor.should_see("country=fr,ie");
        visitor.goes_back();
        visitor.should_see("country=ie");
    }
    // Without the first script, the second does what is needed.
    for broken in ["", "\u{0}{"] {
        let site = ServedSite::copy();
        site.write(&site.script("early"), broken);
        let visitor = Visitor::of(&site);
        visitor.tolerates("early-");
        visitor.open_whatever_comes("?country=ie");
        visitor.should_see("country=ie");
        assert!(visitor.script::<bool>("return document.querySelector('.filters').checkVisibility()", vec![]));
    }
    for broken in ["{", "throw new Error('broken');"] {
        let site = ServedSite::copy();
        site.write(&site.script("boot"), broken);
        let visitor = Visitor::of(&site);
        visitor.tolerates("boot-");
        visitor.tolerates_waste();
        visitor.open_whatever_comes("");
        is_readable(&visitor, Messages::English.not_started());
        // The button works although nobody has taken it over.
        visitor.script::<()>("window.isOld = true; document.querySelector('#fault button').click()", vec![]);
        visitor.waits_for("the page is loaded again", "return window.isOld === undefined");
    }
}

#[test]
fn a_style_that_is_not_there_leaves_a_page_that_works() {
    let site = ServedSite::built();
    site.inject_fault(|path, answer| {
        if path.contains("/style-") {
            refuse(answer);
        }
    });
    let visitor = Visitor::of(&site);
    visitor.without_workers();
    visitor.tolerates("style-");
    visitor.tolerates_waste();
    visitor.open("?country=ie");
    visitor.should_read("#fault", Messages::English.incomplete());
    visitor.should_read("[role=status]", "Ireland");
    assert_eq!(visitor.count("html[data-failed]"), 0, "the app works");
    let notes = "return [...document.querySelectorAll('.fault')].filter((note) => note.checkVisibility()).length";
    assert_eq!(visitor.script::<usize>(notes, vec![]), 1, "notes");
}

// Firefox waits for a style that was taken out, too, until its request ends: then `early.js` and the note come late.
#[test]
fn a_style_that_does_not_come_is_not_waited_for() {
    comes_without_its_style(Engine::Chromium);
}

#[test]
fn webkit_does_not_wait_for_a_style_that_does_not_come() {
    comes_without_its_style(Engine::WebKit);
}

fn comes_without_its_style(engine: Engine) {
    let site = ServedSite::copy();
    // The driver waits for all that the page loads, so the page itself says when it works.
    let look = "const looking = setInterval(() => {
            const note = document.querySelector('#fault:not([hidden]) p');
            if (!note || !document.documentElement.hasAttribute('data-ready')) return;
            clearInterval(looking);
            window.noteWithoutStyle = note.textContent;
            fetch('robots.txt');
        }, 20);";
    site.write("look.js", look);
    let page = site.text("index.html");
    let style = page.find("/style-").and_then(|at| page[..at].rfind("<link")).expect("the page has a style");
    site.write("index.html", &format!("{}<script src=\"./look.js\"></script>{}", &page[..style], &page[style..]));
    let comes = AtomicBool::new(false);
    site.inject_fault(move |path, _| {
        if path.contains("robots.txt") {
            comes.store(true, Ordering::SeqCst);
        }
        let asked = Instant::now();
        // In the end it comes all the same, so that a browser which waits for it says what is wrong.
        while path.contains("/style-") && !comes.load(Ordering::SeqCst) && asked.elapsed() < Duration::from_secs(40) {
            thread::sleep(Duration::from_millis(20));
        }
    });
    let visitor = Visitor::with(engine, &site);
    if engine == Engine::Chromium {
        visitor.without_workers();
    }
    visitor.tolerates_waste();
    visitor.open("?country=ie");
    let note: Option<String> = visitor.script("return window.noteWithoutStyle ?? null", vec![]);
    assert_eq!(note.as_deref(), Some(Messages::English.incomplete()), "the page has waited for its style");
    visitor.should_read("[role=status]", "Ireland");
    let is_styled = "return document.querySelector('#fault').hidden && document.querySelector('link[rel=stylesheet]').sheet.cssRules.length > 0";
    visitor.waits_for("the style comes, and the note goes", is_styled);
}

#[test]
fn a_policy_that_does_not_know_the_script_in_the_head_leaves_a_page_that_works() {
    let site = ServedSite::copy();
    // As a host does whose policy is of the build before.
    let page = site.text("index.html");
    let other = page.replacen("'sha256-", "'sha256-AAAA", 1);
    assert_ne!(page, other, "the page has no policy");
    site.write("index.html", &other);
    let visitor = Visitor::of(&site);
    for words in ["Content Security Policy", "The policy forbids inline", "sha256-"] {
        visitor.tolerates(words);
    }
    visitor.open("?country=ie");
    visitor.should_see("country=ie");
    visitor.toggles("country", "fr");
    visitor.should_see("country=fr,ie");
    assert_eq!(visitor.count("html[data-coming]"), 0, "something else has run it");
}

/// Visits an old page, what of it is gone, and then the page when that is there again.
fn check_old_page(gone: &'static [&'static str], note: &str) {
    let site = ServedSite::built();
    site.inject_fault(|path, answer| {
        if gone.iter().any(|name| path.contains(name)) {
            refuse(answer);
        }
    });
    let visitor = Visitor::of(&site);
    visitor.without_workers();
    gone.iter().for_each(|name| visitor.tolerates(name.trim_start_matches('/')));
    for words in ["Failed to load resource", "WebAssembly"] {
        visitor.tolerates(words);
    }
    visitor.tolerates_waste();
    visitor.open_whatever_comes("?country=ie");
    visitor.should_read("#fault", note);
    visitor.should_read("h1", Messages::English.site_title());
    site.clear_faults();
    visitor.clicks(Role::Button, Messages::English.reload());
    visitor.should_see("country=ie");
}

#[test]
fn an_old_page_whose_files_are_gone_says_so() {
    check_old_page(&["/early-", "/boot-", "/style-"], Messages::English.incomplete());
    check_old_page(&["/early-", "/boot-"], Messages::English.incomplete());
    check_old_page(&["/early-", ".wasm"], Messages::English.not_started());
}

#[test]
fn what_fails_besides_the_style_is_what_is_said() {
    let site = ServedSite::copy();
    site.inject_fault(|path, answer| {
        if path.contains("/style-") || path.contains("/boot-") {
            refuse(answer);
        }
    });
    let visitor = Visitor::of(&site);
    visitor.tolerates("style-");
    visitor.tolerates("boot-");
    visitor.tolerates_waste();
    visitor.open_whatever_comes("");
    visitor.should_read("#fault", Messages::English.not_started());
    site.clear_faults();
    visitor.clicks(Role::Button, Messages::English.reload());
    visitor.should_see("");
}

#[test]
fn a_page_that_somebody_empties_says_so() {
    for emptying in [
        "document.getElementById('app').replaceChildren()",
        "document.getElementById('app').remove()",
        "document.body.textContent = ''",
        "document.body.replaceWith(document.createElement('body'))",
        "document.querySelector('.page').replaceChildren()",
        "document.querySelector('main').replaceChildren()",
    ] {
        let site = ServedSite::built();
        let visitor = Visitor::at(&site, "?country=ie");
        visitor.script::<()>(emptying, vec![]);
        visitor.should_read("#fault", Messages::English.incomplete());
        visitor.clicks(Role::Button, Messages::English.reload());
        visitor.should_see("country=ie");
    }
}

#[test]
fn a_page_that_is_emptied_before_it_starts_says_so() {
    for emptying in [
        "document.body.replaceChildren()",
        "document.getElementById('app').remove()",
        "document.querySelector('.page').replaceChildren()",
        "document.querySelector('main').replaceChildren()",
    ] {
        let site = ServedSite::built();
        let visitor = Visitor::of(&site);
        visitor.before_each_page(&format!(
            "if (!location.search.includes('again')) new MutationObserver((_, observer) => {{
                if (!document.querySelector('footer, .credit')) return;
                observer.disconnect();
                {emptying};
            }}).observe(document, {{ childList: true, subtree: true }})"
        ));
        // What the start finds no place for is told in the console.
        visitor.tolerates("boot-");
        visitor.tolerates_waste();
        visitor.open_whatever_comes("");
        visitor.should_read("#fault", Messages::English.incomplete());
        visitor.script::<()>("window.isOld = true; history.replaceState(null, '', '?again')", vec![]);
        visitor.clicks(Role::Button, Messages::English.reload());
        visitor.waits_for("the page is loaded again", "return window.isOld === undefined");
        visitor.waits_until_ready();
    }
}

#[test]
fn who_walks_through_the_pages_reads_no_note() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    visitor.clicks_in("article", Role::Link, "Austria");
    visitor.should_read("h1", "Austria");
    visitor.goes_back();
    visitor.should_see("");
    // Longer than the page is looked at after a change.
    visitor.waits_for("a second has passed", "await new Promise((done) => setTimeout(done, 1000)); return true");
    assert_eq!(visitor.count("html[data-failed]"), 0);
}

#[test]
fn scripts_are_off() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.without_scripts();
    visitor.tolerates_waste();
    visitor.open_whatever_comes("?country=ie");
    is_readable(&visitor, Messages::English.needs_script());
    // The first documents of each country and every video are there, to be seen, as a link.
    let links = || -> Vec<String> {
        visitor.script(
            "return [...document.querySelectorAll('a[href]')].filter((link) => link.checkVisibility()).map((link) => link.getAttribute('href'))",
            vec![],
        )
    };
    let has = |links: &[String], address: &str| links.iter().any(|link| link == address);
    let on_start_page = links();
    for found in &select("").matches {
        let country = &catalog().countries[found.country];
        let page = format!("./{}/", country.code.lower());
        assert!(has(&on_start_page, &page), "no link to the page of {}", country.name);
        for document in country.shortlist(found).into_iter().map(|at| &country.resources[at]) {
            assert!(has(&on_start_page, document.address.as_str()), "no link to {}", document.title);
        }
    }
    for video in &catalog().videos {
        assert!(has(&on_start_page, &video.media.watch_address()), "no link to {}", video.title);
    }
    // The poster leads there.
    let hit = "const poster = document.querySelector('#talks .poster'); poster.scrollIntoView();
        const { x, y, width, height } = poster.getBoundingClientRect();
        return document.elementFromPoint(x + width / 2, y + height / 2).closest('a')?.href ?? ''";
    assert!(visitor.script::<String>(hit, vec![]).starts_with("https://www.youtube.com/"), "the poster is no link");
    // Everything about a country is on its own page; sources open by themselves.
    let country = catalog().countries.iter().max_by_key(|one| one.resources.len()).expect("there are countries");
    visitor.open_whatever_comes(&format!("{}/", country.code.lower()));
    let on_its_page = links();
    for document in &country.resources {
        assert!(has(&on_its_page, document.address.as_str()), "no link to {}", document.title);
    }
    let sources = "const sources = document.querySelector('.resource .sources');
        sources.querySelector('summary').click(); return sources.open && sources.querySelector('a').checkVisibility()";
    assert!(visitor.script::<bool>(sources, vec![]), "sources stay closed");
}

#[test]
fn a_script_filter_takes_the_start() {
    let site = ServedSite::copy();
    let boot = site.script("boot");
    site.remove(&boot);
    let visitor = Visitor::of(&site);
    visitor.tolerates_missing(&boot);
    visitor.tolerates_waste();
    visitor.open_whatever_comes("?country=ie");
    is_readable(&visitor, Messages::English.not_started());
}

#[test]
fn the_app_does_not_come_and_nobody_says_so() {
    let site = ServedSite::copy();
    site.write(&site.glue(), "export default () => new Promise(() => {});");
    let visitor = Visitor::of(&site);
    visitor.tolerates_waste();
    visitor.open_whatever_comes("");
    visitor.should_read("body", Messages::English.late());
    visitor.should_read("h1", Messages::English.site_title());
}

/// Lets the app trap, as a panic does, in the middle of its work: whenever it makes a text.
const TRAP: &str = "
const { createTextNode } = Document.prototype;
Document.prototype.createTextNode = function (text) {
  if (window.isBroken) throw new WebAssembly.RuntimeError('unreachable');
  return createTextNode.call(this, text);
};";

#[test]
fn a_panic_brings_the_page_back_as_it_was_sent() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.before_each_page(TRAP);
    visitor.open("?country=ie");
    visitor.should_see("country=ie");
    visitor.tolerates("RuntimeError: unreachable");
    visitor.script::<()>("window.isBroken = true", vec![]);
    // The cards of all countries would come back into the list.
    visitor.clicks(Role::Button, Messages::English.clear());
    is_readable(&visitor, Messages::English.crashed());
    visitor.clicks(Role::Button, Messages::English.reload());
    visitor.waits_until_ready();
    assert_eq!(visitor.count("html[data-failed]"), 0);
    visitor.toggles("video", "1");
}

#[test]
fn a_panic_while_starting_leaves_the_page() {
    // While the parts of the first screen are made, and while the rest follows.
    for replaced in [0, 6] {
        let site = ServedSite::built();
        let visitor = Visitor::of(&site);
        visitor.tolerates("RuntimeError: unreachable");
        visitor.before_each_page(TRAP);
        let trap = "const { replaceWith } = Element.prototype;
            window.replaced = 0;
            Element.prototype.replaceWith = function (...nodes) {
                replaceWith.apply(this, nodes);
                window.replaced++;
            };
            const trapped = Document.prototype.createTextNode;
            let made = 0;
            Document.prototype.createTextNode = function (text) {
                window.isBroken ||= window.replaced >= REPLACED && ++made === 30;
                return trapped.call(this, text);
            };";
        visitor.before_each_page(&trap.replace("REPLACED", &replaced.to_string()));
        visitor.open_whatever_comes("");
        visitor.waits_for("it traps", "return window.isBroken === true");
        is_readable(&visitor, Messages::English.crashed());
        let shown: usize = visitor.script("return window.replaced", vec![]);
        assert_eq!(shown == 0, replaced == 0, "of what was sent, {shown} parts had made way");
    }
}

#[test]
fn a_slow_server_is_waited_for_and_nothing_is_lost_meanwhile() {
    let site = ServedSite::built();
    site.inject_fault(|path, _| {
        let paints = path.ends_with('/') || path.ends_with(".css") || path.contains("early-");
        if !paints {
            thread::sleep(Duration::from_secs(5));
        }
    });
    let visitor = Visitor::of(&site);
    visitor.without_workers();
    // The page is there long before the app, and the visitor begins.
    visitor.before_each_page(
        "const begin = setInterval(() => {
            if (!document.querySelector('footer')) return;
            clearInterval(begin);
            window.wasReady = document.documentElement.hasAttribute('data-ready');
            const set = (selector, value, type) => {
                const field = document.querySelector(selector);
                field.value = value;
                field.dispatchEvent(new Event(type, { bubbles: true }));
            };
            set('input[type=search]', 'genom', 'input');
            set('select[name=sort]', 'newest', 'change');
            document.querySelector('[data-filter=country] input[value=ie]').click();
            for (const time of ['first', 'second']) document.querySelector('[data-filter=country] input[value=de]').click();
        }, 10);",
    );
    visitor.open("");
    assert!(!visitor.script::<bool>("return window.wasReady", vec![]), "the app was there already");
    visitor.should_see("country=ie&q=genom&sort=newest");
    // What was chosen before is what the address asks for already.
    visitor.without_cache();
    visitor.open("?country=de,ie");
    assert!(!visitor.script::<bool>("return window.wasReady", vec![]), "the app was there already");
    visitor.should_see("country=de,ie&q=genom&sort=newest");
}

#[test]
fn a_server_that_is_gone_half_way_leaves_a_page_to_read() {
    let mut site = ServedSite::copy();
    let asked = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&asked);
    site.inject_fault(move |path, answer| {
        if is_wasm(path) {
            answer.cut = Some(10_000);
            seen.store(true, Ordering::SeqCst);
        }
    });
    let visitor = Visitor::of(&site);
    for words in ["net::ERR_", "WebAssembly", "icon from the Manifest", "fetching the script"] {
        visitor.tolerates(words);
    }
    visitor.tolerates_waste();
    visitor.open_whatever_comes("");
    until(|| asked.load(Ordering::SeqCst).then_some(()).ok_or_else(|| "the app is not asked for".to_owned()));
    site.stop();
    is_readable(&visitor, Messages::English.not_started());
}

#[test]
fn a_tab_from_before_a_deployment_works_on_and_never_loads_for_ever() {
    let site = ServedSite::copy();
    let visitor = Visitor::of(&site);
    // Without a worker nothing is kept: this is the worst case.
    visitor.without_workers();
    visitor.open("");
    let old_page = site.text("index.html");
    // What is loaded later has come.
    opens_card(&visitor, &catalog().countries[0]);
    for file in lazy_files(&site).into_iter().chain([site.wasm(), site.glue(), site.dataset()]) {
        site.remove(&file);
    }
    visitor.toggles("country", "ie");
    visitor.should_see("country=ie");
    visitor.clicks_in("article", Role::Link, "Ireland");
    visitor.should_read("h1", "Ireland");
    visitor.goes_back();
    visitor.should_see("country=ie");
    // A page of before, still sent by a host in between, names files that are gone.
    assert_eq!(site.text("index.html"), old_page);
    for words in ["Failed to load resource", "MIME type"] {
        visitor.tolerates(words);
    }
    visitor.tolerates_waste();
    visitor.without_cache();
    site.forget_requests();
    visitor.open_whatever_comes("?country=fr");
    is_readable(&visitor, Messages::English.not_started());
    let pages = site.requests().iter().filter(|path| path.starts_with("/?")).count();
    assert_eq!(pages, 1, "it is loaded once");
}

#[test]
fn an_app_that_stands_alone_says_why_it_has_no_dataset_and_tries_again() {
    let site = ServedSite::copy();
    let right = site.text("data/catalog.json");
    site.show("{\"schema\": ");
    let visitor = Visitor::of(&site);
    visitor.open_whatever_comes("?country=ie");
    visitor.should_read("main", Messages::English.no_data());
    visitor.should_read("main [role=alert]", &Messages::English.broken("any.json", Messages::English.no_json()));
    // It may be tried in vain.
    visitor.clicks(Role::Button, Messages::English.retry());
    visitor.should_read("main [role=alert]", &Messages::English.broken("any.json", Messages::English.no_json()));
    site.write("any.json", &right);
    visitor.clicks(Role::Button, Messages::English.retry());
    visitor.should_see("country=ie");
}

#[test]
fn a_dataset_of_a_newer_minor_version_is_shown_with_a_note() {
    let site = ServedSite::copy();
    let ours = format!("\"schema\":\"{}\"", catalog::wire::SCHEMA);
    let newer = site.text("data/catalog.json").replacen(&ours, "\"schema\":\"1.9\"", 1);
    site.show(&newer.replacen("\"countries\":[{", "\"countries\":[{\"anthem\":\"new\",", 1));
    let visitor = Visitor::at(&site, "?country=ie");
    visitor.should_see("country=ie");
    visitor.should_read(".notices", &Messages::English.newer_schema("1.9"));
}

#[test]
fn without_the_map_all_else_works() {
    let site = ServedSite::copy();
    site.remove("map.svg");
    let visitor = Visitor::of(&site);
    visitor.without_workers();
    visitor.tolerates_missing("map.svg");
    visitor.open("?view=map");
    visitor.should_see("view=map");
    let plan = catalog::PlanState::InForce;
    let number = catalog().numbers(today()).plans[plan as usize];
    visitor.clicks_in(".map", Role::Button, &format!("{number} {}", Messages::English.plan(plan)));
    visitor.should_see("plan=in-force&view=map");
    assert_eq!(visitor.name(".map-figure img"), Messages::English.map_picture());
    visitor.script::<()>("document.querySelector('.export').open = true", vec![]);
    visitor.clicks(Role::Button, Messages::English.export_map());
    visitor.should_read(".export", Messages::English.not_saved());
}
