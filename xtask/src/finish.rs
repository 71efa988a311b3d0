//! The last part of a build: what Trunk has made gets the data, the scripts and the service worker.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::precache::WORKER;
use crate::{data, page, precache, project, script, tree, wasm};

/// The page and the manifest, whose references are checked.
const PAGE: &str = "index.html";
const MANIFEST: &str = "manifest.webmanifest";

/// Adds to the folder that Trunk has made what Trunk does not do, and checks that nothing is missing.
pub fn add(site: &Path) -> Result<()> {
    tree::write(&site.join("data/catalog.json"), tree::bytes(&data::served())?)?;
    tree::write(&site.join("data/catalog.schema.json"), tree::bytes(&data::schema())?)?;
    add_scripts(site)?;
    strip_wasm(site)?;
    check_references(site)?;
    // The worker lists hashes of all other files and so comes last.
    let worker = site.join(WORKER);
    let code = tree::text(&worker).context("The site has no service worker")?;
    tree::write(&worker, precache::constants(site, &code)? + &code)
}

fn strip_wasm(site: &Path) -> Result<()> {
    for file in tree::files(site)?.iter().filter(|file| file.ends_with(".wasm")) {
        let path = site.join(file);
        let module = wasm::without_names(&tree::bytes(&path)?).with_context(|| format!("{file} cannot be shipped"))?;
        tree::write(&path, module)?;
    }
    Ok(())
}

fn add_scripts(site: &Path) -> Result<()> {
    let folder = project::root().join("js");
    for name in tree::files(&folder)? {
        if name.ends_with(".js") {
            let source = tree::text(&folder.join(&name))?;
            let code = script::strip(&format!("js/{name}"), &source)?;
            tree::write(&site.join(&name), code)?;
        }
    }
    Ok(())
}

/// Checks that every file which the page or the manifest names is in the site.
fn check_references(site: &Path) -> Result<()> {
    let named = page::named_in_html(&tree::text(&site.join(PAGE))?);
    check_all_there(site, PAGE, "", &named)?;
    for file in tree::files(site)?.iter().filter(|file| file.ends_with(MANIFEST)) {
        let manifest =
            serde_json::from_str(&tree::text(&site.join(file))?).with_context(|| format!("{file} is not JSON"))?;
        // Addresses in a manifest are relative to the manifest.
        let folder = file.strip_suffix(MANIFEST).unwrap_or_default();
        check_all_there(site, file, folder, &page::named_in_manifest(&manifest))?;
    }
    Ok(())
}

fn check_all_there(site: &Path, by: &str, folder: &str, named: &[String]) -> Result<()> {
    for file in named {
        if !site.join(folder).join(file).is_file() {
            bail!("{by} names {file}, which is not in the site.");
        }
    }
    Ok(())
}
