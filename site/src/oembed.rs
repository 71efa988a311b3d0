//! oEmbed: what an editor's system gets when a link to a page is pasted into it, as files. Without the site's address
//! there are none, because all that they say is absolute.
//!
//! The answers are of one size: a host of files does not see the `maxwidth` that it is asked for. The frame in them is
//! as wide as there is room.

use catalog::{Catalog, Messages, snippet};
use serde_json::json;

use crate::config::SiteConfig;
use crate::head::{PICTURE_SIZE, Page};
use crate::names::oembed_file;

/// The size of a frame in pixels; its height is kept by systems that take nothing above 1,000.
const SIZE: (u32, u32) = (600, 600);

/// All answers, by their files.
pub(crate) fn files(catalog: &Catalog, site: &SiteConfig) -> Vec<(String, String)> {
    let countries = catalog.countries.iter().map(Some);
    let pages = std::iter::once(None).chain(countries).map(|country| Page { catalog, country, site, is_framed: false });
    pages.filter_map(|page| Some((oembed_file(page.country), answer(&page)?))).collect()
}

fn answer(page: &Page) -> Option<String> {
    let address = page.site.address.as_ref()?;
    let (width, height) = SIZE;
    let name = snippet::title(page.country);
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": Messages::English.site(),
        "provider_url": address,
        "title": page.title(),
        "width": width,
        "height": height,
        "html": snippet::frame(address, &snippet::path(page.country), &name, None, height),
        "thumbnail_url": page.picture()?,
        "thumbnail_width": PICTURE_SIZE.0,
        "thumbnail_height": PICTURE_SIZE.1,
    });
    Some(answer.to_string() + "\n")
}

#[cfg(test)]
mod tests {
    use catalog::{Catalog, Country};
    use serde_json::Value;

    use super::files;
    use crate::config::SiteConfig;
    use crate::data;
    use crate::head::Page;
    use crate::names::oembed_file;

    fn site() -> SiteConfig {
        SiteConfig { address: Some("https://example.org/a/".to_owned()), ..SiteConfig::default() }
    }

    fn catalog() -> Catalog {
        data::load().expect("the dataset is right").catalog
    }

    fn ireland(catalog: &Catalog) -> Option<&Country> {
        catalog.countries.iter().find(|country| country.code.as_str() == "IE")
    }

    fn answer(files: &[(String, String)], name: &str) -> Value {
        let (_, text) = files.iter().find(|(file, _)| file == name).unwrap_or_else(|| panic!("there is no {name}"));
        serde_json::from_str(text).expect("it is JSON")
    }

    #[test]
    fn every_page_has_an_answer_with_a_frame() {
        let catalog = catalog();
        let files = files(&catalog, &site());
        assert_eq!(files.len(), catalog.countries.len() + 1);
        for country in &catalog.countries {
            let answer = answer(&files, &oembed_file(Some(country)));
            let html = answer["html"].as_str().expect("a rich answer has HTML");
            let start = format!(
                "<iframe src=\"https://example.org/a/embed/{}\" title=\"National genomic plan: {}\" ",
                country.path(),
                country.name
            );
            assert!(html.starts_with(&start) && html.ends_with("></iframe>"), "{html}");
        }
    }

    #[test]
    fn an_answer_says_all_that_a_rich_one_must() {
        let catalog = catalog();
        let files = files(&catalog, &site());
        let check = |name, key: &str, expected: Value| assert_eq!(answer(&files, name)[key], expected, "{name}: {key}");
        check("oembed/index.json", "version", "1.0".into());
        check("oembed/index.json", "type", "rich".into());
        check("oembed/index.json", "provider_name", "National Genomic Plans".into());
        check("oembed/index.json", "provider_url", "https://example.org/a/".into());
        check("oembed/index.json", "title", catalog::Messages::English.page_title(catalog.countries.len()).into());
        check("oembed/ie.json", "width", 600.into());
        check("oembed/ie.json", "height", 600.into());
        check("oembed/ie.json", "thumbnail_url", "https://example.org/a/share/ie.png".into());
        check("oembed/ie.json", "thumbnail_width", 1200.into());
        check("oembed/ie.json", "thumbnail_height", 630.into());
        let start = answer(&files, "oembed/index.json")["html"].to_string();
        assert!(start.contains("https://example.org/a/embed/\\\""), "{start}");
    }

    #[test]
    fn what_a_country_is_called_cannot_leave_its_place() {
        let mut catalog = catalog();
        catalog.countries[0].name = "A \"<b>\" & C".into();
        let answer = answer(&files(&catalog, &site()), &oembed_file(Some(&catalog.countries[0])));
        let html = answer["html"].as_str().expect("a rich answer has HTML");
        assert!(html.contains("title=\"National genomic plan: A &quot;&lt;b&gt;&quot; &amp; C\""), "{html}");
    }

    #[test]
    fn a_page_leads_to_its_answer_where_the_address_is_known() {
        let catalog = catalog();
        let head = |country, site: &SiteConfig| {
            Page { catalog: &catalog, country, site, is_framed: false }.elements().into_string()
        };
        let check = |country, expected: &str| {
            let head = head(country, &site());
            assert!(head.contains(expected), "{expected} is not in {head}");
        };
        let start = "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"https://example.org/a/oembed/";
        let title = catalog::Messages::English.page_title(catalog.countries.len());
        check(None, &format!("{start}index.json\" title=\"{title}\">"));
        let ireland_title = |country| catalog::Messages::English.country_title(country, catalog.version);
        let title = ireland(&catalog).map(ireland_title).expect("Ireland is there");
        check(ireland(&catalog), &format!("{start}ie.json\" title=\"{title}\">"));
        assert!(!head(None, &SiteConfig::default()).contains("oembed"));
        assert_eq!(files(&catalog, &SiteConfig::default()), []);
    }
}
