//! The widget on pages of partners, which are of another origin: as a frame, and as an element that makes one.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use catalog::Messages;
use e2e::{Engine, Host, Role, ServedSite, Visitor, catalog, until};

use crate::partner::{Partner, in_every_engine, page};

in_every_engine!(
    a_frame_shows_its_country_where_it_may_do_nothing,
    a_frame_without_an_origin_works,
    an_element_loads_when_it_comes_near_and_is_as_high_as_its_content,
    an_element_takes_the_width_that_is_there_in_every_kind_of_box,
    an_element_that_is_hidden_waits_and_then_fits,
    attributes_can_change_and_what_happens_is_told,
    what_cannot_be_had_leaves_what_stood_there,
);

fn a_frame_shows_its_country_where_it_may_do_nothing(engine: Engine) {
    let partner = Partner::with(engine);
    partner.visits(&page("<iframe id=f sandbox src=\"{{ site }}/embed/be/\" title=B width=300 height=600></iframe>"));
    let visitor = &partner.visitor;
    visitor.enters_frame("#f");
    visitor.should_read("body", "Belgium");
    let country = catalog().countries.iter().find(|country| country.code.as_str() == "BE").expect("it is there");
    for resource in &country.resources {
        visitor.should_read("main", &resource.title);
    }
    let video = catalog().videos_of(country.code).next().expect("it has one");
    visitor.should_read(".tile-links", &video.media.watch_address());
    assert_eq!(visitor.count(".header, .about, .filters"), 0, "a frame has what belongs to the page");
}

fn a_frame_without_an_origin_works(engine: Engine) {
    let partner = Partner::of_known_site(engine);
    let frame =
        "<iframe id=f sandbox=allow-scripts src=\"{{ site }}/embed/?q=genom\" title=B width=300 height=600></iframe>";
    partner.visits(&page(frame));
    let visitor = &partner.visitor;
    visitor.enters_frame("#f");
    visitor.waits_until_ready();
    visitor.should_show("q=genom");
    visitor.clicks_on("#filters-button");
    visitor.toggles("country", "ie");
    visitor.should_show("country=ie&q=genom");
    visitor.toggles("country", "ie");
    let video = &catalog().videos[0];
    until(|| {
        let words = visitor.text("#talks");
        let is_there = words.contains(&video.media.watch_address());
        is_there.then_some(()).ok_or_else(|| format!("the address of the video is not in {words}"))
    });
    let wide: bool = visitor.script("return document.scrollingElement.scrollWidth > innerWidth", vec![]);
    assert!(!wide, "it scrolls sideways");
}

fn an_element_loads_when_it_comes_near_and_is_as_high_as_its_content(engine: Engine) {
    let partner = Partner::with(engine);
    partner.visits(&page(
        "<p style='height: 400vh'>Text</p><genomic-plans country=IE></genomic-plans><p id=after>After</p>",
    ));
    let visitor = &partner.visitor;
    partner.waits_for_element();
    let before = partner.site.requests();
    assert!(!before.iter().any(|path| !path.ends_with("widget.js")), "too early: {before:?}");
    visitor.script::<()>("document.querySelector('#after').scrollIntoView()", vec![]);
    partner.waits_until_shown(1);
    assert!(partner.site.requests().iter().any(|path| path.ends_with("embed/ie/")), "it is the country's own page");
    partner.fits(0);
    partner.enters(0);
    visitor.should_read("body", "Ireland");
    // It grows and shrinks with its content.
    for step in ["open", "close"] {
        visitor.script::<()>(
            "for (const one of document.querySelectorAll('.sources')) one.toggleAttribute('open')",
            vec![],
        );
        visitor.leaves_frame();
        partner.fits_after(0, step);
        partner.enters(0);
    }
    visitor.leaves_frame();
}

