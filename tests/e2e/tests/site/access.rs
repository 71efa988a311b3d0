//! Accessibility: axe finds nothing in any state, light and dark, on a phone and on a desk.

use catalog::table::Column;
use catalog::{EmbedMode, Messages, View, text};
use e2e::{Role, ServedSite, Visitor, catalog, country, until};

const PHONE: (u32, u32) = (390, 844);
const DESK: (u32, u32) = (1280, 900);
/// From the narrowest window that a page must fit, which is a desk's at 400 %, to a wide one.
pub(crate) const ALL: [u32; 5] = [320, PHONE.0, 768, DESK.0, 1920];

/// Every state of the page that is reached by a visitor, in every look.
pub(crate) fn check(visitor: &Visitor, state: &str) {
    for (width, height) in [PHONE, DESK] {
        visitor.with_window(width, height);
        for colours in ["light", "dark"] {
            visitor.with_colours(colours);
            check_look(visitor, &format!("{state}, {width} px, {colours}"));
        }
    }
}

fn check_look(visitor: &Visitor, look: &str) {
    // What is far from the window has no places yet, which axe looks at.
    visitor.script::<()>(
        "document.querySelectorAll('.option').forEach((node) => { node.style.contentVisibility = 'visible'; })",
        vec![],
    );
    let found: Vec<String> = visitor.violations().iter().map(ToString::to_string).collect();
    assert!(found.is_empty(), "{look}:\n{}", found.join("\n"));
}

#[test]
fn the_whole_page() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    check(&visitor, "default");
}

#[test]
fn filtered_unknown_and_nothing_found() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?country=ie,fr&kind=strategy&status=active&novel=1");
    check(&visitor, "filtered, with a note");
    visitor.open("?country=ie&q=zzzz");
    check(&visitor, "nothing found");
    visitor.open("?country=mt,ie");
    visitor.with_window(PHONE.0, PHONE.1);
    visitor.clicks(Role::Button, &Messages::English.filters_button(2));
    // Where the bar along the bottom covers half of an option, the option is scrolled on.
    visitor.script::<()>("document.querySelector('.filters-body').scrollIntoView({ block: 'end' })", vec![]);
    check(&visitor, "filters open");
}

#[test]
fn cards_opened_and_details_open() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?country=gb,bg");
    for code in ["GB", "BG"] {
        visitor.opens_card(country(code));
    }
    check(&visitor, "cards opened");
    visitor.script::<()>("document.querySelectorAll('details').forEach((details) => { details.open = true; })", vec![]);
    check(&visitor, "details open");
}

#[test]
fn a_player_open_and_no_network() {
    let mut site = ServedSite::copy();
    let video = &catalog().videos[0];
    let visitor = Visitor::at(&site, &format!("?country={}", video.countries[0].lower()));
    visitor.clicks_in("#talks", Role::Button, &Messages::English.play(video));
    until(|| (visitor.count("iframe") == 1).then_some(()).ok_or_else(|| "no player".to_owned()));
    check(&visitor, "player open");
    assert_eq!(visitor.waits_for_requests_to_others(), [video.media.frame_address()]);
    visitor.waits_for_worker();
    site.stop();
    visitor.looks_again();
    visitor.should_read(".news", Messages::English.offline());
    check(&visitor, "no network");
}

#[test]
fn colours_that_the_system_forces() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?country=it");
    // Not by axe, which reckons with the colours of the page.
    visitor.with_forced_colours();
    let poster = "return getComputedStyle(document.querySelector('.poster')).backgroundImage";
    assert_eq!(visitor.script::<String>(poster, vec![]), "none", "a picture is behind the words of a poster");
    let edges = "return ['.badge', '.legend-item', '.poster', '.play', '.swatch']
        .filter((part) => getComputedStyle(document.querySelector(part)).borderTopStyle !== 'solid')";
    assert_eq!(visitor.script::<Vec<String>>(edges, vec![]), Vec::<String>::new(), "these have lost their edges");
}

