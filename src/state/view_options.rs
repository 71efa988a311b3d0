//! What the visitor has chosen in single views.

use catalog::table::{Column, Order};
use catalog::timeline::Grouping;
use leptos::prelude::*;

use super::{AppState, Measure};

/// What the visitor has chosen in single views. It is not in the address, so Back does not undo it.
#[derive(Clone, Copy, Debug)]
pub struct ViewOptions {
    /// The order of the table, where it is another than that of the cards.
    pub order: RwSignal<Option<Order>>,
    /// Whether the rows of the table are countries, and not documents.
    pub by_country: RwSignal<bool>,
    /// What the timeline is grouped by.
    pub grouping: RwSignal<Grouping>,
    /// What the map shows.
    pub measure: RwSignal<Measure>,
}

impl ViewOptions {
    pub(super) fn new() -> Self {
        Self {
            order: RwSignal::new(None),
            by_country: RwSignal::new(false),
            grouping: RwSignal::new(Grouping::Country),
            measure: RwSignal::new(Measure::Plan),
        }
    }
}

impl AppState {
    /// Puts the table in the order of a column, or turns that order round.
    pub fn sort_table(&self, column: Column) {
        self.options.order.update(|order| *order = Some(Order::pressed(*order, column)));
    }

    /// Shows countries as the rows of the table, or documents. `columns` are those of the rows: an order by another
    /// column ends.
    pub fn show_rows(&self, by_country: bool, columns: &[Column]) {
        self.options.by_country.set(by_country);
        if self.options.order.get_untracked().is_some_and(|order| !columns.contains(&order.column)) {
            self.options.order.set(None);
        }
    }

    /// Groups the timeline.
    pub fn group_by(&self, grouping: Grouping) {
        self.options.grouping.set(grouping);
    }

    /// Chooses what the map shows.
    pub fn choose_measure(&self, measure: Measure) {
        self.options.measure.set(measure);
    }
}