fn an_element_takes_the_width_that_is_there_in_every_kind_of_box(engine: Engine) {
    // Each is 600 px wide, or as wide as what is in it but no wider than that.
    let boxes = [
        "display: block",
        "display: flex",
        "display: inline-flex; max-width: 100%",
        "display: flex; flex-direction: column; align-items: center",
        "display: inline-block",
        "display: grid; grid-template-columns: auto; justify-content: start",
        "float: left",
        "position: absolute",
        "width: fit-content",
        "display: table-cell",
    ];

    for mode in ["frame", "inline"] {
        let partner = Partner::with(engine);
        let around = |style: &str| {
            format!(
                "<div class=around style='width: 600px; position: relative'><div style='{style}'><genomic-plans mode={mode} country=ie></genomic-plans></div></div>"
            )
        };
        // The one of which nothing is in the flow comes last.
        partner.visits(&page(&boxes.map(around).concat()));
        let visitor = &partner.visitor;
        visitor
            .script::<()>("for (const one of document.querySelectorAll('.around')) one.style.clear = 'both'", vec![]);
        partner.waits_for_element();
        let widths: Vec<f64> = visitor.script(
            "return [...document.querySelectorAll('genomic-plans')].map((one) => one.getBoundingClientRect().width)",
            vec![],
        );
        for (style, width) in boxes.iter().zip(widths) {
            assert!((width - 600.0).abs() <= 1.0, "{mode}, {style}: {width} px before it is shown");
        }
        partner.waits_until_shown(1);
        let widths = "return [...document.querySelectorAll('genomic-plans[data-ready]')].every((one) => Math.abs(one.getBoundingClientRect().width - 600) <= 1)";
        assert!(visitor.script::<bool>(widths, vec![]), "{mode}: it has another width when it is shown");
        let element = format!("<genomic-plans mode={mode} country=ie></genomic-plans>");
        partner.visits(&page(&format!(
            "<div style='display: flex'><div style='flex: none'>{element}</div></div>
            <div style='width: max-content'>{element}</div>"
        )));
        partner.waits_for_element();
        let widths = "const widths = [...document.querySelectorAll('genomic-plans')].map((one) => one.getBoundingClientRect().width);
            return widths.every((width) => width > 300 && width <= innerWidth + 1)";
        assert!(visitor.script::<bool>(widths, vec![]), "{mode}: it is nothing, or wider than the window");
        partner.waits_until_shown(1);
        assert!(visitor.script::<bool>(widths, vec![]), "{mode}: it is another when it is shown");
    }
}

#[test]
fn a_host_that_morphs_or_clones_its_page_keeps_what_is_shown() {
    for mode in ["frame", "inline"] {
        let partner = Partner::with(Engine::Chromium);
        partner.visits(&page(&format!("<genomic-plans mode={mode} country=ie></genomic-plans>")));
        let visitor = &partner.visitor;
        partner.waits_until_shown(1);
        // As Turbo, idiomorph and Livewire do with attributes that their HTML does not have.
        visitor.script::<()>("document.querySelector('genomic-plans').removeAttribute('data-ready')", vec![]);
        let is_seen = "const element = document.querySelectorAll('genomic-plans')[arguments[0]];
            const shown = element.shadowRoot.querySelector('iframe, #app');
            return shown !== null && getComputedStyle(shown).visibility === 'visible' && shown.offsetHeight > 200";
        assert!(visitor.script::<bool>(is_seen, vec![0.into()]), "{mode}: it is hidden");
        // A page that was kept is put back as a copy, which begins anew.
        visitor.script::<()>("const element = document.querySelector('genomic-plans'); element.dataset.ready = ''; element.replaceWith(element.cloneNode(true))", vec![]);
        until(|| {
            visitor
                .script::<bool>(is_seen, vec![0.into()])
                .then_some(())
                .ok_or_else(|| format!("{mode}: the copy is not shown"))
        });
    }
}

#[test]
fn changes_and_removals_of_one_turn_leave_the_others_alone() {
    let partner = Partner::with(Engine::Chromium);
    let one = "<genomic-plans mode=inline country=ie></genomic-plans>";
    partner.visits(&page(&one.repeat(5)));
    let visitor = &partner.visitor;
    partner.waits_until_shown(2);
    visitor.script::<()>("for (const one of document.querySelectorAll('genomic-plans')) one.scrollIntoView()", vec![]);
    let change = "const [first, second, third, fourth] = document.querySelectorAll('genomic-plans');
        first.setAttribute('view', 'map');
        first.remove();
        second.view = 'table';
        queueMicrotask(() => (second.mode = 'frame'));
        third.view = 'timeline';
        third.replaceWith(third);
        third.country = 'fr';
        setTimeout(() => third.remove());
        fourth.mode = 'frame';
        fourth.view = 'compare';
        fourth.mode = 'inline';
        fourth.remove();
        document.querySelector('main, body').append(fourth);
        fourth.removeAttribute('country')";
    visitor.script::<()>(change, vec![]);
    let is_left = "const all = [...document.querySelectorAll('genomic-plans')];
        // What is not near waits.
        all.find((one) => !('ready' in one.dataset))?.scrollIntoView();
        return all.length === 3 && all.every((one) => 'ready' in one.dataset) &&
            all.filter((one) => one.shadowRoot.querySelector('#app')).length === 2 &&
            all.filter((one) => one.shadowRoot.querySelector('iframe')).length === 1";
    visitor.waits_for("what is left is shown, and only one is a frame", is_left);
    assert!(!partner.told().iter().any(|one| one.starts_with("error")), "{:?}", partner.told());
}

