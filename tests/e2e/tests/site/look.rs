//! Pictures of the page for people to look at, in `target/site/screenshots/`.

use catalog::text;
use e2e::{Role, Site, Visitor};

#[test]
fn pictures() {
    let site = Site::built();
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
    visitor.clicks(Role::Button, &text::filters_button(3));
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
    visitor.should_find(".export", Role::Button, text::EXPORT_CSV);
    visitor.keeps_picture("desktop-export");
    let item = &e2e::catalog().countries[0].resources[0].id;
    visitor.open(&format!("?item={item}"));
    visitor.waits_for("the entry is marked", "return document.querySelector('[data-here]') !== null");
    visitor.keeps_picture("desktop-item");
    visitor.open_whatever_comes("data/");
    visitor.keeps_picture("desktop-data");
}
