//! The project's own commands, a module for each, what these share, and what the browser tests share with them.
//!
//! Commands: [`serve`], [`preview`], [`examples`], [`build`], [`data`], [`bench`], [`fuzz`], [`test`], [`reproduce`],
//! [`package`], [`links`], which is a part of [`data`], and [`setup`], which the others call. Shared with the browser tests: the
//! [`server`], the [`examples`], the [`budget`] and [`setup::browser`].
//! Nothing here depends on Leptos: a broken app must not keep the commands from running.

pub mod about;
pub mod assemble;
pub mod bench;
pub mod budget;
pub mod build;
pub mod compress;
pub mod data;
pub mod examples;
pub mod feed;
pub mod files;
pub mod fuzz;
pub mod hashed;
pub mod head;
pub mod headers;
pub mod links;
pub mod map;
pub mod notice;
pub mod oembed;
pub mod open_data;
pub mod package;
pub mod pages;
pub mod precache;
pub mod preview;
pub mod process;
pub mod project;
pub mod references;
pub mod reproduce;
pub mod script;
pub mod serve;
pub mod server;
pub mod setup;
pub mod site;
pub mod split;
pub mod structured;
pub mod style;
pub mod test;
pub mod usage;
mod wasm;
pub mod widget;
