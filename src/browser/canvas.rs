//! Drawings as pixels.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlImageElement, OffscreenCanvas, OffscreenCanvasRenderingContext2d};

use super::download::FileContent;

/// An SVG as a PNG of that many pixels.
///
/// # Errors
/// Where the browser cannot draw it.
pub async fn png(svg: &str, width: u32, height: u32) -> Result<FileContent, JsValue> {
    let picture = HtmlImageElement::new()?;
    // The page's policy allows `data:` for pictures, not `blob:`.
    let encoded = String::from(js_sys::encode_uri_component(svg));
    picture.set_src(&["data:image/svg+xml,", &encoded].concat());
    JsFuture::from(picture.decode()).await?;
    let canvas = OffscreenCanvas::new(width, height)?;
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    context.unchecked_into::<OffscreenCanvasRenderingContext2d>().draw_image_with_html_image_element_and_dw_and_dh(
        &picture,
        0.0,
        0.0,
        width.into(),
        height.into(),
    )?;
    Ok(FileContent(JsFuture::from(canvas.convert_to_blob()?).await?.unchecked_into()))
}
