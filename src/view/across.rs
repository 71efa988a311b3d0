//! What belongs to no country but to all of Europe.

use catalog::{Resource, text};
use leptos::prelude::*;

use super::document::Document;
use super::lazy::{Lazy, LazyPart};
use crate::state::use_app_state;

/// The section; it is not there where the dataset has nothing of the kind.
#[component]
pub fn AcrossEurope() -> impl IntoView {
    let state = use_app_state();
    let entries = &state.catalog.europe;
    let is_none = Memo::new(move |_| state.selection.with(|selection| selection.europe.is_empty()));
    let entry = |(at, resource)| view! { <Entry at resource/> };
    (!entries.is_empty()).then(|| {
        view! {
            <section class="europe" id="europe" tabindex="-1" aria-labelledby="europe-title">
                <h2 id="europe-title" {..state.aria_level(2)}>{text::ACROSS_EUROPE}</h2>
                <p>{text::ACROSS_EUROPE_INTRODUCTION}</p>
                <p class="no-document" hidden=move || !is_none.get()>{text::NO_EUROPEAN_DOCUMENT}</p>
                <ul>{entries.iter().enumerate().map(entry).collect_view()}</ul>
            </section>
        }
    })
}

#[component]
fn Entry(at: usize, resource: &'static Resource) -> impl IntoView {
    let state = use_app_state();
    let fits = Memo::new(move |_| state.selection.with(|selection| selection.europe.contains(&at)));
    let was_opened = RwSignal::new(false);
    view! {
        <li hidden=move || !fits.get()>
            <Document resource>
                <details
                    open=move || state.points_at(&resource.id) on:toggle=move |_| was_opened.set(true)
                >
                    <summary aria-label=text::details_of(&resource.title)>{text::DETAILS}</summary>
                    <div class="resource-body">
                        <p>{&*resource.summary}</p>
                        <Show when=move || was_opened.get()><Lazy part=LazyPart::Document(resource)/></Show>
                    </div>
                </details>
            </Document>
        </li>
    }
}
