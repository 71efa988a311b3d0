//! The legends of the map: what its colours mean, and how many countries have each. A press filters by it.

use catalog::{Change, CountryCode, Messages, PlanState, Query, Selection, Set};
use leptos::prelude::*;

use super::flag::Flag;
use super::icon::Icon;
use crate::state::{AppState, use_app_state, use_messages};

/// The smallest number of documents of each colour of the map. The last has no upper limit.
pub const STEPS: [usize; 5] = [0, 1, 3, 5, 7];

/// The states of plans: how many countries that fit are in each, their flags, and what it means.
#[component]
pub fn PlanLegend() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let fitting = Memo::new(move |_| fitting(state));
    view! {
        <ul class="legend-list" aria-label=messages.at_a_glance()>
            {PlanState::ALL.iter().map(|plan| view! { <PlanItem plan=*plan fitting/> }).collect_view()}
        </ul>
    }
}

/// The countries that pass all filters other than that of plan states, by their places in the catalog.
fn fitting(state: AppState) -> Vec<usize> {
    state.track_settled();
    let places = |selection: &Selection| selection.matches.iter().map(|found| found.country).collect();
    state.settled.with(|selection| {
        let mut query = state.query.get_untracked();
        if query.plans.is_empty() {
            return places(selection);
        }
        query.plans = Set::default();
        places(&state.catalog.select(&query, state.today.get_untracked()))
    })
}

/// A state of plans. Flags of countries that do not fit are pale instead of removed, so that the legend keeps its
/// height.
#[component]
fn PlanItem(
    /// The state.
    plan: PlanState,
    /// The countries that fit, by their places in [`catalog::Catalog::countries`].
    fitting: Memo<Vec<usize>>,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let fits = move |at: &usize| fitting.with(|fitting| fitting.contains(at));
    let countries = move || {
        let today = state.today.get();
        let countries = state.catalog.countries.iter().enumerate();
        countries.filter(move |(_, country)| country.plan_state(today) == plan).map(|(at, _)| at)
    };
    let number = Memo::new(move |_| countries().filter(fits).count());
    let flag = move |at: usize| {
        let is_pale = move || (!fits(&at)).then_some("");
        view! { <span data-pale=is_pale><Flag code=state.catalog.countries[at].code/></span> }
    };
    let flags = move || countries().map(flag).collect_view();
    view! {
        <li>
            <button
                class="legend-item" type="button" data-plan=plan.name()
                aria-pressed=move || state.query.with(|query| query.has(&Change::Plan(plan))).to_string()
                on:click=move |_| state.change(&Change::Plan(plan))
            >
                <span class="legend-name">
                    <span class="swatch"></span>
                    <Icon shape=plan.into()/>
                    <b>{move || number.get()}</b>
                    <span>{messages.plan(plan)}</span>
                </span>
                <span class="legend-flags">{flags}</span>
            </button>
            <p class="meaning">{messages.plan_meaning(plan)}</p>
        </li>
    }
}

/// The steps of the number of documents: how many countries are in each. A press chooses these countries.
#[component]
pub fn StepLegend() -> impl IntoView {
    let messages = use_messages();
    view! {
        <ul class="legend-list" aria-label=messages.measure_documents()>
            {(0..STEPS.len()).rev().map(|step| view! { <StepItem step/> }).collect_view()}
        </ul>
        <p class="hint">{messages.map_numbers()}</p>
    }
}

/// A step of the number of documents.
#[component]
fn StepItem(
    /// Its place in [`STEPS`].
    step: usize,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let is_chosen =
        move || state.query.with(|query| !query.countries.is_empty() && query.countries == of_step(state, step));
    let choose = move |_| {
        let chosen = untrack(|| of_step(state, step));
        state.set_query(state.query.with_untracked(|query| only(query, chosen)));
    };
    view! {
        <li>
            <button
                class="legend-item" type="button" data-step=step.to_string()
                aria-pressed=move || is_chosen().to_string() on:click=choose
            >
                <span class="legend-name">
                    <span class="swatch"></span>
                    <b>{range(messages, step)}</b>
                    <span>{move || messages.countries(of_step(state, step).iter().count())}</span>
                </span>
            </button>
        </li>
    }
}

/// The numbers of documents of a step in words, such as "3–4 documents". `step` is its place in [`STEPS`].
#[must_use]
pub fn range(messages: Messages, step: usize) -> String {
    messages.step(STEPS[step], STEPS.get(step + 1).map(|next| next - 1))
}

/// The countries of a step, of those that fit. `at` is its place in [`STEPS`].
fn of_step(state: AppState, at: usize) -> Set<CountryCode> {
    state.settled.with(|selection| {
        let counts = selection.facets.countries.iter().zip(&state.catalog.countries);
        let of_step = counts.filter(|(count, _)| count.countries > 0 && step(count.documents) == at);
        of_step.map(|(_, country)| country.code).collect()
    })
}

/// The query with these countries and no others; a query that has exactly these loses them, so that a second press
/// undoes the first.
fn only(query: &Query, countries: Set<CountryCode>) -> Query {
    let mut query = query.without_item();
    query.countries = if query.countries == countries { Set::default() } else { countries };
    query
}

/// The step of a number of documents, as its place in [`STEPS`].
#[must_use]
pub fn step(documents: usize) -> usize {
    STEPS.iter().rposition(|least| documents >= *least).unwrap_or(0)
}
