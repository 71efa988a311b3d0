//! The journeys that matter most, in the engines of Firefox and of WebKit: each is written once.

use catalog::{Change, Messages, View};
use e2e::{Engine, Key, Role, ServedSite, Visitor, catalog, query, select, until};

use crate::item::should_be_at;

/// A test of each journey in each engine.
macro_rules! journeys {
    ($($(#[$how:meta])* $journey:ident),+ $(,)?) => {
        mod firefox {
            $(#[test] $(#[$how])* fn $journey() { super::$journey(super::Engine::Firefox); })+
        }
        mod webkit {
            $(#[test] $(#[$how])* fn $journey() { super::$journey(super::Engine::WebKit); })+
        }
    };
}

journeys!(
    #[should_panic(expected = "missing.png cannot be loaded")]
    what_goes_wrong_is_heard,
    #[should_panic(expected = "Somebody else was asked for http://example.org/page")]
    nobody_else_is_reached,
    an_address_shows_what_it_selects,
    filters_and_the_history_work_together,
    every_view_has_its_results,
    a_video_is_played_and_closed,
    a_country_is_visited_and_left,
    the_filters_are_reached_by_keyboard,
    an_entry_is_opened_by_its_address,
);

#[test]
fn firefox_shows_nothing_wider_than_a_narrow_window() {
    nothing_is_wider_than_a_narrow_window(Engine::Firefox);
}

#[test]
#[ignore = "on a busy machine the page never stops working: what it does then is not known yet"]
fn webkit_shows_nothing_wider_than_a_narrow_window() {
    nothing_is_wider_than_a_narrow_window(Engine::WebKit);
}

fn what_goes_wrong_is_heard(engine: Engine) {
    let site = ServedSite::built();
    let visitor = Visitor::with(engine, &site);
    visitor.open("");
    let is_missing = "const picture = document.createElement('img');
        document.body.append(picture);
        await new Promise((done) => { picture.onerror = done; picture.src = 'missing.png'; });
        return true";
    visitor.waits_for("a picture is missing", is_missing);
}

fn nobody_else_is_reached(engine: Engine) {
    let site = ServedSite::built();
    let visitor = Visitor::with(engine, &site);
    visitor.open_whatever_comes("robots.txt");
    visitor.script::<()>("location.href = 'http://example.org/page'", vec![]);
    until(|| match visitor.address().as_str() {
        "http://example.org/page" => Ok(()),
        address => Err(format!("the page is still {address}")),
    });
    assert_eq!(visitor.count("h1"), 0, "somebody has answered");
}

fn an_address_shows_what_it_selects(engine: Engine) {
    let site = ServedSite::built();
    let visitor = Visitor::with(engine, &site);
    visitor.open("?country=fr,ie&kind=strategy");
    visitor.should_see("country=fr,ie&kind=strategy");
}

fn filters_and_the_history_work_together(engine: Engine) {
    let site = ServedSite::built();
    let visitor = Visitor::with(engine, &site);
    visitor.open("");
    visitor.should_see("");
    visitor.types("genom");
    visitor.should_see("q=genom");
    visitor.toggles("country", "ie");
    visitor.should_see("country=ie&q=genom");
    let chosen = query("country=ie&q=genom");
    let word = Messages::English.chip(&Change::Text(String::new()), &chosen, catalog());
    visitor.clicks(Role::Button, &Messages::English.remove_filter(&word));
    visitor.should_see("country=ie");
    visitor.goes_back();
    visitor.should_see("country=ie&q=genom");
    visitor.goes_back();
    visitor.should_see("q=genom");
    visitor.goes_forward();
    visitor.should_see("country=ie&q=genom");
    visitor.reload();
    visitor.should_see("country=ie&q=genom");
}

fn every_view_has_its_results(engine: Engine) {
    let site = ServedSite::built();
    let visitor = Visitor::with(engine, &site);
    visitor.open("?country=dk,ie");
    let selection = select("country=dk,ie");
    let documents = selection.documents;
    for view in View::ALL.iter().rev() {
        visitor.clicks_in(".views", Role::Link, Messages::English.view(*view));
        let address = query("country=dk,ie").toggled(&Change::View(*view)).encode();
        visitor.should_see(&address);
        let (part, number) = match view {
            View::Cards => ("#results article", selection.matches.len()),
            View::Map => {
                visitor.waits_for_map();
                (".map-figure [data-shown=true]", selection.matches.len())
            }
            View::Timeline => (".bar-row", documents),
            View::Compare => (".columns thead th[scope=col]", selection.matches.len()),
            View::Table => (".to-card a", documents),
        };
        until(|| match visitor.count(part) {
            found if found == number => Ok(()),
            found => Err(format!("{view:?} has {found} {part} and should have {number}")),
        });
    }
}

fn a_video_is_played_and_closed(engine: Engine) {
    let site = ServedSite::built();
    let visitor = Visitor::with(engine, &site);
    visitor.open("");
    let video = &catalog().videos[0];
    let tile = format!("#item-{}", video.id);
    assert_eq!(visitor.takes_note_of_requests_to_others(), Vec::<String>::new());
    visitor.clicks_in(&tile, Role::Button, &Messages::English.play(video));
    let expected = [
        video.media.frame_address(),
        Messages::English.player(video),
        "autoplay; encrypted-media; fullscreen; picture-in-picture".to_owned(),
        "strict-origin-when-cross-origin".to_owned(),
    ];
    until(|| {
        let (frame, has_focus): (Vec<String>, bool) = visitor.script(
            "const frame = document.querySelector(`${arguments[0]} iframe`);
            return [frame ? [frame.src, frame.title, frame.allow, frame.referrerPolicy] : [], document.activeElement === frame]",
            vec![tile.as_str().into()],
        );
        (frame == expected && has_focus)
            .then_some(())
            .ok_or_else(|| format!("the frame is {frame:?} and should be {expected:?}; it has the focus: {has_focus}"))
    });
    until(|| match visitor.takes_note_of_requests_to_others().as_slice() {
        [asked] if asked == "www.youtube-nocookie.com:443" => Ok(()),
        asked => Err(format!("the player is asked for of {asked:?}")),
    });
    visitor.clicks_in(&tile, Role::Button, &Messages::English.close_player_named(&video.title));
    until(|| match visitor.focus().name == Messages::English.play(video) && visitor.count("iframe") == 0 {
        true => Ok(()),
        false => Err(format!("the focus is not back where it came from: {:?}", visitor.focus())),
    });
}

fn a_country_is_visited_and_left(engine: Engine) {
    let site = ServedSite::built();
    let visitor = Visitor::with(engine, &site);
    visitor.open("?kind=strategy");
    visitor.should_see("kind=strategy");
    // What is far from the view has no name yet: a person would scroll there as well.
    visitor.script::<()>("document.querySelector('article[data-country=IE]').scrollIntoView()", vec![]);
    visitor.clicks_in("article[data-country=IE]", Role::Link, "Ireland");
    visitor.should_read("h1", "Ireland");
    assert_eq!(visitor.address(), format!("{}ie/", site.address()));
    visitor.goes_back();
    visitor.should_read("h1", Messages::English.site_title());
    visitor.should_see("kind=strategy");
    visitor.goes_forward();
    visitor.should_read("h1", "Ireland");
    // Loaded at its own address it leads back without the page that it came from.
    visitor.reload();
    visitor.should_read("h1", "Ireland");
    visitor.clicks_in("main", Role::Link, Messages::English.all_countries());
    visitor.should_see("");
}

fn the_filters_are_reached_by_keyboard(engine: Engine) {
    let site = ServedSite::built();
    let visitor = Visitor::with(engine, &site);
    visitor.open("");
    visitor.presses(Key::Tab);
    let focus = visitor.focus();
    assert!(focus.name == Messages::English.skip() && focus.is_visible, "{focus:?}");
    visitor.presses(Key::Enter);
    until(|| match visitor.script::<String>("return document.activeElement.id", vec![]) {
        id if id == "results" => Ok(()),
        id => Err(format!("the focus is on #{id}")),
    });
    visitor.open("");
    tab_to(&visitor, "input[type=search]");
    for letter in "geno".chars() {
        visitor.presses_letter(letter);
    }
    visitor.should_see("q=geno");
    tab_to(&visitor, ".picker summary");
    visitor.presses(Key::Enter);
    tab_to(&visitor, "[data-filter=country] input");
    visitor.presses(Key::Space);
    let first = catalog().countries[0].code.lower();
    visitor.should_see(&format!("country={first}&q=geno"));
    tab_to(&visitor, ".views a[href*=table]");
    visitor.presses(Key::Enter);
    visitor.should_see(&format!("country={first}&q=geno&view=table"));
}

fn an_entry_is_opened_by_its_address(engine: Engine) {
    let site = ServedSite::built();
    let visitor = Visitor::with(engine, &site);
    let country = catalog().countries.iter().max_by_key(|one| one.resources.len()).expect("there are countries");
    // The last of many is not among those that a closed card names.
    let id = &country.resources[country.resources.len() - 1].id;
    visitor.open(&format!("?item={id}"));
    should_be_at(&visitor, id.as_str());
    let words = visitor.text(&format!("#item-{id} .resource-details"));
    let summary = &country.resources[country.resources.len() - 1].summary;
    assert!(words.contains(&**summary), "all that is known of it is there to read: {words}");
}

/// No browser makes its window as narrow as a phone, but to a page a frame is a window.
fn nothing_is_wider_than_a_narrow_window(engine: Engine) {
    let site = ServedSite::built();
    let visitor = Visitor::with(engine, &site);
    visitor.open_whatever_comes("robots.txt");
    for asked in ["", "?country=de,it", "?view=map", "?view=timeline", "?view=compare", "?view=table", "ie/"] {
        let (window, page, wide): (u32, u32, Vec<String>) = visitor.promise(
            "const frame = document.createElement('iframe');
            frame.style = 'inline-size: 300px; block-size: 600px; border: 0';
            frame.src = arguments[0];
            document.body.replaceChildren(frame);
            await new Promise((done) => { frame.onload = done; });
            const { document: inside } = frame.contentWindow;
            const isReady = () => inside.documentElement.hasAttribute('data-ready')
                && (!arguments[1] || inside.querySelector('.map-figure svg'));
            while (!isReady()) await new Promise((done) => setTimeout(done, 20));
            inside.querySelectorAll('details').forEach((details) => { details.open = true; });
            const width = inside.documentElement.clientWidth;
            const isWide = (node) => node.getBoundingClientRect().right > width + 1 && node.checkVisibility();
            const wide = [...inside.querySelectorAll('body *')].filter(isWide).slice(0, 5).map((node) => node.outerHTML.slice(0, 200));
            return [frame.contentWindow.innerWidth, inside.documentElement.scrollWidth, wide]",
            vec![format!("{}{asked}", site.address()).into(), (asked == "?view=map").into()],
        );
        assert_eq!(window, 300);
        assert!(page <= 300, "/{asked} is {page} px wide in a window of 300 px: {}", wide.join("\n"));
    }
}

/// Goes on by Tab to the first thing of a selector, which can then be seen to have the focus.
fn tab_to(visitor: &Visitor, selector: &str) {
    const MANY: usize = 100;
    for _ in 0..MANY {
        visitor.presses(Key::Tab);
        if visitor.script("return document.activeElement.matches(arguments[0])", vec![selector.into()]) {
            let focus = visitor.focus();
            assert!(focus.is_visible, "it cannot be seen that this has the focus: {focus:?}");
            return;
        }
    }
    panic!("Tab does not come to {selector}");
}
