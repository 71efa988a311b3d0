//! Builds the site from the dataset and what Trunk has made of the app: pages with their heads, the page for what is not
//! there, the feed, oEmbed, open data, the map, the style sheet, headers and policy, what the service worker keeps,
//! compressed twins, and how large all of it may be.
//!
//! [`assemble`] calls the others in order. Names of files and what is sent with them stand once, in the module that
//! makes them; [`headers`] has what hosts are to send. Nothing here depends on Leptos: what is in the pages the app's
//! own binary writes, which [`pages`] calls.

mod about;
mod accessibility;
pub mod assemble;
pub mod budget;
pub mod compress;
pub mod config;
pub mod data;
mod distribution;
mod feed;
pub mod files;
mod hashed;
mod head;
pub mod headers;
mod manifest;
mod map;
pub mod names;
mod notice;
mod oembed;
mod open_data;
pub mod pages;
pub mod precache;
pub mod process;
pub mod project;
pub mod references;
mod script;
pub mod split;
mod structured;
pub mod style;
mod wasm;
pub mod widget;
