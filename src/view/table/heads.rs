//! The heads of a table's columns, which sort its rows.

use catalog::table::Column;
use leptos::prelude::*;

use crate::state::{use_app_state, use_messages};

/// The row of heads.
#[component]
pub fn Heads(
    /// The columns.
    columns: &'static [Column],
) -> impl IntoView {
    view! {
        <thead>
            <tr>{columns.iter().map(|column| view! { <ColumnHead column=*column/> }).collect_view()}</tr>
        </thead>
    }
}

/// The head of a column: a press sorts the rows by the column, and another press reverses the order.
#[component]
fn ColumnHead(
    /// The column.
    column: Column,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let sort = move || {
        let order = state.options.order.get().filter(|order| order.column == column)?;
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
