//! A document of a country.

use catalog::{Confidence, Figure, Resource, text};
use leptos::prelude::*;

use super::actions::DocumentActions;
use super::entry::mark_entry;
use super::ids;
use super::link::{OutLink, Sources};
use crate::state::use_app_state;

/// What is seen of a document at once, and its summary.
#[component]
pub fn Document(
    /// The document.
    resource: &'static Resource,
    /// What follows.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="resource" id=ids::item(&resource.id) data-here=mark_entry(&resource.id)>
            <p class="resource-title"><OutLink address=resource.address.as_str() words=&*resource.title/></p>
            <p class="meta">
                <Progress resource/>
                <span>{text::when(resource.year, resource.period)}</span>
                <Marks resource/>
            </p>
            <p class="issuer">{&*resource.issuer}</p>
            {children()}
        </div>
    }
}

/// A document with all that is known of it.
#[component]
pub fn WholeDocument(
    /// The document.
    resource: &'static Resource,
) -> impl IntoView {
    view! {
        <Document resource>
            <div class="resource-body">
                <p>{&*resource.summary}</p>
                <DocumentDetails resource/>
            </div>
        </Document>
    }
}

/// What of a document few ask for: its status explained, its original title, its figures, and where all was seen.
#[component]
pub fn DocumentDetails(
    /// The document.
    resource: &'static Resource,
) -> impl IntoView {
    let today = use_app_state().today;
    let original = resource.title_original.as_deref().map(|title| {
        view! {
            <p>
                <span class="label">{text::ORIGINAL_TITLE}</span>
                <span lang=resource.language.as_str()>{title}</span>
            </p>
        }
    });
    view! {
        <p>{move || text::status_explained(resource, today.get())}</p>
        {original}
        <Figures figures=&resource.figures/>
        <Sources addresses=resource.sources.iter().collect() summary=text::sources(resource.sources.len())/>
        <p class="checked">{text::checked(resource.checked, resource.confidence)}</p>
        <DocumentActions resource/>
    }
}

/// How far a document is on the visitor's day.
#[component]
pub fn Progress(
    /// The document.
    resource: &'static Resource,
) -> impl IntoView {
    let today = use_app_state().today;
    view! {
        <span class="progress" data-status=move || resource.status_on(today.get()).name()>
            {move || text::status_today(resource, today.get())}
        </span>
    }
}

/// What a visitor should know before they follow the link.
#[component]
pub fn Marks(
    /// The document.
    resource: &'static Resource,
) -> impl IntoView {
    let language = (!resource.language.is_english()).then(|| text::in_language(&resource.language));
    let marks = [
        resource.address.is_pdf().then(|| text::PDF.to_owned()),
        language,
        (!resource.address.is_secure()).then(|| text::NOT_SECURE.to_owned()),
        (resource.confidence == Confidence::Medium).then(|| text::MEDIUM_CONFIDENCE_SHORT.to_owned()),
    ];
    marks.into_iter().flatten().map(|mark| view! { <span class="mark">{mark}</span> }).collect_view()
}

#[component]
fn Figures(figures: &'static [Figure]) -> impl IntoView {
    let row = |figure: &'static Figure| {
        let as_of = figure.as_of.as_deref().map(|note| view! { <span class="as-of">{text::as_of(note)}</span> });
        view! {
            <tr>
                <th scope="row">{&*figure.label}</th>
                <td>{text::figure(figure)} {as_of}</td>
            </tr>
        }
    };
    (!figures.is_empty()).then(|| {
        view! {
            <table class="figures">
                <caption>{text::FIGURES}</caption>
                <tbody>{figures.iter().map(row).collect_view()}</tbody>
            </table>
        }
    })
}
