//! Days, months, years and periods.

use super::Messages;
use crate::date::{PartialDate, Period, Year};

impl Messages {
    /// A day, month or year: "25 June 2024", "March 2021", "2021".
    pub fn date(self, date: PartialDate) -> String {
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
    pub fn period(self, period: Period) -> String {
        match (period.from(), period.to()) {
            (Some(from), Some(to)) if from == to => from.to_string(),
            (Some(from), Some(to)) => format!("{from}–{to}"),
            (Some(from), None) => format!("from {from}"),
            (None, Some(to)) => format!("until {to}"),
            (None, None) => String::new(),
        }
    }

    /// The year and the period of a document: "2022–2025", "2016 (2017–2020)".
    pub fn when(self, year: Option<Year>, covers: Option<Period>) -> String {
        match (year, covers) {
            (Some(year), Some(covers)) if covers.from() == Some(year) => self.period(covers),
            (Some(year), Some(covers)) => format!("{year} ({})", self.period(covers)),
            (Some(year), None) => year.to_string(),
            (None, Some(covers)) => self.period(covers),
            (None, None) => "year unknown".to_owned(),
        }
    }
}