#[test]
fn every_view() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    for address in
        ["view=timeline", "view=compare", "country=dk,ie&view=compare", "view=table", "country=ie&q=genom&view=table"]
    {
        visitor.open(&format!("?{address}"));
        visitor.should_see(address);
        check(&visitor, address);
    }
    visitor.clicks(Role::Button, Messages::English.by_country());
    check(&visitor, "the table of countries");
    for address in ["view=map", "country=de,lu&kind=law&view=map"] {
        visitor.open(&format!("?{address}"));
        visitor.waits_for_map();
        check(&visitor, address);
    }
    visitor.clicks(Role::Button, Messages::English.measure_documents());
    visitor.script::<()>("document.querySelector('[data-code=DE]').focus()", vec![]);
    check(&visitor, "the map of documents, and a country with the focus");
}

#[test]
fn an_entry_pointed_at_and_what_can_be_taken() {
    let site = ServedSite::built();
    let item = &catalog().countries[0].resources[0].id;
    let visitor = Visitor::at(&site, &format!("?item={item}"));
    until(|| (visitor.count("[data-here]") == 1).then_some(()).ok_or_else(|| "it is not marked".to_owned()));
    check(&visitor, "an entry pointed at");
    visitor.script::<()>("document.querySelector('.export').open = true", vec![]);
    visitor.should_find(".export", Role::Button, Messages::English.export_csv());
    check(&visitor, "export open");
    visitor.clicks_on(".embed > summary");
    visitor.should_find(".embed", Role::Button, Messages::English.copy_snippet());
    visitor.chooses(Messages::English.embed_mode_label(), Messages::English.embed_mode(EmbedMode::Inline));
    visitor.clicks_on(".embed details summary");
    visitor.should_find(".embed", Role::Button, Messages::English.site_colours());
    check(&visitor, "the builder with colours");
}

#[test]
fn the_page_about_the_data() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.open_whatever_comes("data/");
    visitor.should_read("h1", "");
    check(&visitor, "the data");
    is_nothing_wider(&visitor, &ALL);
}

#[test]
fn no_dataset() {
    let site = ServedSite::copy();
    site.show("{}");
    let visitor = Visitor::of(&site);
    visitor.open_whatever_comes("");
    visitor.should_find("main", Role::Button, Messages::English.retry());
    check(&visitor, "no dataset");
}

#[test]
fn the_page_of_a_country() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "gb/");
    check(&visitor, "a country");
    // There are few browsers at a time.
    drop(visitor);
    let visitor = Visitor::at(&site, "");
    visitor.clicks_in("article[data-country=BE]", Role::Link, "Belgium");
    visitor.should_read("h1", "Belgium");
    check(&visitor, "a country that was gone to");
}

#[test]
fn notes_and_marks() {
    let site = ServedSite::copy();
    let visitor = Visitor::at(&site, "?q=genom");
    visitor.waits_for_worker();
    check(&visitor, "search marks");
    site.build_anew("poster.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    visitor.open("?country=gb&kind=strategy");
    visitor.should_read(".news", Messages::English.update());
    check(&visitor, "a new version");
    visitor.takes_the_new_version();
}

#[test]
fn an_app_that_is_not_there() {
    let site = ServedSite::copy();
    let glue = site.glue();
    let right = site.text(&glue);
    site.write(&glue, "export default () => new Promise(() => {});");
    let visitor = Visitor::of(&site);
    visitor.tolerates_waste();
    visitor.open_whatever_comes("");
    visitor.should_read("body", Messages::English.late());
    check(&visitor, "late");
    site.write(&glue, "export default () => { throw new Error('It does not start.'); };");
    visitor.open_whatever_comes("?country=ie");
    visitor.should_read("#fault", Messages::English.not_started());
    check(&visitor, "not started");
    site.write(&glue, &right);
}

#[test]
fn a_chosen_theme() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?country=ie");
    for (theme, system) in [(Messages::English.theme_dark(), "light"), (Messages::English.theme_light(), "dark")] {
        visitor.with_colours(system);
        visitor.chooses(Messages::English.theme(), theme);
        check_look(&visitor, &format!("{theme} although the system is {system}"));
    }
}

