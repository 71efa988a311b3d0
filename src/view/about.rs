//! The end of the page: words, origin, privacy, licences and the version of the data.

use catalog::site;
use leptos::prelude::*;

use crate::state::{use_app_state, use_messages};

/// The end of the page.
#[component]
pub fn About() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let words =
        messages.abbreviations().iter().map(|(short, long)| view! { <div><dt>{*short}</dt><dd>{*long}</dd></div> });
    // By the second class, reader views know that it is not what the page is about.
    view! {
        <footer class="about footer" id="about" tabindex="-1" aria-labelledby="about-title">
            <h2 id="about-title">{messages.about()}</h2>
            <Notes title=messages.origin() notes=messages.origin_note()/>
            <Notes title=messages.privacy() notes=messages.privacy_note()/>
            <section>
                <h3>{messages.licences()}</h3>
                <p>{messages.licences_note()}</p>
                <p>
                    {messages.data_version(state.catalog.version)} " · "
                    <a href=state.link(site::DATA)>{messages.dataset()}</a> " · "
                    <a href=state.link(site::ABOUT)>{messages.about_page()}</a> " · "
                    <a href=state.link(site::ACCESSIBILITY)>{messages.accessibility_page()}</a> " · "
                    <a href=state.link(site::NOTICE)>{messages.notices()}</a>
                </p>
            </section>
            <section class="words">
                <h3>{messages.glossary()}</h3>
                <dl>{words.collect_view()}</dl>
            </section>
        </footer>
    }
}

/// A section of paragraphs under a heading.
#[component]
fn Notes(
    /// Its heading.
    title: &'static str,
    /// Its paragraphs.
    notes: &'static [&'static str],
) -> impl IntoView {
    let notes = notes.iter().map(|note| view! { <p>{*note}</p> });
    view! { <section><h3>{title}</h3>{notes.collect_view()}</section> }
}
