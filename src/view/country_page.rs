//! The page of a country: everything that is known of it, and links to other countries.

use catalog::compare::beside;
use catalog::{Country, Query};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::badge::CountryBadge;
use super::card::NativeNames;
use super::embed::Embed;
use super::export::Export;
use super::flag::Flag;
use super::heading::HeadingLevel;
use super::ids;
use super::lazy::{Lazy, LazyPart};
use super::link::{CompareLink, PageLink, own_window};
use super::share::Share;
use crate::browser::window::take_click;
use crate::state::{Page, use_app_state, use_messages};

/// The page of a country.
#[component]
pub fn CountryPage(
    /// Its place in [`catalog::Catalog::countries`].
    at: usize,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let country = &state.catalog.countries[at];
    let owns_document = state.owns_document();
    let level = if owns_document { HeadingLevel::H2 } else { HeadingLevel::H3 };
    let name = &*country.name;
    let title = if owns_document {
        view! { <h1 class="card-name" id=ids::page_title(country)>{name}</h1> }
    } else {
        // The page around it has its own heading of the first level.
        let aria_level = state.aria_level(2);
        view! { <h2 class="card-name" id=ids::page_title(country) {..aria_level}>{name}</h2> }
    };
    view! {
        <p class="way-back"><BackLink/></p>
        <article
            class="card" part=state.part("card") id="country" data-country=country.code.as_str() data-open=""
            data-plan=move || country.plan_state(state.today.get()).name() aria-labelledby=ids::page_title(country)
        >
            <header class="card-header">
                <Flag code=country.code/>
                {title}
                <NativeNames country/>
                <CountryBadge country/>
            </header>
            <div class="card-details"><Lazy part=LazyPart::Country { at, level }/></div>
        </article>
        // A widget is embedded already, and shows only what the page around it asks for.
        {(!state.is_widget()).then(|| view! {
            <div class="ways">
                <CompareLink countries=[Some(country.code), None]>{messages.compare_with_another()}</CompareLink>
                <Embed/>
                <Export/>
                <Share/>
            </div>
            <Alike country/>
            <Neighbours at/>
        })}
    }
}

/// Links to the countries around this one, and to others whose plans are in the same state.
#[component]
fn Alike(
    /// This country.
    country: &'static Country,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let links = |words: &'static str, others: Vec<usize>| {
        let link = |at: usize| {
            let Country { code, name, .. } = &state.catalog.countries[at];
            view! { <li><Flag code=*code/><PageLink page=Page::Country(at) words=&**name/></li> }
        };
        (!others.is_empty()).then(|| {
            let links = others.into_iter().map(link).collect_view();
            view! { <div><h2 class="card-part">{words}</h2><ul>{links}</ul></div> }
        })
    };
    move || {
        let today = state.today.get();
        let found = beside(state.catalog, &state.catalog.select(&Query::default(), today), country.code, today);
        found.map(|found| {
            let has_some = found.neighbours.len() + found.alike.len() > 0;
            has_some.then(|| {
                view! {
                    <nav class="alike" aria-label=messages.alike()>
                        {links(messages.its_neighbours(), found.neighbours)}
                        {links(messages.in_state_too(found.state), found.alike)}
                    </nav>
                }
            })
        })
    }
}

/// Links to the countries before and after this one in the list, which goes on at its other end.
#[component]
fn Neighbours(
    /// The place of this country in [`catalog::Catalog::countries`].
    at: usize,
) -> impl IntoView {
    let messages = use_messages();
    let countries = &use_app_state().catalog.countries;
    let way = |words: &'static str, at: usize| {
        view! { <li><span>{words}</span><PageLink page=Page::Country(at) words=&*countries[at].name/></li> }
    };
    let all = countries.len();
    view! {
        <nav class="neighbours" aria-label=messages.other_countries()>
            <ul>
                {way(messages.previous_country(), (at + all - 1) % all)}
                {way(messages.next_country(), (at + 1) % all)}
            </ul>
        </nav>
    }
}

/// Leads to the list: to where the visitor was on it, where they have come from it.
#[component]
fn BackLink() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let follow = move |click: MouseEvent| {
        // While the app cannot show another page yet, the browser goes there.
        if state.loading.is_whole.get_untracked() && take_click(&click) {
            state.return_to_list();
        }
    };
    let words = move || if state.comes_from_list.get() { messages.back_to_list() } else { messages.all_countries() };
    view! { <a target=own_window() href=state.page_link(Page::Start) on:click=follow>{words}</a> }
}
