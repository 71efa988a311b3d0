//! The clipboard, which a browser may refuse.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::download::blob;

#[wasm_bindgen]
extern "C" {
    /// `web_sys::Navigator::clipboard` would throw where there is no clipboard: on pages without a secure origin.
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = write, catch)]
    fn write(items: &Array) -> Result<Promise, JsValue>;

    /// Something in several forms, of which a program takes the one that it can use.
    type ClipboardItem;

    #[wasm_bindgen(constructor, catch)]
    fn new(forms: &Object) -> Result<ClipboardItem, JsValue>;
}

/// A text on its way to the clipboard.
#[must_use = "whether the text was copied is known only later"]
pub struct Copying {
    writing: Result<Promise, JsValue>,
    /// What is copied instead where that is refused.
    instead: Option<String>,
}

/// Copies a text. It has to be called while the browser handles a press; whether it was allowed is known later.
pub fn copy(text: &str) -> Copying {
    Copying { writing: write_text(text), instead: None }
}

/// Copies a text with its form, for programs that have one, and without it, for all others and for browsers that copy
/// nothing else. It has to be called while the browser handles a press.
pub fn copy_formatted(html: &str, text: String) -> Copying {
    Copying { writing: write_formatted(html, &text), instead: Some(text) }
}

fn write_formatted(html: &str, text: &str) -> Result<Promise, JsValue> {
    let forms = Object::new();
    for (of_type, content) in [("text/html", html), ("text/plain", text)] {
        let form = blob(of_type, content.as_bytes())?;
        Reflect::set(&forms, &of_type.into(), &form)?;
    }
    let item = ClipboardItem::new(&forms)?;
    write(&Array::of1(&item))
}

impl Copying {
    /// Whether the text is in the clipboard.
    pub async fn is_done(self) -> bool {
        let is_done = is_done(self.writing).await;
        match self.instead {
            Some(text) if !is_done => self::is_done(write_text(&text)).await,
            _ => is_done,
        }
    }
}

async fn is_done(writing: Result<Promise, JsValue>) -> bool {
    match writing {
        Ok(writing) => JsFuture::from(writing).await.is_ok(),
        Err(_) => false,
    }
}
