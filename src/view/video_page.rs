//! A video alone, for a widget of nothing else.

use leptos::prelude::*;

use super::video::Tile;
use crate::state::{Player, Section};

/// The page of a video.
#[component]
pub fn VideoPage(
    /// Its place in [`catalog::Catalog::videos`].
    at: usize,
) -> impl IntoView {
    view! { <div class="tiles"><Tile player=Player { section: Section::VideoPage, video: at }/></div> }
}
