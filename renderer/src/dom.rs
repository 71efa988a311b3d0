//! Views in a browser.

mod bindings;
mod fragment;
mod mounted_view;

use std::borrow::Cow;

use leptos::html::ElementType;
use leptos::prelude::{NodeRef, Owner, RenderEffect, on_cleanup};
use leptos::tachys::html::node_ref::NodeRefContainer;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use send_wrapper::SendWrapper;
use web_sys::{Event, HtmlElement};

use crate::attr::{AttributeValue, Text as Value};
use crate::element::Property;
use crate::view::View;

pub(crate) use mounted_view::MountedView;

/// An element that is being made.
pub struct Element(web_sys::Element);

impl Element {
    pub(crate) fn new(name: &'static str, namespace: Option<&'static str>) -> Self {
        Self(bindings::create_element(name, namespace))
    }

    /// The one element of some HTML, which is read as it would be in an element of that namespace.
    pub(crate) fn from_html(html: &'static str, namespace: Option<&'static str>) -> Self {
        let first = match namespace {
            None => fragment::constant(html).first_child(),
            Some(_) => {
                let around = bindings::create_element("svg", namespace);
                fragment::append(&around, html);
                around.first_child()
            }
        };
        Self(first.expect("view! has written an element").unchecked_into())
    }

    pub(crate) fn append(&mut self, view: View) {
        drop(MountedView::append(&self.0, view));
    }

    pub(crate) fn set_attribute(&mut self, name: &'static str, value: AttributeValue) {
        self.follow(value, move |element, value| match value {
            Some(value) => bindings::set_attribute(element, name, value),
            None => drop(element.remove_attribute(name)),
        });
    }

    pub(crate) fn set_style(&mut self, name: &'static str, value: AttributeValue) {
        self.follow(value, move |element, value| {
            let style = element.unchecked_ref::<HtmlElement>().style();
            let _valid = style.set_property(name, value.map_or("", |value| value));
        });
    }

    /// Writes a value, and again whenever it is another.
    fn follow(&self, value: AttributeValue, write: impl Fn(&web_sys::Element, Option<&Text>) + 'static) {
        match value {
            AttributeValue::Fixed(None) => {}
            AttributeValue::Fixed(value) => write(&self.0, value.as_ref()),
            AttributeValue::Dynamic(value) => follow(self.0.clone(), value, Box::new(write)),
        }
    }

    pub(crate) fn set_property(&mut self, name: &'static str, mut value: Box<dyn FnMut() -> Property>) {
        let element = self.0.clone();
        effect(Box::new(move || {
            let value = match value() {
                Property::Flag(flag) => JsValue::from_bool(flag),
                Property::Text(text) => JsValue::from_str(&text.unwrap_or_default()),
            };
            let _set = js_sys::Reflect::set(&element, bindings::constant(name), &value);
        }));
    }

    pub(crate) fn listen(&mut self, event: Cow<'static, str>, mut handler: Box<dyn FnMut(Event)>) {
        let owner = Owner::current();
        let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| match &owner {
            Some(owner) => owner.with(|| handler(event)),
            None => handler(event),
        });
        let element = self.0.clone();
        bindings::add_event_listener(&element, &event, listener.as_ref());
        // Left to the browser, it would be there until the next collection of garbage, with all it holds. An element
        // that goes still loses its focus, for example: then nobody listens any more.
        let end = SendWrapper::new(move || {
            let _valid = element.remove_event_listener_with_callback(&event, listener.as_ref().unchecked_ref());
        });
        on_cleanup(move || end.take()());
    }

    pub(crate) fn load<E: ElementType>(&self, reference: NodeRef<E>)
    where
        E::Output: JsCast + Clone + 'static,
    {
        NodeRefContainer::<E>::load(reference, &self.0);
    }

    pub(crate) fn set_inner_html(&mut self, html: Text) {
        match html {
            Cow::Borrowed(html) if self.0.is_instance_of::<HtmlElement>() => {
                bindings::append_child(&self.0, &fragment::constant(html));
            }
            html => fragment::append(&self.0, &html),
        }
    }
}

/// Writes a value to an element, or takes it away.
type Write = Box<dyn Fn(&web_sys::Element, Option<&Text>)>;

/// The text of a value.
type Text = Cow<'static, str>;

/// Writes a value, and again whenever it is another.
fn follow(element: web_sys::Element, mut value: Box<dyn FnMut() -> Value>, write: Write) {
    let mut written: Value = None;
    effect(Box::new(move || {
        let new = value();
        if new != written {
            write(&element, new.as_ref());
            written = new;
        }
    }));
}

/// Runs a function, and again whenever what it reads has changed, as long as the current owner is there.
fn effect(mut run: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_| run());
    on_cleanup(move || drop(effect));
}
