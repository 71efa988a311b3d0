//! Where the visitor is: the browser's address, or memory.

use std::sync::{Arc, Mutex};

use catalog::site::folder;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::window::listen;

/// How a new address enters the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryAction {
    /// As a new entry: Back returns to the one before.
    Push,
    /// In place of the current entry.
    Replace,
}

/// Where the visitor is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// The folder of the page, seen from the site's root: none, or a country's code.
    pub folder: String,
    /// The query, with or without `?`.
    pub query: String,
}

/// Where the address is kept, and the site that it is of.
#[derive(Clone, Debug)]
pub struct Address {
    backend: Backend,
    /// The way to the site's root, before the address of any of its files.
    root: String,
    /// The folder of the app's pages, seen from there.
    home: &'static str,
}

#[derive(Clone, Debug)]
enum Backend {
    /// The page's own address, where the root is an absolute one.
    Browser,
    Memory(Arc<Mutex<Location>>),
}

impl Address {
    /// The address of the page. `root` is the absolute address of the site, and `home` the folder of its pages there.
    #[must_use]
    pub fn browser(root: String, home: &'static str) -> Self {
        Self { backend: Backend::Browser, root, home }
    }

    /// In memory, for an element on somebody else's page, for tests, and where there is no browser.
    #[must_use]
    pub fn memory(location: Location, root: String, home: &'static str) -> Self {
        Self { backend: Backend::Memory(Arc::new(Mutex::new(location))), root, home }
    }

    /// The same place in memory: from now on, the browser's own stays as it is.
    #[must_use]
    pub fn remembered(self) -> Self {
        let location = self.read();
        Self { backend: Backend::Memory(Arc::new(Mutex::new(location))), ..self }
    }

    /// Whether it is the browser's own, and not kept in memory.
    #[must_use]
    pub fn is_of_browser(&self) -> bool {
        matches!(self.backend, Backend::Browser)
    }

    /// The way to the site's root, before the address of any of its files.
    #[must_use]
    pub fn root(&self) -> &str {
        &self.root
    }

    /// The way to the start page.
    #[must_use]
    pub fn start(&self) -> String {
        [&*self.root, self.home].concat()
    }

    /// Where the visitor is now.
    #[must_use]
    pub fn read(&self) -> Location {
        match &self.backend {
            Backend::Browser => {
                // Some hosts know no case; the app's own folders have capitals nowhere.
                let (path, start) = (path(), self.start());
                let is_below = path.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(&start));
                let rest = if is_below { &path[start.len()..] } else { "" };
                Location { folder: folder(rest).to_owned(), query: location().search().unwrap_or_default() }
            }
            Backend::Memory(location) => location.lock().map(|location| location.clone()).unwrap_or_default(),
        }
    }

    /// Writes where the visitor is; the query without `?`.
    pub fn write(&self, location: Location, action: HistoryAction) {
        match &self.backend {
            Backend::Browser => write_browser(&self.start(), &location, location.folder == self.read().folder, action),
            Backend::Memory(kept) => {
                if let Ok(mut kept) = kept.lock() {
                    *kept = location;
                }
            }
        }
    }

    /// Goes back to the entry of the history before; whether there is a history.
    #[must_use]
    pub fn go_back(&self) -> bool {
        self.is_of_browser() && window().history().is_ok_and(|history| history.back().is_ok())
    }

    /// Calls back when a visitor goes back or forward, until the owner is cleaned up.
    pub fn on_popstate(&self, callback: impl Fn() + 'static) {
        if self.is_of_browser() {
            listen("popstate", callback);
        }
    }
}

/// Whether the visitor has been at this entry of the history before: `js/boot.js` keeps there where on the page.
#[must_use]
pub fn is_return() -> bool {
    let state = window().history().and_then(|history| history.state()).unwrap_or_default();
    js_sys::Reflect::has(&state, &"y".into()).unwrap_or_default()
}

/// The address of the page without its query.
fn path() -> String {
    let location = location();
    location.origin().unwrap_or_default() + &location.pathname().unwrap_or_default()
}

fn write_browser(start: &str, Location { folder, query }: &Location, stays: bool, action: HistoryAction) {
    let mut address = match folder.as_str() {
        // As it was: a host may know the page only by its file.
        _ if stays => path(),
        "" => start.to_owned(),
        folder => format!("{start}{folder}/"),
    };
    if !query.is_empty() {
        address.push('?');
        address.push_str(query);
    }
    let Ok(history) = window().history() else { return };
    // A browser refuses more than a hundred changes in some seconds; the screen follows all the same.
    let _refused = match action {
        HistoryAction::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        // `js/boot.js` keeps there where the visitor is on the page.
        HistoryAction::Replace => {
            history.replace_state_with_url(&history.state().unwrap_or_default(), "", Some(&address))
        }
    };
}
