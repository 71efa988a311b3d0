//! The last part of a build: what Trunk has made gets the data, the scripts and the service worker.

use std::path::Path;

use anyhow::{Context, Result, bail};
use catalog::text;

use crate::precache::WORKER;
use crate::{data, page, precache, project, script, tree, wasm};

/// The page and the manifest, whose references are checked.
const PAGE: &str = "index.html";
const MANIFEST: &str = "manifest.webmanifest";

/// Adds to the folder that Trunk has made what Trunk does not do, and checks that nothing is missing.
///
/// `countries`: how many the page has, for its words.
pub fn add(site: &Path, countries: usize) -> Result<()> {
    let page = site.join(PAGE);
    tree::write(&page, filled(&tree::text(&page)?, countries)?)?;
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

/// A page with the words of the core in the place of their names: `{{title}}`.
fn filled(page: &str, countries: usize) -> Result<String> {
    let words = |name: &str| {
        Some(match name {
            "site" => text::SITE.to_owned(),
            "title" => text::page_title(countries),
            "description" => text::description(countries),
            "heading" => text::TITLE.to_owned(),
            "loading" => text::LOADING.to_owned(),
            "late" => text::LATE.to_owned(),
            "reload" => text::RELOAD.to_owned(),
            "dataset" => text::DATASET.to_owned(),
            "not-started" => text::NOT_STARTED.to_owned(),
            "needs-script" => text::NEEDS_SCRIPT.to_owned(),
            _ => return None,
        })
    };
    let mut filled = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").with_context(|| format!("{PAGE} has {{{{ without }}}}"))?;
        let Some(words) = words(name) else { bail!("{PAGE} asks for words that there are not: {{{{{name}}}}}.") };
        filled.push_str(before);
        filled.push_str(&words.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;"));
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
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

#[cfg(test)]
mod tests {
    use catalog::text;

    use super::filled;

    #[test]
    fn the_page_gets_its_words_from_the_core() {
        let check = |page, expected: &str| assert_eq!(filled(page, 31).expect("the words are there"), expected);
        check("<h1>{{heading}}</h1> {}", &format!("<h1>{}</h1> {{}}", text::TITLE));
        check("{{title}}|{{title}}", &[text::page_title(31), text::page_title(31)].join("|"));
        check("no words", "no words");
    }

    #[test]
    fn words_that_there_are_not_are_said() {
        let check = |page, expected: &str| assert_eq!(filled(page, 31).expect_err("no words").to_string(), expected);
        check("<p>{{novel}}</p>", "index.html asks for words that there are not: {{novel}}.");
        check("<p>{{site", "index.html has {{ without }}");
    }
}
