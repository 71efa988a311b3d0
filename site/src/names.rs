//! Names of the site's files and folders that more than one module needs, as seen from its root. Those that the app knows
//! too are in [`catalog::site`].

use catalog::Country;
pub use catalog::site::{ABOUT, ACCESSIBILITY, CATALOG, COUNTRIES_CSV, DATA, EMBED, MAP, NAMES, NOTICE, PAGE, WIDGET};

/// The file of a country: a dataset with that country alone.
pub(crate) fn country_file(country: &Country) -> String {
    format!("{DATA}countries/{}.json", country.code.lower())
}

/// Where [`NAMES`] is kept in the repository.
pub(crate) const NAMES_MADE: &str = "names/countries.txt";

/// The page of a host for an address that there is not.
pub const NOT_FOUND: &str = "404.html";

/// The folder of the pictures that are shown where a link to a page is shared.
pub(crate) const PICTURES: &str = "share";

/// The folder of the pictures of the app that the manifest names, for browsers that offer to install it.
pub(crate) const SCREENS: &str = "screens";

/// What browsers know of the installed app.
pub(crate) const MANIFEST: &str = "manifest.webmanifest";

/// The folder of the answers for oEmbed.
pub(crate) const OEMBED: &str = "oembed";

/// The answer for the start page or a country's.
pub(crate) fn oembed_file(country: Option<&Country>) -> String {
    let name = country.map_or_else(|| "index".to_owned(), |country| country.code.lower());
    format!("{OEMBED}/{name}.json")
}

/// The JSON Schema of the dataset and of its parts.
pub(crate) const SCHEMA: &str = "data/catalog.schema.json";

/// All documents as a table.
pub(crate) const DOCUMENTS_CSV: &str = "data/resources.csv";

/// What the files of the data are, for catalogues of data.
pub(crate) const DCAT: &str = "data/dcat.jsonld";

/// The feed of changes.
pub(crate) const FEED: &str = "changes.xml";

/// The list of all pages, for search engines.
pub(crate) const SITEMAP: &str = "sitemap.xml";

/// What robots may read.
pub(crate) const ROBOTS: &str = "robots.txt";

/// The rules that static hosts such as Netlify and Cloudflare Pages read.
pub const STATIC_HOST: &str = "_headers";

/// Where the configuration for nginx is kept in the repository.
pub const NGINX: &str = "hosts/nginx.conf";

/// The service worker.
pub const WORKER: &str = "sw.js";

/// The script of elements without a frame.
pub(crate) const INLINE: &str = "inline.js";

/// The types of the widget.
pub const TYPES: &str = "widget.d.ts";

/// How names of files of the app begin that are loaded later.
pub(crate) const LAZY: &str = "lazy-";

/// How the name of the script begins that loads them.
pub(crate) const LOADER: &str = "split-";

/// The script that stands in the head of each page.
pub(crate) const HEAD_SCRIPT: &str = "head.js";

/// The script of the pages for frames, before its name has a hash.
pub(crate) const EMBED_SCRIPT: &str = "embed.js";
