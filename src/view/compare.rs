//! Countries side by side: what each has, and what one has and another lacks.

use catalog::compare::{self, Column, Comparison, MOST};
use catalog::{Change, CountryCode, Fact, Found, Kind, Media, Resource, text};
use leptos::prelude::*;

use super::dom::{El, Scroll, button, class, el, focus, focus_next, memo, memo_after, option, scroller, select};
use super::page::RESULTS_TITLE;
use super::table::key;
use super::{card, icon, link, profile, resource};
use crate::app::{App, Page};

/// The id of the list from which a country is added.
const ADD: &str = "add-country";

/// With more documents than these, the columns wait until the app is calm.
const MANY: usize = 60;

/// The comparison, and the list from which a country is added.
pub(super) fn compare(app: App) -> El {
    // What stands side by side, as the numbers of countries and documents, which no country and document share.
    let shown = memo_after(move |before: Option<&Vec<usize>>| {
        let is_calm = app.calm.get();
        let now = app.selection.with(|selection| {
            let mut shown = Vec::new();
            for found in selection.matches.iter().take(MOST) {
                shown.push(usize::MAX - found.country);
                shown.extend(found.fits.iter().map(|at| key(Found { country: Some(found.country), document: *at })));
            }
            shown
        });
        before.filter(|_| !is_calm && now.len() > MANY).cloned().unwrap_or(now)
    });
    class("div", "compare").child(chooser(app)).follow(move || {
        let is_empty = shown.with(Vec::is_empty);
        app.selection.with_untracked(|selection| {
            let comparison = compare::compare(app.catalog, selection);
            (!is_empty && !comparison.columns.is_empty()).then(|| side_by_side(app, &comparison))
        })
    })
}

/// How the countries are chosen.
fn chooser(app: App) -> El {
    let add = move |value: &str| {
        if let Some(code) = CountryCode::from_visitor(value) {
            app.change(&Change::Country(code));
            // The list is made anew, and goes when it is no longer needed.
            focus(app, RESULTS_TITLE, Scroll::Stay);
            focus_next(app, ADD.to_owned());
        }
    };
    // Not for every letter that is typed in the search.
    let chosen =
        memo(move || app.query.with(|query| query.countries.iter().map(|code| place(app, *code)).collect::<Vec<_>>()));
    let list = move || {
        let chosen = chosen.get();
        let left = app.catalog.countries.iter().enumerate().filter(|(at, _)| !chosen.contains(at));
        let mut options = vec![option("", text::CHOOSE)];
        options.extend(left.map(|(_, country)| option(country.code.as_str(), &country.name)));
        (chosen.len() < MOST).then(|| {
            let list = select("add", options, add).attr("id", ADD);
            class("label", "add").child(el("span").text(text::ADD_COUNTRY)).child(list)
        })
    };
    class("div", "compare-tools").child(el("p").text(text::COMPARE_HINT)).child(el("div").follow(list))
}

/// The place of a country in the catalog.
fn place(app: App, code: CountryCode) -> usize {
    app.catalog.country(code).map_or(0, |(at, _)| at)
}

fn side_by_side(app: App, comparison: &Comparison) -> Vec<El> {
    let columns = &comparison.columns;
    let today = app.today.get();
    let head = columns.iter().map(|column| {
        let code = column.country.code;
        let is_chosen = move || app.query.with(|query| query.has(&Change::Country(code)));
        let leave_out = button("leave-out", move || {
            app.change(&Change::Country(code));
            // The button goes with its column.
            focus(app, RESULTS_TITLE, Scroll::Stay);
        });
        let leave_out = leave_out
            .live("hidden", move || (!is_chosen()).then(String::new))
            .attr("aria-label", &text::leave_out(&column.country.name))
            .child(icon::icon(icon::Icon::Close));
        let name = link::to_page(app, Page::Country(column.found.country), &column.country.name);
        el("th").attr("scope", "col").child(icon::flag(app, code)).child(name).child(leave_out)
    });
    let head = el("tr").child(el("td")).children(head);
    let mut rows = vec![
        row(text::COMPARE_PLAN, columns, &|column| {
            let plan = column.country.plan_state(today);
            let badge = class("span", "badge").attr("data-plan", plan.name()).child(icon::icon(plan.into()));
            let badge = badge.text(text::plan(plan));
            let country = &app.catalog.countries[column.found.country];
            (text::plan(plan).to_owned(), Some(el("div").child(badge).child(card::plan(app, country, today))))
        }),
        row(text::COMPARE_DECLARATION, columns, &|column| {
            let declaration = &column.country.declaration;
            let words = text::signed(declaration.signatory, declaration.signed);
            (declaration.signatory.to_string(), Some(el("span").child(words)))
        }),
    ];
    for fact in Fact::ALL {
        let cells: Vec<Cell> = columns.iter().map(|column| value(app, column, *fact)).collect();
        if cells.iter().any(|(_, shown)| shown.is_some()) {
            rows.push(row_of(text::fact(*fact), cells));
        }
    }
    rows.extend(comparison.kinds.iter().map(|kind| of_kind(app, *kind, columns)));
    rows.push(row(text::FIGURES, columns, &|column| figures(column)));
    rows.push(row(text::VIDEOS, columns, &|column| videos(app, column)));
    if columns.len() > 1 {
        rows.push(row(text::ONLY_HERE, columns, &|column| (String::new(), kinds(&column.only))));
        rows.push(row(text::LACKING, columns, &|column| (String::new(), kinds(&column.lacks))));
    }
    let left_out = (comparison.left_out > 0).then(|| el("p").text(&text::left_out(comparison.left_out)));
    let table = scroller("columns", text::view(catalog::View::Compare)).child(
        el("table")
            .attr("data-columns", &columns.len().to_string())
            .child(el("thead").child(head))
            .child(el("tbody").child(rows)),
    );
    left_out.into_iter().chain([table]).collect()
}

