//! The first screen: what is here, and the answer in numbers.

use super::dom::{Child, El, class, el};
use super::link;
use super::page::TITLE;
use crate::app::App;
use catalog::text::{self, Part};
use catalog::{Change, PlanStatus, Query};

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
    let lead = class("div", "lead")
        .child(el("h1").attr("id", TITLE).text(text::TITLE))
        .child(class("p", "introduction").text(text::INTRODUCTION))
        .child(class("p", "sentence").child(sentence));
    class("section", "answer").attr("aria-labelledby", TITLE).child(lead)
}

/// The countries of that status and no other filter.
fn only(query: &Query, status: PlanStatus) -> Query {
    query.cleared().toggled(&Change::Plan(status))
}
