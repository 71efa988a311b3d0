//! The pages of the site: the start page, which stays as it was left, and one for each country.

use catalog::text;
use leptos::prelude::*;

use super::dom::{El, class, effect};
use super::list::each;
use super::{country, page};
use crate::app::{App, Page};
use crate::small::Small as _;

/// The page that the visitor is on.
pub(crate) fn pages(app: App) -> El {
    if app.owns_page() {
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
        },
    );
    class("div", "pages").list(pages.keeping(Page::All.number()))
}

fn title(app: App) -> String {
    match app.page.get() {
        Page::All => app.query.with(|query| text::title(query, app.catalog)),
        Page::Country(at) => text::country_title(&app.catalog.countries[at]),
    }
}
