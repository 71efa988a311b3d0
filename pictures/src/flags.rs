//! The flags, taken from the one file that holds them all side by side.

use anyhow::{Context as _, Result};
use catalog::CountryCode;
use resvg::usvg::roxmltree::{Document, Node};

/// `flags.svg`: each flag is a group somewhere on a large sheet, and a `<view>` of the country's code shows it.
pub(crate) struct Flags<'a> {
    sheet: Document<'a>,
}

impl<'a> Flags<'a> {
    pub(crate) fn read(svg: &'a str) -> Result<Self> {
        Ok(Self { sheet: Document::parse(svg).context("the flags are no SVG")? })
    }

    /// The flag of a country as SVG, a circle of that diameter with its upper left corner there.
    pub(crate) fn at(&self, code: CountryCode, x: f32, y: f32, diameter: f32) -> Result<String> {
        let (left, top, width, group) = self.find(code).with_context(|| format!("the flags have none of {code}"))?;
        let clips: String = self
            .sheet
            .descendants()
            .filter(|node| node.has_tag_name("clipPath"))
            .map(|node| self.source(node))
            .collect();
        let scale = diameter / width;
        let group = self.source(group);
        Ok(format!(r#"<g transform="translate({x} {y}) scale({scale}) translate(-{left} -{top})">{clips}{group}</g>"#))
    }

    /// The corner and the width of a flag on the sheet, and the group that draws it.
    fn find(&self, code: CountryCode) -> Option<(&str, &str, f32, Node<'_, 'a>)> {
        let view = self.sheet.descendants().find(|node| node.attribute("id") == Some(&code.lower()))?;
        let mut shown = view.attribute("viewBox")?.split_whitespace();
        let (left, top, width) = (shown.next()?, shown.next()?, shown.next()?.parse().ok()?);
        let place = format!("translate({left} {top})");
        let group = self.sheet.descendants().find(|node| node.attribute("transform") == Some(&place))?;
        Some((left, top, width, group))
    }

    fn source(&self, node: Node) -> &str {
        &self.sheet.input_text()[node.range()]
    }
}
