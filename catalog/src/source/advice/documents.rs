//! Documents that may be there twice or are out of date, their languages and issuers.

use super::places::{bodies, documents};
use super::sentences::has_words;
use super::{Advice, AdviceKind};
use crate::address::WebAddress;
use crate::catalog::Catalog;
use crate::date::{PartialDate, Year};
use crate::fold::fold;
use crate::language::LanguageTag;
use crate::problem::quoted;
use crate::resource::{Resource, Status};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

pub(super) fn look(catalog: &Catalog, today: PartialDate, found: &mut Vec<Advice>) {
    let mut known = BTreeMap::new();
    for list in documents(catalog) {
        // The places of documents whose titles are the same but for years.
        let mut titles: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
        for (at, (place, resource)) in list.iter().enumerate() {
            let mut say = |key: &str, kind, message| found.push(Advice::new(format!("{place}.{key}"), kind, message));
            match known.entry(bare(&resource.address)) {
                Entry::Occupied(first) => {
                    let message = format!("{} has the same address; are they one document?", first.get());
                    say("url", AdviceKind::SameAddress, message);
                }
                Entry::Vacant(new) => {
                    new.insert(place.clone());
                }
            }
            let same = titles.entry(without_years(&resource.title)).or_default();
            match same.iter().find(|first| !are_editions(&list.all[**first], resource)) {
                Some(first) => {
                    let message = format!("{} has nearly the same title; are they one document?", list.within(*first));
                    say("title", AdviceKind::SameTitle, message);
                }
                None => same.push(at),
            }
            if let Some(original) = resource.title_original.as_deref().filter(|it| repeats(it, &resource.title)) {
                let message = format!("{} only repeats the title; leave it out", quoted(original));
                say("title_original", AdviceKind::RepeatedTitle, message);
            } else if let Some(message) = about_language(resource) {
                say("language_original", AdviceKind::TitleLanguage, message);
            }
            if let Some(message) = about_norwegian(&resource.language) {
                say("language_original", AdviceKind::NorwegianForm, message);
            }
            if let Some(end) = ended(resource, today) {
                let message = format!("the period ended in {end}, but the status is active");
                say("period", AdviceKind::PeriodOver, message);
            }
            if is_old(resource.checked, today) {
                let message = format!("it was checked on {}, more than a year ago", resource.checked);
                say("checked", AdviceKind::OldCheck, message);
            }
        }
    }
    for (place, name, rest) in bodies(catalog) {
        if let Some(why) = why_no_name(name) {
            let message =
                format!("{} {why}; give the name of the body alone, and say the rest in the {rest}", quoted(name));
            found.push(Advice::new(place, AdviceKind::BodyDescription, message));
        }
    }
    for country in &catalog.countries {
        for (at, native) in country.native_names.iter().enumerate() {
            let place = format!("countries/{}.json: native_names[{at}].language", country.code.lower());
            let message = about_norwegian(&native.language);
            found.extend(message.map(|message| Advice::new(place, AdviceKind::NorwegianForm, message)));
        }
    }
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

/// Whether two documents whose titles are the same but for years are editions of one: they have different years too.
fn are_editions(one: &Resource, other: &Resource) -> bool {
    one.sort_year().zip(other.sort_year()).is_some_and(|(one, other)| one != other)
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

/// Whether all words of the original title stand in the title one after another; years are not counted.
fn repeats(original: &str, title: &str) -> bool {
    let (original, title) = (without_years(original), without_years(title));
    !original.is_empty() && title.windows(original.len()).any(|words| words == original)
}

/// How the original title contradicts the document's language.
///
/// Every document has `language_original`, so a title without its language is noticed by what contradicts it: an
/// original title beside an English document, whose title is English anyway, and none beside one in another language.
fn about_language(resource: &Resource) -> Option<String> {
    match (resource.language.is_english(), &resource.title_original) {
        (true, Some(_)) => {
            Some("it is English, but there is a title_original; is that in another language?".to_owned())
        }
        (false, None) => {
            Some(format!("it is in {}, but has no title_original in that language", quoted(resource.language.as_str())))
        }
        _ => None,
    }
}

fn about_norwegian(language: &LanguageTag) -> Option<String> {
    let is_meant = language.as_str().split('-').next() == Some("no");
    is_meant.then(|| {
        format!(
            "{} does not say which written form of Norwegian; write \"nb\" for Bokmål or \"nn\" for Nynorsk",
            quoted(language.as_str())
        )
    })
}

/// Words that the name of a body hardly ever has, but a description of what it does has.
const DESCRIBING: [&str; 7] = ["with", "by", "under", "through", "including", "in charge", "in the journal"];

/// The name of a body with its short form and its place is not longer, nor are those of two bodies.
const LONGEST_NAME: usize = 20;

/// How the name of a body shows that it is a description.
fn why_no_name(name: &str) -> Option<String> {
    if let Some(role) = role(name) {
        Some(format!("has {} in it", quoted(role)))
    } else if name.contains(';') {
        Some("has \";\" in it".to_owned())
    } else if let Some(word) = DESCRIBING.iter().find(|word| has_words(name, word)) {
        Some(format!("has {} in it", quoted(word)))
    } else if let Some(addition) = addition(name) {
        Some(format!("has {} in it", quoted(addition)))
    } else if begins_small(name) {
        Some("begins with a small letter".to_owned())
    } else {
        let words = name.split_whitespace().count();
        (words > LONGEST_NAME).then(|| format!("has {words} words"))
    }
}

/// What stands in brackets and begins with a small letter: `(coordination)`, and not `(ISCIII)` or `(Icelandic Parliament)`.
fn role(name: &str) -> Option<&str> {
    name.match_indices('(').find_map(|(at, _)| {
        let end = name[at..].find(')').map_or(name.len(), |length| at + length + 1);
        begins_small(&name[at + 1..end]).then(|| &name[at..end])
    })
}

/// What is added after a comma, `, for the Ministry`; the last part of a list is none: `, and Sciensano`.
fn addition(name: &str) -> Option<&str> {
    name.match_indices(", ")
        .map(|(at, _)| &name[at..])
        .find(|rest| begins_small(&rest[2..]) && !rest.starts_with(", and "))
}

/// Whether the first word has small letters only; `deCODE` and `biobank.cy` are names.
fn begins_small(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or(text).trim_end_matches([')', ',', ';', ':']);
    !first.is_empty() && first.chars().all(|c| c.is_lowercase() || c == '-')
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
