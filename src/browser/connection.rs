//! What the page knows of the network and of new versions.
//!
//! `js/boot.js` owns the service worker; it tells the page what happens by events on `window`, and
//! is told by events in turn. What the browser thinks (`navigator.onLine`, `online` and `offline`) is wrong behind some
//! networks of companies and virtual machines: `js/boot/worker.js` hears it, asks the server, and says what is so.

use leptos::prelude::*;

use super::window::{dispatch, listen};

/// The state of the network, and whether a new version waits.
#[derive(Clone, Copy, Debug)]
pub struct Connection {
    /// Whether there is a network, as far as is known.
    pub online: RwSignal<bool>,
    /// Whether a new version is ready and was not put off.
    pub update: RwSignal<bool>,
}

impl Default for Connection {
    /// As a page that is sent shows it: with a network, and in its newest version.
    fn default() -> Self {
        Self { online: RwSignal::new(true), update: RwSignal::new(false) }
    }
}

impl Connection {
    /// Listens until the current owner is cleaned up.
    pub fn listen(self) {
        let Self { online, update } = self;
        for (event, is_online) in [("ngp-online", true), ("ngp-offline", false)] {
            listen(event, move || online.set(is_online));
        }
        listen("ngp-update", move || update.set(true));
    }

    /// Takes the new version: the page is loaded again with it.
    pub fn take_update(self) {
        dispatch("ngp-reload");
    }

    /// Puts the new version off until the next visit.
    pub fn put_off(self) {
        self.update.set(false);
    }
}
