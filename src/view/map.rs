//! The map of the countries, coloured by where each stands or by how many documents it has.
//!
//! In the page that is sent it is a picture. When that has come, the app puts the same file into the page, where
//! its countries can be pressed: the geometry is in neither the HTML nor the wasm, and is fetched once.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use catalog::map::{Direction, neighbour};
use catalog::{Change, CountryCode, PartialDate, PlanState, View, text};
use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlImageElement};

use super::dom::{El, button, class, effect, el, group, run};
use super::{legend, link};
use crate::app::{App, Measure};
use crate::dataset;
use crate::small::small;

/// The file, seen from the site's root.
pub(super) const FILE: &str = "map.svg";

/// The map and its legend, where they are shown.
pub(super) fn map(app: App) -> El {
    let (open, set_open) = small(false);
    let open_button = button("map-button", move || set_open.set(!open.now()))
        .live_bool("aria-expanded", move || open.get())
        .attr("aria-controls", "map")
        .text(text::MAP);
    let measures = Measure::ALL.map(|measure| {
        button("quiet", move || app.measure_by(measure))
            .live_bool("aria-pressed", move || app.measure.get() == measure)
            .text(match measure {
                Measure::Plan => text::MEASURE_PLAN,
                Measure::Documents => text::MEASURE_DOCUMENTS,
            })
    });
    let measures = group("measures", text::MEASURES).child(Vec::from(measures));
    let legend = move || match app.measure.get() {
        Measure::Plan => legend::plans(app),
        Measure::Documents => legend::steps(app),
    };
    let as_table = link::to_query(app, |query| query.toggled(&Change::View(View::Table)), text::AS_TABLE);
    let side = class("div", "map-side")
        .child(measures)
        .child(class("div", "legend").follow(legend))
        .child(class("p", "hint").text(text::MAP_HINT).text(" ").child(as_table).text(" ").text(text::MAP_SOURCE));
    let body = class("div", "map-body")
        .attr("id", "map")
        .live_bool("data-open", move || open.get() || app.view.get() == View::Map)
        .child(figure(app))
        .child(side);
    class("div", "map")
        .live("hidden", move || (!matches!(app.view.get(), View::Cards | View::Map)).then(String::new))
        .live_bool("data-large", move || app.view.get() == View::Map)
        .child(open_button)
        .child(body)
}

/// The picture, until the map is in its place.
fn figure(app: App) -> El {
    let spots: Spots = Rc::default();
    let begin = {
        let (owner, spots) = (Owner::current().unwrap_or_default(), Rc::clone(&spots));
        let is_begun = Rc::new(Cell::new(false));
        move |picture: HtmlImageElement| {
            if !is_begun.replace(true) {
                let (owner, spots) = (owner.clone(), Rc::clone(&spots));
                run(async move {
                    if let Ok(file) = dataset::file(app.link(FILE), true).await {
                        owner.with(|| bring_to_life(app, &picture, &file, spots));
                    }
                });
            }
        }
    };
    let begin_too = begin.clone();
    let picture = el("img")
        .attr("src", &app.link(FILE))
        .attr("alt", text::MAP_PICTURE)
        .attr("width", "1000")
        .attr("height", "876")
        .attr("loading", "lazy")
        .on("load", move |event| begin(event_target(&event)))
        // It may have come before the app. Where it is not seen it does not come, and nothing more is needed.
        .with(move |picture| {
            let picture: HtmlImageElement = picture.unchecked_into();
            if picture.complete() {
                begin_too(picture);
            }
        });
    let tip = class("div", "map-tip").attr("aria-hidden", "true").attr("hidden", "");
    let figure = ["click", "keydown", "focusin", "focusout", "pointerover", "pointerout"].into_iter().fold(
        class("div", "map-figure"),
        |figure, event| {
            let spots = Rc::clone(&spots);
            figure.on(event, move |event| hear(app, &spots.borrow(), &event))
        },
    );
    figure.child(picture).child(tip)
}

