//! The button that shows the next page of a list: more cards, or more rows of a table or of the timeline.

use catalog::Messages;
use leptos::prelude::*;

use crate::browser::focus::{Scroll, focus_element};
use crate::browser::schedule::next_frame;
use crate::state::{AppState, PAGE_SIZE, use_app_state, use_messages};

/// Shows the next page of a list. The button is hidden after the last page, so the focus moves on to the first item
/// that a press has added.
#[component]
pub fn ShowMore(
    /// How many items the whole list has; zero while the list itself is not shown.
    total: fn(AppState) -> usize,
    /// How many items take the place of one card: [`AppState::limit`] counts cards.
    #[prop(default = 1)]
    items_per_card: usize,
    /// The button's words for the number of items that it adds.
    words: fn(Messages, usize) -> String,
    /// Selects the element of each item that takes the focus, one per item, in the order of the list.
    focus: &'static str,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    // Printing raises the limit beyond any number.
    let shown = move |limit: usize| limit.saturating_mul(items_per_card);
    let more = Memo::new(move |_| total(state).saturating_sub(shown(state.limit.get())).min(shown(PAGE_SIZE)));
    let show_more = move |_| {
        state.commit_typing();
        let first_added = shown(state.limit.get_untracked());
        state.show_more();
        next_frame(move || {
            if let Some(element) = state.host().nth(focus, first_added) {
                focus_element(&element, Scroll::IntoView);
            }
        });
    };
    view! {
        <button class="more" type="button" hidden=move || more.get() == 0 on:click=show_more>
            {move || words(messages, more.get())}
        </button>
    }
}
