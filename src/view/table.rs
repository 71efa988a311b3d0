//! The documents that fit the query, or the countries that match it, as a table that is shown a page at a time. In a
//! narrow window the cells of a row are below each other, each with the name of its column (`data-label`).

mod countries;
mod heads;

use catalog::table::{Column, rows};
use catalog::{DocumentRef, Messages};
use leptos::prelude::*;

use super::document::{Marks, Progress};
use super::flag::Flag;
use super::link::{ItemLink, OutLink, PageLink, PartLink};
use super::more::ShowMore;
use super::toggle_group::ToggleGroup;
use crate::state::{Page, use_app_state, use_messages};
use countries::CountryTable;
use heads::Heads;

/// The first link of each row, which takes the focus when the row is added.
const FIRST_LINKS: &str = ".rows tbody th a";

/// The table, and the choice between rows of documents and rows of countries.
#[component]
pub fn Table() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let choose = move |by_country| {
        state.show_rows(by_country, if by_country { &Column::OF_COUNTRIES } else { &Column::OF_DOCUMENTS });
    };
    view! {
        <div class="view table">
            <ToggleGroup
                label=messages.rows() options=[(false, messages.by_document()), (true, messages.by_country())]
                value=state.options.by_country choose
            />
            {move || match state.options.by_country.get() {
                true => view! { <CountryTable/> },
                false => view! { <DocumentTable/> },
            }}
        </div>
    }
}

/// A row for each document.
#[component]
fn DocumentTable() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let shown = Memo::new(move |_| {
        let (order, limit) = (state.options.order.get(), state.limit.get());
        state.selection.with(|selection| rows(state.catalog, selection, order, limit))
    });
    view! {
        <div class="rows">
            <table>
                <caption class="visually-hidden">{messages.table()}</caption>
                <Heads columns=&Column::OF_DOCUMENTS/>
                <tbody>
                    <For each=move || shown.get() key=|found| *found children=|found| view! { <Row found/> }/>
                </tbody>
            </table>
        </div>
        <ShowMore
            total=|state| state.selection.with(|selection| selection.documents) words=Messages::show_more_rows
            focus=FIRST_LINKS
        />
    }
}

/// The row of a document.
#[component]
fn Row(
    /// The document.
    found: DocumentRef,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let (country, resource) = found.resolve(state.catalog);
    let whose = match found.country.zip(country) {
        Some((at, country)) => view! {
            <Flag code=country.code/>
            <PageLink page=Page::Country(at) words=&*country.name/>
        },
        None => view! { <PartLink part="#europe" words=messages.across_europe()/> },
    };
    let (to_card, about) = messages.to_card(&resource.title);
    view! {
        <tr>
            <th scope="row">{whose}</th>
            <td data-label=messages.column(Column::Title)>
                <OutLink address=resource.address.as_str() words=&*resource.title/>
                <Marks resource/>
                <span class="to-card">
                    <ItemLink id=&resource.id>
                        {to_card}<span class="visually-hidden">{about}</span>
                    </ItemLink>
                </span>
            </td>
            <td data-label=messages.column(Column::Kind)>{messages.kind(resource.kind)}</td>
            <td data-label=messages.column(Column::Years)>{messages.when(resource.year, resource.period)}</td>
            <td data-label=messages.column(Column::Status)><Progress resource/></td>
            <td data-label=messages.column(Column::Issuer)>{&*resource.issuer}</td>
        </tr>
    }
}
