//! The footer of a widget: a link to the site, and the version of the data.

use leptos::prelude::*;

use super::icon::{Icon, Shape};
use crate::state::{Page, use_app_state, use_messages};

/// The footer of a widget.
#[component]
pub fn Credit() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let whole = move || match state.page.get() {
        Page::Country(at) if !state.site().is_foreign => state.link(&state.catalog.countries[at].path()),
        _ => state.link(""),
    };
    view! {
        <footer class="credit" part=state.part("credit")>
            <p><a href=whole><Icon shape=Shape::Helix/>{messages.site()}</a></p>
            <p>{messages.data_version(state.catalog.version)} " · " {messages.new_tabs()}</p>
        </footer>
    }
}
