//! How many cards are shown, and which of them are open.

use leptos::prelude::*;

use super::{AppState, PAGE_SIZE};
use crate::browser::window::height;

/// How many cards stand beside each other in a wide window, at most.
const CARDS_IN_ROW: f64 = 4.0;

/// How high a card is, at least, in CSS pixels.
const CARD_HEIGHT: f64 = 250.0;

impl AppState {
    /// Most cards that are shown now. A player is in a card that stays.
    #[must_use]
    pub fn cards_limit(&self) -> usize {
        let first = self.first_cards.get().filter(|_| self.player.with(Option::is_none));
        self.limit.get().min(first.unwrap_or(usize::MAX))
    }

    /// Opens or closes the card of a country.
    pub fn toggle_card(&self, country: usize) {
        self.opened.update(|opened| opened.toggle(country));
        self.close_lost_player();
    }

    /// Shows the next page of cards or rows.
    pub fn show_more(&self) {
        self.show_all_cards();
        self.limit.update(|limit| *limit += PAGE_SIZE);
    }

    /// Shows no more cards for now than the window may show.
    pub(super) fn show_first_cards(&self) {
        let first = Some(((height() / CARD_HEIGHT).ceil() * CARDS_IN_ROW) as usize);
        if first != self.first_cards.get_untracked() {
            self.first_cards.set(first);
        }
    }

    /// Shows the others, too.
    pub(super) fn show_all_cards(&self) {
        if self.first_cards.get_untracked().is_some() {
            self.first_cards.set(None);
        }
    }
}
