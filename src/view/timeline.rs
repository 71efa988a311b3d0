//! The documents that fit as bars over the years: one for each that has a period or a year.

use std::cell::Cell;
use std::rc::Rc;

use catalog::timeline::{self, Bar, BarKind, Group, Grouping, Span, bar, groups};
use catalog::{Change, Found, Kind, PartialDate, text};
use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

use super::dom::{El, button, class, el, group, heading, option, select};
use super::list::each;
use super::table::{found, key, more_rows};
use super::{icon, link, resource};
use crate::app::{App, PAGE};
use crate::small::Small;

/// A heading among the rows; rows have smaller numbers.
const HEADING: usize = 1 << 29;
/// A row of a group that is no country's: it names its country.
const OF_KIND: usize = 1 << 28;

/// As many bars are shown as there are documents today.
const PAGES: usize = 3;

impl Small for Span {
    fn number(self) -> usize {
        usize::from(self.first) << 16 | usize::from(self.last)
    }

    fn of(number: usize) -> Self {
        Self { first: (number >> 16) as u16, last: number as u16 }
    }
}

/// The timeline.
pub(super) fn timeline(app: App) -> El {
    // On another day all of it is made anew.
    let today = app.today.get();
    let span = move || app.span.get();
    let limit = move || app.limit.get() * PAGES;
    let shown = move || {
        let grouping = app.grouping.get();
        let groups = app.selection.with(|selection| groups(app.catalog, selection, grouping, limit()));
        let mut keys = Vec::new();
        for (group, bars) in groups {
            keys.push(HEADING | group_number(group));
            let of = if matches!(group, Group::Country(_) | Group::Europe) { 0 } else { OF_KIND };
            keys.extend(bars.into_iter().map(|found| key(found) | of));
        }
        keys
    };
    let item = move |number: usize| match number & HEADING {
        0 => row(app, found(number & !OF_KIND), number & OF_KIND > 0, today, span),
        _ => title(app, number & !HEADING),
    };
    let more = move || app.selection.with(|selection| selection.documents).saturating_sub(limit()).min(PAGE * PAGES);
    let grid = drawing("grid").live("viewBox", move || Some(view_box(span()))).follow(move || {
        let line = |name, at| class("path", name).attr("d", &format!("M{at} 0V1"));
        let mut lines: Vec<El> = span().ticks().into_iter().map(|year| line("tick", timeline::begins(year))).collect();
        lines.push(line("today", timeline::place(today)));
        lines
    });
    let bars = class("div", "bars").child(grid).child(class("div", "bar-list").list(each(shown, item)));
    group("timeline", text::TIMELINE)
        .child(tools(app, span))
        .child(axis(app, span, today))
        .child(bars)
        .child(more_rows(app, more))
}

fn group_number(group: Group) -> usize {
    match group {
        Group::Undated => 0,
        Group::Europe => 1,
        Group::Kind(kind) => 2 + kind as usize,
        Group::Country(at) => 2 + Kind::ALL.len() + at,
    }
}

fn title(app: App, number: usize) -> El {
    let heading = heading(app, "h3").attr("class", "bar-group");
    match number.checked_sub(2) {
        None if number == 0 => heading.text(text::UNDATED),
        None => heading.text(text::ACROSS_EUROPE),
        Some(kind) if kind < Kind::ALL.len() => heading.text(text::kinds(Kind::ALL[kind], 2)),
        Some(at) => {
            let country = &app.catalog.countries[at - Kind::ALL.len()];
            heading.child(icon::flag(app, country.code)).text(&country.name)
        }
    }
}

/// A document: its words, and its bar, which is as wide as its years in the box of all.
fn row(app: App, found: Found, names_country: bool, today: PartialDate, span: impl Fn() -> Span + 'static) -> El {
    let (country, resource) = found.of(app.catalog);
    let mark = timeline::mark(country, resource, today);
    let mark = mark.map(|mark| class("span", "end").text(text::mark(mark)));
    let meta = class("span", "meta")
        .child(names_country.then(|| el("span").text(text::owner(country))))
        .child(el("span").text(&text::when(resource.year, resource.period)))
        .child(resource::progress(app, resource))
        .child(mark);
    let drawn = bar(resource)
        .map(|bar| drawing("bar").live("viewBox", move || Some(view_box(span()))).child(shape(bar, today)));
    link::to_item(app, &resource.id)
        .attr("class", "bar-row")
        .child(class("span", "bar-name").child(class("span", "bar-title").text(&resource.title)).child(meta))
        .child(drawn)
}

/// A drawing that is stretched over its box, and says nothing that words beside it do not say.
#[inline(never)]
fn drawing(name: &'static str) -> El {
    class("svg", name).attr("preserveAspectRatio", "none").attr("aria-hidden", "true")
}

/// The years across, and one down.
fn view_box(span: Span) -> String {
    format!("{} 0 {} 1", timeline::begins(span.first), u32::from(span.length()) * 100)
}

