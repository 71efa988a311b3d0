//! The answer in numbers: where the countries stand.

use super::Messages;
use super::number::plural;
use crate::catalog::Numbers;
use crate::country::PlanState;

/// A sentence in parts, some of which are links to a plan state.
pub type Sentence = Vec<SentencePart>;

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SentencePart {
    /// Words.
    Words(String),
    /// Words that lead to the countries in a plan state.
    Plan(PlanState, String),
}

impl Messages {
    /// The heading of the numbers by plan status.
    pub fn at_a_glance(self) -> &'static str {
        "Where the countries stand"
    }

    /// The answer in numbers: how many countries are in each plan state. Together they are all countries.
    pub fn answer(self, numbers: &Numbers) -> Sentence {
        let of = |state: PlanState| numbers.plans[state as usize];
        let all = self.countries(numbers.countries);
        let words = |words: &str| SentencePart::Words(words.to_owned());
        let part = |state, one: &str, many: &str| SentencePart::Plan(state, plural(of(state), one, many));
        let first = match of(PlanState::InForce) {
            1 => format!("1 of {all} has a plan in force"),
            number => format!("{number} of {all} have a plan in force"),
        };
        vec![
            SentencePart::Plan(PlanState::InForce, first),
            words(", "),
            part(PlanState::Ended, "# had one that has ended", "# had one that has ended"),
            words(", "),
            part(PlanState::InPreparation, "# is preparing one", "# are preparing one"),
            words(", "),
            part(PlanState::ProgrammeOnly, "# runs programmes without a plan", "# run programmes without a plan"),
            words(", and "),
            part(PlanState::NoneFound, "# has neither", "# have neither"),
            words("."),
        ]
    }
}
