//! What is known of a country beside its documents: who leads, its laws, its part in European projects.

use catalog::{Country, Fact};
use leptos::prelude::*;

use super::heading::PartHeading;
use super::link::{ItemLink, OutLink, Sources};
use crate::state::use_messages;

/// All that is known; nothing where nothing is.
#[component]
pub fn Profile(
    /// The country.
    country: &'static Country,
    /// The level of its heading.
    level: u8,
) -> impl IntoView {
    let messages = use_messages();
    let known: Vec<Fact> = Fact::ALL.iter().copied().filter(|fact| has_fact(country, *fact)).collect();
    (!known.is_empty()).then(|| {
        let facts = known.into_iter().map(|fact| view! { <FactEntry country fact/> });
        view! {
            <section class="profile">
                <PartHeading level words=messages.profile()/>
                <dl>{facts.collect_view()}</dl>
            </section>
        }
    })
}

/// Whether something is known of one thing.
#[must_use]
pub fn has_fact(country: &Country, fact: Fact) -> bool {
    use_messages().fact_words(fact, &country.profile).is_some() || !country.profile.documents(fact).is_empty()
}

/// What is known of one thing: in words, with its page, and the documents that say it.
#[component]
pub fn FactValue(
    /// The country.
    country: &'static Country,
    /// The thing.
    fact: Fact,
) -> impl IntoView {
    let messages = use_messages();
    let profile = &country.profile;
    let page = profile.address(fact).map(|page| view! { <OutLink address=page.as_str() words=page.host()/> });
    let words = messages.fact_words(fact, profile).map(|words| view! { <p>{words} " " {page}</p> });
    let documents = profile.documents(fact);
    let document = |at: usize| {
        let document = &country.resources[at];
        view! { <li><ItemLink id=&document.id>{&*document.title}</ItemLink></li> }
    };
    let list = (!documents.is_empty()).then(|| view! { <ul>{documents.into_iter().map(document).collect_view()}</ul> });
    view! { <div class="fact">{words}{list}</div> }
}

/// One thing with its name, and the pages on which it was seen.
#[component]
fn FactEntry(
    /// The country.
    country: &'static Country,
    /// The thing.
    fact: Fact,
) -> impl IntoView {
    let messages = use_messages();
    let sources = country.profile.sources(fact);
    let sources = (!sources.is_empty()).then(|| {
        view! { <Sources addresses=sources.iter().collect() summary=messages.sources(sources.len())/> }
    });
    view! {
        <dt>{messages.fact(fact)}</dt>
        <dd><FactValue country fact/>{sources}</dd>
    }
}
