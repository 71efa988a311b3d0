//! Where documents and texts stand in the editors' files: what all the checks walk through.

use crate::catalog::Catalog;
use crate::country::Country;
use crate::resource::Resource;
use std::collections::HashMap;

/// The documents of one file.
pub(super) struct Documents<'a> {
    file: String,
    /// The key of the list in the file; empty where the file is the list.
    key: &'static str,
    pub(super) all: &'a [Resource],
}

impl<'a> Documents<'a> {
    /// The place of a document in its file, `resources[1]`.
    pub(super) fn within(&self, at: usize) -> String {
        format!("{}[{at}]", self.key)
    }

    /// The place of a document, `countries/ie.json: resources[1]`.
    fn place(&self, at: usize) -> String {
        format!("{}: {}", self.file, self.within(at))
    }

    /// Each document with its place.
    pub(super) fn iter(&self) -> impl Iterator<Item = (String, &'a Resource)> {
        self.all.iter().enumerate().map(|(at, resource)| (self.place(at), resource))
    }
}

/// The documents of all files.
pub(super) fn documents(catalog: &Catalog) -> Vec<Documents<'_>> {
    let of_country = |country| Documents { file: file(country), key: "resources", all: &country.resources };
    let of_europe = Documents { file: "europe.json".to_owned(), key: "", all: &catalog.europe };
    catalog.countries.iter().map(of_country).chain([of_europe]).collect()
}

fn file(country: &Country) -> String {
    format!("countries/{}.json", country.code.lower())
}

/// What a text is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// Whole sentences.
    Prose,
    /// A title, which may be official.
    Title,
    /// A label or a note, which is no sentence.
    Note,
}

/// A text in the editors' own words, and a document's English title; titles in other languages are none of these.
pub(super) struct Text<'a> {
    pub(super) place: String,
    pub(super) what: What,
    pub(super) text: &'a str,
}

/// All texts in English.
pub(super) fn texts(catalog: &Catalog) -> Vec<Text<'_>> {
    let mut all = Vec::new();
    let mut add = |place: String, what, text| all.push(Text { place, what, text });
    for country in &catalog.countries {
        let (file, profile) = (file(country), &country.profile);
        add(format!("{file}: overview"), What::Prose, &*country.overview);
        if let Some(as_of) = profile.genome_of_europe.as_ref().and_then(|genome| genome.as_of.as_ref()) {
            add(format!("{file}: genome_of_europe.as_of"), What::Note, &**as_of);
        }
        if let Some(as_of) = profile.reference_cohort.as_ref().and_then(|cohort| cohort.as_of.as_ref()) {
            add(format!("{file}: reference_cohort.as_of"), What::Note, &**as_of);
        }
        if let Some(consent) = &profile.consent {
            add(format!("{file}: consent.model"), What::Prose, &*consent.model);
        }
    }
    for documents in documents(catalog) {
        for (place, resource) in documents.iter() {
            add(format!("{place}.title"), What::Title, &*resource.title);
            add(format!("{place}.summary"), What::Prose, &*resource.summary);
            for (at, figure) in resource.figures.iter().enumerate() {
                add(format!("{place}.figures[{at}].label"), What::Note, &*figure.label);
                if let Some(as_of) = &figure.as_of {
                    add(format!("{place}.figures[{at}].as_of"), What::Note, &**as_of);
                }
            }
        }
    }
    for (at, event) in catalog.events.iter().enumerate() {
        for (paragraph, text) in event.introduction.iter().enumerate() {
            add(format!("events.json: [{at}].introduction[{paragraph}]"), What::Prose, &**text);
        }
    }
    // The catalog has the newest first, the file the oldest.
    for (at, change_set) in catalog.changes.iter().rev().enumerate() {
        add(format!("changes.json: [{at}].note"), What::Note, &*change_set.note);
    }
    all
}

/// The names of bodies, each with its place and with the text that says what they do.
pub(super) fn bodies(catalog: &Catalog) -> Vec<(String, &str, &'static str)> {
    let mut all = Vec::new();
    for country in &catalog.countries {
        let (file, profile) = (file(country), &country.profile);
        if let Some(body) = &profile.lead_body {
            all.push((format!("{file}: lead_body.name"), &*body.name, "overview"));
        }
        let gdi = profile.infrastructure.as_ref().map(|gdi| ("gdi", &gdi.partners));
        let genome = profile.genome_of_europe.as_ref().map(|genome| ("genome_of_europe", &genome.partners));
        for (key, partners) in [gdi, genome].into_iter().flatten() {
            let partners = partners.iter().enumerate();
            all.extend(partners.map(|(at, name)| (format!("{file}: {key}.partners[{at}]"), &**name, "overview")));
        }
    }
    for documents in documents(catalog) {
        all.extend(documents.iter().map(|(place, resource)| (format!("{place}.issuer"), &*resource.issuer, "summary")));
    }
    all
}

/// The place of every entry, and its id: a country's own is its code in small letters, a change's its day.
pub(in crate::source) struct Entries(HashMap<String, String>);

impl Entries {
    pub(in crate::source) fn of(catalog: &Catalog) -> Self {
        let mut all = HashMap::new();
        all.extend(catalog.countries.iter().map(|country| (file(country), country.code.lower())));
        for documents in documents(catalog) {
            all.extend(documents.iter().map(|(place, resource)| (place, resource.id.to_string())));
        }
        let events = catalog.events.iter().enumerate();
        all.extend(events.map(|(at, event)| (format!("events.json: [{at}]"), event.id.to_string())));
        let changes = catalog.changes.iter().rev().enumerate();
        all.extend(changes.map(|(at, change_set)| (format!("changes.json: [{at}]"), change_set.date.to_string())));
        Self(all)
    }

    /// The id of the entry that holds the place, and the key in the entry: `ie-strategy` and `sources`.
    pub(in crate::source) fn find<'a>(&'a self, place: &'a str) -> Option<(&'a str, &'a str)> {
        // A document's place begins with that of its country.
        let mut holding = place.rmatch_indices(['.', ':']).map(|(end, _)| place.split_at(end));
        let (id, rest) = holding.find_map(|(entry, rest)| Some((self.0.get(entry)?, rest)))?;
        let key = rest.trim_start_matches(['.', ':', ' ']);
        Some((id, key.split(['.', '[']).next().unwrap_or(key)))
    }
}
