//! A country's card: where it stands, its documents by kind, its videos and its own pages.

use std::sync::Arc;

use catalog::text;
use catalog::{Country, ImplementationLink, Kind, LinkCategory, Query, Resource, Words};
use leptos::prelude::*;

use super::dom::{El, button, class, el, focus_next, memo};
use super::video::tile;
use super::{icon, link, resource};
use crate::app::{App, Place, Player};

/// Most documents in a card before it is asked for more: no country of today has as many.
const LONGEST: usize = 20;

/// The card of the country at that place in the catalog.
pub(super) fn card(app: App, at: usize) -> AnyView {
    let country = &app.catalog.countries[at];
    let title = title_id(country);
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
        .child(documents(app, at))
        .view()
}

/// The id of the heading of a country's card.
pub(super) fn title_id(country: &Country) -> String {
    format!("card-{}", country.code.lower())
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
fn documents(app: App, at: usize) -> El {
    let country = &app.catalog.countries[at];
    let all = country.resources.len();
    let documents = class("div", "documents");
    if all == 0 {
        return documents.child(el("p").text(text::NO_DOCUMENT));
    }
    let found = move || {
        app.selection.with(|selection| {
            let found = selection.matches.iter().find(|found| found.country == at);
            found.map(|found| (found.fits.clone(), selection.unfolded(found))).unwrap_or_default()
        })
    };
    let fits = memo(move || found().0);
    // Those that are shown without being asked for, in the order of the card.
    let first = memo(move || {
        let (fits, unfolded) = found();
        by_kind(country, &fits).take(unfolded.min(LONGEST)).collect::<Vec<_>>()
    });
    let (unfolded, set_unfolded) = signal(false);
    // Shown beside those that fit, until the filters let others fit.
    // The number tells apart which documents fit; of none it is 0.
    let number = |fits: &Vec<usize>| fits.iter().fold(0_usize, |sum, at| sum.wrapping_mul(31).wrapping_add(at + 1));
    let (others_of, show_others_of) = signal(0);
    let others = memo(move || others_of.get() != 0 && others_of.get() == fits.with(number));
    let show_others = move |shows: bool| show_others_of.set(if shows { fits.with_untracked(number) } else { 0 });
    let is_fit = move |resource: usize| fits.with(|fits| fits.binary_search(&resource).is_ok());
    let is_shown = move |resource: usize| match unfolded.get() {
        true => others.get() || is_fit(resource),
        false => others.get() || first.with(|first| first.contains(&resource)),
    };
    // What was searched for and stands only in the details is shown by opening them.
    let opens = move |at: usize| {
        let words = app.query.with(Query::words);
        !words.is_empty() && is_fit(at) && !is_in_sight(&words, country, at)
    };
    // What is folded is in the page too, for the browser's search and for print, other than in a very long card.
    let listed = memo(move || match unfolded.get() || others.get() || all <= LONGEST {
        true => (0..all).collect::<Vec<_>>(),
        false => first.get(),
    });
    let groups = move || {
        let listed = listed.get();
        let group = |kind: &Kind| {
            let of_kind: Vec<usize> =
                listed.iter().copied().filter(|at| country.resources[*at].kind == *kind).collect();
            (!of_kind.is_empty()).then(|| group(country, *kind, of_kind, Fold { is_shown, is_fit, opens }))
        };
        Kind::ALL.iter().filter_map(group).collect::<Vec<_>>()
    };
    let rest = move || if unfolded.get() || others.get() { 0 } else { fits.with(Vec::len) - first.with(Vec::len) };
    let show_rest = move || {
        let next = fits.with_untracked(|fits| by_kind(country, fits).nth(first.with_untracked(Vec::len)));
        set_unfolded.set(true);
        // The button goes; the focus goes on to the first document that it brought.
        focus_next(next.map_or_else(|| title_id(country), |next| resource::element_id(&country.resources[next])));
    };
    let for_rest = more(country, move || text::show_more_documents(rest()), move || rest() > 0, show_rest);
    let folded = move || if rest() > 0 { 0 } else { all - fits.with(Vec::len) };
    let others_words = move || if others.get() { text::hide_others(folded()) } else { text::show_others(folded()) };
    let for_others = more(country, others_words, move || folded() > 0, move || show_others(!others.get_untracked()));
    let checked = country.checked().map(|day| class("p", "checked").text(&text::documents_checked(day)));
    documents
        // The browser has found something that is folded, and unfolds it.
        .on("beforematch", move |event| match event_target::<web_sys::Element>(&event).get_attribute("data-fits") {
            Some(fits) if fits == "true" => set_unfolded.set(true),
            _ => show_others(true),
        })
        .follow(groups)
        .child(for_rest)
        .child(for_others)
        .child(checked)
}

/// The documents in the order in which a card has them.
fn by_kind(country: &Country, resources: &[usize]) -> impl Iterator<Item = usize> {
    Kind::ALL
        .iter()
        .flat_map(move |kind| resources.iter().copied().filter(move |at| country.resources[*at].kind == *kind))
}

/// Whether all that was searched for can be seen without opening the document's details.
fn is_in_sight(words: &Words, country: &Country, at: usize) -> bool {
    let Resource { title, issuer, .. } = &country.resources[at];
    let names = country.native_names.iter().map(|native| &*native.name);
    words.are_in([&**title, &**issuer, &*country.name, &*country.overview].into_iter().chain(names))
}

/// A button for the rest of a card, which says to a screen reader of which country.
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

/// What a document needs to know of its card.
#[derive(Clone, Copy)]
struct Fold<S, F, O> {
    is_shown: S,
    is_fit: F,
    /// Whether its details are opened for what was searched for.
    opens: O,
}

fn group<S, F, O>(country: &'static Country, kind: Kind, of_kind: Vec<usize>, fold: Fold<S, F, O>) -> El
where
    S: Fn(usize) -> bool + Copy + Send + 'static,
    F: Fn(usize) -> bool + Copy + Send + 'static,
    O: Fn(usize) -> bool + Copy + Send + 'static,
{
    let Fold { is_shown, is_fit, opens } = fold;
    let all: Arc<[usize]> = of_kind.into();
    let count = |is_it: fn(&Fold<S, F, O>, usize) -> bool| {
        let all = Arc::clone(&all);
        move || all.iter().filter(|at| is_it(&fold, **at)).count()
    };
    let shown = count(|fold, at| (fold.is_shown)(at));
    let fitting = count(|fold, at| (fold.is_fit)(at));
    let heading = el("h4").follow({
        let shown = shown.clone();
        let fitting = fitting.clone();
        move || text::kinds(kind, shown().max(fitting()))
    });
    let meaning = class("p", "meaning").text(text::kind_meaning(kind));
    let rows = all.iter().map(|at| {
        let at = *at;
        el("li")
            .live("hidden", move || folded(is_shown(at)))
            .live_bool("data-fits", move || is_fit(at))
            .child(resource::resource(&country.resources[at], move || opens(at)))
    });
    let rows: Vec<El> = rows.collect();
    class("section", "kind")
        .live("hidden", move || folded(shown() > 0))
        .live_bool("data-fits", move || fitting() > 0)
        .child(class("div", "kind-head").child(heading).child(meaning))
        .child(el("ul").child(rows))
}

/// The value of `hidden`: the browser's search still finds what is folded, and unfolds it.
fn folded(is_shown: bool) -> Option<String> {
    (!is_shown).then(|| "until-found".to_owned())
}
