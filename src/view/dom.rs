//! Elements by function calls: every element, attribute and listener of the app is of one Rust type.
//!
//! The `view!` macro gives each element a type of its own, and the compiler makes its own copy of the
//! renderer for it: 181 kB of wasm for this app instead of the size that `xtask/src/budget.rs` allows.
//! These are Leptos' own builders underneath, with its type-erased attributes and views.

use std::sync::{Arc, Mutex};

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev::{self, Event};
use leptos::prelude::*;
use leptos::tachys::html::element::{Custom, custom};
use leptos::tachys::html::event::on;
use leptos::tachys::html::node_ref::node_ref;
use leptos::tachys::html::property::prop;
use wasm_bindgen::JsCast;

/// The element type of a [`Reference`].
pub(super) type Any = Custom<&'static str>;
/// A reference to an element on the screen.
pub(super) type Reference = NodeRef<Any>;

/// A function that Leptos runs again when what it read has changed.
pub(super) type Live<T> = Arc<Mutex<dyn FnMut() -> T + Send>>;

pub(super) fn live<T: 'static>(read: impl Fn() -> T + Send + 'static) -> Live<T> {
    Arc::new(Mutex::new(read))
}

/// An element that is being described.
///
/// It is in a box, and what is the same for every caller is never inlined: a page is a thousand such
/// calls, and each would move and grow the lists by itself.
#[must_use = "an element is on the screen only where it is a child of another"]
pub(super) struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element of that name.
#[inline(never)]
pub(super) fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
}

/// An element of that name and class.
#[inline(never)]
pub(super) fn class(tag: &'static str, class: &'static str) -> El {
    el(tag).attr("class", class)
}

/// A button that does something.
pub(super) fn button(name: &'static str, press: impl Fn() + 'static) -> El {
    class("button", name).attr("type", "button").on("click", move |_| press())
}

impl El {
    /// An attribute.
    #[inline(never)]
    pub(super) fn attr(self, name: &'static str, value: &str) -> Self {
        self.with(custom_attribute(name, value.to_owned()).into_any_attr())
    }

    /// An attribute that is there without a value.
    pub(super) fn set(self, name: &'static str, is_set: bool) -> Self {
        if is_set { self.attr(name, "") } else { self }
    }

    /// An attribute that follows what `read` reads; `None` takes it away.
    pub(super) fn live(self, name: &'static str, read: impl Fn() -> Option<String> + Send + 'static) -> Self {
        self.live_of(name, live(read))
    }

    #[inline(never)]
    fn live_of(self, name: &'static str, read: Live<Option<String>>) -> Self {
        self.with(custom_attribute(name, read).into_any_attr())
    }

    /// An attribute that is "true" or "false".
    pub(super) fn live_bool(self, name: &'static str, read: impl Fn() -> bool + Send + 'static) -> Self {
        self.live(name, move || Some(if read() { "true" } else { "false" }.to_owned()))
    }

    /// A property of the element, such as `checked`, which the visitor can change too.
    pub(super) fn property(self, name: &'static str, read: impl Fn() -> bool + Send + 'static) -> Self {
        self.property_of(name, live(read))
    }

    #[inline(never)]
    fn property_of(self, name: &'static str, read: Live<bool>) -> Self {
        self.with(prop(name, read).into_any_attr())
    }

    /// A listener.
    pub(super) fn on(self, event: &'static str, hear: impl FnMut(Event) + 'static) -> Self {
        self.on_of(event, Box::new(hear))
    }

    #[inline(never)]
    fn on_of(self, event: &'static str, hear: Box<dyn FnMut(Event)>) -> Self {
        self.with(on(ev::Custom::<Event>::new(event), hear).into_any_attr())
    }

    /// Lets `reference` find the element.
    #[inline(never)]
    pub(super) fn reference(self, reference: Reference) -> Self {
        self.with(node_ref::<Any, _>(reference).into_any_attr())
    }

