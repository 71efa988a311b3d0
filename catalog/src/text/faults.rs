//! What can go wrong.

/// When the app is long in coming.
pub const LATE: &str =
    "The filters and the players take long to come; until then everything is here to read, and every video as a link.";
/// When the app cannot be started.
pub const NOT_STARTED: &str = "The filters and the players do not work: a part of this page did not arrive, or this \
browser does not let it run. Everything is here to read, and every video as a link.";
/// When the app has panicked.
pub const CRASHED: &str = "The filters and the players have stopped working through a mistake in this page. \
Everything is here to read, and every video as a link.";
/// Without scripts.
pub const NEEDS_SCRIPT: &str =
    "Without JavaScript there are no filters and no players: everything is here to read, and every video as a link.";
/// When there is no dataset, whose trouble is said before.
#[must_use]
pub fn no_filters(trouble: &str) -> String {
    format!("{trouble} Without it, the filters and the players do not work; everything is here to read.")
}
/// The heading when there is no dataset.
pub const NO_DATA: &str = "The countries could not be loaded";
/// Tries again.
pub const RETRY: &str = "Try again";
/// A part of the app that is fetched when it is asked for could not be had.
pub const PART_UNREACHABLE: &str = "This part of the page could not be loaded.";
/// The map, the players and the other pages could not be had.
pub const PARTS_MISSING: &str = "A part of this page could not be loaded: the map and the players do not react yet.";
/// The dataset could not be had.
#[must_use]
pub fn unreachable(address: &str) -> String {
    format!("The dataset {address} could not be reached.")
}
/// The server answered with an error.
#[must_use]
pub fn refused(address: &str, status: u16) -> String {
    format!("The server answered {status} for the dataset {address}.")
}
/// The dataset is broken.
#[must_use]
pub fn broken(address: &str, problem: &str) -> String {
    format!("The dataset {address} cannot be read: {problem}.")
}
/// The dataset is not the one that the page was made from.
#[must_use]
pub fn another_dataset(address: &str) -> String {
    format!("The dataset {address} is not the one that this page was made from.")
}
/// What is nested too deep.
pub const TOO_DEEP: &str = "it is nested too deep";
/// What is JSON and no dataset.
pub const NO_DATASET: &str = "it is no dataset of this page";
/// What is no JSON at all.
pub const NO_JSON: &str = "it is not JSON";
