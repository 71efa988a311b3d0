//! Options of which any number can be chosen, each with how much it would leave.

use catalog::{Change, Count, CountryCode, Facets, Kind, PlanState, Status};
use leptos::prelude::*;

use super::years::Years;
use crate::state::{use_app_state, use_messages};
use crate::view::flag::Flag;
use crate::view::scroll::return_to_results;

/// One option of a filter.
#[derive(Clone)]
struct Choice {
    change: Change,
    value: String,
    label: String,
    flag: Option<CountryCode>,
    meaning: Option<&'static str>,
}

impl Choice {
    fn named(change: Change, value: &str, label: &str, meaning: &'static str) -> Self {
        Self { change, value: value.to_owned(), label: label.to_owned(), flag: None, meaning: Some(meaning) }
    }
}

/// What of a count is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Countries,
    Documents,
}

impl Unit {
    fn of(self, count: Count) -> usize {
        match self {
            Self::Countries => count.countries,
            Self::Documents => count.documents,
        }
    }
}

/// All filters, in their order on the page.
#[component]
pub fn AllChoices() -> impl IntoView {
    let messages = use_messages();
    let catalog = use_app_state().catalog;
    let countries = catalog.countries.iter().map(|country| Choice {
        change: Change::Country(country.code),
        value: country.code.lower(),
        label: country.name.to_string(),
        flag: Some(country.code),
        meaning: None,
    });
    let plans = PlanState::ALL
        .iter()
        .map(|of| Choice::named(Change::Plan(*of), of.name(), messages.plan(*of), messages.plan_meaning(*of)));
    let kinds = Kind::ALL
        .iter()
        .map(|of| Choice::named(Change::Kind(*of), of.name(), messages.kind(*of), messages.kind_meaning(*of)));
    let statuses = Status::ALL
        .iter()
        .map(|of| Choice::named(Change::Status(*of), of.name(), messages.status(*of), messages.status_meaning(*of)));
    let now = Choice::named(Change::Now, "1", messages.in_force_today(), messages.in_force_today_meaning());
    let video = Choice { meaning: None, ..Choice::named(Change::Video, "1", messages.with_video(), "") };
    view! {
        <Choices
            name="country" legend=messages.filter_country() choices=countries.collect() unit=Unit::Documents
            count=|facets, at| facets.countries[at]
        />
        <Choices
            name="plan" legend=messages.filter_plan() choices=plans.collect() unit=Unit::Countries
            count=|facets, at| facets.plans[at]
        />
        <Choices
            name="kind" legend=messages.filter_kind() choices=kinds.collect() unit=Unit::Documents
            count=|facets, at| facets.kinds[at]
        />
        <Choices
            name="now" legend=messages.filter_now() choices=vec![now] unit=Unit::Documents count=|facets, _| facets.now
        />
        <Choices
            name="status" legend=messages.filter_status() choices=statuses.collect() unit=Unit::Documents
            count=|facets, at| facets.statuses[at]
        />
        <Years/>
        <Choices
            name="video" legend=messages.filter_video() choices=vec![video] unit=Unit::Countries
            count=|facets, _| facets.video
        />
    }
}

/// The options of one filter.
#[component]
fn Choices(
    name: &'static str,
    legend: &'static str,
    choices: Vec<Choice>,
    unit: Unit,
    /// How much the option at that place would leave.
    count: fn(&Facets, usize) -> Count,
) -> impl IntoView {
    let messages = use_messages();
    let meanings: Vec<_> = choices
        .iter()
        .filter_map(|choice| choice.meaning.map(|meaning| (choice.label.clone(), meaning)))
        .map(|(label, meaning)| view! { <dt>{label}</dt><dd>{meaning}</dd> })
        .collect();
    let meanings = (!meanings.is_empty()).then(|| {
        view! { <details class="meanings"><summary>{messages.meanings()}</summary><dl>{meanings}</dl></details> }
    });
    let options =
        choices.into_iter().enumerate().map(|(at, choice)| view! { <ChoiceOption name choice at unit count/> });
    view! {
        <fieldset class="choices" data-filter=name>
            <legend>{legend}</legend>
            <div class="options">{options.collect_view()}</div>
            {meanings}
        </fieldset>
    }
}

/// An option, and how much it leaves.
#[component]
fn ChoiceOption(
    name: &'static str,
    choice: Choice,
    at: usize,
    unit: Unit,
    count: fn(&Facets, usize) -> Count,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let Choice { change, value, label, flag, .. } = choice;
    let number = Memo::new(move |_| state.selection.with(|selection| unit.of(count(&selection.facets, at))));
    let is_chosen = {
        let change = change.clone();
        Memo::new(move |_| state.query.with(|query| query.has(&change)))
    };
    // Not whatever was pressed: before the app was there, the box may not have shown what the address asks for.
    let choose = move |event| {
        if event_target_checked(&event) != is_chosen.get_untracked() {
            state.change(&change);
            return_to_results(state);
        }
    };
    view! {
        <label class="option" data-empty=move || (number.get() == 0).then_some("")>
            <input
                type="checkbox" autocomplete="off" name=name value=value prop:checked=move || is_chosen.get()
                on:change=choose
            />
            {flag.map(|code| view! { <Flag code/> })}
            <span class="option-label">{label}</span>
            <span class="count">
                <span aria-hidden="true">{move || number.get()}</span>
                <span class="visually-hidden">{move || messages.option_count(number.get(), unit == Unit::Documents)}</span>
            </span>
        </label>
    }
}
