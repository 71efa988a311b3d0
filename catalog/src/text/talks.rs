//! The section of talks and visits: events and their videos.

use super::date::date;
use crate::video::{Event, EventFormat, EventKind};

/// The section of videos.
pub const TALKS: &str = "Talks and visits";

/// What kind of event it was, and when.
#[must_use]
pub fn event_line(event: &Event) -> String {
    let when = date(event.date);
    match (event.kind, event.format) {
        (EventKind::Workshop, EventFormat::Online) => format!("Online workshop, {when}"),
        (EventKind::Workshop, EventFormat::Virtual) => format!("Virtual workshop, {when}"),
        (EventKind::CountryVisits, EventFormat::Online) => format!("Online country visits, {when}"),
        (EventKind::CountryVisits, EventFormat::Virtual) => format!("Virtual country visits, {when}"),
    }
}

/// Who held an event.
pub const ORGANISER: &str = "Organiser";
/// Who paid for it.
pub const GRANT: &str = "Grant";
/// The page about it.
pub const EVENT_PAGE: &str = "Original page";
/// Videos of no event.
pub const FURTHER_VIDEOS: &str = "Further talks and series";
/// What those are.
pub const FURTHER_VIDEOS_INTRODUCTION: &str = "Talks and playlists that are not part of these events.";
/// When no video is left by the filters.
pub const NO_VIDEO: &str = "No video fits these filters.";
