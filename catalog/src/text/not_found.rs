//! The page for an address that leads nowhere.

/// The heading where an address leads nowhere.
pub const NO_PAGE: &str = "There is no such page";
/// What to do then.
pub const NO_PAGE_HINT: &str = "The address may be misspelt, or the page may have moved. From here:";
/// Where the site may be, if its own address is not known.
pub const THIS_FOLDER: &str = "The start of this folder";
/// Where else it may be.
pub const FOLDER_ABOVE: &str = "The folder above";
