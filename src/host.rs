//! The element that the app stands in: of the page, or of a shadow root on somebody else's.

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Element, Event, NodeList};

use crate::view::Listener;

/// The element that the app stands in; none where there is no browser, and of an app that has gone: nothing is in it.
#[derive(Clone, Debug, Default)]
pub struct Host(Option<SendWrapper<Element>>);

impl From<Element> for Host {
    fn from(element: Element) -> Self {
        Self(Some(SendWrapper::new(element)))
    }
}

impl Host {
    /// The first element of a selector. Ids are only the app's own within this element.
    #[must_use]
    pub fn find(&self, selector: &str) -> Option<Element> {
        self.0.as_ref()?.query_selector(selector).ok().flatten()
    }

    /// All elements of a selector.
    #[must_use]
    pub fn all(&self, selector: &str) -> Option<NodeList> {
        self.0.as_ref()?.query_selector_all(selector).ok()
    }

    /// Sets an attribute, or takes it away.
    pub(crate) fn mark(&self, name: &str, value: Option<&str>) {
        if let Some(host) = &self.0 {
            mark(host, name, value);
        }
    }

    /// Tells the scripts around the app that something has happened, by an event on the element.
    pub(crate) fn tell(&self, name: &str, detail: &str) {
        let options = CustomEventInit::new();
        options.set_detail(&JsValue::from_str(detail));
        if let (Some(host), Ok(event)) = (&self.0, CustomEvent::new_with_event_init_dict(name, &options)) {
            let _not_cancelled = host.dispatch_event(&event);
        }
    }

    /// Hears such an event of them until the owner is cleaned up.
    pub(crate) fn hear(&self, event: &'static str, mut act: impl FnMut(&Event) + 'static) {
        if let Some(host) = &self.0 {
            let listener = Listener::new(host, event, false, Box::new(move |event| act(&event)));
            let listener = SendWrapper::new(listener);
            on_cleanup(move || drop(listener));
        }
    }
}

/// Sets an attribute of an element, or takes it away. Names are our own and valid.
pub(crate) fn mark(element: &Element, name: &str, value: Option<&str>) {
    let _valid = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// What an event of these scripts says.
pub(crate) fn detail(event: &Event) -> String {
    event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string()).unwrap_or_default()
}
