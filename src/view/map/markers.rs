//! The countries of the map that is in the page: what each shows, and what pressing, pointing and keys do.

use catalog::map::{Direction, neighbour};
use catalog::{Change, CountryCode, PartialDate, PlanState};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use crate::browser::window::target;
use crate::state::{AppState, Measure};
use crate::view::legend;

/// The countries of a map.
#[derive(Default)]
pub struct Markers(Vec<Marker>);

/// A country of a map.
struct Marker {
    element: Element,
    label: Option<Element>,
    /// Its place in [`catalog::Catalog::countries`].
    country: usize,
    /// Where its label is, in units of the drawing.
    place: (u32, u32),
    shown: Option<MarkerState>,
}

/// What a country on the map shows.
#[derive(Clone, Copy, PartialEq)]
struct MarkerState {
    plan: PlanState,
    matches: bool,
    is_chosen: bool,
    /// How many of its documents fit the other filters.
    documents: usize,
    measure: Measure,
    today: PartialDate,
}

/// The words beside a country, and where it is, in units of the drawing.
#[derive(Clone, PartialEq, Eq)]
pub struct Tip {
    /// Its name, the state of its plan and its number of documents.
    pub words: String,
    /// From the left.
    pub x: u32,
    /// From the top.
    pub y: u32,
}

impl Markers {
    /// The countries of a drawing that are in the dataset; they can be pressed from now on.
    pub fn attach(state: AppState, drawing: &Element) -> Self {
        let Ok(Some(svg)) = drawing.query_selector("svg") else { return Self::default() };
        set(&svg, "role", "group");
        set(&svg, "aria-label", state.messages.map());
        let Ok(found) = svg.query_selector_all("[data-code]") else { return Self::default() };
        let marker = |at: u32| Marker::of(state, found.item(at)?.dyn_into().ok()?);
        let markers: Vec<Marker> = (0..found.length()).filter_map(marker).collect();
        let markers = Self(markers);
        // A dataset of a partner's may lack countries of the drawing: a finger is to hit those beside them.
        if let Ok(targets) = svg.query_selector_all("[data-target]") {
            for target in (0..targets.length()).filter_map(|at| targets.item(at)?.dyn_into::<Element>().ok()) {
                if markers.of(state, &target).is_none() {
                    target.remove();
                }
            }
        }
        for (at, marker) in markers.0.iter().enumerate() {
            set(&marker.element, "role", "button");
            set(&marker.element, "tabindex", if at == 0 { "0" } else { "-1" });
        }
        markers
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Shows what the query selects, where that is something else than before.
    pub fn show(&mut self, state: AppState) {
        let (measure, today) = (state.options.measure.get(), state.today.get());
        let chosen = state.query.with(|query| query.countries.clone());
        state.settled.with(|selection| {
            for marker in &mut self.0 {
                let country = &state.catalog.countries[marker.country];
                let now = MarkerState {
                    plan: country.plan_state(today),
                    matches: selection.matches.iter().any(|found| found.country == marker.country),
                    is_chosen: chosen.contains(&country.code),
                    documents: selection.facets.countries[marker.country].documents,
                    measure,
                    today,
                };
                if marker.shown != Some(now) {
                    marker.shown = Some(now);
                    marker.show(state, now);
                }
            }
        });
    }

    /// What pressing, pointing and the keyboard do.
    pub fn on_event(&self, state: AppState, tip: RwSignal<Option<Tip>>, event: &Event) {
        let Some(at) = target(event).and_then(|target| self.of(state, &target)) else { return };
        let marker = &self.0[at];
        match event.type_().as_str() {
            "click" => state.change(&marker.change(state)),
            "pointerover" => tip.set(marker.tip()),
            "focusin" => {
                // One stop for Tab: where the visitor was last.
                for other in &self.0 {
                    set(&other.element, "tabindex", "-1");
                }
                set(&marker.element, "tabindex", "0");
                tip.set(marker.tip());
            }
            "keydown" => self.press(state, at, tip, event.unchecked_ref()),
            // The pointer is elsewhere, and what has the focus is not: the map itself may have moved under the pointer.
            "pointerout" => tip.set(self.focused().and_then(Marker::tip)),
            // It was left.
            _ => tip.set(None),
        }
    }

    /// The country that an element belongs to, or that it is the target of: on a phone a target lies over the
    /// neighbours of what is too small for a finger.
    fn of(&self, state: AppState, element: &Element) -> Option<usize> {
        let element = element.closest("[data-code],[data-target]").ok()??;
        let code = element.get_attribute("data-code").or_else(|| element.get_attribute("data-target"))?;
        self.0.iter().position(|marker| state.catalog.countries[marker.country].code.as_str() == code)
    }

    /// The country that the keyboard is on.
    fn focused(&self) -> Option<&Marker> {
        self.0.iter().find(|marker| marker.element.matches(":focus-visible").unwrap_or(false))
    }

    fn press(&self, state: AppState, at: usize, tip: RwSignal<Option<Tip>>, event: &KeyboardEvent) {
        // The browser's own, such as Alt and an arrow for Back.
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let direction = match event.key().as_str() {
            "Escape" => return tip.set(None),
            "ArrowLeft" => Direction::Left,
            "ArrowRight" => Direction::Right,
            "ArrowUp" => Direction::Up,
            "ArrowDown" => Direction::Down,
            "Enter" | " " => {
                event.prevent_default();
                return state.change(&self.0[at].change(state));
            }
            _ => return,
        };
        event.prevent_default();
        let points: Vec<(i32, i32)> =
            self.0.iter().map(|marker| (marker.place.0 as i32, marker.place.1 as i32)).collect();
        if let Some(next) = neighbour(&points, at, direction) {
            // Every element of a page has it, drawings too.
            let _focusable = self.0[next].element.unchecked_ref::<HtmlElement>().focus();
        }
    }
}

/// Makes of a drawing whose countries can be pressed one to look at.
pub fn remove_buttons(svg: &Element) {
    let Ok(all) = svg.query_selector_all("[role]") else { return };
    let countries = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into().ok());
    for element in countries.chain([svg.clone()]) {
        for name in ["role", "tabindex", "aria-pressed", "aria-label"] {
            let _valid = element.remove_attribute(name);
        }
    }
}

