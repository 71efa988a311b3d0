//! The dataset on its way into the app.

mod js;

use catalog::wire::Json;
use catalog::{Catalog, Messages};
use gloo_net::http::Request;
use serde::Deserialize;
use web_sys::RequestCache;

use super::schedule::pause;
use js::Js;

/// Fetches the dataset.
///
/// # Errors
/// One sentence for the visitor.
pub async fn fetch(address: &str) -> Result<&'static Catalog, String> {
    let tree = tree_at(address).await?;
    pause().await;
    let catalog = catalog(&tree).map_err(|reason| Messages::English.broken(name_of(address), reason))?;
    pause().await;
    Ok(catalog)
}

fn name_of(address: &str) -> &str {
    address.rsplit('/').next().unwrap_or_default()
}

/// Fetches a file of the site. What `may_be_old` is not asked for again where the browser has it.
///
/// # Errors
/// The status that the server answered with, or 0 where it did not.
pub async fn file(address: &str, may_be_old: bool) -> Result<String, u16> {
    let cache = if may_be_old { RequestCache::ForceCache } else { RequestCache::Default };
    let response = Request::get(address).cache(cache).send().await.map_err(|_| 0_u16)?;
    if !response.ok() {
        return Err(response.status());
    }
    response.text().await.map_err(|_| 0)
}

/// Fetches the dataset as it stands in its file.
///
/// # Errors
/// One sentence for the visitor.
pub async fn tree_at(address: &str) -> Result<Json, String> {
    let name = name_of(address);
    let json = file(address, false).await.map_err(|status| match status {
        0 => Messages::English.unreachable(name),
        status => Messages::English.refused(name, status),
    })?;
    if !is_of_its_name(&json, name) {
        return Err(Messages::English.another_dataset(name));
    }
    // One after the other, so that the page never stops for long.
    pause().await;
    tree(&json).map_err(|reason| Messages::English.broken(name, reason))
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
    let value = js_sys::JSON::parse(json).map_err(|_| Messages::English.no_json())?;
    Json::deserialize(Js::new(value)).map_err(|_| Messages::English.too_deep())
}

/// It lives as long as the page.
fn catalog(tree: &Json) -> Result<&'static Catalog, &'static str> {
    let catalog = Catalog::from_wire(tree).map_err(|_| Messages::English.no_dataset())?;
    Ok(Box::leak(Box::new(catalog)))
}
