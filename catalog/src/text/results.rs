//! The results: the sentence about them, their order, and the choice of views.

use super::filters::chip;
use super::number::{countries, documents, plural};
use super::page::{SITE, page_title};
use crate::catalog::Catalog;
use crate::query::{Query, Sort, View};
use crate::selection::Selection;

/// The choice of views.
pub const VIEWS: &str = "Views";
/// A view.
#[must_use]
pub fn view(view: View) -> &'static str {
    match view {
        View::Cards => "Cards",
        View::Map => "Map",
        View::Timeline => "Timeline",
        View::Compare => "Compare",
        View::Table => "Table",
    }
}

/// The order.
pub const SORT: &str = "Sort by";

/// An order.
#[must_use]
pub fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Name => "Country name",
        Sort::Newest => "Newest document",
        Sort::Documents => "Number of documents",
    }
}

/// What is on the screen: the counts, and the filters that are set. Documents of all of Europe are among those that
/// are counted.
#[must_use]
pub fn result(query: &Query, selection: &Selection, catalog: &Catalog) -> String {
    let found = match (selection.matches.len(), selection.documents, selection.europe.len()) {
        (0, _, 0) => "No country fits".to_owned(),
        (0, _, europe) => format!("No country fits, {} across Europe", documents(europe)),
        (number, all, 0) => format!("{}, {}", countries(number), documents(all)),
        (number, all, europe) => format!("{}, {}, {europe} of them across Europe", countries(number), documents(all)),
    };
    match query.chips().len() {
        0 => found,
        number if number > MOST_NAMED && selection.matches.is_empty() && selection.europe.is_empty() => {
            format!("No country fits all {number} filters")
        }
        number if number > MOST_NAMED => format!("{found} with {number} filters"),
        _ => format!("{found}: {}", filters(query, catalog)),
    }
}

/// The title in the browser's tab and history: the filters that are set come first.
#[must_use]
pub fn title(query: &Query, catalog: &Catalog) -> String {
    match query.chips().len() {
        0 => page_title(catalog.countries.len()),
        number if number > MOST_NAMED => format!("{number} filters · {SITE}"),
        _ => format!("{} · {SITE}", filters(query, catalog)),
    }
}

/// The heading when nothing is found.
pub const NOTHING_FOUND: &str = "No country fits these filters";
/// The ways out of it.
pub const NOTHING_FOUND_HINT: &str = "Remove a filter, or clear them all:";
/// Leads to what is found when no country is, but documents of all of Europe are.
#[must_use]
pub fn only_europe(number: usize) -> String {
    plural(number, "# document fits across Europe.", "# documents fit across Europe.")
}
/// The heading when no country, but a video is found.
#[must_use]
pub fn only_videos(number: usize) -> String {
    plural(number, "# video fits: see Talks and visits below.", "# videos fit: see Talks and visits below.")
}

/// More cards.
#[must_use]
pub fn show_more(number: usize) -> String {
    plural(number, "Show # more country", "Show # more countries")
}

/// Most filters that a sentence names one by one.
const MOST_NAMED: usize = 6;

/// The filters that are set, each by its name.
fn filters(query: &Query, catalog: &Catalog) -> String {
    query.chips().iter().map(|change| chip(change, query, catalog)).collect::<Vec<_>>().join(" · ")
}
