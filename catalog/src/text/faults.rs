//! What can go wrong.

use super::Messages;

impl Messages {
    /// When the app is long in coming.
    pub fn late(self) -> &'static str {
        "The filters and the players take long to come; until then everything is here to read, and every video as a link."
    }

    /// When the app cannot be started.
    pub fn not_started(self) -> &'static str {
        "The filters and the players do not work: a part of this page did not arrive, or this \
browser does not let it run. Everything is here to read, and every video as a link."
    }

    /// When the app has panicked.
    pub fn crashed(self) -> &'static str {
        "The filters and the players have stopped working through a mistake in this page. \
Everything is here to read, and every video as a link."
    }

    /// When the page has no style, or somebody else's script has emptied it.
    pub fn incomplete(self) -> &'static str {
        "A part of this page is missing, and it can be loaded again."
    }

    /// Without scripts.
    pub fn needs_script(self) -> &'static str {
        "Without JavaScript there are no filters and no players: everything is here to read, and every video as a link."
    }

    /// When there is no dataset, whose trouble is said before.
    pub fn no_filters(self, trouble: &str) -> String {
        format!("{trouble} Without it, the filters and the players do not work; everything is here to read.")
    }

    /// The heading when there is no dataset.
    pub fn no_data(self) -> &'static str {
        "The countries could not be loaded"
    }

    /// Tries again.
    pub fn retry(self) -> &'static str {
        "Try again"
    }

    /// A part of the app that is fetched when it is asked for could not be had.
    pub fn part_unreachable(self) -> &'static str {
        "This part of the page could not be loaded."
    }

    /// The map, the players and the other pages could not be had.
    pub fn parts_missing(self) -> &'static str {
        "A part of this page could not be loaded: the map and the players do not react yet."
    }

    /// The dataset could not be had.
    pub fn unreachable(self, address: &str) -> String {
        format!("The dataset {address} could not be reached.")
    }

    /// The server answered with an error.
    pub fn refused(self, address: &str, status: u16) -> String {
        format!("The server answered {status} for the dataset {address}.")
    }

    /// The dataset is broken.
    pub fn broken(self, address: &str, problem: &str) -> String {
        format!("The dataset {address} cannot be read: {problem}.")
    }

    /// The dataset is not the one that the page was made from.
    pub fn another_dataset(self, address: &str) -> String {
        format!("The dataset {address} is not the one that this page was made from.")
    }

    /// What is nested too deep.
    pub fn too_deep(self) -> &'static str {
        "it is nested too deep"
    }

    /// What is of a later edition than this page.
    pub fn newer_dataset(self) -> &'static str {
        "it is of a newer version than this page can read"
    }

    /// What would keep the page busy for minutes.
    pub fn too_large(self) -> &'static str {
        "it is too large"
    }

    /// What two entries are called.
    pub fn stands_twice(self, name: &str) -> String {
        format!("{name} stands in it twice")
    }

    /// What is no JSON at all.
    pub fn no_json(self) -> &'static str {
        "it is not JSON"
    }
}
