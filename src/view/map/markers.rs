//! The countries of the map in the page: what each shows, and what the pointer and the keyboard do there.

use catalog::map::{Direction, neighbour};
use catalog::{Change, Country, CountryCode, PartialDate, PlanState};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

use crate::browser::svg::{Drawing, Shape};
use crate::state::{AppState, Measure};
use crate::view::legend;

/// The countries of a map.
#[derive(Default)]
pub struct Markers(Vec<Marker>);

/// A country of a map.
struct Marker {
    shape: Shape,
    /// Its place in [`catalog::Catalog::countries`].
    country: usize,
    /// Where its label is, from the left and from the top, in units of the drawing.
    place: (u32, u32),
    /// What it shows now; nothing before it was shown first.
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

/// The words beside a country, and where they are, in units of the drawing.
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
    /// Makes buttons of the countries of a drawing that are in the dataset.
    pub fn attach(state: AppState, drawing: &Drawing) -> Self {
        drawing.set_group(state.messages.map());
        let shapes = drawing.shapes("[data-code]").into_iter();
        let markers = Self(shapes.filter_map(|shape| Marker::new(state, shape)).collect());
        // A partner's dataset may lack countries of the drawing. Their targets must not cover the countries beside
        // them.
        for target in drawing.shapes("[data-target]") {
            if markers.find(state, &target).is_none() {
                target.remove();
            }
        }
        for (at, marker) in markers.0.iter().enumerate() {
            marker.shape.set("role", "button");
            marker.shape.set("tabindex", if at == 0 { "0" } else { "-1" });
        }
        markers
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Updates each country that shows something else than the query selects.
    pub fn show(&mut self, state: AppState) {
        let (measure, today) = (state.options.measure.get(), state.today.get());
        let chosen = state.query.with(|query| query.countries.clone());
        state.settled.with(|selection| {
            for marker in &mut self.0 {
                let country = marker.country(state);
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

    /// Handles an event of the pointer, the focus or the keyboard on the drawing.
    pub fn on_event(&self, state: AppState, tip: RwSignal<Option<Tip>>, event: &Event) {
        // On a phone, a country that is too small for a finger has a target, which lies over its neighbours.
        let shape = Shape::of_event(event, "[data-code],[data-target]");
        let Some(at) = shape.and_then(|shape| self.find(state, &shape)) else { return };
        let marker = &self.0[at];
        match event.type_().as_str() {
            "click" => state.change(&marker.change(state)),
            "pointerover" => tip.set(marker.tip(state)),
            "focusin" => {
                // The map is one stop for Tab, which comes back to where the visitor was last.
                for other in &self.0 {
                    other.shape.set("tabindex", "-1");
                }
                marker.shape.set("tabindex", "0");
                tip.set(marker.tip(state));
            }
            "keydown" => self.press(state, at, tip, event.unchecked_ref()),
            // The map may have moved away under the pointer, while the focus is still on a country.
            "pointerout" => tip.set(self.focused().and_then(|marker| marker.tip(state))),
            // It has lost the focus.
            _ => tip.set(None),
        }
    }

    /// The place in the list of the country that a shape is, or is the target of.
    fn find(&self, state: AppState, shape: &Shape) -> Option<usize> {
        let code = shape.attribute("data-code").or_else(|| shape.attribute("data-target"))?;
        self.0.iter().position(|marker| marker.country(state).code.as_str() == code)
    }

    /// The country that has the focus of the keyboard.
    fn focused(&self) -> Option<&Marker> {
        self.0.iter().find(|marker| marker.shape.has_visible_focus())
    }

    /// Handles a key that is pressed on the country at that place in the list.
    fn press(&self, state: AppState, at: usize, tip: RwSignal<Option<Tip>>, event: &KeyboardEvent) {
        // Such keys are the browser's own, as Alt with an arrow, which goes back.
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
            self.0[next].shape.focus();
        }
    }
}

impl Marker {
    /// The country of a shape; nothing where the dataset does not have it.
    fn new(state: AppState, shape: Shape) -> Option<Self> {
        let number = |name| shape.attribute(name)?.parse::<u32>().ok();
        let place = (number("data-x")?, number("data-y")?);
        let code = CountryCode::from_visitor(&shape.attribute("data-code")?)?;
        let (country, _) = state.catalog.country(code)?;
        Some(Self { shape, country, place, shown: None })
    }

    fn country(&self, state: AppState) -> &'static Country {
        &state.catalog.countries[self.country]
    }

    /// What a press of the country changes.
    fn change(&self, state: AppState) -> Change {
        Change::Country(self.country(state).code)
    }

    fn show(&self, state: AppState, shown: MarkerState) {
        let MarkerState { plan, matches, is_chosen, documents, measure, today } = shown;
        let country = self.country(state);
        let set_bool = |name, value: bool| self.shape.set(name, if value { "true" } else { "false" });
        self.shape.set("data-plan", plan.name());
        set_bool("data-shown", matches);
        set_bool("data-chosen", is_chosen);
        set_bool("aria-pressed", is_chosen);
        self.shape.set("aria-label", &state.messages.on_map(country, documents, today));
        let (step, label) = match measure {
            Measure::Plan => (String::new(), country.code.as_str().to_owned()),
            Measure::Documents => (legend::step(documents).to_string(), documents.to_string()),
        };
        self.shape.set("data-step", &step);
        self.shape.set_text(&label);
    }

    fn tip(&self, state: AppState) -> Option<Tip> {
        let MarkerState { documents, today, .. } = self.shown?;
        let words = state.messages.map_tip(self.country(state), documents, today);
        Some(Tip { words, x: self.place.0, y: self.place.1 })
    }
}
