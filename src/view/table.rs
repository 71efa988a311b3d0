//! The documents that fit as a table, a bounded number of rows.

use catalog::table::{Column, rows};
use catalog::{Found, text};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::dom::{El, button, class, el, next_frame, scroller};
use super::list::each;
use super::{icon, link, resource};
use crate::app::{App, PAGE, Page};

/// The first link of each row.
const ROWS: &str = ".rows tbody th a, .bar-row";

/// The table.
pub(super) fn table(app: App) -> El {
    let shown = move || {
        let (order, limit) = (app.order.get(), app.limit.get());
        app.selection.with(|selection| rows(app.catalog, selection, order, limit).into_iter().map(key).collect())
    };
    let head = Column::ALL.iter().map(|column| {
        let column = *column;
        let sort = move || {
            let order = app.order.get().filter(|order| order.column == column)?;
            Some(if order.is_descending { "descending" } else { "ascending" }.to_owned())
        };
        let press = button("column", move || app.sort_table(column)).text(text::column(column));
        el("th").attr("scope", "col").live("aria-sort", sort).child(press)
    });
    let head = el("thead").child(el("tr").children(head));
    let more = move || app.selection.with(|selection| selection.documents).saturating_sub(app.limit.get()).min(PAGE);
    let table = el("table")
        .child(class("caption", "unseen").text(text::TABLE))
        .child(head)
        .child(el("tbody").list(each(shown, move |key| row(app, found(key)))));
    class("div", "table")
        // It scrolls by itself where there is little room.
        .child(scroller("rows", text::TABLE).child(table))
        .child(more_rows(app, more))
}

/// A button for more rows of a view that has `more` of them. It may go; the focus goes on to the first row it brought.
pub(super) fn more_rows(app: App, more: impl Fn() -> usize + Copy + 'static) -> El {
    let all = move || app.host().all(ROWS);
    let show_more = move || {
        let before = all().map_or(0, |rows| rows.length());
        app.show_more();
        next_frame(move || {
            if let Some(first) = all().and_then(|rows| rows.item(before)) {
                let _focusable = first.unchecked_ref::<HtmlElement>().focus();
            }
        });
    };
    button("more", show_more)
        .live("hidden", move || (more() == 0).then(String::new))
        .follow(move || text::show_more_rows(more()))
}

/// The number of a document in a list.
pub(super) fn key(found: Found) -> usize {
    found.country.map_or(0, |at| at + 1) << 16 | found.document
}

/// The document of a number.
pub(super) fn found(key: usize) -> Found {
    Found { country: (key >> 16).checked_sub(1), document: key & 0xffff }
}

fn row(app: App, found: Found) -> El {
    let (country, resource) = found.of(app.catalog);
    let whose = match found.country.zip(country) {
        Some((at, country)) => {
            el("th").child(icon::flag(app, country.code)).child(link::to_page(app, Page::Country(at), &country.name))
        }
        None => el("th").child(link::here(app, "#europe").text(text::ACROSS_EUROPE)),
    };
    let card = class("span", "to-card").child(
        link::to_item(app, &resource.id)
            .text(text::TO_CARD)
            .child(class("span", "unseen").text(&text::about_title(&resource.title))),
    );
    let cell = |words: &str| el("td").text(words);
    el("tr")
        .child(whose.attr("scope", "row"))
        .child(
            el("td").child(link::out(&resource.address, &resource.title)).child(resource::marks(resource)).child(card),
        )
        .child(cell(text::kind(resource.kind)))
        .child(cell(&text::when(resource.year, resource.period)))
        .child(el("td").child(resource::progress(app, resource)))
        .child(cell(&resource.issuer))
}
