//! The window.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// How high the window is, in CSS pixels.
#[must_use]
pub fn height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

/// Scrolls to the top of the document.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Scrolls this window alone: `scrollIntoView` in a frame would scroll the page around it, too.
pub fn scroll_to_top_of(element: &web_sys::Element) {
    window().scroll_by_with_x_and_y(0.0, element.get_bounding_client_rect().top());
}

/// Listens to an event of the window until the current owner is cleaned up.
pub fn listen(event: &'static str, act: impl Fn() + 'static) {
    let listener = window_event_listener_untyped(event, move |_| act());
    on_cleanup(move || listener.remove());
}

/// Tells the scripts of the page that something has happened, by an event on the window.
pub fn dispatch(name: &str) {
    if let Ok(event) = web_sys::Event::new(name) {
        let _not_cancelled = window().dispatch_event(&event);
    }
}

/// Tells the connectors of reference managers that what they find in the document has changed.
pub fn announce_citations() {
    if let Ok(event) = web_sys::Event::new("ZoteroItemUpdated") {
        let _not_cancelled = document().dispatch_event(&event);
    }
}

/// Takes a plain click on a link from the browser: whether the app is to follow it. One that asks for a new tab or
/// window is the browser's.
#[must_use]
pub fn take_click(click: &web_sys::MouseEvent) -> bool {
    let opens_elsewhere =
        click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key() || click.button() != 0;
    if !opens_elsewhere {
        click.prevent_default();
    }
    !opens_elsewhere
}

/// Whether the `<details>` is unfolded that has just been unfolded or folded.
#[must_use]
pub fn is_unfolded(toggle: &web_sys::Event) -> bool {
    event_target::<web_sys::Element>(toggle).has_attribute("open")
}

/// The element on which an event happened.
#[must_use]
pub fn target(event: &web_sys::Event) -> Option<web_sys::Element> {
    event.target()?.dyn_into().ok()
}
