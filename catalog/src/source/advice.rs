//! What an editor may want to look at, although nothing is wrong with it.

use super::addresses::addresses;
use crate::address::WebAddress;
use crate::catalog::Catalog;
use crate::date::{PartialDate, Year};
use crate::fold::fold;
use crate::plan::{Resource, Status};
use crate::problem::quoted;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;

/// One thing to look at, in one sentence. Unlike a problem, it keeps nothing from being published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// Where: the file and the path in it, `countries/ie.json: resources[1].url`.
    pub place: String,
    /// What is noticed there, and what may be done.
    pub message: String,
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// All there is to look at in a dataset on a day.
///
/// - Documents that may be the same one: in a country by title, where case, punctuation and years are not
///   counted, and everywhere by address, where scheme, `www.`, a last slash and the fragment are not counted.
///   Titles that differ in their year only are those of editions when the documents have different years too,
///   so these are left alone.
/// - A period that is over while the status is active.
/// - A check that is more than a year old.
/// - Titles without their language. Every document has `language_original`, so there it is noticed by what
///   contradicts it: an original title beside an English document, whose title is English anyway, and none
///   beside a document in another language.
/// - Addresses on plain http.
#[must_use]
pub fn advice(catalog: &Catalog, today: PartialDate) -> Vec<Advice> {
    let mut found = Vec::new();
    let mut say = |place: String, message: String| found.push(Advice { place, message });
    let mut known = BTreeMap::new();
    for country in &catalog.countries {
        for (at, resource) in country.resources.iter().enumerate() {
            let place = format!("countries/{}.json: resources[{at}]", country.code.lower());
            match known.entry(bare(&resource.address)) {
                Entry::Occupied(first) => {
                    let message = format!("{} has the same address; are they one document?", first.get());
                    say(format!("{place}.url"), message);
                }
                Entry::Vacant(new) => {
                    new.insert(place.clone());
                }
            }
            if let Some(first) = country.resources[..at].iter().position(|other| are_alike(other, resource)) {
                let message = format!("resources[{first}] has nearly the same title; are they one document?");
                say(format!("{place}.title"), message);
            }
            if let Some((key, message)) = about_language(resource) {
                say(format!("{place}.{key}"), message);
            }
            if let Some(end) = ended(resource, today) {
                say(format!("{place}.period"), format!("the period ended in {end}, but the status is active"));
            }
            if is_old(resource.checked, today) {
                let message = format!("it was checked on {}, more than a year ago", resource.checked);
                say(format!("{place}.checked"), message);
            }
        }
    }
    for (place, address) in addresses(catalog).into_iter().filter(|(_, address)| !address.is_secure()) {
        say(place, format!("{} is plain http; does it answer to https?", quoted(address.as_str())));
    }
    found
}

/// The address without what often differs between two that lead to the same page.
fn bare(address: &WebAddress) -> String {
    let address = address.as_str();
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or(rest);
    let (host, path) = rest.find(['/', '?']).map_or((rest, ""), |at| rest.split_at(at));
    let host = host.to_ascii_lowercase();
    format!("{}{}", host.strip_prefix("www.").unwrap_or(&host), path.trim_end_matches('/'))
}

/// Whether two documents have the same title but for years, and no years that tell them apart.
fn are_alike(one: &Resource, other: &Resource) -> bool {
    let is_edition = one.sort_year().zip(other.sort_year()).is_some_and(|(one, other)| one != other);
    !is_edition && without_years(&one.title) == without_years(&other.title)
}

/// The folded words of a title; `2021-25` is two years.
fn without_years(title: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut after_year = false;
    for word in fold(title).split(' ') {
        let is_short = word.len() == 2 && word.bytes().all(|b| b.is_ascii_digit());
        let is_year = Year::from_digits(word).is_some();
        if !(is_year || after_year && is_short) {
            words.push(word.to_owned());
        }
        after_year = is_year;
    }
    words
}

/// The key that contradicts the document's language, and how.
fn about_language(resource: &Resource) -> Option<(&'static str, String)> {
    let language = resource.language.as_str();
    match (resource.language.is_english(), &resource.title_original) {
        (true, Some(_)) => {
            let message = "it is English, but there is a title_original; is that in another language?";
            Some(("language_original", message.to_owned()))
        }
        (false, None) => {
            let message = format!("it is in {}, but has no title_original in that language", quoted(language));
            Some(("language_original", message))
        }
        _ => None,
    }
}

/// The year in which the period of an active document ended.
fn ended(resource: &Resource, today: PartialDate) -> Option<Year> {
    let end = resource.period.and_then(|period| period.to())?;
    (resource.status == Status::Active && end < today.year()).then_some(end)
}

/// Whether more than a year has passed; on the same day of the next year it has not.
fn is_old(checked: PartialDate, today: PartialDate) -> bool {
    let after = |years: u16, date: PartialDate| (date.year().number() + years, date.month(), date.day());
    after(1, checked) < after(0, today)
}
