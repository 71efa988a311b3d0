//! The documents that fit, or the countries that match, as rows of a table, in the order of a column.

mod countries;

pub use crate::column::{Column, Order};
pub use countries::{adopted_plans, country_rows, plan_period};

use crate::Messages;
use crate::catalog::Catalog;
use crate::country::Country;
use crate::fold;
use crate::resource::Resource;
use crate::selection::{DocumentRef, Selection};
use std::cmp::Ordering;

impl Order {
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
