//! The documents that fit, or the countries that match, as a table, a bounded number of rows. Where there is little room,
//! a row's cells stand below each other, each with the name of its column.

mod countries;
mod heads;
pub mod more;

use catalog::DocumentRef;
use catalog::table::{Column, rows};
use leptos::prelude::*;

use super::document::{Marks, Progress};
use super::flag::Flag;
use super::link::{ItemLink, OutLink, PageLink, PartLink};
use crate::state::{PAGE_SIZE, Page, use_app_state, use_messages};
use countries::CountryTable;
use heads::Heads;
use more::MoreRows;

/// The table, and the choice of its rows.
#[component]
pub fn Table() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let choice = move |words: &'static str, by_country: bool, columns: &'static [Column]| {
        let choose = move |_| state.show_rows(by_country, columns);
        let is_pressed = move || (state.options.by_country.get() == by_country).to_string();
        view! { <button class="button-small" type="button" aria-pressed=is_pressed on:click=choose>{words}</button> }
    };
    view! {
        <div class="view table">
            <div class="measures" role="group" aria-label=messages.rows()>
                {choice(messages.by_document(), false, &Column::OF_DOCUMENTS)}
                {choice(messages.by_country(), true, &Column::OF_COUNTRIES)}
            </div>
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
    let more = Memo::new(move |_| {
        let documents = state.selection.with(|selection| selection.documents);
        documents.saturating_sub(state.limit.get()).min(PAGE_SIZE)
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
        <MoreRows more/>
    }
}

#[component]
fn Row(found: DocumentRef) -> impl IntoView {
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
    view! {
        <tr>
            <th scope="row">{whose}</th>
            <td data-label=messages.column(Column::Title)>
                <OutLink address=resource.address.as_str() words=&*resource.title/>
                <Marks resource/>
                <span class="to-card">
                    <ItemLink id=&resource.id>
                        {messages.to_card()}<span class="visually-hidden">{messages.about_title(&resource.title)}</span>
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
