//! The widget's scripts: what the build puts before them.

use std::path::Path;

use anyhow::{Context, Result};
use catalog::{Catalog, snippet};
use serde_json::json;

use crate::{files, split};

/// The script that partners name.
pub const WIDGET_JS: &str = snippet::SCRIPT;

/// The script of elements without a frame.
pub const INLINE: &str = "inline.js";

/// Its types.
pub const TYPES: &str = "widget.d.ts";

/// Lines of JavaScript to put before the script of that name; nothing for others.
pub fn constants(name: &str, site: &Path, catalog: &Catalog) -> Result<String> {
    match name {
        WIDGET_JS => {
            let codes: Vec<String> = catalog.countries.iter().map(|country| country.code.lower()).collect();
            Ok(format!("const CODES = \"{}\";\n", codes.join(" ")))
        }
        INLINE => {
            let files = files::list(site)?;
            let find = |start: &str, end: &str| {
                let is_it = |file: &&String| file.starts_with(start) && file.ends_with(end);
                files.iter().find(is_it).with_context(|| format!("The site has no {start}…{end}"))
            };
            // None where the app is in one piece.
            let in_parts = |start: &str| files.iter().filter(|file| file.starts_with(start)).collect::<Vec<_>>();
            let app = json!({
                "glue": find("genomic-plans-", ".js")?,
                "wasm": find("genomic-plans-", ".wasm")?,
                "loader": in_parts(split::LOADER),
                "lazy": in_parts(split::LAZY),
                "style": find("style-", ".css")?,
                "dataset": find("catalog-", ".json")?,
            });
            Ok(format!("const APP = {app};\n"))
        }
        _ => Ok(String::new()),
    }
}
