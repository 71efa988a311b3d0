//! The player that is open.

use catalog::View;
use leptos::prelude::*;

use super::AppState;

/// A video in a section of the page: a video stands on the page more than once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Player {
    /// The section it is in.
    pub section: Section,
    /// Its place in [`catalog::Catalog::videos`].
    pub video: usize,
}

/// A section that shows videos.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The card or the page of a country, by its place in [`catalog::Catalog::countries`].
    Country(usize),
    /// The talks and visits.
    Talks,
    /// The page of a video alone.
    VideoPage,
}

impl AppState {
    /// Opens a player, in place of the one that is open; `None` closes it.
    pub fn play(&self, player: Option<Player>) {
        self.player.set(player);
        if let Some(player) = player {
            self.dispatch("ngp-play", self.catalog.videos[player.video].id.as_str());
        }
    }

    /// Whether everything about a country is shown in its card: it was opened, or nothing else is selected.
    #[must_use]
    pub fn is_open(&self, country: usize) -> bool {
        self.is_only_match(country) || self.opened.with(|opened| opened.contains(&country))
    }

    /// Whether a country is the only one that is selected.
    #[must_use]
    pub fn is_only_match(&self, country: usize) -> bool {
        self.only_match.get() == Some(country)
    }

    /// Closes the player whose tile has left the screen: it would start again by itself when the tile comes back.
    pub(super) fn close_lost_player(&self) {
        let Some(player) = self.player.get_untracked() else { return };
        let is_there = untrack(|| match player.section {
            Section::Country(_) if self.page.get() != super::Page::Start => true,
            Section::Country(country) => {
                let limit = if self.view.get() == View::Cards { self.limit.get() } else { 0 };
                let is_listed = |selection: &catalog::Selection| {
                    selection.matches.iter().take(limit).any(|found| found.country == country)
                };
                self.selection.with(is_listed) && self.is_open(country)
            }
            Section::Talks => self.selection.with(|selection| selection.videos.contains(&player.video)),
            Section::VideoPage => true,
        });
        if !is_there {
            self.play(None);
        }
    }
}
