//! What a page says about itself to search engines and where a link to it is shared.

use catalog::snippet::push_escaped;
use catalog::{Catalog, Country, Media, Video, text};
use serde_json::{Value, json};

use crate::headers::WIDGET;
use crate::oembed;
use crate::site::Site;

/// The folder of the pictures, and the kind of their files.
pub const PICTURES: &str = "share";

/// Their width and height in pixels.
pub const PICTURE_SIZE: (u32, u32) = (1200, 630);

/// The script of the pages for frames.
pub const EMBED: &str = "embed.js";

/// A page, as far as its head is concerned.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// The dataset.
    pub catalog: &'a Catalog,
    /// The country of the page; none on the start page.
    pub country: Option<&'a Country>,
    /// Where the site is.
    pub site: &'a Site,
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
            Some(country) => text::country_title(country, self.catalog.version),
            None => text::page_title(self.catalog.countries.len()),
        }
    }

    /// The description.
    pub fn description(&self) -> String {
        match self.country {
            Some(country) => text::country_description(country, self.catalog.videos_of(country.code).count()),
            None => text::description(self.catalog.countries.len()),
        }
    }

    /// The folder of the page, seen from the site's root, without a slash at its end.
    pub fn folder(&self) -> String {
        let path = if self.is_framed { format!("{WIDGET}/{}", self.path()) } else { self.path() };
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
        meta("property", "og:site_name", text::SITE);
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
            meta("property", "og:image:alt", &text::picture(self.country, self.catalog.version));
            html.push_str(&format!("<link rel=\"canonical\" href=\"{}\">", escaped(&here)));
        }
        let feed = self.root() + crate::feed::FEED;
        if self.site.address.is_some() {
            html.push_str(&format!(
                "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{feed}\" title=\"{}\">",
                escaped(text::FEED)
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
        html.push_str(&format!("<script type=\"application/ld+json\">{}</script>", self.structured()));
        html
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

    /// The address of a page or file: absolute where that is known, or else from this page.
    fn address(&self, path: &str) -> String {
        self.site.absolute(path).unwrap_or_else(|| self.root() + path)
    }

    /// JSON-LD in the words of schema.org; a `<` in it would end the element.
    fn structured(&self) -> String {
        let mut graph = match self.country {
            None => vec![self.dataset()],
            Some(country) => vec![self.way(country)],
        };
        graph.extend(self.videos().map(|video| self.video(video)));
        json!({ "@context": "https://schema.org", "@graph": graph }).to_string().replace('<', "\\u003c")
    }

    fn dataset(&self) -> Value {
        json!({
            "@type": "Dataset",
            "name": text::SITE,
            "description": self.description(),
            "url": self.address(""),
            "license": "https://creativecommons.org/licenses/by/4.0/",
            "version": self.catalog.version.to_string(),
            "dateModified": self.catalog.version.to_string(),
            "inLanguage": "en",
            "isAccessibleForFree": true,
            "distribution": {
                "@type": "DataDownload",
                "encodingFormat": "application/json",
                "contentUrl": self.address("data/catalog.json"),
            },
        })
    }

    fn way(&self, country: &Country) -> Value {
        let step = |position: u8, name: &str, path: &str| json!({ "@type": "ListItem", "position": position, "name": name, "item": self.address(path) });
        let steps = [step(1, text::ALL_COUNTRIES, ""), step(2, &country.name, &self.path())];
        json!({ "@type": "BreadcrumbList", "itemListElement": steps })
    }

    fn videos(&self) -> impl Iterator<Item = &Video> {
        self.catalog.videos.iter().filter(|video| self.country.is_none_or(|country| video.is_about(country.code)))
    }

    /// A video or playlist; what is not known of it is left out.
    fn video(&self, video: &Video) -> Value {
        let mut said = json!({
            "@type": "VideoObject",
            "name": video.title,
            "url": video.media.watch_address(),
            "inLanguage": video.language.as_str(),
        });
        let mut add = |key: &str, value: Option<String>| {
            if let Some(value) = value {
                said[key] = value.into();
            }
        };
        add("dateCreated", video.date.map(|date| date.to_string()));
        add("description", video.event.map(|event| self.catalog.events[event].title.to_string()));
        let is_single = matches!(video.media, Media::Video { .. });
        if let Some(speaker) = video.speaker.as_deref().filter(|_| is_single) {
            said["author"] = person(speaker);
        }
        said
    }
}

/// A speaker, who may stand with an organisation: "Mark Bale (Genomics England)".
fn person(speaker: &str) -> Value {
    match speaker.strip_suffix(')').and_then(|both| both.split_once(" (")) {
        Some((name, organisation)) => json!({
            "@type": "Person",
            "name": name,
            "affiliation": { "@type": "Organization", "name": organisation },
        }),
        None => json!({ "@type": "Person", "name": speaker }),
    }
}

/// A value between double quotes, or a text.
pub fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    push_escaped(&mut html, text);
    html
}

#[cfg(test)]
mod tests {
    use super::person;

    #[test]
    fn a_speaker_is_a_person_of_an_organisation() {
        let said = person("Mark Bale (Genomics England)");
        assert_eq!((&said["name"], &said["affiliation"]["name"]), (&"Mark Bale".into(), &"Genomics England".into()));
        assert_eq!(person("Frédérique Nowak")["name"], "Frédérique Nowak");
    }
}
