//! What a page says about itself to search engines and where a link to it is shared.

use catalog::snippet::push_escaped;
use catalog::{Catalog, Country, Messages};

use crate::headers::EMBED_DIR;
use crate::oembed;
use crate::site::SiteConfig;
use crate::structured::Structured;

/// The folder of the pictures, and the kind of their files.
pub const PICTURES: &str = "share";

/// Their width and height in pixels.
pub const PICTURE_SIZE: (u32, u32) = (1200, 630);

/// The script of the pages for frames.
const EMBED: &str = "embed.js";

/// A page, as far as its head is concerned.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// The dataset.
    pub catalog: &'a Catalog,
    /// The country of the page; none on the start page.
    pub country: Option<&'a Country>,
    /// Where the site is.
    pub site: &'a SiteConfig,
    /// Whether it is for frames on other pages.
    pub is_framed: bool,
}

impl Page<'_> {
    /// The folder of the page, seen from the site's root, with a slash.
    pub fn path(&self) -> String {
        self.country.map(Country::path).unwrap_or_default()
    }

    /// The title.
    pub fn title(&self) -> String {
        match self.country {
            Some(country) => Messages::English.country_title(country, self.catalog.version),
            None => Messages::English.page_title(self.catalog.countries.len()),
        }
    }

    /// The description.
    pub fn description(&self) -> String {
        match self.country {
            Some(country) => {
                Messages::English.country_description(country, self.catalog.videos_of(country.code).count())
            }
            None => Messages::English.description(self.catalog.countries.len()),
        }
    }

    /// The folder of the page, seen from the site's root, without a slash at its end.
    pub fn folder(&self) -> String {
        let path = if self.is_framed { format!("{EMBED_DIR}/{}", self.path()) } else { self.path() };
        path.trim_end_matches('/').to_owned()
    }

    /// The elements beside title and description.
    pub fn elements(&self) -> String {
        if self.is_framed {
            return self.elements_of_frame();
        }
        let (title, description) = (self.title(), self.description());
        let mut html = String::new();
        let mut meta = |kind: &str, name: &str, value: &str| {
            html.push_str(&format!("<meta {kind}=\"{name}\" content=\"{}\">", escaped(value)));
        };
        meta("property", "og:type", "website");
        meta("property", "og:site_name", Messages::English.site());
        meta("property", "og:title", &title);
        meta("property", "og:description", &description);
        meta("property", "og:locale", "en_GB");
        let picture = self.picture();
        meta("name", "twitter:card", if picture.is_some() { "summary_large_image" } else { "summary" });
        if let (Some(here), Some(picture)) = (self.site.absolute(&self.path()), picture) {
            meta("property", "og:url", &here);
            meta("property", "og:image", &picture);
            meta("property", "og:image:width", &PICTURE_SIZE.0.to_string());
            meta("property", "og:image:height", &PICTURE_SIZE.1.to_string());
            meta("property", "og:image:alt", &Messages::English.picture(self.country, self.catalog.version));
            html.push_str(&format!("<link rel=\"canonical\" href=\"{}\">", escaped(&here)));
        }
        let feed = self.root() + crate::feed::FEED;
        if self.site.address.is_some() {
            html.push_str(&format!(
                "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{feed}\" title=\"{}\">",
                escaped(Messages::English.feed())
            ));
        }
        if let Some(answer) = self.site.absolute(&oembed::file(self.country)) {
            html.push_str(&format!(
                "<link rel=\"alternate\" type=\"{}\" href=\"{}\" title=\"{}\">",
                oembed::KIND,
                escaped(&answer),
                escaped(&title)
            ));
        }
        let structured = Structured { catalog: self.catalog, site: self.site, root: &self.root() };
        html + &structured.of_page(self.country)
    }

    /// In a frame, links open a new tab unless they say otherwise, and what there is to find is on the page itself.
    fn elements_of_frame(&self) -> String {
        let page = self.site.absolute(&self.path());
        let page = page.map(|page| format!("<link rel=\"canonical\" href=\"{}\">", escaped(&page)));
        let scripts = format!("<script src=\"{}{EMBED}\"></script>", self.root());
        ["<base target=\"_blank\"><meta name=\"robots\" content=\"noindex\">", &page.unwrap_or_default(), &scripts]
            .concat()
    }

    /// The absolute address of the page's picture.
    pub fn picture(&self) -> Option<String> {
        let name = self.country.map_or_else(|| "index".to_owned(), |country| country.code.lower());
        self.site.absolute(&format!("{PICTURES}/{name}.png"))
    }

    /// The way to the site's root.
    pub fn root(&self) -> String {
        match self.folder() {
            folder if folder.is_empty() => "./".to_owned(),
            folder => "../".repeat(folder.split('/').count()),
        }
    }
}

/// A value between double quotes, or a text.
pub fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    push_escaped(&mut html, text);
    html
}
