//! The manifest of the installed app: `public/manifest.webmanifest`, and by what the app is known.

use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::config::SiteConfig;
use crate::files;
use crate::names::MANIFEST;

/// Adds to the manifest what depends on where the site is.
pub(crate) fn add(site: &Path, setting: &SiteConfig) -> Result<()> {
    let path = site.join(MANIFEST);
    let text = files::text(&path)?;
    let named = with_id(&text, setting).with_context(|| format!("{MANIFEST} is not JSON"))?;
    files::write(&path, named)
}

/// A manifest with the `id` by which a browser knows the app again. It is the path of the site's address: an `id` is seen
/// from the host, and not from the manifest's folder, so that `./` would be the same for every app of the host. Where
/// the address is not known, browsers take `start_url` for it, which is the same.
fn with_id(manifest: &str, setting: &SiteConfig) -> Result<String> {
    let mut manifest: Value = serde_json::from_str(manifest)?;
    if let Some(address) = &setting.address {
        let path = address.splitn(4, '/').nth(3).unwrap_or_default();
        manifest["id"] = format!("/{path}").into();
    }
    Ok(manifest.to_string())
}

#[cfg(test)]
mod tests {
    use catalog::{Catalog, Messages, Query, View};
    use serde_json::{Value, json};

    use super::with_id;
    use crate::config::SiteConfig;
    use crate::names::MANIFEST;
    use crate::{data, files, project};

    fn text() -> String {
        files::text(&project::root().join("public").join(MANIFEST)).expect("it is there")
    }

    fn manifest() -> Value {
        serde_json::from_str(&text()).expect("it is JSON")
    }

    fn catalog() -> Catalog {
        data::load().expect("the dataset is right").catalog
    }

    fn list(of: &Value) -> &[Value] {
        of.as_array().map(Vec::as_slice).unwrap_or_default()
    }

    #[test]
    fn the_app_is_known_by_the_path_of_its_site() {
        let check = |address: Option<&str>, expected: Value| {
            let setting = SiteConfig { address: address.map(str::to_owned), ..SiteConfig::default() };
            let built: Value = serde_json::from_str(&with_id(&text(), &setting).expect("it is JSON")).expect("too");
            assert_eq!(built["id"], expected, "{address:?}");
            assert_eq!(built["start_url"], "./");
        };
        check(None, Value::Null);
        check(Some("https://example.org/"), json!("/"));
        check(Some("https://example.org/a/b/"), json!("/a/b/"));
    }

    /// Width and height stand in a PNG after its signature and the name of its first chunk.
    fn size(file: &str) -> String {
        let bytes = files::bytes(&project::root().join("public").join(file)).expect("it is there");
        assert_eq!(&bytes[12..16], b"IHDR", "{file} is no PNG");
        let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("these are four bytes"));
        format!("{}x{}", number(16), number(20))
    }

    #[test]
    fn its_pictures_have_the_sizes_that_it_names() {
        let manifest = manifest();
        let of_shortcuts = list(&manifest["shortcuts"]).iter().flat_map(|shortcut| list(&shortcut["icons"]));
        let pictures = list(&manifest["icons"]).iter().chain(list(&manifest["screenshots"])).chain(of_shortcuts);
        let mut seen = 0;
        for picture in pictures.filter(|picture| picture["type"] == "image/png") {
            let file = picture["src"].as_str().expect("it has a file");
            assert_eq!(picture["sizes"], size(file), "{file}");
            seen += 1;
        }
        assert_eq!(seen, 9);
        // Browsers refuse others: between 320 and 3,840 pixels, and not longer than 2.3 times their other side.
        for screenshot in list(&manifest["screenshots"]) {
            let (width, height) = screenshot["sizes"].as_str().and_then(|size| size.split_once('x')).expect("two");
            let [width, height] = [width, height].map(|side| side.parse::<f64>().expect("a number"));
            assert!(width.min(height) >= 320.0 && width.max(height) <= 3840.0, "{screenshot}");
            assert!(width.max(height) / width.min(height) <= 2.3, "{screenshot}");
            assert_eq!(screenshot["form_factor"], if width > height { "wide" } else { "narrow" });
            let file = screenshot["src"].as_str().expect("it has a file");
            let bytes = files::bytes(&project::root().join("public").join(file)).expect("it is there").len();
            assert!(bytes < 150_000, "{file} has {bytes} bytes");
        }
    }

    #[test]
    fn its_shortcuts_lead_to_the_views_that_they_name() {
        let (catalog, manifest) = (catalog(), manifest());
        let shortcuts = list(&manifest["shortcuts"]);
        assert_eq!(shortcuts.len(), 4);
        // Browsers ask for 96 pixels at least.
        let icon = list(&manifest["icons"]).iter().find(|icon| icon["sizes"] == "192x192").expect("it is there");
        for shortcut in shortcuts {
            let address = shortcut["url"].as_str().and_then(|address| address.strip_prefix("./")).expect("it is ours");
            let (query, unknown) = Query::parse(address, &catalog);
            assert!(unknown.is_empty(), "{address} is not understood");
            assert_ne!(query.view, View::Cards);
            assert_eq!(shortcut["name"], Messages::English.view(query.view));
            assert_eq!(address, format!("?{}", query.encode()));
            assert_eq!(list(&shortcut["icons"]), std::slice::from_ref(icon), "{address}");
        }
    }

    #[test]
    fn what_is_shared_with_it_is_searched_for() {
        let (catalog, manifest) = (catalog(), manifest());
        let target = &manifest["share_target"];
        assert_eq!((&target["action"], &target["method"]), (&manifest["start_url"], &json!("GET")));
        let address =
            |of: &str, value: &str| format!("?{}={value}", target["params"][of].as_str().expect("it has a name"));
        for of in ["title", "text", "url"] {
            let (query, unknown) = Query::parse(&address(of, "omics"), &catalog);
            assert!(unknown.is_empty(), "{of} is not understood");
            assert_eq!(query.text(), "omics", "{of}");
        }
    }
}
