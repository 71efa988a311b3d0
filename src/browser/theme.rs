//! Light or dark: as the system says, or as the visitor chose. Only a choice is kept.

use leptos::prelude::{document, window};

/// The key in the browser's storage; `js/early.js` reads it before the first paint.
const KEY: &str = "genomic-plans:theme";

/// A choice of colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every choice, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Its name in the page and in the storage.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// The theme that the page has now.
    #[must_use]
    pub fn current() -> Self {
        let root = document().document_element();
        let name = root.and_then(|root| root.get_attribute("data-theme"));
        name.and_then(|name| Self::from_name(&name)).unwrap_or(Self::Auto)
    }

    /// Gives the page this theme, and keeps it where the browser lets us; `Auto` keeps nothing.
    pub fn choose(self) {
        let Some(root) = document().document_element() else { return };
        let storage = window().local_storage().ok().flatten();
        // Refused storage only means that the choice is forgotten.
        let _refused = match self {
            Self::Auto => root.remove_attribute("data-theme"),
            chosen => root.set_attribute("data-theme", chosen.name()),
        };
        let _refused = storage.map(|storage| match self {
            Self::Auto => storage.remove_item(KEY),
            chosen => storage.set_item(KEY, chosen.name()),
        });
    }
}
