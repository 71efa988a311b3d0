//! The choice of the countries that are compared.

use catalog::compare::MOST;
use catalog::{Change, Country, CountryCode};
use leptos::prelude::*;

use crate::browser::focus::{Scroll, focus, focus_next_frame};
use crate::state::{use_app_state, use_messages};
use crate::view::ids::RESULTS_TITLE;
use crate::view::select::Select;

/// The id of the list from which a country is added.
const ADD: &str = "add-country";

/// A hint, and the list from which a country is added while there are fewer than [`MOST`].
#[component]
pub fn Chooser() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    // A memo, so that the list is not made anew for every letter that is typed in the search.
    let chosen = Memo::new(move |_| state.query.with(|query| query.countries.clone()));
    let list = move || {
        let chosen = chosen.get();
        let countries = state.catalog.countries.iter().filter(|country| !chosen.contains(&country.code)).collect();
        (chosen.iter().count() < MOST).then(|| view! { <AddCountry countries/> })
    };
    view! {
        <div class="compare-tools">
            <p>{messages.compare_hint()}</p>
            <div>{list}</div>
        </div>
    }
}

/// The list from which a country is added.
#[component]
fn AddCountry(
    /// The countries that can be added.
    countries: Vec<&'static Country>,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let add = move |code: String| {
        if let Some(code) = CountryCode::from_visitor(&code) {
            state.change(&Change::Country(code));
            // This list is replaced by one without the country, or removed: the focus waits at the heading meanwhile.
            focus(&state.host(), RESULTS_TITLE, Scroll::Stay);
            focus_next_frame(state.host(), ADD.to_owned());
        }
    };
    let mut options = vec![(String::new(), messages.choose().to_owned())];
    options.extend(countries.into_iter().map(|country| (country.code.to_string(), country.name.to_string())));
    view! {
        <label class="add">
            <span>{messages.add_country()}</span>
            <Select name="add" id=ADD options value=String::new() choose=add/>
        </label>
    }
}