/// Whether the only element is shown, with its style.
const IS_SHOWN: &str = "const element = document.querySelector('genomic-plans');
    const shown = element?.shadowRoot.querySelector('iframe, #app');
    return element !== null && 'ready' in element.dataset && getComputedStyle(element).display === 'grid' &&
        shown && getComputedStyle(shown).visibility === 'visible' && shown.offsetHeight > 200";

/// Whether the only element in the frame `#other` has its style, and shows what stands in it alone.
const IS_DRESSED: &str =
    "const element = document.querySelector('#other').contentDocument.querySelector('genomic-plans');
    const style = (one) => one.ownerDocument.defaultView.getComputedStyle(one);
    const shown = element.shadowRoot.querySelector('iframe, #app');
    return style(element).display === 'grid' && style(element.shadowRoot.querySelector('slot')).display === 'block' &&
        shown !== null && style(shown).visibility === 'hidden'";

#[test]
fn an_element_survives_another_document() {
    for mode in ["frame", "inline"] {
        let partner = Partner::with(Engine::Chromium);
        partner.visits(&page(&format!(
            "<genomic-plans mode={mode} country=ie><p>Instead</p></genomic-plans>
             <iframe id=other width=800 height=600 srcdoc='<!doctype html><title>Another</title>'></iframe>"
        )));
        let visitor = &partner.visitor;
        // The app's style is of the page that loaded it.
        visitor.tolerates("it cannot be shown inline, and is in a frame instead");
        partner.waits_until_shown(1);
        visitor.script::<()>(
            "document.querySelector('#other').contentDocument.body.append(document.querySelector('genomic-plans'))",
            vec![],
        );
        visitor.waits_for("it has its style in another document", IS_DRESSED);
        visitor.script::<()>("const element = document.querySelector('#other').contentDocument.querySelector('genomic-plans'); document.querySelector('main').prepend(element)", vec![]);
        visitor.waits_for("it is shown where it was", IS_SHOWN);
        assert_eq!(visitor.count("genomic-plans"), 1);
        let inside = "return document.querySelector('genomic-plans').shadowRoot.querySelector('#app') !== null";
        assert_eq!(visitor.script::<bool>(inside, vec![]), mode == "inline", "{mode}");
    }
}

#[test]
fn what_never_answers_says_so_and_may_still_come() {
    for (mode, silent) in [("frame", "/catalog-"), ("frame", "_bg.wasm"), ("inline", "/catalog-"), ("inline", "/lazy-")]
    {
        let partner = Partner::with(Engine::Chromium);
        let is_silent = Arc::new(AtomicBool::new(true));
        let hears = Arc::clone(&is_silent);
        partner.site.inject_fault(move |path, _| {
            while path.contains(silent) && hears.load(Ordering::SeqCst) {
                std::thread::sleep(Duration::from_millis(20));
            }
        });
        // A page is not loaded before what its frames load ahead.
        partner.visits(&page(&format!(
            "<p style='height: 400vh'>Text</p><genomic-plans mode={mode} country='ie fr'><p>Instead</p></genomic-plans>"
        )));
        let visitor = &partner.visitor;
        visitor.tolerates_waste();
        partner.waits_for_element();
        visitor.script::<()>("document.querySelector('genomic-plans').scrollIntoView()", vec![]);
        partner.waits_until_told_of("error");
        assert!(visitor.text("genomic-plans").contains("Instead"), "{mode}, {silent}: what stood in it is not seen");
        let height: f64 = visitor.script("return document.querySelector('genomic-plans').offsetHeight", vec![]);
        assert!(height < 200.0, "{mode}, {silent}: it keeps room for what does not come: {height}");
        is_silent.store(false, Ordering::SeqCst);
        partner.waits_until_shown(1);
        partner.waits_until_told_of("ready");
    }
}

/// Comes near an element of a mode, and waits until it is ready.
fn gets_ready_without_an_error(partner: &Partner, mode: &str) {
    partner.visits(&page(&format!(
        "<p style='height: 400vh'>Text</p><genomic-plans mode={mode} country='ie fr'><p>Instead</p></genomic-plans>"
    )));
    let visitor = &partner.visitor;
    visitor.tolerates_waste();
    partner.waits_for_element();
    visitor.script::<()>("document.querySelector('genomic-plans').scrollIntoView()", vec![]);
    partner.waits_until_told_of("ready");
    assert!(!partner.told().iter().any(|one| one.starts_with("error")), "{mode}: {:?}", partner.told());
}

