//! What is on paper: all that is selected.

use std::time::Duration;

use leptos::prelude::*;

use super::{AppState, PAGE_SIZE};
use crate::browser::window::listen;

/// The limit of cards and rows on paper: more than there are, and half of what there may be, because some views show
/// several rows for each card.
const PRINTED: usize = usize::MAX / 2;

impl AppState {
    /// Shows all that is selected while the page is printed, until the current owner is cleaned up.
    pub(super) fn follow_printing(self) {
        listen("beforeprint", move || {
            self.commit_typing();
            // Cards may still be in the making.
            let limit = self.limit.get_untracked().max(PAGE_SIZE);
            if limit != PRINTED {
                self.mount.update_value(|mount| mount.limit_before_print = limit);
            }
            self.limit.set(PRINTED);
            self.settle(Duration::ZERO);
        });
        listen("afterprint", move || {
            self.limit.set(self.mount.with_value(|mount| mount.limit_before_print));
        });
    }

    /// Whether the page is being printed.
    #[must_use]
    pub fn is_printed(&self) -> bool {
        self.limit.get() == PRINTED
    }
}
