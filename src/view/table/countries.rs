//! The table whose rows are the countries that match.

use catalog::table::{Column, adopted_plans, country_rows, plan_period};
use catalog::{Fact, Messages, PartialDate};
use leptos::prelude::*;

use super::FIRST_LINKS;
use super::heads::Heads;
use crate::state::{Page, use_app_state, use_messages};
use crate::view::badge::PlanBadge;
use crate::view::flag::Flag;
use crate::view::link::{ItemLink, PageLink};
use crate::view::more::ShowMore;

/// A row for each country.
#[component]
pub fn CountryTable() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let shown = Memo::new(move |_| {
        let (order, limit, today) = (state.options.order.get(), state.limit.get(), state.today.get());
        state.selection.with(|selection| country_rows(state.catalog, selection, order, today, limit))
    });
    // Several cells depend on the visitor's day. It hardly ever changes, and then all rows are made anew.
    let rows = move || {
        let today = state.today.get();
        shown.get().into_iter().map(move |at| (at, today))
    };
    view! {
        <div class="rows">
            <table class="of-countries">
                <caption class="visually-hidden">{messages.table_of_countries()}</caption>
                <Heads columns=&Column::OF_COUNTRIES/>
                <tbody>
                    <For each=rows key=|row| *row children=|(at, today)| view! { <Row at today/> }/>
                </tbody>
            </table>
        </div>
        <ShowMore
            total=|state| state.selection.with(|selection| selection.matches.len()) words=Messages::show_more_rows
            focus=FIRST_LINKS
        />
    }
}

/// The row of a country.
#[component]
fn Row(
    /// Its place in [`catalog::Catalog::countries`].
    at: usize,
    /// The visitor's day.
    today: PartialDate,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let catalog = state.catalog;
    let country = &catalog.countries[at];
    let links = |documents: Vec<&'static catalog::Resource>| {
        let link = |one: &'static catalog::Resource| view! { <li><ItemLink id=&one.id>{&*one.title}</ItemLink></li> };
        (!documents.is_empty()).then(|| view! { <ul>{documents.into_iter().map(link).collect_view()}</ul> })
    };
    let laws = country.profile.documents(Fact::LegalBasis).into_iter().map(|at| &country.resources[at]).collect();
    let period = plan_period(catalog, country, today).map(|years| messages.period(years));
    let declaration = &country.declaration;
    view! {
        <tr>
            <th scope="row"><Flag code=country.code/><PageLink page=Page::Country(at) words=&*country.name/></th>
            <td data-label=messages.column(Column::State)><PlanBadge plan=country.plan_state(today)/></td>
            <td data-label=messages.column(Column::Plan)>{links(adopted_plans(catalog, country, today))}</td>
            <td data-label=messages.column(Column::Years)>{period}</td>
            <td data-label=messages.column(Column::LeadBody)>{messages.fact_words(Fact::LeadBody, &country.profile)}</td>
            <td data-label=messages.column(Column::LegalBasis)>{links(laws)}</td>
            <td data-label=messages.column(Column::Declaration)>
                {messages.signed(declaration.signatory, declaration.signed)}
            </td>
            <td data-label=messages.column(Column::Documents)>{country.resources.len()}</td>
            <td data-label=messages.column(Column::Videos)>{catalog.videos_of(country.code).count()}</td>
        </tr>
    }
}
