//! Where the visitor is on the page: kept where it should be kept, and never left beside what they asked for.

use std::thread;
use std::time::Duration;

use catalog::{Messages, PlanState, text};
use e2e::{Key, Role, ServedSite, Visitor, catalog, country, today, until};
use serde_json::{Value, json};

/// Where the top of an element is, seen from the top of the window, in pixels.
fn top(visitor: &Visitor, selector: &str) -> f64 {
    visitor.script("return document.querySelector(arguments[0]).getBoundingClientRect().top", vec![selector.into()])
}

fn scrolled(visitor: &Visitor) -> f64 {
    visitor.script("return scrollY", vec![])
}

fn scroll_to(visitor: &Visitor, y: u32) {
    visitor.script::<()>("scrollTo(0, arguments[0])", vec![y.into()]);
}

/// Waits until the top of an element is at the top of the window, or as near as the end of the page allows.
fn should_be_at_the_top(visitor: &Visitor, selector: &str) {
    until(|| {
        let is_at_end: bool =
            visitor.script("return scrollY + innerHeight >= document.documentElement.scrollHeight - 1", vec![]);
        match top(visitor, selector) {
            top if (-1.0..100.0).contains(&top) || (is_at_end && top >= 0.0) => Ok(()),
            top => Err(format!("{selector} is {top} px below the top of the window")),
        }
    });
}

/// Whether where the visitor is on the page is kept with its entry of the history.
const IS_KEPT: &str = "return Math.abs(history.state?.y - scrollY) < 1";

/// The parts of the start page that links lead to.
const PARTS: [&str; 4] = ["talks", "europe", "changes", "about"];

/// Tells where a part is in every frame from when it was at the top of the window first.
const WATCH_PART: &str = "
    window.watched = [];
    const look = () => {
        const found = location.hash && document.getElementById(location.hash.slice(1));
        // While the page comes, what follows its list has no place yet.
        const part = found && found.checkVisibility() ? found : null;
        const top = part ? part.getBoundingClientRect().top : NaN;
        const isAtEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
        if (window.watched.length || (top > -2 && (top < 100 || isAtEnd))) window.watched.push(Math.round(top));
        requestAnimationFrame(look);
    };
    look();";

#[test]
fn a_link_to_a_part_of_the_page_arrives_at_its_heading_at_once_and_after_back() {
    let site = ServedSite::built();
    for (width, height) in [(390, 844), (1280, 900)] {
        let visitor = Visitor::of(&site);
        visitor.with_window(width, height);
        visitor.before_each_page(WATCH_PART);
        // Another page of the site, without a script or an icon of its own.
        visitor.tolerates_missing("favicon.ico");
        for part in PARTS {
            let selector = format!("#{part}");
            // From elsewhere: from one part to another of the same page, nothing would be loaded.
            visitor.open_whatever_comes("NOTICE.txt");
            visitor.open(&selector);
            should_be_at_the_top(&visitor, &selector);
            let heading = "const heading = document.querySelector(arguments[0]).querySelector('h2');
                const { top, bottom } = heading.getBoundingClientRect();
                return heading.checkVisibility() && top >= -1 && bottom <= innerHeight";
            assert!(
                visitor.script::<bool>(heading, vec![selector.clone().into()]),
                "the heading of {part} is not seen"
            );
            // All that makes the page is there: until then it has not moved away.
            visitor.waits_until_whole();
            should_be_at_the_top(&visitor, &selector);
            let watched: Vec<f64> = visitor.script("return window.watched", vec![]);
            let moved = watched.iter().copied().fold(0.0_f64, |most, top| most.max((top - watched[0]).abs()));
            assert!(moved <= 2.0, "#{part} at {width} px moves by {moved} px: {watched:?}");
            visitor.open_whatever_comes("NOTICE.txt");
            visitor.goes_back();
            visitor.waits_until_ready();
            should_be_at_the_top(&visitor, &selector);
        }
    }
}

