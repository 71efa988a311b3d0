//! The documents that fit as bars over the years: one for each that has a period or a year.

mod axis;
mod row;
mod shape;
mod tools;

use catalog::timeline::{Group, Grouping, Span, begins, groups, place};
use catalog::{DocumentRef, Kind, Selection};
use leptos::prelude::*;

use super::flag::Flag;
use super::table::more::MoreRows;
use crate::state::{AppState, PAGE_SIZE, use_app_state, use_messages};
use axis::Axis;
use row::BarRow;
use shape::view_box;
use tools::Tools;

/// A bar takes less room than a card: as many are shown at first as there are documents today.
const ROWS_PER_CARD: usize = 3;

/// The timeline.
#[component]
pub fn Timeline() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let span = Memo::new(move |_| {
        let years = state.query.with(|query| query.years);
        let today = state.today.get();
        state.selection.with(|selection| Span::of(state.catalog, selection, years, today))
    });
    // What is printed is all: then the limit is beyond any number.
    let limit = move || state.limit.get().saturating_mul(ROWS_PER_CARD);
    let lines = Memo::new(move |_| {
        let (grouping, limit) = (state.options.grouping.get(), limit());
        state.selection.with(|selection| lines(state, selection, grouping, limit))
    });
    let more = Memo::new(move |_| {
        let documents = state.selection.with(|selection| selection.documents);
        documents.saturating_sub(limit()).min(PAGE_SIZE * ROWS_PER_CARD)
    });
    let line = move |line| match line {
        Line::Document { found, names_country } => view! { <BarRow found names_country span/> },
        Line::Heading(heading) => view! { <GroupHeading heading/> },
    };
    view! {
        <div class="view timeline" role="group" aria-label=messages.timeline()>
            <Tools span/>
            <Axis span/>
            <div class="bars">
                <Grid span/>
                <div class="bar-list">
                    <For each=move || lines.get() key=|line| *line children=line/>
                </div>
            </div>
            <MoreRows more/>
        </div>
    }
}

/// A line of the list.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Line {
    /// The heading of a group.
    Heading(Heading),
    /// A document of the group above it.
    Document {
        found: DocumentRef,
        /// Whether the group is not that of its country.
        names_country: bool,
    },
}

/// What stands over a group.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Heading {
    /// The country at that place in [`catalog::Catalog::countries`].
    Country(usize),
    Europe,
    Kind(Kind),
    Undated,
}

impl From<Group> for Heading {
    fn from(group: Group) -> Self {
        match group {
            Group::Country(at) => Self::Country(at),
            Group::Europe => Self::Europe,
            Group::Kind(kind) => Self::Kind(kind),
            Group::Undated => Self::Undated,
        }
    }
}

/// The headings, each with its documents after it.
fn lines(state: AppState, selection: &Selection, grouping: Grouping, limit: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    for (group, bars) in groups(state.catalog, selection, grouping, limit) {
        let names_country = matches!(group, Group::Kind(_) | Group::Undated);
        lines.push(Line::Heading(group.into()));
        lines.extend(bars.into_iter().map(|found| Line::Document { found, names_country }));
    }
    lines
}

#[component]
fn GroupHeading(heading: Heading) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let (flag, words) = match heading {
        Heading::Undated => (None, messages.undated()),
        Heading::Europe => (None, messages.across_europe()),
        Heading::Kind(kind) => (None, messages.kinds(kind, 2)),
        Heading::Country(at) => {
            let country = &state.catalog.countries[at];
            (Some(view! { <Flag code=country.code/> }), &*country.name)
        }
    };
    view! { <h3 class="bar-group" {..state.aria_level(3)}>{flag}{words}</h3> }
}

/// The lines behind the bars: years, and this day.
#[component]
fn Grid(span: Memo<Span>) -> impl IntoView {
    let state = use_app_state();
    let tick = |year| view! { <path class="tick" d=format!("M{} 0V1", begins(year))/> };
    view! {
        <svg class="grid" preserveAspectRatio="none" aria-hidden="true" viewBox=move || view_box(span.get())>
            {move || span.get().ticks().into_iter().map(tick).collect_view()}
            <path class="today" d=move || format!("M{} 0V1", place(state.today.get()))/>
        </svg>
    }
}
