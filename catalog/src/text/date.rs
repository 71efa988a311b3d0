//! Days, months, years and periods.

use crate::date::{PartialDate, Period, Year};

/// A day, month or year: "25 June 2024", "March 2021", "2021".
#[must_use]
pub fn date(date: PartialDate) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = date.month().and_then(|month| MONTHS.get(usize::from(month) - 1));
    match (date.day(), month) {
        (Some(day), Some(month)) => format!("{day} {month} {}", date.year()),
        (None, Some(month)) => format!("{month} {}", date.year()),
        _ => date.year().to_string(),
    }
}

/// Years: "2020–2030", "from 2020", "until 2030".
#[must_use]
pub fn period(period: Period) -> String {
    match (period.from(), period.to()) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => format!("{from}–{to}"),
        (Some(from), None) => format!("from {from}"),
        (None, Some(to)) => format!("until {to}"),
        (None, None) => String::new(),
    }
}

/// The year and the period of a document: "2022–2025", "2016 (2017–2020)".
#[must_use]
pub fn when(year: Option<Year>, covers: Option<Period>) -> String {
    match (year, covers) {
        (Some(year), Some(covers)) if covers.from() == Some(year) => period(covers),
        (Some(year), Some(covers)) => format!("{year} ({})", period(covers)),
        (Some(year), None) => year.to_string(),
        (None, Some(covers)) => period(covers),
        (None, None) => "year unknown".to_owned(),
    }
}
