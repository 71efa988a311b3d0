//! What is on the pictures and where, as SVG.

use anyhow::Result;
use catalog::{Catalog, Country, Messages, PlanState};

use crate::SIZE;
use crate::canvas::{Canvas, Font, text};
use crate::flags::Flags;

// Colours of style/tokens.css, in their light form.
const BAND: &str = "#10264f";
const ON_BAND: &str = "#fff";
const ON_BAND_MUTED: &str = "#c3d2f3";
const TEXT: &str = "#15203a";

/// The pictures' width.
const WIDTH: f32 = SIZE.0 as f32;
/// Space at the edges.
const EDGE: f32 = 72.0;
/// Where words begin that stand beside a flag, and how wide they can be.
const BESIDE: f32 = 380.0;
const BESIDE_ROOM: f32 = WIDTH - BESIDE - EDGE;
/// How wide the tile of a plan state is, and the space between two: together they are as wide as the words above.
const TILE: f32 = (WIDTH - 2.0 * EDGE - 4.0 * BETWEEN) / 5.0;
const BETWEEN: f32 = 16.0;
/// The poster of the videos, of which the helix is taken.
const POSTER: &str = include_str!("../../public/poster.svg");
/// The icon of the site, on a grid of 64.
const MARK: &str = include_str!("../../public/icon.svg");

/// How a plan state looks: its tone, the ground of that, and its icon.
fn look(state: PlanState) -> (&'static str, &'static str, &'static str) {
    match state {
        PlanState::InForce => ("#0a5c40", "#e0f3ea", include_str!("../../icons/in-force.svg")),
        PlanState::Ended => ("#7d2f4f", "#f9e8ee", include_str!("../../icons/ended.svg")),
        PlanState::InPreparation => ("#62358f", "#f1e8fa", include_str!("../../icons/in-preparation.svg")),
        PlanState::ProgrammeOnly => ("#0c5380", "#e2f0f9", include_str!("../../icons/programme-only.svg")),
        PlanState::NoneFound => ("#525a68", "#eceef2", include_str!("../../icons/none-found.svg")),
    }
}

/// What the pictures are made of.
pub(crate) struct Design<'a> {
    pub(crate) canvas: Canvas,
    pub(crate) flags: Flags<'a>,
    pub(crate) catalog: &'a Catalog,
}

