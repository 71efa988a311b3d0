//! The pages of the site: the start page, which stays as it was left, and one for each country.

use std::cell::RefCell;

use catalog::{Embed, Query, text};
use leptos::prelude::*;

use super::dom::{El, class, effect};
use super::list::each;
use super::{alone, country, page};
use crate::app::{App, Page};
use crate::small::Small as _;

/// The page that the visitor is on.
pub(crate) fn pages(app: App) -> El {
    if app.is_widget() {
        let last = RefCell::new(None);
        effect(move || {
            let query = match app.page.get() {
                Page::All => app.query.with(Query::encode),
                Page::Country(at) => ["country=", &app.catalog.countries[at].code.lower()].concat(),
                Page::Video(at) => [Embed::PLAY, "=", app.catalog.videos[at].id.as_str()].concat(),
            };
            // The first is what was asked for.
            if app.calm.get()
                && !app.typing.get()
                && last.replace(Some(query.clone())).is_some_and(|last| last != query)
            {
                app.tell("ngp-change", &query);
            }
        });
    }
    if app.owns_document() {
        // A browser takes milliseconds for it.
        effect(move || {
            if app.calm.get() && !app.typing.get() {
                document().set_title(&title(app));
            }
        });
    }
    let pages = each(
        move || vec![app.page.get().number()],
        move |number| match Page::of(number) {
            Page::All => page::page(app),
            Page::Country(at) => country::page(app, at),
            Page::Video(at) => alone::page(app, at),
        },
    );
    class("div", "pages").list(pages.keeping(Page::All.number()))
}

fn title(app: App) -> String {
    match app.page.get() {
        Page::All => app.query.with(|query| text::title(query, app.catalog)),
        Page::Country(at) => text::country_title(&app.catalog.countries[at], app.today.get()),
        Page::Video(at) => app.catalog.videos[at].title.to_string(),
    }
}
