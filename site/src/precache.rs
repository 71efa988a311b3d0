//! What the service worker keeps: every file that the app loads, each with a hash of its contents.
//!
//! The build puts this as two constants in front of the hand-written worker, so that the worker
//! changes, and browsers notice, exactly when a file of the app changes.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use sha2::{Digest, Sha256};

use crate::files;
use crate::names::{
    ABOUT, ACCESSIBILITY, DATA, EMBED, FEED, INLINE, NOT_FOUND, OEMBED, PAGE, PICTURES, ROBOTS, SCREENS, SITEMAP,
    STATIC_HOST, TYPES, WIDGET, WORKER,
};

/// Files that are served and that no visitor needs offline: compressed twins, what is for robots, hosts and
/// people with tools.
const LEFT_OUT: [&str; 12] = [
    ".br",
    ".gz",
    ROBOTS,
    FEED,
    SITEMAP,
    STATIC_HOST,
    "nginx.conf",
    NOT_FOUND,
    // The element on other pages, what it loads without a frame, and what is for those who write such pages.
    WIDGET,
    INLINE,
    TYPES,
    // Pages in folders: the start page shows the same, other than those of `PAGES_KEPT`.
    "/index.html",
];

/// Folders of such files: pictures and frames for other sites, pictures of the app for those who install it, and the
/// data for other programs, of which the page needs only the dataset under its name with a hash.
const FOLDERS_LEFT_OUT: [&str; 5] = [PICTURES, SCREENS, EMBED, OEMBED, DATA];

/// Pages in folders that say or show what no other does: how this is made, how far it is accessible, the data, and the
/// page in a frame, of which the embed builder has a preview.
const PAGES_KEPT: [&str; 4] = [ABOUT, ACCESSIBILITY, DATA, EMBED];

/// The constants `VERSION` and `FILES`, as lines of JavaScript to put before the worker's `code`.
///
/// The version covers the code too: another worker must not open the cache of the one before.
pub fn constants(site: &Path, code: &str) -> Result<String> {
    let files = revisions(site)?;
    let list = serde_json::to_string(&files)?;
    let version = short_hash(format!("{list}{code}").as_bytes());
    Ok(format!("const VERSION = \"{version}\";\nconst FILES = {list};\n"))
}

/// The address of each file relative to the worker, and the short hash of its contents.
fn revisions(site: &Path) -> Result<BTreeMap<String, String>> {
    let mut revisions = BTreeMap::new();
    for file in files::list(site)? {
        if is_left_out(&file) || file == WORKER {
            continue;
        }
        let revision = short_hash(&files::bytes(&site.join(&file))?);
        revisions.insert(address(&file), revision);
    }
    Ok(revisions)
}

fn is_left_out(file: &str) -> bool {
    let folder = file.split_once('/').map(|(folder, _)| folder);
    let is_in_folder = FOLDERS_LEFT_OUT.iter().any(|left_out| Some(left_out.trim_end_matches('/')) == folder);
    let is_kept = file.strip_suffix(PAGE).is_some_and(|folder| PAGES_KEPT.contains(&folder));
    !is_kept && (is_in_folder || LEFT_OUT.iter().any(|end| file.ends_with(end)))
}

/// A page is kept under the address by which it is visited.
fn address(file: &str) -> String {
    match file.strip_suffix(PAGE) {
        Some("") => "./",
        Some(folder) if folder.ends_with('/') => folder,
        _ => file,
    }
    .to_owned()
}

/// 64 bits of SHA-256: enough to tell versions of a file apart.
pub(crate) fn short_hash(contents: &[u8]) -> String {
    let digest = Sha256::digest(contents);
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::{address, is_left_out, short_hash};

    #[test]
    fn the_page_is_listed_by_the_address_it_is_visited_at() {
        let check = |file, expected: &str| assert_eq!(address(file), expected);
        check("index.html", "./");
        check("about/index.html", "about/");
        check("embed/index.html", "embed/");
        check("old-index.html", "old-index.html");
        check("data/catalog.json", "data/catalog.json");
    }

    #[test]
    fn what_the_page_needs_is_kept_and_the_rest_left_out() {
        let check = |file, expected| assert_eq!(is_left_out(file), expected, "{file}");
        check("index.html", false);
        check("catalog-1a2b.json", false);
        check("lazy-1a2b.wasm", false);
        check("split-1a2b.js", false);
        check("about/index.html", false);
        check("about/index.html.br", true);
        check("accessibility/index.html", false);
        check("ie/index.html", true);
        check("data/index.html", false);
        check("data/catalog.json", true);
        check("data/countries/ie.json", true);
        check("data/resources.csv", true);
        check("data/countries.csv", true);
        check("data/dcat.jsonld", true);
        check("share/index.png", true);
        check("screens/wide.png", true);
        check("manifest.webmanifest", false);
        check("oembed/ie.json", true);
        check("embed/index.html", false);
        check("embed/ie/index.html", true);
        check("widget.js", true);
        check("widget.d.ts", true);
        check("embed-1a2b.js", false);
        check("boot-1a2b.js", false);
        check("early-1a2b.js", false);
        check("inline.js", true);
        check("catalog-1a2b.json.br", true);
        check("robots.txt", true);
        check("names.txt", false);
    }

    #[test]
    fn a_hash_is_sixteen_digits_of_the_contents() {
        assert_eq!(short_hash(b""), "e3b0c44298fc1c14");
        assert_ne!(short_hash(b"a"), short_hash(b"b"));
    }
}
