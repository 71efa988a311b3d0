//! The documents that fit, or the countries that match, as rows of a table, in the order of a column.

mod countries;

pub use countries::{adopted_plans, country_rows, plan_period};

use crate::Messages;
use crate::catalog::Catalog;
use crate::country::Country;
use crate::fold;
use crate::names::named_enum;
use crate::resource::Resource;
use crate::selection::{DocumentRef, Selection};
use std::cmp::Ordering;

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

    fn compare(self, a: (Option<&Country>, &Resource), b: (Option<&Country>, &Resource)) -> Ordering {
        let order = match self.column {
            Column::Country => fold::compare(Messages::English.owner(a.0), Messages::English.owner(b.0)),
            Column::Title => fold::compare(&a.1.title, &b.1.title),
            Column::Kind => a.1.kind.cmp(&b.1.kind),
            Column::Status => a.1.status.cmp(&b.1.status),
            Column::Issuer => fold::compare(&a.1.issuer, &b.1.issuer),
            Column::Years => match (a.1.life().from, b.1.life().from) {
                (Some(a), Some(b)) => a.cmp(&b),
                (a, b) => return a.is_none().cmp(&b.is_none()),
            },
            // Documents have no such column.
            _ => Ordering::Equal,
        };
        if self.is_descending { order.reverse() } else { order }
    }
}

/// The first `limit` documents that fit; without an order, country by country as the cards have them.
#[must_use]
pub fn rows(catalog: &Catalog, selection: &Selection, order: Option<Order>, limit: usize) -> Vec<DocumentRef> {
    let Some(order) = order else { return selection.found().take(limit).collect() };
    first(selection.found(), limit, |a, b| order.compare(a.resolve(catalog), b.resolve(catalog)))
}

/// The first `limit` rows in an order. Of ten thousand documents sixty are shown: only those are kept in order.
fn first<T>(all: impl Iterator<Item = T>, limit: usize, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut first: Vec<T> = Vec::new();
    for found in all {
        let comes_after = |other: &T| compare(other, &found) != Ordering::Greater;
        if first.len() == limit && first.last().is_some_and(comes_after) {
            continue;
        }
        first.insert(first.partition_point(comes_after), found);
        first.truncate(limit);
    }
    first
}
