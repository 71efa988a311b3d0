//! The columns of the tables of documents and countries, and the order by one of them.

use crate::names::named_enum;

named_enum! {
    /// A column, by which the rows can be put in order.
    "column" Column {
        /// The country's English name, or the words for all of Europe.
        Country = "country",
        /// The English title.
        Title = "title",
        /// The kind, in the order of [`Kind::ALL`](crate::Kind::ALL).
        Kind = "kind",
        /// The first year of the life, or of a country's plan; what has none comes last either way.
        Years = "years",
        /// The status, in the order of [`Status::ALL`](crate::Status::ALL).
        Status = "status",
        /// Who issued or runs it.
        Issuer = "issuer",
        /// The plan state of a country, in the order of [`PlanState::ALL`](crate::PlanState::ALL).
        State = "state",
        /// The title of the plan that a country has adopted.
        Plan = "plan",
        /// The body that leads.
        LeadBody = "lead-body",
        /// The laws that genomics stands on.
        LegalBasis = "legal-basis",
        /// When the 1+ Million Genomes declaration was signed.
        Declaration = "declaration",
        /// How many documents a country has.
        Documents = "documents",
        /// How many videos there are of it.
        Videos = "videos",
    }
}

impl Column {
    /// The columns of a table of documents.
    pub const OF_DOCUMENTS: [Self; 6] =
        [Self::Country, Self::Title, Self::Kind, Self::Years, Self::Status, Self::Issuer];

    /// The columns of a table of countries.
    pub const OF_COUNTRIES: [Self; 9] = [
        Self::Country,
        Self::State,
        Self::Plan,
        Self::Years,
        Self::LeadBody,
        Self::LegalBasis,
        Self::Declaration,
        Self::Documents,
        Self::Videos,
    ];
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The column.
    pub column: Column,
    /// Whether the last comes first.
    pub is_descending: bool,
}

impl Order {
    /// The order after a press on the head of a column: first as it is named, then the other way round.
    #[must_use]
    pub fn pressed(now: Option<Self>, column: Column) -> Self {
        Self { column, is_descending: now == Some(Self { column, is_descending: false }) }
    }
}
