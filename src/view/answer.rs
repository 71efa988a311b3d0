//! The first screen: what is here, the answer in numbers, and where each country stands.

use super::dom::{Child, El, button, class, el};
use super::page::{TITLE, go_to_results};
use super::{icon, link};
use crate::app::App;
use catalog::text::{self, Part};
use catalog::{Change, PlanStatus, Query};
use leptos::prelude::*;

/// The first screen.
pub(super) fn answer(app: App) -> El {
    let numbers = app.catalog.numbers();
    let mut sentence = Vec::new();
    for part in text::answer(&numbers) {
        match part {
            Part::Words(words) => words.add_to(&mut sentence),
            Part::Plan(status, words) => {
                link::to_query(app, move |query| only(query, status), &words).add_to(&mut sentence)
            }
        }
    }
    let standing = PlanStatus::ALL.iter().map(|status| standing(app, *status, numbers.plans[*status as usize]));
    let lead = class("div", "lead")
        .child(el("h1").attr("id", TITLE).text(text::TITLE))
        .child(class("p", "introduction").text(text::INTRODUCTION))
        .child(class("p", "sentence").child(sentence));
    class("section", "answer")
        .attr("aria-labelledby", TITLE)
        .child(lead)
        .child(class("ul", "standing").attr("aria-label", text::AT_A_GLANCE).child(standing.collect::<Vec<_>>()))
}

/// One plan status: how many countries, which, and what it means.
fn standing(app: App, status: PlanStatus, number: usize) -> El {
    let countries = app.catalog.countries.iter().filter(move |country| country.plan_status == status);
    let flags: Vec<El> = countries.map(|country| icon::flag(app, country.code)).collect();
    let name = class("span", "stand-name")
        .child(icon::icon(status.into()))
        .child(el("b").child(number.to_string()))
        .child(el("span").text(text::plan(status)));
    let change = move || {
        app.change(&Change::Plan(status));
        go_to_results();
    };
    let press = button("stand", change)
        .attr("data-plan", status.name())
        .live_bool("aria-pressed", move || app.query.with(|query| query.has(&Change::Plan(status))))
        .child(name)
        .child(class("span", "stand-flags").child(flags));
    el("li").child(press).child(class("p", "meaning").text(text::plan_meaning(status)))
}

/// The countries of that status and no other filter.
fn only(query: &Query, status: PlanStatus) -> Query {
    query.cleared().toggled(&Change::Plan(status))
}
