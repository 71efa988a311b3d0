//! A country's card: where it stands, its documents by kind, its videos and its own pages.

use std::sync::Arc;

use catalog::text;
use catalog::{Country, ImplementationLink, Kind, LinkCategory};
use leptos::prelude::*;

use super::dom::{El, button, class, el, follow, memo};
use super::resource::resource;
use super::video::tile;
use super::{icon, link};
use crate::app::{App, Place, Player};

/// Most documents of a card before "show all": no country of today has as many.
const LONGEST: usize = 20;

/// The card of the country at that place in the catalog.
pub(super) fn card(app: App, at: usize) -> AnyView {
    let country = &app.catalog.countries[at];
    let title = format!("card-{}", country.code.lower());
    let native = country
        .native_names
        .iter()
        .filter(|native| native.name != country.name)
        .map(|native| el("span").attr("lang", native.language.as_str()).text(&native.name));
    let names = class("div", "names")
        .child(el("h3").attr("id", &title).text(&country.name))
        .child(class("p", "native").child(native.collect::<Vec<_>>()));
    let badge = class("p", "badge").child(icon::icon(country.plan_status.into())).text(text::plan(country.plan_status));
    let about = class("div", "about-country")
        .child(class("p", "meaning").text(text::plan_meaning(country.plan_status)))
        .child(class("p", "overview").text(&country.overview))
        .child(facts(country))
        .child(videos(app, at))
        .child(implementation(&country.implementation));
    class("article", "card")
        .attr("data-country", country.code.as_str())
        .attr("data-plan", country.plan_status.name())
        .attr("aria-labelledby", &title)
        .child(el("header").child(icon::flag(country.code)).child(names).child(badge))
        .child(about)
        .child(class("div", "documents").child(documents(app, at)))
        .view()
}

/// The declaration, and where it and the overview were seen.
fn facts(country: &'static Country) -> Vec<El> {
    let declaration = &country.declaration;
    let number = country.overview_sources.len() + declaration.sources.len();
    let pages = country.overview_sources.iter().chain(&declaration.sources);
    vec![
        class("p", "declaration").text(&text::declaration(declaration.signatory, declaration.signed)),
        link::sources(pages, text::card_sources(number)),
    ]
}

fn videos(app: App, at: usize) -> Option<El> {
    let code = app.catalog.countries[at].code;
    let videos = app.catalog.videos.iter().enumerate().filter(|(_, video)| video.is_about(code));
    let tiles: Vec<El> = videos.map(|(video, _)| tile(app, Player { place: Place::Card(at), video })).collect();
    (!tiles.is_empty()).then(|| {
        class("div", "card-videos").child(el("h4").text(text::VIDEOS)).child(class("div", "tiles").child(tiles))
    })
}

fn implementation(links: &'static [ImplementationLink]) -> Option<El> {
    let groups = LinkCategory::ALL.iter().filter_map(|category| {
        let of_category = links.iter().filter(|link| link.category == *category);
        let items: Vec<El> = of_category.map(|link| el("li").child(link::out(&link.address, &link.title))).collect();
        let name = text::link_category(*category);
        (!items.is_empty()).then(|| (el("dt").text(name), el("dd").child(el("ul").child(items))))
    });
    (!links.is_empty()).then(|| {
        class("div", "implementation")
            .child(el("h4").text(text::IMPLEMENTATION))
            .child(el("dl").child(groups.collect::<Vec<_>>()))
    })
}

/// The documents by kind. Those that do not fit the filters are folded, and still found by the browser's search.
fn documents(app: App, at: usize) -> Vec<AnyView> {
    let country = &app.catalog.countries[at];
    let all = country.resources.len();
    if all == 0 {
        return vec![class("p", "no-document").text(text::NO_DOCUMENT).view()];
    }
    let fits = memo(move || {
        app.selection.with(|selection| {
            let found = selection.matches.iter().find(|found| found.country == at);
            found.map(|found| found.fits.clone()).unwrap_or_default()
        })
    });
    let (whole, set_whole) = signal(false);
    let (others, show_others) = signal(false);
    let is_shown = move |resource: usize| others.get() || fits.with(|fits| fits.binary_search(&resource).is_ok());
    // A short card holds all of its documents; a long one only the first that fit, until it is asked for all.
    let listed = memo(move || match whole.get() || all <= LONGEST {
        true => (0..all).collect::<Vec<_>>(),
        false => fits.with(|fits| fits.iter().copied().take(LONGEST).collect()),
    });
    let groups = move || {
        let listed = listed.get();
        let group = |kind: &Kind| {
            let of_kind: Vec<usize> =
                listed.iter().copied().filter(|at| country.resources[*at].kind == *kind).collect();
            (!of_kind.is_empty()).then(|| group(country, *kind, of_kind, is_shown))
        };
        Kind::ALL.iter().filter_map(group).collect::<Vec<_>>()
    };
    let folded = move || if all <= LONGEST || whole.get() { all - fits.with(Vec::len) } else { 0 };
    let others_words = move || if others.get() { text::hide_others(folded()) } else { text::show_others(folded()) };
    let for_others =
        more(country, others_words, move || folded() > 0, move || show_others.update(|others| *others = !*others));
    let for_all = (all > LONGEST)
        .then(|| more(country, move || text::show_all(all), move || !whole.get(), move || set_whole.set(true)).view());
    let checked = country.checked().map(|day| class("p", "checked").text(&text::documents_checked(day)).view());
    [Some(follow(groups)), Some(for_others.view()), for_all, checked].into_iter().flatten().collect()
}

/// A button for the rest of a card, which says to a screen reader of which country. It stays where it is and
/// hides, so that the focus stays too.
fn more(
    country: &'static Country,
    words: impl Fn() -> String + Copy + Send + 'static,
    is_there: impl Fn() -> bool + Send + 'static,
    press: impl Fn() + 'static,
) -> El {
    button("others", press)
        .live("hidden", move || (!is_there()).then(String::new))
        .live("aria-label", move || Some(text::of_country(&words(), &country.name)))
        .follow(words)
}

fn group(
    country: &'static Country,
    kind: Kind,
    of_kind: Vec<usize>,
    is_shown: impl Fn(usize) -> bool + Copy + Send + 'static,
) -> El {
    let all: Arc<[usize]> = of_kind.into();
    let shown = {
        let all = Arc::clone(&all);
        move || all.iter().filter(|at| is_shown(**at)).count()
    };
    let heading = el("h4").follow({
        let shown = shown.clone();
        move || text::kinds(kind, shown())
    });
    let meaning = class("p", "meaning").text(text::kind_meaning(kind));
    let rows = all.iter().map(|at| {
        let at = *at;
        el("li").live("hidden", move || folded(is_shown(at))).child(resource(&country.resources[at]))
    });
    let rows: Vec<El> = rows.collect();
    class("section", "kind")
        .live("hidden", move || folded(shown() > 0))
        .child(class("div", "kind-head").child(heading).child(meaning))
        .child(el("ul").child(rows))
}

/// The value of `hidden`: the browser's search still finds what is folded, and unfolds it.
fn folded(is_shown: bool) -> Option<String> {
    (!is_shown).then(|| "until-found".to_owned())
}
