//! Names of folders and files of the site that the app, the builder and the server share, as seen from the site's root.

/// The page of a folder, where a host shows it for the folder's address.
pub const PAGE: &str = "index.html";

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
