//! The header: the way past it, its navigation and the choice of colours.

/// Moves past the header.
pub const SKIP: &str = "Skip to the countries";

/// The header's navigation.
pub const NAVIGATION: &str = "On this page";

/// The choice of colours.
pub const THEME: &str = "Colours";
/// As the system says.
pub const THEME_AUTO: &str = "System";
/// Light.
pub const THEME_LIGHT: &str = "Light";
/// Dark.
pub const THEME_DARK: &str = "Dark";
