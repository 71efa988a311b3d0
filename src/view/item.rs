//! The entry that the address points at: it is opened, brought into view and marked. And what a visitor can do with
//! an entry: keep its address, and say what is wrong with it.

use catalog::{Id, Resource, text};
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::dom::{El, class, effect, el, mark_root, next_turn, run};
use super::link::goes_elsewhere;
use crate::app::{App, Page};
use crate::small::small;

/// The id of the element of an entry.
pub(super) fn element_id(id: &Id) -> String {
    format!("item-{id}")
}

/// Goes to the entry that the address points at, whenever that is another.
pub(super) fn follow(app: App) {
    if !app.owns_page() {
        return;
    }
    effect(move || {
        let item = app.query.with(|query| query.item.as_ref().map(element_id));
        mark_root("data-item", item.as_deref());
        // Who comes back from a country's page is where they were, and not at the entry again.
        if item.is_some() && app.page.now() == Page::All {
            // `js/boot.js` opens and marks it, and holds it in its place while the page still moves.
            next_turn(move || app.connection.tell_part());
        }
    });
}

/// What can be done with a document.
pub(super) fn actions(app: App, resource: &'static Resource) -> El {
    let (copied, set_copied) = small(false);
    let address = app.link("") + "?item=" + resource.id.as_str();
    let copy = {
        let address = address.clone();
        move |event: leptos::ev::Event| {
            if goes_elsewhere(&event) {
                return;
            }
            event.prevent_default();
            let copying = clipboard::write(&address);
            run(async move {
                match JsFuture::from(copying).await {
                    Ok(_) => set_copied.set(true),
                    // Refused: then it stands in the address bar.
                    Err(_) => app.point_at(&resource.id),
                }
            });
        }
    };
    let about = || class("span", "unseen").text(&text::about_title(&resource.title));
    let copy = el("a")
        .attr("href", &address)
        .on("click", copy)
        .follow(move || if copied.get() { text::COPIED } else { text::COPY_LINK })
        .child(about());
    let report = app.site.repository.map(|repository| {
        el("a")
            .attr("href", &text::report(repository, resource, app.catalog.version))
            .attr("rel", "external")
            .text(text::REPORT)
            .child(about())
    });
    class("p", "actions").attr("aria-live", "polite").child(copy).child(report)
}

/// Writing to the clipboard, which asks the browser.
pub(super) mod clipboard {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
        fn write_text(text: &str) -> Result<js_sys::Promise, JsValue>;
    }

    /// Writes a text; where there is no clipboard, the promise fails.
    pub(crate) fn write(text: &str) -> js_sys::Promise {
        write_text(text).unwrap_or_else(|reason| js_sys::Promise::reject(&reason))
    }
}
