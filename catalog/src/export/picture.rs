//! The map and the timeline as pictures, to take along: each with its title, what it shows, its legend and its source.

use super::slide::{LEFT, Picture, SLIDE, Slide, cut};
use crate::Messages;
use crate::catalog::Catalog;
use crate::life::InForce;
use crate::selection::{DocumentRef, Selection};
use crate::timeline::{AxisUnits, BarKind, Group, Grouping, Span, bar, begins, groups, mark, place};

/// How wide the names are, in pixels of the picture, with what is left of them.
const NAMES: u32 = 650;
/// How wide the years are.
const YEARS: u32 = 440;
/// How high a row is.
const ROW: u32 = 32;
/// How high letters are in it: 12 points, where a slide is 13.33 inches wide.
const LETTERS: u32 = 20;
/// Most letters of a title in a row: they end before the bars in a wide font too.
const MOST_LETTERS: usize = 50;
/// Where the rows begin.
const TOP: u32 = 190;
/// The room below the rows, for the legend and the source.
const BOTTOM: u32 = 96;

/// The rows of a picture that is as high as a slide: [`timeline_svg`] of so many is one.
pub const SLIDE_ROWS: usize = ((SLIDE.1 - TOP - BOTTOM) / ROW) as usize;

const DARK: &str = "#12306b";
const TEXT: &str = "#15203a";
const MUTED: &str = "#4b5874";
const GREY: &str = "#77859f";
const NOW: &str = "#94400a";

/// How many rows a timeline has.
#[must_use]
pub fn timeline_rows(catalog: &Catalog, selection: &Selection, grouping: Grouping) -> usize {
    rows(&groups(catalog, selection, grouping, usize::MAX))
}

/// A row for each heading and each bar.
fn rows(groups: &[(Group, Vec<DocumentRef>)]) -> usize {
    groups.iter().map(|(_, bars)| bars.len() + 1).sum()
}

/// The documents that fit and their groups as bars, in that many rows at most: where there are more, the last says how
/// many documents are left out. It is as high as a slide, or higher where its rows need it.
#[must_use]
pub fn timeline_svg(about: &Picture, grouping: Grouping, rows: usize) -> String {
    let Picture { catalog, selection, query, today, .. } = *about;
    let span = Span::of(catalog, selection, query.years, today);
    let of = |most: usize| groups(catalog, selection, grouping, most);
    let height_of = |most: usize| self::rows(&of(most));
    let all = height_of(usize::MAX);
    // One row is for what is left out.
    let most =
        if all <= rows { selection.documents } else { (0..rows).rfind(|most| height_of(*most) < rows).unwrap_or(0) };
    let left_out = selection.documents - most;
    let used = u32::try_from(all.min(rows)).unwrap_or(u32::MAX / ROW / 2);
    let height = SLIDE.1.max(TOP + ROW * used + BOTTOM);
    let mut picture = Timeline { slide: Slide::new(about, Messages::English.timeline(), height), span };
    for year in span.ticks() {
        picture.line("#d8dfeb", begins(year), height);
        picture.slide.words(picture.at(begins(year)), TOP - 14, LETTERS, MUTED, &year.to_string());
    }
    let now = place(today);
    if (begins(span.first)..=begins(span.last + 1)).contains(&now) {
        picture.line(NOW, now, height);
        picture.slide.words(picture.at(now), TOP - 36, LETTERS, NOW, Messages::English.today());
    }
    let mut y = TOP;
    for (group, bars) in of(most) {
        y += ROW;
        let name = match group {
            Group::Country(at) => &catalog.countries[at].name,
            Group::Europe => Messages::English.across_europe(),
            Group::Kind(kind) => Messages::English.kinds(kind, 2),
            Group::Undated => Messages::English.undated(),
        };
        picture.slide.words(LEFT, y - 9, 22, DARK, name);
        for found in bars {
            y += ROW;
            let (country, resource) = found.resolve(catalog);
            let title = match group {
                Group::Country(_) | Group::Europe => resource.title.to_string(),
                _ => [Messages::English.owner(country), ": ", &resource.title].concat(),
            };
            picture.slide.words(LEFT + 14, y - 9, LETTERS, TEXT, &cut(&title, MOST_LETTERS));
            let mut words = Messages::English.when(resource.year, resource.period);
            if let Some(mark) = mark(country, resource, today) {
                words.push_str(" · ");
                words.push_str(Messages::English.mark(mark));
            }
            if let Some(bar) = bar(resource) {
                // One that is open runs to today, or through its first year.
                let solid = bar.to.unwrap_or(now.max(bar.from + 100));
                let (from, to) = (picture.at(bar.from), picture.at(solid));
                let is_in_force = resource.in_force(today) == InForce::Yes;
                picture.bar(y, bar.kind, is_in_force, [from, to, picture.at(AxisUnits::MAX)]);
            }
            picture.slide.words(NAMES + YEARS + 12, y - 9, LETTERS, MUTED, &words);
        }
    }
    if left_out > 0 {
        picture.slide.words(LEFT, y + ROW - 9, 22, NOW, &Messages::English.left_out_of_picture(left_out));
    }
    picture.legend(height - 52);
    picture.slide.end(about, "")
}

