//! Without a network, and with a new version: what the service worker keeps, and when it is renewed.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use catalog::Messages;
use e2e::{Role, ServedSite, Visitor, until};

#[test]
fn the_whole_app_works_with_the_server_gone() {
    for prefix in ["/", "/a/b/"] {
        let mut site = ServedSite::copy_under(prefix);
        let visitor = Visitor::at(&site, "");
        visitor.waits_for_worker();
        visitor.waits_for_no_worker();
        assert_eq!(visitor.count("[data-kind=update]"), 0, "a first visit has the newest version");
        site.stop();
        visitor.reload();
        visitor.should_see("");
        visitor.should_read(".news", Messages::English.offline());
        visitor.open("?country=ie&kind=strategy");
        visitor.should_see("country=ie&kind=strategy");
        visitor.toggles("country", "fr");
        visitor.types("genom");
        visitor.should_see("country=fr,ie&kind=strategy&q=genom");
        visitor.goes_back();
        visitor.should_see("country=fr,ie&kind=strategy");
        // So are names in other languages.
        visitor.types("irlanda");
        visitor.should_see("country=fr,ie&kind=strategy&q=irlanda");
        visitor.goes_back();
        visitor.should_see("country=fr,ie&kind=strategy");
        visitor.goes_back();
        visitor.should_see("country=ie&kind=strategy");
        site.start_again();
        visitor.looks_again();
        visitor.should_not_read(".news", Messages::English.offline());
        visitor.should_see("country=ie&kind=strategy");
    }
}

#[test]
fn a_server_that_is_not_well_is_as_good_as_none() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    visitor.waits_for_worker();
    site.inject_fault(|path, answer| {
        // In the middle of a deployment, or where somebody is asked too often.
        for (page, status) in [("/ie/", 503), ("/de/", 404), ("/at/", 429), ("/embed/be/", 403)] {
            if path.ends_with(page) {
                answer.status = status;
                answer.body = b"Not now".to_vec();
                answer.remove(&["Content-Encoding", "ETag", "Last-Modified"]);
            }
        }
        if path.ends_with("/dk/") {
            // It begins, and never ends.
            answer.held = Some((1_000, Arc::new(AtomicBool::new(false))));
        }
        if path.ends_with("/fr/") {
            // Longer than the worker waits.
            std::thread::sleep(std::time::Duration::from_secs(15));
        }
    });
    let pages = [("ie", "Ireland"), ("fr", "France"), ("de", "Germany"), ("at", "Austria"), ("dk", "Denmark")];
    for (code, name) in pages.into_iter().chain([("embed/be", "Belgium")]) {
        visitor.open(&format!("{code}/"));
        visitor.should_read("h1", name);
    }
    // What there is not is said to be so.
    visitor.tolerates("zz/");
    // A page that is not there names no picture for its tab.
    visitor.tolerates("favicon.ico");
    visitor.open_whatever_comes("zz/");
    visitor.should_read("h1", Messages::English.no_page());
    site.clear_faults();
    visitor.open("ie/");
    visitor.should_read("h1", "Ireland");
}

#[test]
fn every_page_is_there_with_the_server_gone() {
    let mut site = ServedSite::copy_under("/a/b/");
    let visitor = Visitor::at(&site, "");
    visitor.waits_for_worker();
    site.stop();
    // It was never visited.
    for (path, seen_as) in [("fr/", "fr/"), ("fr", "fr/"), ("fr/index.html", "fr/index.html"), ("FR/", "FR/")] {
        visitor.open(path);
        visitor.should_read("h1", "France");
        visitor.waits_for("it has its address", &format!("return location.pathname === '/a/b/{seen_as}'"));
        visitor.waits_for("its style is there", "return [...document.styleSheets].some((sheet) => sheet.href)");
    }
    visitor.clicks(Role::Link, Messages::English.all_countries());
    visitor.should_see("");
    for path in ["about/", "accessibility/", "data/", "about", "data", "data/index.html", "ABOUT/index.html"] {
        visitor.open_whatever_comes(path);
        let folder = path.to_lowercase().trim_end_matches("index.html").trim_end_matches('/').to_owned();
        let text = site.text(&format!("{folder}/index.html"));
        let heading = text.split_once("<h1>").and_then(|(_, rest)| rest.split_once("</h1>"));
        visitor.should_read("h1", heading.expect("the page has a heading").0);
    }
    visitor.open("embed/?country=fr,ie");
    visitor.should_see("country=fr,ie");
    visitor.open("embed?country=fr,ie");
    visitor.should_see("country=fr,ie");
    visitor.open("embed/ie/?theme=dark");
    visitor.should_read("h1", "Ireland");
    assert_eq!(visitor.count("html[data-theme=dark]"), 1, "the theme is lost");
    visitor.open("embed/?country=ie&amp;Theme=Light.");
    visitor.should_read("h1", "Ireland");
    assert_eq!(visitor.count("html[data-theme=light]"), 1, "the theme is lost");
}

