//! The page "How this is made": it needs no script, and every link of it leads somewhere.

use catalog::{Messages, PlanState, text};
use e2e::{Role, ServedSite, Visitor, catalog};

use crate::access::{ALL, check, is_nothing_wider};

const PAGE: &str = "about/";

/// The states of countries as the page names them, in its order.
fn states(visitor: &Visitor) -> Vec<String> {
    visitor.script("return [...document.querySelectorAll('.state h3')].map((node) => node.textContent.trim())", vec![])
}

fn is_whole(visitor: &Visitor) {
    visitor.should_read("h1", text::about::TITLE);
    assert_eq!(states(visitor), PlanState::ALL.iter().map(|state| Messages::English.plan(*state)).collect::<Vec<_>>());
}

#[test]
fn the_footer_leads_to_the_page_and_the_page_back() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    visitor.clicks_in("footer", Role::Link, text::about::TITLE);
    is_whole(&visitor);
    assert_eq!(visitor.address(), format!("{}{PAGE}", site.address()));
    let country = catalog().countries.first().expect("there is one");
    visitor.clicks_in(
        &format!(".state[data-plan={}]", country.plan_state(catalog().version).name()),
        Role::Link,
        &country.name,
    );
    visitor.waits_until_ready();
    visitor.should_read("h1", &country.name);
    // From the page of a country too, whose folder is another.
    visitor.clicks_in("footer", Role::Link, text::about::TITLE);
    is_whole(&visitor);
}

#[test]
fn it_is_there_without_scripts() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.without_scripts();
    visitor.open_whatever_comes(PAGE);
    is_whole(&visitor);
}

#[test]
fn it_is_there_without_a_network() {
    let mut site = ServedSite::copy_under("/a/b/");
    let visitor = Visitor::at(&site, "");
    visitor.waits_for_worker();
    visitor.waits_for_no_worker();
    site.stop();
    visitor.open_whatever_comes(PAGE);
    is_whole(&visitor);
    let has_style = "return getComputedStyle(document.querySelector('.points')).listStyleType";
    assert_eq!(visitor.script::<String>(has_style, vec![]), "disc", "its style is not there");
}

#[test]
fn it_breaks_no_rule_of_accessibility_and_is_never_wider_than_the_window() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.open_whatever_comes(PAGE);
    is_whole(&visitor);
    check(&visitor, "how this is made");
    is_nothing_wider(&visitor, &ALL);
}

#[test]
fn every_link_of_the_site_is_answered() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.open_whatever_comes(PAGE);
    is_whole(&visitor);
    let refused =
        "const own = [...document.links].map((link) => link.href).filter((href) => href.startsWith(location.origin));
        const files = [...new Set(own.map((href) => href.split(/[?#]/)[0]))];
        const answers = await Promise.all(files.map(async (file) => [file, (await fetch(file)).status]));
        return [files.length, answers.filter(([, status]) => status !== 200)]";
    let (files, refused): (usize, Vec<(String, u16)>) = visitor.promise(refused, vec![]);
    assert!(files > catalog().countries.len(), "{files} files are named");
    assert_eq!(refused, []);
    // What the page calls "What changed" is there.
    visitor.clicks_in("main", Role::Link, Messages::English.changes());
    visitor.waits_until_ready();
    assert_eq!(visitor.count("#changes"), 1);
}