/// The map as it is on the screen, with the style that it has as a file.
pub(super) async fn picture(app: App) -> Option<String> {
    let file = dataset::file(app.link(FILE), true).await.ok()?;
    let svg = app.host().find(".map-figure svg")?;
    let [_, style, _] = parts(&file)?;
    let drawn = svg.outer_html();
    let (head, rest) = drawn.split_once('>')?;
    let title = text::picture_source(app.catalog.version);
    // The file's own legend is that of the states of plans.
    let class = if app.measure.now() == Measure::Plan { "" } else { "documents" };
    Some(format!("{head} class=\"{class}\"><title>{title}</title><style>{style}</style>{rest}"))
}

/// The file before its style, the style, and what comes after it.
fn parts(file: &str) -> Option<[&str; 3]> {
    let (head, rest) = file.split_once("<style>")?;
    let (style, rest) = rest.split_once("</style>")?;
    Some([head, style, rest])
}

/// A country on the map.
struct Spot {
    element: Element,
    label: Option<Element>,
    at: usize,
    place: (u32, u32),
    shown: Option<Shown>,
}

/// The countries of the map, once it is there.
type Spots = Rc<RefCell<Vec<Spot>>>;

/// Puts the file into the page, without its own style, which the page's policy forbids, and lets its countries be
/// pressed.
fn bring_to_life(app: App, picture: &Element, file: &str, spots: Spots) {
    let Some(figure) = picture.parent_element() else { return };
    let Some([head, _, rest]) = parts(file) else { return };
    picture.set_outer_html(&format!("{head}{rest}"));
    let Ok(Some(svg)) = figure.query_selector("svg") else { return };
    set(&svg, "role", "group");
    set(&svg, "aria-label", text::MAP);
    let found = self::spots(app, &svg);
    for (first, spot) in found.iter().enumerate() {
        set(&spot.element, "role", "button");
        set(&spot.element, "tabindex", if first == 0 { "0" } else { "-1" });
    }
    spots.replace(found);
    follow(app, spots);
}

fn set(element: &Element, name: &str, value: &str) {
    let _valid = element.set_attribute(name, value);
}

/// The countries of the map that are in the dataset.
fn spots(app: App, svg: &Element) -> Vec<Spot> {
    let Ok(found) = svg.query_selector_all("[data-code]") else { return Vec::new() };
    let spot = |at: u32| {
        let element: Element = found.item(at)?.dyn_into().ok()?;
        let number = |name| element.get_attribute(name)?.parse::<u32>().ok();
        let place = (number("data-x")?, number("data-y")?);
        let (at, _) = app.catalog.country(CountryCode::from_visitor(&element.get_attribute("data-code")?)?)?;
        Some(Spot { label: element.query_selector("text").ok().flatten(), element, at, place, shown: None })
    };
    (0..found.length()).filter_map(spot).collect()
}

/// Shows on the map what the query selects; where it is not the view, when the app is calm.
fn follow(app: App, spots: Spots) {
    effect(move || {
        let measure = app.measure.get();
        if !app.calm.get() && app.view.get() != View::Map {
            return;
        }
        let chosen = app.query.with(|query| query.countries.clone());
        let today = app.today.get();
        app.selection.with(|selection| {
            for spot in spots.borrow_mut().iter_mut() {
                let country = &app.catalog.countries[spot.at];
                let (code, state) = (country.code, country.plan_state(today));
                let matches = selection.matches.iter().any(|found| found.country == spot.at);
                let documents = selection.facets.countries[spot.at].documents;
                let now = Shown { state, matches, is_chosen: chosen.contains(&code), documents, measure };
                if spot.shown != Some(now) {
                    spot.shown = Some(now);
                    show(app, spot, now, today);
                }
            }
        });
    });
}

