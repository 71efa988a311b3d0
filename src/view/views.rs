//! The views of the same results, and what can be done with them.

use catalog::{Change, View};
use leptos::prelude::*;

use super::embed::Embed;
use super::export::Export;
use super::link::{Aim, QueryLink};
use super::share::Share;
use crate::state::{use_app_state, use_messages};

/// The ways to look at the same results: links, so that each can be opened and kept; and what can be done with them.
#[component]
pub fn Views() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let link = move |view: View| {
        view! {
            <QueryLink
                aim=Aim::Toggled(Change::View(view)) words=messages.view(view)
                is_current=Signal::derive(move || state.view.get() == view)
            />
        }
    };
    let order = move || state.options.order.get().filter(|_| state.view.get() == View::Table);
    view! {
        <div class="ways">
            // What is seen at once is said, too: another view, or another order of the table.
            <p class="visually-hidden" aria-live="polite">{move || messages.shown_as(state.view.get(), order())}</p>
            <nav class="views" aria-label=messages.views()>{View::ALL.iter().copied().map(link).collect_view()}</nav>
            // A widget is embedded already.
            {(!state.is_widget()).then(|| view! { <Embed/> })}
            <Export/>
            {(!state.is_widget()).then(|| view! { <Share/> })}
        </div>
    }
}
