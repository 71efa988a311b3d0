//! Notes to the visitor: an address that was not understood, no network, a new version.

use super::Messages;
use crate::query::Unknown;

impl Messages {
    /// What of an address was not understood.
    pub fn unknown(self, unknown: &[Unknown]) -> String {
        let names: Vec<String> = unknown.iter().map(|unknown| format!("{}={}", unknown.name, unknown.value)).collect();
        format!("Part of this address was not understood and was ignored: {}", names.join(", "))
    }

    /// Closes a note.
    pub fn dismiss(self) -> &'static str {
        "Close this note"
    }

    /// The dataset is newer than the app.
    pub fn newer_schema(self, version: &str) -> String {
        format!("The dataset is of a newer version ({version}) than this page; reload it to see all that is in it.")
    }

    /// There is no network.
    pub fn offline(self) -> &'static str {
        "No connection. All but videos, files of the data and links to other sites still works."
    }

    /// A new version was fetched.
    pub fn update(self) -> &'static str {
        "A new version of this page is ready."
    }

    /// Takes it.
    pub fn reload(self) -> &'static str {
        "Reload"
    }

    /// Not now.
    pub fn later(self) -> &'static str {
        "Later"
    }
}
