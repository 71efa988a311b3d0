//! The keyboard's focus.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

use super::host::Host;
use super::schedule::next_frame;

/// What the page does when the focus goes somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scroll {
    /// It brings what has the focus into view.
    IntoView,
    /// It stays where it is.
    Stay,
}

/// Gives the focus to the element of that id, where what had it is about to go.
pub fn focus(host: &Host, id: &str, scroll: Scroll) {
    if let Some(element) = host.find(&format!("#{id}")) {
        focus_element(&element, scroll);
    }
}

/// The same for what a change that was just made brings to the screen.
pub fn focus_next_frame(host: Host, id: String) {
    next_frame(move || focus(&host, &id, Scroll::IntoView));
}

/// Gives the focus to an element, also to one that Tab passes over, such as a heading.
pub fn focus_element(element: &Element, scroll: Scroll) {
    let Some(element) = element.dyn_ref::<HtmlElement>() else { return };
    if element.tab_index() < 0 {
        let _always_valid = element.set_attribute("tabindex", "-1");
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(scroll == Scroll::Stay);
    let _unfocusable = element.focus_with_options(&options);
}
