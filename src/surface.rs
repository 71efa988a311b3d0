//! Where the app stands: on its own page or in a frame, in an element on somebody else's page, and in the pages that
//! are sent.

pub mod element;
mod lazy_parts;
mod outside;
pub mod page;
#[cfg(feature = "ssr")]
pub mod prerender;
mod take_over;

pub use page::start;
