//! Every address of a dataset with its place in the editors' files.

use crate::address::WebAddress;
use crate::catalog::Catalog;
use crate::country::Country;

/// All addresses, each with its place, `countries/ie.json: resources[1].url`, in the order of the files.
///
/// Videos are not among them: they are named by YouTube's ids, and asked for by a visitor only.
#[must_use]
pub fn addresses(catalog: &Catalog) -> Vec<(String, &WebAddress)> {
    let mut found = Vec::new();
    for country in &catalog.countries {
        of_country(country, &mut found);
    }
    for (at, event) in catalog.events.iter().enumerate() {
        found.push((format!("events.json: [{at}].page"), &event.page));
    }
    found
}

fn of_country<'a>(country: &'a Country, found: &mut Vec<(String, &'a WebAddress)>) {
    let file = format!("countries/{}.json: ", country.code.lower());
    let mut list = |key: &str, sources: &'a [WebAddress]| {
        found.extend(sources.iter().enumerate().map(|(at, source)| (format!("{file}{key}[{at}]"), source)));
    };
    list("overview_sources", &country.overview_sources);
    list("declaration.sources", &country.declaration.sources);
    for (at, resource) in country.resources.iter().enumerate() {
        list(&format!("resources[{at}].sources"), &resource.sources);
    }
    let documents = country.resources.iter().enumerate();
    found.extend(documents.map(|(at, resource)| (format!("{file}resources[{at}].url"), &resource.address)));
    let links = country.implementation.iter().enumerate();
    found.extend(links.map(|(at, link)| (format!("{file}implementation[{at}].url"), &link.address)));
}
