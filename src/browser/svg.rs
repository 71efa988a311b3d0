//! A drawing in the page whose shapes can be pressed, such as the countries of a map.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use super::host::{Host, set_attribute};
use super::window::target;

/// The attributes that make buttons of shapes, and a group of the drawing.
const ROLES: [&str; 4] = ["role", "tabindex", "aria-pressed", "aria-label"];

/// An SVG that is part of the document.
#[derive(Clone, Debug)]
pub struct Drawing(Element);

/// A shape, or a group of shapes, of a drawing.
#[derive(Clone, Debug)]
pub struct Shape(Element);

impl Drawing {
    /// The drawing within an element.
    #[must_use]
    pub fn within(element: &Element) -> Option<Self> {
        element.query_selector("svg").ok().flatten().map(Self)
    }

    /// The first drawing of a selector.
    #[must_use]
    pub fn find(host: &Host, selector: &str) -> Option<Self> {
        host.find(selector).map(Self)
    }

    /// Says what the drawing is to a screen reader, which then finds the buttons in it.
    pub fn set_group(&self, label: &str) {
        set_attribute(&self.0, "role", Some("group"));
        set_attribute(&self.0, "aria-label", Some(label));
    }

    /// The shapes of a selector, in the order of the document.
    #[must_use]
    pub fn shapes(&self, selector: &str) -> Vec<Shape> {
        let Ok(found) = self.0.query_selector_all(selector) else { return Vec::new() };
        // What a selector finds are elements.
        (0..found.length()).filter_map(|at| Some(Shape(found.item(at)?.unchecked_into()))).collect()
    }

    /// What is drawn, as SVG without its outer element and without the attributes that make buttons of shapes.
    #[must_use]
    pub fn picture(&self) -> Option<String> {
        let copy = Self(self.0.clone_node_with_deep(true).ok()?.unchecked_into());
        for Shape(element) in copy.shapes("[role]") {
            for name in ROLES {
                set_attribute(&element, name, None);
            }
        }
        Some(copy.0.inner_html())
    }
}

impl Shape {
    /// The innermost shape of a selector that an event happened on.
    #[must_use]
    pub fn of_event(event: &Event, selector: &str) -> Option<Self> {
        target(event)?.closest(selector).ok().flatten().map(Self)
    }

    /// The value of an attribute.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.0.get_attribute(name)
    }

    /// Sets an attribute.
    pub fn set(&self, name: &str, value: &str) {
        set_attribute(&self.0, name, Some(value));
    }

    /// Sets the text that is drawn in the shape, where it has one.
    pub fn set_text(&self, text: &str) {
        if let Ok(Some(element)) = self.0.query_selector("text") {
            element.set_text_content(Some(text));
        }
    }

    /// Gives the keyboard's focus to the shape.
    pub fn focus(&self) {
        // Every element of a page has this method, also those of drawings.
        let _focusable = self.0.unchecked_ref::<HtmlElement>().focus();
    }

    /// Whether the shape has the focus, and the browser shows it: the keyboard is in use, not the pointer.
    #[must_use]
    pub fn has_visible_focus(&self) -> bool {
        self.0.matches(":focus-visible").unwrap_or(false)
    }

    /// Takes the shape out of the drawing.
    pub fn remove(&self) {
        self.0.remove();
    }
}
