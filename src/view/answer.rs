//! The first screen: what is here, and the answer in numbers.

use catalog::Change;
use catalog::text::SentencePart;
use leptos::prelude::*;

use super::ids::TITLE;
use super::link::{Aim, QueryLink};
use crate::state::{use_app_state, use_messages};

/// The first screen.
#[component]
pub fn Answer() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    // How many countries are in each state, each number a link to them.
    let sentence = move || {
        let part = |part| match part {
            SentencePart::Words(words) => words.into_view(),
            SentencePart::Plan(plan, words) => view! { <QueryLink aim=Aim::Only(Change::Plan(plan)) words/> },
        };
        messages.answer(&state.catalog.numbers(state.today.get())).into_iter().map(part).collect_view()
    };
    view! {
        <section class="answer" aria-labelledby=TITLE>
            <div class="lead">
                <h1 id=TITLE>{messages.site_title()}</h1>
                <p class="introduction">{messages.introduction()}</p>
                <p class="sentence">{sentence}</p>
            </div>
        </section>
    }
}
