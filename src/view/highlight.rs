//! Marks what was searched for, without touching the document: by the CSS Custom Highlight API.
//!
//! Where a browser does not have it, nothing is marked. The marks are set after the cards are on the
//! screen, so that typing never waits for them.

use catalog::Words;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use super::dom::{effect, next_frame};
use crate::app::App;

/// The name in `::highlight(…)`.
const NAME: &str = "search";

/// What is searched; the selectors of the texts that a search looks at.
const SEARCHED: &str = ".card h3, .native, .overview, .resource-title, .issuer, .resource-body > p, .poster-title, .poster-speaker, .event h3";

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    type Highlight;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &web_sys::Range) -> JsValue;

    type Registry;
    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static REGISTRY: Option<Registry>;
    #[wasm_bindgen(method)]
    fn set(this: &Registry, name: &str, highlight: &Highlight) -> JsValue;
    #[wasm_bindgen(method)]
    fn delete(this: &Registry, name: &str) -> bool;
}

/// Marks the words of the query in the page, whenever they or the results change.
pub(super) fn follow(app: App) {
    effect(move || {
        app.selection.track();
        app.limit.track();
        let words = app.query.with(catalog::Query::words);
        next_frame(move || mark(&words));
    });
}

fn mark(words: &Words) {
    REGISTRY.with(|registry| {
        let Some(registry) = registry else { return };
        registry.delete(NAME);
        if words.is_empty() {
            return;
        }
        // The registry is there, so the constructor is too; a browser that disagrees only shows no marks.
        let Ok(highlight) = Highlight::new() else { return };
        let Ok(texts) = document().query_selector_all(SEARCHED) else { return };
        for at in 0..texts.length() {
            if let Some(node) = texts.item(at) {
                mark_below(&node, words, &highlight);
            }
        }
        registry.set(NAME, &highlight);
    });
}

fn mark_below(node: &web_sys::Node, words: &Words, highlight: &Highlight) {
    let mut child = node.first_child();
    while let Some(node) = child {
        child = node.next_sibling();
        match node.node_type() {
            web_sys::Node::TEXT_NODE => mark_text(&node, words, highlight),
            _ => mark_below(&node, words, highlight),
        }
    }
}

fn mark_text(node: &web_sys::Node, words: &Words, highlight: &Highlight) {
    let text = node.text_content().unwrap_or_default();
    // The core counts bytes, the document UTF-16 units.
    let units = |end: usize| u32::try_from(text[..end].encode_utf16().count()).unwrap_or(u32::MAX);
    for mark in words.marks(&text) {
        let Ok(range) = web_sys::Range::new() else { return };
        if range.set_start(node, units(mark.start)).is_ok() && range.set_end(node, units(mark.end)).is_ok() {
            highlight.add(&range);
        }
    }
}
