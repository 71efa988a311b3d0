//! Filters, search and order, and what they leave on the page.

use catalog::{Change, Country, Kind, Messages, PlanState, Sort, Status, text};
use e2e::{Key, Role, ServedSite, Visitor, catalog, query, select, today, until};

use crate::lazy::opens_card;

/// The file of the names of countries in other languages.
const NAMES: &str = catalog::site::NAMES;

#[test]
fn every_option_shows_and_leaves_what_the_catalog_selects() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    visitor.should_see("");
    let countries = catalog().countries.iter().map(|country| ("country", country.code.lower()));
    let plans = PlanState::ALL.iter().map(|plan| ("plan", plan.name().to_owned()));
    let kinds = Kind::ALL.iter().map(|kind| ("kind", kind.name().to_owned()));
    let statuses = Status::ALL.iter().map(|status| ("status", status.name().to_owned()));
    for (filter, value) in countries.chain(plans).chain(kinds).chain(statuses).chain([("video", "1".to_owned())]) {
        visitor.toggles(filter, &value);
        visitor.should_see(&format!("{filter}={value}"));
        // What would not go would be seen with the next one.
        visitor.toggles(filter, &value);
    }
    visitor.should_see("");
}

#[test]
fn filters_work_together_and_chips_take_them_out() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    visitor.toggles("kind", "strategy");
    visitor.toggles("kind", "programme");
    visitor.should_see("kind=programme,strategy");
    visitor.toggles("status", "active");
    visitor.should_see("kind=programme,strategy&status=active");
    let adopted = standing(PlanState::InForce, "kind=programme,strategy&status=active");
    visitor.clicks_in(".map", Role::Button, &adopted);
    visitor.should_see("kind=programme,strategy&status=active&plan=in-force");
    visitor.chooses(Messages::English.from(), "2022");
    visitor.should_see("kind=programme,strategy&status=active&plan=in-force&year=2022-");
    visitor.chooses(Messages::English.to(), "2018");
    visitor.should_see("kind=programme,strategy&status=active&plan=in-force&year=2018-2022");
    visitor.toggles("video", "1");
    visitor.should_see("kind=programme,strategy&status=active&plan=in-force&year=2018-2022&video=1");

    // One chip after the other, from the last: each leaves exactly the others.
    let mut left = query("kind=programme,strategy&status=active&plan=in-force&year=2018-2022&video=1");
    while let Some(change) = left.chips(catalog()).last().cloned() {
        let chip = Messages::English.chip(&change, &left, catalog());
        visitor.clicks(Role::Button, &Messages::English.remove_filter(&chip));
        left = left.toggled(&change);
        visitor.should_see(&left.encode());
    }

    visitor.open("?country=fr,ie&q=plan&sort=newest");
    visitor.should_see("country=fr,ie&q=plan&sort=newest");
    visitor.clicks(Role::Button, Messages::English.clear());
    visitor.should_see("sort=newest");
}

#[test]
fn the_answer_in_numbers_leads_to_its_countries() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?country=ie&kind=law");
    for part in Messages::English.answer(&catalog().numbers(today())) {
        if let text::SentencePart::Plan(plan, words) = part {
            visitor.clicks(Role::Link, &words);
            visitor.should_see(&format!("plan={}", plan.name()));
        }
    }
}

#[test]
fn search_finds_beginnings_of_words_without_case_and_diacritics() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let mut typed = String::new();
    for text in ["österreich", "Osterreich", "eesti", "geno strat", "frédérique nowak"] {
        for letter in text.chars() {
            visitor.types(&letter.to_string());
            typed.push(letter);
        }
        visitor.should_see(&with_text(&typed));
        visitor.presses(Key::Escape);
        visitor.should_see("");
        typed.clear();
    }
    let found = select("q=osterreich");
    assert_eq!(found, select("q=%C3%B6sterreich"), "the test's two spellings of Austria");
    assert!(!found.matches.is_empty(), "Austria is found by its own name");
}

