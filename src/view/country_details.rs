//! Everything that is known of a country: below its name in an opened card, and on its page.

use catalog::export::{Row, coins};
use catalog::report::Reported;
use catalog::{Country, ImplementationLink, Kind, LinkCategory, Resource};
use leptos::prelude::*;

use super::actions::ReportLink;
use super::document::WholeDocument;
use super::heading::{HeadingLevel, PartHeading};
use super::link::{ItemLink, OutLink, Sources};
use super::profile::Profile;
use super::video::Tile;
use crate::browser::effect::effect;
use crate::browser::window;
use crate::state::{Player, Section, use_app_state, use_messages};

/// Everything about a country.
#[component]
pub fn CountryDetails(
    /// Its place in [`catalog::Catalog::countries`].
    at: usize,
    /// The level of its headings.
    level: HeadingLevel,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let country = &state.catalog.countries[at];
    let videos = state.catalog.videos.iter().enumerate().filter(|(_, video)| video.is_about(country.code));
    let videos: Vec<usize> = videos.map(|(video, _)| video).collect();
    let class = if videos.is_empty() { "about-country short" } else { "about-country" };
    // Sections, because the reader views of browsers keep what is around the text of sections.
    view! {
        <section class=class>
            <div>
                <PlanDocuments country/>
                <p class="meaning">{move || messages.plan_meaning(country.plan_state(state.today.get()))}</p>
            </div>
            <p class="overview">{&*country.overview}</p>
            <Declaration country/>
            <Profile country level/>
            <Videos at videos level/>
            <Implementation links=&country.implementation level/>
        </section>
        <Documents country level/>
        {(!state.is_widget()).then(|| view! { <Citations country/> })}
        <p class="actions"><ReportLink reported=Reported::Country(country) about=&country.name/></p>
    }
}

/// The documents that are a country's national plan, each with when it runs and whether it does today.
#[component]
pub fn PlanDocuments(
    /// The country.
    country: &'static Country,
) -> impl IntoView {
    let messages = use_messages();
    let today = use_app_state().today;
    let document = |plan: &'static Resource| {
        view! {
            <li>
                <ItemLink id=&plan.id>{&*plan.title}</ItemLink>
                <span class="when">{move || messages.plan_today(plan, today.get())}</span>
            </li>
        }
    };
    let number = country.plans().count();
    (number > 0).then(|| {
        view! {
            <div class="plan">
                <b>{messages.the_plan(number)}</b>
                <ul>{country.plans().map(document).collect_view()}</ul>
            </div>
        }
    })
}

/// Whether the country has signed the declaration, and the sources of that and of the overview.
#[component]
fn Declaration(
    /// The country.
    country: &'static Country,
) -> impl IntoView {
    let messages = use_messages();
    let declaration = &country.declaration;
    let pages: Vec<_> = country.overview_sources.iter().chain(&declaration.sources).collect();
    let summary = messages.card_sources(pages.len());
    view! {
        <p class="declaration">{messages.declaration(declaration.signatory, declaration.signed)}</p>
        <Sources addresses=pages summary/>
    }
}

/// The videos that are about a country; nothing where there are none.
#[component]
fn Videos(
    /// The place of the country in [`catalog::Catalog::countries`].
    at: usize,
    /// The places of its videos in [`catalog::Catalog::videos`].
    videos: Vec<usize>,
    /// The level of the heading.
    level: HeadingLevel,
) -> impl IntoView {
    let messages = use_messages();
    let tile = move |video| view! { <Tile player=Player { section: Section::Country(at), video }/> };
    (!videos.is_empty()).then(|| {
        view! {
            <div class="card-videos">
                <PartHeading level words=messages.videos_heading()/>
                <div class="tiles">{videos.into_iter().map(tile).collect_view()}</div>
            </div>
        }
    })
}

/// Links to how the plan is put into practice, by category; nothing where there are none.
#[component]
fn Implementation(
    /// The links of the country.
    links: &'static [ImplementationLink],
    /// The level of the heading.
    level: HeadingLevel,
) -> impl IntoView {
    let messages = use_messages();
    let group = |category: &LinkCategory| {
        let of_category = links.iter().filter(|link| link.category == *category);
        let items: Vec<_> = of_category
            .map(|link| view! { <li><OutLink address=link.address.as_str() words=&*link.title/></li> })
            .collect();
        let name = messages.link_category(*category);
        (!items.is_empty()).then(|| view! { <dt>{name}</dt><dd><ul>{items}</ul></dd> })
    };
    (!links.is_empty()).then(|| {
        view! {
            <div class="implementation">
                <PartHeading level words=messages.implementation()/>
                <dl>{LinkCategory::ALL.iter().filter_map(group).collect_view()}</dl>
            </div>
        }
    })
}

/// The documents in the form that the connectors of reference managers read from a page (COinS). The elements are empty
/// and hidden, because they are for nobody else.
#[component]
fn Citations(
    /// The country.
    country: &'static Country,
) -> impl IntoView {
    effect(|| {
        window::announce_citations();
        on_cleanup(window::announce_citations);
    });
    let citation = |resource| {
        let title = coins(&Row { country: Some(country), resource });
        view! { <span class="Z3988" title=title hidden></span> }
    };
    country.resources.iter().map(citation).collect_view()
}

/// The documents by kind, and when they were checked.
#[component]
fn Documents(
    /// The country.
    country: &'static Country,
    /// The level of the headings of kinds.
    level: HeadingLevel,
) -> impl IntoView {
    let messages = use_messages();
    let groups = Kind::ALL.iter().filter_map(|kind| {
        let of_kind: Vec<&'static Resource> = country.resources.iter().filter(|one| one.kind == *kind).collect();
        (!of_kind.is_empty()).then(|| view! { <DocumentsOfKind kind=*kind resources=of_kind level/> })
    });
    let checked = country.checked().map(|day| view! { <p class="checked">{messages.documents_checked(day)}</p> });
    view! {
        <section class="documents">
            {country.resources.is_empty().then(|| view! { <p>{messages.no_document()}</p> })}
            {groups.collect_view()}
            {checked}
        </section>
    }
}

/// The documents of one kind, below its name and what it means.
#[component]
fn DocumentsOfKind(
    /// The kind.
    kind: Kind,
    /// The documents, at least one.
    resources: Vec<&'static Resource>,
    /// The level of the heading.
    level: HeadingLevel,
) -> impl IntoView {
    let messages = use_messages();
    view! {
        <section class="kind">
            <div class="kind-head">
                <PartHeading level words=messages.kinds(kind, resources.len())/>
                <p class="meaning">{messages.kind_meaning(kind)}</p>
            </div>
            <ul>
                {resources.into_iter().map(|resource| view! { <li><WholeDocument resource/></li> }).collect_view()}
            </ul>
        </section>
    }
}