#[test]
fn a_host_that_writes_into_pages_is_kept_all_the_same() {
    let mut site = ServedSite::copy();
    for folder in ["", "about/", "data/", "embed/"] {
        let page = format!("{folder}index.html");
        site.write(&page, &(site.text(&page).replace('\n', "\r\n") + "<!-- counted -->"));
    }
    let visitor = Visitor::at(&site, "");
    visitor.waits_for_worker();
    site.stop();
    visitor.open("?country=ie");
    visitor.should_see("country=ie");
    let is_theirs = "return document.lastChild.textContent.includes('counted')";
    assert!(visitor.script::<bool>(is_theirs, vec![]), "it is not the page of that host");
    for path in ["about/", "data/"] {
        visitor.open_whatever_comes(path);
        visitor.waits_for("it is there", is_theirs);
    }
}

#[test]
fn a_host_that_writes_pictures_and_texts_anew_is_kept_all_the_same() {
    let mut site = ServedSite::copy();
    // As a checkout with other ends of lines does, and a service that makes pictures smaller.
    for file in ["icon.svg", "poster.svg", "names.txt", "manifest.webmanifest"] {
        site.write(file, &(site.text(file).replace('\n', "\r\n") + "\r\n"));
    }
    site.write("icon-512.png", "another picture");
    let visitor = Visitor::of(&site);
    visitor.tolerates("icon");
    visitor.open("");
    visitor.waits_for_worker();
    site.stop();
    visitor.open("?country=ie");
    visitor.should_see("country=ie");
}

#[test]
fn a_build_that_comes_back_keeps_the_files_of_its_tabs() {
    let site = ServedSite::copy();
    let visitor = Visitor::at(&site, "");
    visitor.waits_for_worker();
    let first = caches(&visitor);
    let poster = site.text("poster.svg");
    let renew = |contents: &str| {
        site.build_anew("poster.svg", contents);
        visitor.reload();
        visitor.should_read(".news", Messages::English.update());
        visitor.takes_the_new_version();
        visitor.should_see("");
    };
    renew("<svg xmlns='http://www.w3.org/2000/svg'/>");
    renew(&poster);
    renew("<svg xmlns='http://www.w3.org/2000/svg' id='third'/>");
    until(|| {
        let kept = caches(&visitor);
        let is_right = kept.len() == 2 && kept.contains(&first[0]);
        is_right.then_some(()).ok_or_else(|| format!("{first:?} is not in {kept:?}"))
    });
}

#[test]
fn a_file_that_the_browser_has_thrown_away_is_kept_again() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    visitor.waits_for_worker();
    for file in ["/map.svg?rev=", "/?rev="] {
        let is_kept = format!(
            "const names = (await caches.keys()).filter((name) => name.startsWith('genomic-plans:'));
            const cache = await caches.open(names[0]);
            const key = (await cache.keys()).find(({{ url }}) => url.includes('{file}'));"
        );
        let lose = format!("{is_kept} return cache.delete(key)");
        assert!(visitor.promise::<bool>(&lose, vec![]), "{file} was not kept");
        visitor.reload();
        visitor.waits_for_map();
        until(|| match visitor.promise::<bool>(&format!("{is_kept} return key !== undefined"), vec![]) {
            true => Ok(()),
            false => Err(format!("{file} is not kept again")),
        });
    }
}

