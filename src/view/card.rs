//! A country's card: where it stands, its documents by kind, its videos and its own pages.

use std::sync::Arc;

use catalog::text;
use catalog::{Asked, Card, Country, ImplementationLink, Kind, LinkCategory, PartialDate, Resource};
use leptos::prelude::*;

use super::dom::{El, button, class, el, focus_next, heading, memo, memo_after};
use super::video::tile;
use super::{icon, item, link, profile, resource};
use crate::app::{App, Page, Place, Player};
use crate::small::small;

/// How much of a country is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A card in a list.
    Listed,
    /// Everything, on the country's own page.
    Whole,
}

impl Form {
    /// The headings of the country, and of what is in it.
    fn headings(self, app: App) -> (&'static str, &'static str) {
        match self {
            Self::Listed => ("h3", "h4"),
            // There it is no page of its own.
            Self::Whole if !app.owns_document() => ("h2", "h3"),
            Self::Whole => ("h1", "h2"),
        }
    }
}

/// The card of the country at that place in the catalog.
pub(super) fn card(app: App, at: usize) -> El {
    let name = link::to_page(app, Page::Country(at), &app.catalog.countries[at].name);
    article(app, at, Form::Listed, name).attr("data-size", size(app, at)).child(documents(app, at))
}

/// What stands in the place of a card until it is made.
pub(super) fn shell(app: App, at: usize) -> El {
    let country = &app.catalog.countries[at];
    frame(app, country).attr("data-size", size(app, at)).attr("aria-label", &country.name)
}

/// The card before anything is in it.
fn frame(app: App, country: &'static Country) -> El {
    class("article", "card")
        .part(app, "card")
        .attr("data-country", country.code.as_str())
        .live("data-plan", move || Some(country.plan_state(app.today.get()).name().to_owned()))
}

/// How high a card in a list is, for `style/card.css`: as much room is kept for it until it is seen. With too
/// little, it would lie over the next one.
fn size(app: App, at: usize) -> &'static str {
    /// Names of the steps, which are 16 rem on a phone.
    const STEPS: [&str; 10] = ["2", "3", "4", "5", "6", "7", "8", "9", "10", "11"];
    const STEP: usize = 256;
    let country = &app.catalog.countries[at];
    let shown = Card::shown_in_list(country.resources.len());
    let words = |one: &Resource| one.title.len() + one.issuer.len();
    // In pixels of a phone that is 320 wide, and as much as anything that is shipped needs: the tests look at every
    // card there and in wider windows.
    let documents: usize = country.resources.iter().take(shown).map(|one| 170 + words(one) * 3 / 4).sum();
    let videos = app.catalog.videos_of(country.code).count();
    let plans: usize = country.plans().map(|plan| 80 + plan.title.len()).sum();
    let rest = 480 + plans + country.overview.len() + 345 * videos + 55 * country.implementation.len();
    STEPS[((documents + rest) / STEP).clamp(1, STEPS.len()) - 1]
}

/// Everything that is known of the country at that place in the catalog.
pub(super) fn whole(app: App, at: usize) -> El {
    let country = &app.catalog.countries[at];
    let name = el("span").text(&country.name);
    article(app, at, Form::Whole, name).attr("id", "country").child(all_documents(app, country))
}

fn article(app: App, at: usize, form: Form, name: El) -> El {
    let country = &app.catalog.countries[at];
    let (level, _) = form.headings(app);
    let title = title_id(country);
    let native = country
        .native_names
        .iter()
        .filter(|native| native.name != country.name)
        .map(|native| el("span").attr("lang", native.language.as_str()).text(&native.name));
    let names = class("div", "names")
        .child(heading(app, level).attr("class", "card-name").attr("id", &title).child(name))
        .child(class("p", "native").children(native));
    let state = move || country.plan_state(app.today.get());
    let badge =
        class("p", "badge").part(app, "badge").follow(move || (icon::icon(state().into()), text::plan(state())));
    let videos = videos(app, at, form);
    let about = class("div", if videos.is_some() { "about-country" } else { "about-country short" })
        .child(el("div").follow(move || {
            (plan(app, country, app.today.get()), class("p", "meaning").text(text::plan_meaning(state())))
        }))
        .child(class("p", "overview").text(&country.overview))
        .child(facts(country, form))
        .child(if form == Form::Whole { profile::profile(app, country, form.headings(app).1) } else { None })
        .child(videos)
        .child(implementation(app, &country.implementation, form));
    frame(app, country)
        .attr("aria-labelledby", &title)
        .child(el("header").child(icon::flag(app, country.code)).child(names).child(badge))
        .child(about)
}

