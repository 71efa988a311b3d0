//! The documents that fit as bars over the years.

use crate::catalog::Catalog;
use crate::country::Country;
use crate::date::{PartialDate, Period, Year};
use crate::life::{End, Life};
use crate::names::named_enum;
use crate::resource::{Kind, Resource};
use crate::selection::{DocumentRef, Selection};

named_enum! {
    /// What the bars are grouped by.
    "group" Grouping {
        /// By country, in the order of the results.
        Country = "country",
        /// By kind of document.
        Kind = "kind",
    }
}

/// What the bars of a group have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The country at that place in [`Catalog::countries`].
    Country(usize),
    /// All of Europe.
    Europe,
    /// The kind.
    Kind(Kind),
    /// That no year is known: they have no bar.
    Undated,
}

/// What a visitor should know of a plan's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Its last year is this one.
    EndsSoon,
    /// Its last year is over, and no other plan of the country goes on after it.
    NoSuccessor,
}

/// Years, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first.
    pub first: u16,
    /// The last; never before the first.
    pub last: u16,
}

impl Span {
    /// The years that the bars are shown over: those of the filter, and where it is open or there is none,
    /// from the first to the last year of what fits, and to this year at least.
    #[must_use]
    pub fn of(catalog: &Catalog, selection: &Selection, years: Option<Period>, today: PartialDate) -> Self {
        let this_year = today.year().number();
        let (mut first, mut last) = (this_year, this_year);
        for found in selection.found() {
            let life = found.resolve(catalog).1.life().years(today);
            if let Some((from, to)) = life.and_then(|life| life.from().zip(life.to())) {
                first = first.min(from.number());
                last = last.max(to.number());
            }
        }
        let number = |year: Option<Year>| year.map(Year::number);
        let (from, to) = (number(years.and_then(Period::from)), number(years.and_then(Period::to)));
        Self {
            first: from.unwrap_or(first.min(to.unwrap_or(first))),
            last: to.unwrap_or(last.max(from.unwrap_or(last))),
        }
    }

    /// How many years there are.
    #[must_use]
    pub fn length(self) -> u16 {
        self.last - self.first + 1
    }

    /// The years of the filter that shows this span.
    #[must_use]
    pub fn period(self) -> Option<Period> {
        let year = |year: u16| Year::new(i64::from(year)).ok();
        Period::new(year(self.first), year(self.last)).ok()
    }

    /// Half as many years around the middle, but one at least.
    #[must_use]
    pub fn closer(self) -> Self {
        let cut = self.length() / 4;
        let last = self.last - cut;
        Self { first: (self.first + cut.max(1)).min(last), last }
    }

    /// Twice as many years.
    #[must_use]
    pub fn wider(self) -> Self {
        let more = (self.length() / 2).max(1);
        self.moved(-i32::from(more), i32::from(more))
    }

    /// As many years before, `-1`, or after, `1`, by half a span or as far as there are years.
    #[must_use]
    pub fn beside(self, direction: i32) -> Self {
        let left = |year: Year, from: u16| i32::from(year.number()) - i32::from(from);
        let step = direction * i32::from((self.length() / 2).max(1));
        let step = step.max(left(Year::FIRST, self.first)).min(left(Year::LAST, self.last));
        self.moved(step, step)
    }

    fn moved(self, first: i32, last: i32) -> Self {
        let year = |year: u16, by: i32| {
            let year = (i32::from(year) + by).clamp(Year::FIRST.number().into(), Year::LAST.number().into());
            u16::try_from(year).unwrap_or(self.first)
        };
        Self { first: year(self.first, first), last: year(self.last, last) }
    }

    /// The years that are written under the bars: few enough to stand beside each other.
    #[must_use]
    pub fn ticks(self) -> Vec<u16> {
        let step = [1, 2, 5, 10, 20, 50].into_iter().find(|step| self.length() / step <= 8).unwrap_or(100);
        (self.first..=self.last).filter(|year| year.is_multiple_of(step)).collect()
    }
}

/// Where something is on the line of years: hundredths of a year since 1900.
pub type AxisUnits = u32;

/// The place at which a year begins.
#[must_use]
pub fn begins(year: u16) -> AxisUnits {
    u32::from(year.saturating_sub(Year::FIRST.number())) * 100
}

