//! How many cards are shown, and which of them are open.

use leptos::prelude::*;

use super::{AppState, PAGE_SIZE};
use crate::browser::window::height;

/// How many cards stand beside each other in a wide window, at most.
const CARDS_IN_ROW: f64 = 4.0;

/// How high a card is, at least, in CSS pixels.
const CARD_HEIGHT: f64 = 250.0;

impl AppState {
    /// The countries whose cards are shown now. A player is in a card that stays, and so does a card that is open.
    #[must_use]
    pub fn shown_cards(&self) -> Vec<usize> {
        let limit = self.limit.get();
        let first = self.first_cards.get().filter(|_| self.player.with(Option::is_none)).unwrap_or(limit);
        let is_shown =
            |(place, country): &(usize, usize)| *place < first || self.opened.with(|opened| opened.contains(country));
        self.selection.with(|selection| {
            let countries = selection.matches.iter().take(limit).map(|found| found.country);
            countries.enumerate().filter(is_shown).map(|(_, country)| country).collect()
        })
    }

    /// Runs what calls this again when more or fewer cards may be shown.
    pub fn track_cards(&self) {
        self.limit.track();
        self.first_cards.track();
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

    /// Shows at most so many cards or rows.
    pub fn set_limit(&self, limit: usize) {
        self.limit.set(limit);
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
