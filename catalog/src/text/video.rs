//! A video: its tile and its player.

use super::number::videos;
use crate::video::{Media, Video};

/// The play button's name.
#[must_use]
pub fn play(video: &Video) -> String {
    match &video.speaker {
        Some(speaker) if matches!(video.media, Media::Video { .. }) => format!("Play: {}, {speaker}", video.title),
        _ => format!("Play: {}", video.title),
    }
}

/// The title of the player's frame.
#[must_use]
pub fn player(video: &Video) -> String {
    format!("YouTube player: {}", video.title)
}

/// Who speaks.
#[must_use]
pub fn speaker(video: &Video) -> Option<String> {
    let speaker = video.speaker.as_deref()?;
    Some(match video.media {
        Media::Video { .. } => speaker.to_owned(),
        Media::Playlist { .. } => format!("First speaker: {speaker}"),
    })
}

/// How many videos a playlist holds.
#[must_use]
pub fn extent(media: &Media) -> String {
    match media {
        Media::Video { .. } => "Video".to_owned(),
        Media::Playlist { count: Some(count), .. } => videos(usize::from(*count)),
        Media::Playlist { count: None, .. } => "Playlist".to_owned(),
    }
}

/// What playing does.
pub const PLAYING_CONNECTS: &str = "Playing connects to YouTube.";
/// What playing needs, when there is no network.
pub const PLAYING_NEEDS_NETWORK: &str = "You are offline. Playing needs the network.";
/// The plain link.
pub const WATCH: &str = "Watch on YouTube";
/// Ends the player.
pub const CLOSE_PLAYER: &str = "Close player";
/// The button that ends the player, for a screen reader.
#[must_use]
pub fn close_player_named(title: &str) -> String {
    format!("{CLOSE_PLAYER}: {title}")
}

/// Plays the next talk of an event.
#[must_use]
pub fn next_talk(title: &str) -> String {
    format!("Next: {title}")
}