#[test]
fn a_slow_line_is_not_one_that_does_not_answer() {
    for mode in ["frame", "inline"] {
        let partner = Partner::with(Engine::Chromium);
        // Each file takes its time, and all of them more than an element waits for one.
        let next = std::sync::Mutex::new(());
        partner.site.inject_fault(move |path, _| {
            let is_of_app = ["_bg.wasm", "/catalog-", "/split-", "/lazy-", "/genomic-plans-"];
            if is_of_app.iter().any(|name| path.contains(name)) {
                let _one_after_the_other = next.lock();
                std::thread::sleep(Duration::from_millis(3_500));
            }
        });
        gets_ready_without_an_error(&partner, mode);
    }
}

#[test]
fn bytes_that_come_slowly_are_waited_for() {
    for mode in ["frame", "inline"] {
        let partner = Partner::with(Engine::Chromium);
        let goes_on = Arc::new(AtomicBool::new(false));
        let held = Arc::clone(&goes_on);
        partner.site.inject_fault(move |path, answer| {
            if path.contains("_bg.wasm") {
                // The headers after seven seconds, some bytes at once, and the rest after seven more.
                std::thread::sleep(Duration::from_secs(7));
                answer.held = Some((20_000, Arc::clone(&held)));
                let held = Arc::clone(&held);
                std::thread::spawn(move || {
                    std::thread::sleep(Duration::from_secs(7));
                    held.store(true, Ordering::SeqCst);
                });
            }
        });
        gets_ready_without_an_error(&partner, mode);
    }
}

#[test]
fn a_dataset_of_a_partner_that_does_not_answer_is_named() {
    let partner = Partner::with(Engine::Chromium);
    let address = partner.host.file("silent.json", &partner.site.text(&partner.site.dataset()));
    let is_silent = Arc::new(AtomicBool::new(true));
    let hears = Arc::clone(&is_silent);
    partner.host.inject_fault(move |path, _| {
        while path.contains("silent.json") && hears.load(Ordering::SeqCst) {
            std::thread::sleep(Duration::from_millis(20));
        }
    });
    partner.visits(&page(&format!("<genomic-plans mode=inline src=\"{address}\"><p>Instead</p></genomic-plans>")));
    partner.waits_until_told(&format!("error {{\"message\":\"{address} does not answer\"}}"));
    assert!(partner.visitor.text("genomic-plans").contains("Instead"), "what stood in it is not seen");
    let height: f64 = partner.visitor.script("return document.querySelector('genomic-plans').offsetHeight", vec![]);
    assert!(height < 200.0, "it keeps room for what does not come: {height}");
    is_silent.store(false, Ordering::SeqCst);
    partner.waits_until_shown(1);
}

#[test]
fn a_site_that_is_no_address_is_told_and_can_be_mended() {
    let partner = Partner::with(Engine::Chromium);
    for mode in ["frame", "inline"] {
        partner.visits(&page(&format!(
            "<genomic-plans mode={mode} country=ie site=\"https://\"><p>Instead</p></genomic-plans>
            <genomic-plans mode={mode} country=fr></genomic-plans>"
        )));
        partner.waits_until_told("error {\"message\":\"https:// is no address\"}");
        let visitor = &partner.visitor;
        let height: f64 = visitor.script("return document.querySelector('genomic-plans').offsetHeight", vec![]);
        assert!(height < 200.0, "{mode}: it keeps room for what does not come: {height}");
        assert!(visitor.text("genomic-plans").contains("Instead"), "{mode}: what stood in it is not seen");
        // The other one is not hurt, and this one can be mended.
        partner.waits_until_shown(1);
        visitor.script::<()>("document.querySelector('genomic-plans').removeAttribute('site')", vec![]);
        partner.waits_until_shown(2);
    }
}

#[test]
fn a_host_that_reads_from_right_to_left_does_not_turn_it_round() {
    let partner = Partner::with(Engine::Chromium);
    let host = page("<genomic-plans mode=inline country='ie fr'></genomic-plans>");
    partner.visits(&host.replace("<html lang=en>", "<html lang=ar dir=rtl>"));
    partner.waits_until_shown(1);
    let found: Vec<String> = partner.visitor.script(
        "const card = document.querySelector('genomic-plans').shadowRoot.querySelector('.card');
        return [getComputedStyle(card).direction, card.closest('[lang]').lang]",
        vec![],
    );
    assert_eq!(found, ["ltr", "en"]);
}

