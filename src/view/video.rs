//! A video tile: our own poster until a visitor plays it, then YouTube's player in its place.
//!
//! Before the click nothing is fetched from anyone else, not even a connection is opened.

use catalog::{Media, Video};
use leptos::html::{Button, Iframe};
use leptos::prelude::*;

use super::actions::CopyLink;
use super::entry::mark_entry;
use super::flag::Flag;
use super::icon::{Icon, Shape};
use super::ids;
use super::link::OutLink;
use crate::browser::effect::effect;
use crate::state::{AppState, Player, Section, Surface, use_app_state, use_messages};

/// The tile of a video at one place of the page.
#[component]
pub fn Tile(
    /// The video, and where it stands.
    player: Player,
    /// Whether it is not selected.
    #[prop(optional, into)]
    is_hidden: Signal<bool>,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let video = &state.catalog.videos[player.video];
    let is_open = Memo::new(move |_| state.player.get() == Some(player));
    let was_open = StoredValue::new(false);
    let (video_key, playlist_key) = match &video.media {
        Media::Video { .. } => (Some(video.media.key()), None),
        Media::Playlist { .. } => (None, Some(video.media.key())),
    };
    // A video stands on the page more than once; among the talks it is the entry that an address can point at.
    let is_entry = player.section == Section::Talks;
    let screen = move || match is_open.get() {
        true => view! { <PlayerFrame video was_open/> },
        false => view! { <Poster player was_open/> },
    };
    let address = video.media.watch_address();
    view! {
        <div
            class="tile" part=state.part("video") role="group" aria-label=&*video.title
            id=is_entry.then(|| ids::item(&video.id)) data-here=is_entry.then(|| mark_entry(&video.id))
            data-video=video_key data-playlist=playlist_key hidden=move || is_hidden.get()
            data-offline=move || (!state.connection.online.get()).to_string()
        >
            <div class="screen">{screen}</div>
            {event_title(state, player).map(|title| view! { <p class="tile-event">{title}</p> })}
            <p class="tile-links">
                <OutLink address=address.clone() words=messages.watch() about=&*video.title/>
                <CopyLink id=&video.id about=&video.title/>
                // Where no tab can be opened, it can still be copied.
                {state.is_widget().then(|| view! { <span class="address">{address}</span> })}
                {move || is_open.get().then(|| view! { <Controls player/> })}
            </p>
            <p class="tile-note" id=note_id(state, player)>
                {move || if state.connection.online.get() { messages.playing_connects() } else { messages.playing_needs_network() }}
            </p>
        </div>
    }
}

/// The id of the note under a tile, which describes its play button.
fn note_id(state: AppState, player: Player) -> String {
    let section = match player.section {
        Section::Country(at) => state.catalog.countries[at].code.lower(),
        Section::Talks => "talks".to_owned(),
        Section::VideoPage => "video-page".to_owned(),
    };
    format!("note-{section}-{}", state.catalog.videos[player.video].id)
}

/// What stands in the player's place before the click, and, with the focus, after it.
#[component]
fn Poster(
    /// The video, and where it stands.
    player: Player,
    /// Whether its player was open and the focus has not come back yet.
    was_open: StoredValue<bool>,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let video = &state.catalog.videos[player.video];
    let flags = video.countries.iter().map(|code| view! { <Flag code=*code/> });
    let button = NodeRef::<Button>::new();
    // The button that closed the player is gone; the focus goes back to where it came from.
    effect(move || {
        let is_back = was_open.get_value() && state.player.get_untracked().is_none();
        if let Some(button) = button.get().filter(|_| is_back) {
            was_open.set_value(false);
            let _unfocusable = button.focus();
        }
    });
    // Not where there is no network: the note under the tile says so already.
    let play = move |_| {
        if state.connection.online.get_untracked() {
            state.play(Some(player));
        }
    };
    view! {
        <div class="poster">
            <p class="poster-flags">{flags.collect_view()}</p>
            <p class="poster-title">{&*video.title}</p>
            {messages.speaker(video).map(|speaker| view! { <p class="poster-speaker">{speaker}</p> })}
            <p class="poster-facts">{messages.video_facts(video)}</p>
            <button
                class="play" type="button" aria-label=messages.play(video) aria-describedby=note_id(state, player)
                aria-disabled=move || (!state.connection.online.get()).then_some("true") node_ref=button on:click=play
            >
                <Icon shape=Shape::Play/>
            </button>
        </div>
    }
}

/// The event's title; among the talks it already stands above.
fn event_title(state: AppState, player: Player) -> Option<&'static str> {
    let event = state.catalog.videos[player.video].event?;
    (player.section != Section::Talks).then(|| &*state.catalog.events[event].title)
}

/// The player. YouTube wants to know which site it is on (error 153), so the frame has its own referrer policy.
#[component]
fn PlayerFrame(
    /// The video.
    video: &'static Video,
    /// Set, so that the poster takes the focus back afterwards.
    was_open: StoredValue<bool>,
) -> impl IntoView {
    let messages = use_messages();
    let surface = use_app_state().site().surface;
    let frame = NodeRef::<Iframe>::new();
    was_open.set_value(true);
    // The button that was pressed is gone; the focus goes on in what took its place. In a frame within a frame it
    // would be lost while the player loads: there it goes on beside it.
    effect(move || {
        if let Some(frame) = frame.get().filter(|_| surface != Surface::Frame) {
            let _unfocusable = frame.focus();
        }
    });
    view! {
        <iframe
            class="player" node_ref=frame src=video.media.frame_address() title=messages.player(video)
            allow="autoplay; encrypted-media; fullscreen; picture-in-picture"
            referrerpolicy="strict-origin-when-cross-origin"
        ></iframe>
    }
}

/// What can be done while a video plays.
#[component]
fn Controls(
    /// The video, and where it stands.
    player: Player,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let video = &state.catalog.videos[player.video];
    let close = NodeRef::<Button>::new();
    effect(move || {
        if let Some(close) = close.get().filter(|_| state.site().surface == Surface::Frame) {
            let _unfocusable = close.focus();
        }
    });
    let next = move || {
        let next = next(state, player)?;
        let words = messages.next_talk(&state.catalog.videos[next.video].title);
        let play = move |_| state.play(Some(next));
        Some(view! { <button class="button-small" type="button" on:click=play>{words}</button> })
    };
    view! {
        <button
            class="button-small" type="button" aria-label=messages.close_player_named(&video.title) node_ref=close
            on:click=move |_| state.play(None)
        >
            {messages.close_player()}
        </button>
        {next}
    }
}

/// The next video of the same event that is on the screen.
fn next(state: AppState, player: Player) -> Option<Player> {
    let event = state.catalog.videos[player.video].event.filter(|_| player.section == Section::Talks)?;
    let is_next = |at: &usize| *at > player.video && state.catalog.videos[*at].event == Some(event);
    let video = state.selection.with(|selection| selection.videos.iter().copied().find(is_next))?;
    Some(Player { video, ..player })
}
