//! Links.

use catalog::{Query, WebAddress, text};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::dom::{El, class, el};
use super::icon::{self, Icon};
use super::page::go_to_results;
use crate::address::Step;
use crate::app::App;

/// A link to another query of this page: a real address, so that it opens in a new tab too.
///
/// `aim` gives the query from the current one.
pub(super) fn to_query(app: App, aim: impl Fn(&Query) -> Query + Copy + Send + 'static, words: &str) -> El {
    let address = move || Some(format!("?{}", app.query.with(|query| aim(query).encode())));
    let follow = move |event: leptos::ev::Event| {
        if !goes_elsewhere(&event) {
            event.prevent_default();
            app.go(app.query.with_untracked(aim), Step::Push);
            go_to_results();
        }
    };
    el("a").live("href", address).on("click", follow).text(words)
}

/// Whether a click asks for a new tab or window.
fn goes_elsewhere(event: &leptos::ev::Event) -> bool {
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
    leaving(class("a", "out"), address, words, more)
}

fn leaving(link: El, address: &str, words: &str, more: &str) -> El {
    link.attr("href", address)
        .attr("rel", "external")
        .text(words)
        .child(class("span", "leaves").child(icon::icon(Icon::Leaves)))
        .child(class("span", "unseen").text(&text::leaves(more)))
}

/// The pages on which facts were seen, folded under their number.
pub(super) fn sources<'a>(addresses: impl Iterator<Item = &'a WebAddress>, summary: String) -> El {
    let item = |address: &WebAddress| el("li").child(leaving(el("a"), address.as_str(), readable(address), ""));
    class("details", "sources")
        .child(el("summary").child(summary))
        .child(el("ul").child(addresses.map(item).collect::<Vec<_>>()))
}

/// An address for people: without scheme and `www.`.
fn readable(address: &WebAddress) -> &str {
    let scheme = if address.is_secure() { "https://" } else { "http://" };
    let text = address.as_str();
    let text = text.strip_prefix(scheme).unwrap_or(text);
    let text = text.strip_prefix("www.").unwrap_or(text);
    text.strip_suffix('/').unwrap_or(text)
}
