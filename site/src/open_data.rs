//! The data for other people and programs: the files in `data/` of the site, and the page that explains them.
//!
//! Everything here is made from the dataset alone, so that the same dataset gives the same files on any day.

mod authority;
mod dcat;
mod field_docs;

use std::path::Path;

use anyhow::Result;
use catalog::source::{self, Loaded};
use catalog::{Query, export};

use crate::config::SiteConfig;
use crate::names::{CATALOG, COUNTRIES_CSV, DATA, DCAT, DOCUMENTS_CSV, PAGE, SCHEMA, country_file};
use crate::pages;
use crate::{data, files};

/// Writes the files into the site.
pub(crate) fn add(site: &Path, loaded: &Loaded, setting: &SiteConfig) -> Result<()> {
    let style = pages::style_of(&files::text(&site.join(PAGE))?)?;
    for (file, content) in files(loaded, setting, &style)? {
        files::write(&site.join(file), content)?;
    }
    Ok(())
}

/// The schema; where the site's address is known, its `$id` is the address at which it is served.
fn schema(setting: &SiteConfig) -> String {
    setting.absolute(SCHEMA).map_or_else(source::schema, |address| source::schema_at(&address))
}

/// All files, by their paths in the site. `style` is the site's style sheet.
fn files(loaded: &Loaded, setting: &SiteConfig, style: &str) -> Result<Vec<(String, String)>> {
    let catalog = &loaded.catalog;
    // There is no today in files that are the same whenever they are made.
    let day = catalog.version;
    let everything = catalog.select(&Query::default(), day);
    let mut files = vec![
        (CATALOG.to_owned(), data::text(loaded)?),
        (SCHEMA.to_owned(), schema(setting)),
        (DOCUMENTS_CSV.to_owned(), export::csv(&export::rows(catalog, everything.found()), day)),
        (COUNTRIES_CSV.to_owned(), export::countries_csv(catalog, catalog.countries.iter(), day)),
    ];
    for country in &catalog.countries {
        let (query, _) = Query::parse(&format!("country={}", country.code.lower()), catalog);
        let part = export::json(&loaded.dataset, catalog, &catalog.select(&query, day));
        files.push((country_file(country), part));
    }
    let described = dcat::describe(loaded, setting, &files)?;
    files.push((DCAT.to_owned(), serde_json::to_string_pretty(&described)? + "\n"));
    files.push((format!("{DATA}{PAGE}"), field_docs::page(loaded, setting, style)));
    Ok(files)
}

#[cfg(test)]
mod tests {
    use catalog::Catalog;
    use catalog::source::{self, Loaded};
    use catalog::wire::Json;
    use serde_json::Value;

    use super::files;
    use crate::config::SiteConfig;
    use crate::names::{COUNTRIES_CSV, DOCUMENTS_CSV, SCHEMA, country_file};
    use crate::{data, references};

    const ADDRESS: &str = "https://example.org/a/";

    fn loaded() -> Loaded {
        data::load().expect("the dataset is right")
    }

    fn at(address: Option<&str>) -> SiteConfig {
        SiteConfig { address: address.map(str::to_owned), ..SiteConfig::default() }
    }

    fn all(loaded: &Loaded, site: &SiteConfig) -> Vec<(String, String)> {
        files(loaded, site, "style-1.css").expect("the files are made")
    }

