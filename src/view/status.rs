//! What is on the screen in one sentence, and its order.

use catalog::{Change, Sort};
use leptos::prelude::*;

use super::select::Select;
use crate::state::{use_app_state, use_messages};

/// The sentence with the counts, and the order.
#[component]
pub fn Status() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let sentence = move || {
        state.query.with(|query| state.selection.with(|selection| messages.result(query, selection, state.catalog)))
    };
    let options = Sort::ALL.iter().map(|sort| (sort.name().to_owned(), messages.sort(*sort).to_owned()));
    let value = Signal::derive(move || state.query.with(|query| query.sort.name().to_owned()));
    let choose = move |name: String| {
        if let Some(sort) = Sort::from_name(&name) {
            state.change(&Change::Sort(sort));
        }
    };
    view! {
        <div class="status" part=state.part("status")>
            // Busy while the visitor types: the sentence is announced once, after a pause.
            <p role="status" aria-busy=move || state.typing.get().to_string()>{sentence}</p>
            <label class="sort">
                <span>{messages.sort_by()}</span>
                <Select name="sort" options=options.collect() value choose/>
            </label>
        </div>
    }
}
