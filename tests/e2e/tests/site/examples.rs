//! The pages that partners copy: each shows what it promises.

use e2e::{Role, Visitor, catalog, until};
use server::hosts::EXAMPLES;

use crate::partner::Partner;

/// The pages with frames or elements, those with the app itself, and the apps, by the tests that open them.
const OPENED: [&[&str]; 3] = [
    &["plain.html", "frame.html", "strict-csp.html", "wordpress.html", "sandboxed.html", "jekyll.html"],
    &["inline.html"],
    &["react/", "vue/"],
];

#[test]
fn every_example_is_opened() {
    let mut opened = OPENED.concat();
    let mut examples = EXAMPLES.map(|(path, _)| path);
    opened.sort_unstable();
    examples.sort_unstable();
    assert_eq!(opened, examples);
}

/// Opens an example.
fn opens(partner: &Partner, path: &str) {
    partner.visitor.visits(&partner.host.page(path));
}

/// Neither the page nor what it shows scrolls sideways.
fn fits_across(visitor: &Visitor, what: &str) {
    let [content, window]: [u32; 2] =
        visitor.script("return [document.scrollingElement.scrollWidth, innerWidth]", vec![]);
    assert!(content <= window, "{what} is {content} px wide in {window} px");
}

/// What the frame of a selector shows, wherever it is in the page.
fn shows_in_frame(partner: &Partner, frame: &str, country: &str) {
    let visitor = &partner.visitor;
    visitor.script::<()>("document.querySelector(arguments[0]).scrollIntoView()", vec![frame.into()]);
    visitor.enters_frame(frame);
    visitor.should_read("body", country);
    let country = catalog().countries.iter().find(|one| *one.name == *country).expect("it is there");
    for resource in &country.resources {
        visitor.should_read("main", &resource.title);
    }
    fits_across(visitor, frame);
    visitor.leaves_frame();
}

#[test]
fn frames_and_elements_show_their_countries() {
    let partner = Partner::with(e2e::Engine::Chromium);
    let visitor = &partner.visitor;
    for path in OPENED[0] {
        opens(&partner, path);
        fits_across(visitor, path);
        match *path {
            "plain.html" => {
                visitor.script::<()>("document.querySelector('#after').scrollIntoView()", vec![]);
                partner.waits_until_shown(1);
                partner.fits(0);
                partner.enters(0);
                visitor.should_show("country=fr,ie");
                visitor.leaves_frame();
                assert!(!visitor.text("main").contains("France and Ireland"), "the link is still seen");
            }
            "frame.html" => {
                shows_in_frame(&partner, "aside iframe", "Ireland");
                let wide: u32 = visitor.script("return document.querySelector('aside iframe').clientWidth", vec![]);
                assert_eq!(wide, 300);
                visitor.script::<()>("scrollTo(0, document.body.scrollHeight)", vec![]);
                visitor.enters_frame("body > iframe");
                visitor.waits_until_ready();
                visitor.should_show("kind=strategy&status=active");
                fits_across(visitor, "the second frame");
                visitor.leaves_frame();
            }
            // That the policy forbids something would be told as a complaint of the console.
            "strict-csp.html" => {
                partner.waits_until_shown(1);
                partner.fits(0);
                partner.enters(0);
                visitor.should_read("body", "Denmark");
                visitor.leaves_frame();
            }
            "wordpress.html" => {
                shows_in_frame(&partner, "iframe", "Ireland");
                visitor.enters_frame("iframe");
                visitor.waits_until_ready();
                assert_eq!(visitor.script::<String>("return origin", vec![]), "null");
                visitor.leaves_frame();
            }
            "sandboxed.html" => shows_in_frame(&partner, "iframe", "Ireland"),
            "jekyll.html" => {
                partner.waits_until_shown(1);
                partner.enters(0);
                visitor.should_show("");
                visitor.leaves_frame();
                visitor.script::<()>("scrollTo(0, document.body.scrollHeight)", vec![]);
                partner.waits_until_shown(2);
                partner.fits(1);
                partner.enters(1);
                visitor.should_show("country=be&video=1");
                visitor.leaves_frame();
            }
            other => panic!("nothing is known of {other}"),
        }
        visitor.leaves_frame();
        fits_across(visitor, path);
    }
}