#[test]
fn a_new_version_is_offered_and_never_forced() {
    let site = ServedSite::copy();
    let visitor = Visitor::at(&site, "");
    visitor.waits_for_worker();
    let foreign = "await (await caches.open('other')).put('/x', new Response('x')); return true";
    assert!(visitor.promise::<bool>(foreign, vec![]));
    let first = caches(&visitor);
    assert_eq!(first.len(), 2, "{first:?}");

    site.build_anew("poster.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    visitor.open("?country=ie");
    visitor.should_read(".news", Messages::English.update());
    visitor.clicks(Role::Button, Messages::English.later());
    visitor.should_not_read(".news", Messages::English.update());
    visitor.should_see("country=ie");
    visitor.reload();
    visitor.should_read(".news", Messages::English.update());
    visitor.takes_the_new_version();
    visitor.should_see("country=ie");
    visitor.waits_for_no_worker();
    assert_eq!(visitor.count("[data-kind=update]"), 0, "this is the new version");
    let second = caches(&visitor);
    assert_eq!(second.len(), 3, "other apps' cache, the new build and the one before: {second:?}");

    site.build_anew("poster.svg", "<svg xmlns='http://www.w3.org/2000/svg' id='third'/>");
    visitor.reload();
    visitor.should_read(".news", Messages::English.update());
    visitor.takes_the_new_version();
    until(|| {
        let third = caches(&visitor);
        let has_gone = !first.iter().any(|name| name != "other" && third.contains(name));
        let is_right = third.len() == 3 && third.contains(&"other".to_owned()) && has_gone;
        is_right.then_some(()).ok_or_else(|| format!("{first:?} have become {third:?}"))
    });
    let poster = "return await (await fetch('poster.svg')).text()";
    assert!(visitor.promise::<String>(poster, vec![]).contains("third"));
}

#[test]
fn an_incomplete_site_is_never_kept() {
    let site = ServedSite::copy();
    site.remove("icon-512.png");
    let visitor = Visitor::at(&site, "?country=ie");
    visitor.tolerates_missing("icon-512.png");
    is_kept_nowhere(&site, &visitor, "icon-512.png");

    // A host that answers everything with its page.
    let worker = site.text("sw.js").replacen("\"icon-512.png\"", "\"icon.html\"", 1);
    site.write("sw.js", &worker);
    site.write("icon.html", "<!doctype html><title>Welcome</title>");
    visitor.reload();
    is_kept_nowhere(&site, &visitor, "icon.html");
    visitor.should_see("country=ie");
}

#[test]
fn a_new_version_that_is_incomplete_leaves_the_old_one() {
    let mut site = ServedSite::copy();
    let visitor = Visitor::at(&site, "");
    visitor.waits_for_worker();
    let before = caches(&visitor);
    site.build_anew("poster.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    site.remove("poster.svg");
    visitor.tolerates_missing("poster.svg");
    let asked = site.times_asked("poster.svg");
    visitor.reload();
    until(|| {
        (site.times_asked("poster.svg") > asked).then_some(()).ok_or_else(|| "the new version is not tried".to_owned())
    });
    until(|| match caches(&visitor) {
        now if now == before => Ok(()),
        now => Err(format!("{before:?} has become {now:?}")),
    });
    assert_eq!(visitor.count("[data-kind=update]"), 0);
    site.stop();
    visitor.reload();
    visitor.should_see("");
}

#[test]
fn the_tab_of_the_first_visit_hears_of_a_new_version() {
    let site = ServedSite::copy();
    let visitor = Visitor::at(&site, "?country=ie");
    visitor.waits_for_worker();
    site.build_anew("poster.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    visitor.looks_again();
    visitor.should_read(".news", Messages::English.update());
}

#[test]
fn a_file_of_another_build_is_never_kept() {
    // The server answers, but not with what the worker lists: as in the middle of a deployment. The names of countries and
    // the map belong to the dataset, so that they are no texts or pictures as hosts write them anew.
    for (file, another) in [("embed", "// Another."), ("names.txt", "IE Irland")] {
        let site = ServedSite::copy();
        let file = if file == "embed" { site.script(file) } else { file.to_owned() };
        site.write(&file, another);
        let visitor = Visitor::at(&site, "?country=ie");
        is_kept_nowhere(&site, &visitor, &file);
    }
}

#[test]
fn a_page_of_another_build_is_never_kept() {
    let site = ServedSite::copy();
    // It loads another style than the worker lists; the page that is visited is right.
    let page = site.text("index.html");
    let style = page.find("/style-").expect("the page has a style");
    site.write("index.html", &page.replacen(&page[style..style + 11], "/style-ffff", 1));
    let visitor = Visitor::at(&site, "ie/");
    is_kept_nowhere(&site, &visitor, "icon.svg");
}

#[test]
fn a_build_that_comes_while_another_waits_is_kept_whole() {
    let site = ServedSite::copy();
    let visitor = Visitor::at(&site, "");
    visitor.waits_for_worker();
    site.build_anew("poster.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    visitor.reload();
    visitor.should_read(".news", Messages::English.update());
    // The third is on its way, and one of its files takes long, when the second is taken.
    site.build_anew("icon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    site.inject_fault(|path, _| {
        if path.ends_with("/icon.svg") {
            std::thread::sleep(std::time::Duration::from_secs(4));
        }
    });
    let asked = site.times_asked("icon.svg");
    looks_for_a_new_version(&visitor);
    until(|| (site.times_asked("icon.svg") > asked).then_some(()).ok_or_else(|| "it is not fetched".to_owned()));
    visitor.takes_the_new_version();
    visitor.waits_for("the third is there", A_VERSION_WAITS);
    visitor.takes_the_new_version();
    let count = "const names = (await caches.keys()).filter((name) => name.startsWith('genomic-plans:'));
        return await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length))";
    let kept: Vec<usize> = visitor.promise(count, vec![]);
    assert!(kept.iter().all(|files| *files > 10), "{kept:?} files are kept of each build");
}

#[test]
fn a_version_that_does_not_start_is_not_for_ever() {
    let site = ServedSite::copy();
    let visitor = Visitor::at(&site, "");
    visitor.waits_for_worker();
    let glue = site.glue();
    let right = site.text(&glue);
    let broken = |version: u8| {
        format!("window.broken = {version}; export default () => {{ throw new Error('It is broken.'); }};")
    };
    let is_broken = |version: u8| {
        until(|| {
            let found: u8 = visitor.script("return window.broken ?? 0", vec![]);
            (found == version).then_some(()).ok_or_else(|| format!("this is version {found}"))
        });
        visitor.should_read("#fault", Messages::English.not_started());
    };
    site.build_anew(&glue, &broken(1));
    visitor.reload();
    visitor.should_read(".news", Messages::English.update());
    visitor.clicks(Role::Button, Messages::English.reload());
    is_broken(1);
    // The next one is taken unasked, even where it is broken too.
    site.build_anew(&glue, &broken(2));
    visitor.open_whatever_comes("?country=ie");
    is_broken(2);
    // Not again from the same files, or the page might load for ever; but a visitor who asks gets the newest.
    site.build_anew(&glue, &right);
    looks_for_a_new_version(&visitor);
    visitor.waits_for("the right version is there", A_VERSION_WAITS);
    visitor.clicks(Role::Button, Messages::English.reload());
    visitor.should_see("country=ie");
}

#[test]
fn a_new_version_with_a_broken_dataset_can_be_read_and_makes_way_for_the_next() {
    let site = ServedSite::copy();
    let visitor = Visitor::at(&site, "");
    visitor.waits_for_worker();
    let name = site.dataset();
    let right = site.text(&name);
    site.build_anew(&name, "{\"schema\": ");
    visitor.reload();
    visitor.should_read(".news", Messages::English.update());
    visitor.clicks(Role::Button, Messages::English.reload());
    visitor.should_read("#fault", &Messages::English.no_filters(&Messages::English.another_dataset(&name)));
    visitor.should_read("h1", Messages::English.site_title());
    // The version that mends it is taken unasked, once.
    site.build_anew(&name, &right);
    looks_for_a_new_version(&visitor);
    visitor.waits_until_ready();
    visitor.should_see("");
}

#[test]
fn where_workers_or_storage_are_refused_the_page_works() {
    let site = ServedSite::built();
    let refusals = [
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { throw new DOMException('Refused.', 'SecurityError'); } });",
        "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('Refused.', 'SecurityError'));",
        "delete Navigator.prototype.serviceWorker;",
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('Refused.', 'SecurityError'); } });",
    ];
    for refusal in refusals {
        let visitor = Visitor::of(&site);
        visitor.before_each_page(refusal);
        visitor.open("?country=ie");
        visitor.should_see("country=ie");
        visitor.toggles("kind", "strategy");
        visitor.should_see("country=ie&kind=strategy");
        for notes in [".notices", ".news"] {
            assert_eq!(visitor.text(notes).trim(), "");
        }
    }
}

