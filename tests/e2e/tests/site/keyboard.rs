//! The whole page by keyboard alone, with the focus always to be seen.

use catalog::table::Column;
use catalog::timeline::{Grouping, groups};
use catalog::{Change, Messages, View};
use e2e::{Focus, Key, ServedSite, Visitor, catalog, country, query, select, today, until};

use crate::cards::missing_in_card;

/// More stops than a page with one country has.
const MANY: usize = 300;

/// Where the focus is in the order of the page.
const PLACE: &str = "return [...document.querySelectorAll('*')].indexOf(document.activeElement)";

#[test]
fn a_journey_by_keyboard_alone() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");

    // Past the header.
    visitor.presses(Key::Tab);
    assert_eq!(focus(&visitor).name, Messages::English.skip());
    visitor.presses(Key::Enter);
    until(|| is_in(&visitor, "#results"));

    // Back to the filters, which stand before the results.
    visitor.open("");
    let country = &catalog().countries[3];
    tab_to(&visitor, "searchbox", Messages::English.search());
    for letter in country.name.chars() {
        visitor.presses_letter(letter);
    }
    let searched = query("").toggled(&Change::Text(country.name.to_string()));
    visitor.should_see(&searched.encode());
    let counts = catalog().select(&searched, today()).facets.countries;
    let option = format!("{} {}", country.name, Messages::English.option_count(counts[3].documents, true));
    // The countries are in a list that opens.
    let list = format!("{} {}", Messages::English.filter_country(), Messages::English.any());
    go(&visitor, &list, |focus| focus.name == list);
    visitor.presses(Key::Enter);
    tab_to(&visitor, "checkbox", &option);
    visitor.presses(Key::Space);
    let chosen = searched.toggled(&Change::Country(country.code));
    visitor.should_see(&chosen.encode());
    assert_eq!(focus(&visitor).name, option, "the focus stays on what was pressed");

    // A chip goes, and the focus is not lost.
    tab_to(
        &visitor,
        "button",
        &Messages::English.remove_filter(&Messages::English.chip(&Change::Text(String::new()), &chosen, catalog())),
    );
    visitor.presses(Key::Enter);
    visitor.should_see(&format!("country={}", country.code.lower()));
    until(|| is_in(&visitor, ":is(#results, #results *)"));

    // Where facts were seen is folded, and opens and closes. A disclosure has no computed role in the standard.
    let sources = Messages::English.card_sources(country.overview_sources.len() + country.declaration.sources.len());
    go(&visitor, &sources, |focus| focus.name == sources);
    visitor.presses(Key::Enter);
    until(|| (visitor.count("article details[open]") == 1).then_some(()).ok_or_else(|| "it does not open".to_owned()));
    visitor.presses(Key::Space);
    until(|| (visitor.count("article details[open]") == 0).then_some(()).ok_or_else(|| "it does not close".to_owned()));
}

#[test]
fn a_card_is_opened_and_closed_by_keyboard() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?country=at,dk");
    let country = country("DK");
    let extent =
        Messages::English.extent_of_country(country.resources.len(), catalog().videos_of(country.code).count());
    let (open, close) =
        (Messages::English.show_everything(&country.name, &extent), Messages::English.show_less_of(&country.name));
    let button = "return document.activeElement.ariaExpanded";
    for key in [Key::Enter, Key::Space] {
        tab_to(&visitor, "button", &open);
        assert_eq!(visitor.script::<String>(button, vec![]), "false");
        visitor.presses(key.clone());
        until(|| {
            let missing = missing_in_card(&visitor, country);
            missing.is_empty().then_some(()).ok_or_else(|| format!("these are missing:\n{}", missing.join("\n")))
        });
        assert_eq!(focus(&visitor).name, close, "the focus stays on what was pressed");
        assert_eq!(visitor.script::<String>(button, vec![]), "true");
        // What it has brought comes next.
        visitor.presses(Key::Tab);
        let is_within = "return document.activeElement.closest('#details-dk') !== null";
        assert!(visitor.script::<bool>(is_within, vec![]), "after the button comes {:?}", focus(&visitor));
        visitor.presses_with_shift(Key::Tab);
        assert_eq!(focus(&visitor).name, close);
        visitor.presses(key);
        until(|| match visitor.count(".card-details") {
            0 => Ok(()),
            _ => Err("the card stays open".to_owned()),
        });
        assert_eq!(focus(&visitor).name, open, "the focus stays on what was pressed");
    }
}

