//! What the page knows of the network and of new versions.
//!
//! `js/boot.js` owns the service worker; it tells the page what happens by events on `window`, and
//! is told by events in turn. The browser's own `online` and `offline` events are heard too.

use leptos::prelude::*;

/// The state of the network, and whether a new version waits.
#[derive(Clone, Copy, Debug)]
pub struct Connection {
    /// Whether there is a network, as far as is known.
    pub online: ReadSignal<bool>,
    /// Whether a new version is ready and was not put off.
    pub update: ReadSignal<bool>,
    set_update: WriteSignal<bool>,
}

impl Connection {
    /// Listens until the owner is cleaned up.
    #[must_use]
    pub fn listen() -> Self {
        let (online, set_online) = signal(window().navigator().on_line());
        let (update, set_update) = signal(false);
        for (event, is_online) in [("online", true), ("ngp-online", true), ("offline", false), ("ngp-offline", false)] {
            let listener = window_event_listener_untyped(event, move |_| set_online.set(is_online));
            on_cleanup(move || listener.remove());
        }
        let listener = window_event_listener_untyped("ngp-update", move |_| set_update.set(true));
        on_cleanup(move || listener.remove());
        Self { online, update, set_update }
    }

    /// Takes the new version: the page is loaded again with it.
    pub fn take_update(&self) {
        tell("ngp-reload");
    }

    /// Looks for a new version now.
    pub fn look_for_update(&self) {
        tell("ngp-look");
    }

    /// Puts the new version off until the next visit.
    pub fn put_off(&self) {
        self.set_update.set(false);
    }
}

fn tell(name: &str) {
    if let Ok(event) = web_sys::Event::new(name) {
        let _not_cancelled = window().dispatch_event(&event);
    }
}
