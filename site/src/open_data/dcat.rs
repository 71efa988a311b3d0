//! What the data are, in the words of catalogues of data: DCAT-AP 3.0.1, the profile of DCAT for portals in Europe
//! (<https://semiceu.github.io/DCAT-AP/releases/3.0.1/>), as JSON-LD.
//!
//! Terms are of the tables that the profile asks for (`authority.rs`), with the class that the profile wants them to
//! be of, so that a validator needs no copy of them. What the profile recommends and nobody knows is left out:
//! the type of the publisher, and who can be asked where no maintainer is set.

use anyhow::Result;
use catalog::source::Loaded;
use catalog::{Catalog, Country, Messages, Resource, Year};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::authority;
use crate::config::SiteConfig;
use crate::distribution::{self, Distribution, Format, MORE_TOPICS, TOPICS};
use crate::names::{DATA, DCAT, SCHEMA};

/// The catalogue with the whole dataset, and each country's part of it as a dataset of its own: a distribution has to
/// hold the whole of its dataset.
///
/// `files` are those that are described, for their sizes and checksums. Days are those of the records, never today.
pub(super) fn describe(loaded: &Loaded, site: &SiteConfig, files: &[(String, String)]) -> Result<Value> {
    let catalog = &loaded.catalog;
    let about = About { loaded, site, files };
    let mut datasets = vec![about.whole()?];
    for country in &catalog.countries {
        datasets.push(about.part(country)?);
    }
    let mut described = json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dcatap": "http://data.europa.eu/r5r/",
            "dcterms": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "skos": "http://www.w3.org/2004/02/skos/core#",
            "spdx": "http://spdx.org/rdf/terms#",
            "vcard": "http://www.w3.org/2006/vcard/ns#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": about.here("catalog"),
        "@type": "dcat:Catalog",
        "dcterms:title": english(&format!("{}: open data", Messages::English.site())),
        "dcterms:description": english("All of the data of this site, and each country's part by itself."),
        "dcterms:publisher": about.publisher(),
        "dcterms:license": licence(),
        "dcterms:language": language(),
        "dcterms:modified": day(&catalog.version.to_string()),
        "dcterms:spatial": places(&catalog.countries)?,
        "foaf:homepage": page(&about.address(DATA)),
        "dcat:themeTaxonomy": {
            "@id": authority::table("data-theme"),
            "@type": "skos:ConceptScheme",
            "dcterms:title": english("Data theme"),
        },
        "dcat:dataset": datasets,
    });
    set(&mut described, "dcterms:issued", loaded.changes.first().map(|first| day(&first.date)));
    Ok(described)
}

/// What is described, and where.
struct About<'a> {
    loaded: &'a Loaded,
    site: &'a SiteConfig,
    files: &'a [(String, String)],
}

