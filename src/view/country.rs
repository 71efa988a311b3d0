//! The page of a country: everything that is known of it, and the way to the others.

use catalog::text;

use super::dom::{El, class, el};
use super::{card, embed, link};
use crate::app::{App, Page};

/// The page of the country at that place in the catalog.
pub(super) fn page(app: App, at: usize) -> El {
    let all = app.catalog.countries.len();
    let way = |words: &str, at: usize| {
        let country = &app.catalog.countries[at];
        el("li").child(el("span").text(words)).child(link::to_page(app, Page::Country(at), &country.name))
    };
    let others = class("nav", "neighbours").attr("aria-label", text::OTHER_COUNTRIES).child(
        el("ul")
            .child(way(text::PREVIOUS_COUNTRY, (at + all - 1) % all))
            .child(way(text::NEXT_COUNTRY, (at + 1) % all)),
    );
    let main = super::page::main(app)
        .attr("class", "country")
        .child(class("p", "way-back").child(link::to_page(app, Page::All, text::ALL_COUNTRIES)))
        .child(card::whole(app, at))
        .child((!app.is_widget()).then(|| class("div", "ways").child(embed::embed(app)).child(embed::share(app))))
        // A widget is of what was asked for.
        .child((!app.is_widget()).then_some(others));
    super::page::frame(app, text::SKIP_TO_COUNTRY, "#country", main)
}
