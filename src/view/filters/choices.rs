//! Options of which any number can be chosen, each with the number of results that it would leave.

use catalog::{Change, Count, CountryCode, Facets, SearchTerms};
use leptos::prelude::*;

use crate::browser::effect::effect;
use crate::state::{use_app_state, use_messages};
use crate::view::flag::Flag;
use crate::view::scroll::return_to_results;

/// One option of a filter.
#[derive(Clone)]
pub struct FilterOption {
    change: Change,
    value: String,
    label: String,
    flag: Option<CountryCode>,
    meaning: Option<&'static str>,
}

impl FilterOption {
    /// An option of that name; an empty meaning is not explained.
    pub fn named(change: Change, value: &str, label: &str, meaning: &'static str) -> Self {
        let meaning = Some(meaning).filter(|meaning| !meaning.is_empty());
        Self { change, value: value.to_owned(), label: label.to_owned(), flag: None, meaning }
    }
}

/// What the number beside an option counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// The countries that the option would leave.
    Countries,
    /// The documents that it would leave.
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
struct OptionState {
    /// How much it would leave.
    number: RwSignal<usize>,
    is_chosen: RwSignal<bool>,
}

impl OptionState {
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

/// The countries as options.
#[component]
pub fn CountryChoices(
    /// Words that the names of countries must have; the others are hidden.
    find: Memo<SearchTerms>,
) -> impl IntoView {
    let messages = use_messages();
    let choice = |country: &catalog::Country| FilterOption {
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
pub fn Choices(
    /// The name of its fields, and of the filter in `data-filter`.
    name: &'static str,
    /// Its heading.
    legend: &'static str,
    /// The options.
    choices: Vec<FilterOption>,
    /// What the numbers beside them count.
    unit: Unit,
    /// How much the option at that place would leave.
    count: fn(&Facets, usize) -> Count,
    /// Words that the names of countries must have, where the options are countries; the others are hidden.
    #[prop(optional)]
    find: Option<Memo<SearchTerms>>,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let current = move |change: &Change, at| {
        let number = state.selection.with(|selection| unit.of(count(&selection.facets, at)));
        (number, state.query.with(|query| query.has(change)))
    };
    let shown: Vec<_> = untrack(|| {
        choices.iter().enumerate().map(|(at, choice)| OptionState::new(current(&choice.change, at))).collect()
    });
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
    let options = choices.into_iter().zip(shown).enumerate().map(|(at, (choice, shown))| {
        let is_left_out = move || {
            let find = find?;
            state.names.track();
            find.with(|words| !state.catalog.is_named(at, words)).then_some("")
        };
        view! { <ChoiceOption name choice shown unit is_left_out/> }
    });
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
    /// The name of its field.
    name: &'static str,
    /// The option.
    choice: FilterOption,
    /// What it shows now.
    shown: OptionState,
    /// What the number beside it counts.
    unit: Unit,
    /// Whether it is hidden.
    is_left_out: impl Fn() -> Option<&'static str> + 'static,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let FilterOption { change, value, label, flag, .. } = choice;
    let OptionState { number, is_chosen } = shown;
    // The box is compared with the query and not just toggled: one that was pressed before the app was there may not have
    // shown what the address asks for.
    let choose = move |event| {
        if event_target_checked(&event) != state.query.with_untracked(|query| query.has(&change)) {
            state.change(&change);
            return_to_results(state);
        }
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
