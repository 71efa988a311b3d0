//! The bar at the top: whose page this is, its sections, and light or dark.

use catalog::text;
use leptos::prelude::*;

use super::dom::{El, class, el};
use super::icon::{self, Icon};
use crate::theme::Theme;

/// The bar.
pub(super) fn header() -> El {
    let chosen = Theme::current();
    let options = Theme::ALL.map(|theme| {
        let words = match theme {
            Theme::Auto => text::THEME_AUTO,
            Theme::Light => text::THEME_LIGHT,
            Theme::Dark => text::THEME_DARK,
        };
        el("option").attr("value", theme.name()).set("selected", theme == chosen).text(words)
    });
    let choose = |event| {
        if let Some(theme) = Theme::from_name(&event_target_value(&event)) {
            theme.choose();
        }
    };
    let select = el("select").attr("name", "theme").attr("autocomplete", "off").on("change", choose);
    let to = |address: &str, words: &'static str| el("a").attr("href", address).text(words);
    let sections = el("nav")
        .attr("aria-label", text::NAVIGATION)
        .child(to("#results", text::COUNTRIES))
        .child(to("#talks", text::TALKS))
        .child(to("#about", text::ABOUT));
    brand_only()
        .child(sections)
        .child(class("label", "theme").child(el("span").text(text::THEME)).child(select.child(Vec::from(options))))
}

/// The bar without anything to press, for a page that could not be loaded.
pub(super) fn brand_only() -> El {
    class("header", "header").child(class("p", "brand").child(icon::icon(Icon::Helix)).text(text::SITE))
}
