//! The documents that fit as a table, a bounded number of rows. Where there is little room, a row's cells stand below
//! each other, each with the name of its column.

use catalog::DocumentRef;
use catalog::table::{Column, rows};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::document::{Marks, Progress};
use super::flag::Flag;
use super::link::{ItemLink, OutLink, PageLink, PartLink};
use crate::browser::focus::{Scroll, focus_element};
use crate::browser::schedule::next_frame;
use crate::state::{AppState, PAGE_SIZE, Page, use_app_state, use_messages};

/// The first link of each row, in this view and in the timeline.
const FIRST_LINKS: &str = ".rows tbody th a, .bar-row";

/// The table.
#[component]
pub fn DocumentTable() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let shown = Memo::new(move |_| {
        let (order, limit) = (state.order.get(), state.limit.get());
        state.selection.with(|selection| rows(state.catalog, selection, order, limit))
    });
    let more = Memo::new(move |_| {
        let documents = state.selection.with(|selection| selection.documents);
        documents.saturating_sub(state.limit.get()).min(PAGE_SIZE)
    });
    view! {
        <div class="view table">
            <div class="rows">
                <table>
                    <caption class="visually-hidden">{messages.table()}</caption>
                    <thead>
                        <tr>
                            {Column::ALL.iter().map(|column| view! { <ColumnHead column=*column/> }).collect_view()}
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || shown.get() key=|found| *found children=|found| view! { <Row found/> }/>
                    </tbody>
                </table>
            </div>
            <MoreRows more/>
        </div>
    }
}

/// The head of a column: a press puts the rows in its order, and another one turns that round.
#[component]
fn ColumnHead(column: Column) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let sort = move || {
        let order = state.order.get().filter(|order| order.column == column)?;
        Some(if order.is_descending { "descending" } else { "ascending" })
    };
    view! {
        <th scope="col" aria-sort=sort>
            <button class="column" type="button" on:click=move |_| state.sort_table(column)>
                {messages.column(column)}
            </button>
        </th>
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

/// A button for more rows. It may go; the focus goes on to the first row that it brought.
#[component]
pub fn MoreRows(
    /// How many it brings; without any, it is hidden.
    more: Memo<usize>,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let show_more = move |_| {
        let before = first_links(state).map_or(0, |links| links.length());
        state.show_more();
        next_frame(move || {
            let next = first_links(state).and_then(|links| links.item(before));
            if let Some(link) = next.as_ref().and_then(|link| link.dyn_ref()) {
                focus_element(link, Scroll::IntoView);
            }
        });
    };
    view! {
        <button class="more" type="button" hidden=move || more.get() == 0 on:click=show_more>
            {move || messages.show_more_rows(more.get())}
        </button>
    }
}

fn first_links(state: AppState) -> Option<web_sys::NodeList> {
    state.host().all(FIRST_LINKS)
}
