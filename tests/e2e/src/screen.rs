//! What the page shows of a query, as it is and as it should be.

use catalog::{Catalog, Count, Country, Kind, Match, Messages, PlanState, Query, Selection, Status, View};
use serde::Deserialize;

use crate::data::today;

/// The part of the page that follows the query.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Screen {
    /// The sentence with the counts.
    pub status: String,
    /// Every option of every filter.
    pub facets: Vec<Facet>,
    /// The cards, in their order; none in another view.
    pub cards: Vec<Card>,
    /// The names of the buttons that take filters out.
    pub chips: Vec<String>,
    /// Keys of the videos among the talks.
    pub videos: Vec<String>,
    /// What stands in the search field.
    pub search: String,
    /// The order that is chosen.
    pub sort: String,
    /// The first and the last year that are chosen.
    pub years: [String; 2],
}

/// An option of a filter.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct Facet {
    /// The filter.
    pub filter: String,
    /// The option's name in an address.
    pub value: String,
    /// Whether it is chosen.
    pub is_set: bool,
    /// Its label, its count, and its count for a screen reader.
    pub words: Vec<String>,
}

/// A country's card.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct Card {
    /// The country's code.
    pub country: String,
    /// Its name.
    pub name: String,
    /// Whether everything about it is shown.
    pub is_open: bool,
    /// Where the documents that it shows lead, in their order.
    pub documents: Vec<String>,
}

/// The script that reads it from the page.
pub(crate) const READ: &str = include_str!("screen.js");

impl Screen {
    /// What the page has to show of a query, where the visitor has opened no card.
    pub fn of(query: &Query, catalog: &Catalog) -> Self {
        Self::with_opened(query, catalog, &[])
    }

    /// What the page has to show of a query, with the cards of these countries opened by the visitor.
    pub fn with_opened(query: &Query, catalog: &Catalog, opened: &[String]) -> Self {
        let selection = catalog.select(query, today());
        let chip =
            |change: &catalog::Change| Messages::English.remove_filter(&Messages::English.chip(change, query, catalog));
        let mut chips: Vec<String> = query.chips(catalog).iter().map(chip).collect();
        if !chips.is_empty() {
            chips.push(Messages::English.clear().to_owned());
        }
        let year = |year: Option<catalog::Year>| year.map(|year| year.to_string()).unwrap_or_default();
        Self {
            status: Messages::English.result(query, &selection, catalog),
            facets: facets(query, &selection, catalog),
            cards: if query.view == View::Cards { cards(&selection, catalog, opened) } else { Vec::new() },
            chips,
            videos: selection.videos.iter().map(|at| catalog.videos[*at].media.key().to_owned()).collect(),
            search: query.text().to_owned(),
            sort: query.sort.name().to_owned(),
            years: query.years.map_or_else(Default::default, |years| [year(years.from()), year(years.to())]),
        }
    }
}

fn facets(query: &Query, selection: &Selection, catalog: &Catalog) -> Vec<Facet> {
    let facet = |filter: &str, value: &str, label: &str, is_set: bool, count: Count, of_documents: bool| {
        let number = if of_documents { count.documents } else { count.countries };
        let words = vec![label.to_owned(), number.to_string(), Messages::English.option_count(number, of_documents)];
        Facet { filter: filter.to_owned(), value: value.to_owned(), is_set, words }
    };
    let counts = &selection.facets;
    let countries = catalog.countries.iter().zip(&counts.countries).map(|(country, count)| {
        facet("country", &country.code.lower(), &country.name, query.countries.contains(&country.code), *count, true)
    });
    let plans = PlanState::ALL.iter().zip(&counts.plans).map(|(plan, count)| {
        facet("plan", plan.name(), Messages::English.plan(*plan), query.plans.contains(plan), *count, false)
    });
    let kinds = Kind::ALL.iter().zip(&counts.kinds).map(|(kind, count)| {
        facet("kind", kind.name(), Messages::English.kind(*kind), query.kinds.contains(kind), *count, true)
    });
    let statuses = Status::ALL.iter().zip(&counts.statuses).map(|(status, count)| {
        facet("status", status.name(), Messages::English.status(*status), query.statuses.contains(status), *count, true)
    });
    let now = facet("now", "1", Messages::English.in_force_today(), query.now, counts.now, true);
    let video = facet("video", "1", Messages::English.with_video(), query.video, counts.video, false);
    countries.chain(plans).chain([now]).chain(kinds).chain([video]).chain(statuses).collect()
}

fn cards(selection: &Selection, catalog: &Catalog, opened: &[String]) -> Vec<Card> {
    let is_alone = selection.matches.len() == 1;
    let card = |found: &Match| {
        let country = &catalog.countries[found.country];
        let is_open = is_alone || opened.iter().any(|code| code == country.code.as_str());
        let all = || Kind::ALL.iter().flat_map(|kind| of_kind(country, *kind));
        let shown: Vec<usize> = if is_open { all().collect() } else { country.shortlist(found) };
        let documents = shown.into_iter().map(|at| country.resources[at].address.as_str().to_owned());
        let (code, name) = (country.code.to_string(), country.name.to_string());
        Card { country: code, name, is_open, documents: documents.collect() }
    };
    selection.matches.iter().map(card).collect()
}

fn of_kind(country: &Country, kind: Kind) -> impl Iterator<Item = usize> {
    country.resources.iter().enumerate().filter(move |(_, one)| one.kind == kind).map(|(at, _)| at)
}
