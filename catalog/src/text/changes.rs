//! What changed in the dataset.

use super::Messages;

impl Messages {
    /// The section of changes.
    pub fn changes(self) -> &'static str {
        "What changed"
    }

    /// How many entries were added, changed and withdrawn.
    pub fn changed_entries(self, [added, changed, withdrawn]: [usize; 3]) -> String {
        format!("Entries: {added} added, {changed} changed, {withdrawn} withdrawn.")
    }

    /// The feed of changes.
    pub fn feed(self) -> &'static str {
        "National Genomic Plans: changes of the dataset"
    }
}
