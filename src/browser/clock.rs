//! The visitor's clock.

use catalog::PartialDate;

/// The visitor's day, by their own clock; nothing where that is outside of the years that the dataset knows.
#[must_use]
pub fn today() -> Option<PartialDate> {
    let now = js_sys::Date::new_0();
    PartialDate::of_day(now.get_full_year().into(), now.get_month() + 1, now.get_date())
}
