//! How far the app itself is on the page.

use leptos::prelude::*;

use super::{AppState, Filter};

/// How far the app itself is on the page, whatever the visitor asks for.
#[derive(Clone, Copy, Debug)]
pub struct LoadProgress {
    /// Whether all of the page reacts, and other pages can be shown in its place.
    pub is_whole: RwSignal<bool>,
    /// Whether parts of the page could not be fetched, until they are asked for again.
    pub parts_missing: RwSignal<bool>,
    /// How often a part that was fetched has come to the page.
    pub lazy_mounted: RwSignal<usize>,
    /// How many of [`Filter::ALL`] are in the page.
    pub mounted_filters: RwSignal<usize>,
}

impl LoadProgress {
    pub(super) fn new() -> Self {
        Self {
            is_whole: RwSignal::new(false),
            parts_missing: RwSignal::new(false),
            lazy_mounted: RwSignal::new(0),
            mounted_filters: RwSignal::new(Filter::ALL.len()),
        }
    }
}

impl AppState {
    /// All of the page reacts.
    pub fn set_whole(&self) {
        self.loading.is_whole.set(true);
    }

    /// Parts of the page could not be fetched.
    pub fn report_missing_parts(&self) {
        self.loading.parts_missing.set(true);
    }

    /// Asks once more for the parts of the page that could not be fetched.
    pub fn retry_parts(&self) {
        self.loading.parts_missing.set(false);
    }

    /// A part of the page that had to be fetched is there: so can be what was missing.
    pub fn notify_fetched(&self) {
        self.loading.lazy_mounted.update(|number| *number += 1);
        if self.loading.parts_missing.get_untracked() {
            self.retry_parts();
        }
    }

    /// Keeps so many of [`Filter::ALL`] in the page.
    pub fn mount_filters(&self, number: usize) {
        self.loading.mounted_filters.set(number);
    }
}
