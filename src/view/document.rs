//! A document of a country.

use catalog::{Confidence, Figure, Resource};
use leptos::prelude::*;

use super::actions::DocumentActions;
use super::entry::mark_entry;
use super::ids;
use super::link::{OutLink, Sources};
use crate::state::{use_app_state, use_messages};

/// A document as it is in a list: its title, status, years and issuer, and what the caller puts below them.
#[component]
pub fn Document(
    /// The document.
    resource: &'static Resource,
    /// What stands below them.
    children: Children,
) -> impl IntoView {
    let messages = use_messages();
    view! {
        // Reader views clean away a `div` that has more links than text.
        <section class="resource" id=ids::item(&resource.id) data-here=mark_entry(&resource.id)>
            <p class="resource-title"><OutLink address=resource.address.as_str() words=&*resource.title/></p>
            <p class="meta">
                <Progress resource/>
                <span>{messages.when(resource.year, resource.period)}</span>
                <Marks resource/>
            </p>
            <p class="issuer">{&*resource.issuer}</p>
            {children()}
        </section>
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
            <section class="resource-details">
                <p>{&*resource.summary}</p>
                <DocumentDetails resource/>
            </section>
        </Document>
    }
}

/// The details of a document, which some lists fetch only when they are opened: its status explained, its original
/// title, its figures and its sources.
#[component]
pub fn DocumentDetails(
    /// The document.
    resource: &'static Resource,
) -> impl IntoView {
    let messages = use_messages();
    let today = use_app_state().today;
    let original = resource.title_original.as_deref().map(|title| {
        view! {
            <p>
                <span class="label">{messages.original_title()}</span>
                <span lang=resource.language.as_str()>{title}</span>
            </p>
        }
    });
    view! {
        <p>{move || messages.status_explained(resource, today.get())}</p>
        {original}
        <Figures figures=&resource.figures/>
        <Sources addresses=resource.sources.iter().collect() summary=messages.sources(resource.sources.len())/>
        <p class="checked">{messages.checked(resource.checked, resource.confidence)}</p>
        <DocumentActions resource/>
    }
}

/// How far a document is on the visitor's day.
#[component]
pub fn Progress(
    /// The document.
    resource: &'static Resource,
) -> impl IntoView {
    let messages = use_messages();
    let today = use_app_state().today;
    view! {
        <span class="progress" data-status=move || resource.status_on(today.get()).name()>
            {move || messages.status_today(resource, today.get())}
        </span>
    }
}

/// What a visitor should know before they follow the link.
#[component]
pub fn Marks(
    /// The document.
    resource: &'static Resource,
) -> impl IntoView {
    let messages = use_messages();
    let language = (!resource.language.is_english()).then(|| messages.in_language(&resource.language));
    let marks = [
        resource.address.is_pdf().then(|| messages.pdf().to_owned()),
        language,
        (!resource.address.is_secure()).then(|| messages.not_secure().to_owned()),
        (resource.confidence == Confidence::Medium).then(|| messages.medium_confidence_short().to_owned()),
    ];
    marks.into_iter().flatten().map(|mark| view! { <span class="mark">{mark}</span> }).collect_view()
}

/// The figures that a document names, as a table; nothing where there are none.
#[component]
fn Figures(
    /// The figures.
    figures: &'static [Figure],
) -> impl IntoView {
    let messages = use_messages();
    let row = |figure: &'static Figure| {
        let as_of = figure.as_of.as_deref().map(|note| view! { <span class="as-of">{messages.as_of(note)}</span> });
        view! {
            <tr>
                <th scope="row">{&*figure.label}</th>
                <td>{messages.figure(figure)} {as_of}</td>
            </tr>
        }
    };
    (!figures.is_empty()).then(|| {
        view! {
            <table class="figures">
                <caption>{messages.figures()}</caption>
                <tbody>{figures.iter().map(row).collect_view()}</tbody>
            </table>
        }
    })
}
