//! The dataset on its way into the app.

mod js;

use catalog::wire::Json;
use catalog::{Catalog, Problems, text};
use gloo_net::http::Request;
use leptos::prelude::window;
use serde::Deserialize;
use wasm_bindgen::JsValue;

use js::Js;

/// Where the dataset is, seen from the page.
pub const ADDRESS: &str = "data/catalog.json";

/// The same of the build before, which the service worker keeps.
const KEPT: &str = "data/catalog.json?kept";

/// A dataset that can be shown.
#[derive(Clone, Copy, Debug)]
pub struct Dataset {
    /// The catalog; it lives as long as the page.
    pub catalog: &'static Catalog,
}

/// What came of loading.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The dataset.
    pub dataset: Dataset,
    /// What went wrong on the way, where an older dataset is shown instead.
    pub trouble: Option<String>,
}

/// Fetches the dataset; where it cannot be had or is broken, the one kept from an earlier visit.
///
/// # Errors
/// One sentence for the visitor.
pub async fn fetch() -> Result<Loaded, String> {
    let trouble = match fetch_one(ADDRESS).await {
        Ok(dataset) => return Ok(Loaded { dataset, trouble: None }),
        Err(trouble) => trouble,
    };
    // Only the service worker knows this address.
    if !has_worker() {
        return Err(trouble);
    }
    match fetch_one(KEPT).await {
        Ok(dataset) => Ok(Loaded { dataset, trouble: Some(text::kept(&trouble, dataset.catalog.version)) }),
        Err(_) => Err(trouble),
    }
}

async fn fetch_one(address: &str) -> Result<Dataset, String> {
    let response = Request::get(address).send().await.map_err(|_| text::unreachable(ADDRESS))?;
    if !response.ok() {
        return Err(text::refused(ADDRESS, response.status()));
    }
    let json = response.text().await.map_err(|_| text::unreachable(ADDRESS))?;
    parse(&json).map_err(|problem| text::broken(ADDRESS, &problem))
}

/// Reads a dataset.
///
/// The browser's own JSON parser is no part of the wasm; serde carries over what it made.
///
/// # Errors
/// What is wrong with it, in one clause.
pub fn parse(json: &str) -> Result<Dataset, String> {
    let value = js_sys::JSON::parse(json).map_err(|_| text::NO_JSON.to_owned())?;
    let tree = Json::deserialize(Js::new(value)).map_err(|_| text::TOO_DEEP.to_owned())?;
    let catalog = Catalog::from_wire(&tree).map_err(|problems| first(&problems))?;
    Ok(Dataset { catalog: Box::leak(Box::new(catalog)) })
}

fn first(problems: &Problems) -> String {
    problems.iter().next().map(ToString::to_string).unwrap_or_default()
}

/// Whether a service worker answers for this page.
fn has_worker() -> bool {
    let get = |object: &JsValue, key: &str| js_sys::Reflect::get(object, &key.into()).unwrap_or_default();
    let container = get(&window().navigator(), "serviceWorker");
    // Where workers are refused there is no container, and `Reflect::get` of undefined throws into the default.
    get(&container, "controller").is_object()
}