#[test]
fn an_address_in_capitals_shows_the_country_where_files_have_no_case() {
    let site = ServedSite::copy();
    for folder in ["embed/ie", "ie"] {
        site.write(&format!("{}/index.html", folder.to_uppercase()), &site.text(&format!("{folder}/index.html")));
    }
    for file in ["IE/INDEX.HTML", "ie/Index.html"] {
        site.write(file, &site.text("ie/index.html"));
    }
    let visitor = Visitor::with(Engine::Chromium, &site);
    for folder in ["EMBED/IE/", "IE/", "IE/INDEX.HTML", "ie/Index.html"] {
        visitor.open(folder);
        visitor.should_read("main", "Ireland");
        assert_eq!(visitor.count(".cards > article"), 0, "{folder} shows a list");
    }
}

#[test]
fn a_host_that_is_printed_keeps_no_room_for_what_was_never_near() {
    let partner = Partner::with(Engine::Chromium);
    partner.visits(&page(
        "<p style='height: 400vh'>Text</p><genomic-plans country=IE><a href='#x'>Ireland</a></genomic-plans>",
    ));
    partner.waits_for_element();
    let visitor = &partner.visitor;
    let height = || visitor.script::<f64>("return document.querySelector('genomic-plans').offsetHeight", vec![]);
    assert!(height() > 300.0, "there is no room for what comes");
    visitor.with_paper();
    assert!(height() < 100.0, "there is room for what does not come: {}", height());
}

fn an_element_that_is_hidden_waits_and_then_fits(engine: Engine) {
    let partner = Partner::with(engine);
    partner.visits(&page(
        "<div id=tab hidden><genomic-plans country=ie></genomic-plans></div><genomic-plans country='fr be'></genomic-plans>",
    ));
    let visitor = &partner.visitor;
    partner.waits_until_shown(1);
    assert_eq!(partner.site.times_asked("embed/ie/"), 0, "what is hidden is loaded");
    visitor.script::<()>("document.querySelector('#tab').hidden = false", vec![]);
    partner.waits_until_shown(2);
    partner.fits(0);
    partner.fits(1);
    // Hidden, with another width when it comes back.
    visitor.script::<()>("document.querySelector('#tab').hidden = true", vec![]);
    visitor.script::<()>("document.querySelector('#tab').style.width = '300px'", vec![]);
    visitor.script::<()>("document.querySelector('#tab').hidden = false", vec![]);
    partner.fits(0);
    // Out of sight, where a browser tells a frame nothing by itself.
    visitor.script::<()>("scrollTo(0, 0); document.querySelector('main').style.width = '400px'", vec![]);
    partner.fits(0);
    partner.fits(1);
}

fn attributes_can_change_and_what_happens_is_told(engine: Engine) {
    let partner = Partner::with(engine);
    partner.visits(&page("<genomic-plans country=ie kind=zz></genomic-plans>"));
    let visitor = &partner.visitor;
    visitor.tolerates("kind=zz");
    partner.waits_until_shown(1);
    assert_eq!(partner.told(), ["ready {}"]);
    let asked = partner.site.times_asked("/");
    visitor.script::<()>("Object.assign(document.querySelector('genomic-plans'), { country: 'fr dk', kind: '', view: 'table', theme: 'dark' })", vec![]);
    partner.waits_until_told("change {\"query\":\"country=dk,fr&view=table\"}");
    partner.enters(0);
    visitor.should_show("country=dk,fr&view=table");
    assert_eq!(visitor.script::<String>("return document.documentElement.dataset.theme", vec![]), "dark");
    visitor.clicks(Role::Link, Messages::English.view(catalog::View::Cards));
    visitor.leaves_frame();
    partner.waits_until_told("change {\"query\":\"country=dk,fr\"}");
    partner.fits(0);
    assert_eq!(partner.site.times_asked("/"), asked, "the page was loaded again");
    partner.enters(0);
    visitor.script::<()>("document.querySelector('.play').click()", vec![]);
    visitor.leaves_frame();
    until(|| {
        let told = partner.told();
        told.iter().any(|one| one.starts_with("play {\"id\":\"")).then_some(()).ok_or_else(|| format!("{told:?}"))
    });
    visitor.waits_for_requests_to_others();
}

fn what_cannot_be_had_leaves_what_stood_there(engine: Engine) {
    let mut partner = Partner::with(engine);
    partner.visits(&page(
        "<p style='height: 400vh'>Text</p><genomic-plans country=ie><a href='#x'>Instead</a></genomic-plans>",
    ));
    partner.waits_for_element();
    partner.visitor.tolerates("");
    partner.site.stop();
    partner.visitor.script::<()>("scrollTo(0, 1e6)", vec![]);
    partner.waits_until_told_of("error");
    partner.visitor.should_find("body", Role::Link, "Instead");
    let height: f64 = partner.visitor.script("return document.querySelector('genomic-plans').offsetHeight", vec![]);
    assert!(height < 100.0, "it keeps room for what does not come: {height}");
}

