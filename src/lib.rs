//! National Genomic Plans in the browser: the Leptos shell around the `catalog` core.
//!
//! [`start`] makes the page that stands in the document react, or mounts [`app::Root`] where there is none.
//! What a visitor asks for is one [`catalog::Query`], owned by [`app::App`]; everything on the screen follows
//! from it. [`prerender`] writes the pages that are sent, [`widget`] puts the app into elements of other pages.

pub mod address;
pub mod app;
pub mod connection;
pub mod dataset;
pub mod host;
#[cfg(feature = "ssr")]
pub mod prerender;
pub mod small;
mod start;
pub mod theme;
mod view;
pub mod widget;

pub use start::start;
