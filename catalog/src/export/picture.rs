//! The timeline as one picture, to take along.

use super::{push, push_xml};
use crate::Messages;
use crate::catalog::Catalog;
use crate::date::PartialDate;
use crate::selection::Selection;
use crate::timeline::{BarKind, Group, Grouping, Place, Span, bar, begins, groups, mark, place};

/// How wide the names are, in pixels of the picture.
const NAMES: u32 = 560;
/// How wide the years are.
const YEARS: u32 = 640;
/// How wide the words behind the years are: enough for a wide font.
const WORDS: u32 = 400;
/// How high a row is.
const ROW: u32 = 24;
/// Most letters of a title in a row.
const MOST_LETTERS: usize = 62;

/// All documents that fit, as an SVG in light colours that needs nothing else.
#[must_use]
pub fn timeline_svg(
    catalog: &Catalog,
    selection: &Selection,
    grouping: Grouping,
    span: Span,
    today: PartialDate,
) -> String {
    let groups = groups(catalog, selection, grouping, usize::MAX);
    let rows: usize = groups.iter().map(|(_, bars)| bars.len() + 1).sum();
    let height = ROW * (u32::try_from(rows).unwrap_or(u32::MAX / ROW - 4) + 4);
    let mut svg = Svg { text: String::new(), span };
    svg.open(height);
    for year in span.ticks() {
        svg.line("#d8dfeb", begins(year), height);
        svg.words(svg.at(begins(year)), 40, "#4b5874", &year.to_string());
    }
    let now = place(today);
    if (begins(span.first)..=begins(span.last + 1)).contains(&now) {
        svg.line("#94400a", now, height);
        svg.words(svg.at(now), 20, "#94400a", Messages::English.today());
    }
    let mut y = 2 * ROW;
    for (group, bars) in groups {
        y += ROW;
        let name = match group {
            Group::Country(at) => &catalog.countries[at].name,
            Group::Europe => Messages::English.across_europe(),
            Group::Kind(kind) => Messages::English.kinds(kind, 2),
            Group::Undated => Messages::English.undated(),
        };
        svg.words(8, y - 7, "#12306b", name);
        for found in bars {
            y += ROW;
            let (country, resource) = found.resolve(catalog);
            let mut title = String::new();
            if !matches!(group, Group::Country(_) | Group::Europe) {
                title.push_str(Messages::English.owner(country));
                title.push_str(": ");
            }
            title.extend(resource.title.chars().take(MOST_LETTERS));
            if resource.title.chars().nth(MOST_LETTERS).is_some() {
                title.push('…');
            }
            svg.words(20, y - 7, "#15203a", &title);
            let mut words = Messages::English.when(resource.year, resource.period);
            if let Some(mark) = mark(country, resource, today) {
                words.push_str(" · ");
                words.push_str(Messages::English.mark(mark));
            }
            if let Some(bar) = bar(resource) {
                // One that is open runs to today, or through its first year.
                let solid = bar.to.unwrap_or(now.max(bar.from + 100));
                svg.bar(y - 16, if bar.kind == BarKind::Year { "#77859f" } else { "#12306b" }, bar.from, solid);
                if bar.kind == BarKind::Open {
                    svg.bar(y - 12, "#77859f", solid, Place::MAX);
                }
            }
            svg.words(NAMES + YEARS + 10, y - 7, "#4b5874", &words);
        }
    }
    svg.words(8, height - 8, "#4b5874", &Messages::English.picture_source(catalog.version));
    svg.text.push_str("</svg>\n");
    svg.text
}

/// A picture that is being drawn.
struct Svg {
    text: String,
    span: Span,
}

impl Svg {
    fn push(&mut self, parts: &[&str]) {
        push(&mut self.text, parts);
    }

    fn open(&mut self, height: u32) {
        let (width, height) = ((NAMES + YEARS + WORDS).to_string(), height.to_string());
        self.push(&[
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ",
            &width,
            " ",
            &height,
            "\" width=\"",
            &width,
            "\" height=\"",
            &height,
            "\" font-family=\"system-ui,sans-serif\" font-size=\"14\"><title>",
            Messages::English.timeline(),
            "</title><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>",
        ]);
    }

    /// The pixel at which a place is; what is outside of the years is at their edge.
    fn at(&self, place: Place) -> u32 {
        let from = place.saturating_sub(begins(self.span.first)).min(u32::from(self.span.length()) * 100);
        NAMES + from * YEARS / (u32::from(self.span.length()) * 100)
    }

    fn line(&mut self, colour: &str, place: Place, height: u32) {
        let x = self.at(place).to_string();
        self.push(&["<path stroke=\"", colour, "\" d=\"M", &x, " 46V", &(height - ROW).to_string(), "\"/>"]);
    }

    fn bar(&mut self, y: u32, colour: &str, from: Place, to: Place) {
        let (from, to) = (self.at(from), self.at(to));
        let height = if colour == "#12306b" { "12" } else { "6" };
        self.push(&["<rect x=\"", &from.to_string(), "\" y=\"", &y.to_string(), "\" height=\"", height]);
        self.push(&["\" width=\"", &(to - from).to_string(), "\" fill=\"", colour, "\"/>"]);
    }

    fn words(&mut self, x: u32, y: u32, colour: &str, words: &str) {
        self.push(&["<text x=\"", &x.to_string(), "\" y=\"", &y.to_string(), "\" fill=\"", colour, "\">"]);
        push_xml(&mut self.text, words);
        self.push(&["</text>"]);
    }
}
