//! What the data are, in the words of catalogues of data: DCAT 3 (<https://www.w3.org/TR/vocab-dcat-3/>) as JSON-LD.

use catalog::source::Loaded;
use catalog::{Country, text};
use serde_json::{Value, json};

use super::{CATALOG, CSV, DCAT, FOLDER, SCHEMA, country_file};
use crate::site::Site;

const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

const KEYWORDS: [&str; 9] = [
    "genomics",
    "personalised medicine",
    "health policy",
    "national strategies",
    "laws",
    "research programmes",
    "biobanks",
    "1+ Million Genomes",
    "Europe",
];

/// The dataset, and each country's part of it as a dataset of its own: a distribution has to hold the whole.
///
/// `files` are those that are described, for their sizes. Days are those of the records, never today.
pub(super) fn describe(loaded: &Loaded, site: &Site, files: &[(String, String)]) -> Value {
    let Loaded { catalog, changes, .. } = loaded;
    let about = About { site, files };
    let mut dataset = json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dcterms": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "skos": "http://www.w3.org/2004/02/skos/core#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": about.address(&format!("{DCAT}#dataset")),
        "@type": "dcat:Dataset",
        "dcterms:title": english(text::SITE),
        "dcterms:description": english(&text::description(catalog.countries.len())),
        "dcterms:license": { "@id": LICENCE },
        "dcterms:publisher": {
            "@type": "foaf:Agent",
            "foaf:name": text::SITE,
            "foaf:homepage": { "@id": about.address("") },
        },
        "dcterms:language": { "@id": "http://id.loc.gov/vocabulary/iso639-1/en" },
        "dcterms:modified": day(&catalog.version.to_string()),
        "dcat:version": catalog.version.to_string(),
        "dcat:landingPage": { "@id": about.address(&format!("{FOLDER}/")) },
        "dcat:keyword": KEYWORDS.map(english),
        "dcterms:spatial": catalog.countries.iter().map(place).collect::<Vec<_>>(),
        "dcat:distribution": [
            about.distribution("All of it as JSON", CATALOG, "application/json", true),
            about.distribution("All documents as CSV", CSV, "text/csv", false),
        ],
        "dcterms:hasPart": catalog.countries.iter().map(|country| about.part(country)).collect::<Vec<_>>(),
    });
    if let Some(first) = changes.first() {
        dataset["dcterms:issued"] = day(&first.date);
    }
    // The years of the documents; nothing is said where none has a year.
    if let Some((first, last)) = catalog.years(catalog.version) {
        dataset["dcterms:temporal"] = json!({
            "@type": "dcterms:PeriodOfTime",
            "dcat:startDate": { "@type": "xsd:gYear", "@value": first.to_string() },
            "dcat:endDate": { "@type": "xsd:gYear", "@value": last.to_string() },
        });
    }
    dataset
}

struct About<'a> {
    site: &'a Site,
    files: &'a [(String, String)],
}

impl About<'_> {
    /// The address of a file or page: absolute where the site's is known. Otherwise it is relative to the
    /// description itself, against whose address JSON-LD resolves it.
    fn address(&self, path: &str) -> String {
        self.site.absolute(path).unwrap_or_else(|| format!("../{path}"))
    }

    fn part(&self, country: &Country) -> Value {
        let file = country_file(country);
        json!({
            "@id": self.address(&format!("{DCAT}#{}", country.code.lower())),
            "@type": "dcat:Dataset",
            "dcterms:title": english(&format!("{}: {}", text::SITE, country.name)),
            "dcterms:description": english(&country.overview),
            "dcterms:license": { "@id": LICENCE },
            "dcterms:spatial": place(country),
            "dcat:landingPage": { "@id": self.address(&country.path()) },
            "dcat:distribution": self.distribution(&format!("{} as JSON", country.name), &file, "application/json", true),
        })
    }

    fn distribution(&self, title: &str, file: &str, kind: &str, has_schema: bool) -> Value {
        let mut distribution = json!({
            "@type": "dcat:Distribution",
            "dcterms:title": english(title),
            "dcterms:license": { "@id": LICENCE },
            "dcat:accessURL": { "@id": self.address(&format!("{FOLDER}/")) },
            "dcat:downloadURL": { "@id": self.address(file) },
            "dcat:mediaType": { "@id": format!("https://www.iana.org/assignments/media-types/{kind}") },
        });
        if has_schema {
            distribution["dcterms:conformsTo"] = json!({ "@id": self.address(SCHEMA) });
        }
        if let Some((_, content)) = self.files.iter().find(|(known, _)| known == file) {
            distribution["dcat:byteSize"] =
                json!({ "@type": "xsd:nonNegativeInteger", "@value": content.len().to_string() });
        }
        distribution
    }
}

fn english(text: &str) -> Value {
    json!({ "@language": "en", "@value": text })
}

fn day(day: &str) -> Value {
    json!({ "@type": "xsd:date", "@value": day })
}

fn place(country: &Country) -> Value {
    json!({
        "@type": "dcterms:Location",
        "dcterms:identifier": country.code.as_str(),
        "skos:prefLabel": english(&country.name),
    })
}
