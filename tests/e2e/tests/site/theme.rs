//! Light or dark: only what a visitor chose is kept.

use catalog::Messages;
use e2e::{ServedSite, Visitor};

const GROUND: &str = "return getComputedStyle(document.body).backgroundColor";
const KEPT: &str = "return Object.entries(localStorage).map((entry) => entry.join('='))";

#[test]
fn only_a_choice_is_kept() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.with_colours("light");
    visitor.open("");
    let kept = |visitor: &Visitor| visitor.script::<Vec<String>>(KEPT, vec![]);
    let ground = |visitor: &Visitor| visitor.script::<String>(GROUND, vec![]);
    let light = ground(&visitor);
    visitor.with_colours("dark");
    let dark = ground(&visitor);
    assert_ne!(light, dark, "the page follows the system");
    assert_eq!(kept(&visitor), Vec::<String>::new(), "nothing is kept that was not chosen");

    visitor.chooses(Messages::English.theme(), Messages::English.theme_light());
    assert_eq!(ground(&visitor), light);
    assert_eq!(kept(&visitor), ["genomic-plans:theme=light"]);
    visitor.reload();
    assert_eq!(ground(&visitor), light, "the choice is kept");
    let chosen: String = visitor.script("return document.querySelector('select[name=theme]').value", vec![]);
    assert_eq!(chosen, "light");

    visitor.chooses(Messages::English.theme(), Messages::English.theme_auto());
    assert_eq!(ground(&visitor), dark);
    assert_eq!(kept(&visitor), Vec::<String>::new(), "the system's theme is no choice");
    visitor.reload();
    assert_eq!(ground(&visitor), dark);
    let cookies: String = visitor.script("return document.cookie", vec![]);
    assert_eq!(cookies, "");
}

#[test]
fn a_choice_is_there_before_the_first_paint() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    visitor.chooses(Messages::English.theme(), Messages::English.theme_dark());
    // When the body begins, the theme is set already.
    visitor.before_each_page(
        "new MutationObserver((_, observer) => { if (document.body) { window.themeAtBody = document.documentElement.dataset.theme; observer.disconnect(); } })
            .observe(document, { childList: true, subtree: true });",
    );
    visitor.reload();
    let theme: String = visitor.script("return window.themeAtBody ?? ''", vec![]);
    assert_eq!(theme, "dark");
}

#[test]
fn without_storage_a_choice_still_holds_for_the_visit() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.before_each_page(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('Refused.', 'SecurityError'); } });",
    );
    visitor.with_colours("light");
    visitor.open("?country=ie");
    let light: String = visitor.script(GROUND, vec![]);
    visitor.chooses(Messages::English.theme(), Messages::English.theme_dark());
    let dark: String = visitor.script(GROUND, vec![]);
    assert_ne!(light, dark);
    visitor.should_see("country=ie");
}
