//! A video: its tile and its player.

use super::Messages;
use crate::video::{Media, Video};

impl Messages {
    /// The play button's name.
    pub fn play(self, video: &Video) -> String {
        match &video.speaker {
            Some(speaker) if matches!(video.media, Media::Video { .. }) => format!("Play: {}, {speaker}", video.title),
            _ => format!("Play: {}", video.title),
        }
    }

    /// The title of the player's frame.
    pub fn player(self, video: &Video) -> String {
        format!("YouTube player: {}", video.title)
    }

    /// Who speaks.
    pub fn speaker(self, video: &Video) -> Option<String> {
        let speaker = video.speaker.as_deref()?;
        Some(match video.media {
            Media::Video { .. } => speaker.to_owned(),
            Media::Playlist { .. } => format!("First speaker: {speaker}"),
        })
    }

    /// How many videos a playlist holds.
    pub fn extent(self, media: &Media) -> String {
        match media {
            Media::Video { .. } => "Video".to_owned(),
            Media::Playlist { count: Some(count), .. } => self.videos(usize::from(*count)),
            Media::Playlist { count: None, .. } => "Playlist".to_owned(),
        }
    }

    /// When it was given, where that is known, and whether it is one video or several.
    pub fn video_facts(self, video: &Video) -> String {
        let extent = self.extent(&video.media);
        match video.date {
            Some(date) => [&*self.date(date), " · ", &extent].concat(),
            None => extent,
        }
    }

    /// What playing does.
    pub fn playing_connects(self) -> &'static str {
        "Playing connects to YouTube."
    }

    /// What playing needs, when there is no network.
    pub fn playing_needs_network(self) -> &'static str {
        "You are offline. Playing needs the network."
    }

    /// The plain link.
    pub fn watch(self) -> &'static str {
        "Watch on YouTube"
    }

    /// Ends the player.
    pub fn close_player(self) -> &'static str {
        "Close player"
    }

    /// The button that ends the player, for a screen reader.
    pub fn close_player_named(self, title: &str) -> String {
        let close_player = self.close_player();
        format!("{close_player}: {title}")
    }

    /// Plays the next talk of an event.
    pub fn next_talk(self, title: &str) -> String {
        format!("Next: {title}")
    }
}
