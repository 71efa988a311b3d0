//! A row of the comparison.

use crate::state::use_messages;
use catalog::{Country, Kind};
use leptos::prelude::*;

/// What a row shows of a country.
pub(super) struct Cell {
    country: &'static Country,
    /// What is compared with the other countries; the same in all cells where the row is not compared.
    value: String,
    /// The documents or videos in it, by their titles.
    titles: Vec<&'static str>,
    /// Nothing where nothing is known.
    content: Option<View>,
}

impl Cell {
    /// A cell; `value` is what is compared.
    pub(super) fn new(country: &'static Country, value: impl Into<String>, content: Option<View>) -> Self {
        Self { country, value: value.into(), titles: Vec::new(), content }
    }

    /// The same with the titles of what is in it.
    pub(super) fn with(self, titles: impl Iterator<Item = &'static str>) -> Self {
        Self { titles: titles.collect(), ..self }
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
    // One may have what another lacks; or both have something, as two strategies, which are not the same.
    let mark = if cells.iter().any(|cell| cell.value != cells[0].value) {
        Some(messages.differs())
    } else {
        let differ = cells.iter().any(|cell| cell.titles != cells[0].titles);
        differ.then(|| messages.different_ones())
    };
    let cells = cells.into_iter().map(|Cell { country, content, .. }| match content {
        Some(content) => view! { <td data-label=&*country.name>{content}</td> },
        None => view! {
            <td class="lacks" data-label=&*country.name>{messages.nothing_known()}</td>
        },
    });
    view! {
        <tr data-differs=mark.map(|_| "") data-kind=kind.map(Kind::name)>
            <th scope="row">
                {name} " " {mark.map(|mark| view! { <span class="differs">{mark}</span> })}
            </th>
            {cells.collect_view()}
        </tr>
    }
}
