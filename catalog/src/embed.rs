//! What a widget is asked to show: by the address of its frame, or by the attributes of its element.

use crate::catalog::Catalog;
use crate::country::Country;
use crate::names::named_enum;
use crate::query::{Query, Unknown};

named_enum! {
    /// How a widget comes into a page; what is recommended comes first.
    "mode" EmbedMode {
        /// The element, which makes the frame and keeps its height.
        Element = "element",
        /// A frame and no script.
        Frame = "frame",
        /// The element with the app itself in the page.
        Inline = "inline",
    }
}

/// What a widget shows.
#[derive(Clone, Debug, PartialEq)]
pub struct EmbedRequest {
    /// What is selected.
    pub query: Query,
    /// Shown alone in the place of everything else: a video, by its place in [`Catalog::videos`].
    pub video: Option<usize>,
    /// What was not understood, and left out.
    pub unknown: Vec<Unknown>,
}

impl EmbedRequest {
    /// The name of the video that is shown alone.
    pub const PLAY: &str = "play";
    /// The name of the colours, which the scripts of a widget read.
    pub const THEME: &str = "theme";
    /// Its values.
    const THEMES: [&str; 4] = ["", "auto", "light", "dark"];

    /// Reads the query of an address, with or without its `?`. Beside the names of [`Query::parse`] it knows `play`, by
    /// the id of a video or by YouTube's, and `theme`.
    #[must_use]
    pub fn parse(address: &str, catalog: &Catalog) -> Self {
        let (mut query, mut unknown, [play, theme]) =
            Query::parse_among(address, catalog, Some([Self::PLAY, Self::THEME]));
        let video = catalog.video(&play);
        // An entry is shown with its country, and not somewhere among all of them.
        if let Some(item) = query.item.as_ref().filter(|_| query.countries.is_empty()) {
            let has_it = |country: &&Country| country.resources.iter().any(|resource| resource.id == *item);
            if let Some(country) = catalog.countries.iter().find(has_it) {
                query.countries.insert(country.code);
            }
        }
        if video.is_none() && !play.is_empty() {
            unknown.push(Unknown::new(Self::PLAY, &play));
        }
        if !Self::THEMES.iter().any(|known| known.eq_ignore_ascii_case(&theme)) {
            unknown.push(Unknown::new(Self::THEME, &theme));
        }
        Self { query, video, unknown }
    }
}

/// The country that is all that a query asks for, by its place in [`Catalog::countries`]: a widget shows everything that
/// is known of it, as its page does.
#[must_use]
pub fn sole_country(query: &Query, catalog: &Catalog) -> Option<usize> {
    let mut codes = query.countries.iter();
    let (Some(code), None) = (codes.next(), codes.next()) else { return None };
    let mut only = Query::default();
    only.lang.clone_from(&query.lang);
    only.countries.insert(*code);
    catalog.country(*code).filter(|_| only == *query).map(|(at, _)| at)
}
