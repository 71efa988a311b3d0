//! Notes at the top: no network, a new version, an older dataset, an address that was not understood.

use catalog::text;
use leptos::prelude::*;

use super::dom::{El, button, class, el, focus};
use super::icon::{self, Icon};
use super::page::TITLE;
use crate::app::App;

/// All notes there are.
pub(super) fn notices(app: App, trouble: Option<String>) -> El {
    let connection = app.connection;
    let newer = app.catalog.newer_schema.as_deref().map(text::newer_schema);
    let lasting =
        [trouble, newer].into_iter().flatten().map(|words| notice("warning", Icon::Warning, words, Vec::new()));
    class("div", "notices")
        .attr("aria-live", "polite")
        .child(lasting.collect::<Vec<_>>())
        .follow(move || {
            (!connection.online.get()).then(|| notice("offline", Icon::Offline, text::OFFLINE.to_owned(), Vec::new()))
        })
        .follow(move || {
            connection.update.get().then(|| {
                let reload = button("primary", move || connection.take_update()).text(text::RELOAD);
                let later = button("later", move || {
                    connection.put_off();
                    focus(TITLE);
                });
                let later = later.text(text::LATER);
                notice("update", Icon::New, text::UPDATE.to_owned(), vec![reload, later])
            })
        })
        .follow(move || {
            let words = app.unknown.with(|unknown| (!unknown.is_empty()).then(|| text::unknown(unknown)))?;
            let close = button("close", move || {
                app.forget_unknown();
                focus(TITLE);
            });
            let close = close.text(text::DISMISS);
            Some(notice("unknown", Icon::Warning, words, vec![close]))
        })
}

fn notice(kind: &'static str, sign: Icon, words: String, actions: Vec<El>) -> El {
    class("div", "notice").attr("data-kind", kind).child(icon::icon(sign)).child(el("p").child(words)).child(actions)
}
