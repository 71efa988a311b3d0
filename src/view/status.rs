//! What is on the screen in one sentence, the filters that are set, and the order.

use catalog::text;
use catalog::{Change, Query, Sort, View};
use leptos::prelude::*;

use super::dom::{El, Scroll, button, class, el, focus, option, select};
use super::icon::{self, Icon};
use super::page::RESULTS_TITLE;
use super::{embed, export, link};
use crate::app::App;

/// The sentence, the order, and the active filters.
pub(super) fn status(app: App) -> Vec<El> {
    let sentence =
        move || app.query.with(|query| app.selection.with(|selection| text::result(query, selection, app.catalog)));
    let choose = move |value: &str| {
        if let Some(sort) = Sort::from_name(value) {
            app.change(&Change::Sort(sort));
        }
    };
    let orders = Sort::ALL.iter().map(|sort| option(sort.name(), text::sort(*sort)));
    let orders =
        select("sort", orders.collect(), choose).choice(move || app.query.with(|query| query.sort.name().to_owned()));
    // Busy while the visitor types: the sentence is announced once, after a pause.
    let sentence = el("p").attr("role", "status").live_bool("aria-busy", move || app.typing.get()).follow(sentence);
    vec![
        class("div", "status")
            .part(app, "status")
            .child(sentence)
            .child(class("label", "sort").child(el("span").text(text::SORT)).child(orders)),
        class("div", "ways")
            .child(views(app))
            // A widget is embedded already.
            .child((!app.is_widget()).then(|| embed::embed(app)))
            .child(export::export(app))
            .child((!app.is_widget()).then(|| embed::share(app))),
        // Where nothing is found, the chips are among the ways out.
        class("div", "active").follow(move || {
            let any_found = app.selection.with(|selection| !selection.matches.is_empty());
            (any_found && app.query.with(catalog::Query::is_filtered)).then(|| chips(app))
        }),
    ]
}

/// The ways to look at the same results: links, so that each can be opened and kept.
fn views(app: App) -> El {
    let link = |view: &View| {
        let view = *view;
        let change = move |query: &Query| query.toggled(&Change::View(view));
        link::to_query(app, change, text::view(view))
            .live("aria-current", move || (app.view.get() == view).then(|| "page".to_owned()))
    };
    class("nav", "views").attr("aria-label", text::VIEWS).children(View::ALL.iter().map(link))
}

/// The active filters, each with a way to take it out, and one for all.
pub(super) fn chips(app: App) -> El {
    let chips = app.query.with(|query| {
        let chip = |change: Change| (text::chip(&change, query, app.catalog), change);
        query.chips().into_iter().map(chip).collect::<Vec<_>>()
    });
    let chips = chips.into_iter().map(|(label, change)| {
        // The chip goes and must not take the focus with it.
        let chip = button("chip", move || {
            app.change(&change);
            focus(app, RESULTS_TITLE, Scroll::IntoView);
        });
        let chip = chip.attr("aria-label", &text::remove_filter(&label));
        el("li").child(chip.child(label).child(icon::icon(Icon::Close)))
    });
    let clear = button("clear", move || {
        app.go(app.query.with_untracked(catalog::Query::cleared));
        focus(app, RESULTS_TITLE, Scroll::IntoView);
    });
    class("ul", "chips")
        .attr("aria-label", text::ACTIVE_FILTERS)
        .children(chips)
        .child(el("li").child(clear.text(text::CLEAR)))
}
