//! Badges: the state of a country's plan as an icon with its words.

use catalog::{Country, PlanState};
use leptos::prelude::*;

use super::icon::Icon;
use crate::state::{use_app_state, use_messages};

/// The badge of a country's card and of its page, with the years of the plan. It follows the visitor's day.
#[component]
pub fn CountryBadge(
    /// The country.
    country: &'static Country,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let content = move || {
        let plan_state = country.plan_state(state.today.get());
        let has_years = matches!(plan_state, PlanState::InForce | PlanState::Ended);
        let years = country.plans().next().filter(|_| has_years).map(|plan| {
            view! { <span class="plan-years">{messages.when(plan.year, plan.period)}</span> }
        });
        view! {
            <Icon shape=plan_state.into()/>
            <span>{messages.plan(plan_state)}</span>
            {years}
        }
    };
    view! { <p class="badge" part=state.part("badge")>{content}</p> }
}

/// The badge in a cell of a table, which has the years in another place. It takes its colour from `data-plan`,
/// because no card around it has that attribute.
#[component]
pub fn PlanBadge(
    /// The state of the plan.
    plan: PlanState,
) -> impl IntoView {
    view! { <span class="badge" data-plan=plan.name()><Icon shape=plan.into()/>{use_messages().plan(plan)}</span> }
}
