//! Marks what was searched for, without touching the document: by the CSS Custom Highlight API.
//!
//! Where a browser does not have it, nothing is marked. The marks are set when the app is calm, and a few at
//! a time, so that typing never waits for them.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use catalog::Words;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{StaticRange, StaticRangeInit};

use super::dom::{Turn, effect, later};
use crate::app::{App, Page};

/// The name in `::highlight(…)`.
const NAME: &str = "search";

/// What is searched; the selectors of the texts that a search looks at.
const SEARCHED: &str = ".card-name, .native, .overview, .resource-title, .issuer, .resource-body > p, .poster-title, .poster-speaker, .event h3";

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    type Highlight;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &StaticRange) -> JsValue;
    #[wasm_bindgen(method)]
    fn delete(this: &Highlight, range: &StaticRange) -> bool;

    type Registry;
    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static REGISTRY: Option<Registry>;
    #[wasm_bindgen(method)]
    fn get(this: &Registry, name: &str) -> Option<Highlight>;
    #[wasm_bindgen(method)]
    fn set(this: &Registry, name: &str, highlight: &Highlight) -> JsValue;
}

/// Marks the words of the query in the page, whenever they or the results change.
pub(super) fn follow(app: App) {
    let last = RefCell::new(Rc::new(()));
    let marks = Rc::<RefCell<Marks>>::default();
    effect(move || {
        app.made.get();
        let words = app.query.with(catalog::Query::words);
        let run = Rc::new(());
        let this = Run(Rc::downgrade(&run));
        last.replace(run);
        // The start page goes on in the background while another one is shown.
        if app.calm.get() && app.page.get() == Page::All {
            let marks = Rc::clone(&marks);
            // What the address has brought is in the page by then.
            later(move || mark(app, words, this, marks));
        }
    });
}

/// One marking of the page; it ends when something changes, because what comes then is marked anew, and with the app.
struct Run(Weak<()>);

impl Run {
    fn goes_on(&self) -> bool {
        self.0.strong_count() > 0
    }
}

/// The marks of an app. Several apps of a page have one highlight together, because the style knows it by its name.
#[derive(Default)]
struct Marks {
    highlight: Option<Highlight>,
    ranges: Vec<StaticRange>,
}

impl Marks {
    fn add(&mut self, range: StaticRange) {
        if let Some(highlight) = &self.highlight {
            highlight.add(&range);
            self.ranges.push(range);
        }
    }
}

impl Drop for Marks {
    fn drop(&mut self) {
        for range in &self.ranges {
            self.highlight.as_ref().map(|highlight| highlight.delete(range));
        }
    }
}

fn mark(app: App, words: Words, run: Run, marks: Rc<RefCell<Marks>>) {
    REGISTRY.with(|registry| {
        let Some(registry) = registry.as_ref().filter(|_| run.goes_on()) else { return };
        marks.take();
        if words.is_empty() {
            return;
        }
        let highlight = registry.get(NAME).or_else(|| {
            // The registry is there, so the constructor is too; a browser that disagrees only shows no marks.
            let new = Highlight::new().ok()?;
            registry.set(NAME, &new);
            Some(new)
        });
        let Some(texts) = app.host().all(SEARCHED) else { return };
        marks.borrow_mut().highlight = highlight;
        mark_from(0, texts, words, marks, run);
    });
}

/// Marks a few texts at a time.
fn mark_from(mut at: u32, texts: web_sys::NodeList, words: Words, marks: Rc<RefCell<Marks>>, run: Run) {
    let turn = Turn::begin();
    while turn.goes_on() {
        let Some(text) = texts.item(at).filter(|_| run.goes_on()) else { return };
        mark_below(&text, &words, &mut marks.borrow_mut());
        at += 1;
    }
    later(move || mark_from(at, texts, words, marks, run));
}

fn mark_below(node: &web_sys::Node, words: &Words, marks: &mut Marks) {
    let mut child = node.first_child();
    while let Some(node) = child {
        child = node.next_sibling();
        match node.node_type() {
            web_sys::Node::TEXT_NODE => mark_text(&node, words, marks),
            _ => mark_below(&node, words, marks),
        }
    }
}

fn mark_text(node: &web_sys::Node, words: &Words, marks: &mut Marks) {
    let text = node.text_content().unwrap_or_default();
    // The core counts bytes, the document UTF-16 units.
    let units = |end: usize| u32::try_from(text[..end].encode_utf16().count()).unwrap_or(u32::MAX);
    for mark in words.marks(&text) {
        // Not the usual kind of range: a browser looks at every one of those for every node that is removed.
        let init = StaticRangeInit::new(node, units(mark.end), node, units(mark.start));
        if let Ok(range) = StaticRange::new(&init) {
            marks.add(range);
        }
    }
}
