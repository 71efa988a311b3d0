//! What the app needs of a browser: one small closed type or a few functions for each API.
//!
//! Nothing here knows the app's state or its views. Listeners end with the reactive owner in which they were
//! added.

pub mod address;
pub mod canvas;
pub mod clipboard;
pub mod clock;
pub mod connection;
pub mod dataset;
pub mod download;
pub mod effect;
pub mod focus;
pub mod frame;
pub mod highlight;
pub mod host;
pub mod numbers;
pub mod schedule;
pub mod share;
pub mod svg;
pub mod theme;
pub mod window;
