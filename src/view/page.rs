//! The page: header, answer, filters beside results, talks, and what stands at the end.

use catalog::text;
use leptos::prelude::*;

use super::dom::{class, effect, el};
use super::{about, answer, filters, header, highlight, notice, results, status, talks};
use crate::app::App;

/// The id of the page's heading, which takes the focus when what had it goes.
pub(super) const TITLE: &str = "title";
/// The id of the results' heading, which does so for the filters.
pub(super) const RESULTS_TITLE: &str = "results-title";

/// Brings the beginning of the results into view where they have moved out of it: who is deep in the page
/// when a filter takes most of it away would be left behind at its end.
pub(super) fn return_to_results() {
    request_animation_frame(|| show_results(|top, _| top < 0.0));
}

/// The same where the results may also be below the window.
pub(super) fn go_to_results() {
    request_animation_frame(|| show_results(|top, window| top < 0.0 || top > window * 0.7));
}

fn show_results(is_out_of_sight: impl Fn(f64, f64) -> bool) {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    if let Some(results) = document().get_element_by_id("results")
        && is_out_of_sight(results.get_bounding_client_rect().top(), height)
    {
        results.scroll_into_view();
    }
}

/// The whole page for a dataset. `trouble` says why it is an older one.
pub(crate) fn page(app: App, trouble: Option<String>) -> AnyView {
    // The page is on the screen when the effect runs: it reacts, and shows what the address asks for.
    effect(move || {
        // The browser looked for the part of the page that the address points at before it was there.
        if let Some(part) = app.fragment().and_then(|id| document().get_element_by_id(&id)) {
            part.scroll_into_view();
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
