//! The element that the app stands in: of the page, or of a shadow root on somebody else's.

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit, Element, NodeList};

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

    /// The element at a place among those of a selector, counted from zero.
    #[must_use]
    pub fn nth(&self, selector: &str, at: usize) -> Option<Element> {
        // What a selector finds are elements.
        Some(self.all(selector)?.item(at as u32)?.unchecked_into())
    }

    /// Sets an attribute, or takes it away.
    pub fn set_attribute(&self, name: &str, value: Option<&str>) {
        if let Some(host) = &self.0 {
            set_attribute(host, name, value);
        }
    }

    /// Tells the scripts around the app that something has happened, by an event on the element.
    pub fn dispatch(&self, name: &str, detail: &str) {
        let options = CustomEventInit::new();
        options.set_detail(&JsValue::from_str(detail));
        if let (Some(host), Ok(event)) = (&self.0, CustomEvent::new_with_event_init_dict(name, &options)) {
            let _not_cancelled = host.dispatch_event(&event);
        }
    }

    /// Listens to such an event of theirs until the current owner is cleaned up; `act` is called with what it says.
    pub fn listen(&self, event: &'static str, act: impl Fn(String) + 'static) {
        let Some(host) = &self.0 else { return };
        let listener = Closure::<dyn Fn(CustomEvent)>::new(move |event: CustomEvent| {
            act(event.detail().as_string().unwrap_or_default());
        });
        let function = listener.as_ref().unchecked_ref();
        // The name of an event is always valid.
        let _valid = host.add_event_listener_with_callback(event, function);
        let guard = SendWrapper::new((host.clone(), listener));
        on_cleanup(move || {
            let (host, listener) = guard.take();
            let _was_there = host.remove_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        });
    }
}

/// Sets an attribute of an element, or takes it away. Names are our own and valid.
pub fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    let _valid = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}
