//! What the map's colours mean, with counts; a press filters.

use catalog::{Change, CountryCode, PlanState, Query, Set, text};
use leptos::prelude::*;

use super::dom::{El, button, class, el};
use super::icon;
use crate::app::App;

/// The fewest documents of each step, the last of which has no end.
const STEPS: [usize; 5] = [0, 1, 3, 5, 7];

/// The plan states: how many countries of each fit, which there are, and what it means.
pub(super) fn plans(app: App) -> El {
    let standing = PlanState::ALL.iter().map(|state| {
        let state = *state;
        let flags = move || {
            let today = app.today.get();
            let countries = app.catalog.countries.iter().filter(|country| country.plan_state(today) == state);
            countries.map(|country| icon::flag(app, country.code)).collect::<Vec<_>>()
        };
        let number = move || app.selection.with(|selection| selection.facets.plans[state as usize].countries);
        let name = class("span", "stand-name")
            .child(class("span", "swatch"))
            .child(icon::icon(state.into()))
            .child(el("b").follow(move || number().to_string()))
            .child(el("span").text(text::plan(state)));
        let press = button("stand", move || app.change(&Change::Plan(state)))
            .attr("data-plan", state.name())
            .live_bool("aria-pressed", move || app.query.with(|query| query.has(&Change::Plan(state))))
            .child(name)
            .child(class("span", "stand-flags").follow(flags));
        el("li").child(press).child(class("p", "meaning").text(text::plan_meaning(state)))
    });
    class("ul", "standing").attr("aria-label", text::AT_A_GLANCE).children(standing)
}

/// The steps of the number of documents: how many countries are in each. Pressing one chooses these countries.
pub(super) fn steps(app: App) -> El {
    let items = (0..STEPS.len()).rev().map(|at| {
        let most = STEPS.get(at + 1).map(|next| next - 1);
        let press = button("stand", move || {
            let chosen = untrack(|| of_step(app, at));
            app.go(app.query.with_untracked(|query| only(query, chosen)));
        })
        .attr("data-step", &at.to_string())
        .live_bool("aria-pressed", move || {
            app.query.with(|query| !query.countries.is_empty() && query.countries == of_step(app, at))
        });
        let name = class("span", "stand-name")
            .child(class("span", "swatch"))
            .child(el("b").text(&text::step(STEPS[at], most)))
            .child(el("span").follow(move || text::countries(of_step(app, at).iter().count())));
        el("li").child(press.child(name))
    });
    class("ul", "standing").attr("aria-label", text::MEASURE_DOCUMENTS).children(items)
}

/// The countries of a step.
#[inline(never)]
fn of_step(app: App, at: usize) -> Set<CountryCode> {
    app.selection.with(|selection| {
        let counts = selection.facets.countries.iter().zip(&app.catalog.countries);
        let of_step = counts.filter(|(count, _)| count.countries > 0 && step(count.documents) == at);
        of_step.map(|(_, country)| country.code).collect()
    })
}

/// The query with these countries; without any where it has just these.
fn only(query: &Query, countries: Set<CountryCode>) -> Query {
    let mut query = query.without_item();
    query.countries = if query.countries == countries { Set::default() } else { countries };
    query
}

/// The step of a number of documents.
pub(super) fn step(documents: usize) -> usize {
    STEPS.iter().rposition(|least| documents >= *least).unwrap_or(0)
}
