//! What is worth comparing: pairs to begin with, and for a country that is chosen its neighbours and others like it.

use catalog::compare::{Pair, beside, pairs};
use catalog::{Country, CountryCode};
use leptos::prelude::*;

use crate::state::{AppState, use_app_state, use_messages};
use crate::view::flag::Flag;
use crate::view::link::CompareLink;

/// The offers; none where two countries stand side by side already. They are few, so that no memo (1 kB of wasm each)
/// looks whether they are the same as before.
#[component]
pub fn Offers() -> impl IntoView {
    let state = use_app_state();
    let chosen = Memo::new(move |_| state.query.with(|query| query.countries.clone()));
    let offers = move || {
        let chosen = chosen.get();
        let mut chosen = chosen.iter();
        match (chosen.next(), chosen.next()) {
            (None, _) => offered_pairs(state),
            (Some(chosen), None) => offered_beside(state, *chosen),
            _ => Vec::new(),
        }
    };
    view! { <div class="offers">{move || offers().into_iter().map(offered).collect_view()}</div> }
}

/// Links under what they have in common.
struct Offered {
    words: &'static str,
    links: Vec<Offer>,
}

/// A link to a comparison.
struct Offer {
    countries: [Option<CountryCode>; 2],
    words: String,
    /// Why it is worth it, where each has its own reason.
    why: Option<String>,
}

fn offered_pairs(state: AppState) -> Vec<Offered> {
    let messages = use_messages();
    let pairs = state.selection.with(|selection| pairs(state.catalog, selection, state.today.get()));
    let offer = |Pair { countries, are_neighbours, state: of_both }: Pair| {
        let [one, other] = countries.map(|at| &state.catalog.countries[at]);
        Offer {
            countries: [Some(one.code), Some(other.code)],
            words: messages.pair(&one.name, &other.name),
            why: Some(messages.why_compare(are_neighbours, of_both)),
        }
    };
    vec![Offered { words: messages.pairs_to_compare(), links: pairs.into_iter().map(offer).collect() }]
}

fn offered_beside(state: AppState, chosen: CountryCode) -> Vec<Offered> {
    let messages = use_messages();
    let found = state.selection.with(|selection| beside(state.catalog, selection, chosen, state.today.get()));
    let Some(found) = found else { return Vec::new() };
    let offer = |at: usize| {
        let Country { code, name, .. } = &state.catalog.countries[at];
        Offer { countries: [Some(chosen), Some(*code)], words: name.to_string(), why: None }
    };
    let offered = |words, others: Vec<usize>| Offered { words, links: others.into_iter().map(offer).collect() };
    vec![offered(messages.its_neighbours(), found.neighbours), offered(messages.in_state_too(found.state), found.alike)]
}

fn offered(Offered { words, links }: Offered) -> Option<View> {
    let link = |Offer { countries, words, why }: Offer| {
        // Beside a country that is chosen, only the other one is new.
        let shown = if why.is_some() { &countries[..] } else { &countries[1..] };
        let flags: Vec<_> = shown.iter().flatten().map(|code| view! { <Flag code=*code/> }).collect();
        let why = why.map(|why| view! { <span class="label">{why}</span> });
        view! { <li><CompareLink countries>{flags}{words}</CompareLink>{why}</li> }
    };
    (!links.is_empty()).then(|| {
        view! {
            <p>{words}</p>
            <ul>{links.into_iter().map(link).collect_view()}</ul>
        }
    })
}
