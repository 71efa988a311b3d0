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

/// The whole page for a dataset. `trouble` says why it is an older one.
pub(crate) fn page(app: App, trouble: Option<String>) -> AnyView {
    // The page is on the screen when the effect runs: it reacts, and shows what the address asks for.
    effect(|| {
        if let Some(root) = document().document_element() {
            let _always_valid = root.set_attribute("data-ready", "");
        }
    });
    highlight::follow(app);
    let results = class("section", "results")
        .attr("id", "results")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", RESULTS_TITLE)
        .child(el("h2").attr("id", RESULTS_TITLE).attr("tabindex", "-1").text(text::COUNTRIES))
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
        .child(main)
        .child(about::about(app))
        .view()
}
