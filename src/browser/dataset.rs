//! The dataset on its way into the app.

mod js;

use catalog::wire::{Json, SCHEMA};
use catalog::{Catalog, Hasher, Messages, hash_of_catalog};
use gloo_net::http::{Request, Response};
use js_sys::{Array, Date, Reflect, Uint8Array};
use serde::Deserialize;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::RequestCache;

use super::schedule::pause;
use js::Js;

/// The key of the countries.
const COUNTRIES: &str = "countries";

/// The largest dataset that is read, in bytes: five times one of 10,000 documents.
const LARGEST: u32 = 50_000_000;

/// The most countries: there are 249, and a page that reads for minutes answers nobody.
const MOST_COUNTRIES: u32 = 1_000;

/// The most documents, videos and events together: twice as many as a page of them was tried with.
const MOST_ENTRIES: u32 = 20_000;

/// How long the dataset is read before the page has its turn, in milliseconds.
const SLICE: f64 = 8.0;

/// Fetches the dataset.
///
/// # Errors
/// One sentence for the visitor.
pub async fn fetch(address: &str) -> Result<&'static Catalog, String> {
    let broken = |reason: String| Messages::English.broken(name_of(address), &reason);
    let value = value_at(address).await?;
    // One after the other, so that the page never stops for long.
    pause().await;
    let mut parts = Parts::of(value).map_err(broken)?;
    let mut began = Date::now();
    while parts.read_next().map_err(broken)? {
        if Date::now() - began > SLICE {
            pause().await;
            began = Date::now();
        }
    }
    pause().await;
    // What has a hash was checked when the site was built.
    if hash_of_catalog(name_of(address)).is_none()
        && let Some(name) = parts.catalog.stands_twice()
    {
        return Err(Messages::English.broken(name_of(address), &Messages::English.stands_twice(&name)));
    }
    Ok(parts.leak())
}

/// A dataset that is read country by country.
struct Parts {
    /// What was read.
    catalog: Catalog,
    /// The dataset, in which a list of one country is read at a time.
    rest: JsValue,
    countries: Array,
    /// How many of them were read.
    read: u32,
}

impl Parts {
    /// A dataset, of which everything but the countries is read.
    fn of(dataset: JsValue) -> Result<Self, String> {
        let countries = Reflect::get(&dataset, &COUNTRIES.into()).unwrap_or_default();
        let countries: Array = countries.dyn_into().unwrap_or_default();
        if is_newer(&dataset) {
            return Err(Messages::English.newer_dataset().to_owned());
        }
        let of_all = ["events", "videos", "europe"].map(|key| length(&dataset, key));
        let of_countries = countries.iter().map(|country| length(&country, "resources"));
        if countries.length() > MOST_COUNTRIES || of_all.into_iter().chain(of_countries).sum::<u32>() > MOST_ENTRIES {
            return Err(Messages::English.too_large().to_owned());
        }
        let is_list = countries.length() > 0;
        if is_list {
            set(&dataset, COUNTRIES, &Array::new());
        }
        let catalog = catalog(&tree(dataset.clone())?, 0)?;
        if is_list {
            for key in ["events", "videos", "europe", "changes"] {
                set(&dataset, key, &Array::new());
            }
        }
        Ok(Self { catalog, rest: dataset, countries, read: 0 })
    }

    /// Reads the next country; whether there was one.
    fn read_next(&mut self) -> Result<bool, String> {
        if self.read == self.countries.length() {
            return Ok(false);
        }
        set(&self.rest, COUNTRIES, &self.countries.slice(self.read, self.read + 1));
        self.catalog.add_countries(catalog(&tree(self.rest.clone())?, self.read as usize)?);
        self.read += 1;
        Ok(true)
    }

    /// It lives as long as the page.
    fn leak(self) -> &'static Catalog {
        Box::leak(Box::new(self.catalog))
    }
}

fn name_of(address: &str) -> &str {
    address.rsplit('/').next().unwrap_or_default()
}

/// Fetches a file of the site. What `may_be_old` is not asked for again where the browser has it.
///
/// # Errors
/// The status that the server answered with, or 0 where it did not.
pub async fn file(address: &str, may_be_old: bool) -> Result<String, u16> {
    let response = response(address, may_be_old).await?;
    response.text().await.map_err(|_| 0)
}

