//! The start page: the answer, the filters beside the results, and the sections that are about no single country.

use leptos::prelude::*;

use super::across::AcrossEurope;
use super::answer::Answer;
use super::changes::Changes;
use super::filters::Filters;
use super::ids;
use super::results::Results;
use super::talks::Talks;
use crate::state::{Surface, use_app_state, use_messages};

/// The start page. A frame has no answer, only its heading for screen readers; an element leaves the heading to the
/// page around it.
#[component]
pub fn StartPage() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let surface = state.site().surface;
    let begin = match surface {
        Surface::Page => view! { <Answer/> },
        Surface::Frame => view! { <h1 class="visually-hidden" id=ids::TITLE>{messages.site_title()}</h1> },
        Surface::Element => View::Empty,
    };
    view! {
        {begin}
        <div class="explorer"><Filters/><Results/></div>
        <AcrossEurope/>
        <Talks/>
        {(surface == Surface::Page).then(|| view! { <Changes/> })}
    }
}
