//! What a page says of its content to search engines: JSON-LD in the words of schema.org. Nothing is said that the
//! dataset and the site's setting do not say.

use catalog::{Catalog, Country, Media, Messages, Video, text};
use maud::{Markup, PreEscaped, html};
use serde_json::{Value, json};

use crate::config::SiteConfig;
use crate::distribution::{self, Distribution, LICENCE, MORE_TOPICS, TOPICS};
use crate::names::{ABOUT, DATA};

/// A page, as far as its structured data are concerned.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Structured<'a> {
    /// The dataset.
    pub(crate) catalog: &'a Catalog,
    /// Where the site is, and who maintains it.
    pub(crate) site: &'a SiteConfig,
    /// The way from the page to the site's root, with a slash at its end.
    pub(crate) root: &'a str,
}

impl Structured<'_> {
    /// The element of the start page or of a country's.
    pub(crate) fn of_page(&self, country: Option<&Country>) -> Markup {
        let mut graph = vec![country.map_or_else(|| self.dataset(), |country| self.way(country))];
        let is_shown = |video: &&Video| country.is_none_or(|country| video.is_about(country.code));
        graph.extend(self.catalog.videos.iter().filter(is_shown).map(|video| self.video(video)));
        element(&graph)
    }

    /// The element of the page about the data.
    pub(crate) fn of_data(&self) -> Markup {
        element(&[self.dataset()])
    }

    /// The element of the page about how all of it is made.
    pub(crate) fn of_about(&self) -> Markup {
        element(&[json!({
            "@type": "AboutPage",
            "name": text::about::TITLE,
            "description": text::about::DESCRIPTION,
            "url": self.address(ABOUT),
            "inLanguage": "en",
            "isPartOf": { "@type": "WebSite", "name": Messages::English.site(), "url": self.address("") },
            "about": { "@id": self.address(&format!("{DATA}#dataset")) },
        })])
    }

    /// The address of a page or file: absolute where that is known, or else from this page.
    fn address(&self, path: &str) -> String {
        self.site.absolute(path).unwrap_or_else(|| self.root.to_owned() + path)
    }

    /// The whole dataset; the same thing on every page that describes it.
    fn dataset(&self) -> Value {
        let Catalog { countries, version, .. } = self.catalog;
        let place = |country: &Country| json!({ "@type": "Country", "name": country.name, "identifier": country.code.as_str() });
        let mut said = json!({
            "@type": "Dataset",
            "@id": self.address(&format!("{DATA}#dataset")),
            "name": Messages::English.site(),
            "description": Messages::English.description(countries.len()),
            "url": self.address(DATA),
            "creator": self.creator(),
            "license": LICENCE,
            "version": version.to_string(),
            "dateModified": version.to_string(),
            "inLanguage": "en",
            "isAccessibleForFree": true,
            "keywords": TOPICS.iter().chain(&MORE_TOPICS).collect::<Vec<_>>(),
            "spatialCoverage": countries.iter().map(place).collect::<Vec<_>>(),
            "distribution": distribution::whole().iter().map(|one| self.download(one)).collect::<Vec<_>>(),
        });
        // Nothing is said where no document has a year.
        if let Some((first, last)) = self.catalog.years(*version) {
            said["temporalCoverage"] = format!("{first}/{last}").into();
        }
        said
    }

    /// The maintainer, or else the project itself.
    fn creator(&self) -> Value {
        let Some(maintainer) = &self.site.maintainer else {
            return json!({ "@type": "Project", "name": Messages::English.site(), "url": self.address("") });
        };
        let mut said = json!({ "@type": "Organization", "name": maintainer.name });
        if let Some(address) = &maintainer.address {
            said["url"] = address.as_str().into();
        }
        said
    }

    fn download(&self, Distribution { file, format, title, description }: &Distribution) -> Value {
        json!({
            "@type": "DataDownload",
            "name": title,
            "description": description,
            "encodingFormat": format.media_type(),
            "contentUrl": self.address(file),
        })
    }

    fn way(&self, country: &Country) -> Value {
        let step = |position: u8, name: &str, path: &str| json!({ "@type": "ListItem", "position": position, "name": name, "item": self.address(path) });
        let steps = [step(1, Messages::English.all_countries(), ""), step(2, &country.name, &country.path())];
        json!({ "@type": "BreadcrumbList", "itemListElement": steps })
    }

    /// A talk as a video, a playlist as the list that it is. What is not known is left out, as is when YouTube got it.
    fn video(&self, video: &Video) -> Value {
        let class = match video.media {
            Media::Video { .. } => "VideoObject",
            Media::Playlist { .. } => "ItemList",
        };
        let mut said = json!({ "@type": class, "name": video.title, "url": video.media.watch_address() });
        let mut add = |key: &str, value: Option<Value>| {
            if let Some(value) = value {
                said[key] = value;
            }
        };
        add("description", video.event.map(|event| (*self.catalog.events[event].title).into()));
        match video.media {
            Media::Video { .. } => {
                add("inLanguage", Some(video.language.as_str().into()));
                add("dateCreated", video.date.map(|date| date.to_string().into()));
                add("author", video.speaker.as_deref().map(person));
            }
            // A list has no language, and its speaker is only the first talk's.
            Media::Playlist { count, .. } => add("numberOfItems", count.map(Value::from)),
        }
        said
    }
}

