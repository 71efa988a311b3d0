//! The tools over the timeline: the grouping, buttons for the years, and the legend of the shapes.

use catalog::timeline::{BarKind, Grouping, Span};
use catalog::{Change, InForce};
use leptos::prelude::*;

use super::shape::block;
use crate::state::{use_app_state, use_messages};
use crate::view::select::Select;

/// The tools.
#[component]
pub fn Tools(
    /// The years that are shown.
    span: Memo<Span>,
) -> impl IntoView {
    let messages = use_messages();
    view! {
        <div class="timeline-tools">
            <GroupBy/>
            <YearButtons span/>
            <ul class="shapes">
                <li>
                    <svg
                        class="bar" data-force=InForce::Yes.name() preserveAspectRatio="none" aria-hidden="true"
                        viewBox="0 0 100 1"
                    >
                        <path class="period" d=block(10, 90)/>
                    </svg>
                    {messages.in_force_today()}
                </li>
                {BarKind::ALL.iter().map(|kind| view! { <ShapeMeaning kind=*kind/> }).collect_view()}
            </ul>
            <p class="hint">{messages.drag_hint()}</p>
        </div>
    }
}

/// The list that chooses how the documents are grouped.
#[component]
fn GroupBy() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let options = Grouping::ALL.iter().map(|of| (of.name().to_owned(), messages.grouping(*of).to_owned()));
    let choose = move |value: String| {
        if let Some(grouping) = Grouping::from_name(&value) {
            state.group_by(grouping);
        }
    };
    view! {
        <label class="group">
            <span>{messages.group_by()}</span>
            <Select
                name="group" options=options.collect()
                value=Signal::derive(move || state.options.grouping.get().name().to_owned()) choose
            />
        </label>
    }
}

/// Buttons that choose fewer, more, earlier or later years than those that are shown, or all.
#[component]
fn YearButtons(
    /// The years that are shown.
    span: Memo<Span>,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let button = |words: &'static str, to: fn(Span) -> Span| {
        let choose = move |_| state.change(&Change::Years(to(span.get_untracked()).period()));
        view! { <button class="button-small" type="button" on:click=choose>{words}</button> }
    };
    view! {
        <div class="zoom" role="group" aria-label=messages.filter_years()>
            {button(messages.zoom_in(), Span::closer)}
            {button(messages.zoom_out(), Span::wider)}
            {button(messages.earlier(), |span| span.beside(-1))}
            {button(messages.later_years(), |span| span.beside(1))}
            <button class="button-small" type="button" on:click=move |_| state.change(&Change::Years(None))>
                {messages.all_years()}
            </button>
        </div>
    }
}

/// An entry of the legend: a shape, and what it means.
#[component]
fn ShapeMeaning(
    /// The kind of bar that has the shape.
    kind: BarKind,
) -> impl IntoView {
    let messages = use_messages();
    let shape = match kind {
        BarKind::Open => view! { <path class="beyond" d="M55 .5H95"/><path class="open" d=block(5, 55)/> },
        BarKind::Period => view! { <path class="period" d=block(10, 90)/> },
        BarKind::Year => view! { <path class="year" d="M10 .5H90"/> },
    };
    // An open bar runs today, so it is filled as all bars of what is in force.
    let force = (kind == BarKind::Open).then(|| InForce::Yes.name());
    view! {
        <li>
            <svg class="bar" data-force=force preserveAspectRatio="none" aria-hidden="true" viewBox="0 0 100 1">
                {shape}
            </svg>
            {messages.bar_kind(kind)}
        </li>
    }
}
