//! The driver of the end-to-end tests: a visitor with a real browser, before the built site.
//!
//! A test says what a [`Visitor`] does and what they see; how that is done in a browser is only
//! known here. What is expected comes from the `catalog` crate, never from a second list. The tests
//! are in `tests/site/`, one file per topic and all in one program, so that two browsers are busy
//! until the end.

mod activity;
mod axe;
mod browser;
mod data;
mod failure;
mod host;
mod screen;
mod served_site;
mod spoken;
mod visitor;

pub use axe::Violation;
pub use browser::Engine;
pub use data::{catalog, country, match_of, query, select, today, video_tiles};
pub use host::Host;
pub use screen::{Card, Facet, Screen};
pub use served_site::ServedSite;
pub use server::Answer;
pub use thirtyfour::Key;
pub use visitor::{Focus, Role, Visitor, Weight, until};