#[test]
fn the_app_in_a_page_keeps_its_look_among_hostile_styles() {
    let partner = Partner::with(e2e::Engine::Chromium);
    let visitor = &partner.visitor;
    opens(&partner, OPENED[1][0]);
    partner.waits_until_shown(1);
    visitor.script::<()>("document.querySelector('#own').scrollIntoView()", vec![]);
    partner.waits_until_shown(2);
    assert_eq!(partner.site.times_asked(&partner.site.wasm()), 1, "two elements share one download");
    let strange: Vec<String> = visitor.script(
        "const strange = [];
        for (const element of document.querySelectorAll('genomic-plans')) for (const node of element.shadowRoot.querySelectorAll('#app, #app *')) {
            const style = getComputedStyle(node), is = (name, value) => style[name] === value && strange.push(`${name} of ${node.tagName}.${node.getAttribute('class')}`);
            is('color', 'rgb(255, 0, 0)');
            is('fontFamily', 'monospace');
            is('letterSpacing', '2px');
            is('float', 'left');
            is('fontSize', '60px');
            is('backgroundColor', 'rgb(255, 255, 0)');
            if (node.matches('button')) is('textTransform', 'uppercase');
            if (node.matches('svg') && node.parentElement.checkVisibility()) is('display', 'none');
            if (node.matches('a')) is('textDecorationLine', 'line-through');
        }
        return [...new Set(strange)]",
        vec![],
    );
    assert_eq!(strange, [""; 0], "the host's style gets in");
    let [ground, font, border]: [String; 3] = visitor.script(
        "const style = getComputedStyle(document.querySelector('#own').shadowRoot.querySelector('#app'));
        return [style.backgroundColor, style.fontFamily, style.borderTop]",
        vec![],
    );
    assert_eq!([&*ground, &*font, &*border], ["rgb(253, 246, 227)", "Georgia, serif", "3px double rgb(184, 169, 138)"]);
    let is_left: bool = visitor.script(
        "const { color, fontSize, lineHeight } = getComputedStyle(document.querySelector('#after'));
        return color === 'rgb(255, 0, 0)' && parseFloat(lineHeight) === 3 * parseFloat(fontSize)",
        vec![],
    );
    assert!(is_left, "the app's style gets out");
    let highest: [u32; 2] = visitor.script(
        "return [...document.querySelectorAll('genomic-plans')].map((element) =>
            Math.min(...[...element.shadowRoot.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((one) => one.ariaLevel ?? one.localName[1])))",
        vec![],
    );
    assert_eq!(highest, [3, 3], "the levels of the highest headings");
    fits_across(visitor, "inline.html");
}

#[test]
fn apps_switch_the_country() {
    let partner = Partner::with(e2e::Engine::Chromium);
    let visitor = &partner.visitor;
    for path in OPENED[2] {
        opens(&partner, path);
        let says = |words: &str| visitor.should_read("[role=status]", words);
        partner.waits_until_shown(1);
        says("It is ready.");
        partner.enters(0);
        visitor.should_read("body", "Ireland");
        visitor.leaves_frame();
        visitor.chooses("Country", "France");
        says("It shows country=fr");
        partner.enters(0);
        visitor.should_read("body", "France");
        visitor.leaves_frame();
        partner.fits(0);
        visitor.clicks(Role::Button, "Remove");
        until(|| match visitor.count("genomic-plans") {
            0 => Ok(()),
            other => Err(format!("{other} are there")),
        });
        visitor.clicks(Role::Button, "Show");
        partner.waits_until_shown(1);
        partner.enters(0);
        visitor.should_read("body", "France");
        visitor.leaves_frame();
        fits_across(visitor, path);
    }
}
