//! Elements on the screen, and what keeps them following.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Element;

use super::{Attribute, El, Hear, Node, Read};
use crate::host::mark;

/// Names of elements that are drawings.
const SVG: [&str; 4] = ["svg", "path", "rect", "text"];

/// What an element on the screen needs to go on; it ends with it.
pub(crate) enum Part {
    /// Something that follows.
    Watch(#[expect(dead_code, reason = "it follows as long as it is kept")] RenderEffect<()>),
    /// Something that hears.
    Listener(#[expect(dead_code, reason = "it hears as long as it is kept")] Listener),
}

/// Hears an event of an element until it is dropped.
pub(crate) struct Listener {
    element: Element,
    event: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Begins to hear; `early` is before anything inside the element does.
    pub(crate) fn new(element: &Element, event: &'static str, early: bool, hear: Hear) -> Self {
        let closure = Closure::wrap(hear);
        let function = closure.as_ref().unchecked_ref();
        let _valid = element.add_event_listener_with_callback_and_bool(event, function, early);
        Self { element: element.clone(), event, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        for early in [false, true] {
            let _valid = self.element.remove_event_listener_with_callback_and_bool(self.event, function, early);
        }
    }
}

/// Runs now, and again whenever what it reads has changed.
pub(crate) fn watch(mut act: Box<dyn FnMut()>) -> Part {
    Part::Watch(RenderEffect::new(move |_| act()))
}

impl El {
    /// Makes the element; what it needs to go on is added to `life`.
    pub(crate) fn build(self, life: &mut Vec<Part>) -> Element {
        let parts = *self.0;
        let namespace =
            if SVG.contains(&parts.tag) { "http://www.w3.org/2000/svg" } else { "http://www.w3.org/1999/xhtml" };
        let made = document().create_element_ns(Some(namespace), parts.tag);
        let Ok(element) = made else { unreachable!("{} is no name", parts.tag) };
        for attribute in parts.attributes {
            attribute.build(&element, life);
        }
        let is_alone = parts.nodes.len() == 1;
        for node in parts.nodes {
            node.build(&element, is_alone, life);
        }
        if let Some(list) = parts.list {
            list.build(&element, life);
        }
        element
    }
}

impl Attribute {
    fn build(self, element: &Element, life: &mut Vec<Part>) {
        match self {
            Self::Fixed(name, value) => mark(element, name, Some(&value)),
            Self::Live(name, read) => life.push(follow_attribute(element, name, read, None)),
            Self::On(event, hear) => life.push(Part::Listener(Listener::new(element, event, false, hear))),
            Self::With(reach) => reach(element.clone()),
        }
    }
}

/// Keeps an attribute as it is read; `now` is its value.
pub(super) fn follow_attribute(
    element: &Element,
    name: &'static str,
    read: Read<Option<String>>,
    mut now: Option<String>,
) -> Part {
    let element = element.clone();
    watch(Box::new(move || {
        let value = read();
        if value != now {
            mark(&element, name, value.as_deref());
            now = value;
        }
    }))
}

impl Node {
    /// Makes the node as the last of its parent. `is_alone`: whether it is also the first.
    fn build(self, parent: &Element, is_alone: bool, life: &mut Vec<Part>) {
        match self {
            Self::Text(text) => append(parent, &document().create_text_node(&text)),
            Self::Element(element) => append(parent, &element.build(life)),
            Self::Live(read) => {
                let end = (!is_alone).then(|| {
                    let end = document().create_comment("");
                    append(parent, &end);
                    web_sys::Node::from(end)
                });
                let mut region = Region::new(parent, end, Vec::new());
                life.push(watch(Box::new(move || region.show(read()))));
            }
        }
    }

    /// Makes the node by itself.
    fn make(self, life: &mut Vec<Part>) -> web_sys::Node {
        match self {
            Self::Text(text) => document().create_text_node(&text).into(),
            Self::Element(element) => element.build(life).into(),
            Self::Live(_) => unreachable!("what follows stands in an element of its own"),
        }
    }
}

fn append(parent: &Element, node: &web_sys::Node) {
    let _made_for_it = parent.append_child(node);
}

/// A part of an element that follows what is read.
pub(super) struct Region {
    parent: Element,
    /// What comes after it; nothing if it is all that is in the element.
    end: Option<web_sys::Node>,
    pub(super) nodes: Vec<web_sys::Node>,
    pub(super) life: Vec<Part>,
    /// The text, where that is all: to ask the document for it would take longer than anything else here.
    text: Option<String>,
}

impl Region {
    pub(super) fn new(parent: &Element, end: Option<web_sys::Node>, nodes: Vec<web_sys::Node>) -> Self {
        Self { parent: parent.clone(), end, nodes, life: Vec::new(), text: None }
    }

    /// Shows other nodes. Words that change stay the same node, so that nothing moves.
    pub(super) fn show(&mut self, nodes: Vec<Node>) {
        let text = match &*nodes {
            [Node::Text(text)] => Some(text.clone()),
            _ => None,
        };
        if text.is_some() && text == self.text {
            return;
        }
        let is_text = |node: &web_sys::Node| node.node_type() == web_sys::Node::TEXT_NODE;
        if let ([old], Some(new)) = (&*self.nodes, &text)
            && (self.text.is_some() || is_text(old))
        {
            // In a page that was sent it may be the same already.
            if self.text.is_some() || old.node_value().as_deref() != Some(new) {
                old.set_node_value(Some(new));
            }
            self.text = text;
            return;
        }
        self.text = text;
        let mut life = Vec::new();
        let new: Vec<web_sys::Node> = nodes.into_iter().map(|node| node.make(&mut life)).collect();
        for old in self.nodes.drain(..) {
            remove(&old);
        }
        for node in &new {
            let _made_for_it = self.parent.insert_before(node, self.end.as_ref());
        }
        self.nodes = new;
        self.life = life;
    }
}

/// Takes a node out of the page.
pub(crate) fn remove(node: &web_sys::Node) {
    if let Some(parent) = node.parent_node() {
        let _is_a_child = parent.remove_child(node);
    }
}

/// An element that Leptos has mounted.
pub(crate) struct Shown {
    element: Element,
    _life: Vec<Part>,
}

impl Shown {
    /// Takes over an element that stands in the page; one that is not what it should be is made anew.
    pub(crate) fn taken(element: Element, view: impl Fn() -> El) -> Self {
        let mut life = Vec::new();
        if view().adopt(&element, &mut life).is_ok() {
            return Self { element, _life: life };
        }
        let new = Render::build(view());
        let _in_the_page = element.replace_with_with_node_1(&new.element);
        new
    }
}

impl Render for El {
    type State = Shown;

    fn build(self) -> Shown {
        let mut life = Vec::new();
        let element = El::build(self, &mut life);
        Shown { element, _life: life }
    }

    fn rebuild(self, shown: &mut Shown) {
        let new = Render::build(self);
        let _is_a_child = shown.element.replace_with_with_node_1(&new.element);
        *shown = new;
    }
}

impl Mountable for Shown {
    fn mount(&mut self, parent: &Element, marker: Option<&web_sys::Node>) {
        // What was taken over is there, and would begin anew if it were moved.
        if !parent.contains(Some(&self.element)) {
            let _valid = parent.insert_before(&self.element, marker);
        }
    }

    fn unmount(&mut self) {
        self.element.remove();
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(parent) = self.element.parent_element() else { return false };
        child.mount(&parent, Some(&self.element));
        true
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}
