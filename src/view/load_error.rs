//! What stands in the page's place while there is no dataset.

use catalog::text;
use leptos::prelude::*;

use super::header::BrandOnly;
use super::ids::TITLE;

/// Why there is no dataset, and another try.
#[component]
pub fn LoadError<R: Fn() + 'static>(
    /// One sentence for the visitor.
    trouble: String,
    /// Tries again.
    retry: R,
) -> impl IntoView {
    view! {
        <div class="page">
            <BrandOnly/>
            <main class="trouble">
                <h1 id=TITLE>{text::NO_DATA}</h1>
                <p role="alert">{trouble}</p>
                <button class="primary" type="button" on:click=move |_| retry()>{text::RETRY}</button>
            </main>
        </div>
    }
}

/// While the dataset is on its way.
#[component]
pub fn Loading() -> impl IntoView {
    view! {
        <div class="page">
            <BrandOnly/>
            <main class="loading">
                <h1>{text::TITLE}</h1>
                <p>{text::LOADING}</p>
            </main>
        </div>
    }
}
