//! The first and the last year.

use catalog::{Change, Period, Year};
use leptos::prelude::*;

use crate::state::{AppState, use_app_state, use_messages};
use crate::view::scroll::return_to_results;
use crate::view::select::Select;

/// An end of the years.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    First,
    Last,
}

impl Bound {
    fn of(self, years: Option<Period>) -> Option<Year> {
        years.and_then(|years| match self {
            Self::First => years.from(),
            Self::Last => years.to(),
        })
    }

    fn other(self) -> Self {
        match self {
            Self::First => Self::Last,
            Self::Last => Self::First,
        }
    }
}

/// The choice of years; none where the dataset has no year.
#[component]
pub fn Years() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let years = state.catalog.years(state.today.get_untracked());
    years.map(|(first, last)| {
        view! {
            <fieldset class="choices" data-filter="year">
                <legend>{messages.filter_years()}</legend>
                <div class="years">
                    <BoundChoice bound=Bound::First first last/>
                    <BoundChoice bound=Bound::Last first last/>
                </div>
                <p class="hint">{messages.filter_years_hint()}</p>
            </fieldset>
        }
    })
}

/// The list of years for one end, with a way to leave that end open.
#[component]
fn BoundChoice(
    /// Which end of the years.
    bound: Bound,
    /// The first year that can be chosen.
    first: Year,
    /// The last year that can be chosen.
    last: Year,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let (name, label) = match bound {
        Bound::First => ("from", messages.from()),
        Bound::Last => ("to", messages.to()),
    };
    let value = move || state.query.with(|query| bound.of(query.years)).map(|year| year.to_string());
    let mut options = vec![(String::new(), messages.any().to_owned())];
    options.extend((first.number()..=last.number()).rev().map(|year| (year.to_string(), year.to_string())));
    view! {
        <label class="year">
            <span>{label}</span>
            <Select
                name options value=Signal::derive(move || value().unwrap_or_default())
                choose=move |year: String| choose(state, bound, Year::from_digits(&year))
            />
        </label>
    }
}

fn choose(state: AppState, bound: Bound, year: Option<Year>) {
    let other = state.query.with_untracked(|query| bound.other().of(query.years));
    // Years in the wrong order are put right; two open ends are no filter.
    let years = Period::new(year, other).ok().filter(|_| bound == Bound::First);
    let years = years.or_else(|| Period::new(other, year).or_else(|_| Period::new(year, other)).ok());
    state.change(&Change::Years(years));
    return_to_results(state);
}
