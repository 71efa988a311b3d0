//! From SVG to PNG, with the two fonts that are committed here.

use std::sync::{Arc, OnceLock};

use anyhow::{Context as _, Result, bail};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, ID};
use resvg::usvg::{FontResolver, Options, Tree};

use crate::SIZE;

/// A font.
#[derive(Clone, Copy)]
pub(crate) enum Font {
    /// For names and numbers.
    Bold,
    /// For all else.
    Medium,
}

impl Font {
    /// Its attributes in SVG.
    fn attributes(self) -> &'static str {
        match self {
            Self::Bold => r#"font-family="Inter Display" font-weight="700""#,
            Self::Medium => r#"font-family="Inter" font-weight="500""#,
        }
    }
}

/// Words in SVG, their baseline beginning at `x` and `y`.
pub(crate) fn text(words: &str, font: Font, size: f32, (x, y): (f32, f32), colour: &str) -> String {
    let words = words.replace('&', "&amp;").replace('<', "&lt;");
    format!(r#"<text x="{x}" y="{y}" font-size="{size}" fill="{colour}" {}>{words}</text>"#, font.attributes())
}

/// What draws.
pub(crate) struct Canvas {
    fonts: Arc<Database>,
}

impl Canvas {
    pub(crate) fn new() -> Self {
        let mut fonts = Database::new();
        fonts.load_font_data(include_bytes!("../font/InterDisplay-Bold.ttf").to_vec());
        fonts.load_font_data(include_bytes!("../font/Inter-Medium.ttf").to_vec());
        Self { fonts: Arc::new(fonts) }
    }

    /// How wide words are.
    pub(crate) fn width(&self, words: &str, font: Font, size: f32) -> Result<f32> {
        let tree = self.tree(&text(words, font, size, (0.0, 0.0), "#000"))?;
        Ok(tree.root().bounding_box().right())
    }

    /// The picture as PNG.
    pub(crate) fn png(&self, svg: &str) -> Result<Vec<u8>> {
        let (width, height) = SIZE;
        let mut pixels = Pixmap::new(width, height).context("there is no memory for it")?;
        resvg::render(&self.tree(svg)?, Transform::identity(), &mut pixels.as_mut());
        // The ground covers everything, so what would say how far a pixel can be seen through is left out.
        let colours: Vec<u8> = pixels.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, width, height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_compression(png::Compression::High);
        // Large even areas and a few edges: rows that are like the row before need no filter to become small.
        encoder.set_filter(png::Filter::NoFilter);
        encoder.write_header()?.write_image_data(&colours)?;
        Ok(file)
    }

    /// What the SVG draws, once it is sure that the fonts have all its signs.
    fn tree(&self, inner: &str) -> Result<Tree> {
        let missing = OnceLock::new();
        // Asked for another font when one does not have a sign: each has all that the other has, so there is none.
        let select_fallback = |sign, _: &[ID], _: &mut Arc<Database>| {
            missing.get_or_init(|| sign);
            None
        };
        let font_resolver = FontResolver { select_fallback: Box::new(select_fallback), ..FontResolver::default() };
        let options = Options { fontdb: Arc::clone(&self.fonts), font_resolver, ..Options::default() };
        let (width, height) = SIZE;
        let svg = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{inner}</svg>"#);
        let tree = Tree::from_str(&svg, &options).context("its SVG is wrong")?;
        match missing.get() {
            Some(sign) => bail!("the fonts have no sign for {sign}"),
            None => Ok(tree),
        }
    }
}