#[test]
fn names_in_other_languages_are_fetched_when_the_search_is_used() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    // It would fetch everything.
    visitor.without_workers();
    visitor.open("");
    visitor.should_see("");
    visitor.toggles("kind", "strategy");
    visitor.should_see("kind=strategy");
    assert_eq!(site.times_asked(NAMES), 0, "nobody has searched");
    visitor.script::<()>("document.querySelector('input[type=search]').focus()", vec![]);
    until(|| match site.times_asked(NAMES) {
        1 => Ok(()),
        number => Err(format!("they were asked for {number} times")),
    });
    visitor.types("tanska");
    visitor.should_see("kind=strategy&q=tanska");
    assert_eq!(select("q=tanska").matches.len(), 1, "it is Finnish for Denmark");
    assert_eq!(site.times_asked(NAMES), 1);

    // An address that searches needs no more.
    visitor.open("?q=tanska");
    visitor.should_see("q=tanska");
}

#[test]
fn a_search_works_without_the_names() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.without_workers();
    visitor.tolerates_missing(NAMES);
    site.inject_fault(|path, answer| {
        if path.ends_with(NAMES) {
            answer.status = 503;
        }
    });
    visitor.open("");
    visitor.types("eesti");
    visitor.should_see("q=eesti");
    until(|| (site.times_asked(NAMES) > 0).then_some(()).ok_or_else(|| "nobody asks for the names".to_owned()));
    assert_eq!(visitor.count(".notice"), 0, "nobody misses them");
}

#[test]
fn a_misspelt_word_shows_what_was_meant_and_says_so() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    visitor.types("Denmrk");
    visitor.should_see("q=Denmrk");
    visitor.should_read("[role=status]", "Showing results for “denmark”. 1 country");
    let card = ".cards [data-country=DK]";
    visitor.waits_for("its card is there", "return document.querySelectorAll('.cards [data-country]').length === 1");
    assert_eq!(visitor.count(card), 1);
    visitor.waits_for(
        "what was meant is marked",
        "return [...CSS.highlights.get('search')].some((range) => range.startContainer.data.slice(range.startOffset, range.endOffset) === 'Denmark')",
    );
    // The address and the field keep what was typed.
    assert_eq!(visitor.query(), "q=Denmrk");
    visitor.reload();
    visitor.should_see("q=Denmrk");
    visitor.should_read("[role=status]", "Showing results for “denmark”. 1 country");
}

#[test]
fn it_is_said_what_is_searched() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let help = Messages::English.search_help();
    visitor.should_not_read("#filters", help);
    visitor.clicks_on("#filters summary");
    visitor.should_read("#filters", help);
    let described: String = visitor.script(
        "return document.getElementById(document.querySelector('input[type=search]').getAttribute('aria-describedby')).textContent",
        vec![],
    );
    assert_eq!(described, help);
    visitor.types("zzzz");
    visitor.should_read(".nothing", help);
    visitor.open("?country=ie&kind=law");
    visitor.should_not_read("main", help);
}

#[test]
fn the_count_is_announced_when_the_visitor_has_stopped_typing() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let is_busy = || visitor.count("[role=status][aria-busy=true]") == 1;
    assert!(!is_busy());
    // Looked at in the page itself: however slowly this test types, it is busy whenever the sentence changes.
    visitor.script::<()>(
        "const status = document.querySelector('[role=status]');
        window.wasBusy = [];
        new MutationObserver(() => window.wasBusy.push(status.ariaBusy))
            .observe(status, { childList: true, characterData: true, subtree: true });",
        vec![],
    );
    visitor.types("plan");
    visitor.should_see("q=plan");
    let was_busy: Vec<String> = visitor.script("return window.wasBusy", vec![]);
    assert!(!was_busy.is_empty() && was_busy.iter().all(|busy| busy == "true"), "announced while typing: {was_busy:?}");
    until(|| (!is_busy()).then_some(()).ok_or_else(|| "it is never announced".to_owned()));
    assert_eq!(visitor.count("[role=status]"), 1);
    assert_eq!(visitor.count("input[type=search]"), 1);
}

