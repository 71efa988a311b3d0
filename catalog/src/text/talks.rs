//! The section of talks and visits: events and their videos.

use super::Messages;
use crate::video::{Event, EventFormat, EventKind};

impl Messages {
    /// The section of videos.
    pub fn talks(self) -> &'static str {
        "Talks and visits"
    }

    /// What kind of event it was, and when.
    pub fn event_line(self, event: &Event) -> String {
        let when = self.date(event.date);
        match (event.kind, event.format) {
            (EventKind::Workshop, EventFormat::Online) => format!("Online workshop, {when}"),
            (EventKind::Workshop, EventFormat::Virtual) => format!("Virtual workshop, {when}"),
            (EventKind::CountryVisits, EventFormat::Online) => format!("Online country visits, {when}"),
            (EventKind::CountryVisits, EventFormat::Virtual) => format!("Virtual country visits, {when}"),
        }
    }

    /// Who held an event.
    pub fn organiser(self) -> &'static str {
        "Organiser"
    }

    /// Who paid for it.
    pub fn grant(self) -> &'static str {
        "Grant"
    }

    /// The page about it.
    pub fn event_page(self) -> &'static str {
        "Original page"
    }

    /// Videos of no event.
    pub fn further_videos(self) -> &'static str {
        "Further talks and series"
    }

    /// What those are.
    pub fn further_videos_introduction(self) -> &'static str {
        "Talks and playlists that are not part of these events."
    }

    /// When no video is left by the filters.
    pub fn no_video(self) -> &'static str {
        "No video matches these filters."
    }
}
