//! The end of the page: words, origin, privacy, licences and the version of the data.

use catalog::text;
use leptos::prelude::*;

use crate::state::use_app_state;

/// The end of the page.
#[component]
pub fn About() -> impl IntoView {
    let state = use_app_state();
    let words = text::ABBREVIATIONS.iter().map(|(short, long)| view! { <div><dt>{*short}</dt><dd>{*long}</dd></div> });
    view! {
        <footer class="about" id="about" tabindex="-1" aria-labelledby="about-title">
            <h2 id="about-title">{text::ABOUT}</h2>
            <Notes title=text::ORIGIN notes=text::ORIGIN_NOTE/>
            <Notes title=text::PRIVACY notes=text::PRIVACY_NOTE/>
            <section>
                <h3>{text::LICENCES}</h3>
                <p>{text::LICENCES_NOTE}</p>
                <p>
                    {text::data_version(state.catalog.version)} " · "
                    <a href=state.link("data/")>{text::DATASET}</a> " · "
                    <a href=state.link("about/")>{text::about::TITLE}</a> " · "
                    <a href=state.link("NOTICE.txt")>{text::NOTICES}</a>
                </p>
            </section>
            <section class="words">
                <h3>{text::WORDS}</h3>
                <dl>{words.collect_view()}</dl>
            </section>
        </footer>
    }
}

#[component]
fn Notes(title: &'static str, notes: &'static [&'static str]) -> impl IntoView {
    let notes = notes.iter().map(|note| view! { <p>{*note}</p> });
    view! { <section><h3>{title}</h3>{notes.collect_view()}</section> }
}
