//! The talks and visits: each event with its introduction and its videos, then videos of no event.

use catalog::{Event, text};
use leptos::prelude::*;

use super::dom::{El, class, el, heading, memo};
use super::list::each;
use super::video::tile;
use super::{item, link};
use crate::app::{App, Place, Player};

/// Every event, and what belongs to none.
pub(super) fn talks(app: App) -> El {
    let events =
        app.catalog.events.iter().enumerate().map(move |(at, event)| section(app, Some(at), event_head(app, event)));
    let further = vec![heading(app, "h3").text(text::FURTHER_VIDEOS), el("p").text(text::FURTHER_VIDEOS_INTRODUCTION)];
    let none = move || app.selection.with(|selection| selection.videos.is_empty());
    class("section", "talks")
        .attr("id", "talks")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", "talks-title")
        .child(heading(app, "h2").attr("id", "talks-title").text(text::TALKS))
        .follow(move || none().then(|| class("p", "no-video").text(text::NO_VIDEO)))
        .children(events)
        .child(section(app, None, further))
}

/// An event, or what belongs to none; it hides when no video of it is selected.
fn section(app: App, event: Option<usize>, head: Vec<El>) -> El {
    let shown = memo(move || {
        let of_event = |at: &usize| app.catalog.videos[*at].event == event;
        app.selection.with(|selection| selection.videos.iter().copied().filter(of_event).collect::<Vec<_>>())
    });
    let tiles = each(move || shown.get(), move |video| tile(app, Player { place: Place::Talks, video }));
    let this = class("section", "event");
    let this = match event {
        Some(at) => this.attr("id", &item::element_id(&app.catalog.events[at].id)),
        None => this,
    };
    this.live("hidden", move || shown.with(Vec::is_empty).then(String::new))
        // An event has its facts beside the words.
        .child(class("div", if event.is_some() { "event-head known" } else { "event-head" }).child(head))
        .child(class("div", "tiles").list(tiles.patient(app)))
}

fn event_head(app: App, event: &'static Event) -> Vec<El> {
    let fact = |name: &'static str, value: El| (el("dt").text(name), value);
    let facts = class("dl", "event-facts")
        .child(fact(text::ORGANISER, el("dd").text(&event.organiser)))
        .child(fact(text::GRANT, el("dd").text(&event.grant)))
        .child(fact(text::EVENT_PAGE, el("dd").child(link::out(&event.page, event.page.host()))));
    let introduction = event.introduction.iter().map(|paragraph| el("p").text(paragraph));
    let words = el("div")
        .child(heading(app, "h3").text(&event.title))
        .child(class("p", "event-line").text(&text::event_line(event)))
        .children(introduction);
    vec![words, facts]
}
