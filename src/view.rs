//! What is on the screen; each file is one thing, with its style in `style/` under the same name.

mod about;
mod answer;
mod card;
mod dom;
mod filters;
mod header;
mod highlight;
mod icon;
mod link;
mod list;
mod notice;
pub(crate) mod page;
mod resource;
mod results;
mod status;
mod talks;
pub(crate) mod trouble;
mod video;