/// Whether a new version waits until somebody takes it.
const A_VERSION_WAITS: &str = "return (await navigator.serviceWorker.ready).waiting !== null";

/// Has the browser ask the server for another worker.
fn looks_for_a_new_version(visitor: &Visitor) {
    visitor.script::<()>("navigator.serviceWorker.ready.then((registration) => registration.update())", vec![]);
}

fn caches(visitor: &Visitor) -> Vec<String> {
    visitor.promise("return (await caches.keys()).sort()", vec![])
}

/// Waits until the worker has tried and given up.
fn is_kept_nowhere(site: &ServedSite, visitor: &Visitor, file: &str) {
    until(|| (site.times_asked(file) > 0).then_some(()).ok_or_else(|| format!("{file} is not asked for")));
    until(|| {
        let is_over = "const all = await navigator.serviceWorker.getRegistrations();
            return all.every((one) => !one.installing) && (await caches.keys()).length === 0";
        let is_over: bool = visitor.promise(is_over, vec![]);
        is_over.then_some(()).ok_or_else(|| format!("something is kept: {:?}", caches(visitor)))
    });
    let has_worker: bool = visitor.script("return navigator.serviceWorker.controller !== null", vec![]);
    assert!(!has_worker, "a worker answers although {file} is missing");
}