#[test]
fn a_link_in_the_page_to_a_part_of_it_arrives_there_and_back_leads_to_where_it_was() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    for (width, height) in [(390, 844), (1280, 900)] {
        visitor.with_window(width, height);
        for part in ["talks", "europe", "about"] {
            visitor.open("?country=de,ie");
            visitor.should_see("country=de,ie");
            visitor.waits_for("the browser has told the page", IS_KEPT);
            // As a link of the header does, which a narrow window may fold away.
            visitor.script::<()>(
                "document.querySelector(arguments[0]).click()",
                vec![format!("a[href='#{part}']").into()],
            );
            should_be_at_the_top(&visitor, &format!("#{part}"));
            visitor.waits_for("the browser has told the page", IS_KEPT);
            visitor.goes_back();
            until(|| match (visitor.address().contains('#'), scrolled(&visitor)) {
                (false, y) if y < 1.0 => Ok(()),
                (_, y) => Err(format!("after Back from #{part} the page is scrolled by {y} px")),
            });
            visitor.goes_forward();
            should_be_at_the_top(&visitor, &format!("#{part}"));
        }
    }
}

#[test]
fn a_link_to_a_part_below_a_filtered_list_arrives_there() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.tolerates_missing("favicon.ico");
    for (width, height) in [(390, 844), (1280, 900)] {
        visitor.with_window(width, height);
        for query in ["country=de,ie", "q=genom", "country=ie"] {
            for part in ["talks", "about"] {
                // From elsewhere: from one part to another of the same page, nothing would be loaded.
                visitor.open_whatever_comes("NOTICE.txt");
                visitor.open(&format!("?{query}#{part}"));
                println!("?{query}#{part} at {width} px");
                visitor.should_see(query);
                visitor.waits_until_whole();
                should_be_at_the_top(&visitor, &format!("#{part}"));
            }
        }
    }
    // Documents were parts of the page in former versions.
    let country = country("DK");
    let last = &country.resources[country.resources.len() - 1];
    visitor.open(&format!("#item-{}", last.id));
    should_be_at_the_top(&visitor, &format!("#item-{}", last.id));
    let seen = format!("return document.querySelector('#item-{}').checkVisibility()", last.id);
    assert!(visitor.script::<bool>(&seen, vec![]), "it is not seen");
}

/// The card at the top of the window, and where it begins; of none, how far the page is scrolled.
fn place(visitor: &Visitor) -> (String, f64) {
    visitor.script(
        "const { right } = document.querySelector('.cards').getBoundingClientRect();
        const card = document.elementFromPoint(right - 20, 8)?.closest('.cards > article');
        return card ? [card.dataset.country, card.getBoundingClientRect().top] : ['', scrollY]",
        vec![],
    )
}

/// Scrolls there and waits until the browser has told the page; where that is.
fn go_to(visitor: &Visitor, y: u32) -> (String, f64) {
    scroll_to(visitor, y);
    visitor.waits_for("the browser has told the page", IS_KEPT);
    let there = place(visitor);
    assert!((scrolled(visitor) - f64::from(y)).abs() < 1.0, "the page is not as high as {y} px");
    there
}

fn should_be_at(visitor: &Visitor, (card, top): &(String, f64)) {
    until(|| match place(visitor) {
        (seen, at) if seen == *card && (at - top).abs() < 2.0 => Ok(()),
        seen => Err(format!("the page is at {seen:?} and not at {card} {top}")),
    });
}