/// The documents that are the country's national plan, each with when it runs and whether it does today.
pub(super) fn plan(app: App, country: &'static Country, today: PartialDate) -> Option<El> {
    let plans: Vec<&'static Resource> = country.plans().collect();
    let document = |plan: &&'static Resource| {
        el("li")
            .child(link::to_item(app, &plan.id).text(&plan.title))
            .child(class("span", "when").child(text::plan_today(plan, today)))
    };
    (!plans.is_empty()).then(|| {
        class("div", "plan")
            .child(el("b").text(text::the_plan(plans.len())).text(": "))
            .child(el("ul").children(plans.iter().map(document)))
    })
}

/// The id of the heading of a country's card.
pub(super) fn title_id(country: &Country) -> String {
    format!("card-{}", country.code.lower())
}

/// The declaration, and where it and the overview were seen.
fn facts(country: &'static Country, form: Form) -> Vec<El> {
    let declaration = &country.declaration;
    let pages: Vec<_> = country.overview_sources.iter().chain(&declaration.sources).collect();
    let words = text::card_sources(pages.len());
    vec![
        class("p", "declaration").text(&text::declaration(declaration.signatory, declaration.signed)),
        link::sources(pages, &words, form),
    ]
}

fn videos(app: App, at: usize, form: Form) -> Option<El> {
    let code = app.catalog.countries[at].code;
    let videos = app.catalog.videos.iter().enumerate().filter(|(_, video)| video.is_about(code));
    let tiles: Vec<El> = videos.map(|(video, _)| tile(app, Player { place: Place::Card(at), video })).collect();
    (!tiles.is_empty()).then(|| {
        let (_, level) = form.headings(app);
        class("div", "card-videos")
            .child(heading(app, level).attr("class", "card-part").text(text::VIDEOS))
            .child(class("div", "tiles").child(tiles))
    })
}

