//! Colours of a partner's own, for a widget that stands in their page without a frame.

use std::iter;

/// A colour without transparency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    const BLACK: Self = Self([0; 3]);
    const WHITE: Self = Self([0xff; 3]);

    /// Reads what a browser's field for colours gives: `#fdf6e3`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut digits = text.strip_prefix('#')?.chars().map(|digit| digit.to_digit(16));
        let mut colour = [0; 3];
        for part in &mut colour {
            *part = u8::try_from(digits.next()?? * 16 + digits.next()??).ok()?;
        }
        digits.next().is_none().then_some(Self(colour))
    }

    /// The same again.
    #[must_use]
    pub fn text(self) -> String {
        let digits = self.0.into_iter().flat_map(|part| [part >> 4, part & 15]);
        iter::once('#').chain(digits.filter_map(|digit| char::from_digit(digit.into(), 16))).collect()
    }

    /// Whether white is easier to read on it than black.
    #[must_use]
    pub fn is_dark(self) -> bool {
        self.contrast(Self::WHITE) > self.contrast(Self::BLACK)
    }

    /// The contrast of two colours as WCAG 2 defines it: from 1, which is none, to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f32 {
        let (one, other) = (self.luminance() + 0.05, other.luminance() + 0.05);
        one.max(other) / one.min(other)
    }

    fn luminance(self) -> f32 {
        let [red, green, blue] = self.0.map(|part| linear(f32::from(part) / 255.0));
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

/// How much light a part of a colour is: a cubic that is nowhere further than 0.002 from the curve of sRGB, because the
/// power in that curve would be a kilobyte of code.
fn linear(part: f32) -> f32 {
    part * (part * (part * 0.305_306 + 0.682_171) + 0.012_523)
}

/// Colours of a partner's own; where there is none, it is the site's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwnColours {
    /// What everything stands on.
    pub ground: Option<Colour>,
    /// Headings, and what can be pressed.
    pub accent: Option<Colour>,
}

impl OwnColours {
    /// The contrast that WCAG 2 asks of text.
    const READABLE: f32 = 4.5;

    /// The style of an element: the custom properties that are public; empty where there is no colour.
    #[must_use]
    pub fn style(self) -> String {
        let on_accent = self.accent.map(|accent| if accent.is_dark() { Colour::WHITE } else { Colour::BLACK });
        let mut style = String::new();
        for (name, colour) in [
            ("--ngp-ground", self.ground),
            ("--ngp-surface", self.ground),
            ("--ngp-raised", self.ground),
            ("--ngp-blue", self.accent),
            ("--ngp-press", self.accent),
            ("--ngp-press-fill", self.accent),
            ("--ngp-on-press-fill", on_accent),
        ] {
            if let Some(colour) = colour {
                let separator = if style.is_empty() { "" } else { "; " };
                style += &[separator, name, ": ", &colour.text()].concat();
            }
        }
        style
    }

    /// Whether it has to be the site's dark theme that they go with; nothing where there is no colour.
    #[must_use]
    pub fn is_dark(self) -> Option<bool> {
        self.ground.map(Colour::is_dark).or_else(|| self.accent.map(|accent| !accent.is_dark()))
    }

    /// Whether text can be read where they go with the light theme, or the dark one.
    #[must_use]
    pub fn is_readable(self, is_dark: bool) -> bool {
        // The text that says less important things, and the ground: `--muted` and `--ground` of `style/tokens.css`.
        let (text, ground) =
            if is_dark { ([0xa8, 0xb4, 0xcb], [0x0c, 0x12, 0x20]) } else { ([0x4b, 0x58, 0x74], [0xff; 3]) };
        let ground = self.ground.unwrap_or(Colour(ground));
        [Colour(text), self.accent.unwrap_or(Colour(text))].iter().all(|one| one.contrast(ground) >= Self::READABLE)
    }
}

#[cfg(test)]
mod tests {
    use super::{Colour, OwnColours, linear};

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap_or_else(|| panic!("{text} is a colour"))
    }

    #[test]
    fn a_colour_is_six_digits() {
        assert_eq!(colour("#FDf6e3").text(), "#fdf6e3");
        for wrong in ["", "fdf6e3", "#fdf6e", "#fdf6e33", "#fdf6eg", "#é1234", "red"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let check = |one, other, expected: f32| {
            let found = colour(one).contrast(colour(other));
            assert!((found - expected).abs() < 0.05, "{one} on {other}: {found} and not {expected}");
        };
        check("#000000", "#ffffff", 21.0);
        check("#777777", "#ffffff", 4.48);
        check("#94400a", "#ffffff", 7.01);
        check("#808080", "#808080", 1.0);
    }

    #[test]
    fn the_cubic_is_close_to_the_curve() {
        for part in (0_u8..=255).map(|part| f32::from(part) / 255.0) {
            let exact = if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
            assert!((linear(part) - exact).abs() < 0.002, "{part}: {} and not {exact}", linear(part));
        }
    }

    #[test]
    fn a_style_has_what_was_chosen() {
        let (ground, accent) = (Some(colour("#fdf6e3")), Some(colour("#7a2e00")));
        let check = |ground, accent, expected| assert_eq!(OwnColours { ground, accent }.style(), expected);
        check(None, None, "");
        check(ground, None, "--ngp-ground: #fdf6e3; --ngp-surface: #fdf6e3; --ngp-raised: #fdf6e3");
        check(
            None,
            accent,
            "--ngp-blue: #7a2e00; --ngp-press: #7a2e00; --ngp-press-fill: #7a2e00; --ngp-on-press-fill: #ffffff",
        );
        let light = OwnColours { accent: Some(colour("#ffcc66")), ground: None }.style();
        assert!(light.ends_with("--ngp-on-press-fill: #000000"), "{light}");
    }

    #[test]
    fn colours_go_with_a_theme_and_can_be_read_in_it_or_not() {
        let own =
            |ground: &str, accent: &str| OwnColours { ground: Colour::parse(ground), accent: Colour::parse(accent) };
        let check = |ground, accent, is_dark, light, dark| {
            let own = own(ground, accent);
            assert_eq!(
                (own.is_dark(), own.is_readable(false), own.is_readable(true)),
                (is_dark, light, dark),
                "{own:?}"
            );
        };
        check("", "", None, true, true);
        check("#fdf6e3", "", Some(false), true, false);
        check("#201000", "", Some(true), false, true);
        check("", "#7a2e00", Some(false), true, false);
        check("", "#ffcc66", Some(true), false, true);
        check("#fdf6e3", "#ffcc66", Some(false), false, false);
        check("#808080", "", Some(false), false, false);
    }
}
