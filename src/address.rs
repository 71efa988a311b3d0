//! Where the query is written: the browser's address, or memory.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// How a new query enters the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// As a new entry: Back returns to the one before.
    Push,
    /// In place of the current entry.
    Replace,
}

/// The place where the query stands.
#[derive(Clone, Debug)]
pub struct Address(Place);

#[derive(Clone, Debug)]
enum Place {
    Browser,
    Memory(Arc<Mutex<String>>),
}

impl Address {
    /// The address of the page.
    #[must_use]
    pub fn browser() -> Self {
        Self(Place::Browser)
    }

    /// A query in memory, for an element on somebody else's page, and for tests.
    #[must_use]
    pub fn memory(query: &str) -> Self {
        Self(Place::Memory(Arc::new(Mutex::new(query.to_owned()))))
    }

    /// Whether this is the address of the page.
    #[must_use]
    pub fn is_browser(&self) -> bool {
        matches!(self.0, Place::Browser)
    }

    /// The query as it stands there now, with or without `?`.
    #[must_use]
    pub fn query(&self) -> String {
        match &self.0 {
            Place::Browser => location().search().unwrap_or_default(),
            Place::Memory(query) => query.lock().map(|query| query.clone()).unwrap_or_default(),
        }
    }

    /// Writes a query, without `?`.
    pub fn write(&self, query: &str, step: Step) {
        match &self.0 {
            Place::Browser => write_browser(query, step),
            Place::Memory(kept) => {
                if let Ok(mut kept) = kept.lock() {
                    query.clone_into(&mut kept);
                }
            }
        }
    }

    /// Calls back when a visitor goes back or forward, until the owner is cleaned up.
    pub fn on_travel(&self, callback: impl Fn() + 'static) {
        if let Place::Browser = self.0 {
            let listener = window_event_listener_untyped("popstate", move |_| callback());
            on_cleanup(move || listener.remove());
        }
    }
}

fn write_browser(query: &str, step: Step) {
    let path = location().pathname().unwrap_or_default();
    let address = if query.is_empty() { path } else { format!("{path}?{query}") };
    let Ok(history) = window().history() else { return };
    // A browser refuses more than a hundred changes in some seconds; the screen follows the query all the same.
    let _refused = match step {
        Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        // `js/boot.js` keeps there where the visitor is on the page.
        Step::Replace => history.replace_state_with_url(&history.state().unwrap_or_default(), "", Some(&address)),
    };
}
