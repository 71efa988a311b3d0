//! What changed in the dataset, the newest first.

use catalog::{Edition, Id, text};

use super::dom::{El, class, el};
use super::link;
use crate::app::App;

/// Most editions that are shown; the feed has all of them.
const MOST: usize = 5;
/// Most entries of an edition that are named one by one.
const MOST_NAMED: usize = 12;

/// The section; none where nothing is recorded.
pub(super) fn changes(app: App) -> Option<El> {
    let editions: Vec<El> = app.catalog.changes.iter().take(MOST).map(|edition| self::edition(app, edition)).collect();
    (!editions.is_empty()).then(|| {
        class("section", "changes")
            .attr("id", "changes")
            .attr("aria-labelledby", "changes-title")
            .child(el("h2").attr("id", "changes-title").text(text::CHANGES))
            .child(el("ol").child(editions))
    })
}

fn edition(app: App, edition: &'static Edition) -> El {
    let Edition { added, changed, withdrawn, .. } = edition;
    let numbers = text::changed_entries([added.len(), changed.len(), withdrawn.len()]);
    let named: Vec<El> = added.iter().chain(changed).filter_map(|id| named(app, id)).collect();
    let named = (added.len() + changed.len() <= MOST_NAMED && !named.is_empty()).then(|| el("ul").child(named));
    el("li")
        .child(el("b").text(&text::date(edition.date)))
        .child(el("p").text(&edition.note))
        .child(class("p", "hint").child(numbers))
        .child(named)
}

/// A link to a document by its title; countries, events and videos are not named.
fn named(app: App, id: &'static Id) -> Option<El> {
    let resource = app.catalog.resource(id)?.1;
    Some(el("li").child(link::to_item(app, &resource.id).text(&resource.title)))
}
