//! "Embed this view" and "Share": what a partner's editor takes from the page.

use catalog::{Colour, EmbedMode, Messages, OwnColours, snippet, sole_country};
use e2e::{Engine, Role, ServedSite, Visitor, until};
use serde_json::json;

use crate::item::{REPOSITORY, site_with_repository};
use crate::partner::Partner;

/// Opens the builder of a page.
fn opens_builder(visitor: &Visitor) {
    visitor.script::<()>(
        "[...document.querySelectorAll('summary')].find((one) => one.textContent === arguments[0]).click()",
        vec![Messages::English.embed().into()],
    );
    until(|| if visitor.count(".snippet") == 1 { Ok(()) } else { Err("there is no builder".to_owned()) });
}

fn chooses_mode(visitor: &Visitor, mode: EmbedMode) {
    visitor.chooses(Messages::English.embed_mode_label(), Messages::English.embed_mode(mode));
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
        chooses_mode(visitor, mode);
        visitor.chooses(Messages::English.embed_width(), "480 px");
        visitor.chooses(Messages::English.embed_theme(), Messages::English.theme_dark());
        waits_for_snippet_with(visitor, "dark");
        let policy = snippet::policy(mode, &partner.site.address());
        assert!(!visitor.text(".embed").contains(&policy), "the policy is told to who has not asked");
        visitor.clicks_on(".embed details summary");
        visitor.should_read(".embed", &policy);
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
    chooses_mode(&visitor, EmbedMode::Frame);
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
    visitor.should_see("country=be,ie");
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
    waits_for_snippet_with(&visitor, "<genomic-plans country=\"ie\">");
    chooses_mode(&visitor, EmbedMode::Frame);
    waits_for_snippet_with(
        &visitor,
        &format!("src=\"{}embed/ie/\" title=\"National genomic plan: Ireland\"", site.address()),
    );
    assert!(sole_country(&e2e::query("country=ie"), e2e::catalog()).is_some());
}

#[test]
fn the_recommended_way_comes_first_and_only_a_frame_has_a_height() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.with_clipboard();
    visitor.open("?country=ie,fr");
    // Open, copy, and paste.
    visitor.clicks_on(".embed > summary");
    visitor.clicks(Role::Button, Messages::English.copy_snippet());
    visitor.should_read(".embed .copy", Messages::English.copied_text());
    let copied: String = visitor.script("return window.copied", vec![]);
    assert!(copied.starts_with("<script type=\"module\" src=") && copied.contains("<genomic-plans "), "{copied}");
    let has_height = "return document.querySelector('.embed [name=height]').checkVisibility()";
    assert!(!visitor.script::<bool>(has_height, vec![]), "an element has a height");
    assert_eq!(visitor.count(".embed [type=color]"), 0);
    chooses_mode(&visitor, EmbedMode::Frame);
    waits_for_snippet_with(&visitor, "height=\"600\"");
    visitor.chooses(Messages::English.embed_height(), &Messages::English.pixels(800));
    waits_for_snippet_with(&visitor, "height=\"800\"");
    visitor.waits_for("it is high", "return document.querySelector('.preview iframe').clientHeight === 800");
    // What was copied is not what stands there now.
    assert!(!visitor.text(".embed .copy").contains(Messages::English.copied_text()));
    chooses_mode(&visitor, EmbedMode::Inline);
    visitor.waits_for("it has no height", "return document.querySelector('.preview iframe').clientHeight !== 800");
    assert!(!visitor.script::<bool>(has_height, vec![]), "what is inline has a height");
}

#[test]
fn the_preview_and_the_frame_are_named_after_what_is_asked_for() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.open("");
    opens_builder(&visitor);
    chooses_mode(&visitor, EmbedMode::Frame);
    let check = |name: &str| {
        waits_for_snippet_with(&visitor, &format!("title=\"{name}\""));
        visitor.should_read(".embed", &Messages::English.preview(name));
        visitor.waits_for(
            "the preview has its name",
            &format!("return document.querySelector('.preview iframe')?.title === '{name}'"),
        );
    };
    check("National genomic plans of Europe");
    visitor.toggles("country", "ee");
    check("National genomic plan: Estonia");
    visitor.toggles("country", "fi");
    check("National genomic plans: Estonia, Finland");
    visitor.toggles("kind", "law");
    check("National genomic plans: Estonia, Finland (Law)");
}

