//! The query in the address: shared, travelled, and written by others.

use catalog::{Messages, Query};
use e2e::{Key, Role, ServedSite, Visitor, catalog, query};

#[test]
fn each_choice_and_each_search_is_a_page_of_the_history() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let before = visitor.history();
    visitor.toggles("country", "ie");
    visitor.toggles("kind", "strategy");
    visitor.should_see("country=ie&kind=strategy");
    assert_eq!(visitor.history(), before + 2);
    visitor.types("genomic");
    visitor.should_see("country=ie&kind=strategy&q=genomic");
    assert_eq!(visitor.history(), before + 3, "a search is a step of its own");
    visitor.types("s");
    visitor.presses(Key::Enter);
    visitor.should_see("country=ie&kind=strategy&q=genomics");
    assert_eq!(visitor.history(), before + 3, "what is typed on is of the same step");
    visitor.chooses(Messages::English.sort_by(), Messages::English.sort(catalog::Sort::Newest));
    visitor.should_see("country=ie&kind=strategy&q=genomics&sort=newest");

    visitor.goes_back();
    visitor.should_see("country=ie&kind=strategy&q=genomics");
    visitor.goes_back();
    visitor.should_see("country=ie&kind=strategy");
    visitor.goes_back();
    visitor.should_see("country=ie");
    visitor.goes_back();
    visitor.should_see("");
    visitor.goes_forward();
    visitor.goes_forward();
    visitor.goes_forward();
    visitor.should_see("country=ie&kind=strategy&q=genomics");
    visitor.goes_forward();
    visitor.should_see("country=ie&kind=strategy&q=genomics&sort=newest");
    assert_eq!(visitor.history(), before + 4);
}

#[test]
fn a_shared_address_opens_the_same_view() {
    let site = ServedSite::built();
    let sender = Visitor::at(&site, "");
    sender.toggles("plan", "in-force");
    sender.toggles("status", "active");
    sender.types("genom");
    sender.chooses(Messages::English.from(), "2020");
    sender.should_see("plan=in-force&status=active&year=2020-&q=genom");
    let address = sender.query();
    let sent = sender.screen();
    drop(sender);
    let receiver = Visitor::at(&site, &format!("?{address}"));
    receiver.should_see(&address);
    assert_eq!(receiver.screen(), sent);
    receiver.reload();
    receiver.should_see(&address);
}

#[test]
fn an_address_is_read_as_people_write_it() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    let addresses = [
        "COUNTRY=IE,Fr&Kind=STRATEGY",
        "country=EL,uk",
        "country=fr&country=ie&kind=law,strategy",
        "year=2025-2020",
        "q=%20Genomic%20%20PLAN%20",
        "q=genomic&q=plan",
        "sort=Newest&view=cards",
        "utm_source=mail&fbclid=x&country=Ireland&amp;kind=law).",
    ];
    for address in addresses {
        visitor.open(&format!("?{address}"));
        visitor.should_show(address);
        assert_eq!(visitor.count("[data-kind=unknown]"), 0, "{address}");
        // The next step writes the canonical address.
        visitor.toggles("video", "1");
        let canonical = query(address).toggled(&catalog::Change::Video).encode();
        visitor.should_see(&canonical);
    }
}

#[test]
fn what_an_address_has_that_is_unknown_is_said_and_left_out() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    let hostile =
        "country=ie,xx&kind=novel&year=soon&source=mail&item=nobody&q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E";
    let long = format!("country=ie&{}", "x".repeat(5_000));
    for address in [hostile, &long, "country=%FF%FE&a=%00", "__proto__=1&constructor=2", "&&==&&?country=ie"] {
        let (asked, unknown) = Query::parse(address, catalog());
        assert!(!unknown.is_empty(), "{address}");
        visitor.open(&format!("?{address}"));
        visitor.should_show(&asked.encode());
        let note = Messages::English.unknown(&unknown);
        let shown: String =
            visitor.script("return document.querySelector('[data-kind=unknown] p').textContent", vec![]);
        assert_eq!(shown, note);
        visitor.clicks(Role::Button, Messages::English.dismiss());
        visitor.should_not_read("body", &note);
        // The address no longer says what nobody understood.
        visitor.should_see(&asked.encode());
    }
}

#[test]
fn back_brings_the_note_of_its_own_address() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?country=ie&novel=1");
    visitor.should_read(".notices", "novel=1");
    visitor.toggles("country", "fr");
    visitor.should_see("country=fr,ie");
    visitor.should_not_read(".notices", "novel=1");
    visitor.goes_back();
    visitor.should_show("country=ie");
    visitor.should_read(".notices", "novel=1");
}

#[test]
fn a_search_that_is_cleared_leaves_no_trace_in_the_address() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    visitor.types("plan");
    visitor.should_see("q=plan");
    visitor.presses(Key::Escape);
    visitor.should_see("");
    assert_eq!(visitor.address(), site.address());
}

#[test]
fn links_to_parts_of_the_page_keep_the_query() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?country=ie");
    visitor.clicks(Role::Link, Messages::English.talks());
    visitor.should_see("country=ie");
}
