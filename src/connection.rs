//! What the page knows of the network and of new versions.
//!
//! `js/boot.js` owns the service worker; it tells the page what happens by events on `window`, and
//! is told by events in turn. The browser's own `online` and `offline` events are heard too.

use leptos::prelude::*;

use crate::small::{Getter, Setter, small};

/// The state of the network, and whether a new version waits.
#[derive(Clone, Copy, Debug)]
pub struct Connection {
    /// Whether there is a network, as far as is known.
    pub online: Getter<bool>,
    /// Whether a new version is ready and was not put off.
    pub update: Getter<bool>,
    set_online: Setter<bool>,
    set_update: Setter<bool>,
}

impl Connection {
    /// As a page that is sent shows it: with a network, and in its newest version.
    #[must_use]
    pub(crate) fn new() -> Self {
        let (online, set_online) = small(true);
        let (update, set_update) = small(false);
        Self { online, update, set_online, set_update }
    }

    /// As it is first.
    pub(crate) fn begin(self) {
        self.set_online.set(true);
        self.set_update.set(false);
    }

    /// Looks whether there is a network, and listens until the owner is cleaned up.
    pub(crate) fn listen(self) {
        let Self { set_online, set_update, .. } = self;
        if !window().navigator().on_line() {
            set_online.set(false);
        }
        for (event, is_online) in [("online", true), ("ngp-online", true), ("offline", false), ("ngp-offline", false)] {
            hear(event, move || set_online.set(is_online));
        }
        hear("ngp-update", move || set_update.set(true));
    }

    /// Takes the new version: the page is loaded again with it.
    pub fn take_update(&self) {
        tell("ngp-reload");
    }

    /// Tells `js/boot.js`, which knows where on it the visitor was, that an earlier page is there again.
    pub(crate) fn tell_back(&self) {
        tell("ngp-back");
    }

    /// Tells `js/boot.js` that the page points at another part of itself, `data-item`.
    pub(crate) fn tell_part(&self) {
        tell("ngp-part");
    }

    /// Puts the new version off until the next visit.
    pub fn put_off(&self) {
        self.set_update.set(false);
    }
}

/// Hears an event of the window until the owner is cleaned up.
pub(crate) fn hear(event: &'static str, act: impl Fn() + 'static) {
    fn hear_of(event: &'static str, act: Box<dyn Fn()>) {
        let listener = window_event_listener_untyped(event, move |_| act());
        on_cleanup(move || listener.remove());
    }
    hear_of(event, Box::new(act));
}

fn tell(name: &str) {
    if let Ok(event) = web_sys::Event::new(name) {
        let _not_cancelled = window().dispatch_event(&event);
    }
}
