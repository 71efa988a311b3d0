//! The filters that are set, each with a way to take it out.

use catalog::Change;
use leptos::prelude::*;

use super::icon::{Icon, Shape};
use super::ids::RESULTS_TITLE;
use crate::browser::focus::{Scroll, focus};
use crate::state::{use_app_state, use_messages};

/// The filters that are set; where nothing is found, they are among the ways out instead.
#[component]
pub fn ActiveFilters() -> impl IntoView {
    let state = use_app_state();
    let is_shown = Memo::new(move |_| {
        let is_any_found = state.selection.with(|selection| !selection.matches.is_empty());
        is_any_found && state.query.with(catalog::Query::is_filtered)
    });
    view! { <div class="active"><Show when=move || is_shown.get()><Chips/></Show></div> }
}

/// The filters as chips, and one button that clears them all.
#[component]
pub fn Chips() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let chips = Memo::new(move |_| state.query.with(|query| query.chips(state.catalog)));
    // The button that was pressed goes, and the focus would be lost with it.
    let go_on = move || focus(&state.host(), RESULTS_TITLE, Scroll::IntoView);
    let clear = move |_| {
        state.set_query(state.query.with_untracked(catalog::Query::cleared));
        go_on();
    };
    let chip = move |change: Change| {
        // What is typed changes while its chip stays.
        let label = {
            let change = change.clone();
            Memo::new(move |_| state.query.with(|query| messages.chip(&change, query, state.catalog)))
        };
        view! {
            <li>
                <button
                    class="chip" type="button" aria-label=move || label.with(|label| messages.remove_filter(label))
                    on:click=move |_| {
                        state.change(&change);
                        go_on();
                    }
                >
                    {move || label.get()}<Icon shape=Shape::Close/>
                </button>
            </li>
        }
    };
    view! {
        <ul class="chips" aria-label=messages.active_filters()>
            <For each=move || chips.get() key=Change::clone children=chip/>
            <li><button class="clear" type="button" on:click=clear>{messages.clear()}</button></li>
        </ul>
    }
}
