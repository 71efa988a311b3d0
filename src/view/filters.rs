//! The filters: native controls, each option with what it would leave.

use std::cell::{OnceCell, RefCell};

use catalog::text;
use catalog::{Change, Count, CountryCode, Facets, Kind, Period, PlanState, Query, Status, Year};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::dom::{self, El, Scroll, button, class, effect, el, focus, focus_next, next_frame, select};
use super::icon::{self, Icon};
use super::page::{RESULTS_TITLE, return_to_results};
use crate::app::{App, Page};
use crate::small::small;

/// The id of the button that opens the filters where there is little room.
const OPEN_BUTTON: &str = "filters-button";

/// One option of a filter.
struct Choice {
    change: Change,
    value: String,
    label: String,
    flag: Option<CountryCode>,
    meaning: Option<&'static str>,
}

/// The search and the filters.
pub(super) fn filters(app: App) -> El {
    let (open, set_open) = small(false);
    let active = move || app.query.with(|query| query.chips().len());
    let countries = app.catalog.countries.iter().map(|country| Choice {
        change: Change::Country(country.code),
        value: country.code.lower(),
        label: country.name.to_string(),
        flag: Some(country.code),
        meaning: None,
    });
    let named = |change, value: &str, label: &str, meaning| Choice {
        change,
        value: value.to_owned(),
        label: label.to_owned(),
        flag: None,
        meaning: Some(meaning),
    };
    let plans =
        PlanState::ALL.iter().map(|of| named(Change::Plan(*of), of.name(), text::plan(*of), text::plan_meaning(*of)));
    let kinds =
        Kind::ALL.iter().map(|of| named(Change::Kind(*of), of.name(), text::kind(*of), text::kind_meaning(*of)));
    let statuses = Status::ALL
        .iter()
        .map(|of| named(Change::Status(*of), of.name(), text::status(*of), text::status_meaning(*of)));
    let now = [named(Change::Now, "1", text::IN_FORCE_TODAY, text::IN_FORCE_TODAY_MEANING)];
    let video = [Choice { meaning: None, ..named(Change::Video, "1", text::WITH_VIDEO, "") }];
    effect(move || app.mark("data-filters", (open.get() && app.page.get() == Page::All).then_some("")));
    // Where there is little room, the filters stand above the results, and this leads to them.
    let found = move || app.selection.with(|selection| selection.matches.len());
    let show_results = button("show-results", move || {
        set_open.set(false);
        focus_next(app, RESULTS_TITLE.to_owned());
    });
    let show_results = show_results.follow(move || text::show_results(found()));
    let body = class("div", "filters-body")
        .with(move |body| {
            effect(move || {
                open.get();
                let body = body.clone();
                next_frame(move || show_first_chosen(&body));
            });
        })
        .attr("id", "filters")
        .live_bool("data-open", move || open.get())
        .child(choices(app, "country", text::FILTER_COUNTRY, countries.collect(), true, |facets, at| {
            facets.countries[at]
        }))
        .child(choices(app, "plan", text::FILTER_PLAN, plans.collect(), false, |facets, at| facets.plans[at]))
        .child(choices(app, "kind", text::FILTER_KIND, kinds.collect(), true, |facets, at| facets.kinds[at]))
        .child(choices(app, "now", text::FILTER_NOW, now.into(), true, |facets, _| facets.now))
        .child(choices(app, "status", text::FILTER_STATUS, statuses.collect(), true, |facets, at| facets.statuses[at]))
        .child(years(app))
        .child(choices(app, "video", text::FILTER_VIDEO, video.into(), false, |facets, _| facets.video))
        .child(show_results);
    let open_button = button("filters-button", move || set_open.set(!open.now()))
        .live_bool("aria-expanded", move || open.get())
        .attr("id", OPEN_BUTTON)
        .attr("aria-controls", "filters")
        .child(icon::icon(Icon::Filter))
        .follow(move || text::filters_button(active()));
    let close_on_escape = move |event: leptos::ev::Event| {
        if key(&event).as_deref() == Some("Escape") && !event.default_prevented() && open.now() {
            set_open.set(false);
            focus(app, OPEN_BUTTON, Scroll::IntoView);
        }
    };
    class("search", "filters")
        .part(app, "filters")
        .on("keydown", close_on_escape)
        .child(search(app))
        .child(open_button)
        .child(body)
}

