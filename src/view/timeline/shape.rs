//! The shapes of the bars, in a drawing whose width is all the years that are shown.

use catalog::timeline::{Bar, BarKind, Place, Span, begins, place};
use leptos::prelude::*;

use crate::state::use_app_state;

/// Beyond the last year that there can be.
const BEYOND: Place = 30_000;

/// The years across, and one down; a drawing with it is stretched over its box.
pub(super) fn view_box(span: Span) -> String {
    format!("{} 0 {} 1", begins(span.first), u32::from(span.length()) * 100)
}

/// The line along the middle from one place to another.
fn line(from: Place, to: Place) -> String {
    format!("M{from} .5H{to}")
}

/// The edge of a bar from one place to another: the style fills what is in force.
pub(super) fn block(from: Place, to: Place) -> String {
    format!("M{from} .2H{to}V.8H{from}Z")
}

/// A bar. One that is open runs to today, or through its first year; beyond that it goes on as a thinner line.
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
