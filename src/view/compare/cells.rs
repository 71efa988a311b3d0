//! The cells of the comparison, one function for each kind of row. They are functions and not components, because a
//! cell is more than what it shows: a [`Cell`] also has the value by which the row knows whether the countries
//! differ.

use catalog::compare::figures as figures_of;
use catalog::{Catalog, Country, Fact, Figure, Kind, Media, PartialDate, Resource, Video};
use leptos::prelude::*;

use super::row::Cell;
use crate::state::use_messages;
use crate::view::badge::PlanBadge;
use crate::view::country_details::PlanDocuments;
use crate::view::document::Progress;
use crate::view::link::{ItemLink, OutLink};
use crate::view::profile::{FactValue, has_fact};

/// The state of a country's plan, and the documents that are its plan.
pub(super) fn plan(country: &'static Country, today: PartialDate) -> Cell {
    let messages = use_messages();
    let plan = country.plan_state(today);
    let content = view! {
        <div>
            <PlanBadge plan/>
            <PlanDocuments country/>
        </div>
    };
    Cell::new(country, messages.plan(plan), Some(content)).with(country.plans().map(|plan| &*plan.title))
}

/// Whether a country has signed the declaration, and when. The day makes no difference between countries.
pub(super) fn declaration(country: &'static Country) -> Cell {
    let messages = use_messages();
    let declaration = &country.declaration;
    let content = view! { <span>{messages.signed(declaration.signatory, declaration.signed)}</span> };
    Cell::new(country, declaration.signatory.to_string(), Some(content))
}

/// A fact of a country's profile. Countries differ where the words do, or where it is known of only one of them.
pub(super) fn fact(country: &'static Country, fact: Fact) -> Cell {
    let is_known = has_fact(country, fact);
    let words = use_messages().fact_words(fact, &country.profile);
    let value = words.unwrap_or_else(|| there_is(is_known).to_owned());
    let documents = country.profile.documents(fact).into_iter().map(|at| &*country.resources[at].title);
    Cell::new(country, value, is_known.then(|| view! { <FactValue country fact/> })).with(documents)
}

/// A country's documents of a kind. `fits` has the places of those that fit the query.
pub(super) fn documents(country: &'static Country, fits: &[usize], kind: Kind) -> Cell {
    let fits = fits.iter().map(|at| &country.resources[*at]);
    let documents: Vec<_> = fits.filter(|one| one.kind == kind).collect();
    let items = documents.iter().map(|resource| view! { <DocumentItem resource/> }).collect();
    Cell::new(country, there_is(!documents.is_empty()), list(items)).with(documents.iter().map(|one| &*one.title))
}

/// A document in a cell: a link to its entry, its years and its status.
#[component]
fn DocumentItem(
    /// The document.
    resource: &'static Resource,
) -> impl IntoView {
    let messages = use_messages();
    view! {
        <li data-address=resource.address.as_str()>
            <ItemLink id=&resource.id>{&*resource.title}</ItemLink>
            <span class="meta"><span>{messages.when(resource.year, resource.period)}</span><Progress resource/></span>
        </li>
    }
}

/// The figures of a country's documents that count the same as `as_this`, which may be another country's.
pub(super) fn same_figure(country: &'static Country, fits: &[usize], as_this: &Figure) -> Cell {
    let messages = use_messages();
    let same: Vec<&Figure> = figures_of(country, fits).filter(|figure| figure.means_as(as_this)).collect();
    let value: String = same.iter().map(|figure| messages.figure(figure)).collect();
    let item = |figure: &Figure| {
        let as_of = figure.as_of.as_deref().map(|note| view! { <span class="label">{messages.as_of(note)}</span> });
        view! { <li><b>{messages.figure(figure)}</b> " " {as_of}</li> }
    };
    Cell::new(country, value, list(same.into_iter().map(item).collect()))
}

/// A country's figures other than those that are shared. No other country counts the same, so they are not compared.
pub(super) fn figures(country: &'static Country, fits: &[usize], shared: &[&Figure]) -> Cell {
    let messages = use_messages();
    let others = figures_of(country, fits).filter(|figure| !shared.iter().any(|one| one.means_as(figure)));
    let figures = others.map(|figure| {
        view! { <li><b>{messages.figure(figure)}</b> " " <span class="label">{&*figure.label}</span></li> }
    });
    Cell::new(country, "", list(figures.collect()))
}

/// The videos that are about a country.
pub(super) fn videos(country: &'static Country, catalog: &'static Catalog) -> Cell {
    let videos: Vec<_> = catalog.videos_of(country.code).collect();
    let items = videos.iter().map(|video| view! { <VideoItem video/> }).collect();
    Cell::new(country, there_is(!videos.is_empty()), list(items)).with(videos.iter().map(|video| &*video.title))
}

/// A video in a cell: a link to it, and for a playlist how much is in it.
#[component]
fn VideoItem(
    /// The video.
    video: &'static Video,
) -> impl IntoView {
    let messages = use_messages();
    let is_playlist = matches!(video.media, Media::Playlist { .. });
    let extent = is_playlist.then(|| view! { <span class="meta">{messages.extent(&video.media)}</span> });
    view! {
        <li>
            <OutLink address=video.media.watch_address() words=&*video.title/>
            {extent}
        </li>
    }
}

/// Kinds of documents that a country has, or lacks. The row is about the difference, so it needs no mark.
pub(super) fn kinds(country: &'static Country, kinds: &[Kind]) -> Cell {
    let messages = use_messages();
    Cell::new(country, "", list(kinds.iter().map(|kind| view! { <li>{messages.kind(*kind)}</li> }).collect()))
}

/// The value of a cell that is compared only by whether there is something.
fn there_is(something: bool) -> &'static str {
    if something { "1" } else { "" }
}

/// A list; nothing where there are no items.
fn list<V: IntoView + 'static>(items: Vec<V>) -> Option<View> {
    (!items.is_empty()).then(|| view! { <ul>{items}</ul> })
}
