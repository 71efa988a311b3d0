//! How texts are written: ranges of years, and the length of sentences.

use super::places::{What, texts};
use super::sentences::{sentences, words};
use super::{Advice, AdviceKind};
use crate::catalog::Catalog;
use crate::date::{PartialDate, Year};
use crate::problem::quoted;

/// The most words in a sentence.
const LONGEST_SENTENCE: usize = 28;

pub(super) fn look(catalog: &Catalog, found: &mut Vec<Advice>) {
    for text in texts(catalog) {
        for range in hyphened_ranges(text.text) {
            let unless = if text.what == What::Title { ", unless the official title has the hyphen" } else { "" };
            let dashed = range.replace('-', "–");
            let message = format!("{} has a hyphen; write {}{unless}", quoted(range), quoted(&dashed));
            found.push(Advice::new(&*text.place, AdviceKind::YearRangeHyphen, message));
        }
        let long = if text.what == What::Prose { long_sentences(text.text) } else { Vec::new() };
        for (sentence, length) in long {
            let message = format!(
                "the sentence {} has {length} words; make more than one of it, of at most {LONGEST_SENTENCE}",
                quoted(sentence)
            );
            found.push(Advice::new(&*text.place, AdviceKind::SentenceLength, message));
        }
    }
}

fn long_sentences(text: &str) -> Vec<(&str, usize)> {
    let counted = sentences(text).into_iter().map(|sentence| (sentence, words(sentence).count()));
    counted.filter(|(_, length)| *length > LONGEST_SENTENCE).collect()
}

/// `2021-2025` and `2021-25`, but not the month `2024-06`, the day `2024-06-25` or the number `2013-041`.
fn hyphened_ranges(text: &str) -> Vec<&str> {
    let is_inside = |c: char| c.is_alphanumeric() || c == '-';
    let range = |(hyphen, _)| {
        let first = text[..hyphen].rsplit(|c| !is_inside(c)).next()?;
        let last = text[hyphen + 1..].split(|c| !is_inside(c)).next()?;
        let range = &text[hyphen - first.len()..=hyphen + last.len()];
        let first = Year::from_digits(first)?;
        let is_later = Year::from_digits(last).is_some_and(|last| first < last) || is_short_year(last, first);
        (is_later && PartialDate::parse(range).is_err()).then_some(range)
    };
    text.match_indices('-').filter_map(range).collect()
}

/// Whether these are the last two digits of a later year.
fn is_short_year(digits: &str, first: Year) -> bool {
    let number = (digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse::<u16>());
    number.and_then(Result::ok).is_some_and(|last| first.number() % 100 < last)
}