#[test]
fn a_visitor_who_comes_back_is_where_they_were() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let deep = go_to(&visitor, 2400);
    visitor.reload();
    should_be_at(&visitor, &deep);
    // A search is typed, which is no new page of the history.
    visitor.types("genom");
    visitor.should_see("q=genom");
    let found = go_to(&visitor, 1700);
    visitor.reload();
    should_be_at(&visitor, &found);
    visitor.open("?country=de,ie#talks");
    should_be_at_the_top(&visitor, "#talks");
    let top = go_to(&visitor, 0);
    visitor.reload();
    should_be_at(&visitor, &top);
    let near = go_to(&visitor, 500);
    // Another page of the site, without a script or an icon of its own, and back.
    visitor.tolerates_missing("favicon.ico");
    visitor.open_whatever_comes("NOTICE.txt");
    visitor.goes_back();
    visitor.waits_until_ready();
    should_be_at(&visitor, &near);
}

#[test]
fn a_place_deep_in_a_search_is_found_again_by_an_app_that_comes_late() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.without_workers();
    visitor.open("?q=genom");
    let found = go_to(&visitor, 2400);
    site.inject_fault(|path, _| {
        if path.ends_with(".wasm") {
            thread::sleep(Duration::from_secs(1));
        }
    });
    visitor.without_cache();
    visitor.reload();
    should_be_at(&visitor, &found);
}

#[test]
fn filters_used_deep_in_the_page_bring_the_results_back() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    scroll_to(&visitor, 5000);
    visitor.toggles("plan", "in-force");
    visitor.should_see("plan=in-force");
    should_be_at_the_top(&visitor, "#results");
    visitor.clicks(Role::Button, Messages::English.clear());
    visitor.should_see("");
    scroll_to(&visitor, 5000);
    visitor.types("sequencing");
    visitor.should_see("q=sequencing");
    should_be_at_the_top(&visitor, "#results");
}

#[test]
fn on_a_phone_every_way_leads_to_the_results() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.with_window(390, 664);
    visitor.open("");
    let number = Messages::English.answer(&catalog().numbers(today())).into_iter().find_map(|part| match part {
        text::SentencePart::Plan(PlanState::InForce, words) => Some(words),
        _ => None,
    });
    visitor.clicks(Role::Link, &number.expect("the sentence has the adopted plans"));
    visitor.should_see("plan=in-force");
    should_be_at_the_top(&visitor, "#results");

    // From the filters, which Escape closes.
    visitor.clicks(Role::Button, &Messages::English.filters_button(1));
    visitor.clicks_on("fieldset[data-filter=kind] input");
    visitor.presses(Key::Escape);
    until(|| match visitor.focus() {
        focus if focus.name == Messages::English.filters_button(2) && focus.is_visible => Ok(()),
        focus => Err(format!("the focus is on {focus:?}")),
    });
    visitor.clicks(Role::Button, &Messages::English.filters_button(2));
    let found = visitor.screen().cards.len();
    visitor.clicks(Role::Button, &Messages::English.show_results(found));
    until(|| {
        let top = top(&visitor, "#results-title");
        (0.0..600.0).contains(&top).then_some(()).ok_or_else(|| format!("the results are {top} px below the top"))
    });
    results_have_the_focus(&visitor);
}

/// Waits until the focus is on the title of the results, which come into view with the next frame.
fn results_have_the_focus(visitor: &Visitor) {
    until(|| match visitor.focus() {
        focus if focus.name == Messages::English.countries_heading() => Ok(()),
        focus => Err(format!("the focus is on {focus:?}")),
    });
}

#[test]
fn the_filters_of_a_phone_hide_nothing_that_has_the_focus() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.with_window(320, 500);
    visitor.open("?country=ie");
    visitor.clicks(Role::Button, &Messages::English.filters_button(1));
    for _ in 0..60 {
        visitor.presses(Key::Tab);
        let focus = visitor.focus();
        assert!(focus.is_visible, "it cannot be seen that this has the focus: {focus:?}");
        if focus.name == Messages::English.show_results(1) {
            return;
        }
    }
    panic!("Tab does not come to the end of the filters");
}

