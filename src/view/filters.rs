//! The search and the filters: native controls, each option with what it would leave.

mod choices;
mod search;
mod years;

use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::icon::{Icon, Shape};
use super::ids::RESULTS_TITLE;
use crate::browser::effect::effect;
use crate::browser::focus::{Scroll, focus, focus_next_frame};
use crate::browser::schedule::next_frame;
use crate::state::{Page, use_app_state, use_messages};
use choices::AllChoices;
use search::Search;

/// The id of the button that opens the filters where there is little room.
const OPEN_BUTTON: &str = "filters-button";

/// The search and the filters.
#[component]
pub fn Filters() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let open = RwSignal::new(false);
    effect(move || {
        let is_open = open.get() && state.page.get() == Page::Start;
        state.set_attribute("data-filters", is_open.then_some(""));
    });
    let close_on_escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() && open.get_untracked() {
            open.set(false);
            focus(&state.host(), OPEN_BUTTON, Scroll::IntoView);
        }
    };
    let active = Memo::new(move |_| state.query.with(catalog::Query::filters));
    view! {
        <search class="filters" part=state.part("filters") on:keydown=close_on_escape>
            <Search/>
            <button
                class="filters-button" type="button" id=OPEN_BUTTON aria-controls="filters"
                aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)
            >
                <Icon shape=Shape::Filter/>{move || messages.filters_button(active.get())}
            </button>
            <Body open/>
        </search>
    }
}

/// What is in a drawer where there is little room.
#[component]
fn Body(open: RwSignal<bool>) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let body = NodeRef::<Div>::new();
    effect(move || {
        open.track();
        state.filters_made.track();
        if let Some(body) = body.get() {
            next_frame(move || {
                show_first_chosen(&body);
                // Options have their heights only when they have come near.
                next_frame(move || show_first_chosen(&body));
            });
        }
    });
    let found = Memo::new(move |_| state.selection.with(|selection| selection.matches.len()));
    let show_results = move |_| {
        open.set(false);
        focus_next_frame(state.host(), RESULTS_TITLE.to_owned());
    };
    view! {
        <div class="filters-body" id="filters" data-open=move || open.get().to_string() node_ref=body>
            <AllChoices/>
            // Where there is little room, the filters stand above the results, and this leads to them.
            <button class="show-results" type="button" on:click=show_results>
                {move || messages.show_results(found.get())}
            </button>
        </div>
    }
}

/// The list of countries, which scrolls, begins where one is chosen, so that this is seen from the start.
fn show_first_chosen(filters: &Element) {
    let as_html = |element: Element| element.dyn_into::<HtmlElement>().ok();
    let chosen = filters.query_selector(".options label:has(:checked)").ok().flatten().and_then(as_html);
    let list = chosen.as_ref().and_then(|chosen| chosen.parent_element()).and_then(as_html);
    if let (Some(chosen), Some(list)) = (chosen, list) {
        let (chosen, seen) = (chosen.get_bounding_client_rect(), list.get_bounding_client_rect());
        let from_top = chosen.top() - seen.top() - chosen.height();
        list.set_scroll_top(list.scroll_top() + from_top as i32);
    }
}
