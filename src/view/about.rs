//! The end of the page: words, origin, privacy, licences and the version of the data.

use catalog::text;

use super::dom::{El, class, el};
use crate::app::App;

/// The end of the page.
pub(super) fn about(app: App) -> El {
    let part = |title: &'static str| el("section").child(el("h3").text(title));
    let notes =
        |title, notes: &'static [&'static str]| part(title).children(notes.iter().map(|note| el("p").text(note)));
    let words = text::ABBREVIATIONS
        .iter()
        .map(|(short, long)| el("div").child(el("dt").text(short)).child(el("dd").text(long)));
    let files = el("p")
        .text(&text::data_version(app.catalog.version))
        .text(" · ")
        .child(el("a").attr("href", &app.link("data/")).text(text::DATASET))
        .text(" · ")
        .child(el("a").attr("href", &app.link("about/")).text(text::about::TITLE))
        .text(" · ")
        .child(el("a").attr("href", &app.link("NOTICE.txt")).text(text::NOTICES));
    class("footer", "about")
        .attr("id", "about")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", "about-title")
        .child(el("h2").attr("id", "about-title").text(text::ABOUT))
        .child(notes(text::ORIGIN, text::ORIGIN_NOTE))
        .child(notes(text::PRIVACY, text::PRIVACY_NOTE))
        .child(part(text::LICENCES).child(el("p").text(text::LICENCES_NOTE)).child(files))
        .child(part(text::WORDS).attr("class", "words").child(el("dl").children(words)))
}
