//! The comparison.

use super::Messages;
use super::number::plural;
use crate::date::PartialDate;

impl Messages {
    /// How countries are chosen for it.
    pub fn compare_hint(self) -> &'static str {
        "Choose two to four countries to see them side by side."
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
        "Only here"
    }

    /// The row of what another has.
    pub fn lacking(self) -> &'static str {
        "Not here, but in another"
    }

    /// Marks a row in which the countries differ.
    pub fn differs(self) -> &'static str {
        "differs"
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
