//! A group of buttons of which one is pressed.

use leptos::prelude::*;

/// Buttons that choose one of two values. The button of the current value is pressed.
#[component]
pub fn ToggleGroup<T: Copy + PartialEq + Send + Sync + 'static>(
    /// What is chosen here, for a screen reader.
    label: &'static str,
    /// Each value with the words of its button.
    options: [(T, &'static str); 2],
    /// The current value.
    value: RwSignal<T>,
    /// Called with the value of a button that was pressed; it has to set `value`.
    choose: impl Fn(T) + Copy + 'static,
) -> impl IntoView {
    let button = |(of_button, words): (T, &'static str)| {
        view! {
            <button
                class="button-small" type="button" aria-pressed=move || (value.get() == of_button).to_string()
                on:click=move |_| choose(of_button)
            >
                {words}
            </button>
        }
    };
    view! { <div class="measures" role="group" aria-label=label>{options.map(button).collect_view()}</div> }
}
