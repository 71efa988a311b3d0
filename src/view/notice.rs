//! Notes: an older dataset or an address that was not understood; no network or a new version.

use catalog::text;
use leptos::prelude::*;

use super::dom::{El, Scroll, button, class, effect, el, focus};
use super::icon::{self, Icon};
use super::page::TITLE;
use crate::app::App;

/// What is wrong with the dataset or the address: it stands above the page.
pub(super) fn notices(app: App) -> El {
    let newer = app.catalog.newer_schema.as_deref().map(text::newer_schema);
    let newer = newer.map(|words| notice("warning", Icon::Warning, words, Vec::new()));
    class("div", "notices").attr("aria-live", "polite").child(newer).follow(move || {
        let words = app.unknown.with(|unknown| (!unknown.is_empty()).then(|| text::unknown(unknown)))?;
        let close = button("close", move || {
            app.forget_unknown();
            focus(app, TITLE, Scroll::Stay);
        });
        let close = close.text(text::DISMISS);
        Some(notice("unknown", Icon::Warning, words, vec![close]))
    })
}

/// What happens while the page is open, with or without a dataset: it is seen wherever the page is scrolled to.
pub(super) fn news(app: App) -> El {
    let connection = app.connection;
    if app.owns_document() {
        let number = move || usize::from(!connection.online.get()) + usize::from(connection.update.get());
        effect(move || app.mark("data-news", ["1", "2"].get(number().wrapping_sub(1)).copied()));
    }
    class("div", "news")
        .attr("aria-live", "polite")
        .follow(move || {
            (!connection.online.get()).then(|| notice("offline", Icon::Offline, text::OFFLINE.to_owned(), Vec::new()))
        })
        .follow(move || {
            connection.update.get().then(|| {
                let reload = button("primary", move || connection.take_update()).text(text::RELOAD);
                let later = button("later", move || {
                    connection.put_off();
                    focus(app, TITLE, Scroll::Stay);
                });
                notice("update", Icon::New, text::UPDATE.to_owned(), vec![reload, later.text(text::LATER)])
            })
        })
}

fn notice(kind: &'static str, sign: Icon, words: String, actions: Vec<El>) -> El {
    class("div", "notice").attr("data-kind", kind).child(icon::icon(sign)).child(el("p").child(words)).child(actions)
}
