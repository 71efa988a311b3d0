//! The app's components in a browser, without a server: the query in memory, the dataset compiled in.
//!
//! `cargo xtask test --only components` writes the dataset and runs this in Chromium.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test's helper may panic; its message names the line")]

extern crate leptos_lean as leptos;

use std::cell::RefCell;

use catalog::{Catalog, Change, Kind, Messages, PartialDate, Query, fold};
use genomic_plans::browser::address::{Address, Location};
use genomic_plans::browser::dataset::parse;
use genomic_plans::browser::host::Host;
use genomic_plans::state::SiteInfo;
use genomic_plans::surface::page::App;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

const DATASET: &str = include_str!("../target/site/data/catalog.json");

#[wasm_bindgen_test]
async fn the_query_of_the_address_is_on_the_screen() {
    let app = Mounted::new("country=ie", shipped);
    app.shows("country=ie").await;
    assert_eq!(app.all("article[data-country]").len(), 1);
    assert_eq!(app.all("article[data-country=IE]").len(), 1);
    assert_eq!(app.all("[role=status]").len(), 1);
    assert_eq!(app.all("input[type=search]").len(), 1);
}

#[wasm_bindgen_test]
async fn the_address_in_memory_follows_the_visitor() {
    let app = Mounted::new("country=ie", shipped);
    app.shows("country=ie").await;
    app.click("fieldset[data-filter=kind] input[value=strategy]");
    app.shows("country=ie&kind=strategy").await;
    assert_eq!(app.address.read().query, "country=ie&kind=strategy");
    app.types("genomic");
    app.shows("country=ie&kind=strategy&q=genomic").await;
    app.click("button.clear");
    app.shows("").await;
    assert_eq!(app.address.read().query, "");
    // The page around it has an address of its own.
    assert_eq!(window().location().search().unwrap(), "");
}

#[wasm_bindgen_test]
fn a_dataset_is_read_country_by_country() {
    let read = parse(DATASET).unwrap();
    let whole = js_sys::JSON::parse(DATASET).unwrap();
    let length = |key: &str| {
        let list = js_sys::Reflect::get(&whole, &key.into()).unwrap();
        list.unchecked_into::<js_sys::Array>().length() as usize
    };
    assert_eq!(read.countries.len(), length("countries"));
    assert!(read.countries.is_sorted_by_key(|country| fold(&country.name)));
    assert!(read.countries.iter().any(|country| country.resources.len() > 1));
    assert_eq!([read.videos.len(), read.events.len()], [length("videos"), length("events")]);
    assert_eq!([read.europe.len(), read.changes.len()], [length("europe"), length("changes")]);
}

#[wasm_bindgen_test]
async fn two_apps_on_one_page_do_not_disturb_each_other() {
    let (one, other) = (Mounted::new("country=ie", shipped), Mounted::new("country=fr", shipped));
    one.shows("country=ie").await;
    other.shows("country=fr").await;
    one.click("fieldset[data-filter=country] input[value=de]");
    one.shows("country=de,ie").await;
    other.shows("country=fr").await;
    drop(one);
    other.types("genom");
    other.shows("country=fr&q=genom").await;
}

#[wasm_bindgen_test]
async fn a_card_stays_the_same_element_while_its_country_is_found() {
    let app = Mounted::new("", shipped);
    app.shows("").await;
    let card = app.one("article[data-country=IE]");
    assert!(card.query_selector(".documents").unwrap().is_none(), "it is open already");
    app.click("article[data-country=IE] .card-toggle");
    app.reads("article[data-country=IE] .documents", "Genetic and Genomic Implementation Plan 2023").await;
    let documents = app.one("article[data-country=IE] .documents");
    app.types("ireland");
    app.shows("q=ireland").await;
    app.click("fieldset[data-filter=country] input[value=ie]");
    app.shows("country=ie&q=ireland").await;
    assert!(card.is_same_node(Some(&app.one("article[data-country=IE]"))), "the card was made anew");
    assert!(documents.is_connected(), "what the visitor has opened is closed, or made anew");
}

