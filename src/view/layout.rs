//! What is around every page.

use leptos::prelude::*;

use super::about::About;
use super::credit::Credit;
use super::flag::FlagDrawings;
use super::header::Header;
use super::ids;
use super::notice::{News, Notices};
use super::routes::Routes;
use crate::state::{Page, Surface, use_app_state, use_messages};

/// The whole of what the app shows.
#[component]
pub fn Layout() -> impl IntoView {
    let state = use_app_state();
    let page = match state.site().surface {
        Surface::Page => view! { <SkipLink/><Header/><Notices/><News/><Main/><About/> },
        Surface::Frame => view! { <Notices/><Main/><Credit/> },
        // Who embeds it hears of an address that was not understood from its scripts.
        Surface::Element => view! { <Main/><Credit/> },
    };
    view! { <div class="page"><FlagDrawings/>{page}</div> }
}

/// Leads past the header.
#[component]
pub fn SkipLink() -> impl IntoView {
    let messages = use_messages();
    let page = use_app_state().page;
    let to = move || if page.get() == Page::Start { "#results" } else { "#country" };
    let words = move || if page.get() == Page::Start { messages.skip() } else { messages.skip_to_country() };
    view! { <a class="skip" href=to>{words}</a> }
}

/// The main part of the document, where that is ours.
#[component]
fn Main() -> impl IntoView {
    let state = use_app_state();
    let class = move || main_class(state.page.get());
    let id = move || matches!(state.page.get(), Page::Video(_)).then_some(ids::TITLE);
    if state.owns_document() {
        view! { <main class=class id=id><Routes/></main> }
    } else {
        view! { <div class=class id=id><Routes/></div> }
    }
}

/// The class of the main part on a page.
#[must_use]
pub fn main_class(page: Page) -> &'static str {
    match page {
        Page::Start => "start",
        Page::Country(_) => "country",
        Page::Video(_) => "video-page",
    }
}