#[test]
fn nothing_is_wider_than_the_window() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    is_nothing_wider(&visitor, &ALL);
    // Letters twice as large; on the narrowest window, the words themselves would be wider.
    visitor.script::<()>("document.documentElement.style.fontSize = '200%'", vec![]);
    is_nothing_wider(&visitor, &ALL[1..]);
    for view in ["map", "timeline", "compare", "table"] {
        visitor.open(&format!("?view={view}"));
        is_nothing_wider(&visitor, &ALL);
        visitor.script::<()>("document.documentElement.style.fontSize = '200%'", vec![]);
        is_nothing_wider(&visitor, &ALL[1..]);
    }
    visitor.open("?country=gb,bg");
    visitor.opens_card(country("GB"));
    is_nothing_wider(&visitor, &ALL);
    for code in ["ie", "gb"] {
        visitor.open(&format!("{code}/"));
        is_nothing_wider(&visitor, &ALL);
        visitor.script::<()>("document.documentElement.style.fontSize = '200%'", vec![]);
        is_nothing_wider(&visitor, &ALL[1..]);
        // Nor out of its own box.
        let sticks_out =
            "const room = (node) => node.closest('.card, section, footer').getBoundingClientRect().right + 1;
            return [...document.querySelectorAll('main .card *')].filter((node) => node.checkVisibility() &&
                node.getBoundingClientRect().right > room(node)).map((node) => node.outerHTML.slice(0, 100))";
        visitor.with_window(PHONE.0, PHONE.1);
        assert_eq!(visitor.script::<Vec<String>>(sticks_out, vec![]), Vec::<String>::new(), "{code}/ at 200 %");
    }
    let long = "Donaudampfschifffahrtsgesellschaft".repeat(6);
    visitor.open(&format!("?q={long}&country=ie,gb,de,fr,it,es,pt,bg&kind=law,report&status=active&video=1"));
    is_nothing_wider(&visitor, &ALL);
    visitor.open(&format!("?q={long}"));
    is_nothing_wider(&visitor, &ALL);
}

#[test]
fn another_view_and_another_order_of_the_table_are_said_once() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    visitor.waits_for_map();
    visitor.script::<()>(
        "window.heard = [];
        new MutationObserver((changes) => {
            const element = ({ target }) => target instanceof Element ? target : target.parentElement;
            const live = new Set(changes.map((change) => element(change)?.closest('[aria-live], [role=status], [role=alert]')));
            for (const one of live) if (one) window.heard.push(one.textContent.trim());
        }).observe(document.body, { subtree: true, childList: true, characterData: true })",
        vec![],
    );
    let hears = |words: &str| {
        until(|| {
            let heard: Vec<String> = visitor.script("return window.heard", vec![]);
            (heard == [words]).then_some(()).ok_or_else(|| format!("{heard:?} is heard and not {words}"))
        });
        visitor.script::<()>("window.heard.length = 0", vec![]);
    };
    visitor.clicks(Role::Link, Messages::English.view(View::Table));
    visitor.should_see("view=table");
    hears("Shown as: Table");
    visitor.clicks(Role::Button, Messages::English.column(Column::Kind));
    hears("Shown as: Table, by Kind, ascending");
    visitor.clicks(Role::Button, Messages::English.column(Column::Kind));
    hears("Shown as: Table, by Kind, descending");
    visitor.clicks(Role::Link, Messages::English.view(View::Timeline));
    visitor.should_see("view=timeline");
    hears("Shown as: Timeline");
}