impl Marker {
    fn of(state: AppState, element: Element) -> Option<Self> {
        let number = |name| element.get_attribute(name)?.parse::<u32>().ok();
        let place = (number("data-x")?, number("data-y")?);
        let code = CountryCode::from_visitor(&element.get_attribute("data-code")?)?;
        let (country, _) = state.catalog.country(code)?;
        let label = element.query_selector("text").ok().flatten();
        Some(Self { element, label, country, place, shown: None })
    }

    fn change(&self, state: AppState) -> Change {
        Change::Country(state.catalog.countries[self.country].code)
    }

    fn show(&self, state: AppState, shown: MarkerState) {
        let MarkerState { plan, matches, is_chosen, documents, measure, today } = shown;
        let country = &state.catalog.countries[self.country];
        let set_bool = |name, value: bool| set(&self.element, name, if value { "true" } else { "false" });
        set(&self.element, "data-plan", plan.name());
        set_bool("data-shown", matches);
        set_bool("data-chosen", is_chosen);
        set_bool("aria-pressed", is_chosen);
        set(&self.element, "aria-label", &state.messages.on_map(country, documents, today));
        let (step, label) = match measure {
            Measure::Plan => (String::new(), country.code.as_str().to_owned()),
            Measure::Documents => (legend::step(documents).to_string(), documents.to_string()),
        };
        set(&self.element, "data-step", &step);
        if let Some(text) = &self.label {
            text.set_text_content(Some(&label));
        }
    }

    fn tip(&self) -> Option<Tip> {
        let words = self.element.get_attribute("aria-label")?;
        // Without the letters that stand there.
        Some(Tip { words: words.get(3..)?.to_owned(), x: self.place.0, y: self.place.1 })
    }
}

fn set(element: &Element, name: &str, value: &str) {
    let _valid = element.set_attribute(name, value);
}