    fn content<'a>(files: &'a [(String, String)], name: &str) -> &'a str {
        files.iter().find(|(file, _)| file == name).map(|(_, content)| content.as_str()).expect("the file is written")
    }

    #[test]
    fn there_is_a_file_for_the_whole_for_each_country_and_for_what_explains_them() {
        let loaded = loaded();
        let files = all(&loaded, &SiteConfig::default());
        let mut names: Vec<&str> = files.iter().map(|(file, _)| file.as_str()).collect();
        names.retain(|file| !file.starts_with("data/countries/"));
        let expected =
            ["catalog.json", "catalog.schema.json", "resources.csv", "countries.csv", "dcat.jsonld", "index.html"];
        assert_eq!(names, expected.map(|file| format!("data/{file}")));
        let countries: Vec<&str> =
            files.iter().filter_map(|(file, _)| file.strip_prefix("data/countries/")?.strip_suffix(".json")).collect();
        let codes: Vec<String> = loaded.catalog.countries.iter().map(|country| country.code.lower()).collect();
        assert_eq!(countries, codes);
    }

    #[test]
    fn the_file_of_a_country_is_a_dataset_with_that_country_alone() {
        let loaded = loaded();
        let files = all(&loaded, &SiteConfig::default());
        for country in &loaded.catalog.countries {
            let json: Json = serde_json::from_str(content(&files, &country_file(country))).expect("it is JSON");
            let part = Catalog::from_wire(&json).unwrap_or_else(|problems| panic!("{}: {problems}", country.code));
            assert_eq!(part.countries, std::slice::from_ref(country));
            let titles = |catalog: &Catalog| -> Vec<Box<str>> {
                catalog.videos_of(country.code).map(|video| video.title.clone()).collect()
            };
            assert_eq!(titles(&part), titles(&loaded.catalog), "{}", country.code);
            assert_eq!(part.videos.len(), titles(&part).len(), "{} has videos of others", country.code);
            let is_of_a_video = |event: usize| part.videos.iter().any(|video| video.event == Some(event));
            assert!((0..part.events.len()).all(is_of_a_video), "{} has events of others", country.code);
        }
    }

    #[test]
    fn the_tables_have_a_line_for_each_document_and_each_country() {
        let loaded = loaded();
        let files = all(&loaded, &SiteConfig::default());
        // No text of the dataset has a line end.
        assert_eq!(content(&files, DOCUMENTS_CSV).lines().count(), loaded.catalog.resources().count() + 1);
        assert_eq!(content(&files, COUNTRIES_CSV).lines().count(), loaded.catalog.countries.len() + 1);
    }

    /// Two builds of the same dataset are the same, on whatever days they are made.
    #[test]
    fn the_tables_speak_of_the_day_of_the_dataset() {
        let loaded = loaded();
        let files = all(&loaded, &SiteConfig::default());
        let day = loaded.catalog.version.to_string();
        assert!(content(&files, DOCUMENTS_CSV).lines().skip(1).all(|line| line.ends_with(&format!(",{day}"))));
        assert!(content(&files, COUNTRIES_CSV).lines().skip(1).all(|line| line.contains(&format!(",{day},"))));
    }

    #[test]
    fn the_schema_goes_by_its_address_or_by_a_urn() {
        let loaded = loaded();
        let id = |site: &SiteConfig| -> Value {
            let json: Value = serde_json::from_str(content(&all(&loaded, site), SCHEMA)).expect("it is JSON");
            json["$id"].clone()
        };
        assert_eq!(id(&at(None)), "urn:national-genomic-plans:schema:1.2");
        assert_eq!(id(&at(Some(ADDRESS))), "https://example.org/a/data/catalog.schema.json");
    }

    #[test]
    fn the_page_names_every_key_and_only_files_that_there_are() {
        let loaded = loaded();
        for site in [at(None), at(Some(ADDRESS))] {
            let files = all(&loaded, &site);
            let html = content(&files, "data/index.html");
            for shape in source::shapes() {
                let (_, rest) = html.split_once(&format!("<h3 id=\"{}\">", shape.name.text())).expect("it has a part");
                let rest = rest.split("<h3").next().unwrap_or_default();
                for key in shape.keys {
                    let expected = format!("<th scope=\"row\"><code>{}</code></th>", key.name);
                    assert!(rest.contains(&expected), "{} of {} is not named", key.name, shape.name.text());
                }
            }
            let is_there = |file: &String| {
                let file = file.strip_prefix("../").map_or_else(|| format!("data/{file}"), str::to_owned);
                ["index.html", "about/index.html", "style-1.css", "icon.svg", "changes.xml"].contains(&file.as_str())
                    || files.iter().any(|(known, _)| *known == file)
            };
            let strange: Vec<String> =
                references::named_in_html(html).into_iter().filter(|file| !is_there(file)).collect();
            assert!(strange.is_empty(), "{strange:?} are not there");
        }
    }
}
