//! What changed in the dataset, the newest first.

use catalog::{ChangeSet, Id};
use leptos::prelude::*;

use super::link::ItemLink;
use crate::state::{AppState, use_app_state, use_messages};

/// Most change sets that are shown; the feed has all of them.
const MOST: usize = 5;
/// Most entries of a change set that are named one by one.
const MOST_NAMED: usize = 12;

/// The section; none where nothing is recorded.
#[component]
pub fn Changes() -> impl IntoView {
    let messages = use_messages();
    let changes = &use_app_state().catalog.changes;
    let change_sets = changes.iter().take(MOST).map(|change_set| view! { <ChangesOfSet change_set/> });
    (!changes.is_empty()).then(|| {
        view! {
            <section class="changes" id="changes" aria-labelledby="changes-title">
                <h2 id="changes-title">{messages.changes()}</h2>
                <ol>{change_sets.collect_view()}</ol>
            </section>
        }
    })
}

#[component]
fn ChangesOfSet(change_set: &'static ChangeSet) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let ChangeSet { added, changed, withdrawn, .. } = change_set;
    let is_short = added.len() + changed.len() <= MOST_NAMED;
    let named: Vec<_> = added.iter().chain(changed).filter(|_| is_short).filter_map(|id| named(state, id)).collect();
    view! {
        <li>
            <b>{messages.date(change_set.date)}</b>
            <p>{&*change_set.note}</p>
            <p class="hint">{messages.changed_entries([added.len(), changed.len(), withdrawn.len()])}</p>
            {(!named.is_empty()).then(|| view! { <ul>{named}</ul> })}
        </li>
    }
}

/// A link to a document by its title; countries, events and videos are not named.
fn named(state: AppState, id: &'static Id) -> Option<impl IntoView + use<>> {
    let resource = state.catalog.resource(id)?.1;
    Some(view! { <li><ItemLink id=&resource.id>{&*resource.title}</ItemLink></li> })
}