#[wasm_bindgen_test]
async fn a_card_opens_and_closes_by_itself_and_a_country_alone_is_open() {
    let app = Mounted::new("country=fr,ie", shipped);
    app.shows("country=fr,ie").await;
    assert_eq!(app.all(".shortlist").len(), 2);
    app.click("article[data-country=IE] .card-toggle");
    app.has(".documents", 1).await;
    assert_eq!(app.all("article[data-country=IE][data-open]").len(), 1);
    assert_eq!(app.all(".shortlist").len(), 1, "the short list stays beside everything");
    app.click("article[data-country=IE] .card-toggle");
    app.has(".documents", 0).await;
    assert_eq!(app.all(".shortlist").len(), 2);
    app.click("fieldset[data-filter=country] input[value=ie]");
    app.shows("country=fr").await;
    app.has("article[data-country=FR] .documents", 1).await;
    assert!(app.all(".card-toggle").iter().all(|button| button.hidden()), "there is a button for what is open");
}

#[wasm_bindgen_test]
async fn a_broken_dataset_is_said_and_can_be_tried_again() {
    thread_local!(static ANSWERS: RefCell<Vec<Result<&'static Catalog, String>>> = const { RefCell::new(Vec::new()) });
    async fn load() -> Result<&'static Catalog, String> {
        ANSWERS.with(|answers| answers.borrow_mut().pop().expect("asked for no more than there is"))
    }
    let trouble = parse("{}").expect_err("an empty object is no dataset");
    ANSWERS.set(vec![shipped().await, Err(Messages::English.broken("data/catalog.json", &trouble))]);
    let app = Mounted::new("country=ie", load);
    app.reads("[role=alert]", &Messages::English.broken("data/catalog.json", &trouble)).await;
    app.reads("h1", Messages::English.no_data()).await;
    app.click("button");
    app.shows("country=ie").await;
}

#[wasm_bindgen_test]
fn what_is_no_dataset_has_a_reason() {
    for (json, reason) in [
        ("", Messages::English.no_json()),
        ("{", Messages::English.no_json()),
        ("<!doctype html>", Messages::English.no_json()),
    ] {
        assert_eq!(parse(json).expect_err("it is none"), reason, "{json}");
    }
    for json in ["null", "[]", "1", "\"text\"", "{\"schema\":\"9.0\"}"] {
        assert_ne!(parse(json).expect_err("it is none"), "", "{json}");
    }
}

#[wasm_bindgen_test]
async fn an_app_that_is_taken_away_leaves_nothing() {
    let before = document().body().unwrap().child_element_count();
    // Counted by the window itself: what is added and never removed would hear of a page that is gone.
    js_sys::eval(
        "window.listening = 0;
        const { addEventListener, removeEventListener } = window;
        window.addEventListener = function (...all) { window.listening += 1; return addEventListener.apply(this, all); };
        window.removeEventListener = function (...all) { window.listening -= 1; return removeEventListener.apply(this, all); };",
    )
    .unwrap();
    let listening = || js_sys::eval("window.listening").unwrap().as_f64();
    let app = Mounted::new("", shipped);
    app.shows("").await;
    assert!(listening() > Some(0.0), "the app listens to the network");
    let host = app.host.clone();
    drop(app);
    assert_eq!(host.child_nodes().length(), 0, "elements are left: {}", host.inner_html());
    assert_eq!(document().body().unwrap().child_element_count(), before);
    assert_eq!(listening(), Some(0.0), "listeners are left");
}

/// How often is looked, every 10 ms, before something that should be so is not: a busy machine is slow, not wrong.
const ATTEMPTS: usize = 1000;

/// An app in an element of its own; both go when it is dropped.
struct Mounted {
    host: HtmlElement,
    address: Address,
    catalog: &'static Catalog,
    unmount: Option<Box<dyn std::any::Any>>,
}