#[test]
fn the_views_are_gone_through_by_keyboard() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?country=ie");
    tab_to(&visitor, "link", Messages::English.view(View::Timeline));
    visitor.presses(Key::Enter);
    visitor.should_see("country=ie&view=timeline");
    assert_eq!(focus(&visitor).name, Messages::English.view(View::Timeline), "the focus stays on what was pressed");
    tab_to(&visitor, "combobox", Messages::English.group_by());
    visitor.presses(Key::Down);
    let selection = select("country=ie");
    let (_, bars) = groups(catalog(), &selection, Grouping::Kind, usize::MAX).remove(0);
    let (_, first) = bars[0].resolve(catalog());
    // Years by buttons; the focus stays there.
    tab_to(&visitor, "button", Messages::English.zoom_in());
    visitor.presses(Key::Space);
    until(|| if visitor.query().contains("year=") { Ok(()) } else { Err("no years are chosen".to_owned()) });
    assert_eq!(focus(&visitor).name, Messages::English.zoom_in());
    tab_to(&visitor, "button", Messages::English.all_years());
    visitor.presses(Key::Enter);
    visitor.should_see("country=ie&view=timeline");
    go(&visitor, &first.title, |focus| focus.role == "link" && focus.name.starts_with(&*first.title));
    visitor.presses(Key::Enter);
    visitor.should_see(&format!("country=ie&item={}", first.id));
    until(|| is_in(&visitor, &format!("#item-{}", first.id)));

    // A table's heads are buttons.
    visitor.open("?country=ie&view=table");
    tab_to(&visitor, "button", Messages::English.column(Column::Years));
    visitor.presses(Key::Space);
    until(|| match visitor.count("th[aria-sort=ascending]") {
        1 => Ok(()),
        _ => Err("the table is in no order".to_owned()),
    });
    // The comparison takes and leaves countries.
    visitor.open("?country=ie&view=compare");
    tab_to(&visitor, "combobox", Messages::English.add_country());
    visitor.presses_letter('D');
    until(|| if visitor.query() == "country=ie&view=compare" { Err("none is added".to_owned()) } else { Ok(()) });
    tab_to(&visitor, "button", &Messages::English.leave_out("Ireland"));
    visitor.presses(Key::Enter);
    until(|| if visitor.query().contains(",ie") { Err("Ireland is still there".to_owned()) } else { Ok(()) });
}

#[test]
fn a_video_is_played_and_closed_by_keyboard() {
    let site = ServedSite::built();
    let video = &catalog().videos[0];
    let visitor = Visitor::at(&site, &format!("?country={}", video.countries[0].lower()));
    tab_to(&visitor, "button", &Messages::English.play(video));
    visitor.presses(Key::Enter);
    until(|| is_in(&visitor, "iframe"));
    assert_eq!(visitor.waits_for_requests_to_others(), [video.media.frame_address()]);
    // Out of the player, forwards, stands what can be done with it.
    tab_to(&visitor, "button", &Messages::English.close_player_named(&video.title));
    visitor.presses(Key::Space);
    until(|| (visitor.count("iframe") == 0).then_some(()).ok_or_else(|| "the player stays".to_owned()));
    assert_eq!(focus(&visitor).name, Messages::English.play(video), "the focus is back where it came from");
}

#[test]
fn the_focus_is_seen_at_every_stop_and_goes_in_the_order_of_the_page() {
    let site = ServedSite::built();
    let country = catalog().countries[0].code.lower();
    let visitor = Visitor::at(&site, &format!("?country={country}"));
    let mut last = 0;
    for _ in 0..MANY {
        visitor.presses(Key::Tab);
        let place: usize = visitor.script(PLACE, vec![]);
        // After the last stop comes the browser itself, then the first one again.
        if place <= last {
            assert!(last > 0, "there is no stop at all");
            return;
        }
        last = place;
        let focus = focus(&visitor);
        assert!(!focus.name.is_empty(), "a stop has no name: {focus:?}");
    }
    panic!("the page has no end");
}

/// The focus, which must be visible.
fn focus(visitor: &Visitor) -> Focus {
    let focus = visitor.focus();
    assert!(focus.is_visible, "it cannot be seen that this has the focus: {focus:?}");
    focus
}

fn tab_to(visitor: &Visitor, role: &str, name: &str) {
    go(visitor, &format!("{role} \"{name}\""), |focus| focus.role == role && focus.name == name);
}

fn go(visitor: &Visitor, what: &str, is_it: impl Fn(&Focus) -> bool) {
    let mut names = Vec::new();
    for _ in 0..MANY {
        let focus = visitor.focus();
        if is_it(&focus) {
            assert!(focus.is_visible, "it cannot be seen that this has the focus: {focus:?}");
            return;
        }
        let name = format!("{} \"{}\"", focus.role, focus.name);
        // The first stop again: that was the whole page.
        if focus.name == Messages::English.skip() && names.contains(&name) {
            break;
        }
        names.push(name);
        visitor.presses(Key::Tab);
    }
    panic!("Tab does not come to {what}, only to:\n{}", names.join("\n"));
}

fn is_in(visitor: &Visitor, selector: &str) -> Result<(), String> {
    let is: bool = visitor.script("return document.activeElement.matches(arguments[0])", vec![selector.into()]);
    if is { Ok(()) } else { Err(format!("the focus is not in {selector}: {:?}", visitor.focus())) }
}
