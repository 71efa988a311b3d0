//! Names of folders and files of the site that the app, the builder and the server share, as seen from the site's root.

/// The page of a folder, where a host shows it for the folder's address.
pub const PAGE: &str = "index.html";

/// The folder of a page, by its path from the site's root: none, or a country's. Hosts show a page also by its file, in
/// small letters or not, and with one slash too many.
#[must_use]
pub fn folder(path: &str) -> &str {
    // Also without its end: some hosts leave that out.
    let is_page = |part: &&str| {
        part.len() >= "index".len() && PAGE.get(..part.len()).is_some_and(|page| page.eq_ignore_ascii_case(part))
    };
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let folder = parts.next().filter(|part| !is_page(part)).unwrap_or_default();
    // What is further down is no page of the app.
    if parts.all(|part| is_page(&part)) { folder } else { path }
}

/// The folder of the pages for frames.
pub const EMBED: &str = "embed/";

/// The folder of the dataset for other programs, and the page about it.
pub const DATA: &str = "data/";

/// The folder of the page that says how all of this is made. Countries have folders of two letters.
pub const ABOUT: &str = "about/";

/// The folder of the page that says how far the site is accessible.
pub const ACCESSIBILITY: &str = "accessibility/";

/// The whole dataset, under the name that does not change.
pub const CATALOG: &str = "data/catalog.json";

/// All countries as a table.
pub const COUNTRIES_CSV: &str = "data/countries.csv";

/// What others made and the site has in it, each with its licence.
pub const NOTICE: &str = "NOTICE.txt";

/// The map as a picture of its own.
pub const MAP: &str = "map.svg";

/// Names of the countries in other languages, for the search.
pub const NAMES: &str = "names.txt";

/// The script of the element for partners' pages.
pub const WIDGET: &str = "widget.js";

#[cfg(test)]
mod tests {
    use super::folder;

    #[test]
    fn a_page_is_in_its_folder_however_a_host_shows_it() {
        for path in ["", "/", "index.html", "INDEX.HTML", "index", "index.htm", "//", "/index.html"] {
            assert_eq!(folder(path), "", "{path}");
        }
        for path in ["ie", "ie/", "ie/index.html", "ie/Index.html", "ie/index", "/ie/", "ie//", "ie/index.htm"] {
            assert_eq!(folder(path), "ie", "{path}");
        }
        assert_eq!(folder("IE/INDEX.HTML"), "IE");
        for path in ["ie/x", "ie/fr/", "ie/index.html.br", "ie/ind", "x/ie/index.html"] {
            assert_eq!(folder(path), path);
        }
        assert_eq!(folder("ind/"), "ind");
    }
}
