//! Links.

use catalog::{Change, CountryCode, Id, Query, WebAddress};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::ids::RESULTS_TITLE;
use super::scroll::go_to_results;
use crate::browser::focus::{Scroll, focus};
use crate::browser::schedule::next_frame;
use crate::browser::window::take_click;
use crate::state::{Page, Surface, use_app_state, use_messages};

/// The query that a link leads to, from the one that is shown.
#[derive(Clone, Debug)]
pub enum Aim {
    /// With one choice changed.
    Toggled(Change),
    /// With one choice and no other filter.
    Only(Change),
}

impl Aim {
    fn from(&self, query: &Query) -> Query {
        match self {
            Self::Toggled(change) => query.toggled(change),
            Self::Only(change) => query.cleared().toggled(change),
        }
    }
}

/// A link to another query of the start page: a real address, so that it opens in a new tab too.
#[component]
pub fn QueryLink(
    /// Where it leads.
    aim: Aim,
    /// Its words.
    #[prop(into)]
    words: String,
    /// Whether it leads to what is shown now.
    #[prop(optional, into)]
    is_current: Signal<bool>,
) -> impl IntoView {
    let state = use_app_state();
    let to = aim.clone();
    let follow = move |click: MouseEvent| {
        if take_click(&click) {
            state.set_query(state.query.with_untracked(|query| to.from(query)));
            go_to_results(state);
        }
    };
    view! {
        <a
            target=own_window()
            href=move || state.query_link(&state.query.with(|query| aim.from(query).encode()))
            aria-current=move || is_current.get().then_some("page")
            on:click=follow
        >
            {words}
        </a>
    }
}

/// A link to an entry in its card. Its address is without the filters, so that another tab shows it in any case.
#[component]
pub fn ItemLink(
    /// The entry.
    id: &'static Id,
    /// Its class in the style, where it has one.
    #[prop(optional)]
    class: Option<&'static str>,
    /// What is pressed.
    children: Children,
) -> impl IntoView {
    let state = use_app_state();
    let follow = move |click: MouseEvent| {
        if take_click(&click) {
            state.show_item(id);
        }
    };
    view! {
        <a class=class target=own_window() href=state.item_link(id) on:click=follow>
            {children()}
        </a>
    }
}

/// A link to another page of this site, without leaving the app.
#[component]
pub fn PageLink(
    /// The page.
    page: Page,
    /// The part of it that is gone to: `#` and its id.
    #[prop(default = "")]
    part: &'static str,
    /// Its words.
    #[prop(into)]
    words: String,
) -> impl IntoView {
    let state = use_app_state();
    let follow = move |click: MouseEvent| {
        // While the app cannot show another page yet, the browser goes there.
        if state.loading.is_whole.get_untracked() && take_click(&click) {
            state.visit(page);
            if let Some(id) = part.strip_prefix('#') {
                next_frame(move || focus(&state.host(), id, Scroll::IntoView));
            }
        }
    };
    view! { <a target=own_window() href=state.page_link(page) + part on:click=follow>{words}</a> }
}

/// A link to a part of what is shown.
#[component]
pub fn PartLink(
    /// The part: `#` and its id.
    part: &'static str,
    /// Its words.
    #[prop(into)]
    words: String,
) -> impl IntoView {
    let state = use_app_state();
    let follow = move |click: MouseEvent| {
        // In a shadow root the browser would look for it in the page around.
        if !state.owns_document() {
            click.prevent_default();
            focus(&state.host(), &part[1..], Scroll::IntoView);
        }
    };
    view! { <a target=own_window() href=part on:click=follow>{words}</a> }
}

/// In a frame, `<base>` makes links open a new tab; those that stay in the app override that.
pub fn own_window() -> Option<&'static str> {
    (use_app_state().site().surface == Surface::Frame).then_some("_self")
}

/// A link that leaves this site, marked as such.
#[component]
pub fn OutLink(
    /// Where it leads.
    #[prop(into)]
    address: String,
    /// Its words.
    #[prop(into)]
    words: String,
    /// What follows them on the screen, and is hidden from screen readers.
    #[prop(optional)]
    only_seen: Option<&'static str>,
    /// What the words are about, for a screen reader.
    #[prop(optional, into)]
    about: String,
) -> impl IntoView {
    let messages = use_messages();
    view! {
        <a class="out" href=address rel="external">
            {words}
            {only_seen.map(|rest| view! { <span aria-hidden="true">{rest}</span> })}
            <span class="visually-hidden">{messages.leaves(&about)}</span>
        </a>
    }
}

/// The pages on which facts were seen, folded under their number.
#[component]
pub fn Sources(
    /// The pages.
    addresses: Vec<&'static WebAddress>,
    /// What stands over them.
    #[prop(into)]
    summary: String,
) -> impl IntoView {
    let messages = use_messages();
    let number = addresses.len();
    let list = addresses.into_iter().enumerate().map(|(at, address)| {
        // A screen reader says the host and the number of the source instead of spelling the address.
        let about = messages.source_number(at + 1, number);
        view! { <li><OutLink address=address.as_str() words=address.host() only_seen=address.after_host() about/></li> }
    });
    // Beside what it is about: the reader views of browsers would take a part with so many links for a menu.
    view! {
        <aside>
            <details class="sources">
                <summary>{summary}</summary>
                <ul>{list.collect_view()}</ul>
            </details>
        </aside>
    }
}

/// A link to countries side by side. On the start page the other filters stay.
#[component]
pub fn CompareLink(
    /// The countries: one, or two.
    countries: [Option<CountryCode>; 2],
    /// What is pressed.
    children: Children,
) -> impl IntoView {
    let state = use_app_state();
    let page = state.page.get_untracked();
    let aim = move |query: &Query| {
        let from = if page == Page::Start { query.clone() } else { Query::default() };
        from.comparing(countries.into_iter().flatten())
    };
    let follow = move |click: MouseEvent| {
        if state.loading.is_whole.get_untracked() && take_click(&click) {
            let query = state.query.with_untracked(aim);
            match page {
                Page::Start => state.set_query(query),
                _ => state.visit_start(query),
            }
            // The link goes, with its page or as an offer that was taken.
            let scroll = if page == Page::Start { Scroll::Stay } else { Scroll::IntoView };
            next_frame(move || focus(&state.host(), RESULTS_TITLE, scroll));
        }
    };
    let address = move || state.start_link(&state.query.with(|query| aim(query).encode()));
    view! { <a class="button-small" target=own_window() href=address on:click=follow>{children()}</a> }
}
