//! The list of countries: short cards that can be taken in, each opened and closed in its place.

use catalog::{Country, Messages, PlanState, Selection, Sort};
use e2e::{Role, ServedSite, Visitor, catalog, country, match_of, select, today, until};
use serde::Deserialize;

use crate::cards::{missing_in_card, tidy};

/// A closed card as it is on the screen.
#[derive(Debug, PartialEq, Eq, Deserialize)]
struct ShortCard {
    country: String,
    flag: String,
    name: String,
    page: String,
    plan: String,
    years: String,
    overview: String,
    /// Address, title and years of each document.
    documents: Vec<(String, String, String)>,
    button: String,
    button_name: String,
    is_expanded: String,
    /// Whether there is more that belongs to an opened card.
    has_details: bool,
}

const READ_SHORT: &str = "
const tidy = (node) => (node?.checkVisibility() ? node.innerText : '').replace(/\\s+/g, ' ').trim();
return [...document.querySelectorAll('.cards > article.card')].map((card) => {
  const one = (selector) => card.querySelector(selector);
  return {
    country: card.dataset.country,
    flag: one('.card-header .flag use').getAttribute('href'),
    name: tidy(one('.card-header h3.card-name a')),
    page: one('.card-name a').href,
    plan: tidy(one('.badge > .icon + span')),
    years: tidy(one('.badge .plan-years')),
    overview: tidy(one('p.overview')),
    documents: [...card.querySelectorAll('ul.shortlist > li')].map((line) =>
      [line.querySelector('a').getAttribute('href'), line.querySelector('a').firstChild.data, tidy(line.querySelector('.meta'))]),
    button: tidy(one('button.card-toggle')),
    button_name: one('button.card-toggle').ariaLabel ?? '',
    is_expanded: one('button.card-toggle').ariaExpanded ?? '',
    has_details: one('.card-details') !== null || card.dataset.open !== undefined,
  };
});";

/// What the short card of a country has to show of a selection.
fn short_card(site: &ServedSite, selection: &Selection, country: &Country) -> ShortCard {
    let plan = country.plan_state(today());
    let of_plan = country.plans().next().filter(|_| matches!(plan, PlanState::InForce | PlanState::Ended));
    let documents = country.shortlist(&match_of(selection, country)).into_iter().map(|at| {
        let one = &country.resources[at];
        (one.address.as_str().to_owned(), one.title.to_string(), Messages::English.when(one.year, one.period))
    });
    let extent =
        Messages::English.extent_of_country(country.resources.len(), catalog().videos_of(country.code).count());
    ShortCard {
        country: country.code.to_string(),
        flag: format!("#flag-{}", country.code.lower()),
        name: country.name.to_string(),
        page: format!("{}{}/", site.address(), country.code.lower()),
        plan: Messages::English.plan(plan).to_owned(),
        years: of_plan.map(|plan| Messages::English.when(plan.year, plan.period)).unwrap_or_default(),
        overview: tidy(country.first_sentence()),
        documents: documents.map(|(address, title, years)| (address, title, tidy(&years))).collect(),
        button_name: Messages::English.show_everything(&country.name, &extent),
        button: extent,
        is_expanded: "false".to_owned(),
        has_details: false,
    }
}

#[test]
fn a_short_card_says_where_a_country_stands_and_names_at_most_three_documents_that_fit() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    for address in ["", "kind=programme,report", "now=1", "q=genom&sort=newest"] {
        visitor.open(&format!("?{address}"));
        visitor.should_see(address);
        let selection = select(address);
        let cards: Vec<ShortCard> = visitor.script(READ_SHORT, vec![]);
        let expected = selection.matches.iter().map(|found| &catalog().countries[found.country]);
        for (card, country) in cards.iter().zip(expected) {
            assert_eq!(*card, short_card(&site, &selection, country), "?{address}");
        }
        assert_eq!(cards.len(), selection.matches.len());
        // What the list itself must hold, whatever the core thinks of it.
        for (found, card) in selection.matches.iter().zip(&cards) {
            let country = &catalog().countries[found.country];
            let number = if found.fits.is_empty() { country.resources.len() } else { found.fits.len() };
            assert_eq!(card.documents.len(), number.min(3), "{} under ?{address}", country.name);
            let of_plan = country
                .plans()
                .find(|plan| found.fits.is_empty() || found.fits.iter().any(|at| country.resources[*at].id == plan.id));
            if let Some(plan) = of_plan {
                assert_eq!(card.documents[0].1, *plan.title, "the plan of {} is not the first", country.name);
            }
        }
    }
}

