//! The cards of the countries that match, a bounded number of them; or the ways out of nothing found.

use catalog::text;
use leptos::prelude::*;

use super::card::card;
use super::dom::{El, button, class, each, el};
use super::status::chips;
use crate::app::{App, PAGE};

/// The cards, or the ways out.
pub(super) fn results(app: App) -> Vec<El> {
    // Cards stay where they are while the query changes: an open document or a playing video is not lost.
    let shown = move || {
        let limit = app.limit.get();
        app.selection.with(|selection| selection.matches.iter().take(limit).map(|found| found.country).collect())
    };
    let found = move || app.selection.with(|selection| selection.matches.len());
    vec![
        class("div", "cards").child(each(shown, move |at| card(app, at))),
        class("div", "after-cards").follow(move || {
            let more = found().saturating_sub(app.limit.get()).min(PAGE);
            let nothing = (found() == 0).then(|| nothing(app));
            (nothing, (more > 0).then(|| button("more", move || app.show_more()).text(&text::show_more(more))))
        }),
    ]
}

fn nothing(app: App) -> El {
    let videos = app.selection.with(|selection| selection.videos.len());
    let videos = (videos > 0).then(|| el("p").child(el("a").attr("href", "#talks").text(&text::only_videos(videos))));
    class("div", "nothing")
        .child(el("h3").text(text::NOTHING_FOUND))
        .child(videos)
        .child(el("p").text(text::NOTHING_FOUND_HINT))
        .child(chips(app))
}
