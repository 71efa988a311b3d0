//! A list to choose one of.

use crate::browser::effect::effect;
use leptos::html;
use leptos::prelude::*;

/// A list of options; the one that is chosen follows a value.
#[component]
pub fn Select(
    /// Its name.
    name: &'static str,
    /// Its id, where something leads to it.
    #[prop(optional)]
    id: Option<&'static str>,
    /// The options: their values and words.
    options: Vec<(String, String)>,
    /// The value that is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the value that the visitor chooses.
    #[prop(into)]
    choose: Callback<String>,
) -> impl IntoView {
    let list = NodeRef::<html::Select>::new();
    // As an attribute or a property it would be set before there are any options.
    effect(move || {
        let value = value.get();
        if let Some(list) = list.get().filter(|list| list.value() != value) {
            list.set_value(&value);
        }
    });
    // Without a value of its own, an option's words are its value.
    let options = options.into_iter().map(|(value, words)| {
        let value = Some(value).filter(|value| *value != words);
        view! { <option value=value>{words}</option> }
    });
    view! {
        // A browser would put back what was chosen before the page was loaded again.
        <select
            name=name id=id autocomplete="off" node_ref=list on:change=move |event| choose.run(event_target_value(&event))
        >
            {options.collect_view()}
        </select>
    }
}