/// Of a country what is shown, and by what it differs from another.
type Cell = (String, Option<El>);

/// A row: the cell of each country.
#[inline(never)]
fn row(name: &str, columns: &[Column], cell: &dyn Fn(&Column) -> Cell) -> El {
    row_of(name, columns.iter().map(cell).collect())
}

fn row_of(name: &str, cells: Vec<Cell>) -> El {
    let differs = cells.iter().any(|(value, _)| *value != cells[0].0);
    let mark = differs.then(|| class("span", "differs").text(text::DIFFERS));
    let cells = cells.into_iter().map(|(_, shown)| match shown {
        Some(shown) => el("td").child(shown),
        None => class("td", "lacks").text(text::NOTHING_KNOWN),
    });
    let row = el("tr").child(el("th").attr("scope", "row").text(name).text(" ").child(mark));
    if differs { row.attr("data-differs", "") } else { row }.children(cells)
}

fn list(items: Vec<El>) -> Option<El> {
    (!items.is_empty()).then(|| el("ul").child(items))
}

fn of_kind(app: App, kind: Kind, columns: &[Column]) -> El {
    row(text::kind(kind), columns, &|column| {
        let document = |at: usize| {
            let resource: &'static Resource = &app.catalog.countries[column.found.country].resources[at];
            let when = text::when(resource.year, resource.period);
            el("li")
                .child(link::to_item(app, &resource.id).text(&resource.title))
                .child(class("span", "meta").child(el("span").text(&when)).child(resource::progress(app, resource)))
        };
        let documents: Vec<El> = column.of_kind(kind).into_iter().map(document).collect();
        let has = if documents.is_empty() { "" } else { "1" };
        (has.to_owned(), list(documents))
    })
    .attr("data-kind", kind.name())
}

/// What is known of a country; countries differ where it is said in other words, or nothing is known of one.
fn value(app: App, column: &Column, fact: Fact) -> (String, Option<El>) {
    let country = &app.catalog.countries[column.found.country];
    let value = profile::value(app, country, fact);
    let words = text::fact_words(fact, &country.profile).unwrap_or_default();
    (if words.is_empty() && value.is_some() { "1".to_owned() } else { words }, value)
}

fn figures(column: &Column) -> (String, Option<El>) {
    let resources = column.found.fits.iter().map(|at| &column.country.resources[*at]);
    let figures = resources.flat_map(|resource| &resource.figures).map(|figure| {
        el("li").child(el("b").text(&text::figure(figure))).text(" ").child(class("span", "label").text(&figure.label))
    });
    (String::new(), list(figures.collect()))
}

fn videos(app: App, column: &Column) -> (String, Option<El>) {
    let videos = app.catalog.videos_of(column.country.code).map(|video| {
        let extent = matches!(video.media, Media::Playlist { .. }).then(|| text::extent(&video.media));
        el("li")
            .child(link::out_to(&video.media.watch_address(), &video.title, ""))
            .child(extent.map(|extent| class("span", "meta").child(extent)))
    });
    let videos: Vec<El> = videos.collect();
    (if videos.is_empty() { "" } else { "1" }.to_owned(), list(videos))
}

fn kinds(kinds: &[Kind]) -> Option<El> {
    list(kinds.iter().map(|kind| el("li").text(text::kind(*kind))).collect())
}