/// The list of countries, which scrolls, begins where one is chosen, so that this is seen from the start.
fn show_first_chosen(filters: &web_sys::Element) {
    let as_html = |element: web_sys::Element| element.dyn_into::<web_sys::HtmlElement>().ok();
    let chosen = filters.query_selector(".options label:has(:checked)").ok().flatten().and_then(as_html);
    let list = chosen.as_ref().and_then(|chosen| chosen.parent_element()).and_then(as_html);
    if let (Some(chosen), Some(list)) = (chosen, list) {
        let (chosen, seen) = (chosen.get_bounding_client_rect(), list.get_bounding_client_rect());
        let from_top = chosen.top() - seen.top() - chosen.height();
        list.set_scroll_top(list.scroll_top() + from_top as i32);
    }
}

/// The key of a keyboard event.
fn key(event: &leptos::ev::Event) -> Option<String> {
    event.dyn_ref::<web_sys::KeyboardEvent>().map(web_sys::KeyboardEvent::key)
}

fn search(app: App) -> El {
    // Another way of changing the text (a chip, Back) shows in the field; what is being typed stays as typed.
    let show_text = move |field: web_sys::Element| {
        effect(move || {
            let text = app.query.with(|query| query.text().to_owned());
            let field = field.unchecked_ref::<web_sys::HtmlInputElement>();
            if !app.query.with_untracked(|query| query.has(&Change::Text(field.value()))) {
                field.set_value(&text);
            }
        });
    };
    let clear_on_escape = move |event: leptos::ev::Event| {
        if key(&event).as_deref() == Some("Escape") && app.query.with_untracked(|query| !query.text().is_empty()) {
            event.prevent_default();
            app.type_text("");
        }
    };
    let input = el("input")
        .attr("type", "search")
        .attr("name", "q")
        // Some take the hint for a part of its name.
        .attr("aria-label", text::SEARCH)
        .attr("placeholder", text::SEARCH_HINT)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("maxlength", &Query::LONGEST_TEXT.to_string())
        .with(show_text)
        .on("input", move |event| {
            app.type_text(&event_target_value(&event));
            return_to_results(app);
        })
        .on("keydown", clear_on_escape);
    class("label", "search").child(el("span").text(text::SEARCH)).child(icon::icon(Icon::Search)).child(input)
}

/// A list of options of which any number can be chosen. `of_documents` says what is counted.
fn choices(
    app: App,
    name: &'static str,
    legend: &'static str,
    choices: Vec<Choice>,
    of_documents: bool,
    count: fn(&Facets, usize) -> Count,
) -> El {
    let meanings: Vec<(El, El)> = choices
        .iter()
        .filter_map(|choice| choice.meaning.map(|meaning| (el("dt").text(&choice.label), el("dd").text(meaning))))
        .collect();
    let meanings = (!meanings.is_empty()).then(|| {
        class("details", "meanings").child(el("summary").text(text::MEANINGS)).child(el("dl").child(meanings))
    });
    let all = choices.len();
    let numbers = move || {
        let number = |count: Count| if of_documents { count.documents } else { count.countries };
        app.selection.with(|selection| (0..all).map(|at| number(count(&selection.facets, at))).collect::<Vec<_>>())
    };
    let changes: Vec<Change> = choices.iter().map(|choice| choice.change.clone()).collect();
    let set = move || app.query.with(|query| changes.iter().map(|change| query.has(change).into()).collect());
    let now = untrack(numbers);
    let option = |(choice, now): (Choice, &usize)| option(app, name, choice, *now, of_documents);
    let options: Vec<El> = choices.into_iter().zip(&now).map(option).collect();
    let follow = move |options: web_sys::Element| {
        follow_each(options.clone(), now, numbers, move |option, before, number| {
            show_count(option, number, &text::option_count(number, of_documents));
            if before == 0 || number == 0 {
                let _valid = option.toggle_attribute_with_force("data-empty", number == 0);
            }
        });
        follow_each(options, vec![0; all], set, |option, _, is_set| {
            if let Some(check) = option.first_element_child() {
                check.unchecked_ref::<web_sys::HtmlInputElement>().set_checked(is_set > 0);
            }
        });
    };
    class("fieldset", "choices")
        .attr("data-filter", name)
        .child(el("legend").text(legend))
        .child(class("div", "options").with(follow).child(options))
        .child(meanings)
}

