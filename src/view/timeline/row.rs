//! A document on the timeline.

use catalog::DocumentRef;
use catalog::timeline::{Span, bar, mark};
use leptos::prelude::*;

use super::shape::{BarShape, view_box};
use crate::state::{use_app_state, use_messages};
use crate::view::document::Progress;
use crate::view::link::ItemLink;

/// A document: its title with its facts, and its bar, which is drawn where its years are among those that are shown.
#[component]
pub fn BarRow(
    /// The document.
    found: DocumentRef,
    /// Whether the row names the country, because the heading above it does not.
    names_country: bool,
    /// The years that are shown.
    span: Memo<Span>,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let (country, resource) = found.resolve(state.catalog);
    let end = move || {
        let mark = mark(country, resource, state.today.get());
        mark.map(|mark| view! { <span class="end">{messages.mark(mark)}</span> })
    };
    let drawing = bar(resource).map(|bar| {
        view! {
            <svg
                class="bar" data-force=move || resource.in_force(state.today.get()).name() preserveAspectRatio="none"
                aria-hidden="true" viewBox=move || view_box(span.get())
            >
                <BarShape bar/>
            </svg>
        }
    });
    view! {
        <ItemLink id=&resource.id class="bar-row">
            <span class="bar-name">
                <span class="bar-title" data-address=resource.address.as_str()>{&*resource.title}</span>
                <span class="meta">
                    {names_country.then(|| view! { <span>{messages.owner(country)}</span> })}
                    <span>{messages.when(resource.year, resource.period)}</span>
                    <Progress resource/>
                    {end}
                </span>
            </span>
            {drawing}
        </ItemLink>
    }
}