#[test]
fn nothing_found_shows_the_ways_out() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?country=ie&q=zzzz");
    visitor.should_see("country=ie&q=zzzz");
    visitor.should_read("main", Messages::English.nothing_found());
    visitor.should_read("main", Messages::English.no_video());
    let word = Messages::English.chip(&Change::Text(String::new()), &query("country=ie&q=zzzz"), catalog());
    visitor.clicks_in(".nothing", Role::Button, &Messages::English.remove_filter(&word));
    visitor.should_see("country=ie");
    visitor.should_not_read("main", Messages::English.nothing_found());
}

#[test]
fn a_search_that_only_videos_answer_says_so() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?q=coviello");
    let selection = select("q=coviello");
    assert!(selection.matches.is_empty() && !selection.videos.is_empty(), "the test's word is only in a video");
    visitor.should_see("q=coviello");
    visitor.clicks(Role::Link, &Messages::English.only_videos(selection.videos.len()));
    until(|| (visitor.address().ends_with("#talks")).then_some(()).ok_or_else(|| visitor.address()));
    visitor.should_show("q=coviello");
}

#[test]
fn the_order_is_as_chosen() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    for sort in Sort::ALL.iter().rev() {
        visitor.chooses(Messages::English.sort_by(), Messages::English.sort(*sort));
        visitor.should_see(&format!("sort={}", sort.name()));
    }
}

#[test]
fn a_card_names_documents_that_fit_and_opens_to_all() {
    let site = ServedSite::built();
    // Any country with documents of more than one kind, and another one: a country alone is open.
    let has_others = |country: &&Country, kind| country.resources.iter().any(|resource| resource.kind != kind);
    let of_kind = |kind: Kind| {
        let has = move |country: &&Country| country.resources.iter().any(|resource| resource.kind == kind);
        catalog().countries.iter().filter(has)
    };
    let is_mixed = |kind: &&Kind| of_kind(**kind).count() > 1 && of_kind(**kind).any(|one| has_others(&one, **kind));
    let kind = *Kind::ALL.iter().find(is_mixed).expect("countries have more than one kind of document");
    let country = of_kind(kind).find(|one| has_others(one, kind)).expect("the same");
    let other = of_kind(kind).find(|one| one.code != country.code).expect("the same");
    let mut codes = [country.code.lower(), other.code.lower()];
    codes.sort();
    let address = format!("country={}&kind={}", codes.join(","), kind.name());
    let visitor = Visitor::at(&site, &format!("?{address}"));
    visitor.should_see(&address);
    let card = format!(".cards [data-country={}]", country.code);
    let named = || linked(&visitor, &format!("{card} .shortlist a"));
    let found =
        select(&address).matches.into_iter().find(|found| catalog().countries[found.country].code == country.code);
    let shortlist = country.shortlist(&found.expect("it fits"));
    let expected: Vec<String> = shortlist.iter().map(|at| country.resources[*at].address.as_str().to_owned()).collect();
    assert_eq!(named(), expected, "what the closed card names");
    assert!(shortlist.iter().all(|at| country.resources[*at].kind == kind), "something does not fit");

    opens_card(&visitor, country);
    let mut all: Vec<String> = country.resources.iter().map(|one| format!("item-{}", one.id)).collect();
    all.sort();
    until(|| {
        let shown: Vec<String> = visitor.script(
            "return [...document.querySelectorAll(`${arguments[0]} .resource`)].filter((one) => one.checkVisibility()).map((one) => one.id).sort()",
            vec![card.as_str().into()],
        );
        (shown == all).then_some(()).ok_or_else(|| format!("{shown:?} are shown and should be {all:?}"))
    });
    assert_eq!(named(), [""; 0], "the short list is gone while the card is open");
    visitor.clicks_in(&card, Role::Button, &Messages::English.show_less_of(&country.name));
    visitor.should_see(&address);
    assert_eq!(named(), expected, "the closed card is as before");
    assert_eq!(visitor.count(".card-details"), 0);
}

