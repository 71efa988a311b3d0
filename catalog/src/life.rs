//! The life of a document: in which years it applies, and whether it is in force on a day.
//!
//! Filters, time line, table, comparison, exports and counts all ask here. The day is always given by the caller: a
//! page that is sent speaks of the dataset's day, the browser of the visitor's.

use crate::date::{PartialDate, Period, Year};
use crate::names::named_enum;
use crate::resource::{Resource, Status};

/// From when to when a document applies, as far as that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Life {
    /// The first year of its period, or else its own year.
    pub from: Option<Year>,
    /// How it ends.
    pub end: End,
}

/// The end of a document's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The last year of its period.
    Year(Year),
    /// It is active and no end is set: it runs to today.
    Open,
    /// Not known.
    Unknown,
}

named_enum! {
    /// Whether a document is in force on a day.
    "force" InForce {
        /// It is in force, or running.
        Yes = "yes",
        /// It is planned, or its first year is still to come.
        NotYet = "not-yet",
        /// It is completed or given up, or its last year is over.
        NoLonger = "no-longer",
        /// No page was found that says so.
        Unknown = "unknown",
    }
}

impl Life {
    /// The years that it is known to have lived in, to the day's own where its end is open; an end that is not known
    /// adds no year. `None` where no year is known at all.
    #[must_use]
    pub fn years(self, today: PartialDate) -> Option<Period> {
        let last = match self.end {
            End::Year(year) => Some(year),
            // One that begins later has only its first year.
            End::Open => self.from.map(|from| from.max(today.year())),
            End::Unknown => self.from,
        };
        let last = last?;
        Period::new(Some(self.from.unwrap_or(last)), Some(last)).ok()
    }

    /// Whether its last year is over on that day.
    #[must_use]
    pub fn is_over(self, today: PartialDate) -> bool {
        matches!(self.end, End::Year(last) if last < today.year())
    }

    fn is_to_come(self, today: PartialDate) -> bool {
        self.from.is_some_and(|from| from > today.year())
    }
}

impl Resource {
    /// From when to when it applies: from the start of its period, or its year, to the end of its period; an active
    /// one without an end runs to today.
    #[must_use]
    pub fn life(&self) -> Life {
        let end = match (self.period.and_then(Period::to), self.status) {
            (Some(last), _) => End::Year(last),
            (None, Status::Active) => End::Open,
            (None, _) => End::Unknown,
        };
        // A document may come out after the years that it is about: then their start is not known.
        let year = self.year.filter(|year| !matches!(end, End::Year(last) if last < *year));
        Life { from: self.period.and_then(Period::from).or(year), end }
    }

    /// Whether it is in force on that day. A period that is over ends it, whatever its status says.
    #[must_use]
    pub fn in_force(&self, today: PartialDate) -> InForce {
        let life = self.life();
        match self.status {
            _ if life.is_over(today) => InForce::NoLonger,
            Status::Completed | Status::Discontinued => InForce::NoLonger,
            Status::Planned => InForce::NotYet,
            _ if life.is_to_come(today) => InForce::NotYet,
            Status::Active => InForce::Yes,
            Status::Unknown => InForce::Unknown,
        }
    }

    /// How far it is on that day: what its page called active may be over since, or not have begun.
    #[must_use]
    pub fn status_on(&self, today: PartialDate) -> Status {
        match (self.status, self.in_force(today)) {
            (Status::Active, InForce::NoLonger) => Status::Completed,
            (Status::Active, InForce::NotYet) => Status::Planned,
            (status, _) => status,
        }
    }

    /// Whether its life has a year in common with `years`; one of which no year is known never has.
    #[must_use]
    pub fn lives_in(&self, years: Period, today: PartialDate) -> bool {
        let Some(life) = self.life().years(today) else { return false };
        // Where only the end is known, what is in force has begun by today.
        let is_in_force = self.in_force(today) == InForce::Yes;
        let from = life.from().map(|from| if is_in_force { from.min(today.year()) } else { from });
        Period::new(from, life.to()).is_ok_and(|life| years.overlaps(life))
    }
}
