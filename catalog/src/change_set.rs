//! What changed, and when.

use crate::date::PartialDate;
use crate::id::Id;

/// What changed on one day: the ids of countries (their codes in lower case), documents, videos and events.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeSet {
    /// The day.
    pub date: PartialDate,
    /// What was done, in a sentence.
    pub note: Box<str>,
    /// What was added.
    pub added: Vec<Id>,
    /// What was changed.
    pub changed: Vec<Id>,
    /// What was withdrawn.
    pub withdrawn: Vec<Id>,
}
