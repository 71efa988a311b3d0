//! The last part of a build: what Trunk has made gets the data, the scripts and the service worker.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use catalog::Catalog;
use catalog::source::Loaded;

use crate::config::SiteConfig;
use crate::names::{
    FEED, HEAD_SCRIPT, MANIFEST, MAP, NAMES, NAMES_MADE, PAGE, PICTURES, ROBOTS, SITEMAP, STATIC_HOST, TYPES, WORKER,
};
use crate::{
    about, accessibility, data, feed, files, hashed, headers, manifest, map, notice, oembed, open_data, pages,
    precache, process, project, references, script, wasm, widget,
};

/// Adds to the folder that Trunk has made what Trunk does not do, and checks that nothing is missing.
pub fn add(site: &Path, loaded: &Loaded, setting: &SiteConfig) -> Result<()> {
    pages::add(site, loaded, setting)?;
    open_data::add(site, loaded, setting)?;
    about::add(site, loaded, setting)?;
    accessibility::add(site, loaded, setting)?;
    notice::add(site)?;
    manifest::add(site, setting)?;
    files::write(&site.join(MAP), map::svg(&loaded.catalog)?)?;
    files::write(&site.join(NAMES), files::text(&project::root().join(NAMES_MADE))?)?;
    files::write(&site.join(ROBOTS), feed::robots(setting))?;
    let for_others = [(FEED, feed::feed(loaded, setting)), (SITEMAP, feed::sitemap(loaded, setting))];
    for (name, content) in for_others {
        if let Some(content) = content {
            files::write(&site.join(name), content)?;
        }
    }
    for (name, answer) in oembed::files(&loaded.catalog, setting) {
        files::write(&site.join(name), answer)?;
    }
    files::write(&site.join(STATIC_HOST), headers::static_host())?;
    if setting.address.is_some() {
        add_pictures(site)?;
    }
    add_scripts(site, &loaded.catalog)?;
    hashed::rename(site)?;
    strip_wasm(site)?;
    check_references(site)?;
    // The worker lists hashes of all other files and so comes last.
    let worker = site.join(WORKER);
    let code = files::text(&worker).context("The site has no service worker")?;
    files::write(&worker, precache::constants(site, &code)? + &code)
}

/// The pictures that are shown where a link to a page is shared. They need absolute addresses, and a crate of
/// their own that nothing else needs.
fn add_pictures(site: &Path) -> Result<()> {
    let mut pictures = Command::new("cargo");
    pictures.current_dir(project::root()).args(["run", "--quiet", "--package", "pictures", "--"]).args([
        data::served(),
        project::root().join("flags"),
        site.join(PICTURES),
    ]);
    process::run("Drawing the pictures", &mut pictures)
}

fn strip_wasm(site: &Path) -> Result<()> {
    for file in files::list(site)?.iter().filter(|file| file.ends_with(".wasm")) {
        let path = site.join(file);
        let module = wasm::without_names(&files::bytes(&path)?).with_context(|| format!("{file} cannot be shipped"))?;
        files::write(&path, module)?;
    }
    Ok(())
}

fn add_scripts(site: &Path, catalog: &Catalog) -> Result<()> {
    let folder = project::root().join("js");
    for name in files::list(&folder)? {
        // The one of the head stands in the pages; those in folders are parts of others.
        if name.ends_with(".js") && name != HEAD_SCRIPT && !name.contains('/') {
            let code = script::bundle(&folder, &name)?;
            files::write(&site.join(&name), widget::constants(&name, site, catalog)? + &code)?;
        }
    }
    files::write(&site.join(TYPES), files::text(&folder.join(TYPES))?)
}

/// Checks that every file which a page, the style or the manifest names is in the site.
fn check_references(site: &Path) -> Result<()> {
    for file in files::list(site)?.iter().filter(|file| file.ends_with(".css")) {
        check_all_there(site, file, "", &references::named_in_style(&files::text(&site.join(file))?))?;
    }
    for file in files::list(site)?.iter().filter(|file| file.ends_with(PAGE)) {
        let named = references::named_in_html(&files::text(&site.join(file))?);
        check_all_there(site, file, file.strip_suffix(PAGE).unwrap_or_default(), &named)?;
    }
    for file in files::list(site)?.iter().filter(|file| file.ends_with(MANIFEST)) {
        let manifest =
            serde_json::from_str(&files::text(&site.join(file))?).with_context(|| format!("{file} is not JSON"))?;
        // Addresses in a manifest are relative to the manifest.
        let folder = file.strip_suffix(MANIFEST).unwrap_or_default();
        check_all_there(site, file, folder, &references::named_in_manifest(&manifest))?;
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