    #[inline(never)]
    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// A child: an element, a text, any view, several of them, or nothing.
    pub(super) fn child(mut self, child: impl Child) -> Self {
        child.add_to(&mut self.0.children);
        self
    }

    /// A text.
    #[inline(never)]
    pub(super) fn text(mut self, text: &str) -> Self {
        text.add_to(&mut self.0.children);
        self
    }

    /// Children that follow what `read` reads.
    pub(super) fn follow<C: Child>(self, read: impl Fn() -> C + Send + 'static) -> Self {
        self.child(follow(read))
    }

    /// The element as a view.
    #[inline(never)]
    pub(super) fn view(self) -> AnyView {
        let Parts { tag, attributes, mut children } = *self.0;
        let element = custom(tag).add_any_attr(attributes);
        // A list of children has a mark of its own in the document; most elements have one child or none.
        match children.len() {
            0 => element.into_any(),
            1 => element.child(children.pop()).into_any(),
            _ => element.child(children).into_any(),
        }
    }
}

/// A view that follows what `read` reads.
pub(super) fn follow<C: Child>(read: impl Fn() -> C + Send + 'static) -> AnyView {
    let read = move || {
        let mut views = Vec::new();
        read().add_to(&mut views);
        views
    };
    follow_of(live(read))
}

#[inline(never)]
fn follow_of(read: Live<Vec<AnyView>>) -> AnyView {
    read.into_any()
}

/// Reaches outside of Leptos whenever what `reach` reads has changed.
pub(super) fn effect(reach: impl Fn() + 'static) {
    fn effect_of(reach: Box<dyn Fn()>) {
        Effect::new(move |_| reach());
    }
    effect_of(Box::new(reach));
}

/// Does something when what has just changed is on the screen.
pub(super) fn next_frame(act: impl FnOnce() + 'static) {
    fn next_frame_of(act: Box<dyn FnOnce()>) {
        request_animation_frame(act);
    }
    next_frame_of(Box::new(act));
}

/// A value that follows what `read` reads, and only changes when it is another.
pub(super) fn memo<T: PartialEq + Send + Sync + 'static>(read: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    let read: Box<dyn Fn() -> T + Send + Sync> = Box::new(read);
    Memo::new(move |_| read())
}

/// What the page does when the focus goes somewhere.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Scroll {
    /// It brings what has the focus into view.
    IntoView,
    /// It stays where it is.
    Stay,
}

/// Gives the focus to the element of that id, where what had it is about to go.
pub(super) fn focus(id: &str, scroll: Scroll) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        if element.tab_index() < 0 {
            // A heading or a document takes the focus only from here, not by Tab.
            let _always_valid = element.set_attribute("tabindex", "-1");
        }
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(scroll == Scroll::Stay);
        let _unfocusable = element.focus_with_options(&options);
    }
}

/// The same for what a change that was just made brings to the screen.
pub(super) fn focus_next(id: String) {
    next_frame(move || focus(&id, Scroll::IntoView));
}

/// What can be a child of an element.
pub(super) trait Child {
    /// Adds it.
    fn add_to(self, children: &mut Vec<AnyView>);
}

impl Child for El {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self.view());
    }
}

impl Child for AnyView {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self);
    }
}

impl Child for String {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self.into_any());
    }
}

impl Child for &str {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self.to_owned().into_any());
    }
}

impl<C: Child> Child for Option<C> {
    fn add_to(self, children: &mut Vec<AnyView>) {
        if let Some(child) = self {
            child.add_to(children);
        }
    }
}

impl<C: Child> Child for Vec<C> {
    fn add_to(self, children: &mut Vec<AnyView>) {
        for child in self {
            child.add_to(children);
        }
    }
}

impl<A: Child, B: Child> Child for (A, B) {
    fn add_to(self, children: &mut Vec<AnyView>) {
        self.0.add_to(children);
        self.1.add_to(children);
    }
}
