//! Links.

use catalog::{Id, Query, WebAddress, text};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::card::Form;
use super::dom::{El, Scroll, class, el, focus, next_turn};
use super::page::go_to_results;
use crate::app::{App, Page, Surface};
use crate::small::small;

/// A link to another query of this page: a real address, so that it opens in a new tab too.
///
/// `aim` gives the query from the current one.
pub(super) fn to_query(app: App, aim: impl Fn(&Query) -> Query + Copy + 'static, words: &str) -> El {
    let address = move || Some(app.query_link(&app.query.with(|query| aim(query).encode())));
    let follow = move |event: leptos::ev::Event| {
        if !goes_elsewhere(&event) {
            event.prevent_default();
            app.go(app.query.with_untracked(aim));
            go_to_results(app);
        }
    };
    inside(app).live("href", address).on("click", follow).text(words)
}

/// A link to a document in its card. Its address is without the filters, so that another tab shows it in any case.
pub(super) fn to_item(app: App, id: &'static Id) -> El {
    let follow = move |event: leptos::ev::Event| {
        if !goes_elsewhere(&event) {
            event.prevent_default();
            app.point_at(id);
        }
    };
    inside(app).attr("href", &app.query_link(&format!("item={id}"))).on("click", follow)
}

/// A link to another page of this site, without leaving the app.
pub(super) fn to_page(app: App, page: Page, words: &str) -> El {
    to_part(app, page, "", words)
}

/// The same, to a part of that page: `#` and its id.
pub(super) fn to_part(app: App, page: Page, part: &'static str, words: &str) -> El {
    let follow = move |event: leptos::ev::Event| {
        if !goes_elsewhere(&event) {
            event.prevent_default();
            app.visit(page);
            if let Some(id) = part.strip_prefix('#') {
                next_turn(move || focus(app, id, Scroll::IntoView));
            }
        }
    };
    let address = app.page_link(page) + part;
    inside(app).attr("href", &address).on("click", follow).text(words)
}

/// A link to a part of what is shown, by `#` and its id.
pub(super) fn here(app: App, part: &'static str) -> El {
    let link = inside(app).attr("href", part);
    match app.site.surface {
        Surface::Element => link.on("click", move |event| {
            // The browser looks for it in the page around.
            event.prevent_default();
            focus(app, &part[1..], Scroll::IntoView);
        }),
        _ => link,
    }
}

/// A link that stays in the app. In a frame, others open a new tab, because its head says so.
fn inside(app: App) -> El {
    match app.site.surface {
        Surface::Frame => el("a").attr("target", "_self"),
        _ => el("a"),
    }
}

/// Whether a click asks for a new tab or window.
pub(super) fn goes_elsewhere(event: &leptos::ev::Event) -> bool {
    event.dyn_ref::<web_sys::MouseEvent>().is_some_and(|click| {
        click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key() || click.button() != 0
    })
}

/// A link that leaves this site, marked as such.
pub(super) fn out(address: &WebAddress, words: &str) -> El {
    out_to(address.as_str(), words, "")
}

/// The same for an address that the core built. `more` says to a screen reader what the words are about.
pub(super) fn out_to(address: &str, words: &str, more: &str) -> El {
    class("a", "out")
        .attr("href", address)
        .attr("rel", "external")
        .text(words)
        .child(class("span", "unseen").text(&text::leaves(more)))
}

/// The pages on which facts were seen, folded under their number. In a page that is sent they come with the
/// page of the country; elsewhere when they are asked for.
pub(super) fn sources(addresses: Vec<&'static WebAddress>, summary: &str, form: Form) -> El {
    let details = class("details", "sources").child(el("summary").text(summary));
    let list = move || {
        let item = |address: &&'static WebAddress| el("li").child(out_to(address.as_str(), readable(address), ""));
        el("ul").children(addresses.iter().map(item))
    };
    match form {
        Form::Whole => details.child(list()),
        Form::Listed => {
            let (is_open, set_open) = small(false);
            details.on("toggle", move |_| set_open.set(true)).follow(move || is_open.get().then(&list))
        }
    }
}

/// An address for people: without scheme and `www.`.
fn readable(address: &WebAddress) -> &str {
    let scheme = if address.is_secure() { "https://" } else { "http://" };
    let text = address.as_str();
    let text = text.strip_prefix(scheme).unwrap_or(text);
    let text = text.strip_prefix("www.").unwrap_or(text);
    text.strip_suffix('/').unwrap_or(text)
}
