//! Comparisons to begin with: pairs of countries, or beside a country that is chosen its neighbours and others like it.

use catalog::compare::{Pair, beside, pairs};
use catalog::{Country, CountryCode};
use leptos::prelude::*;

use crate::state::{AppState, use_app_state, use_messages};
use crate::view::flag::Flag;
use crate::view::link::CompareLink;

/// The comparisons that are offered; none where two countries are compared already. They are few, so all are made anew
/// when one may have changed: a memo of them would cost 1 kB of wasm.
#[component]
pub fn Offers() -> impl IntoView {
    let state = use_app_state();
    let chosen = Memo::new(move |_| state.query.with(|query| query.countries.clone()));
    let offers = move || {
        let chosen = chosen.get();
        let mut chosen = chosen.iter();
        let groups = match (chosen.next(), chosen.next()) {
            (None, _) => offered_pairs(state),
            (Some(chosen), None) => offered_beside(state, *chosen),
            _ => Vec::new(),
        };
        groups.into_iter().map(|(words, offers)| view! { <OfferGroup words offers/> }).collect_view()
    };
    view! { <div class="offers">{offers}</div> }
}

/// A comparison that is offered.
struct Offer {
    /// The countries. Where the visitor has chosen one already, that is the first.
    countries: [Option<CountryCode>; 2],
    /// The words of its link.
    words: String,
    /// Why it is worth a look; nothing where the heading says it for all offers below it.
    why: Option<String>,
}

/// Pairs of countries, for a visitor who has chosen none, under their heading.
fn offered_pairs(state: AppState) -> Vec<(&'static str, Vec<Offer>)> {
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
    vec![(messages.pairs_to_compare(), pairs.into_iter().map(offer).collect())]
}

/// Countries to compare with the one that is chosen: its neighbours, and others in the same state, each under their
/// heading.
fn offered_beside(state: AppState, chosen: CountryCode) -> Vec<(&'static str, Vec<Offer>)> {
    let messages = use_messages();
    let found = state.selection.with(|selection| beside(state.catalog, selection, chosen, state.today.get()));
    let Some(found) = found else { return Vec::new() };
    let offer = |at: usize| {
        let Country { code, name, .. } = &state.catalog.countries[at];
        Offer { countries: [Some(chosen), Some(*code)], words: name.to_string(), why: None }
    };
    let offers = |others: Vec<usize>| others.into_iter().map(offer).collect();
    vec![
        (messages.its_neighbours(), offers(found.neighbours)),
        (messages.in_state_too(found.state), offers(found.alike)),
    ]
}

/// Offers below their heading; nothing where there are none.
#[component]
fn OfferGroup(
    /// The heading: what the offers have in common.
    words: &'static str,
    /// The offers.
    offers: Vec<Offer>,
) -> impl IntoView {
    let item = |Offer { countries, words, why }: Offer| {
        // Beside a country that is chosen, only the other one is new.
        let shown = if why.is_some() { &countries[..] } else { &countries[1..] };
        let flags: Vec<_> = shown.iter().flatten().map(|code| view! { <Flag code=*code/> }).collect();
        let why = why.map(|why| view! { <span class="label">{why}</span> });
        view! { <li><CompareLink countries>{flags}{words}</CompareLink>{why}</li> }
    };
    (!offers.is_empty()).then(|| {
        view! {
            <p>{words}</p>
            <ul>{offers.into_iter().map(item).collect_view()}</ul>
        }
    })
}
