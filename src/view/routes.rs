//! The page that the visitor is on, and where on it they arrive.

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

/// The current page. It is keyed by itself, so that another page is made anew.
#[component]
pub fn Routes() -> impl IntoView {
    let state = use_app_state();
    view! { <For each=move || [state.page.get()] key=|page| *page children=|page| view! { <Route page/> }/> }
}

/// A page, which takes the focus when the visitor comes to it within the app.
#[component]
fn Route(
    /// The page.
    page: Page,
) -> impl IntoView {
    let state = use_app_state();
    // Effects run after the page was made.
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

/// Scrolls and moves the focus as a browser does between pages: a link leads to the top of the page, with the focus
/// on its title. Back and Forward lead to where the page was left; on the start page, the focus is on the country
/// that the visitor comes back from.
fn arrive(state: AppState, page: Page, arrival: Arrival) {
    let country = |at: usize| -> &'static Country { &state.catalog.countries[at] };
    let title = match page {
        Page::Start if state.is_widget() => ids::RESULTS_TITLE.to_owned(),
        Page::Start | Page::Video(_) => ids::TITLE.to_owned(),
        Page::Country(at) => ids::page_title(country(at)),
    };
    if state.host().find(&format!("#{title}")).is_none() {
        // The page is built outside of the document, and is not inserted yet.
        if !state.is_gone() && state.page.get_untracked() == page {
            next_frame(move || arrive(state, page, arrival));
        }
        return;
    }
    match (arrival, page) {
        // A widget scrolls the page around it only as far as needed to show its own.
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
