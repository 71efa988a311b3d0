//! The dataset on its way into the app.

mod js;

use std::pin::Pin;
use std::time::Duration;

use catalog::wire::Json;
use catalog::{Catalog, text};
use gloo_net::http::Request;
use leptos::prelude::set_timeout;
use serde::Deserialize;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::RequestCache;

use js::Js;

/// Fetches the dataset.
///
/// # Errors
/// One sentence for the visitor.
pub async fn fetch(address: &str) -> Result<&'static Catalog, String> {
    let tree = tree_at(address).await?;
    turn().await;
    let catalog = catalog(&tree).map_err(|reason| text::broken(name_of(address), reason))?;
    turn().await;
    Ok(catalog)
}

fn name_of(address: &str) -> &str {
    address.rsplit('/').next().unwrap_or_default()
}

/// Fetches a file of the site.
///
/// One function for all files, in a box: every kind of waiting is a kilobyte of the wasm. What `may_be_old` is not
/// asked for again where the browser has it.
///
/// # Errors
/// The status that the server answered with, or 0 where it did not.
pub fn file(address: String, may_be_old: bool) -> Pin<Box<dyn Future<Output = Result<String, u16>>>> {
    let cache = if may_be_old { RequestCache::ForceCache } else { RequestCache::Default };
    Box::pin(async move {
        let response = Request::get(&address).cache(cache).send().await.map_err(|_| 0_u16)?;
        if !response.ok() {
            return Err(response.status());
        }
        response.text().await.map_err(|_| 0)
    })
}

/// Fetches the dataset as it stands in its file.
///
/// # Errors
/// One sentence for the visitor.
pub async fn tree_at(address: &str) -> Result<Json, String> {
    let name = name_of(address);
    let json = file(address.to_owned(), false).await.map_err(|status| match status {
        0 => text::unreachable(name),
        status => text::refused(name, status),
    })?;
    if !is_of_its_name(&json, name) {
        return Err(text::another_dataset(name));
    }
    // One after the other, so that the page never stops for long.
    turn().await;
    tree(&json).map_err(|reason| text::broken(name, reason))
}

/// Lets the browser have its turn.
async fn turn() {
    let mut wait = |resolve: js_sys::Function, _| {
        set_timeout(move || drop(resolve.call0(&JsValue::NULL)), Duration::ZERO);
    };
    // It never fails.
    drop(JsFuture::from(js_sys::Promise::new(&mut wait)).await);
}

/// Whether this is the dataset of a name that has its hash, `catalog-<hash>.json`; one without hash may be any.
fn is_of_its_name(json: &str, name: &str) -> bool {
    let hash = name.split_once('-').and_then(|(_, rest)| rest.split_once('.'));
    hash.is_none_or(|(hash, _)| hash == catalog::hash(json.as_bytes()))
}

/// Reads a dataset.
///
/// The browser's own JSON parser is no part of the wasm; serde carries over what it made.
///
/// # Errors
/// What is wrong with it, in one clause.
pub fn parse(json: &str) -> Result<&'static Catalog, &'static str> {
    catalog(&tree(json)?)
}

fn tree(json: &str) -> Result<Json, &'static str> {
    let value = js_sys::JSON::parse(json).map_err(|_| text::NO_JSON)?;
    Json::deserialize(Js::new(value)).map_err(|_| text::TOO_DEEP)
}

/// It lives as long as the page.
fn catalog(tree: &Json) -> Result<&'static Catalog, &'static str> {
    let catalog = Catalog::from_wire(tree).map_err(|_| text::NO_DATASET)?;
    Ok(Box::leak(Box::new(catalog)))
}
