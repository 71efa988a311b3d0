//! Elements from HTML or SVG that `view!` has written, or that the app brings with it.
//!
//! The browser's own reader is not asked: pages that demand Trusted Types forbid `innerHTML`. What is read is well
//! formed, so that nothing has to be repaired.

use std::borrow::Cow;

use leptos::prelude::document;
use web_sys::{DocumentFragment, Element, Node};

use super::bindings::{self, Cache};
use crate::element::svg::SVG;

/// Elements that have no end tag.
const VOID: [&str; 10] = ["br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

thread_local! {
    /// What was made of markup of the code's own, to be copied: each card has the icon of its plan.
    static MADE: Cache<DocumentFragment> = Cache::default();
}

/// What some markup of the code's own says, as in an element of HTML.
pub(crate) fn constant(markup: &'static str) -> Node {
    let made = MADE.with(|made| {
        made.get(markup, || {
            let around = bindings::create_element("div", None);
            append(&around, markup);
            let made = document().create_document_fragment();
            while let Some(child) = around.first_child() {
                bindings::append_child(&made, &child);
            }
            made
        })
    });
    bindings::copy(made)
}

/// Puts what some markup says at the end of an element.
pub(crate) fn append(parent: &Element, markup: &str) {
    let mut open: Vec<Element> = vec![parent.clone()];
    let mut rest = markup;
    while let Some(inner) = open.last().cloned() {
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = after(comment, "-->");
        } else if let Some(end) = rest.strip_prefix("</") {
            rest = after(end, ">");
            open.pop();
        } else if let Some(tag) = rest.strip_prefix('<') {
            let name_end = tag.find([' ', '\n', '/', '>']).unwrap_or(tag.len());
            let (name, attributes) = tag.split_at(name_end);
            let element = create(name, &inner);
            let (is_closed, next) = set_attributes(&element, attributes);
            rest = next;
            let _valid = inner.append_child(&element);
            if !is_closed && !VOID.contains(&name) {
                open.push(element);
            }
        } else if rest.is_empty() {
            return;
        } else {
            let end = rest.find('<').unwrap_or(rest.len());
            let text = document().create_text_node(&unescaped(&rest[..end]));
            let _valid = inner.append_child(&text);
            rest = &rest[end..];
        }
    }
}

/// An element of a name, in the namespace of what it stands in.
fn create(name: &str, parent: &Element) -> Element {
    let is_svg = name == "svg" || parent.namespace_uri().as_deref() == SVG;
    let element = match is_svg {
        true => document().create_element_ns(SVG, name),
        false => document().create_element(name),
    };
    element.expect("it is the name of an element")
}

/// Sets the attributes of a tag; whether the tag closes itself, and what comes after it.
fn set_attributes<'a>(element: &Element, tag: &'a str) -> (bool, &'a str) {
    let mut rest = tag.trim_start();
    while !rest.is_empty() {
        if let Some(next) = rest.strip_prefix("/>") {
            return (true, next);
        }
        if let Some(next) = rest.strip_prefix('>') {
            return (false, next);
        }
        let name_end = rest.find(['=', ' ', '\n', '/', '>']).unwrap_or(rest.len());
        let (name, next) = rest.split_at(name_end);
        let (value, next) = next.strip_prefix('=').map_or(("", next), value);
        // It stays where it was written, so that what is saved of an element is a file of its own.
        let namespace = (name == "xmlns").then_some("http://www.w3.org/2000/xmlns/");
        let _valid = element.set_attribute_ns(namespace, name, &unescaped(value));
        rest = next.trim_start();
    }
    (true, rest)
}

/// A value, with or without quotes, and what comes after it.
fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(quoted) = text.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    text.split_at(text.find([' ', '\n', '>']).unwrap_or(text.len()))
}

fn after<'a>(text: &'a str, end: &str) -> &'a str {
    text.split_once(end).map_or("", |(_, rest)| rest)
}

/// A text with its characters in the place of references to them.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, reference)) = rest.split_once('&') {
        out.push_str(before);
        let Some((character, next)) = reference.split_once(';').and_then(|(name, next)| Some((character(name)?, next)))
        else {
            out.push('&');
            rest = reference;
            continue;
        };
        out.push(character);
        rest = next;
    }
    out.push_str(rest);
    out.into()
}

fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}
