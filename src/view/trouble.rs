//! What stands in the page's place when there is no dataset.

use catalog::text;
use leptos::prelude::*;

use super::dom::{button, class, el};
use super::page::TITLE;
use super::{header, notice};
use crate::connection::Connection;

/// Why there is none, and another try; a newer version may have a better one.
pub(crate) fn no_data(trouble: String, connection: Connection, retry: impl Fn() + 'static) -> AnyView {
    let main = class("main", "trouble")
        .child(el("h1").attr("id", TITLE).text(text::NO_DATA))
        .child(el("p").attr("role", "alert").child(trouble))
        .child(button("primary", retry).text(text::RETRY));
    class("div", "page").child(header::brand_only()).child(notice::news(connection)).child(main).view()
}

/// While the dataset is on its way.
pub(crate) fn loading() -> AnyView {
    let main = class("main", "loading").child(el("h1").text(text::TITLE)).child(el("p").text(text::LOADING));
    class("div", "page").child(header::brand_only()).child(main).view()
}