async fn response(address: &str, may_be_old: bool) -> Result<Response, u16> {
    let cache = if may_be_old { RequestCache::ForceCache } else { RequestCache::Default };
    let response = Request::get(address).cache(cache).send().await.map_err(|_| 0_u16)?;
    if response.ok() { Ok(response) } else { Err(response.status()) }
}

/// Fetches the dataset as it stands in its file.
///
/// # Errors
/// One sentence for the visitor.
pub async fn tree_at(address: &str) -> Result<Json, String> {
    tree(value_at(address).await?).map_err(|reason| Messages::English.broken(name_of(address), &reason))
}

/// Fetches the dataset, and has the browser read it. Its text never comes into the memory of the wasm, which would
/// keep three times its size for good.
async fn value_at(address: &str) -> Result<JsValue, String> {
    let (name, messages) = (name_of(address), Messages::English);
    let unreachable = |_| messages.unreachable(name);
    let response = response(address, false).await.map_err(|status| match status {
        0 => messages.unreachable(name),
        status => messages.refused(name, status),
    })?;
    // What says how large it is is not waited for.
    if response
        .headers()
        .get("Content-Length")
        .is_some_and(|length| length.parse::<u64>().is_ok_and(|length| length > LARGEST.into()))
    {
        return Err(messages.broken(name, messages.too_large()));
    }
    let response: web_sys::Response = response.into();
    let copy = web_sys::Response::clone(&response).map_err(unreachable)?;
    let bytes = copy.array_buffer().map_err(unreachable)?;
    let bytes = JsFuture::from(bytes).await.map_err(unreachable)?;
    let bytes = Uint8Array::new(&bytes);
    if bytes.length() > LARGEST {
        return Err(messages.broken(name, messages.too_large()));
    }
    if !is_of_its_name(&bytes, name) {
        return Err(messages.another_dataset(name));
    }
    let value = response.json().map_err(unreachable)?;
    JsFuture::from(value).await.map_err(|_| messages.broken(name, messages.no_json()))
}

/// Whether the dataset's shape is of a later edition, whose keys mean something else.
fn is_newer(dataset: &JsValue) -> bool {
    let schema = Reflect::get(dataset, &"schema".into()).ok().and_then(|schema| schema.as_string());
    let major = |schema: &str| schema.split('.').next().and_then(|major| major.parse::<u32>().ok());
    schema.and_then(|schema| major(&schema)) > major(SCHEMA)
}

/// Whether this is the dataset of a name that has its hash, `catalog-<hash>.json`; one without hash may be any.
fn is_of_its_name(bytes: &Uint8Array, name: &str) -> bool {
    let Some(hash) = hash_of_catalog(name) else { return true };
    let (mut hasher, mut piece) = (Hasher::default(), [0; 4096]);
    for start in (0..bytes.length()).step_by(piece.len()) {
        let part = bytes.subarray(start, bytes.length().min(start + piece.len() as u32));
        let piece = &mut piece[..part.length() as usize];
        part.copy_to(piece);
        hasher.update(piece);
    }
    hasher.finish() == hash
}

/// Reads a dataset at once.
///
/// The browser's own JSON parser is no part of the wasm; serde carries over what it made.
///
/// # Errors
/// What is wrong with it, in one clause.
pub fn parse(json: &str) -> Result<&'static Catalog, String> {
    let value = js_sys::JSON::parse(json).map_err(|_| Messages::English.no_json())?;
    let mut parts = Parts::of(value)?;
    while parts.read_next()? {}
    Ok(parts.leak())
}

/// How many items a list of the dataset has; what is none has none.
fn length(of: &JsValue, key: &str) -> u32 {
    let list = Reflect::get(of, &key.into()).unwrap_or_default();
    list.dyn_ref::<Array>().map_or(0, Array::length)
}

/// Sets what is read next; what `JSON.parse` has made can be set.
fn set(dataset: &JsValue, key: &str, list: &Array) {
    let _set = Reflect::set(dataset, &key.into(), list);
}

fn tree(value: JsValue) -> Result<Json, String> {
    Json::deserialize(Js::new(value)).map_err(|_| Messages::English.too_deep().to_owned())
}

fn catalog(tree: &Json, first: usize) -> Result<Catalog, String> {
    Catalog::from_part(tree, first)
        .map_err(|problems| problems.iter().next().map(ToString::to_string).unwrap_or_default())
}
