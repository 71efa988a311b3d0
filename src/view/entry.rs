//! The entry that the address points at: it is marked, and the visitor who asked for it is brought there.

use catalog::Id;
use leptos::prelude::*;

use super::ids;
use crate::browser::effect::effect;
use crate::browser::focus::{Scroll, focus_element};
use crate::browser::schedule::next_frame;
use crate::browser::window::scroll_to_top_of;
use crate::state::{AppState, Surface, use_app_state};

/// The value of `data-here` on the element of an entry, whose id is [`ids::item`].
pub fn mark_entry(id: &'static Id) -> impl Fn() -> Option<&'static str> + Copy + Send + Sync {
    let state = use_app_state();
    effect(move || {
        // What is not shown yet takes no focus.
        if state.points_at(id) && state.loading.is_whole.get() {
            next_frame(move || bring_to(state, id));
        }
    });
    move || state.points_at(id).then_some("")
}

/// A widget leaves the page around it where it is, unless its visitor asked for the entry.
fn bring_to(state: AppState, id: &Id) {
    let Some(entry) = state.host().find(&format!("#{}", ids::item(id))) else { return };
    if state.take_sought_item() {
        focus_element(&entry, Scroll::Stay);
        entry.scroll_into_view();
    } else if state.site().surface == Surface::Frame {
        scroll_to_top_of(&entry);
    }
}
