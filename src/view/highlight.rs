//! Marks what was searched for in the results.

use std::time::Duration;

use leptos::prelude::*;

use crate::browser::effect::effect;
use crate::browser::highlight::Highlights;
use crate::state::{AppState, Page};

/// The texts that a search looks at, by their selectors.
const SEARCHED: &str = ".card-name, .native, .overview, .shortlist a, .found-in, .resource-title, .issuer, \
    .resource-details > p, .poster-title, .poster-speaker, .event h3";

/// How long the results stay as they are before they are marked: typing does not wait for the marks.
const MARK_AFTER: Duration = Duration::from_millis(100);

/// Marks the words of the query in the page, whenever they or the results change, until the current owner is cleaned
/// up.
pub fn mark_search_terms(state: AppState) {
    let highlights = StoredValue::new_local(Highlights::default());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || timer.try_update_value(|timer| timer.take().inspect(TimeoutHandle::clear));
    effect(move || {
        // Everything that brings other texts into the page.
        state.selection.track();
        state.opened.track();
        state.track_cards();
        state.typing.track();
        state.loading.lazy_mounted.track();
        let words = state.query.with(|query| state.selection.with(|selection| selection.words(query)));
        let is_start = state.page.get() == Page::Start;
        stop();
        let update = move || {
            highlights.update_value(|highlights| {
                highlights.clear();
                if is_start && !words.is_empty() {
                    highlights.add(&state.host(), SEARCHED, |text| words.highlights(text));
                }
            });
        };
        timer.set_value(set_timeout_with_handle(update, MARK_AFTER).ok());
    });
    on_cleanup(move || {
        stop();
    });
}
