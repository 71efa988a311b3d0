//! What belongs to no country but to all of Europe.

use catalog::text;
use leptos::prelude::*;

use super::dom::{El, class, el, heading};
use super::resource;
use crate::app::App;

/// The section; it is not there where the dataset has nothing of the kind.
pub(super) fn across_europe(app: App) -> Option<El> {
    let entries = &app.catalog.europe;
    let fits = move |at: usize| app.selection.with(|selection| selection.europe.contains(&at));
    let entry = |(at, resource)| {
        el("li").live("hidden", move || (!fits(at)).then(String::new)).child(resource::listed(app, resource, || false))
    };
    let none = move || app.selection.with(|selection| selection.europe.is_empty());
    (!entries.is_empty()).then(|| {
        class("section", "europe")
            .attr("id", "europe")
            .attr("tabindex", "-1")
            .attr("aria-labelledby", "europe-title")
            .child(heading(app, "h2").attr("id", "europe-title").text(text::ACROSS_EUROPE))
            .child(el("p").text(text::ACROSS_EUROPE_INTRODUCTION))
            .child(
                class("p", "no-document")
                    .live("hidden", move || (!none()).then(String::new))
                    .text(text::NO_EUROPEAN_DOCUMENT),
            )
            .child(el("ul").children(entries.iter().enumerate().map(entry)))
    })
}
