//! What a visitor can do with an entry: keep its address, and say what is wrong with it.

use catalog::report::{self, Reported};
use catalog::{Id, Resource};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::browser::clipboard::copy;
use crate::browser::schedule::spawn;
use crate::browser::window::take_click;
use crate::state::{CopiedLink, use_app_state, use_messages};

/// What can be done with a document.
#[component]
pub fn DocumentActions(
    /// The document.
    resource: &'static Resource,
) -> impl IntoView {
    let state = use_app_state();
    let country = state.catalog.resource(&resource.id).and_then(|(country, _)| country);
    view! {
        <p class="actions">
            <CopyLink id=&resource.id about=&resource.title/>
            <ReportLink reported=Reported::Document(country, resource) about=&resource.title/>
        </p>
    }
}

/// Copies the address of an entry on the site's own page; nothing where the site has no page of it. For the browser it
/// is a link like any other: it can be opened in a new tab, and works without the app.
#[component]
pub fn CopyLink(
    /// The id of the entry.
    id: &'static Id,
    /// Its name, by which a screen reader tells the link from the same link of other entries.
    about: &'static str,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let address = StoredValue::new(state.site_item_link(id));
    let press = move |click: MouseEvent| {
        if !take_click(&click) {
            return;
        }
        let copying = copy(&address.get_value());
        spawn(async move { state.set_copied_link(id, copying.is_done().await) });
    };
    let words = move || match state.copied_link.get().filter(|copied| copied.id == id) {
        None => messages.copy_link().to_owned(),
        Some(CopiedLink { is_refused: false, .. }) => messages.copied().to_owned(),
        Some(CopiedLink { is_refused: true, .. }) => address.get_value(),
    };
    (!state.site().is_foreign).then(|| {
        view! {
            <span class="copy-link" aria-live="polite">
                <a href=address.get_value() on:click=press>
                    {words}<span class="visually-hidden">{messages.about_title(about)}</span>
                </a>
            </span>
        }
    })
}

/// Leads to where a mistake is told; nothing where nobody can be told.
#[component]
pub fn ReportLink(
    /// What is said to be wrong.
    reported: Reported<'static>,
    /// Its name, by which a screen reader tells the link from the same link of other entries.
    about: &'static str,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    // In a page that is sent the site's address is a relative one, which would say nothing elsewhere.
    let site = Some(state.link("")).filter(|root| root.starts_with("http")).unwrap_or_default();
    let address = report::address(state.site().contact(), reported, &site, state.catalog.version);
    address.map(|address| {
        view! {
            <a href=address rel="external">
                {messages.report()}<span class="visually-hidden">{messages.about_title(about)}</span>
            </a>
        }
    })
}
