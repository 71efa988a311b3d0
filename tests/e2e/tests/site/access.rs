//! Accessibility: axe finds nothing in any state, light and dark, on a phone and on a desk.

use catalog::text;
use e2e::{Role, Site, Visitor, catalog, until};

const PHONE: (u32, u32) = (390, 844);
const DESK: (u32, u32) = (1280, 900);

/// Every state of the page that is reached by a visitor, in every look.
fn check(visitor: &Visitor, state: &str) {
    for (width, height) in [PHONE, DESK] {
        visitor.with_window(width, height);
        for colours in ["light", "dark"] {
            visitor.with_colours(colours);
            check_look(visitor, &format!("{state}, {width} px, {colours}"));
        }
    }
}

fn check_look(visitor: &Visitor, look: &str) {
    let found: Vec<String> = visitor.violations().iter().map(ToString::to_string).collect();
    assert!(found.is_empty(), "{look}:\n{}", found.join("\n"));
}

#[test]
fn the_whole_page() {
    let site = Site::built();
    let visitor = Visitor::at(&site, "");
    check(&visitor, "default");
}

#[test]
fn filtered_unknown_and_nothing_found() {
    let site = Site::built();
    let visitor = Visitor::at(&site, "?country=ie,fr&kind=strategy&status=active&novel=1");
    check(&visitor, "filtered, with a note");
    visitor.open("?country=ie&q=zzzz");
    check(&visitor, "nothing found");
    visitor.open("?country=mt,ie");
    visitor.with_window(PHONE.0, PHONE.1);
    visitor.clicks(Role::Button, &text::filters_button(2));
    check(&visitor, "filters open");
}

#[test]
fn details_open() {
    let site = Site::built();
    let visitor = Visitor::at(&site, "?country=gb,bg");
    visitor.script::<()>("document.querySelectorAll('details').forEach((details) => { details.open = true; })", vec![]);
    check(&visitor, "details open");
}

#[test]
fn a_player_open_and_no_network() {
    let site = Site::built();
    let video = &catalog().videos[0];
    let visitor = Visitor::at(&site, &format!("?country={}", video.countries[0].lower()));
    visitor.clicks_in("#talks", Role::Button, &text::play(video));
    until(|| (visitor.count("iframe") == 1).then_some(()).ok_or_else(|| "no player".to_owned()));
    check(&visitor, "player open");
    assert_eq!(visitor.takes_note_of_requests_to_others(), [video.media.frame_address()]);
    visitor.with_network(false);
    visitor.should_read(".notices", text::OFFLINE);
    check(&visitor, "no network");
}

#[test]
fn no_dataset() {
    let site = Site::copy();
    site.remove("data/catalog.json");
    let visitor = Visitor::of(&site);
    visitor.tolerates_missing("data/catalog.json");
    visitor.open_whatever_comes("");
    visitor.should_find("main", Role::Button, text::RETRY);
    check(&visitor, "no dataset");
}

#[test]
fn a_chosen_theme() {
    let site = Site::built();
    let visitor = Visitor::at(&site, "?country=ie");
    for (theme, system) in [(text::THEME_DARK, "light"), (text::THEME_LIGHT, "dark")] {
        visitor.with_colours(system);
        visitor.chooses(text::THEME, theme);
        check_look(&visitor, &format!("{theme} although the system is {system}"));
    }
}

#[test]
fn nothing_is_wider_than_the_window() {
    let site = Site::built();
    let visitor = Visitor::at(&site, "");
    visitor.script::<()>("document.querySelectorAll('details').forEach((details) => { details.open = true; })", vec![]);
    for width in [320, PHONE.0, 768, DESK.0, 1920] {
        visitor.with_window(width, 800);
        let (page, wide): (u32, Vec<String>) = visitor.script(
            "const width = document.documentElement.clientWidth;
            const isWide = (node) => node.getBoundingClientRect().right > width + 1 && node.checkVisibility();
            const wide = [...document.querySelectorAll('body *')].filter(isWide).slice(0, 5).map((node) => node.outerHTML.slice(0, 200));
            return [document.documentElement.scrollWidth, wide]",
            vec![],
        );
        assert!(page <= width, "the page is {page} px wide in a window of {width} px: {}", wide.join("\n"));
    }
}
