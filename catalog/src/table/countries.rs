//! The countries that match as rows. What stands in them is what the table for spreadsheets says.

use super::{Column, Order, first};
use crate::catalog::Catalog;
use crate::country::Country;
use crate::date::{PartialDate, Period};
use crate::export::About;
use crate::fold;
use crate::resource::Resource;
use crate::selection::Selection;
use std::cmp::Ordering;

/// The first `limit` countries that match, as places in [`Catalog::countries`]; without an order as the cards have them.
/// What is not known of a country comes last either way.
#[must_use]
pub fn country_rows(
    catalog: &Catalog,
    selection: &Selection,
    order: Option<Order>,
    today: PartialDate,
    limit: usize,
) -> Vec<usize> {
    let found = selection.matches.iter().map(|found| found.country);
    let Some(Order { column, is_descending }) = order else { return found.take(limit).collect() };
    let key = |at: &usize| Key::of(About { catalog, country: &catalog.countries[*at], today }, column);
    first(found, limit, |a, b| match (key(a), key(b)) {
        (Some(a), Some(b)) if is_descending => b.compare(a),
        (Some(a), Some(b)) => a.compare(b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    })
}

/// The documents that are the plan that a country has adopted.
#[must_use]
pub fn adopted_plans<'a>(catalog: &'a Catalog, country: &'a Country, today: PartialDate) -> Vec<&'a Resource> {
    About { catalog, country, today }.plans()
}

/// Since when its plan is or was in force, and until when, as far as that is known.
#[must_use]
pub fn plan_period(catalog: &Catalog, country: &Country, today: PartialDate) -> Option<Period> {
    let about = About { catalog, country, today };
    Period::new(about.since(), about.until()).ok()
}

/// What rows are put in order by; a column has one of the two.
enum Key<'a> {
    Words(&'a str),
    Number(u32),
}

impl<'a> Key<'a> {
    fn of(about: About<'a>, column: Column) -> Option<Self> {
        let About { catalog, country, today } = about;
        let count = |number: usize| u32::try_from(number).ok();
        Some(match column {
            Column::Country => Self::Words(&country.name),
            Column::State => Self::Number(country.plan_state(today) as u32),
            Column::Plan => Self::Words(&about.plans().first()?.title),
            Column::Years => Self::Number(about.since()?.number().into()),
            Column::LeadBody => Self::Words(&country.profile.lead_body.as_ref()?.name),
            Column::LegalBasis => Self::Words(&country.resources[*country.profile.legal_basis.first()?].title),
            Column::Declaration => match country.declaration.signed {
                Some(signed) => Self::Number(day(signed)),
                // It was signed, but nobody knows when.
                None => country.declaration.signatory.then_some(Self::Number(u32::MAX))?,
            },
            Column::Documents => Self::Number(count(country.resources.len())?),
            Column::Videos => Self::Number(count(catalog.videos_of(country.code).count())?),
            Column::Title | Column::Kind | Column::Status | Column::Issuer => return None,
        })
    }

    fn compare(self, other: Self) -> Ordering {
        match (self, other) {
            (Self::Words(a), Self::Words(b)) => fold::compare(a, b),
            (Self::Number(a), Self::Number(b)) => a.cmp(&b),
            _ => Ordering::Equal,
        }
    }
}

/// A day as a number; one of which only the year is known comes before the others of that year.
fn day(date: PartialDate) -> u32 {
    let part = |number: Option<u8>| u32::from(number.unwrap_or_default());
    u32::from(date.year().number()) * 10_000 + part(date.month()) * 100 + part(date.day())
}
