//! A video tile: our own poster until a visitor plays it, then YouTube's player in its place.
//!
//! Before the click nothing is fetched from anyone else, not even a connection is opened.

use std::cell::Cell;

use catalog::{Media, Video, text};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::dom::{El, button, class, effect, memo};
use super::icon::{self, Icon};
use super::{item, link};
use crate::app::{App, Place, Player, Surface};

/// The tile of a video at one place of the page.
pub(super) fn tile(app: App, player: Player) -> El {
    let video = &app.catalog.videos[player.video];
    let id = match video.media {
        Media::Video { .. } => "data-video",
        Media::Playlist { .. } => "data-playlist",
    };
    let is_open = memo(move || app.player.get() == Some(player));
    let note = move || if app.connection.online.get() { text::PLAYING_CONNECTS } else { text::PLAYING_NEEDS_NETWORK };
    let links = class("p", "tile-links")
        .child(link::out_to(&video.media.watch_address(), text::WATCH, &video.title))
        // Where no tab can be opened, it can still be copied.
        .child(app.is_widget().then(|| class("span", "address").text(&video.media.watch_address())))
        .follow(move || is_open.get().then(|| controls(app, player)));
    let was_open = Cell::new(false);
    let screen = move || {
        let is_open = is_open.get();
        // The button that closed the player is gone; the focus goes back to where it came from.
        let is_back = was_open.replace(is_open) && app.player.now().is_none();
        if is_open { frame(app, video) } else { poster(app, player, is_back) }
    };
    let tile = match player.place {
        Place::Talks => class("div", "tile").attr("id", &item::element_id(&video.id)),
        Place::Card(_) | Place::Alone => class("div", "tile"),
    };
    tile.part(app, "video")
        .attr("role", "group")
        .attr("aria-label", &video.title)
        .attr(id, video.media.key())
        .live_bool("data-offline", move || !app.connection.online.get())
        .child(class("div", "screen").follow(screen))
        .child(event_title(app, player).map(|title| class("p", "tile-event").text(title)))
        .child(links)
        .child(class("p", "tile-note").attr("id", &note_id(app, player)).follow(note))
}

/// The id of the note under a tile, which describes its play button.
fn note_id(app: App, player: Player) -> String {
    let place = match player.place {
        Place::Card(country) => app.catalog.countries[country].code.lower(),
        Place::Talks => "talks".to_owned(),
        Place::Alone => "alone".to_owned(),
    };
    format!("note-{place}-{}", app.catalog.videos[player.video].id)
}

/// What stands in the player's place before the click, and, with the focus, after it.
fn poster(app: App, player: Player, is_back: bool) -> El {
    let video = &app.catalog.videos[player.video];
    let flags = video.countries.iter().map(|code| icon::flag(app, *code));
    let facts: Vec<String> =
        [video.date.map(text::date), Some(text::extent(&video.media))].into_iter().flatten().collect();
    class("div", "poster")
        .child(class("p", "poster-flags").children(flags))
        .child(class("p", "poster-title").text(&video.title))
        .child(text::speaker(video).map(|speaker| class("p", "poster-speaker").child(speaker)))
        .child(class("p", "poster-facts").child(facts.join(" · ")))
        .child(
            button("play", move || play_online(app, player))
                .attr("aria-label", &text::play(video))
                .attr("aria-describedby", &note_id(app, player))
                .live("aria-disabled", move || (!app.connection.online.get()).then(|| "true".to_owned()))
                .with(move |play| {
                    if is_back {
                        focus_when_there(play);
                    }
                })
                .child(icon::icon(Icon::Play)),
        )
}

/// Plays, unless the browser knows that there is no network: the note under the tile says so already.
fn play_online(app: App, player: Player) {
    if window().navigator().on_line() {
        app.play(Some(player));
    }
}

/// The event's title; among the talks it already stands above.
fn event_title(app: App, player: Player) -> Option<&'static str> {
    let event = app.catalog.videos[player.video].event?;
    (player.place != Place::Talks).then(|| &*app.catalog.events[event].title)
}

/// The player. YouTube wants to know which site it is on (error 153), so the frame has its own referrer policy.
fn frame(app: App, video: &'static Video) -> El {
    class("iframe", "player")
        // The button that was pressed is gone; the focus goes on in what took its place. In a frame within a frame it
        // would be lost while the player loads: there it goes on beside it.
        .with(move |player| {
            if app.site.surface != Surface::Frame {
                focus_when_there(player);
            }
        })
        .attr("src", &video.media.frame_address())
        .attr("title", &text::player(video))
        .attr("allow", "autoplay; encrypted-media; fullscreen; picture-in-picture")
        .attr("referrerpolicy", "strict-origin-when-cross-origin")
}

fn focus_when_there(element: web_sys::Element) {
    effect(move || {
        let _unfocusable = element.unchecked_ref::<web_sys::HtmlElement>().focus();
    });
}

/// What can be done while a video plays.
fn controls(app: App, player: Player) -> Vec<El> {
    let video = &app.catalog.videos[player.video];
    let close = button("quiet", move || app.play(None))
        .with(move |close| {
            if app.site.surface == Surface::Frame {
                focus_when_there(close);
            }
        })
        .attr("aria-label", &text::close_player_named(&video.title))
        .text(text::CLOSE_PLAYER);
    let next = next(app, player).map(|next| {
        let title = text::next_talk(&app.catalog.videos[next.video].title);
        button("quiet", move || app.play(Some(next))).child(title)
    });
    [Some(close), next].into_iter().flatten().collect()
}

/// The next video of the same event that is on the screen.
fn next(app: App, player: Player) -> Option<Player> {
    let event = app.catalog.videos[player.video].event;
    let shown = app.selection.with(|selection| selection.videos.clone());
    let next = shown.into_iter().find(|at| *at > player.video && app.catalog.videos[*at].event == event);
    next.filter(|_| player.place == Place::Talks && event.is_some()).map(|video| Player { video, ..player })
}
