//! Countries side by side: what one has and another lacks, and which are worth comparing.

use crate::catalog::Catalog;
use crate::country::{Country, CountryCode, PlanState};
use crate::date::PartialDate;
use crate::resource::{Figure, Kind};
use crate::selection::{Match, Selection};

/// Most countries that stand side by side.
pub const MOST: usize = 4;

/// Most pairs that are offered, and most countries of one state beside a chosen one.
pub const MOST_OFFERED: usize = 6;

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

/// The figures that at least two countries have with the same meaning: the first of each meaning. Each country comes
/// with the places of its documents that fit.
#[must_use]
pub fn shared_figures<'a>(countries: &[(&'a Country, &[usize])]) -> Vec<&'a Figure> {
    let mut shared: Vec<&Figure> = Vec::new();
    for (at, (country, fits)) in countries.iter().enumerate() {
        for figure in figures(country, fits) {
            let is_had_by =
                |(country, fits): &(&'a Country, &[usize])| figures(country, fits).any(|other| other.means_as(figure));
            if !shared.iter().any(|one| one.means_as(figure)) && countries[at + 1..].iter().any(is_had_by) {
                shared.push(figure);
            }
        }
    }
    shared
}

/// The figures of the documents of a country that fit.
pub fn figures<'a>(country: &'a Country, fits: &[usize]) -> impl Iterator<Item = &'a Figure> {
    fits.iter().flat_map(|at| &country.resources[*at].figures)
}

/// Two countries that are worth comparing: both are in the same state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Their places in [`Catalog::countries`].
    pub countries: [usize; 2],
    /// Whether they are neighbours.
    pub are_neighbours: bool,
    /// The state of both.
    pub state: PlanState,
}

/// Pairs of the countries that match to begin with, each country in one pair at most: those furthest with their plans
/// first, and among these neighbours first. Where nothing was found there is nothing to compare.
#[must_use]
pub fn pairs(catalog: &Catalog, selection: &Selection, today: PartialDate) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for state in PlanState::ALL.iter().copied().filter(|state| *state != PlanState::NoneFound) {
        let of_state = selection.matches.iter().map(|found| found.country);
        let mut left: Vec<usize> = of_state.filter(|at| catalog.countries[*at].plan_state(today) == state).collect();
        for are_neighbours in [true, false] {
            let mut at = 0;
            while at < left.len() && pairs.len() < MOST_OFFERED {
                let near: Vec<CountryCode> = catalog.countries[left[at]].code.neighbours().collect();
                let is_other = |other: &usize| !are_neighbours || near.contains(&catalog.countries[left[*other]].code);
                match (at + 1..left.len()).find(is_other) {
                    Some(other) => {
                        let second = left.remove(other);
                        pairs.push(Pair { countries: [left.remove(at), second], are_neighbours, state });
                    }
                    None => at += 1,
                }
            }
        }
    }
    pairs
}

/// What is worth comparing with one country, as places in [`Catalog::countries`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// Its neighbours.
    pub neighbours: Vec<usize>,
    /// The first others that are in the same state.
    pub alike: Vec<usize>,
    /// That state.
    pub state: PlanState,
}

/// What is worth comparing with the only country that is chosen, of those that match when they are chosen too.
#[must_use]
pub fn beside(catalog: &Catalog, selection: &Selection, chosen: CountryCode, today: PartialDate) -> Option<Beside> {
    let (_, country) = catalog.country(chosen)?;
    let state = country.plan_state(today);
    let near: Vec<CountryCode> = chosen.neighbours().collect();
    let others = || {
        let all = catalog.countries.iter().enumerate().zip(&selection.facets.countries);
        all.filter(|((_, other), left)| left.countries > 0 && other.code != chosen).map(|(other, _)| other)
    };
    let is_near = |other: &Country| near.contains(&other.code);
    let is_alike = |other: &Country| !is_near(other) && other.plan_state(today) == state;
    let is_known = state != PlanState::NoneFound;
    Some(Beside {
        neighbours: others().filter(|(_, other)| is_near(other)).map(|(at, _)| at).collect(),
        alike: others().filter(|(_, other)| is_known && is_alike(other)).map(|(at, _)| at).take(MOST_OFFERED).collect(),
        state,
    })
}
