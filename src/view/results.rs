//! The results: the sentence about them, the choice of views, and the countries that match.

use catalog::{Messages, View};
use leptos::prelude::*;

use super::active_filters::{ActiveFilters, Chips};
use super::card::CountryCard;
use super::ids;
use super::lazy::{Lazy, LazyPart};
use super::link::PartLink;
use super::map::Map;
use super::more::ShowMore;
use super::status::Status;
use super::views::Views;
use crate::state::{AppState, use_app_state, use_messages};

/// The section of the results.
#[component]
pub fn Results() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    view! {
        <section class="results" id="results" tabindex="-1" aria-labelledby=ids::RESULTS_TITLE>
            <h2 {..state.aria_level(2)} id=ids::RESULTS_TITLE>{messages.countries_heading()}</h2>
            <Status/>
            <Views/>
            <ActiveFilters/>
            // A screen reader comes to the list first. The style shows the map above it.
            <ResultList/>
            <Map/>
        </section>
    }
}

/// The results in the current view; where nothing is found, what can be done about that.
#[component]
pub fn ResultList() -> impl IntoView {
    let state = use_app_state();
    let is_empty = Memo::new(move |_| state.selection.with(|selection| selection.matches.is_empty()));
    view! {
        <div class="results-list">
            {move || match state.view.get() {
                View::Cards | View::Map => view! { <Cards/> },
                View::Timeline => view! { <Lazy part=LazyPart::Timeline/> },
                View::Compare => view! { <Lazy part=LazyPart::Comparison/> },
                View::Table => view! { <Lazy part=LazyPart::Table/> },
            }}
            <Show when=move || is_empty.get()><NothingFound/></Show>
        </div>
    }
}

/// The cards of the countries that match, a page at a time.
#[component]
fn Cards() -> impl IntoView {
    let state = use_app_state();
    let shown = Memo::new(move |_| if state.view.get() == View::Cards { state.shown_cards() } else { Vec::new() });
    view! {
        <div class="cards" hidden=move || shown.with(Vec::is_empty)>
            <For each=move || shown.get() key=|at| *at children=|at| view! { <CountryCard at/> }/>
        </div>
        <ShowMore total=matching_cards words=Messages::show_more focus=".cards .card-name"/>
    }
}

/// How many cards there would be without a limit. The view of the map has none.
fn matching_cards(state: AppState) -> usize {
    match state.view.get() {
        View::Cards => state.selection.with(|selection| selection.matches.len()),
        _ => 0,
    }
}

/// What is said where no country matches: links to what else was found, and the filters, to remove them.
#[component]
fn NothingFound() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let europe = Memo::new(move |_| state.selection.with(|selection| selection.europe.len()));
    let videos = Memo::new(move |_| state.selection.with(|selection| selection.videos.len()));
    let is_search = Memo::new(move |_| state.query.with(|query| !query.text().is_empty()));
    let way = move |part, number: usize, words: fn(Messages, usize) -> String| {
        (number > 0).then(|| view! { <p><PartLink part words=words(messages, number)/></p> })
    };
    view! {
        <div class="nothing">
            <h3 {..state.aria_level(3)}>{messages.nothing_found()}</h3>
            {move || way("#europe", europe.get(), Messages::only_europe)}
            {move || way("#talks", videos.get(), Messages::only_videos)}
            {move || is_search.get().then(|| view! { <p>{messages.search_help()}</p> })}
            <p>{messages.nothing_found_hint()}</p>
            <Chips/>
        </div>
    }
}
