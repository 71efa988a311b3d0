//! The states of a country's plan, and of the documents that are its plan.

use super::date::when;
use crate::country::PlanState;
use crate::date::PartialDate;
use crate::life::InForce;
use crate::plan::Resource;

/// A plan state in a word or two.
#[must_use]
pub fn plan(state: PlanState) -> &'static str {
    match state {
        PlanState::InForce => "Plan in force",
        PlanState::Ended => "Plan ended",
        PlanState::InPreparation => "Plan in preparation",
        PlanState::ProgrammeOnly => "Programmes only",
        PlanState::NoneFound => "No plan or programme",
    }
}

/// What a plan state means.
#[must_use]
pub fn plan_meaning(state: PlanState) -> &'static str {
    match state {
        PlanState::InForce => "A national plan or strategy for genomics is adopted and in force.",
        PlanState::Ended => "The national plan is over, and no next one was found.",
        PlanState::InPreparation => "A national plan is being drawn up, waits to be adopted, or has yet to begin.",
        PlanState::ProgrammeOnly => "There are national programmes or projects, but no plan was found.",
        PlanState::NoneFound => "Neither a plan nor a national programme was found.",
    }
}

/// Before the documents that are a country's national plan.
#[must_use]
pub fn the_plan(number: usize) -> &'static str {
    if number == 1 { "The plan" } else { "The plans" }
}

/// When a national plan runs, and whether it does today, after its title: ", 2022, in force".
#[must_use]
pub fn plan_today(plan: &Resource, today: PartialDate) -> String {
    [", ", &when(plan.year, plan.period), ", ", in_force(plan.in_force(today))].concat()
}

/// Whether a document is in force.
#[must_use]
pub fn in_force(force: InForce) -> &'static str {
    match force {
        InForce::Yes => "in force",
        InForce::NotYet => "not yet in force",
        InForce::NoLonger => "no longer in force",
        InForce::Unknown => "unknown whether in force",
    }
}
