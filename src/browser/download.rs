//! Files that are made in the browser and saved by it.

use js_sys::{Array, Uint8Array};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::schedule::next_task;

/// Saves a file of that name. Its media type follows from the name's ending.
///
/// # Errors
/// Where the browser refuses it.
pub fn save(name: &str, content: &[u8]) -> Result<(), JsValue> {
    save_blob(name, &FileContent(blob(media_type(name), content)?))
}

/// Content that the browser has made, such as a picture.
#[derive(Clone, Debug)]
pub struct FileContent(pub(super) Blob);

/// Saves such content as a file of that name.
///
/// # Errors
/// Where the browser refuses it.
pub fn save_blob(name: &str, content: &FileContent) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(&content.0)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has taken the file by then.
    next_task(move || drop(Url::revoke_object_url(&url)));
    Ok(())
}

/// Bytes with a media type.
///
/// # Errors
/// Where the browser has no room for them.
pub(super) fn blob(of_type: &str, content: &[u8]) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(of_type);
    // It takes bytes as well as strings: one binding for both.
    Blob::new_with_str_sequence_and_options(&Array::of1(&Uint8Array::from(content)), &options)
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("csv") => "text/csv;charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "text/plain;charset=utf-8",
    }
}