#[test]
fn one_that_is_moved_shows_what_it_is_asked_for_now() {
    let partner = Partner::with(Engine::Chromium);
    partner.visits(&page("<div id=one><genomic-plans country='ie fr'></genomic-plans></div><div id=two></div>"));
    partner.waits_until_shown(1);
    let visitor = &partner.visitor;
    visitor.script::<()>("document.querySelector('genomic-plans').country = 'dk se'", vec![]);
    partner.waits_until_told("change {\"query\":\"country=dk,se\"}");
    visitor.script::<()>("document.querySelector('#two').append(document.querySelector('genomic-plans'))", vec![]);
    until(|| match partner.told().iter().filter(|one| one.starts_with("ready")).count() {
        2 => Ok(()),
        other => Err(format!("it was ready {other} times")),
    });
    partner.enters(0);
    visitor.should_show("country=dk,se");
}

#[test]
fn a_page_without_an_origin_has_the_element_too() {
    let partner = Partner::of_known_site(Engine::Chromium);
    let html = page("<genomic-plans country='ie fr'></genomic-plans>");
    partner.visitor.visits(&partner.host.page_with(&html, Some("sandbox allow-scripts")));
    partner.waits_until_shown(1);
    partner.fits(0);
    partner.enters(0);
    partner.visitor.should_show("country=fr,ie");
}

#[test]
fn where_the_clipboard_is_refused_an_address_is_shown() {
    let partner = Partner::with(Engine::Chromium);
    partner.visits(&page("<iframe id=f title=A width=400 height=600 src=\"{{ site }}/embed/ie/\"></iframe>"));
    let visitor = &partner.visitor;
    visitor.enters_frame("#f");
    visitor.waits_until_ready();
    visitor.script::<()>("navigator.clipboard.writeText = () => Promise.reject(new Error('no')); document.querySelector('.actions a').click()", vec![]);
    visitor.should_read(".actions", &format!("{}?item=", partner.site.address()));
    visitor.should_read("h1", "Ireland");
}

#[test]
fn what_is_not_near_is_not_loaded_and_each_fits() {
    let partner = Partner::with(Engine::Chromium);
    partner.visits(&page(&"<genomic-plans country=ie></genomic-plans><p style='height: 100vh'>Text</p>".repeat(20)));
    partner.waits_until_shown(1);
    let is_near = partner.site.times_asked("embed/ie/");
    assert!(is_near < 5, "{is_near} of 20 are loaded");
    partner.visitor.script::<()>("for (const one of document.querySelectorAll('p')) one.remove()", vec![]);
    partner.visitor.script::<()>("document.querySelectorAll('genomic-plans')[4].scrollIntoView()", vec![]);
    partner.fits(4);
}

#[test]
fn what_is_read_below_stays_where_it_is() {
    let partner = Partner::with(Engine::Chromium);
    let far = "<p style='height: 300vh'>Text</p>";
    for mode in ["frame", "inline"] {
        partner.visits(&page(&format!(
            "{far}<genomic-plans mode={mode} country=fr></genomic-plans><h2 id=after>After</h2>{far}"
        )));
        let visitor = &partner.visitor;
        partner.waits_for_element();
        let pass = "document.querySelector('#after').scrollIntoView();
            return document.querySelectorAll('genomic-plans[data-ready]').length";
        assert_eq!(visitor.script::<usize>(pass, vec![]), 0, "it is there before it can have been passed");
        partner.waits_until_shown(1);
        if mode == "frame" {
            partner.fits(0);
        }
        // The browser holds what is read in the next frame.
        let place = "await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
            return document.querySelector('#after').getBoundingClientRect().top";
        let top: f64 = visitor.promise(place, vec![]);
        assert!(top.abs() < 2.0, "{mode}: what is read has moved by {top} pixels");
    }
}

