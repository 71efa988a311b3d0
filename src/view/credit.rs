//! The end of a widget: whose it is, how old its data is, and the way to the whole.

use catalog::text;
use leptos::prelude::*;

use super::icon::{Icon, Shape};
use crate::state::{Page, use_app_state};

/// The end of a widget.
#[component]
pub fn Credit() -> impl IntoView {
    let state = use_app_state();
    let whole = move || match state.page.get() {
        Page::Country(at) if !state.site().is_foreign => state.link(&state.catalog.countries[at].path()),
        _ => state.link(""),
    };
    view! {
        <footer class="credit" part=state.part("credit")>
            <p><a href=whole><Icon shape=Shape::Helix/>{text::SITE}</a></p>
            <p>{text::data_version(state.catalog.version)} " · " {text::NEW_TABS}</p>
        </footer>
    }
}
