//! The day for which the app answers.

use leptos::prelude::*;

use super::AppState;
use crate::browser::clock;
use crate::browser::window::listen;

impl AppState {
    /// Answers for the visitor's day, and for the next one when they come back to a page that was open over night.
    pub(super) fn follow_day(self) {
        let follow = move || {
            let day = clock::today().unwrap_or(self.catalog.version);
            if day != self.today.get_untracked() {
                self.today.set(day);
                self.follow_selection();
            }
        };
        follow();
        // The window of a frame gets no focus when its tab is shown again.
        listen("visibilitychange", follow);
    }
}