/// The drawing of the map, and what it means.
#[derive(Clone, Debug)]
pub struct Drawing<'a> {
    /// What it shows of the countries.
    pub what: &'a str,
    /// The style of the site's file.
    pub style: &'a str,
    /// What is in it, as XML, in its own coordinates.
    pub shapes: &'a str,
    /// What its grounds mean: the attribute that its style knows, its value, and the words.
    pub legend: Vec<(&'static str, String, String)>,
    /// What else is to be said of it.
    pub notes: Vec<&'a str>,
}

/// The width and height of the map's own drawing.
pub const MAP_SIZE: (u32, u32) = (1000, 876);

/// The map as it is drawn, on a slide.
#[must_use]
pub fn map_svg(about: &Picture, drawing: &Drawing) -> String {
    let mut slide = Slide::new(about, drawing.what, SLIDE.1);
    slide.push(&["<style>", drawing.style, "</style>"]);
    let mut y = 200;
    for (name, value, words) in &drawing.legend {
        let (top, left) = ((y - 26).to_string(), LEFT.to_string());
        slide.push(&["<g ", name, "=\"", value, "\"><path d=\"M", &left, " ", &top, "h52v36h-52z\"/></g>"]);
        slide.words(LEFT + 72, y, 26, TEXT, words);
        y += 58;
    }
    for note in &drawing.notes {
        slide.words(LEFT, y, 20, MUTED, note);
        y += 34;
    }
    let (width, height) = (MAP_SIZE.0.to_string(), MAP_SIZE.1.to_string());
    // As high as there is room for, at the right. Its file has a legend of its own.
    slide.push(&["<svg class=\"documents\" x=\"740\" y=\"140\" width=\"820\" height=\"718\" viewBox=\"0 0 ", &width]);
    slide.push(&[" ", &height, "\">", drawing.shapes, "</svg>"]);
    slide.end(about, Messages::English.map_source())
}

/// A timeline that is being drawn.
struct Timeline {
    slide: Slide,
    span: Span,
}

impl Timeline {
    /// The pixel at which a place is; what is outside of the years is at their edge.
    fn at(&self, place: AxisUnits) -> u32 {
        let from = place.saturating_sub(begins(self.span.first)).min(u32::from(self.span.length()) * 100);
        NAMES + from * YEARS / (u32::from(self.span.length()) * 100)
    }

    fn line(&mut self, colour: &str, place: AxisUnits, height: u32) {
        let (x, end) = (self.at(place).to_string(), (height - BOTTOM + 8).to_string());
        self.slide.push(&["<path stroke=\"", colour, "\" d=\"M", &x, " ", &(TOP - 8).to_string(), "V", &end, "\"/>"]);
    }

    /// A bar in the row that ends at `y`, filled where it is in force: where it begins, where it ends, and the edge, to
    /// which one without an end goes on.
    fn bar(&mut self, y: u32, kind: BarKind, is_in_force: bool, [from, to, edge]: [u32; 3]) {
        let (colour, height) = if kind == BarKind::Year { (GREY, 8) } else { (DARK, 14) };
        self.rect(y - 16 - height / 2, height, if is_in_force { colour } else { "none" }, colour, from, to);
        if kind == BarKind::Open {
            self.rect(y - 20, 8, GREY, GREY, to, edge);
        }
    }

    fn rect(&mut self, y: u32, height: u32, fill: &str, stroke: &str, from: u32, to: u32) {
        let [from, y, height, width] = [from, y, height, to - from].map(|number| number.to_string());
        self.slide.push(&["<rect x=\"", &from, "\" y=\"", &y, "\" height=\"", &height, "\" width=\"", &width]);
        self.slide.push(&["\" fill=\"", fill, "\" stroke=\"", stroke, "\" stroke-width=\"2\"/>"]);
    }

    /// What the bars mean, in a line that ends at `y`.
    fn legend(&mut self, y: u32) {
        let mut x = LEFT;
        let mut meaning = |kind: BarKind, is_in_force: bool, words: &str| {
            let end = if kind == BarKind::Open { x + 30 } else { x + 52 };
            self.bar(y + 9, kind, is_in_force, [x, end, x + 52]);
            self.slide.words(x + 64, y, LETTERS, TEXT, words);
            x += 390;
        };
        meaning(BarKind::Period, true, Messages::English.in_force_today());
        for kind in BarKind::ALL {
            meaning(*kind, false, Messages::English.bar_kind(*kind));
        }
    }
}
