//! The entry that the address points at: it is opened, brought into view and marked. And what a visitor can do with
//! an entry: keep its address, and say what is wrong with it.

use catalog::report::{self, Reported};
use catalog::{Id, Resource, text};
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::dom::{El, Scroll, class, effect, el, focus, next_turn, run};
use super::link::goes_elsewhere;
use crate::app::{App, Page, Surface};
use crate::host::mark;
use crate::small::small;

/// The id of the element of an entry.
pub(super) fn element_id(id: &Id) -> String {
    format!("item-{id}")
}

/// Goes to the entry that the address points at, whenever that is another.
pub(super) fn follow(app: App) {
    effect(move || {
        let item = app.query.with(|query| query.item.as_ref().map(element_id));
        app.mark("data-item", item.as_deref());
        if let Some(before) = app.host().find("[data-here]").filter(|_| item.is_none()) {
            mark(&before, "data-here", None);
        }
        // Who comes back from a country's page is where they were, and not at the entry again.
        let Some(item) = item.filter(|_| app.page.get() == Page::All) else { return };
        if app.is_widget() {
            // Its card may have waited.
            app.made.get();
            next_turn(move || point_at(app, &item));
        } else {
            // `js/boot.js` opens and marks it, and holds it in its place while the page still moves.
            next_turn(move || app.connection.tell_part());
        }
    });
}

/// Opens and marks an entry in a widget, which leaves the page around it where it is.
fn point_at(app: App, id: &str) {
    let Some(entry) = app.host().find(&format!("#{id}")) else { return };
    let is_sought = app.has_sought();
    if entry.has_attribute("data-here") && !is_sought {
        return;
    }
    if let Some(before) = app.host().find("[data-here]") {
        mark(&before, "data-here", None);
    }
    mark(&entry, "data-here", Some(""));
    if let Ok(Some(details)) = entry.query_selector("details") {
        mark(&details, "open", Some(""));
    }
    // As a browser does it that finds something: the card hears it, and unfolds its documents.
    if let (Ok(Some(folded)), Ok(event)) = (entry.closest("[hidden]"), web_sys::Event::new("beforematch")) {
        event.init_event_with_bubbles("beforematch", true);
        let _not_cancelled = folded.dispatch_event(&event);
    }
    if is_sought {
        focus(app, id, Scroll::IntoView);
    } else if app.site.surface == Surface::Frame {
        window().scroll_by_with_x_and_y(0.0, entry.get_bounding_client_rect().top());
    }
}

/// What can be done with a document.
pub(super) fn actions(app: App, resource: &'static Resource) -> El {
    let (copied, set_copied) = small(0_usize);
    let address = app.link("") + "?item=" + resource.id.as_str();
    let shown = address.clone();
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
                    Ok(_) => set_copied.set(1),
                    // Refused: then it stands there to be copied, or in the address bar.
                    Err(_) if app.is_widget() => set_copied.set(2),
                    Err(_) => app.point_at(&resource.id),
                }
            });
        }
    };
    let copy = el("a")
        .attr("href", &address)
        .on("click", copy)
        .follow(move || match copied.get() {
            0 => text::COPY_LINK.to_owned(),
            1 => text::COPIED.to_owned(),
            _ => shown.clone(),
        })
        .child(about(&resource.title));
    let country = app.catalog.resource(&resource.id).and_then(|(country, _)| country);
    let report = self::report(app, Reported::Document(country, resource), &resource.title);
    class("p", "actions").attr("aria-live", "polite").child((!app.site.is_foreign).then_some(copy)).child(report)
}

/// Leads to where a mistake is told, of what has that title; nothing where nobody can be told.
pub(super) fn report(app: App, reported: Reported<'_>, title: &str) -> Option<El> {
    // In a page that is sent the site's address is a relative one, which would say nothing elsewhere.
    let site = Some(app.link("")).filter(|root| root.starts_with("http")).unwrap_or_default();
    let address = report::address(app.site.contact(), reported, &site, app.catalog.version)?;
    Some(el("a").attr("href", &address).attr("rel", "external").text(text::REPORT).child(about(title)))
}

/// What an action is about, for a screen reader, which meets it among many.
fn about(title: &str) -> El {
    class("span", "unseen").text(&text::about_title(title))
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