fn implementation(app: App, links: &'static [ImplementationLink], form: Form) -> Option<El> {
    let (_, level) = form.headings(app);
    let groups = LinkCategory::ALL.iter().filter_map(|category| {
        let of_category = links.iter().filter(|link| link.category == *category);
        let items: Vec<El> = of_category.map(|link| el("li").child(link::out(&link.address, &link.title))).collect();
        let name = text::link_category(*category);
        (!items.is_empty()).then(|| (el("dt").text(name), el("dd").child(el("ul").child(items))))
    });
    (!links.is_empty()).then(|| {
        class("div", "implementation")
            .child(heading(app, level).attr("class", "card-part").text(text::IMPLEMENTATION))
            .child(el("dl").children(groups))
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
    let card = memo_after(move |before| {
        let is_calm = app.calm.get();
        app.selection.with(|selection| {
            // A card that is out of sight is left as it is for the moment.
            let is_seen = || selection.matches.iter().take(app.cards_in_sight()).any(|found| found.country == at);
            let before: Option<&Card> = before.filter(|_| !is_calm && !is_seen());
            before.cloned().unwrap_or_else(|| Card::new(selection, at, country))
        })
    });
    let (rest, show_rest) = small(false);
    // What does not fit is shown beside what fits, until that is something else.
    let (others_of, show_others_of) = small(0_usize);
    let asked = move || Asked { rest: rest.get(), others: others_of.get() == card.with(Card::number) };
    let is_shown = move |at| card.with(|card| card.shows(at, asked()));
    let is_fit = move |at| card.with(|card| card.fits().contains(&at));
    let opens = move |at| card.with(|card| card.opens(at));
    let fold = Fold { is_shown, is_fit, opens };
    let listed = memo(move || card.with(|card| card.listed(asked())));
    let groups = move || {
        let of_kind = |kind: Kind| {
            let is_it = |at: &usize| country.resources[*at].kind == kind;
            listed.with(|listed| listed.iter().copied().filter(is_it).collect::<Vec<_>>())
        };
        let group = |kind: &Kind| Some(of_kind(*kind)).filter(|all| !all.is_empty()).map(|all| (*kind, all));
        let groups = Kind::ALL.iter().filter_map(group);
        groups.map(|(kind, all)| self::group(app, country, kind, all, fold)).collect::<Vec<_>>()
    };
    let number_of_rest = move || card.with(|card| card.rest(asked()));
    let show_the_rest = move || {
        let next = card.with_untracked(|card| card.fits().get(card.first().len()).copied());
        show_rest.set(true);
        // The button goes; the focus goes on to the first document that it brought.
        focus_next(app, next.map_or_else(|| title_id(country), |next| item::element_id(&country.resources[next].id)));
    };
    let for_rest = move || text::show_more_documents(number_of_rest());
    let number_of_others = move || card.with(|card| card.others(asked()));
    let show_others = move |shows: bool| {
        show_others_of.set(if shows { card.with_untracked(Card::number) } else { 0 });
    };
    let for_others = move || match asked().others {
        true => text::hide_others(number_of_others()),
        false => text::show_others(number_of_others()),
    };
    let toggle_others = move || show_others(!untrack(asked).others);
    documents
        // The browser has found something that is folded, and unfolds it.
        .on("beforematch", move |event| match event_target::<web_sys::Element>(&event).get_attribute("data-fits") {
            Some(fits) if fits == "true" => show_rest.set(true),
            _ => show_others(true),
        })
        .follow(groups)
        .child(more(country, for_rest, move || number_of_rest() > 0, show_the_rest))
        .child(more(country, for_others, move || number_of_others() > 0, toggle_others))
        .child(checked(country))
}

/// When the documents were checked.
fn checked(country: &Country) -> Option<El> {
    country.checked().map(|day| class("p", "checked").text(&text::documents_checked(day)))
}

/// The documents by kind, all of them and with all that is known.
fn all_documents(app: App, country: &'static Country) -> El {
    let documents = class("div", "documents");
    if country.resources.is_empty() {
        return documents.child(el("p").text(text::NO_DOCUMENT));
    }
    let group = |kind: &Kind| {
        let of_kind: Vec<&'static Resource> = country.resources.iter().filter(|one| one.kind == *kind).collect();
        let heading = heading(app, Form::Whole.headings(app).1)
            .attr("class", "card-part")
            .text(text::kinds(*kind, of_kind.len()));
        let rows: Vec<El> = of_kind.iter().map(|one| el("li").child(resource::whole(app, one))).collect();
        (!rows.is_empty())
            .then(|| class("section", "kind").child(kind_head(heading, *kind)).child(el("ul").child(rows)))
    };
    documents.children(Kind::ALL.iter().filter_map(group)).child(checked(country))
}

fn kind_head(heading: El, kind: Kind) -> El {
    class("div", "kind-head").child(heading).child(class("p", "meaning").text(text::kind_meaning(kind)))
}

/// A button for the rest of a card, which says to a screen reader of which country.
fn more(
    country: &'static Country,
    words: impl Fn() -> String + Copy + 'static,
    is_there: impl Fn() -> bool + 'static,
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

fn group<S, F, O>(app: App, country: &'static Country, kind: Kind, of_kind: Vec<usize>, fold: Fold<S, F, O>) -> El
where
    S: Fn(usize) -> bool + Copy + 'static,
    F: Fn(usize) -> bool + Copy + 'static,
    O: Fn(usize) -> bool + Copy + 'static,
{
    let Fold { is_shown, is_fit, opens } = fold;
    let all: Arc<[usize]> = of_kind.into();
    let count = |is_it: fn(&Fold<S, F, O>, usize) -> bool| {
        let all = Arc::clone(&all);
        move || all.iter().filter(|at| is_it(&fold, **at)).count()
    };
    let shown = count(|fold, at| (fold.is_shown)(at));
    let fitting = count(|fold, at| (fold.is_fit)(at));
    let heading = heading(app, Form::Listed.headings(app).1).attr("class", "card-part").follow({
        let shown = shown.clone();
        let fitting = fitting.clone();
        move || text::kinds(kind, shown().max(fitting()))
    });
    let rows = all.iter().map(|at| {
        let at = *at;
        el("li")
            .live("hidden", move || folded(is_shown(at)))
            .live_bool("data-fits", move || is_fit(at))
            .child(resource::listed(app, &country.resources[at], move || opens(at)))
    });
    class("section", "kind")
        .live("hidden", move || folded(shown() > 0))
        .live_bool("data-fits", move || fitting() > 0)
        .child(kind_head(heading, kind))
        .child(el("ul").children(rows))
}

/// The value of `hidden`: the browser's search still finds what is folded, and unfolds it.
fn folded(is_shown: bool) -> Option<String> {
    (!is_shown).then(|| "until-found".to_owned())
}
