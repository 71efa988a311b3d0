//! What is on the screen; each file is one thing, with its style in `style/` under the same name.

mod about;
mod answer;
mod card;
mod country;
mod dom;
mod filters;
mod header;
mod highlight;
mod icon;
mod link;
mod list;
mod notice;
pub(crate) mod page;
pub(crate) mod pages;
mod resource;
mod results;
mod status;
mod talks;
pub(crate) mod trouble;
mod video;

pub(crate) use dom::{El, Shown, next_turn, window_height};

/// The root of the site's views, which shows what `read` says.
pub(crate) fn root(read: impl Fn() -> El + 'static) -> El {
    dom::class("div", "root").follow(read)
}
