//! What can be done with an entry.

use super::Messages;

impl Messages {
    /// Copies the address of an entry.
    pub fn copy_link(self) -> &'static str {
        "Copy link"
    }

    /// It is done.
    pub fn copied(self) -> &'static str {
        "Link copied"
    }
}
