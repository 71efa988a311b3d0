//! A country in a list: where it stands, its first documents, and the way to the rest.

use catalog::{Country, Match, Resource};
use leptos::prelude::*;

use super::badge::CountryBadge;
use super::flag::Flag;
use super::heading::HeadingLevel;
use super::ids;
use super::lazy::{Lazy, LazyPart};
use super::link::{OutLink, PageLink};
use crate::state::{AppState, Page, use_app_state, use_messages};

/// The card of a country.
#[component]
pub fn CountryCard(
    /// Its place in [`catalog::Catalog::countries`].
    at: usize,
) -> impl IntoView {
    let state = use_app_state();
    let country = &state.catalog.countries[at];
    let is_open = Memo::new(move |_| state.is_open(at));
    view! {
        <article
            class="card" part=state.part("card") data-country=country.code.as_str()
            data-plan=move || country.plan_state(state.today.get()).name()
            data-open=move || is_open.get().then_some("") aria-labelledby=ids::card_title(country)
        >
            <header class="card-header">
                <Flag code=country.code/>
                <h3 class="card-name" id=ids::card_title(country) {..state.aria_level(3)}>
                    <PageLink page=Page::Country(at) words=&*country.name/>
                </h3>
                <CountryBadge country/>
            </header>
            {move || match is_open.get() {
                false => view! { <Summary at/> },
                true => view! { <NativeNames country/> },
            }}
            <ToggleButton at/>
            {move || is_open.get().then(|| {
                let part = LazyPart::Country { at, level: HeadingLevel::H4 };
                view! { <div class="card-details" id=details_id(country)><Lazy part/></div> }
            })}
        </article>
    }
}

fn details_id(country: &Country) -> String {
    format!("details-{}", country.code.lower())
}

/// What a closed card shows below its header.
#[component]
fn Summary(
    /// The place of the country in [`catalog::Catalog::countries`].
    at: usize,
) -> impl IntoView {
    let state = use_app_state();
    let country = &state.catalog.countries[at];
    let shortlist = Memo::new(move |_| shortlist(state, at));
    view! {
        <p class="overview">{country.first_sentence()}</p>
        <ul class="shortlist">
            <For each=move || shortlist.get() key=|line| *line children=move |line| view! { <Line country line/> }/>
        </ul>
    }
}

/// A document of the shortlist: its place among the country's, and whether what was searched for stands only in its
/// details.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct ShortlistLine {
    document: usize,
    is_found_in_details: bool,
}

fn shortlist(state: AppState, at: usize) -> Vec<ShortlistLine> {
    state.selection.with(|selection| {
        let found = selection.matches.iter().find(|found| found.country == at);
        let lines = |found: &Match| {
            let country = &state.catalog.countries[at];
            let documents = if state.is_printed() { country.by_importance(found) } else { country.shortlist(found) };
            let documents = documents.into_iter();
            documents
                .map(|document| ShortlistLine { document, is_found_in_details: found.opens.contains(&document) })
                .collect()
        };
        found.map(lines).unwrap_or_default()
    })
}

/// A document of the shortlist; what a search found only in its summary shows that, too.
#[component]
fn Line(
    /// The country.
    country: &'static Country,
    /// Which of its documents, and how it was found.
    line: ShortlistLine,
) -> impl IntoView {
    let messages = use_messages();
    let resource: &'static Resource = &country.resources[line.document];
    view! {
        <li>
            <OutLink address=resource.address.as_str() words=&*resource.title/>
            " "
            <span class="meta">{messages.when(resource.year, resource.period)}</span>
            {line.is_found_in_details.then(|| view! { <p class="found-in">{&*resource.summary}</p> })}
        </li>
    }
}

/// Opens and closes the card; not there where the country is the only one.
#[component]
fn ToggleButton(
    /// The place of the country in [`catalog::Catalog::countries`].
    at: usize,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let country = &state.catalog.countries[at];
    let extent = messages.extent_of_country(country.resources.len(), state.catalog.videos_of(country.code).count());
    let label = messages.show_everything(&country.name, &extent);
    let is_open = move || state.opened.with(|opened| opened.contains(&at));
    view! {
        <button
            class="card-toggle" type="button" hidden=move || state.is_only_match(at)
            aria-expanded=move || is_open().to_string()
            aria-label=move || if is_open() { messages.show_less_of(&country.name) } else { label.clone() }
            on:click=move |_| state.toggle_card(at)
        >
            {move || if is_open() { messages.show_less().to_owned() } else { extent.clone() }}
        </button>
    }
}

/// The names of a country in its own languages.
#[component]
pub fn NativeNames(
    /// The country.
    country: &'static Country,
) -> impl IntoView {
    let names = country.native_names.iter().filter(|native| native.name != country.name);
    let names = names.map(|native| view! { <span lang=native.language.as_str()>{&*native.name}</span> });
    view! { <p class="native">{names.collect_view()}</p> }
}