#[test]
fn a_card_opens_in_its_place_and_is_short_again_when_it_is_closed() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?kind=strategy");
    let (ireland, denmark) = (country("IE"), country("DK"));
    assert_eq!(visitor.count("article[data-open], .card-details"), 0, "a card is open already");
    visitor.opens_card(ireland);
    visitor.should_see("kind=strategy");
    assert_eq!(visitor.count(".cards > [data-country=IE][data-open] > .card-details#details-ie"), 1);
    // It has all the width, and nothing twice.
    let (card, list): (f64, f64) = visitor.script(
        "const width = (selector) => document.querySelector(selector).getBoundingClientRect().width;
        return [width('.cards > [data-country=IE]'), width('.cards')]",
        vec![],
    );
    assert!(card > list - 2.0, "the opened card is {card} px of {list} px wide");
    assert_eq!(visitor.count(".cards > [data-country=IE] > :is(.overview, .shortlist)"), 0);
    // Everything, also what does not fit the filter.
    let missing = missing_in_card(&visitor, ireland);
    assert!(missing.is_empty(), "these are missing:\n{}", missing.join("\n"));
    // Another one beside it; one is closed, and the other stays.
    visitor.opens_card(denmark);
    visitor.closes_card(ireland);
    assert_eq!(visitor.count("article[data-open]"), 1);
    visitor.closes_card(denmark);
    visitor.should_see("kind=strategy");
    assert_eq!(visitor.count("article[data-open], .card-details"), 0);
    // It opens no page and makes no step of the history.
    assert_eq!(visitor.query(), "kind=strategy");
}

#[test]
fn a_country_alone_is_whole_and_has_no_button() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    let has_button = || {
        visitor.script::<bool>(
            "return [...document.querySelectorAll('.card-toggle')].some((node) => node.checkVisibility())",
            vec![],
        )
    };
    for country in [country("IE"), country("PL")] {
        let address = format!("country={}", country.code.lower());
        visitor.open(&format!("?{address}"));
        visitor.should_see(&address);
        let missing = missing_in_card(&visitor, country);
        assert!(missing.is_empty(), "these are missing:\n{}", missing.join("\n"));
        assert!(!has_button(), "there is a button to open what is open");
    }
    // With another one beside it, both are short, and each has its button.
    visitor.toggles("country", "ie");
    visitor.should_see("country=ie,pl");
    assert!(has_button());
    assert_eq!(visitor.count("article[data-open]"), 0);
    visitor.toggles("country", "pl");
    visitor.should_see("country=ie");
    assert!(!has_button());
}

/// Heights of the list and of the page, in pixels, where nothing is filtered: a list must be taken in.
const HEIGHTS: [((u32, u32), f64, f64); 2] = [((390, 844), 4000.0, 12_000.0), ((1280, 900), 3200.0, 7500.0)];

/// How many screens of a phone may be before the first card.
const SCREENS_BEFORE_CARDS: f64 = 1.3;

