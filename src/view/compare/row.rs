//! A row of the comparison.

use crate::state::use_messages;
use catalog::{Country, Kind};
use leptos::prelude::*;

/// A cell of a row: what is shown of a country, and by what it is compared.
pub(super) struct Cell {
    country: &'static Country,
    /// What is compared with the other countries; the same in all cells where the row is not compared.
    value: String,
    /// The titles of the documents or videos in the cell.
    titles: Vec<&'static str>,
    /// What is shown; nothing where nothing is known.
    content: Option<View>,
}

impl Cell {
    /// A cell without titles; `value` is what is compared.
    pub(super) fn new(country: &'static Country, value: impl Into<String>, content: Option<View>) -> Self {
        Self { country, value: value.into(), titles: Vec::new(), content }
    }

    /// The cell with the titles of the documents or videos in it.
    pub(super) fn with(self, titles: impl Iterator<Item = &'static str>) -> Self {
        Self { titles: titles.collect(), ..self }
    }
}

/// A row: its name, with a mark where the countries differ, and a cell for each country.
#[component]
pub fn Row(
    /// The name.
    name: &'static str,
    /// The kind of document that the row is about, for the style.
    #[prop(optional)]
    kind: Option<Kind>,
    /// The cells, one for each country, at least one.
    cells: Vec<Cell>,
) -> impl IntoView {
    let messages = use_messages();
    // Either the values differ, or all have something of the kind, such as a strategy, and these are different
    // documents.
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
