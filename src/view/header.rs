//! The bar at the top: whose page this is, its sections, and light or dark.

use catalog::text;
use leptos::prelude::*;

use super::icon::{Icon, Shape};
use super::link::PageLink;
use super::select::Select;
use crate::browser::theme::Theme;
use crate::state::{Page, use_app_state};

/// The bar.
#[component]
pub fn Header() -> impl IntoView {
    let state = use_app_state();
    let is_start = Memo::new(move |_| state.page.get() == Page::Start);
    let section = move |part: &'static str, words: &'static str| {
        move || match is_start.get() {
            true => view! { <a href=part>{words}</a> },
            false => view! { <PageLink page=Page::Start part words/> },
        }
    };
    let value = Signal::derive(move || state.theme.get().name().to_owned());
    let choose = move |name: String| {
        if let Some(theme) = Theme::from_name(&name) {
            state.choose_theme(theme);
        }
    };
    view! {
        <header class="header">
            <p class="brand"><Icon shape=Shape::Helix/><PageLink page=Page::Start words=text::SITE/></p>
            <nav aria-label=text::NAVIGATION>
                {section("#results", text::COUNTRIES)}
                {(!state.catalog.europe.is_empty()).then(|| section("#europe", text::ACROSS_EUROPE))}
                {section("#talks", text::TALKS)}
                <a href="#about">{text::ABOUT}</a>
            </nav>
            <label class="theme">
                <span>{text::THEME}</span>
                <Select name="theme" options=theme_options() value choose/>
            </label>
        </header>
    }
}

/// The colours to choose from: their names and words.
#[must_use]
pub fn theme_options() -> Vec<(String, String)> {
    let option = |theme: Theme| {
        let words = match theme {
            Theme::Auto => text::THEME_AUTO,
            Theme::Light => text::THEME_LIGHT,
            Theme::Dark => text::THEME_DARK,
        };
        (theme.name().to_owned(), words.to_owned())
    };
    Theme::ALL.map(option).into()
}

/// The bar without anything to press, for a page that could not be loaded.
#[component]
pub fn BrandOnly() -> impl IntoView {
    view! { <header class="header"><p class="brand"><Icon shape=Shape::Helix/>{text::SITE}</p></header> }
}
