//! The map or the timeline as a picture to take along: what is on the screen, on a slide.

use catalog::export::{Drawing, Picture, SLIDE, SLIDE_ROWS, map_svg, timeline_svg};
use catalog::{PlanState, View};
use leptos::prelude::*;
use web_sys::Blob;

use super::{legend, map};
use crate::browser::canvas;
use crate::state::{AppState, Measure};

/// How many pixels a PNG has for each of the slide's, so that it is sharp on large screens.
const SCALE: u32 = 2;

/// The view that is shown as an SVG with all of what it shows, even where that is more than a slide has room for.
/// Nothing where the map is not there.
pub async fn svg(state: AppState) -> Option<String> {
    drawn(state, usize::MAX).await
}

/// The same as the pixels of a slide; what it has no room for is counted.
pub async fn png(state: AppState) -> Option<Blob> {
    let svg = drawn(state, SLIDE_ROWS).await?;
    canvas::png(&svg, SLIDE.0 * SCALE, SLIDE.1 * SCALE).await.ok()
}

async fn drawn(state: AppState, rows: usize) -> Option<String> {
    // What was on the screen at the press.
    let (query, selection) = (state.query.get_untracked(), state.selection.get_untracked());
    let (measure, today) = (state.options.measure.get_untracked(), state.today.get_untracked());
    let about = Picture { catalog: state.catalog, query: &query, selection: &selection, today };
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
            let row = |plan: &PlanState| {
                ("data-plan", plan.name().to_owned(), format!("{} {}", found(*plan), messages.plan(*plan)))
            };
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
