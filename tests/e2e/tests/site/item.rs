//! Every entry has an address of its own.

use catalog::report::{self, Contact, Reported};
use catalog::{Change, Country, Kind, Messages, Video, View};
use e2e::{Key, Role, ServedSite, Visitor, catalog, match_of, query, select, until};

/// Waits until an entry is marked, in view, and has the focus.
pub(crate) fn should_be_at(visitor: &Visitor, id: &str) {
    until(|| {
        let (is_marked, is_seen, has_focus): (bool, bool, bool) = visitor.script(
            "const entry = document.getElementById(arguments[0]), box = entry?.getBoundingClientRect();
            return [entry?.matches('[data-here]') ?? false,
                !!entry?.checkVisibility() && box.top >= -1 && box.top < innerHeight * 0.9,
                document.activeElement === entry]",
            vec![format!("item-{id}").into()],
        );
        match is_marked && is_seen && has_focus {
            true => Ok(()),
            false => Err(format!("{id} is marked: {is_marked}, in view: {is_seen}, has the focus: {has_focus}")),
        }
    });
    assert_eq!(visitor.count("[data-here]"), 1, "one entry is marked");
}

#[test]
fn an_address_opens_the_card_of_its_entry() {
    let site = ServedSite::built();
    // A document that no short card names.
    let selection = select("");
    let is_named = |country: &Country, at: usize| country.shortlist(&match_of(&selection, country)).contains(&at);
    let of = |country: &'static Country| (0..country.resources.len()).map(move |at| (country, at));
    let mut unnamed = catalog().countries.iter().flat_map(of).filter(|(country, at)| !is_named(country, *at));
    let (country, at) = unnamed.next_back().expect("some country has more than three documents");
    let document = &country.resources[at];
    let visitor = Visitor::at(&site, &format!("?item={}", document.id));
    should_be_at(&visitor, document.id.as_str());
    visitor.should_find("main", Role::Link, &country.name);
    visitor.should_read(&format!("#item-{} .resource-details", document.id), &document.summary);
    assert_eq!(visitor.count(&format!(".cards > [data-country={}][data-open]", country.code)), 1);
    assert_eq!(visitor.count("article[data-open]"), 1, "only its card is opened");

    // One that does not fit the filters, in a card that does.
    let kind = Kind::ALL
        .iter()
        .find(|kind| country.resources.iter().any(|one| one.kind == **kind && one.kind != document.kind));
    let kind = kind.expect("the country has another kind").name();
    visitor.open(&format!("?kind={kind}&item={}", document.id));
    should_be_at(&visitor, document.id.as_str());

    // Asked for in another view, it is still shown in its card.
    visitor.open(&format!("?view=table&item={}", document.id));
    should_be_at(&visitor, document.id.as_str());

    // A talk, and an event.
    let talk = &catalog().videos[2];
    visitor.open(&format!("?item={}", talk.id));
    should_be_at(&visitor, talk.id.as_str());
    let event = &catalog().events[0];
    visitor.open(&format!("?item={}", event.id));
    should_be_at(&visitor, event.id.as_str());
}

#[test]
fn a_row_leads_to_its_card_and_back() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?view=table&sort=newest");
    let last = select("sort=newest").found().nth(50).expect("there are as many");
    let resource = last.resolve(catalog()).1;
    visitor.clicks_on(&format!(".to-card a[href$='item={}']", resource.id));
    should_be_at(&visitor, resource.id.as_str());
    assert_eq!(visitor.query(), format!("sort=newest&item={}", resource.id));
    visitor.goes_back();
    visitor.should_see(&query("sort=newest").toggled(&Change::View(View::Table)).encode());
    assert_eq!(visitor.count("[data-here]"), 0);
    // A filter lets go of it.
    visitor.goes_forward();
    should_be_at(&visitor, resource.id.as_str());
    visitor.toggles("kind", resource.kind.name());
    visitor.should_see(&format!("kind={}&sort=newest", resource.kind.name()));
}

pub(crate) const REPOSITORY: &str = "https://code.example/genomic-plans";

/// A site whose start page says where mistakes are told.
pub(crate) fn site_with_repository() -> ServedSite {
    let site = ServedSite::copy();
    let page = site.text("index.html");
    let told = page.replacen("data-repository", &format!("data-repository=\"{REPOSITORY}\" data-was"), 1);
    site.write("index.html", &told);
    site
}

