//! The answer is that of the visitor's day, whatever day the page was made on.

use catalog::Messages;
use catalog::text::SentencePart;
use catalog::{Change, CountryCode, PartialDate, PlanState, Query};
use e2e::{Role, ServedSite, Visitor, catalog, query, until};

/// A visitor whose clock says that it is noon of that day.
fn visitor_on(site: &ServedSite, day: &str) -> (Visitor, PartialDate) {
    let visitor = Visitor::of(site);
    visitor.before_each_page(&format!(
        "const Real = Date;
         globalThis.Date = class extends Real {{
           constructor(...given) {{ given.length ? super(...given) : super('{day}T12:00:00'); }}
         }};"
    ));
    (visitor, PartialDate::parse_day(day).expect("it is a day"))
}

fn answer(day: PartialDate) -> String {
    let words = |part| match part {
        SentencePart::Words(words) | SentencePart::Plan(_, words) => words,
    };
    Messages::English.answer(&catalog().numbers(day)).into_iter().map(words).collect()
}

fn sentence(address: &str, day: PartialDate) -> String {
    let query = query(address);
    Messages::English.result(&query, &catalog().select(&query, day), catalog())
}

/// Waits for words in a part of the page, which may be out of sight.
fn should_have(visitor: &Visitor, part: &str, words: &str) {
    until(|| match visitor.contents(part) {
        contents if contents.contains(words) => Ok(()),
        contents => Err(format!("{words:?} is not in {part}: {contents}")),
    });
}

#[test]
fn the_page_answers_for_the_visitors_day() {
    let site = ServedSite::built();
    // The last day of a plan, the day after it, a leap day, and years later.
    for day in ["2025-12-31", "2026-01-01", "2028-02-29", "2030-12-31", "2031-01-01"] {
        let (visitor, today) = visitor_on(&site, day);
        visitor.open("");
        visitor.should_read(".answer .sentence", &answer(today));
        for country in &catalog().countries {
            let badge = format!("article[data-country={}] .badge", country.code);
            should_have(&visitor, &badge, Messages::English.plan(country.plan_state(today)));
        }
        for address in ["now=1", "year=2026", "plan=ended", "plan=in-force&now=1&kind=strategy", "status=active&now=1"]
        {
            visitor.open(&format!("?{address}"));
            visitor.should_read("[role=status]", &sentence(address, today));
        }
    }
}

#[test]
fn a_plan_ends_with_its_last_day() {
    let (_, denmark) = catalog().country(CountryCode::parse("DK").expect("Denmark")).expect("it is there");
    let site = ServedSite::built();
    for (day, expected) in [("2027-12-31", PlanState::InForce), ("2028-01-01", PlanState::Ended)] {
        let (visitor, today) = visitor_on(&site, day);
        assert_eq!(denmark.plan_state(today), expected);
        visitor.open("dk/");
        visitor.should_read(".card > header .badge", Messages::English.plan(expected));
        let plan: String = visitor.script("return document.querySelector('.country > .card').dataset.plan", vec![]);
        assert_eq!(plan, expected.name());
    }
}

/// A page that stays open over night answers for the new day when it is shown again, the timeline too.
#[test]
fn an_open_page_follows_the_day() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.before_each_page(
        "globalThis.noon = '2027-12-31T12:00:00';
         const Real = Date;
         globalThis.Date = class extends Real {
           constructor(...given) { given.length ? super(...given) : super(globalThis.noon); }
         };",
    );
    let days = ["2027-12-31", "2028-01-01"].map(|day| PartialDate::parse_day(day).expect("it is a day"));
    for address in ["country=dk", "country=dk&view=timeline"] {
        visitor.open(&format!("?{address}"));
        let part = if address.contains("timeline") { ".timeline" } else { ".card" };
        let [active, over] = days.map(|day| {
            let (_, country) = catalog().country(CountryCode::parse("DK").expect("Denmark")).expect("it is there");
            let plan = country.plans().next().expect("it has a plan");
            Messages::English.status_today(plan, day)
        });
        assert_ne!(active, over);
        should_have(&visitor, part, active);
        assert!(!visitor.contents(part).contains(over), "{part}");
        visitor.should_read(".answer .sentence", &answer(days[0]));
        visitor.script::<()>(
            "globalThis.noon = '2028-01-01T12:00:00'; document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))",
            vec![],
        );
        should_have(&visitor, part, over);
        visitor.should_read(".answer .sentence", &answer(days[1]));
    }
}

/// A page that is sent speaks of the dataset's day, never of the build's or the visitor's clock.
#[test]
fn what_is_sent_speaks_of_the_datasets_day() {
    let site = ServedSite::built();
    let (visitor, _) = visitor_on(&site, "2040-07-01");
    visitor.without_scripts();
    visitor.open_whatever_comes("");
    visitor.should_read(".answer .sentence", &answer(catalog().version));
}

#[test]
fn each_number_of_the_answer_is_a_filter_and_together_they_are_all_countries() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let numbers = catalog().numbers(e2e::today());
    assert_eq!(numbers.plans.iter().sum::<usize>(), catalog().countries.len());
    for part in Messages::English.answer(&numbers) {
        let SentencePart::Plan(state, words) = part else { continue };
        visitor.open("");
        visitor.clicks_in(".answer", Role::Link, &words);
        let asked = Query::default().toggled(&Change::Plan(state)).encode();
        visitor.should_see(&asked);
        assert_eq!(e2e::select(&asked).matches.len(), numbers.plans[state as usize], "{words}");
    }
}

#[test]
fn an_old_address_for_adopted_plans_keeps_its_meaning() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?plan=adopted");
    let adopted = catalog().countries.iter().filter(|country| country.plan_status == catalog::PlanStatus::Adopted);
    assert_eq!(visitor.count("article[data-country]"), adopted.count());
    assert_eq!(visitor.query(), "plan=adopted");
    visitor.clicks(Role::Button, &Messages::English.remove_filter(Messages::English.plan(PlanState::InForce)));
    visitor.should_see("plan=ended");
}

#[test]
fn a_country_begins_with_its_plan() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    for country in &catalog().countries {
        visitor.open(&format!("{}/", country.code.lower()));
        let plans: Vec<_> = country.plans().collect();
        let part = ".card-details .plan";
        assert_eq!(visitor.count(part), usize::from(!plans.is_empty()), "{}", country.name);
        for plan in plans {
            should_have(&visitor, part, &plan.title);
            should_have(&visitor, part, &Messages::English.plan_today(plan, e2e::today()));
        }
    }
}

#[test]
fn what_is_across_europe_fits_filters_and_has_addresses() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let shown = |visitor: &Visitor| visitor.count("#europe > ul > li:not([hidden])");
    assert_eq!(shown(&visitor), catalog().europe.len());
    for address in ["kind=roadmap", "now=1", "year=2018", "q=edic", "country=ie", "plan=in-force", "video=1"] {
        visitor.open(&format!("?{address}"));
        let fits = e2e::select(address).europe.len();
        // What is below the first screen follows when it reacts already.
        until(|| match shown(&visitor) {
            shown if shown == fits => Ok(()),
            shown => Err(format!("{shown} are shown under {address} and should be {fits}")),
        });
        assert_eq!(visitor.count("#europe > .no-document:not([hidden])"), usize::from(fits == 0), "{address}");
    }
    for entry in &catalog().europe {
        visitor.open(&format!("?item={}", entry.id));
        until(|| match visitor.count(&format!("#item-{}[data-here]", entry.id)) {
            1 => Ok(()),
            _ => Err(format!("{} is not marked", entry.id)),
        });
    }
}