#[test]
fn a_frame_that_wordpress_has_made_is_as_high_as_its_content() {
    let partner = Partner::with(Engine::Chromium);
    let frame =
        "<iframe id=f class=wp-embedded-content sandbox=allow-scripts security=restricted data-secret=aB3dE5fG7h
        src=\"{{ site }}/embed/be/#?secret=aB3dE5fG7h\" title=B width=600 height=200></iframe>";
    // What the script of WordPress does.
    let script = "<script>
        addEventListener('message', ({ data, source }) => {
            if (!data?.secret || /[^a-zA-Z0-9]/.test(data.secret) || data.message !== 'height') return;
            for (const frame of document.querySelectorAll(`iframe[data-secret='${data.secret}']`))
                if (source === frame.contentWindow) frame.height = Math.max(200, Math.min(1000, parseInt(data.value, 10)));
        });
        </script>";
    partner.visits(&page(&[script, frame].concat()));
    let is_high = "return document.getElementById('f').height === '1000'";
    partner.visitor.waits_for("the frame is high", is_high);
    // It asks when it comes later than the frame.
    let ask = "const frame = document.getElementById('f');
        frame.height = 200;
        frame.contentWindow.postMessage({ message: 'ready', secret: 'aB3dE5fG7h' }, '*')";
    partner.visitor.script::<()>(ask, vec![]);
    partner.visitor.waits_for("the frame is high again", is_high);
}

#[test]
fn forged_messages_change_nothing() {
    let partner = Partner::with(Engine::Chromium);
    let visitor = &partner.visitor;
    let hostile = partner.host.page_with(
        "<script>const lies = () => { for (let at = 0; at < 1000; at++) {
            for (const type of ['height', 'ready', 'here', 'change', 'error']) parent.postMessage({ ngp: 1, type, detail: 17 }, '*');
            for (let other = 0; other < parent.length; other++) for (const type of ['hello', 'show'])
              parent[other].postMessage({ ngp: 1, type, detail: 'country=de' }, '*');
        } parent.postMessage('told', '*') }; onmessage = ({ data }) => data === 'go' && lies()</script>",
        None,
    );
    partner.visits(&page(&format!(
        "<genomic-plans country=\"ie fr\"></genomic-plans><iframe id=hostile src=\"{hostile}\"></iframe>"
    )));
    partner.waits_until_shown(1);
    partner.fits(0);
    let height: f64 = visitor.script("return document.querySelector('genomic-plans').offsetHeight", vec![]);
    let lie = "await new Promise((done) => {
            addEventListener('message', ({ data }) => data === 'told' && done());
            document.querySelector('#hostile').contentWindow.postMessage('go', '*');
        });
        for (let at = 0; at < 1000; at++) for (const type of ['height', 'error', 'change']) postMessage({ ngp: 1, type, detail: 17 }, '*');
        await new Promise((done) => setTimeout(done));
        return true";
    visitor.waits_for("thousands of lies are told", lie);
    assert_eq!(partner.told(), ["ready {}"]);
    assert_eq!(visitor.script::<f64>("return document.querySelector('genomic-plans').offsetHeight", vec![]), height);
    partner.enters(0);
    visitor.should_show("country=fr,ie");
}

#[test]
fn who_speaks_counts_and_where_they_are_from() {
    let partner = Partner::with(Engine::Chromium);
    let visitor = &partner.visitor;
    let say = "for (const type of ['here', 'height', 'error']) parent.postMessage({ ngp: 1, type, detail: 17 }, '*');";
    let other = partner.host.page_with(&format!("<script>{say}</script>"), None);
    let sibling = partner.host.page_with(
        "<script>parent.frames.embed.postMessage({ ngp: 1, type: 'show', detail: 'country=de' }, '*')</script>",
        None,
    );
    partner.visits(&page(
        "<genomic-plans country='ie fr'></genomic-plans>
        <iframe name=embed title=A width=400 height=300 src=\"{{ site }}/embed/?country=ie,fr&kind=strategy\"></iframe><iframe id=sibling title=B></iframe>",
    ));
    partner.waits_until_shown(1);
    partner.fits(0);
    let height = || -> f64 { visitor.script("return document.querySelector('genomic-plans').offsetHeight", vec![]) };
    let before = height();
    // Another frame of the site: the right origin, and not the element's window.
    visitor.enters_frame("[name=embed]");
    visitor.waits_until_ready();
    visitor.script::<()>(say, vec![]);
    visitor.leaves_frame();
    // Another frame of the page's own origin, which is not the page around the embed.
    visitor.script::<()>("frames.embed.postMessage({ ngp: 1, type: 'hello' }, '*')", vec![]);
    visitor.script::<()>("document.querySelector('#sibling').src = arguments[0]", vec![sibling.into()]);
    visitor.waits_for("it is loaded", "return document.querySelector('#sibling').contentDocument?.readyState === 'complete' && document.querySelector('#sibling').contentDocument.scripts.length === 1");
    visitor.enters_frame("[name=embed]");
    visitor.should_show("country=fr,ie&kind=strategy");
    visitor.leaves_frame();
    assert_eq!((height(), partner.told()), (before, vec!["ready {}".to_owned()]));
    // The element's own window, led to somebody else: here to a page of the partner's own.
    visitor.tolerates("can escape its sandboxing");
    visitor.script::<()>(
        "window.heard = 0; addEventListener('message', () => heard++);
        document.querySelector('genomic-plans').shadowRoot.querySelector('iframe').src = arguments[0]",
        vec![other.into()],
    );
    visitor.waits_for("it has spoken", "return heard >= 3");
    assert_eq!((height(), partner.told()), (before, vec!["ready {}".to_owned()]));
}

