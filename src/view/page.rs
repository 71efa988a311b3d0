//! The page: header, answer, filters beside results, talks, and what stands at the end.

use catalog::text;
use leptos::prelude::*;

use super::dom::{Scroll, class, effect, el, focus, focus_next, next_frame};
use super::{about, answer, filters, header, highlight, notice, results, status, talks};
use crate::app::App;

/// The id of the page's heading, which takes the focus when what had it goes.
pub(super) const TITLE: &str = "title";
/// The id of the results' heading, which does so for the filters.
pub(super) const RESULTS_TITLE: &str = "results-title";

/// Brings the beginning of the results into view where they have moved out of it: who is deep in the page
/// when a filter takes most of it away would be left behind at its end.
pub(super) fn return_to_results() {
    next_frame(|| {
        // The focus stays in the filters, which stay in view.
        show_results(|top, _| top < 0.0);
    });
}

/// The same where the results may also be below the window.
pub(super) fn go_to_results() {
    next_frame(|| {
        if show_results(|top, window| top < 0.0 || top > window * 0.7) {
            focus(RESULTS_TITLE, Scroll::Stay);
        }
    });
}

/// Gives the focus to the heading, where what had it is gone.
pub(crate) fn focus_title() {
    focus_next(TITLE.to_owned());
}

/// The browser looked for the part of the page that the address points at before it was there. Asked once
/// more, it also unfolds what is folded.
fn go_to_fragment() {
    let location = window().location();
    let there = location.href().ok().filter(|_| location.hash().is_ok_and(|fragment| !fragment.is_empty()));
    if let Some(there) = there {
        let _same_page = location.replace(&there);
    }
}

/// Scrolls to the results if they are out of sight, by their top and the height of the window in pixels.
fn show_results(is_out_of_sight: impl Fn(f64, f64) -> bool) -> bool {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    if let Some(results) = document().get_element_by_id("results")
        && is_out_of_sight(results.get_bounding_client_rect().top(), height)
    {
        results.scroll_into_view();
        return true;
    }
    false
}

/// The whole page for a dataset. `trouble` says why it is an older one.
pub(crate) fn page(app: App, trouble: Option<String>) -> AnyView {
    // The page is on the screen when the effect runs: it reacts, and shows what the address asks for.
    effect(move || {
        if app.owns_page() {
            go_to_fragment();
        }
        if let Some(root) = document().document_element() {
            let _always_valid = root.set_attribute("data-ready", "");
        }
    });
    if app.owns_page() {
        effect(move || document().set_title(&app.query.with(|query| text::title(query, app.catalog))));
    }
    highlight::follow(app);
    let results = class("section", "results")
        .attr("id", "results")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", RESULTS_TITLE)
        .child(el("h2").attr("id", RESULTS_TITLE).text(text::COUNTRIES))
        .child(status::status(app))
        .child(results::results(app));
    let main = el("main")
        .child(answer::answer(app))
        .child(class("div", "explorer").child(filters::filters(app)).child(results))
        .child(talks::talks(app));
    class("div", "page")
        .child(class("a", "skip").attr("href", "#results").text(text::SKIP))
        .child(header::header())
        .child(notice::notices(app, trouble))
        .child(notice::news(app.connection))
        .child(main)
        .child(about::about(app))
        .view()
}
