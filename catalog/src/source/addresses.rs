//! Every address of a dataset with its place in the editors' files.

use crate::address::WebAddress;
use crate::catalog::Catalog;
use crate::country::Country;
use crate::resource::Resource;

/// All addresses, each with its place, `countries/ie.json: resources[1].url`, in the order of the files.
///
/// Videos are not among them: they are named by YouTube's ids, and asked for by a visitor only.
#[must_use]
pub fn addresses(catalog: &Catalog) -> Vec<(String, &WebAddress)> {
    let mut found = Vec::new();
    for country in &catalog.countries {
        of_country(country, &mut found);
    }
    for (at, resource) in catalog.europe.iter().enumerate() {
        of_resource(&format!("europe.json: [{at}]"), resource, &mut found);
    }
    for (at, event) in catalog.events.iter().enumerate() {
        found.push((format!("events.json: [{at}].page"), &event.page));
    }
    found
}

fn of_country<'a>(country: &'a Country, found: &mut Vec<(String, &'a WebAddress)>) {
    let file = format!("countries/{}.json: ", country.code.lower());
    list(&format!("{file}overview_sources"), &country.overview_sources, found);
    list(&format!("{file}declaration.sources"), &country.declaration.sources, found);
    of_profile(&file, country, found);
    for (at, resource) in country.resources.iter().enumerate() {
        of_resource(&format!("{file}resources[{at}]"), resource, found);
    }
    let links = country.implementation.iter().enumerate();
    found.extend(links.map(|(at, link)| (format!("{file}implementation[{at}].url"), &link.address)));
}

fn of_profile<'a>(file: &str, country: &'a Country, found: &mut Vec<(String, &'a WebAddress)>) {
    let profile = &country.profile;
    let lead = profile
        .lead_body
        .as_ref()
        .map(|body| ("lead_body", body.address.as_ref().map(|it| ("url", it)), &body.sources));
    let gdi =
        profile.infrastructure.as_ref().map(|gdi| ("gdi", gdi.node.as_ref().map(|it| ("node", it)), &gdi.sources));
    let genome = profile.genome_of_europe.as_ref().map(|genome| ("genome_of_europe", None, &genome.sources));
    let cohort = profile.reference_cohort.as_ref().map(|cohort| ("reference_cohort", None, &cohort.sources));
    let consent = profile.consent.as_ref().map(|consent| ("consent", None, &consent.sources));
    let contact =
        profile.contact.as_ref().map(|contact| ("contact", Some(("url", &contact.address)), &contact.sources));
    for (key, own, sources) in [lead, gdi, genome, cohort, consent, contact].into_iter().flatten() {
        found.extend(own.map(|(name, address)| (format!("{file}{key}.{name}"), address)));
        list(&format!("{file}{key}.sources"), sources, found);
    }
}

fn of_resource<'a>(place: &str, resource: &'a Resource, found: &mut Vec<(String, &'a WebAddress)>) {
    found.push((format!("{place}.url"), &resource.address));
    list(&format!("{place}.sources"), &resource.sources, found);
}

fn list<'a>(place: &str, sources: &'a [WebAddress], found: &mut Vec<(String, &'a WebAddress)>) {
    found.extend(sources.iter().enumerate().map(|(at, source)| (format!("{place}[{at}]"), source)));
}
