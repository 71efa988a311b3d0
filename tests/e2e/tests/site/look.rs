//! Pictures of the page for people to look at, in `target/site/screenshots/`.

use catalog::{Messages, snippet};
use e2e::{Engine, Role, ServedSite, Visitor};

use crate::partner::Partner;

#[test]
fn pictures() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    for (look, width, height, colours) in [
        ("desktop", 1280, 2400, "light"),
        ("desktop-dark", 1280, 2400, "dark"),
        ("phone", 390, 2400, "light"),
        ("phone-dark", 390, 2400, "dark"),
    ] {
        visitor.with_window(width, height);
        visitor.with_colours(colours);
        visitor.open("");
        visitor.should_see("");
        visitor.keeps_picture(look);
        visitor.open("?country=ie,it&status=active");
        visitor.should_see("country=ie,it&status=active");
        visitor.keeps_picture(&format!("{look}-filtered"));
    }
    visitor.with_colours("light");
    for (look, width) in [("desktop", 1280), ("tablet", 768), ("phone", 390), ("narrow", 320)] {
        visitor.with_window(width, 2400);
        visitor.open("?country=de,it#talks");
        visitor.should_see("country=de,it");
        visitor.keeps_picture(&format!("{look}-talks"));
    }
    visitor.with_window(390, 2400);
    visitor.open("?country=ie,it&status=active");
    visitor.clicks(Role::Button, &Messages::English.filters_button(3));
    visitor.keeps_picture("phone-filters");
    visitor.with_window(1280, 2400);
    visitor.open("?q=genom");
    visitor.should_see("q=genom");
    visitor.keeps_picture("desktop-search");
    visitor.open("?q=zzzz");
    visitor.should_see("q=zzzz");
    visitor.keeps_picture("desktop-nothing");
    for view in ["map", "timeline", "compare", "table"] {
        let asked = if view == "compare" { "country=dk,ie&view=compare".to_owned() } else { format!("view={view}") };
        for (look, width, height, colours) in [
            ("desktop", 1280, 1400, "light"),
            ("desktop-dark", 1280, 1400, "dark"),
            ("phone", 390, 1600, "light"),
            ("phone-dark", 390, 1600, "dark"),
            ("narrow", 320, 1600, "light"),
        ] {
            visitor.with_window(width, height);
            visitor.with_colours(colours);
            visitor.open(&format!("?{asked}"));
            visitor.should_see(&asked);
            if view == "map" {
                visitor.waits_for_map();
            }
            visitor.script::<()>("document.querySelector('#results').scrollIntoView()", vec![]);
            visitor.keeps_picture(&format!("{look}-{view}"));
        }
    }
    visitor.with_colours("light");
    visitor.with_window(1280, 1400);
    visitor.open("?country=ie");
    visitor.script::<()>("document.querySelector('.export').open = true", vec![]);
    visitor.should_find(".export", Role::Button, Messages::English.export_csv());
    visitor.keeps_picture("desktop-export");
    let item = &e2e::catalog().countries[0].resources[0].id;
    visitor.open(&format!("?item={item}"));
    visitor.waits_for("the entry is marked", "return document.querySelector('[data-here]') !== null");
    visitor.keeps_picture("desktop-item");
    for (look, width) in [("narrow", 320), ("phone", 390), ("tablet", 820), ("desktop", 1280), ("wide", 1920)] {
        visitor.with_window(width, 2400);
        visitor.open("?kind=strategy");
        visitor.opens_card(e2e::country("IE"));
        visitor.keeps_picture(&format!("{look}-opened"));
    }
    visitor.with_window(1280, 1400);
    visitor.open_whatever_comes("data/");
    visitor.keeps_picture("desktop-data");
    visitor.open_whatever_comes("about/");
    visitor.keeps_picture("desktop-about");
    visitor.open_whatever_comes("accessibility/");
    visitor.keeps_picture("desktop-accessibility");
}

/// The pictures of the manifest, for browsers that offer to install the app: `public/screens/` has them with a palette
/// of 256 colours.
#[test]
fn pictures_for_who_installs_it() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.with_colours("light");
    for (name, width, height) in [("screens-wide", 1280, 800), ("screens-narrow", 390, 844)] {
        visitor.with_window(width, height);
        visitor.open("");
        visitor.waits_for_map();
        visitor.keeps_picture(name);
    }
}

/// The pictures of the partner's guide.
#[test]
fn pictures_of_widgets() {
    let partner = Partner::with(Engine::Chromium);
    let visitor = &partner.visitor;
    visitor.with_colours("light");
    let article = |body: &str| partner.visits(&ARTICLE.replace("{body}", body));
    let waits_for_frame = |frame: &str| {
        visitor.enters_frame(frame);
        visitor.waits_until_ready();
        visitor.leaves_frame();
    };
    let frame = snippet::frame("{{ site }}/", "embed/ie/", &snippet::title(None), None, 480);
    visitor.with_window(1000, 640);
    article(&format!("<p>Ireland has had a strategy since 2022. This is what is known of it.</p>{frame}"));
    waits_for_frame("iframe");
    visitor.keeps_picture("embed-frame");
    visitor.with_window(1000, 560);
    article(&format!(
        "<div style='display: flex; gap: 2rem'><div>{TEXT}</div><aside style='flex: 0 0 300px'>{frame}</aside></div>"
    ));
    waits_for_frame("iframe");
    visitor.keeps_picture("embed-column");
    visitor.with_window(1000, 700);
    let element = snippet::element("{{ site }}/", &[("country", "ie fr")], None);
    article(&format!("<p>This is what France and Ireland have decided.</p>{element}"));
    partner.waits_until_shown(1);
    partner.fits(0);
    visitor.keeps_picture("embed-element");
    visitor.with_window(1280, 900);
    visitor.open("?country=ie,fr");
    visitor.clicks_on(".embed summary");
    waits_for_frame(".embed iframe");
    // The address of a published site instead of the test's own.
    let script =
        "const words = document.querySelector('.embed .snippet'), code = document.querySelector('.embed code');
        words.value = words.value.replaceAll(location.origin, 'https://plans.example.org');
        code.textContent = code.textContent.replaceAll(location.origin, 'https://plans.example.org');
        document.querySelector('.embed').scrollIntoView()";
    visitor.script::<()>(script, vec![]);
    visitor.keeps_picture("embed-builder");
}

/// A page that could be a partner's.
const ARTICLE: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>A partner's page</title><style>
    html { scrollbar-width: none }
    body { margin: 0 auto; padding: 1rem 2rem; max-width: 56rem; font: 1.1rem/1.6 Georgia, serif }
    h1 { margin: 0; line-height: 1.2 }
    iframe { border: 1px solid #ccc }
    </style><h1>Genomics in our healthcare</h1>{body}";

/// What stands beside a narrow column.
const TEXT: &str = "<p>Reading a person's genome helps to find rare diseases earlier and to treat cancer better. \
    More and more countries plan for it: who may be sequenced, where, and who may learn from what is found.</p>\
    <p>Our own plan is being written. Before we decide, we look at what our neighbours have decided, and at what \
    came of it.</p><p>Ireland adopted its first strategy in December 2022. What it says, who carries it out and what is \
    to be done by when stands beside this text, with the documents it is in and talks about them, in a column of 300 pixels.</p>";
