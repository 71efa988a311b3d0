//! The countries to choose from: a list that opens, with a field that finds one of them by its name.

use catalog::{Change, SearchTerms};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::choices::CountryChoices;
use crate::state::{use_app_state, use_messages};

/// The countries, and which of them are chosen.
#[component]
pub fn CountryPicker() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let text = RwSignal::new(String::new());
    let find = Memo::new(move |_| text.with(|text| SearchTerms::of(text)));
    let chosen = move || state.query.with(|query| messages.chosen_countries(query, state.catalog));
    // The first country that is found, where something is looked for: by a name of its own rather than by one in another
    // language, so that "den" is Denmark and not Czechia (Den tjeckiska republiken).
    let first_found = move || {
        state.names.track();
        find.with(|words| {
            let countries = &state.catalog.countries;
            let own = || countries.iter().position(|country| country.has_name(words));
            let other = || (0..countries.len()).find(|at| state.catalog.is_named(*at, words));
            (!words.is_empty()).then(|| own().or_else(other))
        })
    };
    // Enter takes the first that is found, and leaves one that is chosen as it is.
    let take_first = move |event: KeyboardEvent| {
        if event.key() == "Enter"
            && !event.is_composing()
            && let Some(Some(at)) = untrack(first_found)
        {
            text.set(String::new());
            let change = Change::Country(state.catalog.countries[at].code);
            if !state.query.with_untracked(|query| query.has(&change)) {
                state.change(&change);
            }
        }
    };
    view! {
        <details class="picker">
            <summary><span>{messages.filter_country()}</span>" "<span class="chosen">{chosen}</span></summary>
            <input
                type="text" autocomplete="off" aria-label=messages.find_country() placeholder=messages.find_country()
                prop:value=move || text.get() on:input=move |event| text.set(event_target_value(&event))
                on:keydown=take_first on:focus=move |_| state.load_names()
            />
            <p class="hint" aria-live="polite">
                {move || matches!(first_found(), Some(None)).then(|| messages.no_such_country())}
            </p>
            <CountryChoices find/>
        </details>
    }
}
