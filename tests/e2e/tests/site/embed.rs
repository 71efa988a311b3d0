//! "Embed this view" and "Share": what a partner's editor takes from the page.

use catalog::{EmbedMode, Messages, snippet, sole_country};
use e2e::{Engine, Role, ServedSite, Visitor, until};
use serde_json::json;

use crate::partner::Partner;

/// Opens the builder of a page.
fn opens_builder(visitor: &Visitor) {
    visitor.script::<()>(
        "[...document.querySelectorAll('summary')].find((one) => one.textContent === arguments[0]).click()",
        vec![Messages::English.embed().into()],
    );
    until(|| if visitor.count(".snippet") == 1 { Ok(()) } else { Err("there is no builder".to_owned()) });
}

fn snippet(visitor: &Visitor) -> String {
    visitor.script("return document.querySelector('.snippet').value", vec![])
}

fn waits_for_snippet_with(visitor: &Visitor, part: &str) {
    until(|| {
        let snippet = snippet(visitor);
        snippet.contains(part).then_some(()).ok_or_else(|| format!("{part} is not in {snippet}"))
    });
}

#[test]
fn what_is_copied_works_on_another_page() {
    let partner = Partner::with(Engine::Chromium);
    let visitor = &partner.visitor;
    visitor.with_clipboard();
    for mode in EmbedMode::ALL.iter().copied() {
        visitor.open("?country=ie,fr&kind=strategy");
        opens_builder(visitor);
        visitor.chooses(Messages::English.embed_mode_label(), Messages::English.embed_mode(mode));
        visitor.chooses(Messages::English.embed_width(), "480 px");
        visitor.chooses(Messages::English.embed_colours(), Messages::English.theme_dark());
        waits_for_snippet_with(visitor, "dark");
        visitor.should_read(".embed", &snippet::policy(mode, &partner.site.address()));
        visitor.clicks(Role::Button, Messages::English.copy_snippet());
        visitor.should_read(".embed .copy", Messages::English.copied_text());
        let copied: String = visitor.script("return window.copied", vec![]);
        assert_eq!(copied, snippet(visitor));
        assert_eq!(copied.contains("width=\"480\""), mode == EmbedMode::Frame, "{copied}");
        visitor
            .visits(&partner.host.page_with(&format!("<!doctype html><html lang=en><title>A</title>{copied}"), None));
        let shown = "const element = document.querySelector('genomic-plans');
            const root = element ? element.shadowRoot : document;
            return element ? element.hasAttribute('data-ready') : root.querySelector('iframe') !== null";
        visitor.waits_for("it is there", shown);
        if mode == EmbedMode::Inline {
            let cards: Vec<String> = visitor.script(
                "return [...document.querySelector('genomic-plans').shadowRoot.querySelectorAll('article')].map((card) => card.dataset.country)",
                vec![],
            );
            assert_eq!(cards, ["FR", "IE"]);
            continue;
        }
        visitor.enters_frame_of(
            "return (document.querySelector('genomic-plans')?.shadowRoot ?? document).querySelector('iframe')",
            vec![],
        );
        visitor.waits_until_ready();
        visitor.should_show("country=fr,ie&kind=strategy");
        assert_eq!(visitor.script::<String>("return document.documentElement.dataset.theme", vec![]), "dark");
        visitor.leaves_frame();
    }
}

#[test]
fn the_preview_is_live_and_adds_no_step_for_back() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.open("");
    opens_builder(&visitor);
    let history = visitor.history();
    let preview = "return document.querySelector('.preview iframe').src";
    for (country, address) in [("be", "embed/be/"), ("ie", "embed/?country=be,ie")] {
        visitor.toggles("country", country);
        until(|| match visitor.script::<String>(preview, vec![]) {
            src if src == site.address() + address => Ok(()),
            src => Err(format!("the preview shows {src}")),
        });
        waits_for_snippet_with(&visitor, &address.replace('&', "&amp;"));
    }
    visitor.enters_frame(".preview iframe");
    visitor.waits_until_ready();
    visitor.should_show("country=be,ie");
    visitor.leaves_frame();
    assert_eq!(visitor.history(), history + 2, "the preview has steps of its own");
    visitor.chooses(Messages::English.embed_width(), "300 px");
    visitor.waits_for("it is narrow", "return document.querySelector('.preview iframe').clientWidth === 300");
}

#[test]
fn a_country_s_page_embeds_its_country() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.open("ie/");
    opens_builder(&visitor);
    waits_for_snippet_with(
        &visitor,
        &format!("src=\"{}embed/ie/\" title=\"National genomic plan: Ireland\"", site.address()),
    );
    assert!(sole_country(&e2e::query("country=ie"), e2e::catalog()).is_some());
}

#[test]
fn where_the_clipboard_is_refused_the_snippet_is_selected() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.before_each_page(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } })",
    );
    visitor.open("?country=ie");
    opens_builder(&visitor);
    visitor.clicks(Role::Button, Messages::English.copy_snippet());
    visitor.should_read(".embed .copy", Messages::English.selected());
    let selected: bool = visitor.script(
        "const { value, selectionStart, selectionEnd } = document.querySelector('.snippet');
        return document.activeElement.matches('.snippet') && selectionStart === 0 && selectionEnd === value.length",
        vec![],
    );
    assert!(selected, "it is not selected");
}

#[test]
fn what_is_shown_can_be_shared() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    // A device with a way of its own.
    visitor.before_each_page("Object.defineProperty(navigator, 'share', { configurable: true, value: async (data) => { window.shared = data } })");
    visitor.with_clipboard();
    visitor.open("?country=ie&view=table");
    visitor.clicks(Role::Button, Messages::English.share());
    let shared: serde_json::Value = visitor.script("return window.shared", vec![]);
    assert_eq!(shared, json!({ "url": site.address() + "?country=ie&view=table" }));
    assert!(visitor.script::<bool>("return window.copied === undefined", vec![]), "it is copied, too");
    // And one without.
    visitor.before_each_page("delete navigator.share; Object.defineProperty(navigator, 'share', { value: undefined })");
    visitor.open("ie/");
    visitor.clicks(Role::Button, Messages::English.share());
    visitor.should_find("main", Role::Button, Messages::English.copied());
    assert_eq!(visitor.script::<String>("return window.copied", vec![]), site.address() + "ie/");
    // Of the next choice it would not be true.
    visitor.open("?kind=law");
    visitor.clicks(Role::Button, Messages::English.share());
    visitor.should_find("main", Role::Button, Messages::English.copied());
    visitor.toggles("video", "1");
    visitor.should_find("main", Role::Button, Messages::English.share());
}

#[test]
fn a_widget_offers_none_of_it() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    for path in ["embed/", "embed/ie/"] {
        visitor.open(path);
        assert_eq!(visitor.count(".embed, .share, .theme, .header"), 0, "{path}");
    }
}
