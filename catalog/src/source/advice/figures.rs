//! Key figures: what belongs into the label, the value and the unit.

use super::places::{What, documents, texts};
use super::sentences::{has_words, sentences, words};
use super::{Advice, AdviceKind};
use crate::catalog::Catalog;
use crate::date::Year;
use crate::problem::quoted;
use crate::resource::Figure;
use std::collections::BTreeSet;

/// What says how exact a number is or of when, and so is no part of a unit.
const QUALIFIERS: [&str; 23] = [
    "about",
    "approx",
    "approximately",
    "around",
    "circa",
    "ca",
    "roughly",
    "some",
    "almost",
    "nearly",
    "just",
    "over",
    "under",
    "up to",
    "more than",
    "less than",
    "fewer than",
    "at least",
    "at most",
    "minimum",
    "maximum",
    "by",
    "until",
];

pub(super) fn look(catalog: &Catalog, found: &mut Vec<Advice>) {
    let names = Names::of(catalog);
    for list in documents(catalog) {
        for (place, resource) in list.iter() {
            for (at, figure) in resource.figures.iter().enumerate() {
                let place = format!("{place}.figures[{at}]");
                let mut say =
                    |key: &str, kind, message| found.push(Advice::new(format!("{place}.{key}"), kind, message));
                if let Some(message) = about_repetition(figure) {
                    say("unit", AdviceKind::RepeatedUnit, message);
                } else if let Some(extra) = extra(&figure.unit) {
                    let message = format!(
                        "the unit {} has {} in it; say that in the label or in as_of",
                        quoted(&figure.unit),
                        quoted(extra)
                    );
                    say("unit", AdviceKind::UnitQualifier, message);
                }
                if let Some(word) = names.needless_capital(&figure.label) {
                    let message = format!(
                        "the label {} begins with a capital, but {} is no name",
                        quoted(&figure.label),
                        quoted(word)
                    );
                    say("label", AdviceKind::LabelCapital, message);
                }
            }
        }
    }
}

/// How the value repeats the unit: a year is no number of years.
fn about_repetition(figure: &Figure) -> Option<String> {
    let (value, unit) = (&*figure.value, &*figure.unit);
    if words(unit).any(|word| word == value) {
        Some(format!("the unit {} repeats the value; say in the label what is counted", quoted(unit)))
    } else if matches!(unit, "year" | "years") && Year::from_digits(value).is_some() {
        Some(format!("the value {} is a year and no quantity; say it in the summary", quoted(value)))
    } else {
        None
    }
}

/// What in the unit is no part of one: something in brackets, a year, or a qualifier.
fn extra(unit: &str) -> Option<&str> {
    let bracket = unit.find(['(', '[']).map(|at| {
        let end = unit[at..].find([')', ']']).map_or(unit.len(), |length| at + length + 1);
        &unit[at..end]
    });
    let year = || words(unit).find(|word| Year::from_digits(word).is_some());
    let qualifier = || QUALIFIERS.iter().find(|words| has_words(unit, words)).copied();
    bracket.or_else(year).or_else(qualifier)
}

/// The words of the dataset that are names.
///
/// A word is a name where it stands with a capital inside a sentence or a label, in a title, or in the name of a
/// country or an issuer, and nowhere without: so `Greek` is one, and `Genome` is none, although it stands in `Genome
/// of Europe`.
struct Names<'a> {
    with_capital: BTreeSet<&'a str>,
    without: BTreeSet<&'a str>,
}

impl<'a> Names<'a> {
    fn of(catalog: &'a Catalog) -> Self {
        let mut names = Self { with_capital: BTreeSet::new(), without: BTreeSet::new() };
        for text in texts(catalog) {
            for sentence in sentences(text.text) {
                // The first word of a sentence has a capital whatever it is.
                let is_telling =
                    |(at, word): &(usize, &str)| *at > 0 || text.what == What::Title || !begins_large(word);
                names.add(words(sentence).enumerate().filter(is_telling).map(|(_, word)| word));
            }
        }
        for country in &catalog.countries {
            names.add(words(&country.name));
        }
        for list in documents(catalog) {
            list.all.iter().for_each(|resource| names.add(words(&resource.issuer)));
        }
        names
    }

    fn add(&mut self, words: impl Iterator<Item = &'a str>) {
        for word in words.map(owner) {
            let set = if begins_large(word) { &mut self.with_capital } else { &mut self.without };
            set.insert(word);
        }
    }

    /// The first word of a label, where it begins with a capital without need.
    fn needless_capital<'l>(&self, label: &'l str) -> Option<&'l str> {
        let mut words = words(label).map(owner);
        let first = words.next().filter(|word| begins_large(word))?;
        let is_short_form = first.chars().skip(1).any(|c| c.is_uppercase() || c.is_numeric());
        let stands_in_names = self.with_capital.contains(first);
        let is_name = stands_in_names && !self.without.contains(&*first.to_lowercase());
        let begins_name = match words.next() {
            // `University of Cyprus funding`.
            Some("of") => stands_in_names && words.next().is_some_and(begins_large),
            // `National Growth Fund grant`, but not `Budget EU`.
            Some(second) => begins_large(second) && second.chars().any(char::is_lowercase),
            None => false,
        };
        (!is_short_form && !is_name && !begins_name).then_some(first)
    }
}

/// `Austria's` is Austria.
fn owner(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

fn begins_large(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}
