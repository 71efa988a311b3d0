//! The comparison.

use super::Messages;
use super::number::plural;
use crate::country::PlanState;
use crate::date::PartialDate;

impl Messages {
    /// How countries are chosen for it.
    pub fn compare_hint(self) -> &'static str {
        "Choose two to four countries to see them side by side."
    }

    /// Before the pairs that are offered while no country is chosen.
    pub fn pairs_to_compare(self) -> &'static str {
        "Pairs to begin with"
    }

    /// Two countries.
    pub fn pair(self, one: &str, other: &str) -> String {
        [one, " and ", other].concat()
    }

    /// Why two countries are worth comparing.
    pub fn why_compare(self, are_neighbours: bool, state: PlanState) -> String {
        let both = match state {
            PlanState::InForce => "both have a plan in force",
            PlanState::Ended => "the plans of both have ended",
            PlanState::InPreparation => "both are preparing a plan",
            PlanState::ProgrammeOnly => "both run programmes without a plan",
            PlanState::NoneFound => "neither has a plan or programme",
        };
        [if are_neighbours { "neighbours, " } else { "" }, both].concat()
    }

    /// Before the neighbours of the country that is chosen.
    pub fn its_neighbours(self) -> &'static str {
        "Its neighbours"
    }

    /// Before others that are in the state of the country that is chosen.
    pub fn in_state_too(self, state: PlanState) -> &'static str {
        match state {
            PlanState::InForce => "Also with a plan in force",
            PlanState::Ended => "Also with a plan that has ended",
            PlanState::InPreparation => "Also preparing a plan",
            PlanState::ProgrammeOnly => "Also with programmes and no plan",
            PlanState::NoneFound => "Also without a plan or programme",
        }
    }

    /// Leads from a country's page to the comparison with it.
    pub fn compare_with_another(self) -> &'static str {
        "Compare with another country"
    }

    /// The list from which one is added.
    pub fn add_country(self) -> &'static str {
        "Add a country"
    }

    /// Nothing chosen yet in that list.
    pub fn choose(self) -> &'static str {
        "Choose…"
    }

    /// Takes a country out.
    pub fn leave_out(self, country: &str) -> String {
        format!("Leave out {country}")
    }

    /// The countries that match and do not stand side by side.
    pub fn left_out(self, number: usize) -> String {
        plural(number, "The first four are shown; # more matches.", "The first four are shown; # more match.")
    }

    /// The row of the plan state.
    pub fn compare_plan(self) -> &'static str {
        "National plan"
    }

    /// The row of the declaration.
    pub fn compare_declaration(self) -> &'static str {
        "1+ Million Genomes declaration"
    }

    /// The row of what only one of them has.
    pub fn only_here(self) -> &'static str {
        "Only in one country"
    }

    /// The row of what another has.
    pub fn lacking(self) -> &'static str {
        "Not here, but in another"
    }

    /// Marks a row in which the countries differ.
    pub fn differs(self) -> &'static str {
        "differs"
    }

    /// Marks a row in which each country has something, and not the same documents or videos.
    pub fn different_ones(self) -> &'static str {
        "each has its own"
    }

    /// Nothing of it is known.
    pub fn nothing_known(self) -> &'static str {
        "None known"
    }

    /// A signatory.
    pub fn signed(self, signatory: bool, signed: Option<PartialDate>) -> String {
        match (signatory, signed) {
            (true, Some(signed)) => format!("Signed: {}", self.date(signed)),
            (true, None) => "Signed; the date is not known".to_owned(),
            (false, _) => "Not a signatory".to_owned(),
        }
    }
}