/// One that is open goes on beyond today as a thinner line.
fn shape(bar: Bar, today: PartialDate) -> Vec<El> {
    let line = |name, from: u32, to: u32| class("path", name).attr("d", &format!("M{from} .5H{to}"));
    let now = timeline::place(today);
    match bar.to {
        Some(to) => vec![line(bar.kind.name(), bar.from, to)],
        // To today, or through its first year; and on beyond the last year that there can be.
        None => {
            let solid = now.max(bar.from + 100);
            vec![line("beyond", solid, 30_000), line(bar.kind.name(), bar.from, solid)]
        }
    }
}

/// Buttons for the years, the grouping, and what the shapes mean.
fn tools(app: App, span: impl Fn() -> Span + Copy + 'static) -> El {
    let zoom = |words: &str, to: fn(Span) -> Span| {
        button("quiet", move || app.change(&Change::Years(to(untrack(span)).period()))).text(words)
    };
    let all = button("quiet", move || app.change(&Change::Years(None))).text(text::ALL_YEARS);
    let zooms = group("zoom", text::FILTER_YEARS)
        .child(zoom(text::ZOOM_IN, Span::closer))
        .child(zoom(text::ZOOM_OUT, Span::wider))
        .child(zoom(text::EARLIER, |span| span.beside(-1)))
        .child(zoom(text::LATER_YEARS, |span| span.beside(1)))
        .child(all);
    let choose = move |value: &str| {
        if let Some(grouping) = Grouping::from_name(value) {
            app.group_by(grouping);
        }
    };
    let options = Grouping::ALL.iter().map(|of| option(of.name(), text::grouping(*of)));
    let list = select("group", options.collect(), choose).choice(move || app.grouping.get().name().to_owned());
    let kinds = BarKind::ALL.iter().map(|kind| {
        let path = |name, from_to: &str| class("path", name).attr("d", from_to);
        let drawn = match kind {
            BarKind::Open => vec![path("beyond", "M55 .5H95"), path("open", "M5 .5H55")],
            kind => vec![path(kind.name(), "M10 .5H90")],
        };
        el("li").child(drawing("bar").attr("viewBox", "0 0 100 1").child(drawn)).text(text::bar_kind(*kind))
    });
    class("div", "timeline-tools")
        .child(class("label", "group").child(el("span").text(text::GROUP_BY)).child(list))
        .child(zooms)
        .child(class("ul", "shapes").children(kinds))
        .child(class("p", "hint").text(text::DRAG_HINT))
}

/// The years, along which a pointer chooses some of them.
fn axis(app: App, span: impl Fn() -> Span + Copy + 'static, today: PartialDate) -> El {
    let begun = Rc::new(Cell::new(None));
    let chosen = move |axis: &Element, words: Option<(f64, f64)>| {
        let Ok(Some(rect)) = axis.query_selector("rect") else { return };
        let (from, width) = words.unwrap_or_default();
        for (name, value) in [("x", from), ("width", width)] {
            let _valid = rect.set_attribute(name, &format!("{}%", (value * 100.0) as u32));
        }
    };
    let at = |event: &Event| {
        let mouse = event.dyn_ref::<MouseEvent>()?;
        let axis: Element = event.current_target()?.dyn_into().ok()?;
        let room = axis.get_bounding_client_rect();
        Some((axis, ((f64::from(mouse.client_x()) - room.left()) / room.width()).clamp(0.0, 0.999)))
    };
    let is_held = |event: &Event| event.unchecked_ref::<MouseEvent>().buttons() == 1;
    let between = |a: f64, b: f64| (a.min(b), (a - b).abs());
    let begin = Rc::clone(&begun);
    let move_on = Rc::clone(&begun);
    let end = move |event: Event| {
        let (Some(from), Some((axis, to))) = (begun.take(), at(&event)) else { return };
        chosen(&axis, None);
        let (from, width) = between(from, to);
        let span = untrack(span);
        let years = f64::from(span.length());
        let year = |place: f64| span.first + (place * years) as u16;
        // A press without a way is none.
        if width * years > 0.5 {
            app.change(&Change::Years(Span { first: year(from), last: year(from + width) }.period()));
        }
    };
    let labels = move || {
        let span = span();
        let label = |name, line, at: u32, words: &str| {
            let place = (at.saturating_sub(timeline::begins(span.first))) * 10 / u32::from(span.length());
            class("text", name).attr("x", &format!("{}.{}%", place / 10, place % 10)).attr("y", line).text(words)
        };
        let mut labels: Vec<El> = vec![class("rect", "chosen").attr("height", "100%").attr("width", "0")];
        labels.extend(
            span.ticks().into_iter().map(|year| label("year", "2.7em", timeline::begins(year), &year.to_string())),
        );
        if (span.first..=span.last).contains(&today.year().number()) {
            labels.push(label("today", "1.1em", timeline::place(today), text::TODAY));
        }
        labels
    };
    class("div", "axis").child(el("span")).child(
        class("svg", "axis-years")
            .attr("aria-hidden", "true")
            .on("pointerdown", move |event| begin.set(at(&event).filter(|_| is_held(&event)).map(|(_, place)| place)))
            .on("pointermove", move |event| {
                if let (Some(from), Some((axis, to))) = (move_on.get(), at(&event)) {
                    // It may have been let go outside, or taken for a scroll.
                    move_on.set(is_held(&event).then_some(from));
                    chosen(&axis, is_held(&event).then(|| between(from, to)));
                }
            })
            .on("pointerup", end)
            .follow(labels),
    )
}
