//! Options of which any number can be chosen, each with how much it would leave.

use catalog::{Change, Count, CountryCode, Facets, Kind, PlanState, SearchTerms, Status};
use leptos::prelude::*;

use super::countries::CountryPicker;
use super::years::Years;
use crate::browser::effect::effect;
use crate::state::{Filter, use_app_state, use_messages};
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

/// What an option shows. One effect for all options of a filter sets what has changed: as memos of the selection's and
/// the query's, a hundred of them would have to be run at each keystroke (a tenth of its script, 29 November 2026).
#[derive(Clone, Copy)]
struct Shown {
    /// How much it would leave.
    number: RwSignal<usize>,
    is_chosen: RwSignal<bool>,
}

impl Shown {
    fn new((number, is_chosen): (usize, bool)) -> Self {
        Self { number: RwSignal::new(number), is_chosen: RwSignal::new(is_chosen) }
    }

    fn update(self, (number, is_chosen): (usize, bool)) {
        if number != self.number.get_untracked() {
            self.number.set(number);
        }
        if is_chosen != self.is_chosen.get_untracked() {
            self.is_chosen.set(is_chosen);
        }
    }
}

/// All filters, in their order on the page.
#[component]
pub fn AllChoices() -> impl IntoView {
    let state = use_app_state();
    view! {
        <For
            each=move || Filter::ALL.into_iter().take(state.loading.mounted_filters.get()) key=|filter| *filter
            children=|filter| view! { <FilterChoices filter/> }
        />
    }
}

/// The options of one filter, or its years.
#[component]
fn FilterChoices(filter: Filter) -> impl IntoView {
    let messages = use_messages();
    type Counted = fn(&Facets, usize) -> Count;
    let (name, legend, unit, choices, count): (_, _, _, Vec<_>, Counted) = match filter {
        Filter::Country => return view! { <CountryPicker/> },
        Filter::Plan => {
            let choice = |of: &PlanState| {
                Choice::named(Change::Plan(*of), of.name(), messages.plan(*of), messages.plan_meaning(*of))
            };
            let choices = PlanState::ALL.iter().map(choice).collect();
            ("plan", messages.filter_plan(), Unit::Countries, choices, |facets, at| facets.plans[at])
        }
        Filter::Kind => {
            let choice =
                |of: &Kind| Choice::named(Change::Kind(*of), of.name(), messages.kind(*of), messages.kind_meaning(*of));
            let choices = Kind::ALL.iter().map(choice).collect();
            ("kind", messages.filter_kind(), Unit::Documents, choices, |facets, at| facets.kinds[at])
        }
        Filter::Now => {
            let now = Choice::named(Change::Now, "1", messages.in_force_today(), messages.in_force_today_meaning());
            ("now", messages.filter_now(), Unit::Documents, vec![now], |facets, _| facets.now)
        }
        Filter::Status => {
            let choice = |of: &Status| {
                Choice::named(Change::Status(*of), of.name(), messages.status(*of), messages.status_meaning(*of))
            };
            let choices = Status::ALL.iter().map(choice).collect();
            ("status", messages.filter_status(), Unit::Documents, choices, |facets, at| facets.statuses[at])
        }
        Filter::Years => return view! { <Years/> },
        Filter::Video => {
            let video = Choice { meaning: None, ..Choice::named(Change::Video, "1", messages.with_video(), "") };
            ("video", messages.filter_video(), Unit::Countries, vec![video], |facets, _| facets.video)
        }
    };
    view! { <Choices name legend choices unit count/> }
}

/// The options of the countries, of which only those that `find` finds are shown.
#[component]
pub fn CountryChoices(find: Memo<SearchTerms>) -> impl IntoView {
    let messages = use_messages();
    let choice = |country: &catalog::Country| Choice {
        change: Change::Country(country.code),
        value: country.code.lower(),
        label: country.name.to_string(),
        flag: Some(country.code),
        meaning: None,
    };
    let choices = use_app_state().catalog.countries.iter().map(choice).collect();
    view! {
        <Choices
            name="country" legend=messages.filter_country() choices unit=Unit::Documents
            count=|facets, at| facets.countries[at] find
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
    /// Words that the names of countries must have.
    #[prop(optional)]
    find: Option<Memo<SearchTerms>>,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let current = move |change: &Change, at| {
        let number = state.selection.with(|selection| unit.of(count(&selection.facets, at)));
        (number, state.query.with(|query| query.has(change)))
    };
    let shown: Vec<_> =
        untrack(|| choices.iter().enumerate().map(|(at, choice)| Shown::new(current(&choice.change, at))).collect());
    let meanings: Vec<_> = choices
        .iter()
        .filter_map(|choice| choice.meaning.map(|meaning| (choice.label.clone(), meaning)))
        .map(|(label, meaning)| view! { <dt>{label}</dt><dd>{meaning}</dd> })
        .collect();
    let meanings = (!meanings.is_empty()).then(|| {
        view! { <details class="meanings"><summary>{messages.meanings()}</summary><dl>{meanings}</dl></details> }
    });
    let changes: Vec<_> = choices.iter().map(|choice| choice.change.clone()).zip(shown.clone()).collect();
    effect(move || {
        for (at, (change, shown)) in changes.iter().enumerate() {
            shown.update(current(change, at));
        }
    });
    let options =
        choices.into_iter().zip(shown).map(|(choice, shown)| view! { <ChoiceOption name choice shown unit find/> });
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
    shown: Shown,
    unit: Unit,
    find: Option<Memo<SearchTerms>>,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let Choice { change, value, label, flag, .. } = choice;
    let Shown { number, is_chosen } = shown;
    // Not whatever was pressed: before the app was there, the box may not have shown what the address asks for.
    let choose = move |event| {
        if event_target_checked(&event) != state.query.with_untracked(|query| query.has(&change)) {
            state.change(&change);
            return_to_results(state);
        }
    };
    let country = flag.and_then(|code| state.catalog.country(code));
    let is_left_out = move || {
        let (find, (_, country)) = find.zip(country)?;
        find.with(|words| !country.has_name(words)).then_some("")
    };
    view! {
        <label class="option" hidden=is_left_out data-empty=move || (number.get() == 0).then_some("")>
            <input
                type="checkbox" name=name value=value prop:checked=move || is_chosen.get()
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
