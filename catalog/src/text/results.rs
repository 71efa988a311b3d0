//! The results: the sentence about them, their order, and the choice of views.

use super::Messages;
use super::number::plural;
use crate::catalog::Catalog;
use crate::column::Order;
use crate::query::{Query, Sort, View};
use crate::selection::Selection;

/// Most filters that a sentence names one by one.
const MOST_NAMED: usize = 6;

impl Messages {
    /// The choice of views.
    pub fn views(self) -> &'static str {
        "Views"
    }

    /// A view.
    pub fn view(self, view: View) -> &'static str {
        match view {
            View::Cards => "Cards",
            View::Map => "Map",
            View::Timeline => "Timeline",
            View::Compare => "Compare",
            View::Table => "Table",
        }
    }

    /// How the results are shown, for who cannot see it; `order` is that of the table, where it is not that of the cards.
    pub fn shown_as(self, view: View, order: Option<Order>) -> String {
        let shown = format!("Shown as: {}", self.view(view));
        let Some(Order { column, is_descending }) = order else { return shown };
        let direction = if is_descending { "descending" } else { "ascending" };
        format!("{shown}, by {}, {direction}", self.column(column))
    }

    /// The order.
    pub fn sort_by(self) -> &'static str {
        "Sort by"
    }

    /// An order.
    pub fn sort(self, sort: Sort) -> &'static str {
        match sort {
            Sort::Name => "Country name",
            Sort::Newest => "Newest document",
            Sort::Documents => "Number of documents",
        }
    }

    /// What is on the screen: the counts, and the filters that are set. Documents of all of Europe are among those that
    /// are counted.
    pub fn result(self, query: &Query, selection: &Selection, catalog: &Catalog) -> String {
        let found = match (selection.matches.len(), selection.documents, selection.europe.len()) {
            (0, _, 0) => "No results".to_owned(),
            (0, _, europe) => format!("No countries, {} across Europe", self.documents(europe)),
            (number, all, 0) => format!("{}, {}", self.countries(number), self.documents(all)),
            (number, all, europe) => {
                format!("{}, {}, {europe} of them across Europe", self.countries(number), self.documents(all))
            }
        };
        let corrected = selection.corrected.as_ref().map(|text| self.results_for(text)).unwrap_or_default();
        corrected
            + &match query.filters() {
                0 => found,
                number if number > MOST_NAMED && selection.matches.is_empty() && selection.europe.is_empty() => {
                    format!("No results for all {number} filters")
                }
                number if number > MOST_NAMED => format!("{found} with {number} filters"),
                _ => format!("{found}: {}", self.filter_names(query, catalog)),
            }
    }

    /// What was searched for in the place of what stands nowhere; another sentence follows.
    fn results_for(self, text: &str) -> String {
        format!("Showing results for “{text}”. ")
    }

    /// The title in the browser's tab and history: the filters that are set come first.
    pub fn title(self, query: &Query, catalog: &Catalog) -> String {
        let site = self.site();
        match query.filters() {
            0 => self.page_title(catalog.countries.len()),
            number if number > MOST_NAMED => format!("{number} filters · {site}"),
            _ => format!("{} · {site}", self.filter_names(query, catalog)),
        }
    }

    /// The heading when nothing is found.
    pub fn nothing_found(self) -> &'static str {
        "No country matches these filters"
    }

    /// The ways out of it.
    pub fn nothing_found_hint(self) -> &'static str {
        "Remove a filter, or clear them all:"
    }

    /// Leads to what is found when no country is, but documents of all of Europe are.
    pub fn only_europe(self, number: usize) -> String {
        plural(number, "# document matches across Europe.", "# documents match across Europe.")
    }

    /// The heading when no country, but a video is found.
    pub fn only_videos(self, number: usize) -> String {
        plural(number, "# video matches: see Talks and visits below.", "# videos match: see Talks and visits below.")
    }

    /// More cards.
    pub fn show_more(self, number: usize) -> String {
        plural(number, "Show # more country", "Show # more countries")
    }

    /// The filters that are set, each by its name.
    fn filter_names(self, query: &Query, catalog: &Catalog) -> String {
        query.chips(catalog).iter().map(|change| self.chip(change, query, catalog)).collect::<Vec<_>>().join(" · ")
    }
}