#[test]
fn a_strict_policy_allows_the_element_and_the_page_is_left_as_it_is() {
    let site = ServedSite::built();
    let host = Host::of(&site);
    let visitor = Visitor::of(&site);
    visitor.visits(&host.page("strict-csp.html"));
    visitor.waits_for("it is shown", "return document.querySelector('genomic-plans[data-ready]') !== null");
    assert_eq!(visitor.count("script"), 1, "a script was added");
    assert_eq!(visitor.count("style, [style]"), 0, "a style was added");
}

#[test]
fn the_script_twice_or_of_two_versions_does_no_harm() {
    let (site, other) = (ServedSite::built(), ServedSite::copy());
    other.write("widget.js", &(other.text("widget.js") + "window.isOther = true;"));
    let host = Host::of(&site);
    let visitor = Visitor::of(&site);
    visitor.visits(&host.page_with(
        &page(&format!(
            "<genomic-plans country=ie></genomic-plans>
             <script type=module src=\"{{{{ site }}}}/widget.js?again\"></script>
             <script type=module src=\"{}widget.js\"></script>",
            other.address()
        )),
        None,
    ));
    visitor.also_from(&other);
    visitor.waits_for("the other script has run", "return window.isOther === true");
    visitor.waits_for("it is shown", "return document.querySelectorAll('genomic-plans[data-ready]').length === 1");
    let frames: usize = visitor
        .script("return document.querySelector('genomic-plans').shadowRoot.querySelectorAll('iframe').length", vec![]);
    assert_eq!(frames, 1);
}

#[test]
fn every_link_of_a_frame_stays_in_it_or_opens_a_tab() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    let all = catalog().countries.iter().map(|country| format!("embed/{}/", country.code.lower()));
    for page in ["embed/".to_owned(), "embed/?view=table".to_owned()].into_iter().chain(all.take(3)) {
        visitor.open(&page);
        let wrong: Vec<String> = visitor.script(
            "return [...document.querySelectorAll('a[href]')]
                .filter((link) => (link.target || document.querySelector('base')?.target) !== '_blank' && !link.href.startsWith(arguments[0]))
                .map((link) => link.outerHTML)",
            vec![(site.address() + "embed/").into()],
        );
        assert_eq!(wrong, [""; 0], "in {page}");
    }
    assert_eq!(visitor.history(), 6, "a frame must add nothing to the history of the page around it");
}

#[test]
fn a_video_or_a_playlist_is_shown_alone() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    for video in [&catalog().videos[0], catalog().videos.last().expect("there are some")] {
        for id in [video.id.as_str(), video.media.key()] {
            visitor.open(&format!("embed/?play={id}"));
            until(|| match visitor.count("[data-video], [data-playlist]") {
                1 => Ok(()),
                other => Err(format!("{other} tiles for {id}")),
            });
            visitor.should_read("main", &video.title);
            assert_eq!(visitor.count("article, .filters, h2"), 0, "more than the video is shown");
        }
    }
}

#[test]
fn who_plays_by_keyboard_stays_in_the_widget() {
    let partner = Partner::with(Engine::Chromium);
    partner.visits(&page("<a href='#x'>Before</a><genomic-plans country='fr'></genomic-plans><a href='#y'>After</a>"));
    partner.waits_until_shown(1);
    let visitor = &partner.visitor;
    partner.enters(0);
    visitor.script::<()>("document.querySelector('.play').focus()", vec![]);
    visitor.presses(e2e::Key::Enter);
    let has_focus = "return document.hasFocus() && document.activeElement.textContent === arguments[0]";
    until(|| {
        let is_so: bool = visitor.script(has_focus, vec![Messages::English.close_player().into()]);
        is_so.then_some(()).ok_or_else(|| format!("the focus is on {:?}", visitor.focus()))
    });
    visitor.presses(e2e::Key::Enter);
    visitor.waits_for(
        "the button has the focus again",
        "return document.hasFocus() && document.activeElement.matches('.play')",
    );
    visitor.leaves_frame();
    visitor.waits_for_requests_to_others();
}
