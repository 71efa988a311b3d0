//! The installed app: what browsers read of it, and what other apps share with it.

use e2e::{ServedSite, Visitor, catalog};

#[test]
fn the_browser_finds_nothing_wrong_with_the_manifest() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    assert_eq!(visitor.errors_of_manifest(), Vec::<String>::new());
}

#[test]
fn what_is_shared_is_searched_for_and_one_of_our_documents_is_opened() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?title=A+page&text=omics&url=");
    visitor.should_show("q=omics");
    assert!(!visitor.text("body").contains("was not understood"), "there is a note");
    let document = &catalog().countries[0].resources[0];
    let address = document.address.as_str().replace('&', "%26").replace('#', "%23");
    visitor.open(&format!("?title=A+page&text={address}"));
    crate::item::should_be_at(&visitor, document.id.as_str());
}