#[test]
fn who_listens_hears_the_list_before_the_map_and_sources_by_their_site() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    visitor.waits_for_map();
    let order: Vec<String> = visitor.script(
        "return [...document.querySelectorAll('#results > h2, .cards > .card, .map [data-code]')]
            .map((node) => node.dataset.code ?? node.dataset.country ?? 'heading')",
        vec![],
    );
    let codes: Vec<String> = catalog().countries.iter().map(|country| country.code.to_string()).collect();
    let expected = [&["heading".to_owned()][..], &codes, &codes].concat();
    assert_eq!(order, expected, "the heading, the cards, then the map, by their names");
    // It is seen above the list.
    let is_above = "const top = (selector) => document.querySelector(selector).getBoundingClientRect().top;
        return top('.map') < top('.cards')";
    assert!(visitor.script::<bool>(is_above, vec![]), "the map is below the list");
    visitor.open("ie/");
    let names: Vec<Vec<String>> = visitor.script(
        "return [...document.querySelectorAll('.sources')].map((sources) => [...sources.querySelectorAll('a')].map((link) => {
            const heard = link.cloneNode(true);
            for (const hidden of heard.querySelectorAll('[aria-hidden]')) hidden.remove();
            return heard.textContent;
        }))",
        vec![],
    );
    assert!(!names.is_empty());
    for names in names {
        let distinct: std::collections::BTreeSet<&String> = names.iter().collect();
        assert_eq!(distinct.len(), names.len(), "{names:?} are not told apart");
        assert!(names.iter().all(|name| !name.contains('/') && name.contains("source")), "{names:?}");
    }
}

/// The room that WCAG 1.4.12 lets a visitor ask for.
const MORE_ROOM: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [sheet]";

#[test]
fn words_with_more_room_between_them_are_not_cut_off() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    // Words that stand outside of the box that cuts them off. Short cards shorten titles and sentences in any case; what
    // is there for those who listen is one pixel in size.
    let cut = "const hides = (node) => [getComputedStyle(node).overflowX, getComputedStyle(node).overflowY]
            .some((overflow) => overflow === 'hidden' || overflow === 'clip');
        const isCut = (node) => {
            const words = [...node.childNodes].filter((child) => child.nodeType === 3 && child.data.trim());
            const isLeftOut = node.closest('.skip, .shortlist, .cards > :not([data-open]) .overview');
            if (!words.length || isLeftOut || !node.checkVisibility({ visibilityProperty: true })) return false;
            let around = node;
            while (around && !hides(around)) around = around.parentElement;
            if (!around || around === document.body || around === document.documentElement || around.clientWidth <= 1) return false;
            const box = around.getBoundingClientRect(), range = document.createRange();
            return words.some((text) => {
                range.selectNodeContents(text);
                return [...range.getClientRects()].some(({ top, right, bottom, left }) =>
                    right > box.right + 1 || bottom > box.bottom + 1 || left < box.left - 1 || top < box.top - 1);
            });
        };
        return [...document.querySelectorAll('body *')].filter(isCut).slice(0, 5).map((node) => node.outerHTML.slice(0, 200))";
    for address in
        ["", "?country=ie", "?view=map", "?view=timeline", "?country=dk,ie&view=compare", "?view=table", "gb/"]
    {
        visitor.open(address);
        visitor.waits_until_whole();
        visitor.script::<()>(MORE_ROOM, vec![]);
        is_nothing_wider(&visitor, &[PHONE.0, DESK.0]);
        for (width, height) in [PHONE, DESK] {
            visitor.with_window(width, height);
            let cut: Vec<String> = visitor.script(cut, vec![]);
            assert!(cut.is_empty(), "/{address} at {width} px: these are cut off:\n{}", cut.join("\n"));
        }
    }
}

#[test]
fn the_statement_on_accessibility() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    visitor.clicks_in("footer", Role::Link, text::accessibility::TITLE);
    visitor.should_read("h1", text::accessibility::TITLE);
    assert_eq!(visitor.address(), format!("{}accessibility/", site.address()));
    check(&visitor, "the statement on accessibility");
    is_nothing_wider(&visitor, &ALL);
    visitor.clicks_in("main", Role::Link, text::about::TITLE);
    visitor.should_read("h1", text::about::TITLE);
    visitor.clicks_in("main", Role::Link, text::accessibility::TITLE);
    visitor.should_read("h1", text::accessibility::TITLE);
}

/// Addresses of the views that have tables.
const TABLES: [&str; 3] = ["view=table", "country=dk,ie&view=compare", "q=genom&view=table"];

