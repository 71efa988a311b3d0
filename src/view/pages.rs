//! The pages of the site: the start page, which stays as it was left, and one for each country.

use std::cell::Cell;
use std::rc::Rc;

use catalog::text;
use leptos::prelude::*;

use super::dom::{El, after, class, effect};
use super::list::each;
use super::{country, page};
use crate::app::{App, Page};
use crate::small::Small as _;

/// How long after the page the title follows, in milliseconds.
const PAUSE: u64 = 100;

/// The page that the visitor is on.
pub(crate) fn pages(app: App) -> El {
    if app.owns_page() {
        let last = Rc::new(Cell::new(0));
        // A browser takes milliseconds for it, and nobody waits for it.
        effect(move || {
            if !app.typing.get() {
                let title = title(app);
                let number = last.get() + 1;
                last.set(number);
                let last = Rc::clone(&last);
                after(PAUSE, move || {
                    if last.get() == number {
                        document().set_title(&title);
                    }
                });
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
