//! The first screen: what is here, and the answer in numbers.

use super::dom::{Child, El, Node, class, el};
use super::link;
use super::page::TITLE;
use crate::app::App;
use catalog::text::{self, Part};
use catalog::{Change, PlanState, Query};

/// The first screen.
pub(super) fn answer(app: App) -> El {
    let lead = class("div", "lead")
        .child(el("h1").attr("id", TITLE).text(text::TITLE))
        .child(class("p", "introduction").text(text::INTRODUCTION))
        .child(class("p", "sentence").follow(move || sentence(app)));
    class("section", "answer").attr("aria-labelledby", TITLE).child(lead)
}

/// How many countries are in each state, each number a link to them.
fn sentence(app: App) -> Vec<Node> {
    let mut sentence = Vec::new();
    for part in text::answer(&app.catalog.numbers(app.today.get())) {
        match part {
            Part::Words(words) => words.add_to(&mut sentence),
            Part::Plan(state, words) => {
                link::to_query(app, move |query| only(query, state), &words).add_to(&mut sentence)
            }
        }
    }
    sentence
}

/// The countries in that state and no other filter.
fn only(query: &Query, state: PlanState) -> Query {
    query.cleared().toggled(&Change::Plan(state))
}
