//! Headings of parts of a card or of a country's page.

use leptos::prelude::*;

use crate::state::use_app_state;

/// The heading of a part: its level depends on whether the country stands in a list or on a page of its own.
#[component]
pub fn PartHeading(
    /// The level on the site's own page: 2, 3 or 4.
    level: u8,
    /// Its words.
    #[prop(into)]
    words: String,
) -> impl IntoView {
    let aria_level = use_app_state().aria_level(level.into());
    match level {
        2 => view! { <h2 class="card-part" {..aria_level}>{words}</h2> },
        3 => view! { <h3 class="card-part" {..aria_level}>{words}</h3> },
        _ => view! { <h4 class="card-part" {..aria_level}>{words}</h4> },
    }
}