#[test]
fn news_cover_nothing_and_move_nothing() {
    let mut site = ServedSite::copy();
    let visitor = Visitor::of(&site);
    // As wide as the page, which leaves nothing beside a note.
    visitor.with_window(390, 780);
    visitor.open("?country=ie,de");
    visitor.waits_for_worker();
    site.build_anew("poster.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    visitor.reload();
    visitor.should_read(".news", Messages::English.update());
    site.stop();
    visitor.looks_again();
    visitor.should_read(".news", Messages::English.offline());
    // Both notes stand over the page: all the way, and back.
    for press in [Visitor::presses, Visitor::presses_with_shift] {
        for _ in 0..60 {
            press(&visitor, Key::Tab);
            let focus = visitor.focus();
            assert!(focus.is_visible || focus.name.is_empty(), "a note covers what has the focus: {focus:?}");
        }
    }
    // The end of the page stays clear of them too.
    let is_clear = "scrollTo(0, document.documentElement.scrollHeight);
        const last = document.querySelector('footer').getBoundingClientRect().bottom;
        return last - parseFloat(getComputedStyle(document.querySelector('footer')).paddingBottom)
            <= document.querySelector('.news').getBoundingClientRect().top";
    visitor.waits_for("the end of the page is clear of the notes", is_clear);
    // In the open filters, their way out can be pressed, on a tablet too.
    for width in [390, 768] {
        visitor.with_window(width, 780);
        visitor.clicks(Role::Button, &Messages::English.filters_button(2));
        visitor.clicks(Role::Button, &Messages::English.show_results(2));
        results_have_the_focus(&visitor);
    }
    scroll_to(&visitor, 900);
    let before = scrolled(&visitor);
    visitor.clicks(Role::Button, Messages::English.later());
    visitor.should_not_read(".news", Messages::English.update());
    assert!((scrolled(&visitor) - before).abs() < 1.0, "putting it off moves the page");
}

/// Documents of its long card, of which a few are laws.
const LONG: usize = 44;
const LAWS: usize = 4;

/// A dataset as large as the design is made for: more countries than a page shows, and a long card.
fn large(dataset: &str) -> (Value, usize) {
    let mut dataset: Value = serde_json::from_str(dataset).expect("the dataset is JSON");
    let countries = dataset["countries"].as_array_mut().expect("it has countries");
    let country = countries.iter().find(|country| country["code"] == "SK").expect("Slovakia is there").clone();
    let first = &mut countries[0];
    let document = first["resources"][0].clone();
    let documents = (0..LONG).map(|at| {
        let mut document = document.clone();
        document["id"] = json!(format!("at-copy-{at}"));
        document["title"] = json!(format!("Copy {at}"));
        document["kind"] = json!(if at < LAWS { "law" } else { "report" });
        document
    });
    first["resources"] = documents.collect();
    // They name documents that are not there any more.
    for key in ["legal_basis", "reference_cohort"] {
        first.as_object_mut().expect("a country is an object").remove(key);
    }
    for code in [
        "AD", "AE", "AF", "AG", "AL", "AM", "AO", "AR", "AU", "AZ", "BA", "BB", "BD", "BF", "BH", "BI", "BJ", "BN",
        "BO", "BR", "BS", "BT", "BW", "BY", "BZ", "CA", "CD", "CF", "CG", "CI", "CL", "CM", "CN", "CO", "CR", "CU",
    ] {
        let mut copy = country.clone();
        copy["code"] = json!(code);
        copy["name"] = json!(format!("Zz {code}"));
        for (at, resource) in copy["resources"].as_array_mut().expect("it has documents").iter_mut().enumerate() {
            resource["id"] = json!(format!("{}-copy-{at}", code.to_lowercase()));
        }
        countries.push(copy);
    }
    let number = countries.len();
    (dataset, number)
}

#[test]
fn a_large_dataset_is_shown_a_page_at_a_time() {
    const PAGE: usize = 60;
    let site = ServedSite::copy();
    let (dataset, number) = large(&site.text("data/catalog.json"));
    site.show(&dataset.to_string());
    let visitor = Visitor::at(&site, "");
    let cards = || visitor.count("main article[data-country]");
    assert_eq!(cards(), PAGE);
    visitor.clicks(Role::Button, &Messages::English.show_more(number - PAGE));
    until(|| (cards() == number).then_some(()).ok_or_else(|| format!("{} cards are shown", cards())));
    let focus_is_in = |place: usize| {
        let is_there = "const card = document.querySelectorAll('main article[data-country]')[arguments[0]];
            return card.contains(document.activeElement)";
        until(|| {
            let is_there: bool = visitor.script(is_there, vec![place.into()]);
            is_there.then_some(()).ok_or_else(|| format!("the focus is elsewhere: {:?}", visitor.focus()))
        });
    };
    focus_is_in(PAGE);

    // A card with very many documents names the first of them, until it is opened.
    let austria = &catalog().countries[0];
    let named = || visitor.count("[data-country=AT] .shortlist li");
    let listed = || visitor.count("[data-country=AT] [id^=item-]");
    assert_eq!((named(), listed()), (catalog::SHORTLIST, 0));
    let extent = Messages::English.extent_of_country(LONG, catalog().videos_of(austria.code).count());
    visitor.clicks(Role::Button, &Messages::English.show_everything(&austria.name, &extent));
    until(|| (listed() == LONG).then_some(()).ok_or_else(|| format!("{} documents are in the page", listed())));
    focus_is_in(0);
    visitor.clicks(Role::Button, &Messages::English.show_less_of(&austria.name));
    until(|| (named() == catalog::SHORTLIST).then_some(()).ok_or_else(|| format!("{} are named", named())));
    focus_is_in(0);
    // Another question begins at the first page again.
    visitor.toggles("video", "1");
    visitor.toggles("video", "1");
    until(|| (cards() == PAGE).then_some(()).ok_or_else(|| format!("{} cards are shown", cards())));

    // What does not fit can be reached, however long the card.
    visitor.open("?kind=law");
    let named_laws = || {
        visitor.script::<Vec<String>>(
        "return [...document.querySelectorAll('[data-country=AT] .shortlist a')].map((link) => link.firstChild.data)",
        vec![],
    )
    };
    assert_eq!(named_laws().len(), LAWS.min(catalog::SHORTLIST));
    visitor.open("?country=at&kind=law");
    until(|| (listed() == LONG).then_some(()).ok_or_else(|| format!("{} documents are in the page", listed())));
}

#[test]
fn the_title_says_what_is_on_the_screen() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let is_called = |address: &str| {
        let expected = Messages::English.title(&e2e::query(address), catalog());
        until(|| {
            let title: String = visitor.script("return document.title", vec![]);
            (title == expected).then_some(()).ok_or_else(|| format!("it is called {title} and not {expected}"))
        });
    };
    let page: String = site.text("index.html");
    assert!(page.contains(&Messages::English.page_title(catalog().countries.len())), "the title stands in the page");
    is_called("");
    visitor.toggles("country", "ie");
    is_called("country=ie");
    visitor.goes_back();
    is_called("");
}

#[test]
fn who_goes_back_from_a_choice_is_where_they_were_far_below_the_list() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    visitor.with_window(1280, 900);
    visitor.script::<()>("[...document.querySelectorAll('#talks .tile')].at(-1).scrollIntoView()", vec![]);
    visitor.waits_for("the place is kept", "return scrollY > 3000 && Math.abs((history.state?.y ?? 0) - scrollY) < 1");
    let before: f64 = visitor.script("return scrollY", vec![]);
    // The filters are in sight there.
    visitor.script::<()>("document.querySelector('input[name=kind][value=law]').click()", vec![]);
    visitor.should_see("kind=law");
    visitor.goes_back();
    visitor.should_see("");
    until(|| {
        let now: f64 = visitor.script("return scrollY", vec![]);
        ((now - before).abs() < 2.0).then_some(()).ok_or_else(|| format!("the page was at {before}, and is at {now}"))
    });
}
