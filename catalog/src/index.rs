//! The searchable texts of a catalog, folded, in one string.
//!
//! One string and one pass over it per word is what keeps a search of 10,000 resources within a
//! few milliseconds without an inverted index, whose building would cost more than it saves.

use crate::acronym::OtherForm;
use crate::country::CountryCode;
use crate::fold::{SearchTerms, push_folded};

/// The texts of each country, resource and video, one after the other.
#[derive(Debug)]
pub(crate) struct Index {
    /// Each text begins with a space, has one space between words, and ends with a line feed.
    text: String,
    /// Where each text ends: all countries, then two of each resource, country by country and those of Europe last,
    /// then all videos.
    /// The first of a resource is what is seen of it at once, the second what stands in its details.
    ends: Vec<usize>,
}

/// Which words of a search each text has, a bit per word.
pub(crate) struct Hits {
    masks: Vec<u16>,
    /// The mask of a text that has them all.
    all: u16,
}

/// A function that is called with the parts of a text.
pub(crate) type TakesText<'a> = dyn FnMut(&mut dyn Iterator<Item = &str>) + 'a;

impl Index {
    /// The index of what `each_text` calls a function with, in the order of [`Self::ends`].
    pub(crate) fn new(each_text: &dyn Fn(&mut TakesText<'_>)) -> Self {
        // A string that grows as it is written would need three times as much memory on the way, and the wasm's is
        // never given back.
        let (mut texts, mut room) = (0, 0);
        each_text(&mut |text| {
            texts += 1;
            room += text.map(|text| text.len() + 1).sum::<usize>() + 1;
        });
        let mut index = Self { text: String::with_capacity(room), ends: Vec::with_capacity(texts) };
        each_text(&mut |text| index.push(text));
        index
    }

    fn push(&mut self, texts: &mut dyn Iterator<Item = &str>) {
        for text in texts {
            self.text.push(' ');
            push_folded(text, &mut self.text);
        }
        self.text.push('\n');
        self.ends.push(self.text.len());
    }

    /// Other names of countries: a text for each of `codes`. Each line has a code, a space, and its names with `|`
    /// between them.
    pub(crate) fn of_names(codes: impl Iterator<Item = CountryCode>, lines: &str) -> Self {
        let mut index = Self { text: String::new(), ends: Vec::new() };
        for code in codes {
            let of_code = lines.lines().filter_map(|line| line.strip_prefix(code.as_str()));
            index.push(&mut of_code.filter_map(|rest| rest.strip_prefix(' ')));
        }
        index
    }

    /// The texts, one after the other.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Which of `words` each text has, each as the beginning of a word, or in another form as whole words.
    pub(crate) fn hits(&self, words: &SearchTerms) -> Hits {
        let mut masks = vec![0_u16; self.ends.len()];
        for (bit, word) in words.iter().enumerate() {
            self.mark(&format!(" {word}"), 1 << bit, &mut masks);
        }
        for OtherForm { words, form } in words.others() {
            self.mark(&format!(" {form} "), *words, &mut masks);
            self.mark(&format!(" {form}\n"), *words, &mut masks);
        }
        let all = u16::MAX.checked_shr((SearchTerms::MOST - words.iter().len()) as u32).unwrap_or(0);
        Hits { masks, all }
    }

    /// Gives those words to each text that has the needle.
    fn mark(&self, needle: &str, words: u16, masks: &mut [u16]) {
        let (mut from, mut text) = (0, 0);
        while let Some(found) = self.text[from..].find(needle) {
            let at = from + found;
            text += self.ends[text..].partition_point(|end| *end <= at);
            masks[text] |= words;
            from = self.ends[text];
        }
    }
}

impl Hits {
    /// Texts of a resource.
    pub(crate) const OF_RESOURCE: usize = 2;

    /// The words that the text at `at` has.
    pub(crate) fn mask(&self, at: usize) -> u16 {
        self.masks[at]
    }

    /// Gives the words that others have to the first texts.
    pub(crate) fn add(&mut self, others: &Self) {
        for (mask, more) in self.masks.iter_mut().zip(&others.masks) {
            *mask |= more;
        }
    }

    /// The words that any text has.
    pub(crate) fn found(&self) -> u16 {
        self.masks.iter().fold(0, |found, mask| found | mask)
    }

    /// Whether these are all the words.
    pub(crate) fn is_all(&self, mask: u16) -> bool {
        mask == self.all
    }
}
