//! National Genomic Plans in the browser: the Leptos app around the `catalog` core.
//!
//! Layers, each importing only those below: [`browser`] (one small closed type for each browser API), [`state`] (what
//! the app keeps, in context), `view` (what is on the screen, one component a thing) and [`surface`] (where the app
//! stands: its own page, a frame, an element, and the pages that are sent).

// Components of private modules are public to the macros that make their properties.
#![allow(unreachable_pub, reason = "#[component] makes its properties as visible as the function")]

// Leptos, with a renderer whose code stays small: `renderer/src/lib.rs` says what and why.
extern crate leptos_lean as leptos;

pub mod browser;
pub mod state;
pub mod surface;
mod view;

pub use surface::start;
