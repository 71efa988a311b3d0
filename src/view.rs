//! What is on the screen; each file is one thing, with its style in `style/` under the same name.

mod about;
mod across;
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
mod profile;
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

/// The visitor's day, by their own clock; nothing where that is outside of the years taken.
pub(crate) fn today() -> Option<PartialDate> {
    let now = js_sys::Date::new_0();
    PartialDate::of_day(now.get_full_year().into(), now.get_month() + 1, now.get_date())
}

/// The root of the site's views, which shows what `read` says.
pub(crate) fn root(read: impl Fn() -> El + 'static) -> El {
    dom::class("div", "root").follow(read)
}
