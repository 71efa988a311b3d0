//! The timeline.

use super::Messages;
use crate::timeline::{BarKind, Grouping, Mark};

impl Messages {
    /// The bars, for a screen reader.
    pub fn timeline(self) -> &'static str {
        "Matching documents by year"
    }

    /// The choice of groups.
    pub fn group_by(self) -> &'static str {
        "Group by"
    }

    /// What bars are grouped by.
    pub fn grouping(self, grouping: Grouping) -> &'static str {
        match grouping {
            Grouping::Country => "Country",
            Grouping::Kind => "Kind of document",
        }
    }

    /// Fewer years.
    pub fn zoom_in(self) -> &'static str {
        "Fewer years"
    }

    /// More years.
    pub fn zoom_out(self) -> &'static str {
        "More years"
    }

    /// The years before.
    pub fn earlier(self) -> &'static str {
        "Earlier"
    }

    /// The years after.
    pub fn later_years(self) -> &'static str {
        "Later"
    }

    /// All years.
    pub fn all_years(self) -> &'static str {
        "All years"
    }

    /// How to choose years with a pointer.
    pub fn drag_hint(self) -> &'static str {
        "Drag along the years to choose some of them."
    }

    /// The group of what has no year.
    pub fn undated(self) -> &'static str {
        "Year unknown"
    }

    /// The line of this day.
    pub fn today(self) -> &'static str {
        "Today"
    }

    /// What is to be said of a plan's end.
    pub fn mark(self, mark: Mark) -> &'static str {
        match mark {
            Mark::EndsSoon => "Ends this year",
            Mark::NoSuccessor => "Ended, no successor known",
        }
    }

    /// What a kind of bar means.
    pub fn bar_kind(self, kind: BarKind) -> &'static str {
        match kind {
            BarKind::Period => "From the first to the last year",
            BarKind::Open => "Runs today, no end set",
            BarKind::Year => "Only one year is known",
        }
    }
}
