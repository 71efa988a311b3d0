//! Text without case and diacritics, for searching; and where a search word stands in a text.
//!
//! The tables cover the scripts of the dataset's languages and of names of countries (Latin, Greek, Cyrillic; the capitals
//! of Armenian, and alef), and letters of formulas: Unicode's own would be many times larger in the wasm than these, which are under 1 kB. A test compares them with
//! Unicode's for every letter of Latin-1, Latin Extended-A, modern Greek and Cyrillic up to U+045F.

use crate::acronym::{OtherForm, other_forms};
use std::cmp::Ordering;
use std::mem::take;
use std::ops::Range;

/// What a character is folded to.
enum Folded {
    /// The character stands between words.
    Separator,
    /// Nothing: a combining mark.
    Nothing,
    /// One character.
    One(char),
    /// Two characters.
    Two([char; 2]),
    /// Three characters.
    Three([char; 3]),
}

/// Base letters of U+00C0 to U+017F in order; a digit stands for two letters, a blank for a separator.
const LATIN: &[u8; 192] = b"aaaaaa1ceeeeiiiidnooooo ouuuuy32aaaaaa1ceeeeiiiidnooooo ouuuuy3y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii55jjkkkllllllllllnnnnnnnnnoooooo44rrrrrrssssss\
ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Base letters of U+0386 to U+03CE in order; a blank for a separator.
const GREEK: &str = "α εηι ο υωιαβγδεζηθικλμνξοπρ στυφχψωιυαεηιυαβγδεζηθικλμνξοπρσστυφχψωιυουω";

fn folded(c: char) -> Folded {
    let offset = |from: char| c as usize - from as usize;
    match c {
        'a'..='z' | '0'..='9' => Folded::One(c),
        'A'..='Z' => Folded::One(c.to_ascii_lowercase()),
        '\u{c0}'..='\u{17f}' => match LATIN[offset('\u{c0}')] {
            b' ' => Folded::Separator,
            b'1' => Folded::Two(['a', 'e']),
            b'2' => Folded::Two(['s', 's']),
            b'3' => Folded::Two(['t', 'h']),
            b'4' => Folded::Two(['o', 'e']),
            b'5' => Folded::Two(['i', 'j']),
            letter => Folded::One(letter as char),
        },
        'ª' => Folded::One('a'),
        'º' => Folded::One('o'),
        'µ' => Folded::One('μ'),
        'Ș' | 'ș' => Folded::One('s'),
        'Ț' | 'ț' => Folded::One('t'),
        'ẞ' => Folded::Two(['s', 's']),
        '\u{300}'..='\u{36f}' => Folded::Nothing,
        _ if is_invisible(c) => Folded::Nothing,
        'ﬀ' => Folded::Two(['f', 'f']),
        'ﬁ' => Folded::Two(['f', 'i']),
        'ﬂ' => Folded::Two(['f', 'l']),
        'ﬅ' | 'ﬆ' => Folded::Two(['s', 't']),
        'ﬃ' | 'ﬄ' => Folded::Three(['f', 'f', if c == 'ﬃ' { 'i' } else { 'l' }]),
        // Full width, as some keyboards of the Far East give it.
        '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => {
            Folded::One(((c as u32 - 0xfee0) as u8).to_ascii_lowercase() as char)
        }
        // Letters for formulas, which some write names with: thirteen alphabets of capitals and small ones, five times ten
        // digits.
        '\u{1d400}'..='\u{1d6a3}' => Folded::One((b'a' + (offset('\u{1d400}') % 26) as u8) as char),
        '\u{1d7ce}'..='\u{1d7ff}' => Folded::One((b'0' + (offset('\u{1d7ce}') % 10) as u8) as char),
        '\u{386}'..='\u{3ce}' => match GREEK.chars().nth(offset('\u{386}')) {
            Some(' ') | None => Folded::Separator,
            Some(letter) => Folded::One(letter),
        },
        'Ѐ' | 'Ё' | 'ѐ' | 'ё' => Folded::One('е'),
        'Ѝ' | 'ѝ' | 'Й' | 'й' => Folded::One('и'),
        'Ѓ' | 'ѓ' => Folded::One('г'),
        'Ќ' | 'ќ' => Folded::One('к'),
        'Ї' | 'ї' => Folded::One('і'),
        'Ў' | 'ў' => Folded::One('у'),
        '\u{402}'..='\u{40f}' => Folded::One(char::from_u32(c as u32 + 80).unwrap_or(c)),
        'А'..='Я' => Folded::One(char::from_u32(c as u32 + 32).unwrap_or(c)),
        // Armenian, and alef with what stands on or below it.
        '\u{531}'..='\u{556}' => Folded::One(char::from_u32(c as u32 + 48).unwrap_or(c)),
        '\u{622}' | '\u{623}' | '\u{625}' => Folded::One('\u{627}'),
        // Everything below Latin's letters, Unicode's blocks of punctuation and symbols, and the one blank outside them.
        '\0'..='\u{bf}' | '\u{1680}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' => Folded::Separator,
        _ => Folded::One(c),
    }
}