/// The place of a day.
#[must_use]
pub fn place(day: PartialDate) -> AxisUnits {
    let days = u32::from(day.month().unwrap_or(1) - 1) * 30 + u32::from(day.day().unwrap_or(1) - 1);
    begins(day.year().number()) + days * 100 / 365
}

named_enum! {
    /// What a bar says of its ends.
    "bar" BarKind {
        /// Both the first and the last year are set.
        Period = "period",
        /// It runs to today, and no end is set.
        Open = "open",
        /// Only one year is known.
        Year = "year",
    }
}

/// A bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Where it begins.
    pub from: AxisUnits,
    /// Where it ends; one that is open ends where the drawing does.
    pub to: Option<AxisUnits>,
    /// What its ends are.
    pub kind: BarKind,
}

/// The bar of a document; none where no year of its life is known.
#[must_use]
pub fn bar(resource: &Resource) -> Option<Bar> {
    let end = |year: Year| Some(begins(year.number() + 1));
    let bar = |from: Year, to: Option<AxisUnits>, kind| Some(Bar { from: begins(from.number()), to, kind });
    match resource.life() {
        Life { from: Some(from), end: End::Year(last) } => bar(from, end(last), BarKind::Period),
        Life { from: Some(from), end: End::Open } => bar(from, None, BarKind::Open),
        Life { from: Some(year), end: End::Unknown } | Life { from: None, end: End::Year(year) } => {
            bar(year, end(year), BarKind::Year)
        }
        Life { from: None, end: End::Open | End::Unknown } => None,
    }
}

/// What is to be said of the end of a plan on that day; only plans of countries have successors. One that its country
/// names as the national plan is followed by one that it names too, not by a strategy for something else.
#[must_use]
pub fn mark(country: Option<&Country>, resource: &Resource, today: PartialDate) -> Option<Mark> {
    let is_plan =
        |resource: &Resource| matches!(resource.kind, Kind::Strategy | Kind::ImplementationPlan | Kind::Roadmap);
    let End::Year(end) = resource.life().end else { return None };
    let country = country.filter(|_| is_plan(resource))?;
    let is_named = |one: &Resource| country.plans().any(|plan| plan.id == one.id);
    let is_national = is_named(resource);
    let goes_on = |other: &Resource| {
        let last = match other.life() {
            Life { end: End::Year(last), .. } => Some(last),
            Life { end: End::Open, .. } => Some(Year::LAST),
            Life { from, end: End::Unknown } => from,
        };
        (if is_national { is_named(other) } else { is_plan(other) }) && last.is_some_and(|last| last > end)
    };
    match end.cmp(&today.year()) {
        std::cmp::Ordering::Equal => Some(Mark::EndsSoon),
        std::cmp::Ordering::Less if !country.resources.iter().any(goes_on) => Some(Mark::NoSuccessor),
        _ => None,
    }
}

/// The first `limit` documents that fit, in their groups: by country or kind, and by their first year in it.
/// What has no year comes last.
#[must_use]
pub fn groups(
    catalog: &Catalog,
    selection: &Selection,
    grouping: Grouping,
    limit: usize,
) -> Vec<(Group, Vec<DocumentRef>)> {
    let mut groups: Vec<(Group, Vec<DocumentRef>)> = Vec::new();
    if grouping == Grouping::Kind {
        groups.extend(Kind::ALL.iter().map(|kind| (Group::Kind(*kind), Vec::new())));
    }
    let mut undated = Vec::new();
    let begin = |found: &DocumentRef| bar(found.resolve(catalog).1).map(|bar| bar.from);
    for found in selection.found() {
        let resource = found.resolve(catalog).1;
        if bar(resource).is_none() {
            undated.push(found);
            continue;
        }
        let at = match grouping {
            Grouping::Kind => resource.kind as usize,
            Grouping::Country => {
                let group = found.country.map_or(Group::Europe, Group::Country);
                if groups.last().is_none_or(|(last, _)| *last != group) {
                    groups.push((group, Vec::new()));
                }
                groups.len() - 1
            }
        };
        let bars = &mut groups[at].1;
        bars.insert(bars.partition_point(|other| begin(other) <= begin(&found)), found);
    }
    groups.push((Group::Undated, undated));
    let mut left = limit;
    for (_, bars) in &mut groups {
        bars.truncate(left);
        left -= bars.len();
    }
    groups.retain(|(_, bars)| !bars.is_empty());
    groups
}
