//! What is on the screen; each file is one thing, with its style in `style/` under the same name.

mod about;
mod alone;
mod answer;
mod card;
mod changes;
mod compare;
mod country;
mod credit;
mod dom;
mod embed;
mod export;
mod filters;
mod header;
mod highlight;
mod icon;
mod item;
mod legend;
mod link;
mod list;
mod map;
mod notice;
pub(crate) mod page;
pub(crate) mod pages;
mod resource;
mod results;
mod status;
mod table;
mod talks;
mod timeline;
pub(crate) mod trouble;
mod video;

use catalog::PartialDate;
pub(crate) use dom::{El, Listener, Shown, next_turn, run, window_height};

/// This day, in UTC; the first day of the known years where the browser does not say.
pub(crate) fn today() -> PartialDate {
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    let day = now.split('T').next().unwrap_or_default();
    PartialDate::parse(day).unwrap_or(PartialDate::FIRST)
}

/// The root of the site's views, which shows what `read` says.
pub(crate) fn root(read: impl Fn() -> El + 'static) -> El {
    dom::class("div", "root").follow(read)
}
