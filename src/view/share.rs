//! Giving the address of what is shown to somebody.

use leptos::prelude::*;

use super::note::forget_when_changed;
use crate::browser::clipboard::copy;
use crate::browser::schedule::spawn;
use crate::browser::share;
use crate::state::{use_app_state, use_messages};

/// A button that shares the address by the device's own way, or else copies it.
#[component]
pub fn Share() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    // The number of the last copy that was made here.
    let copied = RwSignal::new(0);
    forget_when_changed(state, copied);
    let press = move |_| {
        let address = untrack(|| state.current_link());
        match share::open(&address) {
            // Somebody who closes it again has made no mistake, and has not asked for the clipboard.
            Some(sharing) => spawn(sharing.ended()),
            None => {
                let number = state.count_copy();
                let copying = copy(&address);
                spawn(async move {
                    if copying.is_done().await {
                        // The view may have gone meanwhile, and its signals with it.
                        let _gone = copied.try_set(number);
                    }
                });
            }
        }
    };
    view! {
        <button class="share" type="button" aria-live="polite" on:click=press>
            {move || if copied.get() == state.copies.get() { messages.copied() } else { messages.share() }}
        </button>
    }
}
