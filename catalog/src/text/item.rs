//! What can be done with an entry.

/// Copies the address of an entry.
pub const COPY_LINK: &str = "Copy link";
/// It is done.
pub const COPIED: &str = "Link copied";
