//! What one more country costs a visitor.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use site::config::SiteConfig;
use site::names::PAGE;
use site::{compress, data, files, pages};

use super::{dataset, page, sites};

/// The bytes, after brotli, that each country adds to the dataset and to the start page, and their medians: the
/// site is made once more without each.
pub(super) fn per_country(dist: &Path) -> Result<Value> {
    let shipped = sites::shipped()?;
    let html = files::text(&dist.join(PAGE))?;
    let whole = Sent {
        dataset: compress::brotli(&files::bytes(&data::served())?)?.len(),
        html: compress::brotli(html.as_bytes())?.len(),
    };
    let countries = shipped["countries"].as_array().context("a dataset has countries")?;
    println!("Weighing {} countries.", countries.len());
    let mut costs = Vec::new();
    for country in countries {
        let code = country["code"].as_str().unwrap_or_default();
        let rest = sent_without(&shipped, code, &html)?;
        costs.push((code, whole.dataset.saturating_sub(rest.dataset), whole.html.saturating_sub(rest.html)));
    }
    let median = |of: fn(&(&str, usize, usize)) -> usize| {
        let mut all: Vec<usize> = costs.iter().map(of).collect();
        all.sort_unstable();
        all[all.len() / 2]
    };
    let each: Vec<Value> = costs
        .iter()
        .map(|(code, dataset, html)| json!({ "country": code, "dataset": dataset, "html": html }))
        .collect();
    Ok(json!({
        "dataset": median(|(_, dataset, _)| *dataset),
        "html": median(|(_, _, html)| *html),
        "both": median(|(_, dataset, html)| dataset + html),
        "countries": each,
    }))
}

/// Bytes after brotli.
struct Sent {
    dataset: usize,
    html: usize,
}

fn sent_without(shipped: &Value, code: &str, html: &str) -> Result<Sent> {
    let text = dataset::without(shipped, code)?.to_string();
    let folder = sites::folder().join("without");
    let file = folder.join("catalog.json");
    files::write(&file, &text)?;
    let pages = folder.join("pages");
    pages::prerender(&file, &pages, &SiteConfig::default())?;
    let content = files::text(&pages.join(PAGE))?;
    let html = page::with_content(html, &content, &page::catalog_of(html)?)?;
    Ok(Sent { dataset: compress::brotli(text.as_bytes())?.len(), html: compress::brotli(html.as_bytes())?.len() })
}
