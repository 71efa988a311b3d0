//! A row of the comparison.

use crate::state::use_messages;
use catalog::{Country, Kind};
use leptos::prelude::*;

/// What a row shows of a country.
pub(super) struct Cell {
    country: &'static Country,
    /// By what it differs from another country; the same where that is not compared.
    value: String,
    /// Nothing where nothing is known.
    content: Option<View>,
}

impl Cell {
    /// A cell; `value` is what is compared.
    pub(super) fn new(country: &'static Country, value: impl Into<String>, content: Option<View>) -> Self {
        Self { country, value: value.into(), content }
    }
}

/// A row: its name, marked where the countries differ, and a cell for each country.
#[component]
pub fn Row(
    /// The name.
    name: &'static str,
    /// The kind of document it is about.
    #[prop(default = None)]
    kind: Option<Kind>,
    /// The cells.
    cells: Vec<Cell>,
) -> impl IntoView {
    let messages = use_messages();
    let differs = cells.iter().any(|cell| cell.value != cells[0].value);
    let cells = cells.into_iter().map(|Cell { country, content, .. }| match content {
        Some(content) => view! { <td data-label=&*country.name>{content}</td> },
        None => view! {
            <td class="lacks" data-label=&*country.name>{messages.nothing_known()}</td>
        },
    });
    view! {
        <tr data-differs=differs.then_some("") data-kind=kind.map(Kind::name)>
            <th scope="row">
                {name} " " {differs.then(|| view! { <span class="differs">{messages.differs()}</span> })}
            </th>
            {cells.collect_view()}
        </tr>
    }
}
