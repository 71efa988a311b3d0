//! The widget's scripts: what the build puts before them.

use std::path::Path;

use anyhow::{Context, Result};
use catalog::Catalog;
use serde_json::json;

use crate::files;
use crate::names::{INLINE, LAZY, LOADER, WIDGET};

/// Lines of JavaScript to put before the script of that name; nothing for others.
pub(crate) fn constants(name: &str, site: &Path, catalog: &Catalog) -> Result<String> {
    match name {
        WIDGET => {
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
                "loader": in_parts(LOADER),
                "lazy": in_parts(LAZY),
                "style": find("style-", ".css")?,
                "dataset": find("catalog-", ".json")?,
            });
            Ok(format!("const APP = {app};\n"))
        }
        _ => Ok(String::new()),
    }
}
