//! Every word of the app that a visitor reads: one file for each view or subject.
//!
//! The app has one value of [`Messages`] in its context, and asks it for every message. A sentence is a whole here, with
//! its numbers and names as arguments: none is glued together in a view, so that another language can order and inflect
//! its own.

pub mod about;
pub mod accessibility;
mod across;
mod answer;
mod card;
mod changes;
mod compare;
mod country;
mod date;
mod embed;
mod export;
mod faults;
mod filters;
mod footer;
mod header;
mod item;
mod language;
mod link;
mod map;
mod not_found;
mod notice;
mod number;
mod page;
mod plan;
mod profile;
mod report;
mod resource;
mod results;
mod table;
mod talks;
mod timeline;
mod video;

pub use answer::{Sentence, SentencePart};

/// The messages of a language. A further one is a further variant, which each message then matches on; no view changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Messages {
    /// English.
    #[default]
    English,
}
