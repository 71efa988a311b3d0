//! The comparison.

use super::date::date;
use super::number::plural;
use crate::date::PartialDate;

/// How countries are chosen for it.
pub const COMPARE_HINT: &str = "Choose two to four countries to see them side by side.";
/// The list from which one is added.
pub const ADD_COUNTRY: &str = "Add a country";
/// Nothing chosen yet in that list.
pub const CHOOSE: &str = "Choose…";
/// Takes a country out.
#[must_use]
pub fn leave_out(country: &str) -> String {
    format!("Leave out {country}")
}
/// The countries that match and do not stand side by side.
#[must_use]
pub fn left_out(number: usize) -> String {
    plural(number, "The first four are shown; # more country fits.", "The first four are shown; # more countries fit.")
}
/// The row of the plan state.
pub const COMPARE_PLAN: &str = "National plan";
/// The row of the declaration.
pub const COMPARE_DECLARATION: &str = "1+ Million Genomes declaration";
/// The row of what only one of them has.
pub const ONLY_HERE: &str = "Only here";
/// The row of what another has.
pub const LACKING: &str = "Not here, but in another";
/// Marks a row in which the countries differ.
pub const DIFFERS: &str = "differs";
/// Nothing of it is known.
pub const NOTHING_KNOWN: &str = "None known";
/// A signatory.
#[must_use]
pub fn signed(signatory: bool, signed: Option<PartialDate>) -> String {
    match (signatory, signed) {
        (true, Some(signed)) => format!("Signed: {}", date(signed)),
        (true, None) => "Signed; the date is not known".to_owned(),
        (false, _) => "Not a signatory".to_owned(),
    }
}
