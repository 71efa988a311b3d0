//! What is pasted into other pages.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use catalog::snippet::{Embedded, frame, guide};
use catalog::{Colour, EmbedMode, Messages, OwnColours, Query};
use common::catalog;
use std::fs;

const SITE: &str = "https://example.org/a/";

#[test]
fn what_is_embedded_is_a_query_or_a_country() {
    let (query, _) = Query::parse("country=fr,ie&q=%22a%22&view=table", catalog());
    let ireland = catalog().countries.iter().find(|country| country.code.lower() == "ie");
    let some =
        Embedded { site: SITE, title: "T", country: None, query: &query, theme: "dark", own: OwnColours::default() };
    let all = Embedded { query: &Query::default(), theme: "", ..some };
    let one = Embedded { country: ireland, ..some };
    assert_eq!(some.address(), "embed/?country=fr,ie&q=%22a%22&view=table&theme=dark");
    assert_eq!((&*all.address(), &*one.address()), ("embed/", "embed/ie/?theme=dark"));
    let attributes = |embedded: &Embedded, mode| {
        let html = embedded.html(mode, None, 600);
        html.split_once("<genomic-plans").and_then(|(_, rest)| rest.split_once("</")).expect("it is one").0.to_owned()
    };
    assert_eq!(
        attributes(&some, EmbedMode::Element),
        " country=\"fr ie\" q=\"&quot;a&quot;\" view=\"table\" theme=\"dark\">\
         <a href=\"https://example.org/a/?country=fr,ie&amp;q=%22a%22&amp;view=table\">T"
    );
    assert_eq!(attributes(&all, EmbedMode::Element), "><a href=\"https://example.org/a/\">T");
    assert_eq!(
        attributes(&one, EmbedMode::Inline),
        " country=\"ie\" theme=\"dark\" mode=\"inline\"><a href=\"https://example.org/a/ie/\">T"
    );
    assert_eq!(one.html(EmbedMode::Frame, Some(300), 400), frame(SITE, "embed/ie/?theme=dark", "T", Some(300), 400));
    // Only what stands in the page itself can have colours of its own.
    let coloured = Embedded { own: OwnColours { ground: Colour::parse("#fdf6e3"), accent: None }, ..one };
    assert_eq!(
        attributes(&coloured, EmbedMode::Inline),
        " country=\"ie\" theme=\"dark\" mode=\"inline\" style=\"--ngp-ground: #fdf6e3; --ngp-surface: #fdf6e3; \
         --ngp-raised: #fdf6e3\"><a href=\"https://example.org/a/ie/\">T"
    );
    for mode in [EmbedMode::Element, EmbedMode::Frame] {
        assert_eq!(coloured.html(mode, None, 600), one.html(mode, None, 600));
    }
}

/// What is written into an element is only of use where the element passes it on.
#[test]
fn the_element_knows_every_attribute_that_is_pasted() {
    let all = "country=ie,fr&kind=law&status=active&now=1&plan=ended&year=2020&video=1&q=x&view=table&sort=newest&lang=en\
               &item=fi-finngen";
    let (query, unknown) = Query::parse(all, catalog());
    assert_eq!(unknown, []);
    let own = OwnColours::default();
    let embedded = Embedded { site: SITE, title: "T", country: None, query: &query, theme: "dark", own };
    let html = embedded.html(EmbedMode::Element, None, 600);
    let element = html.split_once("<genomic-plans").and_then(|(_, rest)| rest.split_once('>')).unwrap().0;
    let pasted: Vec<&str> = element.split_whitespace().filter_map(|part| Some(part.split_once("=\"")?.0)).collect();
    assert_eq!(pasted.len(), all.split('&').count() + 1, "{element}");
    let script = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../js/widget.js")).unwrap();
    let list = |name: &str| {
        let start = format!("const {name} = [");
        script.split_once(&start).and_then(|(_, rest)| rest.split_once("];")).unwrap().0.to_owned()
    };
    let known = ["LISTS", "QUERY"].map(list).concat();
    for name in pasted {
        assert!(known.contains(&format!("\"{name}\"")), "js/widget.js does not know {name}");
    }
}

#[test]
fn the_guide_is_where_the_repository_has_it() {
    assert_eq!(guide("https://github.com/a/b"), "https://github.com/a/b/blob/HEAD/docs/embedding.md");
    assert_eq!(guide("https://code.europa.eu/a/b"), "https://code.europa.eu/a/b/-/blob/HEAD/docs/embedding.md");
    assert!(fs::exists(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/embedding.md")).unwrap());
}

#[test]
fn a_widget_is_called_by_what_it_shows() {
    let check = |query: &str, expected: &str| {
        let (query, unknown) = Query::parse(query, catalog());
        assert_eq!(unknown, []);
        assert_eq!(Messages::English.embed_title(&query, catalog()), expected);
    };
    check("", "National genomic plans of Europe");
    check("view=table&sort=newest", "National genomic plans of Europe");
    check("kind=law&status=active", "National genomic plans of Europe (Law, Active)");
    check("country=ie", "National genomic plan: Ireland");
    check("country=fi,ee", "National genomic plans: Estonia, Finland");
    check("country=fi,ee&q=rare", "National genomic plans: Estonia, Finland (“rare”)");
    check("country=ie,fr,be,dk", "National genomic plans: Belgium, Denmark, France, Ireland");
    check("country=ie,fr,be,dk,at", "National genomic plans: Austria, Belgium, Denmark and 2 more");
    check("country=ie,fr,be,dk,at,fi", "National genomic plans: Austria, Belgium, Denmark and 3 more");
}
