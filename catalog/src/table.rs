//! The documents that fit as rows of a table, in the order of a column.

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
        /// The first year of the life; what has none comes last either way.
        Years = "years",
        /// The status, in the order of [`Status::ALL`](crate::Status::ALL).
        Status = "status",
        /// Who issued or runs it.
        Issuer = "issuer",
    }
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
        };
        if self.is_descending { order.reverse() } else { order }
    }
}

/// The first `limit` documents that fit; without an order, country by country as the cards have them.
#[must_use]
pub fn rows(catalog: &Catalog, selection: &Selection, order: Option<Order>, limit: usize) -> Vec<DocumentRef> {
    let Some(order) = order else { return selection.found().take(limit).collect() };
    // Of ten thousand documents sixty are shown: only those are kept in order.
    let mut first: Vec<DocumentRef> = Vec::new();
    for found in selection.found() {
        let comes_after =
            |other: &DocumentRef| order.compare(other.resolve(catalog), found.resolve(catalog)) != Ordering::Greater;
        if first.len() == limit && first.last().is_some_and(comes_after) {
            continue;
        }
        first.insert(first.partition_point(comes_after), found);
        first.truncate(limit);
    }
    first
}
