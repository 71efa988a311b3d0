//! The names of the countries in other languages, for the search and the list of countries to choose from.

use catalog::NearestWord;
use catalog::site::NAMES;
use leptos::prelude::*;

use super::AppState;
use crate::browser::dataset;
use crate::browser::schedule::spawn;

impl AppState {
    /// Fetches the names of the countries in other languages, when somebody begins to search or to look for a country, and selects again what was
    /// searched for meanwhile. Where they cannot be had, a search finds everything else, corrects nothing, and the next one
    /// asks again.
    pub fn load_names(self) {
        if self.set_has_names(true) != Some(false) {
            return;
        }
        spawn(async move {
            let Ok(names) = dataset::file(&self.link(NAMES), false).await else {
                self.set_has_names(false);
                return;
            };
            self.catalog.add_names(&names);
            self.select_again();
        });
    }

    /// Takes a word of a search that stands nowhere for the nearest one.
    pub fn correct_searches(self, find: NearestWord) {
        if self.catalog.correct_searches(find) {
            self.select_again();
        }
    }

    /// The same query selects more.
    fn select_again(self) {
        if self.names.try_update(|times| *times += 1).is_some() {
            self.follow_selection();
        }
    }

    /// Whether they were before.
    fn set_has_names(&self, has_names: bool) -> Option<bool> {
        self.mount.try_update_value(|mount| std::mem::replace(&mut mount.has_names, has_names))
    }
}
