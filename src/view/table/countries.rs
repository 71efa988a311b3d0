//! The countries that match as rows.

use catalog::Fact;
use catalog::table::{Column, adopted_plans, country_rows, plan_period};
use leptos::prelude::*;

use super::heads::Heads;
use super::more::MoreRows;
use crate::state::{PAGE_SIZE, Page, use_app_state, use_messages};
use crate::view::flag::Flag;
use crate::view::icon::Icon;
use crate::view::link::{ItemLink, PageLink};

/// A row for each country.
#[component]
pub fn CountryTable() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let rows = move || {
        let (order, limit, today) = (state.options.order.get(), state.limit.get(), state.today.get());
        let shown = state.selection.with(|selection| country_rows(state.catalog, selection, order, today, limit));
        shown.into_iter().map(|at| view! { <Row at/> }).collect_view()
    };
    let more = Memo::new(move |_| {
        let countries = state.selection.with(|selection| selection.matches.len());
        countries.saturating_sub(state.limit.get()).min(PAGE_SIZE)
    });
    view! {
        <div class="rows">
            <table class="of-countries">
                <caption class="visually-hidden">{messages.table_of_countries()}</caption>
                <Heads columns=&Column::OF_COUNTRIES/>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <MoreRows more/>
    }
}

#[component]
fn Row(at: usize) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let catalog = state.catalog;
    let country = &catalog.countries[at];
    let today = state.today.get();
    let plan = country.plan_state(today);
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
            <td data-label=messages.column(Column::State)>
                <span class="badge" data-plan=plan.name()><Icon shape=plan.into()/>{messages.plan(plan)}</span>
            </td>
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