/// Whether a character is not seen within a word that was copied from somewhere: the soft hyphen, joiners, zero-width
/// spaces, the byte order mark, what turns the direction of what comes after it, what chooses a form of the letter before
/// it, and what stands for a picture.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffc}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// `text` in lower case without diacritics, its words separated by one space each.
///
/// ```
/// assert_eq!(catalog::fold("Österreichs 1+MG-Plan"), "osterreichs 1 mg plan");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::new();
    push_folded(text, &mut out);
    out
}

/// The order of two texts, without case and diacritics. Most differ in their first letters, so nothing is folded
/// ahead.
pub(crate) fn compare(a: &str, b: &str) -> Ordering {
    fn letters(text: &str) -> impl Iterator<Item = char> {
        text.chars()
            .flat_map(|c| match folded(c) {
                Folded::Separator => [Some(' '), None, None],
                Folded::Nothing => [None; 3],
                Folded::One(letter) => [Some(letter), None, None],
                Folded::Two([first, second]) => [Some(first), Some(second), None],
                Folded::Three(letters) => letters.map(Some),
            })
            .flatten()
    }
    letters(a).cmp(letters(b))
}

/// Appends the folded `text` to `out`.
pub(crate) fn push_folded(text: &str, out: &mut String) {
    out.reserve(text.len());
    let start = out.len();
    for c in text.chars() {
        // Nearly every character is one of these: the short way halves the time of the first search.
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
            continue;
        }
        match folded(c) {
            Folded::Separator if out.len() > start && !out.ends_with(' ') => out.push(' '),
            Folded::Separator | Folded::Nothing => {}
            Folded::One(letter) => out.push(letter),
            Folded::Two(letters) => out.extend(letters),
            Folded::Three(letters) => out.extend(letters),
        }
    }
    if out.len() > start && out.ends_with(' ') {
        out.pop();
    }
}

/// The words of a search, folded, each once; all of them must be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchTerms {
    words: Vec<Box<str>>,
    /// What may stand for some of them.
    others: Vec<OtherForm>,
}

impl SearchTerms {
    /// Most words taken; what comes after them is left out of the search.
    pub const MOST: usize = 16;

    /// The words of `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let folded = fold(text);
        let mut words: Vec<Box<str>> = Vec::new();
        for word in folded.split(' ').filter(|word| !word.is_empty()) {
            if words.len() < Self::MOST && !words.iter().any(|known| **known == *word) {
                words.push(word.into());
            }
        }
        let others = other_forms(&words);
        Self { words, others }
    }

    /// Whether there is no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words.
    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        self.words.iter().map(|word| &**word)
    }

    /// What may stand for some of the words.
    pub(crate) fn others(&self) -> &[OtherForm] {
        &self.others
    }

    /// What is found of `text`: byte ranges of the beginnings of its words that are words of the search, and of the
    /// words of another form; in order.
    #[must_use]
    pub fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let words = words_of(text);
        let mut ends: Vec<Option<usize>> = words.iter().map(|word| self.highlight(word)).collect();
        for OtherForm { form, .. } in &self.others {
            let length = form.split(' ').count();
            for (at, run) in words.windows(length).enumerate() {
                if run.iter().map(|word| &*word.folded).eq(form.split(' ')) {
                    for (end, word) in ends[at..].iter_mut().zip(run) {
                        *end = word.ends.last().map(|(_, end)| *end);
                    }
                }
            }
        }
        words.iter().zip(ends).filter_map(|(word, end)| end.map(|end| word.start..end)).collect()
    }

    /// Where the longest beginning of `word` that is one of these words ends.
    fn highlight(&self, word: &WordSoFar) -> Option<usize> {
        let longest = self.iter().filter(|needle| word.folded.starts_with(needle)).map(str::len).max()?;
        // The first character whose folding reaches the end of the needle, with the marks that follow it.
        let reach = word.ends.iter().rfind(|(length, _)| *length == longest);
        let reach = reach.or_else(|| word.ends.iter().find(|(length, _)| *length > longest));
        reach.map(|(_, end)| *end)
    }
}

/// The words of a text that have a letter.
fn words_of(text: &str) -> Vec<WordSoFar> {
    let mut words = Vec::new();
    let mut word = WordSoFar::default();
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let end = at + c.len_utf8();
        match folded(c) {
            Folded::Separator => {
                let word = take(&mut word);
                if !word.folded.is_empty() {
                    words.push(word);
                }
            }
            Folded::Nothing => word.extend(&[], at, end),
            Folded::One(letter) => word.extend(&[letter], at, end),
            Folded::Two(letters) => word.extend(&letters, at, end),
            Folded::Three(letters) => word.extend(&letters, at, end),
        }
    }
    words
}

/// A word of a text: its beginning, its folding, and for each character how long the folding is after it.
#[derive(Default)]
struct WordSoFar {
    start: usize,
    folded: String,
    ends: Vec<(usize, usize)>,
}

impl WordSoFar {
    fn extend(&mut self, letters: &[char], at: usize, end: usize) {
        if self.ends.is_empty() {
            self.start = at;
        }
        self.folded.extend(letters);
        self.ends.push((self.folded.len(), end));
    }
}
