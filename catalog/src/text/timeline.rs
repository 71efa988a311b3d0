//! The timeline.

use crate::timeline::{BarKind, Grouping, Mark};

/// The bars, for a screen reader.
pub const TIMELINE: &str = "Documents that fit, by year";
/// The choice of groups.
pub const GROUP_BY: &str = "Group by";
/// What bars are grouped by.
#[must_use]
pub fn grouping(grouping: Grouping) -> &'static str {
    match grouping {
        Grouping::Country => "Country",
        Grouping::Kind => "Kind of document",
    }
}
/// Fewer years.
pub const ZOOM_IN: &str = "Fewer years";
/// More years.
pub const ZOOM_OUT: &str = "More years";
/// The years before.
pub const EARLIER: &str = "Earlier";
/// The years after.
pub const LATER_YEARS: &str = "Later";
/// All years.
pub const ALL_YEARS: &str = "All years";
/// How to choose years with a pointer.
pub const DRAG_HINT: &str = "Drag along the years to choose some of them.";
/// The group of what has no year.
pub const UNDATED: &str = "Year unknown";
/// The line of this day.
pub const TODAY: &str = "Today";
/// What is to be said of a plan's end.
#[must_use]
pub fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::EndsSoon => "Ends this year",
        Mark::NoSuccessor => "Ended, no successor known",
    }
}
/// What a kind of bar means.
#[must_use]
pub fn bar_kind(kind: BarKind) -> &'static str {
    match kind {
        BarKind::Period => "From the first to the last year",
        BarKind::Open => "Runs today, no end set",
        BarKind::Year => "Only one year is known",
    }
}
