//! A page of ours in a frame of ours.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlIFrameElement};

/// Sets the style of the page in a frame; nothing while there is no page, or where it is another site's. A style that a
/// script sets in this way needs no leave of the content security policy.
pub fn set_style(frame: &HtmlIFrameElement, style: &str) {
    if let Some(root) = frame.content_document().and_then(|page| page.document_element()) {
        // Each page has a class `HtmlElement` of its own, so that ours would not be found to be its.
        root.unchecked_into::<HtmlElement>().style().set_css_text(style);
    }
}
