//! What a page says about itself to search engines and where a link to it is shared.

use catalog::{Catalog, Country, Messages};
use maud::{Markup, Render as _, html};

use crate::config::SiteConfig;
use crate::names::{EMBED, EMBED_SCRIPT, FEED, PICTURES, oembed_file};
use crate::structured::Structured;

/// Their width and height in pixels.
pub(crate) const PICTURE_SIZE: (u32, u32) = (1200, 630);

/// A page, as far as its head is concerned.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Page<'a> {
    /// The dataset.
    pub(crate) catalog: &'a Catalog,
    /// The country of the page; none on the start page.
    pub(crate) country: Option<&'a Country>,
    /// Where the site is.
    pub(crate) site: &'a SiteConfig,
    /// Whether it is for frames on other pages.
    pub(crate) is_framed: bool,
}

impl Page<'_> {
    /// The folder of the page, seen from the site's root, with a slash.
    pub(crate) fn path(&self) -> String {
        self.country.map(Country::path).unwrap_or_default()
    }

    /// The title.
    pub(crate) fn title(&self) -> String {
        match self.country {
            Some(country) => Messages::English.country_title(country, self.catalog.version),
            None => Messages::English.page_title(self.catalog.countries.len()),
        }
    }

    /// The description.
    pub(crate) fn description(&self) -> String {
        match self.country {
            Some(country) => {
                let videos = self.catalog.videos_of(country.code).count();
                Messages::English.country_description(country, videos, self.catalog.version)
            }
            None => Messages::English.description(self.catalog.countries.len()),
        }
    }

    /// The folder of the page, seen from the site's root, without a slash at its end.
    pub(crate) fn folder(&self) -> String {
        let path = if self.is_framed { format!("{EMBED}{}", self.path()) } else { self.path() };
        path.trim_end_matches('/').to_owned()
    }

    /// The elements beside title and description.
    pub(crate) fn elements(&self) -> Markup {
        if self.is_framed {
            return self.elements_of_frame();
        }
        let Self { catalog, country, site, .. } = *self;
        let (title, root) = (self.title(), self.root());
        let (here, picture) = (site.absolute(&self.path()), self.picture());
        let answer = site.absolute(&oembed_file(country));
        html! {
            meta property="og:type" content="website";
            meta property="og:site_name" content=(Messages::English.site());
            meta property="og:title" content=(title);
            meta property="og:description" content=(self.description());
            meta property="og:locale" content="en_GB";
            meta name="twitter:card" content=(if picture.is_some() { "summary_large_image" } else { "summary" });
            // The site's address makes all of them, or none.
            @if let (Some(here), Some(picture), Some(answer)) = (here, picture, answer) {
                meta property="og:url" content=(here);
                meta property="og:image" content=(picture);
                meta property="og:image:width" content=(PICTURE_SIZE.0);
                meta property="og:image:height" content=(PICTURE_SIZE.1);
                meta property="og:image:alt" content=(Messages::English.picture(country, catalog.version));
                link rel="canonical" href=(here);
                link rel="alternate" type="application/atom+xml" href={ (root) (FEED) }
                    title=(Messages::English.feed());
                link rel="alternate" type="application/json+oembed" href=(answer) title=(title);
            }
            (Structured { catalog, site, root: &root }.of_page(country))
        }
    }

    /// In a frame, links open a new tab unless they say otherwise, and what there is to find is on the page itself.
    fn elements_of_frame(&self) -> Markup {
        html! {
            base target="_blank";
            meta name="robots" content="noindex";
            @if let Some(page) = self.site.absolute(&self.path()) { link rel="canonical" href=(page); }
            script src={ (self.root()) (EMBED_SCRIPT) } {}
        }
    }

    /// The absolute address of the page's picture.
    pub(crate) fn picture(&self) -> Option<String> {
        let name = self.country.map_or_else(|| "index".to_owned(), |country| country.code.lower());
        self.site.absolute(&format!("{PICTURES}/{name}.png"))
    }

    /// The way to the site's root.
    pub(crate) fn root(&self) -> String {
        match self.folder() {
            folder if folder.is_empty() => "./".to_owned(),
            folder => "../".repeat(folder.split('/').count()),
        }
    }
}

/// A text, or a value between double quotes: for what is no template of maud, which escapes by itself.
pub(crate) fn escaped(text: &str) -> String {
    text.render().into_string()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use catalog::{Messages, PlanStatus};

    use super::Page;
    use crate::config::SiteConfig;
    use crate::data;

    /// A search engine cuts off a longer title, and a longer description; a shorter one it writes itself.
    #[test]
    fn every_country_has_a_title_and_a_description_that_fit() {
        let catalog = data::load().expect("the dataset is right").catalog;
        let (day, site) = (catalog.version, SiteConfig::default());
        let (mut titles, mut descriptions) = (BTreeSet::new(), BTreeSet::new());
        for country in &catalog.countries {
            let page = Page { catalog: &catalog, country: Some(country), site: &site, is_framed: false };
            let (title, description) = (page.title(), page.description());
            let state = Messages::English.plan(country.plan_state(day)).to_lowercase();
            assert_eq!(title, format!("{}: {state} · National Genomic Plans", country.name));
            assert!(title.chars().count() <= 60, "too long: {title}");
            let length = description.chars().count();
            assert!((70..=160).contains(&length), "{length} characters: {description}");
            assert!(description.starts_with(&format!("{}: n", country.name)), "{description}");
            let documents = Messages::English.documents(country.resources.len());
            assert!(description.contains(&format!(". {documents} with issuer, year and source")), "{description}");
            let videos = catalog.videos_of(country.code).count();
            assert_eq!(description.ends_with(&format!(", and {}.", Messages::English.videos(videos))), videos > 0);
            if country.plan_status == PlanStatus::Adopted {
                let plan = country.plans().next().expect("it is named");
                let (_, rest) = description.split_once('“').expect("the plan is quoted");
                let (quoted, rest) = rest.split_once('”').expect("it ends");
                let start = quoted.trim_end_matches('…');
                assert!(plan.title.starts_with(start) && start.len() > 20, "{description}");
                let year = plan.sort_year().expect("it has a year").to_string();
                assert!(quoted.contains(&year) || rest.contains(&year), "{description} is without {year}");
            } else {
                assert!(!description.contains('“'), "{description}");
            }
            titles.insert(title);
            descriptions.insert(description);
        }
        assert_eq!((titles.len(), descriptions.len()), (catalog.countries.len(), catalog.countries.len()));
    }
}
