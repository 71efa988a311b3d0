//! What pictures for slides have in common: their size, their title with the filter in words, and where they are from.

use super::push;
use super::push_xml;
use crate::Messages;
use crate::catalog::Catalog;
use crate::date::PartialDate;
use crate::query::Query;
use crate::selection::Selection;

/// Width and height of a slide in pixels: 16 to 9, which most presentations are.
pub const SLIDE: (u32, u32) = (1600, 900);

/// Where what stands at the left begins.
pub(super) const LEFT: u32 = 40;

/// Most letters of a line of the filter in words, which stands over the whole width: enough for a wide font.
const MOST_LETTERS: usize = 120;

/// What a picture is made of.
#[derive(Clone, Copy, Debug)]
pub struct Picture<'a> {
    /// The dataset.
    pub catalog: &'a Catalog,
    /// What was asked for.
    pub query: &'a Query,
    /// What fits it.
    pub selection: &'a Selection,
    /// The day that it shows.
    pub today: PartialDate,
    /// The address of the site, where the picture is from.
    pub address: &'a str,
}

/// A picture that is being drawn: an SVG in light colours and in fonts of the system, which needs nothing else.
pub(super) struct Slide {
    pub(super) text: String,
    height: u32,
}

impl Slide {
    /// Begins a picture with its title and the filter in words.
    pub(super) fn new(about: &Picture, what: &str, height: u32) -> Self {
        let mut slide = Self { text: String::new(), height };
        let (width, height) = (SLIDE.0.to_string(), height.to_string());
        slide.push(&["<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ", &width, " ", &height]);
        slide.push(&[
            "\" width=\"",
            &width,
            "\" height=\"",
            &height,
            "\" font-family=\"system-ui,-apple-system,Segoe UI,",
        ]);
        slide.push(&[
            "Roboto,Noto Sans,Liberation Sans,sans-serif\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>",
        ]);
        slide.words(LEFT, 62, 38, "#12306b", &Messages::English.picture_title(what));
        let found = Messages::English.result(about.query, about.selection, about.catalog);
        for (at, line) in (0_u32..2).zip(lines(&found, MOST_LETTERS)) {
            slide.words(LEFT, 100 + 30 * at, 22, "#4b5874", &line);
        }
        slide
    }

    /// Ends it with the day, and where it is from.
    pub(super) fn end(mut self, about: &Picture, note: &str) -> String {
        let source = Messages::English.picture_source(about.catalog.version, about.today, about.address);
        self.words(LEFT, self.height - 18, 17, "#4b5874", [&source, note].join(" ").trim_end());
        self.push(&["</svg>\n"]);
        self.text
    }

    pub(super) fn push(&mut self, parts: &[&str]) {
        push(&mut self.text, parts);
    }

    /// Words in a size and a colour, from the left.
    pub(super) fn words(&mut self, x: u32, y: u32, size: u32, colour: &str, words: &str) {
        self.push(&["<text x=\"", &x.to_string(), "\" y=\"", &y.to_string()]);
        self.push(&["\" font-size=\"", &size.to_string(), "\" fill=\"", colour, "\">"]);
        push_xml(&mut self.text, words);
        self.push(&["</text>"]);
    }
}

/// A text as lines of that many letters at most, where words allow it; two of them, the last with what it leaves out.
fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let last = lines.len() - 1;
        let length = lines[last].chars().count();
        if length > 0 && length + 1 + word.chars().count() > most {
            if last == 1 {
                lines[1].push('…');
                break;
            }
            lines.push(cut(word, most));
        } else {
            if length > 0 {
                lines[last].push(' ');
            }
            lines[last].push_str(&cut(word, most));
        }
    }
    lines
}

/// The first letters of a text; "…" stands for those after them.
pub(super) fn cut(text: &str, most: usize) -> String {
    let mut cut: String = text.chars().take(most).collect();
    if text.chars().nth(most).is_some() {
        cut.push('…');
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn a_long_filter_has_two_lines_and_says_that_there_is_more() {
        let check = |text: &str, expected: &[&str]| assert_eq!(lines(text, 10), expected, "{text}");
        check("", &[""]);
        check("one two", &["one two"]);
        check("one two three", &["one two", "three"]);
        check("one two three four five", &["one two", "three four…"]);
        check("elevenletters", &["elevenlett…"]);
        check("one elevenletters", &["one", "elevenlett…"]);
    }
}
