//! How the countries are chosen that stand side by side.

use catalog::compare::MOST;
use catalog::{Change, Country, CountryCode};
use leptos::prelude::*;

use crate::browser::focus::{Scroll, focus, focus_next_frame};
use crate::state::{use_app_state, use_messages};
use crate::view::ids::RESULTS_TITLE;
use crate::view::select::Select;

/// The id of the list from which a country is added.
const ADD: &str = "add-country";

/// The list of countries, until there are as many as there is room for.
#[component]
pub fn Chooser() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    // Not for every letter that is typed in the search.
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

/// A list that adds the country that is chosen from it.
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
            // Another list takes the place of this one, or none.
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