/// The element of these things. In a script nothing is escaped as elsewhere, and a `<` could end it.
fn element(graph: &[Value]) -> Markup {
    let said = json!({ "@context": "https://schema.org", "@graph": graph }).to_string().replace('<', "\\u003c");
    html! { script type="application/ld+json" { (PreEscaped(said)) } }
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use catalog::{Catalog, Media};
    use maud::Markup;
    use serde_json::Value;

    use super::{Structured, element, person};
    use crate::config::{Maintainer, SiteConfig};
    use crate::data;
    use crate::distribution;

    fn catalog() -> Catalog {
        data::load().expect("the dataset is right").catalog
    }

    fn graph(element: &Markup) -> Vec<Value> {
        let json = element.0.strip_prefix("<script type=\"application/ld+json\">");
        let json = json.and_then(|json| json.strip_suffix("</script>")).expect("it is an element");
        let said: Value = serde_json::from_str(json).expect("it is JSON");
        assert_eq!(said["@context"], "https://schema.org");
        said["@graph"].as_array().expect("it is a graph").clone()
    }

    fn of_type<'a>(graph: &'a [Value], name: &str) -> Vec<&'a Value> {
        graph.iter().filter(|thing| thing["@type"] == name).collect()
    }

    fn keys(thing: &Value) -> BTreeSet<&str> {
        thing.as_object().expect("it is an object").keys().map(String::as_str).collect()
    }

    #[test]
    fn a_speaker_is_a_person_of_an_organisation() {
        let said = person("Mark Bale (Genomics England)");
        assert_eq!((&said["name"], &said["affiliation"]["name"]), (&"Mark Bale".into(), &"Genomics England".into()));
        assert_eq!(person("Frédérique Nowak")["name"], "Frédérique Nowak");
    }

    #[test]
    fn what_is_said_cannot_end_the_element() {
        let said = element(&["</script><b>".into()]);
        assert_eq!(said.0.matches('<').count(), 2, "{}", said.0);
        assert_eq!(graph(&said), ["</script><b>"]);
    }

    #[test]
    fn the_dataset_is_described_on_the_start_page_and_on_the_page_about_the_data() {
        let catalog = catalog();
        let site = SiteConfig { address: Some("https://example.org/a/".to_owned()), ..SiteConfig::default() };
        let start = Structured { catalog: &catalog, site: &site, root: "./" };
        let start = graph(&start.of_page(None));
        let data = graph(&Structured { catalog: &catalog, site: &site, root: "../" }.of_data());
        assert_eq!((of_type(&start, "Dataset").len(), data.len()), (1, 1));
        assert_eq!(of_type(&start, "Dataset")[0], &data[0]);
        let check = |key: &str, expected: Value| assert_eq!(data[0][key], expected, "{key}");
        let version = catalog.version.to_string();
        let (first, last) = catalog.years(catalog.version).expect("there are years");
        check("@type", "Dataset".into());
        check("@id", "https://example.org/a/data/#dataset".into());
        check("url", "https://example.org/a/data/".into());
        check("license", "https://creativecommons.org/licenses/by/4.0/".into());
        check("version", version.clone().into());
        check("dateModified", version.into());
        check("isAccessibleForFree", true.into());
        check("temporalCoverage", format!("{first}/{last}").into());
        assert_eq!(data[0]["keywords"][0], "genomics");
        let places = data[0]["spatialCoverage"].as_array().expect("it is a list");
        assert_eq!(places.len(), catalog.countries.len());
        let ireland = places.iter().find(|place| place["identifier"] == "IE").expect("Ireland is there");
        assert_eq!((&ireland["@type"], &ireland["name"]), (&"Country".into(), &"Ireland".into()));
        let files: Vec<(&Value, &Value)> = data[0]["distribution"]
            .as_array()
            .expect("it is a list")
            .iter()
            .inspect(|file| assert_eq!(file["@type"], "DataDownload"))
            .map(|file| (&file["contentUrl"], &file["encodingFormat"]))
            .collect();
        let expected: Vec<(Value, Value)> = distribution::whole()
            .iter()
            .map(|one| (format!("https://example.org/a/{}", one.file).into(), one.format.media_type().into()))
            .collect();
        assert_eq!(files, expected.iter().map(|(file, kind)| (file, kind)).collect::<Vec<_>>());
        assert!(expected.contains(&("https://example.org/a/data/resources.csv".into(), "text/csv".into())));
    }

    #[test]
    fn without_the_site_s_address_all_is_seen_from_the_page() {
        let (catalog, site) = (catalog(), SiteConfig::default());
        let data = graph(&Structured { catalog: &catalog, site: &site, root: "../" }.of_data());
        assert_eq!(data[0]["url"], "../data/");
        assert_eq!(data[0]["distribution"][0]["contentUrl"], "../data/catalog.json");
        assert_eq!(data[0]["creator"]["url"], "../");
    }

    #[test]
    fn the_creator_is_the_maintainer_or_else_the_project() {
        let catalog = catalog();
        let check = |maintainer: Option<Maintainer>, expected: &str| {
            let site = SiteConfig { maintainer, ..SiteConfig::default() };
            let data = graph(&Structured { catalog: &catalog, site: &site, root: "../" }.of_data());
            assert_eq!(data[0]["creator"].to_string(), expected);
        };
        let institute = |address: Option<&str>| {
            let address = address.map(str::to_owned);
            Some(Maintainer { name: "The Institute".to_owned(), address, mail: None })
        };
        check(None, r#"{"@type":"Project","name":"National Genomic Plans","url":"../"}"#);
        check(institute(None), r#"{"@type":"Organization","name":"The Institute"}"#);
        check(
            institute(Some("https://institute.example.org/")),
            r#"{"@type":"Organization","name":"The Institute","url":"https://institute.example.org/"}"#,
        );
    }

    #[test]
    fn a_talk_is_a_video_and_a_playlist_is_a_list() {
        let (catalog, site) = (catalog(), SiteConfig::default());
        let structured = Structured { catalog: &catalog, site: &site, root: "./" };
        let said = graph(&structured.of_page(None));
        let talks = catalog.videos.iter().filter(|video| matches!(video.media, Media::Video { .. })).count();
        assert_eq!(of_type(&said, "VideoObject").len(), talks);
        assert_eq!(of_type(&said, "ItemList").len(), catalog.videos.len() - talks);
        assert!(talks > 0 && talks < catalog.videos.len());
        // Nobody knows when YouTube got a talk, what its picture is, or which talks are in a list.
        let of_talk = BTreeSet::from(["@type", "author", "dateCreated", "description", "inLanguage", "name", "url"]);
        assert!(of_type(&said, "VideoObject").iter().all(|talk| keys(talk).is_subset(&of_talk)));
        let of_list = BTreeSet::from(["@type", "description", "name", "numberOfItems", "url"]);
        assert!(of_type(&said, "ItemList").iter().all(|list| keys(list).is_subset(&of_list)));
    }

    #[test]
    fn a_country_says_the_way_to_it_and_only_what_is_about_it() {
        let (catalog, site) = (catalog(), SiteConfig::default());
        let structured = Structured { catalog: &catalog, site: &site, root: "../" };
        for country in &catalog.countries {
            let said = graph(&structured.of_page(Some(country)));
            let way = &of_type(&said, "BreadcrumbList")[0]["itemListElement"];
            assert_eq!((&way[0]["item"], &way[1]["name"]), (&"../".into(), &(*country.name).into()));
            assert_eq!(way[1]["item"], format!("../{}", country.path()));
            assert_eq!(said.len(), 1 + catalog.videos_of(country.code).count(), "{}", country.name);
        }
    }
}
