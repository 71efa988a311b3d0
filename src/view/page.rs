//! The page: header, answer, filters beside results, talks, and what stands at the end.

use catalog::text;
use leptos::prelude::*;

use super::dom::{El, Scroll, class, el, focus, focus_in, heading, later, next_frame, next_turn, window_height};
use super::{
    about, across, answer, card, changes, credit, filters, header, highlight, item, notice, results, status, talks,
};
use crate::app::{App, Page, Surface};
use crate::host::Host;

/// The id of the page's heading, which takes the focus when what had it goes.
pub(super) const TITLE: &str = "title";
/// The id of the results' heading, which does so for the filters.
pub(super) const RESULTS_TITLE: &str = "results-title";

/// Brings the beginning of the results into view where they have moved out of it: who is deep in the page
/// when a filter takes most of it away would be left behind at its end.
pub(super) fn return_to_results(app: App) {
    next_frame(move || {
        // The focus stays in the filters, which stay in view.
        show_results(app, |top, _| top < 0.0);
    });
}

/// The same where the results may also be below the window.
pub(super) fn go_to_results(app: App) {
    next_frame(move || {
        if show_results(app, |top, window| top < 0.0 || top > window * 0.7) {
            focus(app, RESULTS_TITLE, Scroll::Stay);
        }
    });
}

/// Gives the focus to the heading, where what had it is gone.
pub(crate) fn focus_title(host: Host) {
    next_frame(move || focus_in(&host, TITLE, Scroll::IntoView));
}

/// Scrolls to the results if they are out of sight, by their top and the height of the window in pixels.
fn show_results(app: App, is_out_of_sight: impl Fn(f64, f64) -> bool) -> bool {
    if let Some(results) = app.host().find("#results")
        && is_out_of_sight(results.get_bounding_client_rect().top(), window_height())
    {
        results.scroll_into_view();
        return true;
    }
    false
}

/// Says that the page reacts, and shows what the address asks for.
pub(crate) fn is_ready(app: App) {
    // What has just changed is on the screen by then.
    let tell = move || {
        app.mark("data-ready", Some(""));
        app.tell("ngp-ready", "");
        if app.page.now() == Page::All {
            later(move || app.catalog.prepare_search());
        }
    };
    later(tell);
}

/// Begins at the top of a page that was gone to.
pub(crate) fn begin(app: App, page: Page) {
    next_turn(move || {
        if app.is_widget() {
            // The page around it is not ours to move, other than to what is shown now.
            return focus(app, &title_of(app, page), Scroll::IntoView);
        }
        window().scroll_to_with_x_and_y(0.0, 0.0);
        focus(app, &title_of(app, page), Scroll::Stay);
    });
}

/// Goes on where a page was left: Back returns to the link of the country, as a browser does between pages.
pub(crate) fn come_back(app: App, page: Page, from: Page) {
    next_turn(move || {
        app.connection.tell_back();
        let at = if page == Page::All { from } else { page };
        focus(app, &title_of(app, at), Scroll::Stay);
    });
}

/// The id of the heading of a page.
fn title_of(app: App, page: Page) -> String {
    match page {
        Page::All if app.is_widget() => RESULTS_TITLE.to_owned(),
        Page::All | Page::Video(_) => TITLE.to_owned(),
        Page::Country(at) => card::title_id(&app.catalog.countries[at]),
    }
}

/// The start page.
pub(super) fn page(app: App) -> El {
    highlight::follow(app);
    item::follow(app);
    let results = class("section", "results")
        .attr("id", "results")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", RESULTS_TITLE)
        .child(heading(app, "h2").attr("id", RESULTS_TITLE).text(text::COUNTRIES))
        .child(status::status(app))
        .child(results::results(app));
    let explorer = class("div", "explorer").child(filters::filters(app)).child(results);
    if app.is_widget() {
        let title = app.owns_document().then(|| class("h1", "unseen").attr("id", TITLE).text(text::TITLE));
        return frame(
            app,
            text::SKIP,
            "#results",
            main(app).child(title).child(explorer).child(across::across_europe(app)).child(talks::talks(app)),
        );
    }
    let main = main(app)
        .child(answer::answer(app))
        .child(explorer)
        .child(across::across_europe(app))
        .child(talks::talks(app))
        .child(changes::changes(app));
    frame(app, text::SKIP, "#results", main)
}

/// The main part of the document, where it is ours.
pub(super) fn main(app: App) -> El {
    el(if app.owns_document() { "main" } else { "div" })
}

/// What is around every page. `skip`: the words of the link past the header, and where it leads.
pub(super) fn frame(app: App, skip: &str, to: &str, main: El) -> El {
    if app.is_widget() {
        // Who embeds it hears of an address that was not understood from its scripts.
        let notices = (app.site.surface == Surface::Frame).then(|| notice::notices(app));
        return class("div", "page").child(notices).child(main).child(credit::credit(app));
    }
    class("div", "page")
        .child(class("a", "skip").attr("href", to).text(skip))
        .child(header::header(app))
        .child(notice::notices(app))
        .child(notice::news(app))
        .child(main)
        .child(about::about(app))
}
