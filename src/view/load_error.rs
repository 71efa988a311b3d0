//! What stands in the page's place while there is no dataset.

use leptos::prelude::*;

use super::header::BrandOnly;
use super::ids::TITLE;
use crate::state::use_messages;

/// Why there is no dataset, and another try.
#[component]
pub fn LoadError<R: Fn() + 'static>(
    /// One sentence for the visitor.
    reason: String,
    /// Tries again.
    retry: R,
) -> impl IntoView {
    let messages = use_messages();
    view! {
        <div class="page">
            <BrandOnly/>
            <main class="load-error">
                <h1 id=TITLE>{messages.no_data()}</h1>
                <p role="alert">{reason}</p>
                <button class="primary" type="button" on:click=move |_| retry()>{messages.retry()}</button>
            </main>
        </div>
    }
}

/// While the dataset is on its way.
#[component]
pub fn Loading() -> impl IntoView {
    let messages = use_messages();
    view! {
        <div class="page">
            <BrandOnly/>
            <main class="loading">
                <h1>{messages.site_title()}</h1>
                <p>{messages.loading()}</p>
            </main>
        </div>
    }
}
