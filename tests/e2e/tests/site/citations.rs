//! What connectors of reference managers find in a page: each document of a country, and nothing elsewhere.

use catalog::export::{Row, coins};
use catalog::{Country, Messages};
use e2e::{Role, ServedSite, Visitor, catalog, country, until};

/// The elements as connectors look for them.
const FOUND: &str = "return [...document.querySelectorAll('span.Z3988[title]')].map((span) => span.title)";

fn all_of(country: &Country) -> Vec<String> {
    country.resources.iter().map(|resource| coins(&Row { country: Some(country), resource })).collect()
}

fn finds(visitor: &Visitor, expected: &[String]) {
    until(|| {
        let found: Vec<String> = visitor.script(FOUND, vec![]);
        (found == expected).then_some(()).ok_or_else(|| format!("{found:#?} are found instead of {expected:#?}"))
    });
}

#[test]
fn the_page_of_a_country_has_its_documents_before_any_script_runs() {
    let site = ServedSite::built();
    for country in &catalog().countries {
        let page = format!("{}index.html", country.path());
        assert_eq!(site.text(&page).matches("Z3988").count(), country.resources.len(), "{page}");
        assert_eq!(site.text(&format!("embed/{page}")).matches("Z3988").count(), 0, "embed/{page}");
    }
    assert_eq!(site.text("index.html").matches("Z3988").count(), 0, "the start page has some");
}

#[test]
fn they_follow_the_visitor_and_connectors_are_told() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "ie/");
    finds(&visitor, &all_of(country("IE")));
    assert_eq!(visitor.count("span.Z3988:not([hidden])"), 0, "some can be seen");
    visitor.open("");
    finds(&visitor, &[]);
    visitor.script::<()>(
        "window.told = 0; document.addEventListener('ZoteroItemUpdated', () => { window.told += 1; })",
        vec![],
    );
    let is_told = |what: &str| {
        visitor.waits_for(what, "return window.told > 0");
        visitor.script::<()>("window.told = 0", vec![]);
    };
    visitor.script::<()>("document.querySelector('article[data-country=FR]').scrollIntoView()", vec![]);
    visitor.clicks_in("article[data-country=FR]", Role::Link, "France");
    visitor.should_read("h1", "France");
    finds(&visitor, &all_of(country("FR")));
    is_told("that there are documents");
    visitor.clicks_in("main", Role::Link, Messages::English.back_to_list());
    visitor.should_see("");
    finds(&visitor, &[]);
    is_told("that they are gone");
}
