//! What is known of a country beside its documents: who leads, its laws, its part in European projects.

use catalog::{Country, Fact, text};

use super::card::Form;
use super::dom::{El, Node, class, el, heading};
use super::link;
use crate::app::App;

/// All that is known, on the country's page; none where nothing is.
pub(super) fn profile(app: App, country: &'static Country, level: &'static str) -> Option<El> {
    let rows: Vec<Node> = Fact::ALL
        .iter()
        .filter_map(|fact| {
            let value = value(app, country, *fact)?;
            let sources = country.profile.sources(*fact);
            let sources = (!sources.is_empty())
                .then(|| link::sources(sources.iter().collect(), &text::sources(sources.len()), Form::Whole));
            Some([Node::Element(el("dt").text(text::fact(*fact))), Node::Element(el("dd").child(value).child(sources))])
        })
        .flatten()
        .collect();
    (!rows.is_empty()).then(|| {
        class("section", "profile")
            .child(heading(app, level).attr("class", "card-part").text(text::PROFILE))
            .child(el("dl").child(rows))
    })
}

/// What is known of one thing: in words, with its page, and the documents that say it.
pub(super) fn value(app: App, country: &'static Country, fact: Fact) -> Option<El> {
    let page = country.profile.address(fact).map(|address| link::out(address, address.host()));
    let words = text::fact_words(fact, &country.profile).map(|words| el("p").text(&words).text(" ").child(page));
    let documents = country.profile.documents(fact);
    let document = |at: &usize| {
        let resource = &country.resources[*at];
        el("li").child(link::to_item(app, &resource.id).text(&resource.title))
    };
    let list = (!documents.is_empty()).then(|| el("ul").children(documents.iter().map(document)));
    (words.is_some() || list.is_some()).then(|| class("div", "fact").child(words).child(list))
}