impl Design<'_> {
    /// A country: its flag and its name, and below where it stands.
    pub(crate) fn country(&self, country: &Country) -> Result<String> {
        let mut svg = ground() + &helix() + &mark(EDGE, 56.0, 64.0);
        svg += &text(Messages::English.site(), Font::Bold, 34.0, (EDGE + 84.0, 100.0), ON_BAND);
        svg += r##"<circle cx="198" cy="290" r="126" fill="#fff"/>"##;
        svg += &self.flags.at(country.code, 80.0, 172.0, 236.0)?;
        Ok(svg + &self.name(country)? + &self.standing(country.plan_state(self.catalog.version))?)
    }

    /// Its name and what there is of it, together in the middle of the flag's height.
    fn name(&self, country: &Country) -> Result<String> {
        let name = self.fitted(&country.name, 112.0, 84.0, BESIDE_ROOM)?;
        let below = name.height() + name.size * 0.22 + 48.0;
        let top = 290.0 - below / 2.0;
        // Large letters have some space before them; without it they stand above the small ones.
        let name = name.at(BESIDE - name.size * 0.06, top, ON_BAND);
        Ok(name + &text(&self.facts(country), Font::Medium, 34.0, (BESIDE, top + below), ON_BAND_MUTED))
    }

    /// How many documents and videos there are of a country; what there is none of is not said.
    fn facts(&self, country: &Country) -> String {
        let (documents, videos) = (country.resources.len(), self.catalog.videos_of(country.code).count());
        match (documents, videos) {
            (0, 0) => Messages::English.no_document().to_owned(),
            (_, 0) => Messages::English.documents(documents),
            (0, _) => Messages::English.videos(videos),
            _ => format!("{} · {}", Messages::English.documents(documents), Messages::English.videos(videos)),
        }
    }

    /// Where a country stands, on the ground of that.
    fn standing(&self, state: PlanState) -> Result<String> {
        let (tone, pale, _) = look(state);
        let meaning = Messages::English.plan_meaning(state);
        let size = self.size(meaning, Font::Medium, 25.0, BESIDE_ROOM)?;
        Ok(format!(r#"<path fill="{pale}" d="M0 452h1200v178H0z"/>"#)
            + &icon(state, 140.0, 483.0, 116.0)
            + &text(Messages::English.plan(state), Font::Bold, 60.0, (BESIDE - 3.0, 538.0), tone)
            + &text(meaning, Font::Medium, size, (BESIDE, 585.0), TEXT))
    }

    /// The page: its title, and how many countries there are in each plan state.
    pub(crate) fn page(&self) -> Result<String> {
        let beside_mark = EDGE + 208.0;
        let mut svg = ground() + &mark(EDGE, 68.0, 176.0);
        svg += &self.fitted(Messages::English.site_title(), 96.0, 96.0, WIDTH - EDGE - beside_mark)?.at(
            beside_mark,
            70.0,
            ON_BAND,
        );
        svg += &text(Messages::English.at_a_glance(), Font::Medium, 34.0, (EDGE, 326.0), ON_BAND_MUTED);
        let numbers = self.catalog.numbers(self.catalog.version);
        let all = Messages::English.countries(numbers.countries);
        let x = WIDTH - EDGE - self.canvas.width(&all, Font::Medium, 34.0)?;
        svg += &text(&all, Font::Medium, 34.0, (x, 326.0), ON_BAND_MUTED);
        for (at, (state, number)) in PlanState::ALL.iter().zip(numbers.plans).enumerate() {
            svg += &self.tile(*state, number, EDGE + at as f32 * (TILE + BETWEEN))?;
        }
        Ok(svg)
    }

    /// How many countries there are in a plan state.
    fn tile(&self, state: PlanState, number: usize, x: f32) -> Result<String> {
        let (tone, pale, _) = look(state);
        Ok(format!(r#"<rect x="{x}" y="364" width="{TILE}" height="200" rx="20" fill="{pale}"/>"#)
            + &text(&number.to_string(), Font::Bold, 80.0, (x + 18.0, 450.0), tone)
            + &icon(state, x + TILE - 64.0, 390.0, 46.0)
            + &self.fitted(Messages::English.plan(state), 24.0, 24.0, TILE - 40.0)?.at(x + 20.0, 488.0, TEXT))
    }

    /// Words as large as they fit in that room; where they would be smaller than `smallest`, on two lines of that size.
    fn fitted(&self, words: &str, largest: f32, smallest: f32, room: f32) -> Result<Lines> {
        let size = |words: &str| self.size(words, Font::Bold, largest, room);
        let one = Lines { size: size(words)?, lines: vec![words.to_owned()] };
        let spaces = words.match_indices(' ').map(|(at, _)| at);
        match spaces.min_by_key(|at| at.abs_diff(words.len() / 2)) {
            Some(at) if one.size < smallest => {
                let (first, second) = (&words[..at], &words[at + 1..]);
                Ok(Lines {
                    size: size(first)?.min(size(second)?).min(smallest),
                    lines: vec![first.to_owned(), second.to_owned()],
                })
            }
            _ => Ok(one),
        }
    }

    /// The size at which words fit in that room.
    fn size(&self, words: &str, font: Font, largest: f32, room: f32) -> Result<f32> {
        Ok(largest.min(largest * room / self.canvas.width(words, font, largest)?))
    }
}

/// Words on one or two lines.
struct Lines {
    size: f32,
    lines: Vec<String>,
}

impl Lines {
    /// From one baseline to the next, in sizes.
    const LEADING: f32 = 1.1;
    /// The height of capitals, in sizes.
    const CAPITALS: f32 = 0.73;

    /// From the top of the first capitals to the last baseline.
    fn height(&self) -> f32 {
        self.size * (Self::CAPITALS + Self::LEADING * (self.lines.len() - 1) as f32)
    }

    /// The words, the first capitals' upper left corner there.
    fn at(&self, x: f32, top: f32, colour: &str) -> String {
        let baseline = |line: usize| top + self.size * (Self::CAPITALS + Self::LEADING * line as f32);
        let lines = self.lines.iter().enumerate();
        lines.map(|(at, line)| text(line, Font::Bold, self.size, (x, baseline(at)), colour)).collect()
    }
}

/// The blue ground.
fn ground() -> String {
    format!(r#"<path fill="{BAND}" d="M0 0h1200v630H0z"/>"#)
}

/// The helix of the posters, quieter and larger, in the right half.
fn helix() -> String {
    let strands = POSTER.find("<g").map_or("", |at| POSTER[at..].trim_end().trim_end_matches("</svg>"));
    format!(r#"<g opacity="0.6" transform="translate(220 -230) scale(1.9)">{strands}</g>"#)
}

/// The site's own icon.
fn mark(x: f32, y: f32, size: f32) -> String {
    let scale = size / 64.0;
    format!(r#"<g transform="translate({x} {y}) scale({scale})">{MARK}</g>"#)
}

/// The icon of a plan state.
fn icon(state: PlanState, x: f32, y: f32, size: f32) -> String {
    let (tone, _, svg) = look(state);
    let scale = size / 24.0;
    let (_, shapes) = svg.trim_end().trim_end_matches("</svg>").split_once('>').unwrap_or_default();
    format!(
        r#"<g transform="translate({x} {y}) scale({scale})" fill="none" stroke="{tone}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">{shapes}</g>"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_those_of_the_site() {
        let tokens = include_str!("../../style/tokens.css");
        for state in PlanState::ALL {
            let (tone, pale, _) = look(*state);
            let name = state.name();
            assert!(tokens.contains(&format!("--{name}: light-dark({tone},")), "{tone} is no longer --{name}");
            assert!(tokens.contains(&format!("--{name}-ground: light-dark({pale},")), "{pale} is no longer its ground");
        }
        let colours = [
            format!("--band: light-dark({BAND},"),
            format!("--on-band: {ON_BAND};"),
            format!("--on-band-muted: {ON_BAND_MUTED};"),
            format!("--text: var(--ngp-text, light-dark({TEXT},"),
        ];
        for colour in colours {
            assert!(tokens.contains(&colour), "{colour} is no longer so");
        }
    }
}