impl About<'_> {
    fn catalog(&self) -> &Catalog {
        &self.loaded.catalog
    }

    /// The address of a file or page: absolute where the site's is known. Otherwise it is relative to the
    /// description itself, against whose address JSON-LD resolves it.
    fn address(&self, path: &str) -> String {
        self.site.absolute(path).unwrap_or_else(|| format!("../{path}"))
    }

    /// The name of a thing in the description.
    fn here(&self, name: &str) -> String {
        self.address(&format!("{DCAT}#{name}"))
    }

    /// The maintainer, or else the site itself.
    fn publisher(&self) -> Value {
        let (name, homepage) = match &self.site.maintainer {
            Some(maintainer) => (maintainer.name.as_str(), maintainer.address.clone()),
            None => (Messages::English.site(), Some(self.address(""))),
        };
        let mut publisher = json!({ "@id": self.here("publisher"), "@type": "foaf:Agent", "foaf:name": name });
        set(&mut publisher, "foaf:homepage", homepage.map(|homepage| page(&homepage)));
        publisher
    }

    /// Who can be asked, where that is known.
    fn contact(&self) -> Option<Value> {
        let maintainer = self.site.maintainer.as_ref()?;
        let mut contact = json!({ "@id": self.here("contact"), "@type": "vcard:Kind", "vcard:fn": maintainer.name });
        let mail = maintainer.mail.as_ref().map(|mail| json!({ "@id": format!("mailto:{mail}") }));
        set(&mut contact, "vcard:hasEmail", mail);
        set(&mut contact, "vcard:hasURL", maintainer.address.as_ref().map(|address| json!({ "@id": address })));
        Some(contact)
    }

    fn whole(&self) -> Result<Value> {
        let catalog = self.catalog();
        let parts = catalog.countries.iter().map(|country| json!({ "@id": self.here(&country.code.lower()) }));
        let mut dataset = self.dataset("dataset", &distribution::whole());
        set(&mut dataset, "dcterms:title", Some(english(Messages::English.site())));
        set(
            &mut dataset,
            "dcterms:description",
            Some(english(&Messages::English.description(catalog.countries.len()))),
        );
        set(&mut dataset, "dcterms:spatial", Some(places(&catalog.countries)?));
        set(&mut dataset, "dcterms:temporal", catalog.years(catalog.version).map(period));
        let keywords = TOPICS.iter().chain(&MORE_TOPICS).map(|topic| english(topic));
        set(&mut dataset, "dcat:keyword", Some(keywords.collect()));
        set(&mut dataset, "dcat:landingPage", Some(page(&self.address(DATA))));
        set(&mut dataset, "dcterms:issued", self.loaded.changes.first().map(|first| day(&first.date)));
        set(&mut dataset, "dcterms:hasPart", Some(parts.collect()));
        Ok(dataset)
    }

    fn part(&self, country: &Country) -> Result<Value> {
        let code = country.code.lower();
        let mut dataset = self.dataset(&code, &[Distribution::of(country)]);
        set(&mut dataset, "dcterms:title", Some(english(&format!("{}: {}", Messages::English.site(), country.name))));
        set(&mut dataset, "dcterms:description", Some(english(&country.overview)));
        set(&mut dataset, "dcterms:spatial", Some(places(std::slice::from_ref(country))?));
        set(&mut dataset, "dcterms:temporal", years(&country.resources, self.catalog()).map(period));
        set(&mut dataset, "dcat:keyword", Some(keywords(country)));
        set(&mut dataset, "dcat:landingPage", Some(page(&self.address(&country.path()))));
        let added = self.loaded.changes.iter().find(|entry| entry.added.contains_key(&code));
        set(&mut dataset, "dcterms:issued", added.map(|entry| day(&entry.date)));
        set(&mut dataset, "dcterms:isPartOf", Some(json!({ "@id": self.here("dataset") })));
        Ok(dataset)
    }

    /// What is the same of the whole and its parts. No licence: the profile has it at the files, where it holds.
    fn dataset(&self, name: &str, distributions: &[Distribution]) -> Value {
        let version = self.catalog().version.to_string();
        let mut dataset = json!({
            "@id": self.here(name),
            "@type": "dcat:Dataset",
            "dcterms:publisher": { "@id": self.here("publisher") },
            "dcterms:language": language(),
            "dcterms:modified": day(&version),
            "dcterms:accessRights": term("access-right", "PUBLIC", "dcterms:RightsStatement"),
            "dcterms:accrualPeriodicity": term("frequency", "IRREG", "dcterms:Frequency"),
            "dcat:version": version,
            "dcat:theme": [
                concept("data-theme", "HEAL", "Health"),
                concept("data-theme", "TECH", "Science and technology"),
            ],
            "dcat:distribution": distributions.iter().map(|one| self.distribution(one)).collect::<Value>(),
        });
        set(&mut dataset, "dcat:contactPoint", self.contact());
        dataset
    }

    fn distribution(&self, Distribution { file, format, title, description }: &Distribution) -> Value {
        let mut distribution = json!({
            "@id": self.here(file),
            "@type": "dcat:Distribution",
            "dcterms:title": english(title),
            "dcterms:description": english(description),
            "dcterms:license": licence(),
            "dcterms:language": language(),
            "dcterms:modified": day(&self.catalog().version.to_string()),
            "dcterms:format": term("file-type", format.file_type(), "dcterms:MediaTypeOrExtent"),
            "dcat:mediaType": { "@id": authority::media_type(format.media_type()), "@type": "dcterms:MediaType" },
            "dcat:accessURL": { "@id": self.address(DATA) },
            "dcat:downloadURL": { "@id": self.address(file) },
            "dcatap:availability": concept("planned-availability", "AVAILABLE", "available"),
        });
        let schema = json!({ "@id": self.address(SCHEMA), "@type": "dcterms:Standard" });
        set(&mut distribution, "dcterms:conformsTo", (*format == Format::Json).then_some(schema));
        if let Some((_, content)) = self.files.iter().find(|(known, _)| known == file) {
            let size = json!({ "@type": "xsd:nonNegativeInteger", "@value": content.len().to_string() });
            set(&mut distribution, "dcat:byteSize", Some(size));
            set(&mut distribution, "spdx:checksum", Some(checksum(content)));
        }
        distribution
    }
}

