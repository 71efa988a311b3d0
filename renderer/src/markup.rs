//! Views as HTML, for the pages that are sent.

use std::borrow::Cow;
use std::fmt::Write as _;

use leptos::html::ElementType;
use leptos::prelude::NodeRef;
use web_sys::{Event, Node};

use crate::attr::{AttributeValue, Text};
use crate::element::Property;
use crate::view::View;

/// Elements that have no end.
const VOID: [&str; 7] = ["br", "col", "hr", "img", "input", "source", "wbr"];

/// An element that is being written.
pub struct Element {
    /// Empty where the whole element is in `children`.
    name: String,
    attributes: String,
    children: String,
}

impl Element {
    pub(crate) fn new(name: &str, _namespace: Option<&str>) -> Self {
        Self { name: name.to_owned(), attributes: String::new(), children: String::new() }
    }

    pub(crate) fn from_html(html: &str, _namespace: Option<&str>) -> Self {
        Self { name: String::new(), attributes: String::new(), children: html.to_owned() }
    }

    pub(crate) fn append(&mut self, view: View) {
        view.write(&mut self.children);
    }

    pub(crate) fn set_attribute(&mut self, name: &'static str, value: AttributeValue) {
        if let Some(value) = now(value) {
            self.attributes.extend([" ", name]);
            if !value.is_empty() {
                self.attributes.push_str("=\"");
                push_escaped(&mut self.attributes, &value);
                self.attributes.push('"');
            }
        }
    }

    pub(crate) fn set_style(&mut self, name: &'static str, value: AttributeValue) {
        let value = now(value).map(|value| format!("{name}:{value}"));
        self.set_attribute("style", AttributeValue::Fixed(value.map(Into::into)));
    }

    /// A page that is sent has attributes only.
    pub(crate) fn set_property(&mut self, _name: &'static str, _value: Box<dyn FnMut() -> Property>) {}

    /// Nothing happens yet.
    pub(crate) fn listen(&mut self, _event: Cow<'static, str>, _handler: Box<dyn FnMut(Event)>) {}

    /// There is no element yet.
    pub(crate) fn load<E: ElementType>(&self, _reference: NodeRef<E>) {}

    pub(crate) fn set_inner_html(&mut self, html: Cow<'static, str>) {
        self.children = html.into_owned();
    }
}

impl View {
    /// The view as HTML.
    #[must_use]
    pub fn to_html(self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    fn write(self, html: &mut String) {
        match self {
            Self::Empty => {}
            Self::Text(words) => push_escaped(html, &words),
            Self::Element(Element { name, children, .. }) if name.is_empty() => html.push_str(&children),
            Self::Element(Element { name, attributes, children }) => {
                // Writing to a string never fails.
                let _written = write!(html, "<{name}{attributes}>{children}");
                if !VOID.contains(&&*name) {
                    html.extend(["</", &name, ">"]);
                }
            }
            Self::Several(views) => views.into_iter().for_each(|view| view.write(html)),
            Self::Dynamic(mut view) => view().write(html),
            Self::Keyed(mut list) => {
                let items = (list.keys)().len();
                (0..items).for_each(|at| (list.item)(at).write(html));
            }
        }
    }
}

/// What follows nothing.
fn now(value: AttributeValue) -> Text {
    match value {
        AttributeValue::Fixed(value) => value,
        AttributeValue::Dynamic(mut value) => value(),
    }
}

/// Writes text so that it is text, between tags and in the value of an attribute.
fn push_escaped(html: &mut String, words: &str) {
    for letter in words.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            letter => html.push(letter),
        }
    }
}

/// What is in the page of a view: nothing, in a page that is sent.
pub(crate) struct MountedView;

impl MountedView {
    pub(crate) fn append(_parent: &Node, _view: View) -> Self {
        Self
    }

    pub(crate) fn remove(&self) {}
}