/// What a country on the map shows.
#[derive(Clone, Copy, PartialEq)]
struct Shown {
    state: PlanState,
    matches: bool,
    is_chosen: bool,
    /// How many of its documents fit the other filters.
    documents: usize,
    measure: Measure,
}

fn show(app: App, spot: &Spot, shown: Shown, today: PartialDate) {
    let Shown { state, matches, is_chosen, documents, measure } = shown;
    let country = &app.catalog.countries[spot.at];
    let set_bool = |name, value: bool| set(&spot.element, name, if value { "true" } else { "false" });
    set(&spot.element, "data-plan", state.name());
    set_bool("data-shown", matches);
    set_bool("data-chosen", is_chosen);
    set_bool("aria-pressed", is_chosen);
    set(&spot.element, "aria-label", &text::on_map(country, documents, today));
    let (step, label) = match measure {
        Measure::Plan => (String::new(), country.code.as_str().to_owned()),
        Measure::Documents => (legend::step(documents).to_string(), documents.to_string()),
    };
    set(&spot.element, "data-step", &step);
    if let Some(text) = &spot.label {
        text.set_text_content(Some(&label));
    }
}

/// What pressing, pointing and the keyboard do.
fn hear(app: App, spots: &[Spot], event: &Event) {
    let country = || {
        let target: Element = event.target()?.dyn_into().ok()?;
        let country = target.closest("[data-code]").ok()??;
        spots.iter().position(|spot| spot.element == country)
    };
    let kind = event.type_();
    let Some(at) = country() else { return };
    let spot = &spots[at];
    let change = Change::Country(app.catalog.countries[spot.at].code);
    match kind.as_str() {
        "click" => app.change(&change),
        "pointerover" => show_tip(spot),
        "focusin" => {
            // One stop for Tab: where the visitor was last.
            for other in spots {
                set(&other.element, "tabindex", "-1");
            }
            set(&spot.element, "tabindex", "0");
            show_tip(spot);
        }
        "keydown" => {
            let event = event.unchecked_ref::<web_sys::KeyboardEvent>();
            // The browser's own, such as Alt and an arrow for Back.
            if event.alt_key() || event.ctrl_key() || event.meta_key() {
                return;
            }
            let direction = match event.key().as_str() {
                "Escape" => return drop(set_hidden(spot, true)),
                "ArrowLeft" => Direction::Left,
                "ArrowRight" => Direction::Right,
                "ArrowUp" => Direction::Up,
                "ArrowDown" => Direction::Down,
                "Enter" | " " => {
                    event.prevent_default();
                    return app.change(&change);
                }
                _ => return,
            };
            event.prevent_default();
            let points: Vec<(i32, i32)> = spots.iter().map(|spot| (spot.place.0 as i32, spot.place.1 as i32)).collect();
            if let Some(next) = neighbour(&points, at, direction) {
                // Every element of a page has it, drawings too.
                let _focusable = spots[next].element.unchecked_ref::<HtmlElement>().focus();
            }
        }
        // It was left.
        _ => drop(set_hidden(spot, true)),
    }
}

/// The tip of the map that a country is on, shown or hidden.
fn set_hidden(spot: &Spot, is_hidden: bool) -> Option<Element> {
    let figure = spot.element.closest(".map-figure").ok()??;
    let tip = figure.query_selector(".map-tip").ok()??;
    let _valid = tip.toggle_attribute_with_force("hidden", is_hidden);
    Some(tip)
}

/// Shows the country's name, status and number of documents beside it.
fn show_tip(spot: &Spot) {
    let Some(tip) = set_hidden(spot, false) else { return };
    let words = spot.element.get_attribute("aria-label");
    // Without the letters that stand there.
    tip.set_text_content(words.as_deref().and_then(|words| words.get(3..)));
    let style = tip.unchecked_ref::<HtmlElement>().style();
    for (name, value) in [("--x", spot.place.0), ("--y", spot.place.1)] {
        let _valid = style.set_property(name, &value.to_string());
    }
}
