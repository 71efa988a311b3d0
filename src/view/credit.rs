//! The end of a widget: whose it is, how old its data is, and the way to the whole.

use catalog::text;

use super::dom::{El, class, el};
use super::icon::{self, Icon};
use crate::app::{App, Page};

/// The end of a widget.
pub(super) fn credit(app: App) -> El {
    let page = match app.page.now() {
        Page::Country(at) if !app.site.is_foreign => app.catalog.countries[at].path(),
        _ => String::new(),
    };
    let whole = el("a").attr("href", &app.link(&page)).child(icon::icon(Icon::Helix)).text(text::SITE);
    class("footer", "credit")
        .part(app, "credit")
        .child(el("p").child(whole))
        .child(el("p").text(&text::data_version(app.catalog.version)).text(" · ").text(text::NEW_TABS))
}
