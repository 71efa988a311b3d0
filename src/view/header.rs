//! The bar at the top: whose page this is, its sections, and light or dark.

use catalog::text;

use super::dom::{El, class, el, option, select};
use super::icon::{self, Icon};
use super::link;
use crate::app::{App, Page};
use crate::theme::Theme;

/// The bar.
pub(super) fn header(app: App) -> El {
    let choose = move |value: &str| {
        if let Some(theme) = Theme::from_name(value) {
            app.choose_theme(theme);
        }
    };
    let colours = select("theme", themes().into(), choose).choice(move || app.theme.get().name().to_owned());
    let part = |part, words| match app.page.now() {
        Page::All => el("a").attr("href", part).text(words),
        _ => link::to_part(app, Page::All, part, words),
    };
    let sections = el("nav")
        .attr("aria-label", text::NAVIGATION)
        .child(part("#results", text::COUNTRIES))
        .child((!app.catalog.europe.is_empty()).then(|| part("#europe", text::ACROSS_EUROPE)))
        .child(part("#talks", text::TALKS))
        .child(el("a").attr("href", "#about").text(text::ABOUT));
    class("header", "header")
        .child(brand().child(link::to_page(app, Page::All, text::SITE)))
        .child(sections)
        .child(class("label", "theme").child(el("span").text(text::THEME)).child(colours))
}

/// The colours to choose from.
pub(super) fn themes() -> [El; 3] {
    Theme::ALL.map(|theme| {
        let words = match theme {
            Theme::Auto => text::THEME_AUTO,
            Theme::Light => text::THEME_LIGHT,
            Theme::Dark => text::THEME_DARK,
        };
        option(theme.name(), words)
    })
}

/// The bar without anything to press, for a page that could not be loaded.
pub(super) fn brand_only() -> El {
    class("header", "header").child(brand().text(text::SITE))
}

fn brand() -> El {
    class("p", "brand").child(icon::icon(Icon::Helix))
}
