//! A button for more rows, of a table or of the timeline.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::browser::focus::{Scroll, focus_element};
use crate::browser::schedule::next_frame;
use crate::state::{AppState, use_app_state, use_messages};

/// The first link of each row.
const FIRST_LINKS: &str = ".rows tbody th a, .bar-row";

/// A button for more rows. It may go; the focus goes on to the first row that it brought.
#[component]
pub fn MoreRows(
    /// How many it brings; without any, it is hidden.
    more: Memo<usize>,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let show_more = move |_| {
        let before = first_links(state).map_or(0, |links| links.length());
        state.show_more();
        next_frame(move || {
            let next = first_links(state).and_then(|links| links.item(before));
            if let Some(link) = next.as_ref().and_then(|link| link.dyn_ref()) {
                focus_element(link, Scroll::IntoView);
            }
        });
    };
    view! {
        <button class="more" type="button" hidden=move || more.get() == 0 on:click=show_more>
            {move || messages.show_more_rows(more.get())}
        </button>
    }
}

fn first_links(state: AppState) -> Option<web_sys::NodeList> {
    state.host().all(FIRST_LINKS)
}
