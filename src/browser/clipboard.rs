//! The clipboard, which a browser may refuse.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// `web_sys::Navigator::clipboard` would throw where there is no clipboard: on pages without a secure origin.
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    fn write_text(text: &str) -> Result<js_sys::Promise, JsValue>;
}

/// A text on its way to the clipboard.
#[must_use = "whether the text was copied is known only later"]
pub struct Copying(Result<js_sys::Promise, JsValue>);

/// Copies a text. It has to be called while the browser handles a press; whether it was allowed is known later.
pub fn copy(text: &str) -> Copying {
    Copying(write_text(text))
}

impl Copying {
    /// Whether the text is in the clipboard.
    pub async fn is_done(self) -> bool {
        match self.0 {
            Ok(copying) => JsFuture::from(copying).await.is_ok(),
            Err(_) => false,
        }
    }
}
