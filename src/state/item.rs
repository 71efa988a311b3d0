//! The entry that the address points at: a document, a video or an event.

use catalog::{Id, Query};
use leptos::prelude::*;

use super::{AppState, PAGE_SIZE, Page};

impl AppState {
    /// Points at an entry: under the filters that are set where it fits them, otherwise without any.
    pub fn show_item(&self, id: &Id) {
        let is_here = self
            .selection
            .with_untracked(|selection| selection.found().any(|found| found.resolve(self.catalog).1.id == *id));
        let query = if is_here { self.query.get_untracked() } else { Query::default() }.pointing_at(id);
        self.mount.update_value(|mount| mount.seeks_item = true);
        if self.page.get_untracked() != Page::Start {
            return self.visit_start(query);
        }
        if self.is_current(&query) {
            // It is marked already, and is to be brought into view once more.
            self.query.notify();
        }
        self.set_query(query);
    }

    /// Whether the address points at this entry.
    #[must_use]
    pub fn points_at(&self, id: &Id) -> bool {
        self.query.with(|query| query.item.as_ref() == Some(id))
    }

    /// Whether the visitor asked for the entry that is shown now. True only once, because the next entry was not asked
    /// for.
    #[must_use]
    pub fn take_sought_item(&self) -> bool {
        self.mount.try_update_value(|mount| std::mem::take(&mut mount.seeks_item)).unwrap_or_default()
    }

    /// Takes the entry that the address points at for what the visitor asks for, on a page of ours.
    pub(super) fn seek_item(&self) {
        let is_ours = !self.is_widget();
        self.mount.update_value(|mount| mount.seeks_item = is_ours);
    }

    /// Opens the card with that entry, and shows so many cards that it is among them.
    pub(super) fn open_card_of(&self, item: &Id) {
        let has_it = |at: usize| self.catalog.countries[at].resources.iter().any(|resource| resource.id == *item);
        let found = self.selection.with_untracked(|selection| {
            let place = selection.matches.iter().position(|found| has_it(found.country));
            place.map(|place| (place, selection.matches[place].country))
        });
        if let Some((place, country)) = found {
            self.limit.set(PAGE_SIZE.max(place + 1));
            self.opened.update(|opened| {
                opened.insert(country);
            });
        }
    }
}
