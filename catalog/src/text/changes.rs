//! What changed in the dataset.

/// The section of changes.
pub const CHANGES: &str = "What changed";

/// How many entries were added, changed and withdrawn.
#[must_use]
pub fn changed_entries([added, changed, withdrawn]: [usize; 3]) -> String {
    format!("Entries: {added} added, {changed} changed, {withdrawn} withdrawn.")
}

/// The feed of changes.
pub const FEED: &str = "National Genomic Plans: changes of the dataset";