/// Says something of a thing, where it is known.
fn set(thing: &mut Value, key: &str, value: Option<Value>) {
    if let (Some(thing), Some(value)) = (thing.as_object_mut(), value) {
        thing.insert(key.to_owned(), value);
    }
}

fn english(text: &str) -> Value {
    json!({ "@language": "en", "@value": text })
}

fn day(day: &str) -> Value {
    json!({ "@type": "xsd:date", "@value": day })
}

fn page(address: &str) -> Value {
    json!({ "@id": address, "@type": "foaf:Document" })
}

/// A term of one of the Union's tables, of the class that the profile wants it to be.
fn term(table: &str, code: &str, class: &str) -> Value {
    json!({
        "@id": authority::term(table, code),
        "@type": class,
        "skos:inScheme": { "@id": authority::table(table) },
    })
}

fn concept(table: &str, code: &str, label: &str) -> Value {
    let mut concept = term(table, code, "skos:Concept");
    set(&mut concept, "skos:prefLabel", Some(english(label)));
    concept
}

fn language() -> Value {
    term("language", "ENG", "dcterms:LinguisticSystem")
}

/// The data's licence, CC BY 4.0, by its name in the Union's table, as the profile recommends it.
fn licence() -> Value {
    term("licence", "CC_BY_4_0", "dcterms:LicenseDocument")
}

fn places(countries: &[Country]) -> Result<Value> {
    let place = |country: &Country| Ok(term("country", authority::country(country.code)?, "dcterms:Location"));
    countries.iter().map(place).collect()
}

fn checksum(content: &str) -> Value {
    let digest: String = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
    json!({
        "@type": "spdx:Checksum",
        "spdx:algorithm": { "@id": authority::SHA_256, "@type": "spdx:ChecksumAlgorithm" },
        "spdx:checksumValue": { "@type": "xsd:hexBinary", "@value": digest },
    })
}

fn period((first, last): (Year, Year)) -> Value {
    json!({
        "@type": "dcterms:PeriodOfTime",
        "dcat:startDate": { "@type": "xsd:gYear", "@value": first.to_string() },
        "dcat:endDate": { "@type": "xsd:gYear", "@value": last.to_string() },
    })
}

/// The first and the last year of these documents' lives on the dataset's day; nothing where none has a year.
fn years(resources: &[Resource], catalog: &Catalog) -> Option<(Year, Year)> {
    let lives = || resources.iter().filter_map(|resource| resource.life().years(catalog.version));
    let first = lives().filter_map(|life| life.from()).min();
    first.zip(lives().filter_map(|life| life.to()).max())
}

/// What a country's part is about: the country, and the kinds of its documents.
fn keywords(country: &Country) -> Value {
    let kinds = catalog::Kind::ALL.iter().filter(|kind| country.resources.iter().any(|one| one.kind == **kind));
    let kinds = kinds.map(|kind| Messages::English.kinds(*kind, 2).to_lowercase());
    let topics = TOPICS.iter().map(|topic| (*topic).to_owned());
    std::iter::once(country.name.to_string()).chain(topics).chain(kinds).map(|word| english(&word)).collect()
}

#[cfg(test)]
mod tests;
