//! The countries that match, in the view that is asked for, a bounded number of them; or the ways out of nothing
//! found.

use catalog::{View, text};
use leptos::prelude::*;

use super::dom::{El, button, class, effect, el, focus_next, heading};
use super::list::each;
use super::status::chips;
use super::{card, compare, link, map, table, timeline};
use crate::app::{App, PAGE};

/// The cards, or the ways out.
pub(super) fn results(app: App) -> Vec<El> {
    // Cards stay where they are while the query changes: an open document or a playing video is not lost.
    let shown = move || {
        let limit = app.limit.get();
        let limit = if app.view.get() == View::Cards { limit } else { 0 };
        app.selection.with(|selection| selection.matches.iter().take(limit).map(|found| found.country).collect())
    };
    let found = move || app.selection.with(|selection| selection.matches.len());
    let more = move || match app.view.get() {
        View::Cards => found().saturating_sub(app.limit.get()).min(PAGE),
        _ => 0,
    };
    // The button may go; the focus goes on to the first card that it brought.
    let show_more = move || {
        let limit = app.limit.now();
        let next = app.selection.with_untracked(|selection| selection.matches.get(limit).map(|found| found.country));
        app.show_more();
        if let Some(next) = next {
            focus_next(app, card::title_id(&app.catalog.countries[next]));
        }
    };
    let cards = each(shown, move |at| card::card(app, at)).patient(app).with_shells(move |at| card::shell(app, at));
    effect(move || app.mark("data-view", Some(app.view.get().name())));
    vec![
        map::map(app),
        class("div", "cards").list(cards),
        class("div", "view").follow(move || match app.view.get() {
            View::Cards | View::Map => None,
            View::Timeline => Some(timeline::timeline(app)),
            View::Compare => Some(compare::compare(app)),
            View::Table => Some(table::table(app)),
        }),
        el("div").follow(move || (found() == 0).then(|| nothing(app))),
        button("more", show_more)
            .live("hidden", move || (more() == 0).then(String::new))
            .follow(move || text::show_more(more())),
    ]
}

fn nothing(app: App) -> El {
    let (videos, europe) = app.selection.with(|selection| (selection.videos.len(), selection.europe.len()));
    let others = [(europe, "#europe", text::only_europe(europe)), (videos, "#talks", text::only_videos(videos))];
    let others = others.into_iter().filter(|(number, ..)| *number > 0);
    class("div", "nothing")
        .child(heading(app, "h3").text(text::NOTHING_FOUND))
        .children(others.map(|(_, part, words)| el("p").child(link::here(app, part).text(&words))))
        .child(el("p").text(text::NOTHING_FOUND_HINT))
        .child(chips(app))
}
