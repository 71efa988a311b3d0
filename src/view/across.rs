//! The section of documents that belong to all of Europe and to no single country.

use catalog::Resource;
use leptos::prelude::*;

use super::document::Document;
use super::lazy::{Lazy, LazyPart};
use crate::state::{use_app_state, use_messages};

/// The section; nothing where the dataset has no such document.
#[component]
pub fn AcrossEurope() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let entries = &state.catalog.europe;
    let is_none = Memo::new(move |_| state.settled.with(|selection| selection.europe.is_empty()));
    let entry = |(at, resource)| view! { <Entry at resource/> };
    (!entries.is_empty()).then(|| {
        view! {
            <section class="europe" id="europe" tabindex="-1" aria-labelledby="europe-title">
                <h2 id="europe-title" {..state.aria_level(2)}>{messages.across_europe()}</h2>
                <p>{messages.across_europe_introduction()}</p>
                <p class="no-document" hidden=move || !is_none.get()>{messages.no_european_document()}</p>
                <ul>{entries.iter().enumerate().map(entry).collect_view()}</ul>
            </section>
        }
    })
}

/// A document with its details, whose code is fetched when they are unfolded first. It is hidden while it does not fit
/// the query.
#[component]
fn Entry(
    /// Its place in [`catalog::Catalog::europe`].
    at: usize,
    /// The document.
    resource: &'static Resource,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let fits = Memo::new(move |_| state.settled.with(|selection| selection.europe.contains(&at)));
    let was_opened = RwSignal::new(false);
    view! {
        <li hidden=move || !fits.get()>
            <Document resource>
                <details
                    open=move || state.points_at(&resource.id) on:toggle=move |_| was_opened.set(true)
                >
                    <summary aria-label=messages.details_of(&resource.title)>{messages.details()}</summary>
                    <div class="resource-details">
                        <p>{&*resource.summary}</p>
                        <Show when=move || was_opened.get()><Lazy part=LazyPart::Document(resource)/></Show>
                    </div>
                </details>
            </Document>
        </li>
    }
}