#[test]
fn a_link_is_copied_and_a_mistake_told() {
    let site = site_with_repository();
    let visitor = Visitor::of(&site);
    visitor.with_clipboard();
    visitor.open("?country=ie&kind=strategy");
    let resource = catalog()
        .countries
        .iter()
        .flat_map(|one| &one.resources)
        .find(|one| one.id.as_str().starts_with("ie-") && one.kind == Kind::Strategy);
    let resource = resource.expect("Ireland has a strategy");
    let part = format!("#item-{}", resource.id);
    let address = format!("{}?item={}", site.address(), resource.id);
    until(|| match visitor.count(&format!("{part} .actions a[href='{address}']")) {
        1 => Ok(()),
        _ => Err("there is no link to copy".to_owned()),
    });
    visitor.clicks_on(&format!("{part} .actions a"));
    visitor.should_read(&part, Messages::English.copied());
    assert_eq!(visitor.script::<String>("return window.copied", vec![]), address);
    let report: String = visitor.script(
        "return document.querySelector(`${arguments[0]} .actions a[rel=external]`).href",
        vec![part.clone().into()],
    );
    let contact = Contact { repository: Some(REPOSITORY), mail: None };
    let (country, _) = catalog().resources().find(|(_, one)| one.id == resource.id).expect("it is of a country");
    let reported = Reported::Document(country, resource);
    let expected = report::address(contact, reported, &site.address(), catalog().version);
    assert_eq!(Some(&report), expected.as_ref());
    assert!(report.starts_with("https://code.example/genomic-plans/issues/new?title="), "{report}");

    // It is told only while it is true.
    visitor.clicks(Role::Button, Messages::English.share());
    until(|| match visitor.text(&part) {
        text if text.contains(Messages::English.copy_link()) => Ok(()),
        text => Err(format!("it is still told: {text}")),
    });

    // Where nothing can be copied, it stands there to be copied by hand.
    visitor.script::<()>("window.refuses = true", vec![]);
    visitor.clicks_on(&format!("{part} .actions a"));
    visitor.should_read(&part, &address);
    assert_eq!(visitor.query(), "country=ie&kind=strategy");
}

/// Copies the address of a talk from its tile in a part of the page, and waits until that is said.
fn copies_link_of(visitor: &Visitor, part: &str, talk: &Video) -> String {
    let link = format!("{part} .tile-links a[href$='item={}']", talk.id);
    until(|| match visitor.count(&link) {
        1 => Ok(()),
        number => Err(format!("{part} has {number} links to copy")),
    });
    visitor.clicks_on(&link);
    visitor.should_read(part, Messages::English.copied());
    let (copied, named): (String, String) =
        visitor.script("return [window.copied, document.querySelector(arguments[0]).href]", vec![link.into()]);
    assert_eq!(copied, named);
    copied
}

#[test]
fn the_address_of_a_talk_is_copied_opened_and_played() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.with_clipboard();
    let talk = &catalog().videos[2];
    let tile = format!("#item-{}", talk.id);
    let address = format!("{}?item={}", site.address(), talk.id);
    visitor.open("");
    let before = visitor.address();
    assert_eq!(copies_link_of(&visitor, &tile, talk), address);
    assert_eq!(visitor.address(), before, "the click is a copy and no step");
    assert!(visitor.name(&format!("{tile} .tile-links a[href$='item={}']", talk.id)).contains(&*talk.title));
    // From the page of its country, and from a widget, it is the same.
    let country = talk.countries[0].lower();
    visitor.open(&format!("{country}/"));
    assert_eq!(copies_link_of(&visitor, &format!("[data-video='{}']", talk.media.key()), talk), address);
    visitor.open(&format!("embed/?play={}", talk.id));
    assert_eq!(copies_link_of(&visitor, &format!("[data-video='{}']", talk.media.key()), talk), address);

    visitor.open(&format!("?item={}", talk.id));
    should_be_at(&visitor, talk.id.as_str());
    let top: f64 = visitor
        .script("return document.querySelector(arguments[0]).getBoundingClientRect().top", vec![tile.clone().into()]);
    assert!(top < 250.0, "it is {top} pixels below the top");
    // After another page of the app, and back.
    visitor.clicks_on("[data-country] a[href$='/fr/'], [data-country] a[href='fr/']");
    visitor.should_read("h1", "France");
    visitor.goes_back();
    should_be_at(&visitor, talk.id.as_str());
    visitor.presses(Key::Tab);
    assert_eq!(visitor.focus().name, Messages::English.play(talk));
    visitor.presses(Key::Enter);
    until(|| match visitor.count(&format!("{tile} iframe")) {
        1 => Ok(()),
        _ => Err("it does not play".to_owned()),
    });
    assert_eq!(visitor.waits_for_requests_to_others(), [talk.media.frame_address()]);
}

#[test]
fn the_address_of_a_talk_is_shown_where_it_cannot_be_copied() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.with_clipboard();
    let talk = &catalog().videos[0];
    visitor.open("?video=1");
    visitor.script::<()>("window.refuses = true", vec![]);
    let tile = format!("#item-{}", talk.id);
    visitor.clicks_on(&format!("{tile} .tile-links a[href$='item={}']", talk.id));
    visitor.should_read(&tile, &format!("{}?item={}", site.address(), talk.id));
    assert_eq!(visitor.query(), "video=1");
    // Somebody who wants another tab gets one, and no copy.
    visitor.script::<()>("window.refuses = false", vec![]);
    let is_followed: bool = visitor.script(
        "const click = new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true });
        const link = document.querySelector(arguments[0]);
        link.addEventListener('click', (event) => { window.wasTaken = event.defaultPrevented; event.preventDefault() });
        link.dispatchEvent(click);
        return !window.wasTaken && window.copied === undefined",
        vec![format!("{tile} .tile-links a[href$='item={}']", talk.id).into()],
    );
    assert!(is_followed, "the browser does not get the click");
}

#[test]
fn what_changed_is_on_the_page() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let newest = catalog().changes.first().expect("something is recorded");
    visitor.should_read("#changes", &Messages::English.date(newest.date));
    visitor.should_read("#changes", &newest.note);
    let counts = [newest.added.len(), newest.changed.len(), newest.withdrawn.len()];
    visitor.should_read("#changes", &Messages::English.changed_entries(counts));
}
