//! The shapes of the bars, in a drawing whose width is the years that are shown: a hundred units for each year.

use catalog::timeline::{AxisUnits, Bar, BarKind, Span, begins, place};
use leptos::prelude::*;

use crate::state::use_app_state;

/// A place to the right of any year that can be shown.
const BEYOND: AxisUnits = 30_000;

/// The `viewBox` of a drawing of these years, one unit high. The drawing is stretched to its box on the page.
pub(super) fn view_box(span: Span) -> String {
    format!("{} 0 {} 1", begins(span.first), u32::from(span.length()) * 100)
}

/// The path of a line along the middle of a bar.
fn line(from: AxisUnits, to: AxisUnits) -> String {
    format!("M{from} .5H{to}")
}

/// The path of the outline of a bar. The style fills it where the document is in force.
pub(super) fn block(from: AxisUnits, to: AxisUnits) -> String {
    format!("M{from} .2H{to}V.8H{from}Z")
}

/// A bar. One without an end is drawn up to today, at least through its first year, and goes on as a thinner line.
#[component]
pub fn BarShape(
    /// Where it begins and ends.
    bar: Bar,
) -> impl IntoView {
    let today = use_app_state().today;
    let Bar { from, to, kind } = bar;
    match to {
        Some(to) => {
            let shape = if kind == BarKind::Year { line } else { block };
            view! { <path class=kind.name() d=shape(from, to)/> }
        }
        None => {
            let solid_end = move || place(today.get()).max(from + 100);
            view! {
                <path class="beyond" d=move || line(solid_end(), BEYOND)/>
                <path class=kind.name() d=move || block(from, solid_end())/>
            }
        }
    }
}
