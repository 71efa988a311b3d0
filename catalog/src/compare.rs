//! Countries side by side: what one has and another lacks.

use crate::catalog::Catalog;
use crate::country::Country;
use crate::resource::Kind;
use crate::selection::{Match, Selection};

/// Most countries that stand side by side.
pub const MOST: usize = 4;

/// Countries side by side.
#[derive(Debug, PartialEq)]
pub struct Comparison<'a> {
    /// The first of the countries that match.
    pub columns: Vec<Column<'a>>,
    /// The kinds of which any of them has a document that fits.
    pub kinds: Vec<Kind>,
    /// How many countries match and are left out.
    pub left_out: usize,
}

/// A country among others.
#[derive(Debug, PartialEq)]
pub struct Column<'a> {
    /// The country and its documents that fit.
    pub found: &'a Match,
    /// The country.
    pub country: &'a Country,
    /// The kinds that only this one has.
    pub only: Vec<Kind>,
    /// The kinds that another has, and this one has not.
    pub lacks: Vec<Kind>,
}

impl Column<'_> {
    /// The documents of a kind, as places in the country's list.
    #[must_use]
    pub fn of_kind(&self, kind: Kind) -> Vec<usize> {
        of_kind(self.country, self.found, kind)
    }
}

fn of_kind(country: &Country, found: &Match, kind: Kind) -> Vec<usize> {
    found.fits.iter().copied().filter(|at| country.resources[*at].kind == kind).collect()
}

/// The first countries that match, side by side.
#[must_use]
pub fn compare<'a>(catalog: &'a Catalog, selection: &'a Selection) -> Comparison<'a> {
    let shown = || selection.matches.iter().take(MOST);
    let having = |kind: Kind| {
        shown().filter(|found| !of_kind(&catalog.countries[found.country], found, kind).is_empty()).count()
    };
    let kinds: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| having(*kind) > 0).collect();
    let columns = shown().map(|found| {
        let country = &catalog.countries[found.country];
        let mut column = Column { found, country, only: Vec::new(), lacks: Vec::new() };
        for kind in &kinds {
            if of_kind(country, found, *kind).is_empty() {
                column.lacks.push(*kind);
            } else if having(*kind) == 1 {
                column.only.push(*kind);
            }
        }
        column
    });
    let columns: Vec<Column> = columns.collect();
    Comparison { left_out: selection.matches.len() - columns.len(), columns, kinds }
}
