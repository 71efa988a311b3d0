//! Headings of parts of a card or of a country's page.

use leptos::prelude::*;

use crate::state::use_app_state;

/// The level of a heading on the site's own page. On somebody else's page, [`crate::state::AppState::aria_level`]
/// puts it below the headings around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadingLevel {
    /// A part of a country's own page, below its `<h1>`.
    H2 = 2,
    /// The same where the page around the app has the `<h1>`, and the country an `<h2>`.
    H3 = 3,
    /// A part of a card in the list, whose country is an `<h3>`.
    H4 = 4,
}

/// The heading of a part: its level depends on whether the country is in a list or on a page of its own.
#[component]
pub fn PartHeading(
    /// Its level.
    level: HeadingLevel,
    /// Its words.
    #[prop(into)]
    words: String,
) -> impl IntoView {
    let aria_level = use_app_state().aria_level(level as isize);
    match level {
        HeadingLevel::H2 => view! { <h2 class="card-part" {..aria_level}>{words}</h2> },
        HeadingLevel::H3 => view! { <h3 class="card-part" {..aria_level}>{words}</h3> },
        HeadingLevel::H4 => view! { <h4 class="card-part" {..aria_level}>{words}</h4> },
    }
}