#[test]
fn the_list_of_all_countries_can_be_taken_in() {
    assert!(catalog().countries.len() >= 31, "the limits are for as many countries");
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    let mut wrong = Vec::new();
    for ((width, height), longest_list, longest_page) in HEIGHTS {
        let mut check =
            |is_right: bool, what: String| wrong.extend((!is_right).then(|| format!("{what} at {width} px")));
        visitor.with_window(width, height);
        visitor.open("");
        visitor.should_see("");
        visitor.waits_for_map();
        let (list, page): (f64, f64) = visitor.script(
            "return [document.querySelector('.cards').getBoundingClientRect().height, document.documentElement.scrollHeight]",
            vec![],
        );
        let first: f64 = visitor
            .script("return document.querySelector('.cards > .card').getBoundingClientRect().top + scrollY", vec![]);
        assert!(list > 500.0, "the list at {width} px is only {list} px high");
        check(list <= longest_list, format!("the list is {list} px high"));
        check(page <= longest_page, format!("the page is {page} px high"));
        if width < 768 {
            check(first <= SCREENS_BEFORE_CARDS * f64::from(height), format!("the first card begins at {first} px"));
        }
        // A map is there at once, above the first card or beside it, and large enough to see something.
        let (top, map_height, is_seen): (f64, f64, bool) = visitor.script(
            "const map = document.querySelector('.map-figure svg'), box = map.getBoundingClientRect();
            return [box.top + scrollY, box.height, map.checkVisibility()]",
            vec![],
        );
        check(is_seen && map_height > 100.0, format!("the map is {map_height} px high"));
        check(
            top + map_height <= first + 1.0,
            format!("the map ends at {} px and the first card begins at {first} px", top + map_height),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// On a desk, everything begins on the first screen: the answer, the search, the map, and the first row of countries; and
/// so does what another view shows.
#[test]
fn the_first_screen_has_the_answer_the_search_the_map_and_the_first_countries() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.with_window(1280, 800);
    visitor.open("");
    visitor.waits_for_map();
    let box_of = |selector: &str| -> (f64, f64) {
        visitor.script(
            "const box = document.querySelector(arguments[0]).getBoundingClientRect(); return [box.top + scrollY, box.bottom + scrollY]",
            vec![selector.into()],
        )
    };
    for whole in [".answer .sentence", "input[type=search]", ".picker", "[data-filter=plan]", ".map"] {
        let (_, end) = box_of(whole);
        assert!(end <= 800.0, "{whole} ends at {end} px");
    }
    let (first, _) = box_of(".cards > .card .card-name");
    assert!(first <= 760.0, "the name of the first country begins at {first} px");
    let is_introduced =
        || visitor.script::<bool>("return document.querySelector('.introduction').checkVisibility()", vec![]);
    assert!(is_introduced());
    for (view, shown) in
        [("map", ".map-figure"), ("timeline", ".timeline"), ("table", "table"), ("compare", ".results-list")]
    {
        visitor.open(&format!("?view={view}"));
        visitor.should_see(&format!("view={view}"));
        visitor.waits_for(view, &format!("return document.querySelector('{shown}')?.checkVisibility() ?? false"));
        assert!(!is_introduced(), "{view}");
        let (top, _) = box_of(shown);
        assert!(top <= 400.0, "{view} begins at {top} px");
    }
}

/// A player and the focus stay in the same element, which is neither made anew nor moved, while other orders and
/// filters bring other cards before and after it.
#[test]
fn a_player_and_the_focus_stay_while_the_cards_around_them_change() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let video = &catalog().videos[0];
    let own = catalog().country(video.countries[0]).expect("it is there").1;
    let card = format!(".cards [data-country={}]", own.code);
    visitor.opens_card(own);
    visitor.clicks_in(&card, Role::Button, &Messages::English.play(video));
    until(|| (visitor.count(&format!("{card} iframe")) == 1).then_some(()).ok_or_else(|| "no player".to_owned()));
    visitor.script::<()>("window.player = document.querySelector('iframe')", vec![]);
    let changes = |visitor: &Visitor| {
        for address in ["sort=documents", "sort=newest", "", "plan=adopted"] {
            goes_to(visitor, address, own);
        }
    };
    changes(&visitor);
    // The player has the focus, too.
    let stays = "return [document.querySelector('iframe') === window.player, document.activeElement === window.player]";
    assert_eq!(visitor.script::<(bool, bool)>(stays, vec![]), (true, true), "the same player, with the focus");
    assert_eq!(visitor.waits_for_requests_to_others(), [video.media.frame_address()], "it was loaded again");
    visitor.clicks_in(&card, Role::Button, &Messages::English.close_player_named(&video.title));

    // Alone, the focus stays too, in an opened card and in a short one.
    for inner in [".documents a.out", ".card-name a"] {
        visitor.open("");
        visitor.opens_card(own);
        visitor.script::<()>(
            "window.focused = document.querySelector(arguments[0]); focused.focus()",
            vec![format!("{card} {inner}").into()],
        );
        changes(&visitor);
        let stays = "return document.activeElement === window.focused";
        assert!(visitor.script::<bool>(stays, vec![]), "the focus is lost from {inner}: {:?}", visitor.focus());
    }
}

/// Goes there as Back and Forward do, which leave the focus where it is, if the country is still found.
fn goes_to(visitor: &Visitor, address: &str, own: &Country) {
    assert!(select(address).matches.iter().any(|found| catalog().countries[found.country].code == own.code));
    visitor.script::<()>(
        "history.pushState(null, '', arguments[0] ? `?${arguments[0]}` : location.pathname);
        dispatchEvent(new PopStateEvent('popstate'))",
        vec![address.into()],
    );
    visitor.should_see(address);
}

#[test]
fn the_cards_that_a_window_shows_come_first_and_all_others_follow() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.with_window(1280, 600);
    visitor.open("");
    visitor.waits_until_whole();
    // What the list holds when it has just changed, and is not on the screen yet.
    let count_at_next_change = || {
        visitor.script::<()>(
            "window.counted = new Promise((resolve) => new MutationObserver((_, observer) => {
                observer.disconnect();
                resolve(document.querySelectorAll('.cards > .card').length);
            }).observe(document.querySelector('.cards'), { childList: true }))",
            vec![],
        );
    };
    let counted = || visitor.promise::<usize>("return await window.counted", vec![]);
    let sort_by = |sort| visitor.chooses(Messages::English.sort_by(), Messages::English.sort(sort));
    count_at_next_change();
    sort_by(Sort::Documents);
    let at_first = counted();
    assert!((4..=12).contains(&at_first), "{at_first} cards come first in a window of 600 px");
    visitor.should_see("sort=documents");
    // Who goes back finds the page as high as it was, at once.
    count_at_next_change();
    visitor.goes_back();
    assert_eq!(counted(), catalog().countries.len());
    visitor.should_see("");
    // A card that is open stays as it is, wherever it is.
    let last = &catalog().countries[catalog().countries.len() - 1];
    visitor.opens_card(last);
    let card = format!(".card[data-country={}]", last.code);
    visitor.script::<()>("document.querySelector(arguments[0]).isSame = true", vec![card.clone().into()]);
    count_at_next_change();
    sort_by(Sort::Newest);
    counted();
    let is_same = "return document.querySelector(arguments[0])?.isSame === true";
    assert!(visitor.script::<bool>(is_same, vec![card.into()]), "the card that was open is another");
    visitor.should_see("sort=newest");
}
