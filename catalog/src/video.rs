//! Talks and playlists on YouTube, and the events they belong to.

use crate::address::WebAddress;
use crate::country::CountryCode;
use crate::date::PartialDate;
use crate::id::Id;
use crate::language::LanguageTag;
use crate::names::named_enum;
use crate::problem::quoted;

named_enum! {
    /// What an event was.
    "event kind" EventKind {
        /// A workshop.
        Workshop = "workshop",
        /// A series of visits to countries.
        CountryVisits = "country-visits",
    }
}

named_enum! {
    /// How an event was held.
    "event format" EventFormat {
        /// Online.
        Online = "online",
        /// As virtual visits.
        Virtual = "virtual",
    }
}

/// An occasion at which talks were given.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its stable name.
    pub id: Id,
    /// Its title.
    pub title: Box<str>,
    /// What it was.
    pub kind: EventKind,
    /// How it was held.
    pub format: EventFormat,
    /// When it was.
    pub date: PartialDate,
    /// Who held it.
    pub organiser: Box<str>,
    /// The grant that paid for it.
    pub grant: Box<str>,
    /// The original page about it.
    pub page: WebAddress,
    /// Introduction, a paragraph each.
    pub introduction: Vec<Box<str>>,
}

/// YouTube's id of a video: 11 characters of the URL-safe base 64 alphabet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YoutubeId(Box<str>);

impl YoutubeId {
    /// Reads an id.
    ///
    /// # Errors
    /// One sentence that says what an id is made of.
    pub fn parse(text: &str) -> Result<Self, String> {
        let right = text.len() == 11 && is_base64url(text);
        let wrong = || format!("{} is no YouTube video id; it has 11 letters, digits, - or _", quoted(text));
        right.then(|| Self(text.into())).ok_or_else(wrong)
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// YouTube's id of a playlist: `PL` and 16 or 32 characters of the URL-safe base 64 alphabet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaylistId(Box<str>);

impl PlaylistId {
    /// Reads an id.
    ///
    /// # Errors
    /// One sentence that says what an id is made of.
    pub fn parse(text: &str) -> Result<Self, String> {
        let right = matches!(text.len(), 18 | 34) && text.starts_with("PL") && is_base64url(text);
        let wrong =
            || format!("{} is no YouTube playlist id; it is PL and 16 or 32 letters, digits, - or _", quoted(text));
        right.then(|| Self(text.into())).ok_or_else(wrong)
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_base64url(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
}

/// What YouTube plays.
#[derive(Clone, Debug, PartialEq)]
pub enum Media {
    /// One video.
    Video {
        /// The video.
        id: YoutubeId,
        /// The playlist it is in, and its place there, from 1.
        within: Option<(PlaylistId, u16)>,
    },
    /// A playlist.
    Playlist {
        /// The playlist.
        id: PlaylistId,
        /// How many videos it holds, where that is known.
        count: Option<u16>,
    },
}

/// What the player is asked for, beside what it plays.
///
/// - `autoplay`: the frame is only made by a visitor's click, so it plays at once.
/// - `cc_load_policy`: captions are on, and can be chosen (EN 301 549, 7.1.1).
/// - `disablekb`: the player's single-key shortcuts are off. They are easy to set off by accident with
///   speech input and cannot be remapped (WCAG 2.1.4), and focus moves into the player; every control
///   of it stays reachable with Tab, and its sliders keep their arrow keys.
/// - `playsinline`: plays in its place on a phone.
/// - `rel`: no videos of other channels at the end.
const PLAYER: &str = "autoplay=1&cc_load_policy=1&disablekb=1&playsinline=1&rel=0";

impl Media {
    /// The id that names it in the page: YouTube's own.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Video { id, .. } => id.as_str(),
            Self::Playlist { id, .. } => id.as_str(),
        }
    }

    /// Address of the player's frame, on YouTube's domain that sets no cookie before playing.
    #[must_use]
    pub fn frame_address(&self) -> String {
        const PLAYER_HOST: &str = "https://www.youtube-nocookie.com/embed/";
        match self {
            Self::Video { id, within: None } => format!("{PLAYER_HOST}{}?{PLAYER}", id.as_str()),
            Self::Video { id, within: Some((list, place)) } => {
                format!("{PLAYER_HOST}{}?list={}&index={place}&{PLAYER}", id.as_str(), list.as_str())
            }
            Self::Playlist { id, .. } => format!("{PLAYER_HOST}videoseries?list={}&{PLAYER}", id.as_str()),
        }
    }

    /// Address of its page on YouTube.
    #[must_use]
    pub fn watch_address(&self) -> String {
        const SITE: &str = "https://www.youtube.com/";
        match self {
            Self::Video { id, within: None } => format!("{SITE}watch?v={}", id.as_str()),
            Self::Video { id, within: Some((list, place)) } => {
                format!("{SITE}watch?v={}&list={}&index={place}", id.as_str(), list.as_str())
            }
            Self::Playlist { id, .. } => format!("{SITE}playlist?list={}", id.as_str()),
        }
    }
}

/// A talk, or a playlist of talks.
#[derive(Clone, Debug, PartialEq)]
pub struct Video {
    /// Its stable name.
    pub id: Id,
    /// Place of its event in [`crate::Catalog::events`].
    pub event: Option<usize>,
    /// What YouTube plays.
    pub media: Media,
    /// The countries it is about, at least one.
    pub countries: Vec<CountryCode>,
    /// Its title.
    pub title: Box<str>,
    /// Who speaks, or who speaks first in a playlist.
    pub speaker: Option<Box<str>>,
    /// When it was given.
    pub date: Option<PartialDate>,
    /// The language spoken.
    pub language: LanguageTag,
}

impl Video {
    /// Whether the country is one of those it is about.
    #[must_use]
    pub fn is_about(&self, code: CountryCode) -> bool {
        self.countries.contains(&code)
    }
}
