//! Notes to the visitor: an address that was not understood, no network, a new version.

use crate::query::Unknown;

/// What of an address was not understood.
#[must_use]
pub fn unknown(unknown: &[Unknown]) -> String {
    let names: Vec<String> = unknown.iter().map(|unknown| format!("{}={}", unknown.name, unknown.value)).collect();
    format!("Part of this address was not understood and was ignored: {}", names.join(", "))
}

/// Closes a note.
pub const DISMISS: &str = "Close this note";

/// The dataset is newer than the app.
#[must_use]
pub fn newer_schema(version: &str) -> String {
    format!("The dataset is of a newer version ({version}) than this page; reload it to see all that is in it.")
}
/// There is no network.
pub const OFFLINE: &str = "No connection. All but videos and links to other sites still works.";
/// A new version was fetched.
pub const UPDATE: &str = "A new version of this page is ready.";
/// Takes it.
pub const RELOAD: &str = "Reload";
/// Not now.
pub const LATER: &str = "Later";
