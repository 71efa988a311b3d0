//! The filters: native controls, each option with what it would leave.

use catalog::text;
use catalog::{Change, Count, CountryCode, Facets, Kind, Period, PlanStatus, Query, Status, Year};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::dom::{El, Reference, Scroll, button, class, effect, el, focus, focus_next, next_frame};
use super::icon::{self, Icon};
use super::page::{RESULTS_TITLE, return_to_results};
use crate::app::App;

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
    let (open, set_open) = signal(false);
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
        PlanStatus::ALL.iter().map(|of| named(Change::Plan(*of), of.name(), text::plan(*of), text::plan_meaning(*of)));
    let kinds =
        Kind::ALL.iter().map(|of| named(Change::Kind(*of), of.name(), text::kind(*of), text::kind_meaning(*of)));
    let statuses = Status::ALL
        .iter()
        .map(|of| named(Change::Status(*of), of.name(), text::status(*of), text::status_meaning(*of)));
    let video = [Choice { meaning: None, ..named(Change::Video, "1", text::WITH_VIDEO, "") }];
    // Where there is little room, the filters stand above the results, and this leads to them.
    let found = move || app.selection.with(|selection| selection.matches.len());
    let show_results = button("show-results", move || {
        set_open.set(false);
        focus_next(RESULTS_TITLE.to_owned());
    });
    let show_results = show_results.follow(move || text::show_results(found()));
    let body = Reference::new();
    effect(move || {
        open.track();
        if let Some(body) = body.get() {
            next_frame(move || show_first_chosen(&body));
        }
    });
    let body = class("div", "filters-body")
        .reference(body)
        .attr("id", "filters")
        .live_bool("data-open", move || open.get())
        .child(choices(app, "country", text::FILTER_COUNTRY, countries.collect(), true, |facets, at| {
            facets.countries[at]
        }))
        .child(choices(app, "plan", text::FILTER_PLAN, plans.collect(), false, |facets, at| facets.plans[at]))
        .child(choices(app, "kind", text::FILTER_KIND, kinds.collect(), true, |facets, at| facets.kinds[at]))
        .child(choices(app, "status", text::FILTER_STATUS, statuses.collect(), true, |facets, at| facets.statuses[at]))
        .child(years(app))
        .child(choices(app, "video", text::FILTER_VIDEO, video.into(), false, |facets, _| facets.video))
        .child(show_results);
    let open_button = button("filters-button", move || set_open.update(|open| *open = !*open))
        .live_bool("aria-expanded", move || open.get())
        .attr("id", OPEN_BUTTON)
        .attr("aria-controls", "filters")
        .child(icon::icon(Icon::Filter))
        .follow(move || text::filters_button(active()));
    let close_on_escape = move |event: leptos::ev::Event| {
        if key(&event).as_deref() == Some("Escape") && !event.default_prevented() && open.get_untracked() {
            set_open.set(false);
            focus(OPEN_BUTTON, Scroll::IntoView);
        }
    };
    class("search", "filters").on("keydown", close_on_escape).child(search(app)).child(open_button).child(body)
}

/// The list of countries, which scrolls, begins where one is chosen, so that this is seen from the start.
fn show_first_chosen(filters: &web_sys::Element) {
    let as_html = |element: web_sys::Element| element.dyn_into::<web_sys::HtmlElement>().ok();
    let chosen = filters.query_selector(".options label:has(:checked)").ok().flatten().and_then(as_html);
    let list = chosen.as_ref().and_then(|chosen| chosen.parent_element()).and_then(as_html);
    if let (Some(chosen), Some(list)) = (chosen, list) {
        list.set_scroll_top(chosen.offset_top() - list.offset_top() - chosen.offset_height());
    }
}

/// The key of a keyboard event.
fn key(event: &leptos::ev::Event) -> Option<String> {
    event.dyn_ref::<web_sys::KeyboardEvent>().map(web_sys::KeyboardEvent::key)
}

fn search(app: App) -> El {
    let field = Reference::new();
    // Another way of changing the text (a chip, Back) shows in the field; what is being typed stays as typed.
    effect(move || {
        let text = app.query.with(|query| query.text().to_owned());
        let Some(field) = field.get() else { return };
        let field = field.unchecked_ref::<web_sys::HtmlInputElement>();
        if !app.query.with_untracked(|query| query.has(&Change::Text(field.value()))) {
            field.set_value(&text);
        }
    });
    let clear_on_escape = move |event: leptos::ev::Event| {
        if key(&event).as_deref() == Some("Escape") && app.query.with_untracked(|query| !query.text().is_empty()) {
            event.prevent_default();
            app.type_text("");
        }
    };
    let input = el("input")
        .attr("type", "search")
        .attr("name", "q")
        .attr("placeholder", text::SEARCH_HINT)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("maxlength", &Query::LONGEST_TEXT.to_string())
        .reference(field)
        .on("input", move |event| {
            app.type_text(&event_target_value(&event));
            return_to_results();
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
    let option = |(at, choice)| option(app, name, choice, of_documents, move |facets| count(facets, at));
    let options: Vec<El> = choices.into_iter().enumerate().map(option).collect();
    class("fieldset", "choices")
        .attr("data-filter", name)
        .child(el("legend").text(legend))
        .child(class("div", "options").child(options))
        .child(meanings)
}

fn option(
    app: App,
    name: &'static str,
    choice: Choice,
    of_documents: bool,
    count: impl Fn(&Facets) -> Count + Copy + Send + 'static,
) -> El {
    let Choice { change, value, label, flag, .. } = choice;
    let count = move || app.selection.with(|selection| count(&selection.facets));
    let number = move || if of_documents { count().documents } else { count().countries };
    let is_set = {
        let change = change.clone();
        move || app.query.with(|query| query.has(&change))
    };
    let check = el("input")
        .attr("type", "checkbox")
        .attr("name", name)
        .attr("value", &value)
        .property("checked", is_set)
        .on("change", move |_| change_to(app, &change));
    let count = class("span", "count")
        .child(el("span").attr("aria-hidden", "true").follow(move || number().to_string()))
        .child(class("span", "unseen").follow(move || text::option_count(count(), of_documents)));
    class("label", "option")
        .live_bool("data-empty", move || number() == 0)
        .child(check)
        .child(flag.map(icon::flag))
        .child(class("span", "option-label").child(label))
        .child(count)
}

fn change_to(app: App, change: &Change) {
    app.change(change);
    return_to_results();
}

fn years(app: App) -> Option<El> {
    let (first, last) = app.catalog.years()?;
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
    let choose = move |event| {
        let year = Year::from_digits(&event_target_value(&event));
        let other = app.query.with_untracked(|query| end(query.years, !is_first));
        // Years in the wrong order are put right; two open ends are no filter.
        let years = Period::new(year, other).ok().filter(|_| is_first);
        let years = years.or_else(|| Period::new(other, year).or_else(|_| Period::new(year, other)).ok());
        change_to(app, &Change::Years(years));
    };
    let option = |year: u16| {
        let is_current = move || current().is_some_and(|current| current.number() == year);
        let year = year.to_string();
        el("option").attr("value", &year).property("selected", is_current).text(&year)
    };
    let any = el("option").attr("value", "").property("selected", move || current().is_none()).text(text::ANY);
    let select = el("select")
        .attr("name", if is_first { "from" } else { "to" })
        .attr("autocomplete", "off")
        .on("change", choose)
        .child(any)
        .child((first.number()..=last.number()).rev().map(option).collect::<Vec<_>>());
    class("label", "year").child(el("span").text(if is_first { text::FROM } else { text::TO })).child(select)
}
