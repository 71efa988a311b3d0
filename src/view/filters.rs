//! The search and the filters: native controls, each option with what it would leave.

mod choices;
mod countries;
mod search;
mod years;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::icon::{Icon, Shape};
use super::ids::RESULTS_TITLE;
use crate::browser::effect::effect;
use crate::browser::focus::{Scroll, focus, focus_next_frame};
use crate::state::{Page, use_app_state, use_messages};
use choices::AllChoices;
use search::{Search, SearchHelp};

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
    let found = Memo::new(move |_| state.selection.with(|selection| selection.matches.len()));
    let show_results = move |_| {
        open.set(false);
        focus_next_frame(state.host(), RESULTS_TITLE.to_owned());
    };
    view! {
        <div class="filters-body" id="filters" data-open=move || open.get().to_string()>
            <SearchHelp/>
            <AllChoices/>
            // Where there is little room, the filters stand above the results, and this leads to them.
            <button class="show-results" type="button" on:click=show_results>
                {move || messages.show_results(found.get())}
            </button>
        </div>
    }
}
