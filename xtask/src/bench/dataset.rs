//! Datasets that are larger than the shipped one, and that are no less right.

use anyhow::{Context, Result, ensure};
use catalog::wire::Json;
use catalog::{Catalog, CountryCode};
use serde_json::{Value, json};

/// About as many documents as a country has in a large dataset; there cannot be more countries than codes.
const PER_COUNTRY: usize = 40;

/// The dataset with that many documents: copies of its own, under ids and titles of their own, spread over
/// copies of its countries.
pub fn grown(shipped: &Value, documents: usize) -> Result<Value> {
    let mut grown = shipped.clone();
    let countries = grown["countries"].as_array_mut().context("a dataset has countries")?;
    add_countries(countries, documents / PER_COUNTRY);
    let among = countries.len();
    for (at, country) in countries.iter_mut().enumerate() {
        let wanted = documents / among + usize::from(at < documents % among);
        let code = country["code"].as_str().unwrap_or_default().to_lowercase();
        let resources = country["resources"].as_array_mut().context("a country has documents")?;
        ensure!(!resources.is_empty(), "{code} has no document to copy.");
        ensure!(resources.len() <= wanted, "{code} has more than {wanted} documents already.");
        let old = |resource: &Value| resource["id"].as_str().map(str::to_owned);
        let ids: Vec<Option<String>> = resources.iter().map(old).collect();
        *resources = resources.iter().cycle().take(wanted).cloned().collect();
        for (number, resource) in resources.iter_mut().enumerate() {
            resource["id"] = json!(format!("{code}-{number}"));
            resource["title"] = json!(format!("{} {number}", resource["title"].as_str().unwrap_or_default()));
        }
        refer(country, &ids, &code);
    }
    check(&grown)?;
    Ok(grown)
}

/// Puts the new ids where a country names its own documents: its plan, its laws, and others.
fn refer(value: &mut Value, ids: &[Option<String>], code: &str) {
    match value {
        Value::String(text) => {
            if let Some(at) = ids.iter().position(|id| id.as_ref() == Some(text)) {
                *text = format!("{code}-{at}");
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| refer(item, ids, code)),
        Value::Object(keys) => keys.values_mut().for_each(|item| refer(item, ids, code)),
        _ => {}
    }
}

/// Copies countries until there are as many as wanted, each beside the one that it is a copy of.
fn add_countries(countries: &mut Vec<Value>, wanted: usize) {
    let shipped = countries.clone();
    // Every code of ISO 3166-1 that the dataset does not have.
    let is_free = |code: &String| CountryCode::parse(code).is_ok() && !shipped.iter().any(|one| one["code"] == **code);
    let codes = ('A'..='Z').flat_map(|a| ('A'..='Z').map(move |b| format!("{a}{b}"))).filter(is_free);
    for (code, country) in codes.zip(shipped.iter().cycle()).take(wanted.saturating_sub(shipped.len())) {
        let mut copy = country.clone();
        copy["code"] = json!(code);
        copy["name"] = json!(format!("{} {code}", country["name"].as_str().unwrap_or_default()));
        countries.push(copy);
    }
    countries.sort_by_key(|country| country["name"].as_str().unwrap_or_default().to_owned());
}

/// The dataset without a country, nor the videos that are about no other.
pub fn without(shipped: &Value, code: &str) -> Result<Value> {
    let mut rest = shipped.clone();
    rest["countries"].as_array_mut().context("a dataset has countries")?.retain(|country| country["code"] != code);
    let videos = rest["videos"].as_array_mut().context("a dataset has videos")?;
    for video in videos.iter_mut() {
        if let Some(codes) = video["countries"].as_array_mut() {
            codes.retain(|about| about != code);
        }
    }
    videos.retain(|video| video["countries"].as_array().is_some_and(|codes| !codes.is_empty()));
    check(&rest)?;
    Ok(rest)
}

/// Checks that a dataset is one that the app takes.
fn check(dataset: &Value) -> Result<()> {
    let json: Json = serde_json::from_value(dataset.clone())?;
    Catalog::from_wire(&json).map_err(|problems| anyhow::anyhow!("The bench's own dataset is wrong.\n{problems}"))?;
    Ok(())
}
