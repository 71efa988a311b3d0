//! What stands in the page's place when there is no dataset.

use catalog::text;

use super::dom::{El, button, class, el};
use super::header;
use super::page::TITLE;

/// Why there is none, and another try.
pub(crate) fn no_data(trouble: String, retry: impl Fn() + 'static) -> El {
    let main = class("main", "trouble")
        .child(el("h1").attr("id", TITLE).text(text::NO_DATA))
        .child(el("p").attr("role", "alert").child(trouble))
        .child(button("primary", retry).text(text::RETRY));
    class("div", "page").child(header::brand_only()).child(main)
}

/// While the dataset is on its way.
pub(crate) fn loading() -> El {
    let main = class("main", "loading").child(el("h1").text(text::TITLE)).child(el("p").text(text::LOADING));
    class("div", "page").child(header::brand_only()).child(main)
}