#[test]
fn on_a_phone_nothing_scrolls_both_ways() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.with_window(PHONE.0, PHONE.1);
    // The whole page scrolls, and only downwards; a part may scroll one way.
    let both = "const scrolls = (way, has, room) => ['auto', 'scroll'].includes(way) && has > room + 1;
        return [...document.querySelectorAll('main, main *')].filter((node) => {
            const { overflowX, overflowY } = getComputedStyle(node);
            const across = scrolls(overflowX, node.scrollWidth, node.clientWidth);
            // A part that scrolls across is in a page that scrolls down: it must not scroll down as well.
            return across && scrolls(overflowY, node.scrollHeight, node.clientHeight);
        }).map((node) => node.outerHTML.slice(0, 100))";
    for address in TABLES.into_iter().chain(["view=compare", "view=timeline", "view=map", "", "country=ie"]) {
        visitor.open(&format!("?{address}"));
        visitor.should_see(address);
        visitor.waits_until_whole();
        assert_eq!(visitor.script::<Vec<String>>(both, vec![]), Vec::<String>::new(), "?{address} scrolls both ways");
    }
}

#[test]
fn on_a_phone_each_cell_of_a_table_says_the_name_of_its_column() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.with_window(PHONE.0, PHONE.1);
    // The name stands before the value, as the style's content, and is that of the column's head.
    let read = "const table = document.querySelector('.view table');
        const names = [...table.tHead.rows[0].cells].map((cell) => cell.querySelector('a, button')?.textContent ?? '');
        const cells = [...table.tBodies[0].rows].flatMap((row) => [...row.cells]).filter((cell) => cell.localName === 'td');
        const wrong = cells.filter((cell) => {
            const { content, display, visibility } = getComputedStyle(cell, '::before');
            const isShown = cell.checkVisibility() && display !== 'none' && visibility === 'visible';
            // A browser writes the words and, after a slash, what it says of them.
            const words = /^\"([^\"]*?):?\\s*\"/.exec(content)?.[1];
            return !isShown || words !== names[cell.cellIndex] || !names[cell.cellIndex];
        });
        return [cells.length, wrong.slice(0, 3).map((cell) => `${cell.outerHTML.slice(0, 150)} ${getComputedStyle(cell, '::before').content}`)]";
    for address in TABLES {
        visitor.open(&format!("?{address}"));
        visitor.should_see(address);
        visitor.waits_for("the table is there", "return document.querySelector('.view tbody td') !== null");
        let (cells, wrong): (usize, Vec<String>) = visitor.script(read, vec![]);
        assert!(cells > 10, "?{address} has only {cells} cells");
        assert_eq!(wrong, Vec::<String>::new(), "?{address}");
    }
    // With more room there is a table as tables are, and the names stand only at its head.
    visitor.with_window(DESK.0, DESK.1);
    let is_said_twice = "return [...document.querySelectorAll('.view tbody td')]
        .some((cell) => !['none', 'normal'].includes(getComputedStyle(cell, '::before').content))";
    for address in ["view=table", "country=dk,ie&view=compare"] {
        visitor.open(&format!("?{address}"));
        visitor.waits_for("the table is there", "return document.querySelector('.view tbody td') !== null");
        assert!(!visitor.script::<bool>(is_said_twice, vec![]), "?{address} says the names twice");
    }
}

pub(crate) fn is_nothing_wider(visitor: &Visitor, widths: &[u32]) {
    visitor.script::<()>("document.querySelectorAll('details').forEach((details) => { details.open = true; })", vec![]);
    for &width in widths {
        visitor.with_window(width, 800);
        let (page, wide): (u32, Vec<String>) = visitor.script(
            "const width = document.documentElement.clientWidth;
            const isWide = (node) => node.getBoundingClientRect().right > width + 1 && node.checkVisibility();
            const wide = [...document.querySelectorAll('body *')].filter(isWide).slice(0, 5).map((node) => node.outerHTML.slice(0, 200));
            return [document.documentElement.scrollWidth, wide]",
            vec![],
        );
        assert!(page <= width, "the page is {page} px wide in a window of {width} px: {}", wide.join("\n"));
    }
}
