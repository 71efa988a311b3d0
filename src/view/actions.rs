//! What a visitor can do with an entry: keep its address, and say what is wrong with it.

use catalog::report::{self, Reported};
use catalog::{Id, Resource};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::browser::clipboard::copy;
use crate::browser::schedule::spawn;
use crate::browser::window::take_click;
use crate::state::{use_app_state, use_messages};

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
    // The number of its last copy, and whether the browser has refused it.
    let copied = RwSignal::new((0, false));
    let press = move |click: MouseEvent| {
        if !take_click(&click) {
            return;
        }
        let number = state.count_copy();
        let copying = copy(&address.get_value());
        spawn(async move {
            let is_refused = !copying.is_done().await;
            // The view may have gone meanwhile, and its signals with it.
            let _gone = copied.try_set((number, is_refused));
        });
    };
    let is_last = move || copied.with(|(number, _)| *number == state.copies.get());
    let words = move || match copied.get() {
        (_, false) if is_last() => messages.copied().to_owned(),
        (_, true) if is_last() => address.get_value(),
        _ => messages.copy_link().to_owned(),
    };
    (!state.site().is_foreign).then(|| {
        view! {
            // That something else was copied is not announced here.
            <span class="copy-link" aria-live=move || is_last().then_some("polite")>
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
