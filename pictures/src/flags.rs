//! The flags, each of which is a square drawing in a file of its own.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use catalog::CountryCode;
use resvg::usvg::roxmltree::Document;

/// The width and the height of each drawing, in its own units.
const SIDE: f32 = 512.0;

/// A folder of flags, named like `ie.svg`.
pub(crate) struct Flags<'a> {
    pub(crate) folder: &'a Path,
}

impl Flags<'_> {
    /// The flag of a country as SVG, a circle of that diameter with its upper left corner there.
    pub(crate) fn at(&self, code: CountryCode, x: f32, y: f32, diameter: f32) -> Result<String> {
        let file = self.folder.join(code.lower() + ".svg");
        let svg = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        let drawing = Document::parse(&svg).with_context(|| format!("{} is no SVG", file.display()))?;
        let shapes: String = drawing.root_element().children().map(|shape| &svg[shape.range()]).collect();
        let (scale, half) = (diameter / SIDE, SIDE / 2.0);
        Ok(format!(
            r#"<clipPath id="flag"><circle cx="{half}" cy="{half}" r="{half}"/></clipPath>
            <g transform="translate({x} {y}) scale({scale})"><g clip-path="url(#flag)">{shapes}</g></g>"#
        ))
    }
}
