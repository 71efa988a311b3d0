//! The bar at the top: whose page this is, its sections, and light or dark.

use leptos::prelude::*;

use super::icon::{Icon, Shape};
use super::link::PageLink;
use super::select::Select;
use crate::browser::theme::Theme;
use crate::state::{Page, use_app_state, use_messages};

/// The bar.
#[component]
pub fn Header() -> impl IntoView {
    let messages = use_messages();
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
            <p class="brand"><Icon shape=Shape::Helix/><PageLink page=Page::Start words=messages.site()/></p>
            <nav aria-label=messages.navigation()>
                {section("#results", messages.countries_heading())}
                {(!state.catalog.europe.is_empty()).then(|| section("#europe", messages.across_europe()))}
                {section("#talks", messages.talks())}
                <a href="#about">{messages.about()}</a>
            </nav>
            <label class="theme">
                <span>{messages.theme()}</span>
                <Select name="theme" options=theme_options() value choose/>
            </label>
        </header>
    }
}

/// The colours to choose from: their names and words.
#[must_use]
pub fn theme_options() -> Vec<(String, String)> {
    let messages = use_messages();
    let option = |theme: Theme| {
        let words = match theme {
            Theme::Auto => messages.theme_auto(),
            Theme::Light => messages.theme_light(),
            Theme::Dark => messages.theme_dark(),
        };
        (theme.name().to_owned(), words.to_owned())
    };
    Theme::ALL.map(option).into()
}

/// The bar without anything to press, for a page that could not be loaded.
#[component]
pub fn BrandOnly() -> impl IntoView {
    let messages = use_messages();
    view! { <header class="header"><p class="brand"><Icon shape=Shape::Helix/>{messages.site()}</p></header> }
}
