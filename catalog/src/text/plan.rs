//! The states of a country's plan, and of the documents that are its plan.

use super::Messages;
use crate::country::PlanState;
use crate::date::PartialDate;
use crate::life::InForce;
use crate::resource::Resource;

impl Messages {
    /// A plan state in a word or two.
    pub fn plan(self, state: PlanState) -> &'static str {
        match state {
            PlanState::InForce => "Plan in force",
            PlanState::Ended => "Plan ended",
            PlanState::InPreparation => "Plan in preparation",
            PlanState::ProgrammeOnly => "Programmes only",
            PlanState::NoneFound => "No plan or programme",
        }
    }

    /// What a plan state means.
    pub fn plan_meaning(self, state: PlanState) -> &'static str {
        match state {
            PlanState::InForce => "A national plan or strategy for genomics is adopted and in force.",
            PlanState::Ended => "The national plan is over, and no next one was found.",
            PlanState::InPreparation => "A national plan is being drawn up, waits to be adopted, or has yet to begin.",
            PlanState::ProgrammeOnly => "There are national programmes or projects, but no plan was found.",
            PlanState::NoneFound => "Neither a plan nor a national programme was found.",
        }
    }

    /// Before the documents that are a country's national plan.
    pub fn the_plan(self, number: usize) -> &'static str {
        if number == 1 { "The plan: " } else { "The plans: " }
    }

    /// When a national plan runs, and whether it does today, after its title: ", 2022, in force".
    pub fn plan_today(self, plan: &Resource, today: PartialDate) -> String {
        [", ", &self.when(plan.year, plan.period), ", ", self.in_force(plan.in_force(today))].concat()
    }

    /// Whether a document is in force.
    pub fn in_force(self, force: InForce) -> &'static str {
        match force {
            InForce::Yes => "in force",
            InForce::NotYet => "not yet in force",
            InForce::NoLonger => "no longer in force",
            InForce::Unknown => "unknown whether in force",
        }
    }
}