#[test]
fn a_country_is_picked_by_its_name() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let shown = || -> Vec<String> {
        let options = "return [...document.querySelectorAll('.picker .option')].filter((one) => one.checkVisibility())
            .map((one) => one.querySelector('input').value)";
        visitor.script(options, vec![])
    };
    let chosen = || visitor.script::<String>("return document.querySelector('.picker .chosen').innerText", vec![]);
    assert_eq!(chosen(), Messages::English.any());
    assert_eq!(shown(), [""; 0], "the list is closed");
    visitor.opens_countries();
    assert_eq!(shown().len(), catalog().countries.len());
    // By a name in its own language, and by what begins any of its words.
    let types = |text: &str| visitor.types_into(".picker > input", text);
    types("suo");
    visitor.waits_for("one is left", "return document.querySelectorAll('.picker .option:not([hidden])').length === 1");
    assert_eq!(shown(), ["fi"]);
    types("x");
    visitor.waits_for("nothing is left", "return document.querySelector('.picker > .hint').innerText !== ''");
    visitor.presses(Key::Backspace);
    visitor.presses(Key::Enter);
    visitor.should_see("country=fi");
    assert_eq!(shown().len(), catalog().countries.len(), "the next one can be looked for");
    types("kingdom");
    visitor.presses(Key::Enter);
    visitor.should_see("country=fi,gb");
    assert_eq!(chosen(), "Finland, United Kingdom");
    visitor.toggles("country", "ie");
    visitor.should_see("country=fi,gb,ie");
    assert_eq!(chosen(), "3 chosen");
    // Enter in a field with nothing to look for chooses nothing, and takes nothing out that is chosen.
    for text in [" ", "finland"] {
        types(text);
        visitor.presses(Key::Enter);
    }
    visitor.toggles("plan", "ended");
    visitor.should_see("country=fi,gb,ie&plan=ended");
    // By its name in any language, which is fetched when the field is gone to; a name of its own comes first, so that
    // "den" is no Den tjeckiska republiken.
    types("Allemagne");
    until(|| (shown() == ["de"]).then_some(()).ok_or_else(|| format!("{:?} are found as Allemagne", shown())));
    visitor.presses(Key::Enter);
    visitor.should_see("country=de,fi,gb,ie&plan=ended");
    types("den");
    visitor.presses(Key::Enter);
    visitor.should_see("country=de,dk,fi,gb,ie&plan=ended");
}

#[test]
fn no_more_than_two_scroll_bars_are_inside_each_other() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    visitor.opens_countries();
    let nested = "const scrolls = (one) => one.scrollHeight > one.clientHeight && /auto|scroll/.test(getComputedStyle(one).overflowY);
        return [...document.querySelectorAll('main *')].filter(scrolls).filter((one) => one.parentElement.closest('main *')
            && [...document.querySelectorAll('main *')].some((other) => other !== one && other.contains(one) && scrolls(other)))
            .map((one) => one.className)";
    assert_eq!(visitor.script::<Vec<String>>(nested, vec![]), [""; 0]);
}

/// The addresses of links.
fn linked(visitor: &Visitor, links: &str) -> Vec<String> {
    let read = "return [...document.querySelectorAll(arguments[0])].map((link) => link.getAttribute('href'))";
    visitor.script(read, vec![links.into()])
}

/// The address of a search.
fn with_text(text: &str) -> String {
    query("").toggled(&Change::Text(text.to_owned())).encode()
}

/// The name of the button of a plan status on the first screen.
fn standing(plan: PlanState, address: &str) -> String {
    let facets = select(address).facets;
    format!("{} {}", facets.plans[plan as usize].countries, Messages::English.plan(plan))
}
