//! The calls of which there are thousands: elements are made and attributes set without a string on the way where the
//! string is one of the code's own.
//!
//! A string is read out of the app's memory each time it is handed over, which takes longer than what is done with it.
//! And `web-sys` catches what the browser may throw; none of these throws, because the names are those of `view!`.

#![allow(clippy::ptr_arg, reason = "whether a string is the code's own decides how it is handed over")]

use std::borrow::Cow;
use std::cell::RefCell;

use leptos::prelude::document;
use leptos::wasm_bindgen::prelude::wasm_bindgen;
use leptos::wasm_bindgen::{JsCast, JsValue};
use rustc_hash::FxHashMap;
use web_sys::{Element, Node};

#[wasm_bindgen]
extern "C" {
    type Document;
    #[wasm_bindgen(method, js_name = createElementNS)]
    fn create_element_ns(this: &Document, namespace: &JsValue, name: &JsValue) -> Element;
    #[wasm_bindgen(method, js_name = createElement)]
    fn create_element(this: &Document, name: &JsValue) -> Element;

    type AnyElement;
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_attribute(this: &AnyElement, name: &JsValue, value: &JsValue);
    #[wasm_bindgen(method, js_name = addEventListener)]
    fn add_event_listener(this: &AnyElement, event: &JsValue, listener: &JsValue);
    #[wasm_bindgen(method, js_name = appendChild)]
    fn append_child(this: &AnyElement, child: &Node);
    #[wasm_bindgen(method, js_name = cloneNode)]
    fn clone_node(this: &AnyElement, deep: bool) -> Node;
}

/// What was made of strings of the code's own; there are as many as the code has.
pub(super) struct Cache<T: 'static>(RefCell<FxHashMap<(usize, usize), &'static T>>);

impl<T> Default for Cache<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<T> Cache<T> {
    /// What was made of a string, which is made now if that was not done yet.
    pub(super) fn get(&self, text: &'static str, make: impl FnOnce() -> T) -> &'static T {
        // A string of the code's own stays where it is.
        let place = (text.as_ptr().addr(), text.len());
        let known = self.0.borrow().get(&place).copied();
        known.unwrap_or_else(|| {
            let made = &*Box::leak(Box::new(make()));
            self.0.borrow_mut().insert(place, made);
            made
        })
    }
}

thread_local! {
    static STRINGS: Cache<JsValue> = Cache::default();
    static DOCUMENT: &'static Document = Box::leak(Box::new(document().unchecked_into()));
}

/// A string of the code's own, as JavaScript has it.
pub(super) fn constant(text: &'static str) -> &'static JsValue {
    STRINGS.with(|strings| strings.get(text, || JsValue::from_str(text)))
}

/// Makes an element with a name of the code's own.
pub(super) fn create_element(name: &'static str, namespace: Option<&'static str>) -> Element {
    DOCUMENT.with(|document| match namespace {
        None => document.create_element(constant(name)),
        Some(namespace) => document.create_element_ns(constant(namespace), constant(name)),
    })
}

/// Sets an attribute with a name of the code's own.
pub(super) fn set_attribute(element: &Element, name: &'static str, value: &Cow<'static, str>) {
    let element: &AnyElement = element.unchecked_ref();
    with_string(value, |value| element.set_attribute(constant(name), value));
}

/// Calls a function whenever an event happens to an element.
pub(super) fn add_event_listener(element: &Element, event: &Cow<'static, str>, listener: &JsValue) {
    let element: &AnyElement = element.unchecked_ref();
    with_string(event, |event| element.add_event_listener(event, listener));
}

fn with_string(text: &Cow<'static, str>, act: impl FnOnce(&JsValue)) {
    match text {
        Cow::Borrowed(text) => act(constant(text)),
        Cow::Owned(text) => act(&JsValue::from_str(text)),
    }
}

/// Puts a node at the end of another that is an element or a fragment.
pub(super) fn append_child(parent: &Node, child: &Node) {
    parent.unchecked_ref::<AnyElement>().append_child(child);
}

/// A node with all that is in it, once more.
pub(super) fn copy(node: &Node) -> Node {
    node.unchecked_ref::<AnyElement>().clone_node(true)
}
