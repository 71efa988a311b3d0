//! The timeline: a row for each document that fits the query, with a bar where its period or its year is known.

mod axis;
mod row;
mod shape;
mod tools;

use catalog::timeline::{Group, Grouping, Span, begins, groups, place};
use catalog::{DocumentRef, Kind, Messages, Selection};
use leptos::prelude::*;

use super::flag::Flag;
use super::more::ShowMore;
use crate::state::{AppState, use_app_state, use_messages};
use axis::Axis;
use row::BarRow;
use shape::view_box;
use tools::Tools;

/// How many rows are shown in the place of one card. A row is lower than a card, and three times the first page of
/// cards is more rows than the dataset had documents when this was set.
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
    let lines = Memo::new(move |_| {
        // Printing raises the limit beyond any number.
        let (grouping, limit) = (state.options.grouping.get(), state.limit.get().saturating_mul(ROWS_PER_CARD));
        state.selection.with(|selection| lines(state, selection, grouping, limit))
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
            <ShowMore
                total=|state| state.selection.with(|selection| selection.documents) items_per_card=ROWS_PER_CARD
                words=Messages::show_more_rows focus=".bar-row"
            />
        </div>
    }
}

/// A line of the list, by which its element is kept when the list changes.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Line {
    /// The heading of a group.
    Heading(Heading),
    /// A document of the group above it.
    Document {
        /// The document.
        found: DocumentRef,
        /// Whether the row names the country, because the group does not.
        names_country: bool,
    },
}

/// The heading of a group.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Heading {
    /// The country at that place in [`catalog::Catalog::countries`].
    Country(usize),
    /// Documents of all of Europe.
    Europe,
    /// Documents of a kind.
    Kind(Kind),
    /// Documents without a year, which have no bar.
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

/// The headings, each followed by its documents; `limit` is how many documents there are at most.
fn lines(state: AppState, selection: &Selection, grouping: Grouping, limit: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    for (group, bars) in groups(state.catalog, selection, grouping, limit) {
        let names_country = matches!(group, Group::Kind(_) | Group::Undated);
        lines.push(Line::Heading(group.into()));
        lines.extend(bars.into_iter().map(|found| Line::Document { found, names_country }));
    }
    lines
}

/// The heading of a group; that of a country has its flag.
#[component]
fn GroupHeading(
    /// Which heading.
    heading: Heading,
) -> impl IntoView {
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

/// The vertical lines behind all bars: one for each labelled year, and one for the visitor's day.
#[component]
fn Grid(
    /// The years that are shown.
    span: Memo<Span>,
) -> impl IntoView {
    let state = use_app_state();
    let tick = |year| view! { <path class="tick" d=format!("M{} 0V1", begins(year))/> };
    view! {
        <svg class="grid" preserveAspectRatio="none" aria-hidden="true" viewBox=move || view_box(span.get())>
            {move || span.get().ticks().into_iter().map(tick).collect_view()}
            <path class="today" d=move || format!("M{} 0V1", place(state.today.get()))/>
        </svg>
    }
}
