//! Marks words in the page without touching the document: by the CSS Custom Highlight API.
//!
//! Where a browser does not have it, nothing is marked.

use std::ops::Range;

use wasm_bindgen::prelude::*;
use web_sys::{Node, StaticRange, StaticRangeInit};

use super::host::Host;

/// The name in `::highlight(…)`.
const NAME: &str = "search";

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

/// The marks of one app, which end with it. Several apps of a page have one highlight together, because the style
/// knows it by its name.
#[derive(Default)]
pub struct Highlights {
    highlight: Option<Highlight>,
    ranges: Vec<StaticRange>,
}

impl Highlights {
    /// Takes all marks away.
    pub fn clear(&mut self) {
        for range in self.ranges.drain(..) {
            self.highlight.as_ref().map(|highlight| highlight.delete(&range));
        }
    }

    /// Marks what `find` finds in the texts of a selector: it gives ranges of bytes.
    pub fn add(&mut self, host: &Host, selector: &str, find: impl Fn(&str) -> Vec<Range<usize>>) {
        self.highlight = self.highlight.take().or_else(shared);
        let Some(texts) = host.all(selector).filter(|_| self.highlight.is_some()) else { return };
        for text in (0..texts.length()).filter_map(|at| texts.item(at)) {
            self.mark_below(&text, &find);
        }
    }

    fn mark_below(&mut self, node: &Node, find: &impl Fn(&str) -> Vec<Range<usize>>) {
        let mut child = node.first_child();
        while let Some(node) = child {
            child = node.next_sibling();
            match node.node_type() {
                Node::TEXT_NODE => self.mark_text(&node, find),
                _ => self.mark_below(&node, find),
            }
        }
    }

    fn mark_text(&mut self, node: &Node, find: &impl Fn(&str) -> Vec<Range<usize>>) {
        let text = node.text_content().unwrap_or_default();
        // Bytes are counted here, and UTF-16 units in the document.
        let units = |end: usize| u32::try_from(text[..end].encode_utf16().count()).unwrap_or(u32::MAX);
        for range in find(&text) {
            // Not the usual kind of range: a browser looks at every one of those for every node that is removed.
            let init = StaticRangeInit::new(node, units(range.end), node, units(range.start));
            if let (Ok(range), Some(highlight)) = (StaticRange::new(&init), &self.highlight) {
                highlight.add(&range);
                self.ranges.push(range);
            }
        }
    }
}

impl Drop for Highlights {
    fn drop(&mut self) {
        self.clear();
    }
}

/// The highlight of that name, which may have to be made.
fn shared() -> Option<Highlight> {
    REGISTRY.with(|registry| {
        let registry = registry.as_ref()?;
        registry.get(NAME).or_else(|| {
            // The registry is there, so the constructor is too; a browser that disagrees only shows no marks.
            let new = Highlight::new().ok()?;
            registry.set(NAME, &new);
            Some(new)
        })
    })
}
