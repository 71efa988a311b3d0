//! The search.

use catalog::{Change, Query};
use leptos::ev::KeyboardEvent;
use leptos::html::Input;
use leptos::prelude::*;

use crate::browser::effect::effect;
use crate::state::{use_app_state, use_messages};
use crate::view::icon::{Icon, Shape};
use crate::view::scroll::return_to_results;

/// The id of what is searched.
const SEARCH_HELP: &str = "search-help";

/// The search field.
#[component]
pub fn Search() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let field = NodeRef::<Input>::new();
    // Another way of changing the text (a chip, Back) shows in the field; what is being typed stays as typed.
    effect(move || {
        let text = state.query.with(|query| query.text().to_owned());
        if let Some(field) = field.get()
            && !state.query.with_untracked(|query| query.has(&Change::Text(field.value())))
        {
            field.set_value(&text);
        }
    });
    // A memo, so that names which could not be had are not fetched anew with each letter.
    let is_search = Memo::new(move |_| state.query.with(|query| !query.text().is_empty()));
    effect(move || {
        if is_search.get() {
            state.load_names();
        }
    });
    let type_text = move |event| {
        state.type_text(&event_target_value(&event));
        return_to_results(state);
    };
    let finish = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            state.commit_typing();
        }
        if event.key() == "Escape" && state.query.with_untracked(|query| !query.text().is_empty()) {
            event.prevent_default();
            state.type_text("");
        }
    };
    view! {
        <label class="search">
            <span>{messages.search()}</span>
            <Icon shape=Shape::Search/>
            // `aria-label`, because some browsers make the placeholder a part of the name.
            <input
                type="search" name="q" aria-label=messages.search() placeholder=messages.search_hint() autocomplete="off"
                spellcheck="false" aria-describedby=SEARCH_HELP maxlength=Query::LONGEST_TEXT.to_string() node_ref=field
                on:input=type_text on:keydown=finish on:focus=move |_| state.load_names()
            />
        </label>
    }
}

/// What is searched, and what is not.
#[component]
pub fn SearchHelp() -> impl IntoView {
    let messages = use_messages();
    view! {
        <details class="search-help">
            <summary>{messages.search_help_title()}</summary>
            <p id=SEARCH_HELP>{messages.search_help()}</p>
        </details>
    }
}
