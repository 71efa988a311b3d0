//! What follows the state outside of the app's own elements: the document's title and marks, and the page that a
//! widget is on.

use catalog::{EmbedRequest, Query};
use leptos::prelude::*;

use crate::browser::effect::effect;
use crate::browser::schedule::next_task;
use crate::browser::window::listen;
use crate::state::{AppState, Page, Surface};
use crate::view::highlight::mark_search_terms;

/// Follows the state until the current owner is cleaned up.
pub(super) fn follow(state: AppState) {
    mark_search_terms(state);
    effect(move || state.set_attribute("data-view", Some(state.view.get().name())));
    if state.owns_document() {
        // A browser takes milliseconds for it, which nobody waits for who types or chooses. And it comes after the
        // address, because it is the title of the entry of the history that there is then.
        effect(move || {
            state.page.track();
            state.today.track();
            state.track_address();
            if !state.typing.get() {
                document().set_title(&untrack(|| title(state)));
            }
        });
    }
    if state.site().surface == Surface::Page {
        // Not every browser prints the title and the address of a page. The page as it was sent says what it was then, and
        // the script in its head where it is.
        listen("beforeprint", move || {
            let (title, link) = untrack(|| (title(state), state.current_link()));
            let words = state.messages.printed(&title, state.catalog.version, state.today.get_untracked());
            state.set_attribute("data-printed", Some(&words));
            state.set_attribute("data-where", Some(&link));
        });
    }
    if state.is_widget() {
        let mut last = None;
        effect(move || {
            if state.typing.get() {
                return;
            }
            let query = embedded_query(state);
            let last = last.replace(query.clone());
            // The first is what was asked for.
            if last.is_some_and(|last| last != query) {
                state.dispatch("ngp-change", &query);
            }
        });
    }
}

/// Says that the page reacts, when what the address asks for is in the document.
pub(super) fn announce_ready(state: AppState) {
    if state.is_gone() {
        return;
    }
    state.set_attribute("data-ready", Some(""));
    state.dispatch("ngp-ready", "");
    if state.page.get_untracked() == Page::Start {
        next_task(move || state.catalog.prepare_search());
    }
}

/// Says that all of the page reacts.
pub(super) fn announce_whole(state: AppState) {
    if state.is_gone() {
        return;
    }
    state.set_whole();
    state.set_attribute("data-whole", Some(""));
}

fn title(state: AppState) -> String {
    match state.page.get() {
        Page::Start => state.query.with(|query| state.messages.title(query, state.catalog)),
        Page::Country(at) => state.messages.country_title(&state.catalog.countries[at], state.today.get()),
        Page::Video(at) => state.catalog.videos[at].title.to_string(),
    }
}

/// What is shown, as the address of an embed asks for it.
fn embedded_query(state: AppState) -> String {
    match state.page.get() {
        Page::Start => state.query.with(Query::encode),
        Page::Country(at) => ["country=", &state.catalog.countries[at].code.lower()].concat(),
        Page::Video(at) => [EmbedRequest::PLAY, "=", state.catalog.videos[at].id.as_str()].concat(),
    }
}
