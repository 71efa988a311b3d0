//! Whether the grounds of the map can be told apart: by how dark they are, and by those who see fewer colours.

use std::f64::consts::PI;
use std::fmt;

use catalog::PlanState;

use super::{DOT, ENDED_LINE, PREPARATION_LINE, TILE, token};
use crate::{files, project};

/// Red, green and blue as amounts of light. These mix as they do in the eye, and are what a simulation is made of.
type Light = [f64; 3];

/// How much darker one of two grounds must be to differ without its hue, as WCAG measures contrast. It is twice the 1.1
/// that the pale land around has against what is behind the map, where it is just seen.
const DARKER: f64 = 1.2;

/// How far two colours must be from each other in CIELAB, to differ by their hue. 2.3 is just noticed where two large
/// fields touch; in small countries far from each other, and beside a legend, it has to be several times as much.
const FAR: f64 = 10.0;

/// How a colour is seen by who lacks one of the three kinds of cones: the rows of a matrix for linear light. From
/// Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
/// Transactions on Visualization and Computer Graphics 15(6), 2009, doi:10.1109/TVCG.2009.113, with severity 1.0.
const DEFICIENCIES: [(&str, [Light; 3]); 3] = [
    ("protanopia", [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    (
        "deuteranopia",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    ("tritanopia", [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
];

#[test]
fn states_and_the_land_around_are_told_without_their_hues() {
    // Who sees no colour at all has how dark it is, and where a map is so small that a pattern is one tone, no more.
    for theme in Theme::both() {
        for ((one, light), (other, other_light)) in pairs(&theme.means()) {
            let found = contrast(*light, *other_light);
            assert!(found >= DARKER, "{one} and {other} differ by {found:.2}, {theme}");
        }
    }
}

#[test]
fn states_and_the_land_around_are_told_by_the_colour_blind() {
    for theme in Theme::both() {
        for (deficiency, matrix) in DEFICIENCIES {
            let seen = theme.means().map(|(name, light)| (name, simulated(matrix, light)));
            for ((one, light), (other, other_light)) in pairs(&seen) {
                let (darker, far) = (contrast(*light, *other_light), distance(*light, *other_light));
                assert!(
                    darker >= DARKER || far >= FAR,
                    "{one} and {other} differ by {darker:.2} and are {far:.0} apart with {deficiency}, {theme}"
                );
            }
        }
    }
}

#[test]
fn patterns_and_outlines_are_seen() {
    // What WCAG asks of graphics that are needed to understand (1.4.11).
    const GRAPHIC: f64 = 3.0;
    for theme in Theme::both() {
        let check = |one: &str, other: &str| {
            let found = contrast(theme.light(one), theme.light(other));
            assert!(found >= GRAPHIC, "{one} on {other} is seen by {found:.2}, {theme}");
        };
        for (tone, ground, _) in covers().into_iter().filter(|(tone, ground, _)| tone != ground) {
            check(tone, ground);
            // Their tone is their outline, too, which is what keeps the palest of them from the land around.
            check(tone, "land");
        }
        check("none-found", "ground");
        check("none-found", "surface");
        for ground in ["ground", "surface"] {
            let found = contrast(theme.light("land"), theme.light(ground));
            assert!((1.1..1.4).contains(&found), "the land is pale, but there: {found:.2} on {ground}, {theme}");
        }
    }
}

#[test]
fn a_simulation_takes_away_the_hues_that_are_confused() {
    let check = |at: usize, one: &str, other: &str| {
        let (deficiency, matrix) = DEFICIENCIES[at];
        let [one, other] = [one, other].map(linear);
        let seen = distance(simulated(matrix, one), simulated(matrix, other));
        let found = (distance(one, other) > 70.0, seen < FAR);
        assert_eq!(found, (true, true), "{deficiency}: {seen:.1}");
        let white = simulated(matrix, [1.0; 3]);
        assert!(distance(white, [1.0; 3]) < 0.1, "{deficiency} makes white {white:?}");
    };
    check(0, "#ff0000", "#006611");
    check(1, "#ff0033", "#00aa11");
    check(2, "#ee0088", "#ff5511");
}

/// How each state covers its ground on the map: its tone, its ground, and what part of it the tone covers. What is in
/// force is all tone, and what has none all ground.
fn covers() -> [(&'static str, &'static str, f64); 5] {
    let covers = [
        ("in-force", "in-force", 1.0),
        ("ended", "ended-ground", ENDED_LINE / TILE),
        ("in-preparation", "in-preparation-fill", PREPARATION_LINE / TILE),
        ("programme-only", "programme-only-fill", PI * DOT * DOT / (TILE * TILE)),
        ("none-found", "none-found-fill", 0.0),
    ];
    let states = PlanState::ALL.iter().map(|state| state.name());
    assert!(states.eq(covers.iter().map(|(tone, ..)| *tone)), "a state is not on the map: {covers:?}");
    covers
}

/// The tokens, and which of their two values is meant.
struct Theme {
    tokens: String,
    is_dark: bool,
}

impl Theme {
    fn both() -> [Self; 2] {
        let read = || files::text(&project::root().join("style/tokens.css")).expect("the tokens are readable");
        [false, true].map(|is_dark| Self { tokens: read(), is_dark })
    }

    fn light(&self, name: &str) -> Light {
        let (in_light, in_dark) = token(&self.tokens, name).expect("the token is there");
        linear(if self.is_dark { in_dark } else { in_light })
    }

    /// What is to be told apart, each as the one tone that it is from afar.
    fn means(&self) -> [(&'static str, Light); 6] {
        let mean = |(tone, ground, part): (&'static str, &str, f64)| {
            let [over, under] = [self.light(tone), self.light(ground)];
            (tone, [0, 1, 2].map(|at| part * over[at] + (1.0 - part) * under[at]))
        };
        let [in_force, ended, in_preparation, programme_only, none_found] = covers().map(mean);
        [in_force, ended, in_preparation, programme_only, none_found, ("land", self.light("land"))]
    }
}

impl fmt::Display for Theme {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.is_dark { "in dark colours" } else { "in light colours" })
    }
}

/// Each with each that comes after it.
fn pairs<T>(all: &[T]) -> impl Iterator<Item = (&T, &T)> {
    all.iter().enumerate().flat_map(move |(at, one)| all[at + 1..].iter().map(move |other| (one, other)))
}

/// Reads a colour of three or six digits.
fn linear(colour: &str) -> Light {
    let digits = colour.strip_prefix('#').expect("it is a colour");
    let step = digits.len() / 3;
    [0, 1, 2].map(|at| {
        let digits = digits[at * step..(at + 1) * step].repeat(3 - step);
        let value = f64::from(u8::from_str_radix(&digits, 16).expect("it is a number")) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    })
}

/// How light two colours are compared with each other, as WCAG has it.
fn contrast(one: Light, other: Light) -> f64 {
    let [one, other] = [one, other].map(|light| weighed([0.2126, 0.7152, 0.0722], light) + 0.05);
    one.max(other) / one.min(other)
}

fn simulated(matrix: [Light; 3], light: Light) -> Light {
    matrix.map(|row| weighed(row, light).clamp(0.0, 1.0))
}

/// How far two colours are from each other in CIELAB, as CIE 1976 has it.
fn distance(one: Light, other: Light) -> f64 {
    let [one, other] = [one, other].map(lab);
    one.iter().zip(other).map(|(one, other)| (one - other).powi(2)).sum::<f64>().sqrt()
}

/// Lightness, green to red, and blue to yellow.
fn lab(light: Light) -> Light {
    /// sRGB to CIE XYZ, of which white is the sum of each row.
    const XYZ: [Light; 3] = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]];
    let [x, y, z] = XYZ.map(|row| {
        let part = weighed(row, light) / weighed(row, [1.0; 3]);
        if part > 216.0 / 24389.0 { part.cbrt() } else { (24389.0 / 27.0 * part + 16.0) / 116.0 }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn weighed(weights: Light, light: Light) -> f64 {
    weights.iter().zip(light).map(|(weight, light)| weight * light).sum()
}
