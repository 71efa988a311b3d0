//! The header: the way past it, its navigation and the choice of colours.

use super::Messages;

impl Messages {
    /// Moves past the header.
    pub fn skip(self) -> &'static str {
        "Skip to the countries"
    }

    /// The header's navigation.
    pub fn navigation(self) -> &'static str {
        "On this page"
    }

    /// The choice of colours.
    pub fn theme(self) -> &'static str {
        "Colours"
    }

    /// As the system says.
    pub fn theme_auto(self) -> &'static str {
        "System"
    }

    /// Light.
    pub fn theme_light(self) -> &'static str {
        "Light"
    }

    /// Dark.
    pub fn theme_dark(self) -> &'static str {
        "Dark"
    }
}
