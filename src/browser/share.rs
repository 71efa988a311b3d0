//! The device's own way of sharing an address.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// `web_sys::Navigator::share` would throw where a browser has none.
    #[wasm_bindgen(js_namespace = navigator, js_name = share, catch)]
    fn share(data: &Object) -> Result<Promise, JsValue>;
}

/// A dialog that is open.
#[must_use = "the dialog ends only later"]
pub struct Sharing(Promise);

/// Opens the dialog; nothing where the browser has none.
pub fn open(address: &str) -> Option<Sharing> {
    let data = Object::new();
    Reflect::set(&data, &"url".into(), &address.into()).ok()?;
    share(&data).ok().map(Sharing)
}

impl Sharing {
    /// Waits until the visitor has chosen somebody or closed the dialog.
    pub async fn ended(self) {
        // Closing it is an error for the browser, and none for the visitor.
        drop(JsFuture::from(self.0).await);
    }
}
