//! The talks and visits: each event with its introduction and its videos, then the videos that belong to no event.

use catalog::Event;
use leptos::prelude::*;

use super::entry::mark_entry;
use super::ids;
use super::link::OutLink;
use super::video::Tile;
use crate::state::{Player, Section, use_app_state, use_messages};

/// The section of all videos, by event.
#[component]
pub fn Talks() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let is_none = Memo::new(move |_| state.settled.with(|selection| selection.videos.is_empty()));
    let events = state.catalog.events.iter().enumerate().map(|(at, event)| view! { <EventSection at event/> });
    view! {
        <section class="talks" id="talks" tabindex="-1" aria-labelledby="talks-title">
            <h2 id="talks-title" {..state.aria_level(2)}>{messages.talks()}</h2>
            <p class="no-video" hidden=move || !is_none.get()>{messages.no_video()}</p>
            {events.collect_view()}
            <section class="event" hidden=is_hidden(None)>
                <div class="event-head">
                    <h3 {..state.aria_level(3)}>{messages.further_videos()}</h3>
                    <p>{messages.further_videos_introduction()}</p>
                </div>
                <Tiles event=None/>
            </section>
        </section>
    }
}

/// Whether none of the videos of an event is selected; without an event, none of the videos that belong to no event.
fn is_hidden(event: Option<usize>) -> Signal<bool> {
    let state = use_app_state();
    let is_of_event = move |at: &usize| state.catalog.videos[*at].event == event;
    Memo::new(move |_| !state.settled.with(|selection| selection.videos.iter().any(is_of_event))).into()
}

/// An event: what it was, who held and paid for it, and its videos. It is hidden while none of these is selected.
#[component]
fn EventSection(
    /// Its place in [`catalog::Catalog::events`].
    at: usize,
    /// The event.
    event: &'static Event,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let introduction = event.introduction.iter().map(|paragraph| view! { <p>{&**paragraph}</p> });
    view! {
        <section class="event" id=ids::item(&event.id) data-here=mark_entry(&event.id) hidden=is_hidden(Some(at))>
            // `known`: the style puts the facts beside the words.
            <div class="event-head known">
                <div>
                    <h3 {..state.aria_level(3)}>{&*event.title}</h3>
                    <p class="event-line">{messages.event_line(event)}</p>
                    {introduction.collect_view()}
                </div>
                <dl class="event-facts">
                    <dt>{messages.organiser()}</dt>
                    <dd>{&*event.organiser}</dd>
                    <dt>{messages.grant()}</dt>
                    <dd>{&*event.grant}</dd>
                    <dt>{messages.event_page()}</dt>
                    <dd><OutLink address=event.page.as_str() words=event.page.host()/></dd>
                </dl>
            </div>
            <Tiles event=Some(at)/>
        </section>
    }
}

/// The videos of an event, always in the same order. Those that are not selected are hidden and not removed, because a
/// player that is moved in the document would start again.
#[component]
fn Tiles(
    /// The place of the event in [`catalog::Catalog::events`]; nothing for videos that belong to no event.
    event: Option<usize>,
) -> impl IntoView {
    let state = use_app_state();
    let videos = state.catalog.videos.iter().enumerate().filter(|(_, video)| video.event == event);
    let tile = |(video, _)| {
        let is_hidden = Memo::new(move |_| !state.settled.with(|selection| selection.videos.contains(&video)));
        view! { <Tile player=Player { section: Section::Talks, video } is_hidden/> }
    };
    view! { <div class="tiles">{videos.map(tile).collect_view()}</div> }
}
