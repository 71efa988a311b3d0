//! What the map shows.

/// What the map shows of each country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Where it stands with its plan.
    Plan,
    /// How many of its documents fit.
    Documents,
}

impl Measure {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Plan, Self::Documents];
}
