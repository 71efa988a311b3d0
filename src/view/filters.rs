//! The search and the filters: native controls, each option with what it would leave.

mod choices;
mod countries;
mod search;
mod years;

use catalog::{Change, Count, Facets, Kind, PlanState, Query, Status};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::icon::{Icon, Shape};
use super::ids::RESULTS_TITLE;
use crate::browser::effect::effect;
use crate::browser::focus::{Scroll, focus, focus_next_frame};
use crate::state::{Filter, Page, use_app_state, use_messages};
use choices::{Choices, FilterOption, Unit};
use countries::CountryPicker;
use search::{Search, SearchHelp};
use years::Years;

/// The id of the button that opens the filters where there is little room.
const OPEN_BUTTON: &str = "filters-button";

/// The search and the filters.
#[component]
pub fn Filters() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let open = RwSignal::new(false);
    effect(move || {
        let is_open = open.get() && state.page.get() == Page::Start;
        state.set_attribute("data-filters", is_open.then_some(""));
    });
    let close_on_escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() && open.get_untracked() {
            open.set(false);
            focus(&state.host(), OPEN_BUTTON, Scroll::IntoView);
        }
    };
    let active = Memo::new(move |_| state.query.with(Query::filters));
    view! {
        <search class="filters" part=state.part("filters") on:keydown=close_on_escape>
            <Search/>
            <button
                class="filters-button" type="button" id=OPEN_BUTTON aria-controls="filters"
                aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)
            >
                <Icon shape=Shape::Filter/>{move || messages.filters_button(active.get())}
            </button>
            <Body open/>
        </search>
    }
}

/// The filters without the search, which are a drawer where there is little room.
#[component]
fn Body(
    /// Whether the drawer is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let found = Memo::new(move |_| state.selection.with(|selection| selection.matches.len()));
    let show_results = move |_| {
        open.set(false);
        focus_next_frame(state.host(), RESULTS_TITLE.to_owned());
    };
    view! {
        <div class="filters-body" id="filters" data-open=move || open.get().to_string()>
            <SearchHelp/>
            <AllChoices/>
            // Where there is little room, the filters stand above the results, and this leads to them.
            <button class="show-results" type="button" on:click=show_results>
                {move || messages.show_results(found.get())}
            </button>
        </div>
    }
}

/// All filters, in their order on the page.
#[component]
fn AllChoices() -> impl IntoView {
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
fn FilterChoices(
    /// The filter.
    filter: Filter,
) -> impl IntoView {
    let messages = use_messages();
    type Counted = fn(&Facets, usize) -> Count;
    let (name, legend, unit, choices, count): (_, _, _, Vec<_>, Counted) = match filter {
        Filter::Country => return view! { <CountryPicker/> },
        Filter::Plan => {
            let choice = |of: &PlanState| {
                FilterOption::named(Change::Plan(*of), of.name(), messages.plan(*of), messages.plan_meaning(*of))
            };
            let choices = PlanState::ALL.iter().map(choice).collect();
            ("plan", messages.filter_plan(), Unit::Countries, choices, |facets, at| facets.plans[at])
        }
        Filter::Kind => {
            let choice = |of: &Kind| {
                FilterOption::named(Change::Kind(*of), of.name(), messages.kind(*of), messages.kind_meaning(*of))
            };
            let choices = Kind::ALL.iter().map(choice).collect();
            ("kind", messages.filter_kind(), Unit::Documents, choices, |facets, at| facets.kinds[at])
        }
        Filter::Now => {
            let now =
                FilterOption::named(Change::Now, "1", messages.in_force_today(), messages.in_force_today_meaning());
            ("now", messages.filter_now(), Unit::Documents, vec![now], |facets, _| facets.now)
        }
        Filter::Status => {
            let choice = |of: &Status| {
                FilterOption::named(Change::Status(*of), of.name(), messages.status(*of), messages.status_meaning(*of))
            };
            let choices = Status::ALL.iter().map(choice).collect();
            ("status", messages.filter_status(), Unit::Documents, choices, |facets, at| facets.statuses[at])
        }
        Filter::Years => return view! { <Years/> },
        Filter::Video => {
            let video = FilterOption::named(Change::Video, "1", messages.with_video(), "");
            ("video", messages.filter_video(), Unit::Countries, vec![video], |facets, _| facets.video)
        }
    };
    view! { <Choices name legend choices unit count/> }
}
