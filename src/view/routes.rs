//! The page that the visitor is on, and where on it they begin.

use catalog::Country;
use leptos::prelude::*;

use super::country_page::CountryPage;
use super::ids;
use super::start_page::StartPage;
use super::video_page::VideoPage;
use crate::browser::effect::effect;
use crate::browser::focus::{Scroll, focus};
use crate::browser::schedule::next_frame;
use crate::browser::window::scroll_to_top;
use crate::state::{AppState, Arrival, Page, use_app_state};

/// What stands in the main part of the document.
#[component]
pub fn Routes() -> impl IntoView {
    let state = use_app_state();
    view! { <For each=move || [state.page.get()] key=|page| *page children=|page| view! { <Route page/> }/> }
}

#[component]
fn Route(page: Page) -> impl IntoView {
    let state = use_app_state();
    // It runs when the page is in the document.
    effect(move || {
        if let Some(arrival) = state.take_arrival() {
            arrive(state, page, arrival);
        }
    });
    match page {
        Page::Start => view! { <StartPage/> },
        Page::Country(at) => view! { <CountryPage at/> },
        Page::Video(at) => view! { <VideoPage at/> },
    }
}

/// A page that was gone to begins at its top; one that was come back to is where it was left, with the focus on the
/// country that was left for it, as a browser does between pages.
fn arrive(state: AppState, page: Page, arrival: Arrival) {
    let country = |at: usize| -> &'static Country { &state.catalog.countries[at] };
    let title = match page {
        Page::Start if state.is_widget() => ids::RESULTS_TITLE.to_owned(),
        Page::Start | Page::Video(_) => ids::TITLE.to_owned(),
        Page::Country(at) => ids::page_title(country(at)),
    };
    if state.host().find(&format!("#{title}")).is_none() {
        // It is made beside the document, and comes into it in a moment.
        if !state.is_gone() && state.page.get_untracked() == page {
            next_frame(move || arrive(state, page, arrival));
        }
        return;
    }
    match (arrival, page) {
        // The page around a widget is not ours to move, other than to what is shown now.
        (Arrival::Link, _) if state.is_widget() => focus(&state.host(), &title, Scroll::IntoView),
        (Arrival::Link, _) => {
            scroll_to_top();
            focus(&state.host(), &title, Scroll::Stay);
        }
        (Arrival::History(Page::Country(at)), Page::Start) => {
            focus(&state.host(), &ids::card_title(country(at)), Scroll::Stay);
        }
        (Arrival::History(_), _) => focus(&state.host(), &title, Scroll::Stay),
    }
}
