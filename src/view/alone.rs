//! A video alone, for a widget of nothing else.

use catalog::text;

use super::dom::{El, class};
use super::video::tile;
use crate::app::{App, Place, Player};

/// The page of the video at that place in the catalog.
pub(super) fn page(app: App, video: usize) -> El {
    let main = super::page::main(app)
        .attr("class", "alone")
        .attr("id", super::page::TITLE)
        .child(class("div", "tiles").child(tile(app, Player { place: Place::Alone, video })));
    super::page::frame(app, text::SKIP, "#title", main)
}
