//! The pictures that are shown where a link to the site is shared (Open Graph): one of the page, one of each country.
//!
//! Each is written as SVG and rasterised here, with the fonts of this crate and none of the machine's, so that
//! the same dataset gives the same bytes.

mod canvas;
mod design;
mod flags;

use std::path::Path;

use anyhow::{Context as _, Result};
use catalog::Catalog;

use crate::canvas::Canvas;
use crate::design::Design;
use crate::flags::Flags;

/// Width and height of every picture in pixels: what the services that show them ask for.
pub const SIZE: (u32, u32) = (1200, 630);

/// A picture.
#[derive(Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its file's name, `index.png` or `ie.png`.
    pub name: String,
    /// The file, PNG.
    pub png: Vec<u8>,
}

/// All pictures of a dataset: that of the page, then those of the countries, with the flags of a folder.
///
/// # Errors
/// Of a picture, one sentence that says which flag, or which sign in the fonts, is missing.
pub fn all<'a>(catalog: &'a Catalog, flags: &'a Path) -> impl Iterator<Item = Result<Picture>> {
    let design = Design { canvas: Canvas::new(), flags: Flags { folder: flags }, catalog };
    let countries = catalog.countries.iter().map(Some);
    std::iter::once(None).chain(countries).map(move |country| {
        let name = country.map_or_else(|| "index".to_owned(), |country| country.code.lower()) + ".png";
        let svg = country.map_or_else(|| design.page(), |country| design.country(country));
        let png = svg.and_then(|svg| design.canvas.png(&svg)).with_context(|| format!("{name} cannot be drawn"))?;
        Ok(Picture { name, png })
    })
}
