//! The word that was probably meant by one that stands nowhere.
//!
//! A word is near when it begins with the same letter and few letters are wrong: one of four to seven, two of more. A
//! letter is wrong when it is left out, put in, another, or in the place of its neighbour.

use std::mem::take;

/// Shorter words are near to too many others.
const SHORTEST: usize = 4;

/// From here, a word of which the last letters are not typed yet may be meant.
const SHORTEST_BEGINNING: usize = 5;

/// Most letters that may not be typed yet.
const MOST_UNTYPED: usize = 1;

/// From here, two letters may be wrong.
const LONG: usize = 8;

/// A letter that is wrong. One that is another is a little more wrong than one that is left out or put in, so that
/// "genomcs" is rather "genomics" than "genomes"; and a word that is not typed to its end is more so.
const WRONG: u16 = 16;
const ANOTHER: u16 = WRONG + 1;
const UNTYPED: u16 = 8;

/// What a word of a later text is farther.
const LATER: u16 = 2;

/// Finds the word that was probably meant: what [`nearest_word`] is.
pub type NearestWord = for<'a> fn(&str, [&'a str; 2]) -> Option<&'a str>;

/// A word that may be meant.
struct Candidate<'a> {
    word: &'a str,
    distance: u16,
    number: usize,
}

/// Of the words of two folded texts, each after a space, the nearest to one that was typed; rather of the first, and of
/// those that are equally near the one that stands there most often.
#[must_use]
pub fn nearest_word<'a>(typed: &str, texts: [&'a str; 2]) -> Option<&'a str> {
    let letters: Vec<char> = typed.chars().collect();
    // Of numbers the next one is another one.
    if letters.len() < SHORTEST || letters.iter().any(char::is_ascii_digit) {
        return None;
    }
    let begin: String = [' ', letters[0]].iter().collect();
    let mut candidates: Vec<Candidate<'_>> = Vec::new();
    let mut rows = Rows::default();
    for (later, text) in [0, LATER].into_iter().zip(texts) {
        for (at, _) in text.match_indices(&begin) {
            let word = text[at + 1..].split_ascii_whitespace().next().unwrap_or_default();
            if let Some(known) = candidates.iter_mut().find(|known| known.word == word) {
                known.number += 1;
            } else if let Some(distance) = rows.distance(&letters, word) {
                candidates.push(Candidate { word, distance: distance + later, number: 1 });
            }
        }
    }
    let nearest = candidates
        .into_iter()
        .min_by(|a, b| a.distance.cmp(&b.distance).then(b.number.cmp(&a.number)).then(a.word.cmp(b.word)));
    nearest.map(|nearest| nearest.word)
}

/// Rows of the table of distances between beginnings of two words: the last one, the one before, and the one before
/// that. They are kept for the next word.
#[derive(Default)]
struct Rows {
    word: Vec<char>,
    last: Vec<u16>,
    before: Vec<u16>,
    first: Vec<u16>,
}

impl Rows {
    /// How far a word is from the letters that were typed, where it is near.
    fn distance(&mut self, typed: &[char], word: &str) -> Option<u16> {
        let (allowed, untyped) =
            (if typed.len() < LONG { 1 } else { 2 }, if typed.len() < SHORTEST_BEGINNING { 0 } else { MOST_UNTYPED });
        self.word.clear();
        self.word.extend(word.chars());
        let length = self.word.len();
        if length + allowed < typed.len() || length > typed.len() + allowed + untyped {
            return None;
        }
        let limit = WRONG * (allowed as u16 + 1);
        self.last.clear();
        self.last.extend((0..=length as u16).map(|number| number * WRONG));
        for (row, letter) in typed.iter().enumerate() {
            let next = take(&mut self.first);
            self.first = take(&mut self.before);
            self.before = take(&mut self.last);
            self.last = next;
            self.last.clear();
            self.last.push((row as u16 + 1) * WRONG);
            for (column, other) in self.word.iter().enumerate() {
                let same = if letter == other { 0 } else { ANOTHER };
                let mut least = (self.before[column] + same).min(self.before[column + 1] + WRONG);
                least = least.min(self.last[column] + WRONG);
                let is_swapped = row > 0 && column > 0 && *letter == self.word[column - 1] && typed[row - 1] == *other;
                if is_swapped {
                    least = least.min(self.first[column - 1] + WRONG);
                }
                self.last.push(least);
            }
            if self.last.iter().all(|distance| *distance >= limit) {
                return None;
            }
        }
        // A word goes on where its last letter is right: "hello" is not the beginning of "hellas".
        let is_beginning = |end: &usize| self.word[..*end].last() == typed.last();
        let beginnings = (length.saturating_sub(untyped)..length).filter(is_beginning);
        let beginnings = beginnings.map(|end| self.last[end] + UNTYPED);
        beginnings.chain([self.last[length]]).min().filter(|distance| *distance < limit)
    }
}
