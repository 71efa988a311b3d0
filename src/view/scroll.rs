//! Where on the page the visitor is after a change.

use crate::browser::focus::{Scroll, focus};
use crate::browser::schedule::next_frame;
use crate::browser::window::height;
use crate::state::AppState;

use super::ids::RESULTS_TITLE;

/// Brings the beginning of the results into view where they have moved out of it: who is deep in the page
/// when a filter takes most of it away would be left behind at its end.
pub fn return_to_results(state: AppState) {
    // The focus stays in the filters, which stay in view.
    next_frame(move || {
        show_results(state, |top, _| top < 0.0);
    });
}

/// The same where the results may also be below the window.
pub fn go_to_results(state: AppState) {
    next_frame(move || {
        if show_results(state, |top, window| top < 0.0 || top > window * 0.7).is_some() {
            focus(&state.host(), RESULTS_TITLE, Scroll::Stay);
        }
    });
}

/// Scrolls to the results if they are out of sight, by their top and the height of the window in pixels.
fn show_results(state: AppState, is_out_of_sight: impl Fn(f64, f64) -> bool) -> Option<()> {
    let results = state.host().find("#results")?;
    is_out_of_sight(results.get_bounding_client_rect().top(), height()).then(|| results.scroll_into_view())
}
