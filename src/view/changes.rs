//! The section of what has changed in the dataset, the newest first.

use catalog::{ChangeSet, Id};
use leptos::prelude::*;

use super::link::ItemLink;
use crate::state::{use_app_state, use_messages};

/// How many change sets are shown, at most; the feed has all of them.
const MOST: usize = 5;
/// How many added and changed entries a change set may have, at most, to name each of them.
const MOST_NAMED: usize = 12;

/// The section of changes; nothing where the dataset records none.
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

/// A change set: its day, what was done, how many entries that concerns, and links to those that are documents.
#[component]
fn ChangesOfSet(
    /// The change set.
    change_set: &'static ChangeSet,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let ChangeSet { added, changed, withdrawn, .. } = change_set;
    let is_short = added.len() + changed.len() <= MOST_NAMED;
    // The ids of countries, events and videos lead to no document: these are not named.
    let document = |id: &'static Id| {
        let resource = state.catalog.resource(id)?.1;
        Some(view! { <li><ItemLink id=&resource.id>{&*resource.title}</ItemLink></li> })
    };
    let named: Vec<_> = added.iter().chain(changed).filter(|_| is_short).filter_map(document).collect();
    view! {
        <li>
            <b>{messages.date(change_set.date)}</b>
            <p>{&*change_set.note}</p>
            <p class="hint">{messages.changed_entries([added.len(), changed.len(), withdrawn.len()])}</p>
            {(!named.is_empty()).then(|| view! { <ul>{named}</ul> })}
        </li>
    }
}
