//! The map or the timeline as a picture for a slide: it has what is on the screen.

use catalog::export::{Drawing, Picture, SLIDE, SLIDE_ROWS, map_svg, timeline_svg};
use catalog::{PlanState, View};
use leptos::prelude::*;

use super::{legend, map};
use crate::browser::canvas;
use crate::browser::download::FileContent;
use crate::state::{AppState, Measure};

/// How many pixels a PNG has for each unit of the slide, in each direction: two, so that it is sharp on large screens.
const SCALE: u32 = 2;

/// The current view as an SVG with all of its rows, also where a slide has no room for them. Nothing where the map is
/// not on the page, or its file could not be fetched.
pub async fn svg(state: AppState) -> Option<String> {
    drawn(state, usize::MAX).await
}

/// The current view as a PNG of the size of a slide, with as many rows as there is room for, and the number of the
/// others.
pub async fn png(state: AppState) -> Option<FileContent> {
    let svg = drawn(state, SLIDE_ROWS).await?;
    canvas::png(&svg, SLIDE.0 * SCALE, SLIDE.1 * SCALE).await.ok()
}

/// The current view as an SVG with that many rows at most.
async fn drawn(state: AppState, rows: usize) -> Option<String> {
    // Read before the first `await`, so that the picture shows what was on the screen when the button was pressed.
    let (query, selection) = (state.query.get_untracked(), state.selection.get_untracked());
    let (measure, today) = (state.options.measure.get_untracked(), state.today.get_untracked());
    let address = state.link("");
    let about = Picture { catalog: state.catalog, query: &query, selection: &selection, today, address: &address };
    if state.view.get_untracked() == View::Timeline {
        return Some(timeline_svg(&about, state.options.grouping.get_untracked(), rows));
    }
    let shapes = map::shapes(state)?;
    let style = map::style(state).await?;
    let messages = state.messages;
    let found = |plan: PlanState| {
        let countries = selection.matches.iter().map(|found| &state.catalog.countries[found.country]);
        countries.filter(|country| country.plan_state(today) == plan).count()
    };
    let (what, legend, number) = match measure {
        Measure::Plan => {
            let row =
                |plan: &PlanState| ("data-plan", plan.name().to_owned(), messages.plan_count(*plan, found(*plan)));
            (messages.measure_plan(), PlanState::ALL.iter().map(row).collect(), None)
        }
        Measure::Documents => {
            let row = |step: usize| ("data-step", step.to_string(), legend::range(messages, step));
            let rows = (0..legend::STEPS.len()).rev().map(row).collect();
            (messages.measure_documents(), rows, Some(messages.map_numbers()))
        }
    };
    let pale = query.is_filtered().then(|| messages.picture_pale());
    let notes = number.into_iter().chain(pale).collect();
    Some(map_svg(&about, &Drawing { what, style: &style, shapes: &shapes, legend, notes }))
}
