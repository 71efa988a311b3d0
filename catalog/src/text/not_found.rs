//! The page for an address that leads nowhere.

use super::Messages;

impl Messages {
    /// The heading where an address leads nowhere.
    pub fn no_page(self) -> &'static str {
        "There is no such page"
    }

    /// What to do then.
    pub fn no_page_hint(self) -> &'static str {
        "The address may be misspelt, or the page may have moved. From here:"
    }

    /// Where the site may be, if its own address is not known.
    pub fn this_folder(self) -> &'static str {
        "The start of this folder"
    }

    /// Where else it may be.
    pub fn folder_above(self) -> &'static str {
        "The folder above"
    }
}