/// Shows what has changed of each option, by what was and what is. One effect for all of them: there may be
/// hundreds, and every keystroke changes them.
fn follow_each(
    list: web_sys::Element,
    now: Vec<usize>,
    read: impl Fn() -> Vec<usize> + 'static,
    show: impl Fn(&web_sys::Element, usize, usize) + 'static,
) {
    let shown = RefCell::new(now);
    let options = OnceCell::new();
    effect(move || {
        // Found once, because an extension of the browser may put something between them later.
        let options: &Vec<web_sys::Element> = options.get_or_init(|| {
            let options = list.children();
            (0..options.length()).filter_map(|at| options.item(at)).collect()
        });
        let before = shown.replace(read());
        for ((option, before), now) in options.iter().zip(before).zip(&*shown.borrow()) {
            if before != *now {
                show(option, before, *now);
            }
        }
    });
}

/// An option, and how much it leaves now; what changes of it, its list follows.
fn option(app: App, name: &'static str, choice: Choice, now: usize, of_documents: bool) -> El {
    let Choice { change, value, label, flag, .. } = choice;
    let check = el("input")
        .attr("type", "checkbox")
        .attr("autocomplete", "off")
        .attr("name", name)
        .attr("value", &value)
        // Not whatever was pressed: before the app was there, the box may not have shown what the address asks for.
        .on("change", move |event| {
            if event_target_checked(&event) != app.query.with_untracked(|query| query.has(&change)) {
                change_to(app, &change);
            }
        });
    let count = class("span", "count")
        .child(el("span").attr("aria-hidden", "true").text(&now.to_string()))
        .child(class("span", "unseen").text(&text::option_count(now, of_documents)));
    let option = if now == 0 { class("label", "option").attr("data-empty", "") } else { class("label", "option") };
    option
        .child(check)
        .child(flag.map(|code| icon::flag(app, code)))
        .child(class("span", "option-label").child(label))
        .child(count)
}

/// Shows another number beside an option, and in words to a screen reader.
fn show_count(option: &web_sys::Element, number: usize, words: &str) {
    let set = |span: Option<web_sys::Element>, words: &str| {
        let Some(span) = span else { return };
        match span.first_child().filter(|text| text.node_type() == web_sys::Node::TEXT_NODE) {
            Some(text) => text.set_node_value(Some(words)),
            // A translator has put it into an element of its own.
            None => span.set_text_content(Some(words)),
        }
    };
    if let Some(count) = option.last_element_child() {
        set(count.first_element_child(), &number.to_string());
        set(count.last_element_child(), words);
    }
}

fn change_to(app: App, change: &Change) {
    app.change(change);
    return_to_results(app);
}

fn years(app: App) -> Option<El> {
    let (first, last) = app.catalog.years(app.today.now())?;
    let bounds = class("div", "years").child(bound(app, true, first, last)).child(bound(app, false, first, last));
    let years = class("fieldset", "choices")
        .attr("data-filter", "year")
        .child(el("legend").text(text::FILTER_YEARS))
        .child(bounds)
        .child(class("p", "hint").text(text::FILTER_YEARS_HINT));
    Some(years)
}

/// The choice of the first year, or of the last one.
fn bound(app: App, is_first: bool, first: Year, last: Year) -> El {
    let end =
        move |years: Option<Period>, first: bool| years.and_then(|years| if first { years.from() } else { years.to() });
    let current = move || app.query.with(|query| end(query.years, is_first));
    let choose = move |value: &str| {
        let year = Year::from_digits(value);
        let other = app.query.with_untracked(|query| end(query.years, !is_first));
        // Years in the wrong order are put right; two open ends are no filter.
        let years = Period::new(year, other).ok().filter(|_| is_first);
        let years = years.or_else(|| Period::new(other, year).or_else(|_| Period::new(year, other)).ok());
        change_to(app, &Change::Years(years));
    };
    let mut options = vec![dom::option("", text::ANY)];
    options.extend((first.number()..=last.number()).rev().map(|year| {
        let year = year.to_string();
        dom::option(&year, &year)
    }));
    let select = select(if is_first { "from" } else { "to" }, options, choose)
        .choice(move || current().map(|year| year.to_string()).unwrap_or_default());
    class("label", "year").child(el("span").text(if is_first { text::FROM } else { text::TO })).child(select)
}
