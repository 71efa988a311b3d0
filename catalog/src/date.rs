//! Years, periods and dates of which only a part is known.

use crate::problem::quoted;
use std::fmt;

/// A year of the common era, from 1900 to 2100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(u16);

impl Year {
    /// First year taken.
    pub const FIRST: Self = Self(1900);
    /// Last year taken.
    pub const LAST: Self = Self(2100);

    /// Reads a number.
    ///
    /// # Errors
    /// One sentence that names the years taken.
    pub fn new(number: i64) -> Result<Self, String> {
        u16::try_from(number)
            .ok()
            .map(Self)
            .filter(|year| (Self::FIRST..=Self::LAST).contains(year))
            .ok_or_else(|| format!("{number} is no year from {} to {}", Self::FIRST, Self::LAST))
    }

    /// Reads four digits.
    #[must_use]
    pub fn from_digits(text: &str) -> Option<Self> {
        digits(text, 4).and_then(|number| Self::new(i64::from(number)).ok())
    }

    /// The number.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// From one year to another, both included; one of the ends may be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    from: Option<Year>,
    to: Option<Year>,
}

impl Period {
    /// A period that has at least one end and does not end before it starts.
    ///
    /// # Errors
    /// One sentence that says which of the two it is.
    pub fn new(from: Option<Year>, to: Option<Year>) -> Result<Self, String> {
        match (from, to) {
            (None, None) => Err("a period needs a first or a last year".to_owned()),
            (Some(from), Some(to)) if from > to => Err(format!("the period ends in {to}, before it starts in {from}")),
            _ => Ok(Self { from, to }),
        }
    }

    /// The first year, where there is one.
    #[must_use]
    pub fn from(self) -> Option<Year> {
        self.from
    }

    /// The last year, where there is one.
    #[must_use]
    pub fn to(self) -> Option<Year> {
        self.to
    }

    /// Whether the two have a year in common.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        let starts_before_end = |a: Self, b: Self| match (a.from, b.to) {
            (Some(from), Some(to)) => from <= to,
            _ => true,
        };
        starts_before_end(self, other) && starts_before_end(other, self)
    }

    /// Whether the year is in the period.
    #[must_use]
    pub fn contains(self, year: Year) -> bool {
        self.overlaps(Self { from: Some(year), to: Some(year) })
    }
}

/// A day, a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: Year,
    month: Option<u8>,
    day: Option<u8>,
}

impl PartialDate {
    /// The first year taken.
    pub const FIRST: Self = Self { year: Year::FIRST, month: None, day: None };

    /// Reads `2024-06-25`, `2024-06` or `2024`.
    ///
    /// # Errors
    /// One sentence that says what a date looks like.
    pub fn parse(text: &str) -> Result<Self, String> {
        Self::read(text).ok_or_else(|| format!("{} is no date such as 2024-06-25, 2024-06 or 2024", quoted(text)))
    }

    /// Reads a whole day, `2024-06-25`.
    ///
    /// # Errors
    /// One sentence that says what a day looks like.
    pub fn parse_day(text: &str) -> Result<Self, String> {
        Self::read(text)
            .filter(|date| date.day.is_some())
            .ok_or_else(|| format!("{} is no day such as 2024-06-25", quoted(text)))
    }

    /// The day of that year, month (from 1) and day of the month; `None` where there is no such day.
    #[must_use]
    pub fn of_day(year: i64, month: u32, day: u32) -> Option<Self> {
        let (year, month, day) = (Year::new(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        let date = Self { year, month: Some(month), day: Some(day) };
        date.is_right().then_some(date)
    }

    /// Whether the calendar has it.
    fn is_right(self) -> bool {
        let days = days_in(self.year, self.month.unwrap_or(1));
        self.month.is_none_or(|month| (1..=12).contains(&month)) && self.day.is_none_or(|day| (1..=days).contains(&day))
    }

    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = Year::from_digits(parts.next()?)?;
        let mut part = || parts.next().map(|part| digits(part, 2).and_then(|n| u8::try_from(n).ok()).unwrap_or(0));
        let (month, day) = (part(), part());
        let date = Self { year, month, day };
        (date.is_right() && parts.next().is_none()).then_some(date)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> Year {
        self.year
    }

    /// The month, from 1 to 12, where it is known.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, where it is known.
    #[must_use]
    pub fn day(self) -> Option<u8> {
        self.day
    }
}

/// ISO 8601: `2024-06-25`, `2024-06` or `2024`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.year, f)?;
        for part in [self.month, self.day].into_iter().flatten() {
            // Two digits.
            f.write_str(if part < 10 { "-0" } else { "-" })?;
            fmt::Display::fmt(&part, f)?;
        }
        Ok(())
    }
}

fn digits(text: &str, length: usize) -> Option<u16> {
    (text.len() == length && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn days_in(year: Year, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.0.is_multiple_of(4) && (!year.0.is_multiple_of(100) || year.0.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}
