//! What the cells of the comparison show, and by what they differ.

use catalog::{Catalog, Country, Fact, Kind, Media, PartialDate, Resource, Video};
use leptos::prelude::*;

use super::row::Cell;
use crate::state::use_messages;
use crate::view::country_details::PlanDocuments;
use crate::view::document::Progress;
use crate::view::icon::Icon;
use crate::view::link::{ItemLink, OutLink};
use crate::view::profile::{FactValue, has_fact};

/// Where it stands with its plan. Plans have other names in each country: only how far they are is compared.
pub(super) fn plan(country: &'static Country, today: PartialDate) -> Cell {
    let messages = use_messages();
    let plan = country.plan_state(today);
    let content = view! {
        <div>
            <span class="badge" data-plan=plan.name()><Icon shape=plan.into()/>{messages.plan(plan)}</span>
            <PlanDocuments country/>
        </div>
    };
    Cell::new(country, messages.plan(plan), Some(content))
}

/// Whether it signed the declaration, on whatever day.
pub(super) fn declaration(country: &'static Country) -> Cell {
    let messages = use_messages();
    let declaration = &country.declaration;
    let content = view! { <span>{messages.signed(declaration.signatory, declaration.signed)}</span> };
    Cell::new(country, declaration.signatory.to_string(), Some(content))
}

/// What is known of one thing: countries differ where it is said in other words, or where nothing is known of one.
pub(super) fn fact(country: &'static Country, fact: Fact) -> Cell {
    let is_known = has_fact(country, fact);
    let words = use_messages().fact_words(fact, &country.profile);
    let value = words.unwrap_or_else(|| there_is(is_known).to_owned());
    Cell::new(country, value, is_known.then(|| view! { <FactValue country fact/> }))
}

/// Those of its documents that are of a kind.
pub(super) fn documents(country: &'static Country, fits: &[usize], kind: Kind) -> Cell {
    let fits = fits.iter().map(|at| &country.resources[*at]);
    let documents: Vec<_> =
        fits.filter(|one| one.kind == kind).map(|resource| view! { <DocumentItem resource/> }).collect();
    Cell::new(country, there_is(!documents.is_empty()), list(documents))
}

#[component]
fn DocumentItem(resource: &'static Resource) -> impl IntoView {
    let messages = use_messages();
    view! {
        <li data-address=resource.address.as_str()>
            <ItemLink id=&resource.id>{&*resource.title}</ItemLink>
            <span class="meta"><span>{messages.when(resource.year, resource.period)}</span><Progress resource/></span>
        </li>
    }
}

/// The figures of its documents, which no two countries have alike.
pub(super) fn figures(country: &'static Country, fits: &[usize]) -> Cell {
    let messages = use_messages();
    let figures = fits.iter().flat_map(|at| &country.resources[*at].figures).map(|figure| {
        view! { <li><b>{messages.figure(figure)}</b> " " <span class="label">{&*figure.label}</span></li> }
    });
    Cell::new(country, "", list(figures.collect()))
}

/// Its videos.
pub(super) fn videos(country: &'static Country, catalog: &'static Catalog) -> Cell {
    let videos: Vec<_> = catalog.videos_of(country.code).map(|video| view! { <VideoItem video/> }).collect();
    Cell::new(country, there_is(!videos.is_empty()), list(videos))
}

#[component]
fn VideoItem(video: &'static Video) -> impl IntoView {
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

/// Kinds of documents: what the countries differ by is what the row says.
pub(super) fn kinds(country: &'static Country, kinds: &[Kind]) -> Cell {
    let messages = use_messages();
    Cell::new(country, "", list(kinds.iter().map(|kind| view! { <li>{messages.kind(*kind)}</li> }).collect()))
}

/// Where only whether there is something is compared.
fn there_is(something: bool) -> &'static str {
    if something { "1" } else { "" }
}

fn list<V: IntoView + 'static>(items: Vec<V>) -> Option<View> {
    (!items.is_empty()).then(|| view! { <ul>{items}</ul> })
}
