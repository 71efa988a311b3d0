//! Countries side by side: what each has, and what one has and another lacks. In a narrow window the cells of a row are
//! below each other, each with the name of its country. Until a country is chosen, comparisons are only offered.

mod cells;
mod chooser;
mod offers;
mod row;

use catalog::compare::{MOST, compare, shared_figures};
use catalog::{Catalog, Change, Country, Fact, Kind, Match, PartialDate, Selection};
use leptos::prelude::*;

use super::flag::Flag;
use super::icon::{Icon, Shape};
use super::ids::RESULTS_TITLE;
use super::link::PageLink;
use super::profile::has_fact;
use crate::browser::focus::{Scroll, focus};
use crate::state::{AppState, Page, use_app_state, use_messages};
use chooser::Chooser;
use offers::Offers;
use row::{Cell, Row};

/// The comparison, and the list from which a country is added.
#[component]
pub fn Comparison() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let compared = Memo::new(move |_| match is_any_chosen(state) {
        true => state.selection.with(|selection| Compared::new(state.catalog, selection)),
        false => Compared::default(),
    });
    let left_out = Memo::new(move |_| match is_any_chosen(state) {
        true => state.selection.with(|selection| selection.matches.len().saturating_sub(MOST)),
        false => 0,
    });
    let note = move || (left_out.get() > 0).then(|| view! { <p>{messages.left_out(left_out.get())}</p> });
    let columns = move || {
        let (compared, today) = (compared.get(), state.today.get());
        (!compared.countries.is_empty()).then(|| view! { <Columns compared today/> })
    };
    view! {
        <div class="view compare">
            <Chooser/>
            <Offers/>
            {note}
            {columns}
        </div>
    }
}

/// Whether the visitor has chosen a country. Without a choice nothing is compared: nobody has asked for the first four
/// that match.
fn is_any_chosen(state: AppState) -> bool {
    state.query.with(|query| !query.countries.is_empty())
}

/// What is compared; equal values need no new table.
#[derive(Clone, Default, PartialEq, Eq)]
struct Compared {
    countries: Vec<ComparedCountry>,
    /// The kinds of which any of them has a document that fits.
    kinds: Vec<Kind>,
}

/// A country among others.
#[derive(Clone, PartialEq, Eq)]
struct ComparedCountry {
    /// Its place in [`Catalog::countries`].
    at: usize,
    /// The places of its documents that fit.
    fits: Vec<usize>,
    /// The kinds that only this one has.
    only: Vec<Kind>,
    /// The kinds that another has, and this one has not.
    lacks: Vec<Kind>,
}

impl Compared {
    fn new(catalog: &Catalog, selection: &Selection) -> Self {
        let comparison = compare(catalog, selection);
        let countries = comparison.columns.into_iter().map(|column| {
            let Match { country, fits, .. } = column.found;
            ComparedCountry { at: *country, fits: fits.clone(), only: column.only, lacks: column.lacks }
        });
        Self { countries: countries.collect(), kinds: comparison.kinds }
    }
}

/// The table: a column for each country, a row for each thing that is compared.
#[component]
fn Columns(
    /// The countries and kinds.
    compared: Compared,
    /// The visitor's day, on which states of plans depend.
    today: PartialDate,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let Compared { countries, kinds } = compared;
    let country = |column: &ComparedCountry| -> &'static Country { &state.catalog.countries[column.at] };
    let row = |name: &'static str, cell: &dyn Fn(&'static Country, &ComparedCountry) -> Cell| {
        let cells = countries.iter().map(|column| cell(country(column), column)).collect();
        view! { <Row name cells/> }
    };
    let is_known = |fact: &&Fact| countries.iter().any(|column| has_fact(country(column), **fact));
    let facts = Fact::ALL.iter().filter(is_known);
    let facts = facts.map(|fact| row(messages.fact(*fact), &|country, _| cells::fact(country, *fact)));
    let documents = kinds.into_iter().map(|kind| {
        let cells = countries.iter().map(|column| cells::documents(country(column), &column.fits, kind)).collect();
        view! { <Row name=messages.kind(kind) kind cells/> }
    });
    let figures: Vec<(&'static Country, &[usize])> =
        countries.iter().map(|column| (country(column), &*column.fits)).collect();
    let shared = shared_figures(&figures);
    let same_figures = shared
        .iter()
        .map(|figure| row(&figure.label, &|country, column| cells::same_figure(country, &column.fits, figure)));
    let other_figures = row(messages.figures(), &|country, column| cells::figures(country, &column.fits, &shared));
    let differences = (countries.len() > 1).then(|| {
        [
            row(messages.only_here(), &|country, column| cells::kinds(country, &column.only)),
            row(messages.lacking(), &|country, column| cells::kinds(country, &column.lacks)),
        ]
    });
    view! {
        <div class="columns">
            <table aria-label=messages.view(catalog::View::Compare) data-columns=countries.len().to_string()>
                <thead>
                    <tr>
                        <td></td>
                        {countries.iter().map(|column| view! { <ColumnHead at=column.at/> }).collect_view()}
                    </tr>
                </thead>
                <tbody>
                    {row(messages.compare_plan(), &|country, _| cells::plan(country, today))}
                    {row(messages.compare_declaration(), &|country, _| cells::declaration(country))}
                    {facts.collect_view()}
                    {documents.collect_view()}
                    {same_figures.collect_view()}
                    {other_figures}
                    {row(messages.videos_heading(), &|country, _| cells::videos(country, state.catalog))}
                    {differences}
                </tbody>
            </table>
        </div>
    }
}

/// The head of a country's column: its name, and a button that leaves it out where the visitor has chosen it.
#[component]
fn ColumnHead(
    /// Its place in [`catalog::Catalog::countries`].
    at: usize,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let country = &state.catalog.countries[at];
    let is_chosen = Memo::new(move |_| state.query.with(|query| query.has(&Change::Country(country.code))));
    let leave_out = move |_| {
        state.change(&Change::Country(country.code));
        // The button is removed with its column, so the focus has to move.
        focus(&state.host(), RESULTS_TITLE, Scroll::Stay);
    };
    view! {
        <th scope="col">
            <Flag code=country.code/>
            <PageLink page=Page::Country(at) words=&*country.name/>
            <button
                class="leave-out" type="button" hidden=move || !is_chosen.get()
                aria-label=messages.leave_out(&country.name) on:click=leave_out
            >
                <Icon shape=Shape::Close/>
            </button>
        </th>
    }
}