impl Mounted {
    fn new<L, F>(query: &str, load: L) -> Self
    where
        L: Fn() -> F + Clone + Send + Sync + 'static,
        F: Future<Output = Result<&'static Catalog, String>> + 'static,
    {
        let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&host).unwrap();
        let location = Location { folder: String::new(), query: query.to_owned() };
        let address = Address::memory(location, "./".to_owned(), "");
        let (known, element) = (address.clone(), Host::from(Element::from(host.clone())));
        let site = SiteInfo::default();
        let handle = mount_to(host.clone(), move || view! { <App address=known site host=element load/> });
        let catalog = parse(DATASET).unwrap();
        Self { host, address, catalog, unmount: Some(Box::new(handle)) }
    }

    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.host.query_selector_all(selector).unwrap();
        (0..found.length()).map(|at| found.get(at).unwrap().unchecked_into()).collect()
    }

    fn one(&self, selector: &str) -> HtmlElement {
        let mut found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector}");
        found.remove(0)
    }

    fn click(&self, selector: &str) {
        self.one(selector).click();
    }

    fn types(&self, text: &str) {
        let field: HtmlInputElement = self.one("input[type=search]").unchecked_into();
        field.set_value(text);
        field.dispatch_event(&web_sys::Event::new("input").unwrap()).unwrap();
    }

    /// Waits until the sentence, the cards and the chips are those of the query.
    async fn shows(&self, query: &str) {
        let catalog = self.catalog;
        let (query, unknown) = Query::parse(query, catalog);
        assert!(unknown.is_empty(), "{unknown:?}");
        let selection = catalog.select(&query, today());
        let sentence = Messages::English.result(&query, &selection, catalog);
        let cards = selection.matches.iter().map(|found| catalog.countries[found.country].code.to_string());
        let chips = if query.is_filtered() { query.filters() + 1 } else { 0 };
        let expected = (sentence, cards.collect::<Vec<_>>(), chips, query.has(&Change::Kind(Kind::Strategy)));
        let mut shown = self.shown();
        for _ in 0..ATTEMPTS {
            if shown == expected {
                return;
            }
            pause(10).await;
            shown = self.shown();
        }
        panic!("{shown:?} is shown and not {expected:?}");
    }

    /// The sentence, the countries of the cards, the number of chips, and whether strategies are chosen.
    fn shown(&self) -> (String, Vec<String>, usize, bool) {
        let first = |selector| self.all(selector).into_iter().next();
        let sentence = first("[role=status]").and_then(|one| one.text_content()).unwrap_or_default();
        let cards = self.all("article[data-country]");
        let cards = cards.iter().filter_map(|card| card.get_attribute("data-country")).collect();
        let strategies = first("fieldset[data-filter=kind] input[value=strategy]");
        let is_chosen = strategies.is_some_and(|one| one.unchecked_into::<HtmlInputElement>().checked());
        (sentence, cards, self.all(".chips button").len(), is_chosen)
    }

    /// Waits until so many elements are there.
    async fn has(&self, selector: &str, number: usize) {
        for _ in 0..ATTEMPTS {
            if self.all(selector).len() == number {
                return;
            }
            pause(10).await;
        }
        panic!("there are {} {selector} and not {number}", self.all(selector).len());
    }

    async fn reads(&self, selector: &str, words: &str) {
        let mut found = String::new();
        for _ in 0..ATTEMPTS {
            found = self.all(selector).first().and_then(|element| element.text_content()).unwrap_or_default();
            if found.contains(words) {
                return;
            }
            pause(10).await;
        }
        panic!("{selector} says \"{found}\" and not \"{words}\"");
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        drop(self.unmount.take());
        let host: &Element = &self.host;
        host.remove();
    }
}

/// The day of the browser, by its own clock.
fn today() -> PartialDate {
    let now = js_sys::Date::new_0();
    let day = format!("{}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date());
    PartialDate::parse_day(&day).unwrap()
}

async fn shipped() -> Result<&'static Catalog, String> {
    parse(DATASET)
}

async fn pause(milliseconds: u64) {
    let mut wait = |resolve: js_sys::Function, _| {
        let resolve = move || drop(resolve.call0(&wasm_bindgen::JsValue::NULL));
        set_timeout(resolve, std::time::Duration::from_millis(milliseconds));
    };
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::new(&mut wait)).await.unwrap();
}
