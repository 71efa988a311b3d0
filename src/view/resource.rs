//! A document of a country: its title is the link, the rest is folded under it.

use catalog::text;
use catalog::{Confidence, Figure, Resource};

use super::card::Form;
use super::dom::{El, class, el};
use super::{item, link};
use crate::app::App;
use crate::small::small;

/// The document in a list; its details open by themselves when `opens` begins to say so.
pub(super) fn listed(app: App, resource: &'static Resource, opens: impl Fn() -> bool + 'static) -> El {
    let (is_open, set_open) = small(false);
    // What few ask for is not in a list that is sent, and not in one that is made.
    let more = move || {
        is_open
            .get()
            .then(|| ((figures(&resource.figures), sources(resource, Form::Listed)), item::actions(app, resource)))
    };
    let details = el("details")
        .live("open", move || opens().then(String::new))
        .on("toggle", move |_| set_open.set(true))
        .child(el("summary").attr("aria-label", &text::details_of(&resource.title)).text(text::DETAILS))
        .child(body(app, resource).child(class("div", "resource-more").follow(more)).child(checked(resource)));
    head(app, resource).child(details)
}

/// The document with all that is known of it.
pub(super) fn whole(app: App, resource: &'static Resource) -> El {
    let body = body(app, resource)
        .child(figures(&resource.figures))
        .child(sources(resource, Form::Whole))
        .child(checked(resource))
        .child(item::actions(app, resource));
    head(app, resource).child(body)
}

/// What is seen of it at once.
fn head(app: App, resource: &'static Resource) -> El {
    let meta = class("p", "meta")
        .child(progress(app, resource))
        .child(el("span").text(&text::when(resource.year, resource.period)))
        .child(marks(resource));
    class("div", "resource")
        .attr("id", &item::element_id(&resource.id))
        .child(class("p", "resource-title").child(link::out(&resource.address, &resource.title)))
        .child(meta)
        .child(class("p", "issuer").text(&resource.issuer))
}

/// How far it is on this day.
pub(super) fn progress(app: App, resource: &'static Resource) -> El {
    class("span", "progress")
        .live("data-status", move || Some(resource.status_on(app.today.get()).name().to_owned()))
        .follow(move || text::status_today(resource, app.today.get()))
}

/// What a visitor should know before they follow the link.
pub(super) fn marks(resource: &Resource) -> Vec<El> {
    let language = (!resource.language.is_english()).then(|| text::in_language(&resource.language));
    let marks = [
        resource.address.is_pdf().then(|| text::PDF.to_owned()),
        language,
        (!resource.address.is_secure()).then(|| text::NOT_SECURE.to_owned()),
        (resource.confidence == Confidence::Medium).then(|| text::MEDIUM_CONFIDENCE_SHORT.to_owned()),
    ];
    marks.into_iter().flatten().map(|mark| class("span", "mark").child(mark)).collect()
}

/// What is folded under the title in a list.
fn body(app: App, resource: &'static Resource) -> El {
    let original = resource.title_original.as_deref().map(|title| {
        let title = el("span").attr("lang", resource.language.as_str()).text(title);
        el("p").child(class("span", "label").text(text::ORIGINAL_TITLE)).child(title)
    });
    class("div", "resource-body")
        .child(el("p").text(&resource.summary))
        .child(el("p").follow(move || text::status_explained(resource, app.today.get())))
        .child(original)
}

fn sources(resource: &'static Resource, form: Form) -> El {
    link::sources(resource.sources.iter().collect(), &text::sources(resource.sources.len()), form)
}

fn checked(resource: &Resource) -> El {
    class("p", "checked").text(&text::checked(resource.checked, resource.confidence))
}

fn figures(figures: &'static [Figure]) -> Option<El> {
    let rows = figures.iter().map(|figure| {
        let as_of = figure.as_of.as_deref().map(|note| class("span", "as-of").text(&text::as_of(note)));
        el("tr")
            .child(el("th").attr("scope", "row").text(&figure.label))
            .child(el("td").text(&text::figure(figure)).child(as_of))
    });
    (!figures.is_empty())
        .then(|| class("table", "figures").child(el("caption").text(text::FIGURES)).child(el("tbody").children(rows)))
}