#[test]
fn own_colours_are_in_the_preview_and_on_the_partner_s_page() {
    let partner = Partner::with(Engine::Chromium);
    let visitor = &partner.visitor;
    visitor.open("?country=ie");
    opens_builder(visitor);
    chooses_mode(visitor, EmbedMode::Inline);
    visitor.waits_for("there is a field", "return document.querySelector('.embed [type=color]') !== null");
    let picks = |label: &str, colour: &str| {
        visitor.script::<()>(
            "const [words, colour] = arguments;
            const label = [...document.querySelectorAll('.embed label')].find((one) => one.textContent.trim() === words);
            label.querySelector('input').value = colour;
            label.querySelector('input').dispatchEvent(new Event('input', { bubbles: true }))",
            vec![label.into(), colour.into()],
        );
    };
    let ground_is = |colour: &str| {
        visitor.waits_for(
            &format!("the preview is {colour}"),
            &format!(
                "const page = document.querySelector('.preview iframe')?.contentDocument;
                return Boolean(page?.querySelector('article')) && getComputedStyle(page.body).backgroundColor === '{colour}'"
            ),
        );
    };
    let chosen = |ground, accent| OwnColours { ground: Colour::parse(ground), accent: Colour::parse(accent) };
    picks(Messages::English.embed_ground(), "#fdf6e3");
    // It goes with the light theme, which is another page in the preview: that one has it too.
    waits_for_snippet_with(
        visitor,
        &format!("theme=\"light\" mode=\"inline\" style=\"{}\"", chosen("#fdf6e3", "").style()),
    );
    ground_is("rgb(253, 246, 227)");
    picks(Messages::English.embed_accent(), "#ffcc66");
    visitor.should_read(".embed", Messages::English.hard_to_read());
    picks(Messages::English.embed_accent(), "#7a2e00");
    visitor.should_not_read(".embed", Messages::English.hard_to_read());
    let own = chosen("#fdf6e3", "#7a2e00");
    waits_for_snippet_with(visitor, &own.style());
    let pasted = snippet(visitor);
    let policy = snippet::policy(EmbedMode::Inline, &partner.site.address()) + snippet::STYLE_POLICY;
    visitor.clicks_on(".embed details summary");
    visitor.should_read(".embed", &policy);
    // A frame cannot have them.
    chooses_mode(visitor, EmbedMode::Frame);
    ground_is("rgb(255, 255, 255)");
    assert!(!snippet(visitor).contains("--ngp-"), "{}", snippet(visitor));
    visitor.should_not_read(".embed", snippet::STYLE_POLICY);
    chooses_mode(visitor, EmbedMode::Inline);
    ground_is("rgb(253, 246, 227)");
    visitor.clicks(Role::Button, Messages::English.site_colours());
    ground_is("rgb(255, 255, 255)");
    assert!(!snippet(visitor).contains("--ngp-"), "{}", snippet(visitor));

    let page = format!("<!doctype html><html lang=en><title>A</title>{pasted}");
    visitor.visits(&partner.host.page_with(&page, Some(&format!("default-src 'none'; {policy}"))));
    partner.waits_until_shown(1);
    visitor.waits_for(
        "it has the colours",
        "const app = document.querySelector('genomic-plans').shadowRoot.querySelector('#app');
        return getComputedStyle(app).backgroundColor === 'rgb(253, 246, 227)'",
    );
}

#[test]
fn the_guide_is_linked_where_the_repository_is_known() {
    for (site, expected) in [(ServedSite::built(), None), (site_with_repository(), Some(snippet::guide(REPOSITORY)))] {
        let visitor = Visitor::of(&site);
        visitor.open("");
        opens_builder(&visitor);
        let found: Option<String> =
            visitor.script("return document.querySelector('.embed a[rel=external]')?.href ?? null", vec![]);
        assert_eq!(found, expected);
    }
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
fn the_theme_is_asked_for_in_any_case_as_all_else_is() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    for address in ["embed/?THEME=dark&Country=ie", "embed/ie/?Theme=dark"] {
        visitor.open(address);
        visitor.should_read("h1", "Ireland");
        assert_eq!(visitor.count("html[data-theme=dark]"), 1, "{address} has another theme");
    }
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
