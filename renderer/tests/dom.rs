//! Views in a browser: `cargo xtask test --only components`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test's helper may panic; its message names the line")]

extern crate leptos_lean as leptos;

use std::cell::Cell;
use std::rc::Rc;

use leptos::html::Input;
use leptos::mount::UnmountHandle;
use leptos::prelude::*;
use leptos::task::tick;
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, Node};

wasm_bindgen_test_configure!(run_in_browser);

/// A view in the document, until it is dropped.
struct Page {
    place: HtmlElement,
    _owner: Owner,
    handle: Option<UnmountHandle>,
}

impl Page {
    fn new<V: IntoView>(view: impl FnOnce() -> V) -> Self {
        let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&place).unwrap();
        let owner = Owner::new();
        let handle = owner.with(|| mount_to(place.clone(), view));
        Self { place, _owner: owner, handle: Some(handle) }
    }

    fn first(&self, selector: &str) -> Element {
        self.place.query_selector(selector).unwrap().unwrap_or_else(|| panic!("there is no {selector}"))
    }

    /// What is shown, without the marks of the renderer.
    fn html(&self) -> String {
        self.place.inner_html().replace("<!---->", "")
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        drop(self.handle.take());
        self.place.remove();
    }
}

/// The text of these words below a node.
fn text_node(below: &Node, words: &str) -> Option<Node> {
    let mut child = below.first_child();
    while let Some(node) = child {
        if node.node_type() == Node::TEXT_NODE && node.text_content().as_deref() == Some(words) {
            return Some(node);
        }
        if let Some(found) = text_node(&node, words) {
            return Some(found);
        }
        child = node.next_sibling();
    }
    None
}

/// When what has been set is in the page.
async fn updated() {
    tick().await;
    tick().await;
}

#[wasm_bindgen_test]
async fn a_text_that_a_translator_has_replaced_changes_all_the_same() {
    let number = RwSignal::new(1);
    let page = Page::new(
        || view! { <p>"There are "<b>{move || number.get()}</b>{move || format!(" of {}", number.get())}</p> },
    );
    for text in ["1", " of 1"] {
        // As Chromium's translator does it.
        let node = text_node(&page.place, text).unwrap();
        let font = document().create_element("font").unwrap();
        font.set_inner_html("<font>übersetzt</font>");
        node.parent_node().unwrap().replace_child(&font, &node).unwrap();
    }
    number.set(2);
    updated().await;
    assert_eq!(page.html(), "<p>There are <b>2</b> of 2</p>");
    number.set(3);
    updated().await;
    assert_eq!(page.html(), "<p>There are <b>3</b> of 3</p>");
}

/// As Firefox's translator does it: it takes all out, and puts the elements and texts back, but no comments.
fn translate_as_firefox(element: &Element) {
    let nodes = element.child_nodes();
    let nodes: Vec<Node> = (0..nodes.length()).filter_map(|at| nodes.item(at)).collect();
    element.set_text_content(None);
    for node in nodes.iter().filter(|node| node.node_type() != Node::COMMENT_NODE) {
        if node.node_type() == Node::TEXT_NODE {
            node.set_text_content(Some("übersetzt"));
        }
        element.append_child(node).unwrap();
    }
}

#[wasm_bindgen_test]
async fn a_paragraph_that_a_translator_has_put_together_anew_changes_all_the_same() {
    let number = RwSignal::new(1);
    let numbers = move || (0..number.get()).collect::<Vec<i32>>();
    let item = |at: i32| view! { <li>{at}</li> };
    let many = move || (number.get() > 1).then(|| view! { <i>"many"</i> });
    let page = Page::new(|| {
        view! {
            <p>"There are " {move || number.get()} <b>{many}</b> {move || format!(" of {}", number.get())}</p>
            <ul>
                <For each=numbers key=|at| *at children=item/>
            </ul>
        }
    });
    for selector in ["p", "b", "ul"] {
        translate_as_firefox(&page.first(selector));
    }
    number.set(2);
    updated().await;
    assert_eq!(page.html(), "<p>übersetzt2<b><i>many</i></b> of 2</p><ul><li>0</li><li>1</li></ul>");
    translate_as_firefox(&page.first("p"));
    number.set(1);
    updated().await;
    assert_eq!(page.html(), "<p>übersetzt1<b></b> of 1</p><ul><li>0</li></ul>");
}

#[wasm_bindgen_test]
async fn a_text_that_goes_takes_its_translation_with_it_and_no_other() {
    let is_there = RwSignal::new(true);
    let page = Page::new(|| view! { <p>"Always. "{move || is_there.get().then_some("Sometimes.")}</p> });
    for text in ["Always. ", "Sometimes."] {
        let node = text_node(&page.place, text).unwrap();
        let font = document().create_element("font").unwrap();
        font.set_inner_html("<font>übersetzt</font>");
        node.parent_node().unwrap().replace_child(&font, &node).unwrap();
    }
    is_there.set(false);
    updated().await;
    assert_eq!(page.html(), "<p><font><font>übersetzt</font></font></p>");
    is_there.set(true);
    updated().await;
    assert_eq!(page.html(), "<p><font><font>übersetzt</font></font>Sometimes.</p>");
}

#[wasm_bindgen_test]
fn markup_is_read_as_a_browser_reads_it() {
    for markup in [
        "<p class=\"a b\" hidden=\"\">One <b>two</b><br>three &amp; &lt;four&gt; &quot;five&quot;</p>",
        "<table><tbody><tr><td colspan=\"2\">Cell</td></tr></tbody></table>",
        "Text<!-- no --> and <img alt=\"a &gt; b\" src=\"data:,\"><i></i>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 2\"><g><path d=\"M0 0\"></path><circle r=\"1\"></circle></g></svg><em>after</em>",
    ] {
        let expected: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        expected.set_inner_html(markup);
        let page = Page::new(|| view! { <div id="here" inner_html=markup></div> });
        assert_eq!(page.first("#here").inner_html(), expected.inner_html().replace("<!-- no -->", ""));
    }
    let page = Page::new(
        || view! { <div inner_html="<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0' /></svg>&#8211;&#x2014;&nbsp;"></div> },
    );
    let path = page.first("path");
    assert_eq!(path.namespace_uri().as_deref(), Some("http://www.w3.org/2000/svg"));
    assert_eq!(page.place.text_content().as_deref(), Some("–—\u{a0}"));
}

#[wasm_bindgen_test]
async fn a_text_that_changes_stays_the_same_node() {
    let number = RwSignal::new(1);
    let page = Page::new(|| view! { <p>"There are " {move || number.get()} " of them."</p> });
    let text = page.first("p").child_nodes().item(1).unwrap();
    number.set(2);
    updated().await;
    assert_eq!(page.html(), "<p>There are 2 of them.</p>");
    assert_eq!(text.text_content().as_deref(), Some("2"));
}

#[wasm_bindgen_test]
async fn attributes_come_and_go() {
    let name = RwSignal::new(None::<&'static str>);
    let page = Page::new(|| view! { <p title=name class="fixed" hidden=move || name.get().is_none()></p> });
    assert_eq!(page.html(), r#"<p class="fixed" hidden=""></p>"#);
    name.set(Some("new"));
    updated().await;
    assert_eq!(page.html(), r#"<p class="fixed" title="new"></p>"#);
    name.set(None);
    updated().await;
    assert_eq!(page.html(), r#"<p class="fixed" hidden=""></p>"#);
}

#[wasm_bindgen_test]
async fn a_property_is_what_a_control_shows_now() {
    let words = RwSignal::new("one".to_owned());
    let page = Page::new(|| view! { <input prop:value=move || words.get()/> });
    let input: web_sys::HtmlInputElement = page.first("input").unchecked_into();
    input.set_value("typed");
    words.set("two".to_owned());
    updated().await;
    assert_eq!(input.value(), "two");
}

#[wasm_bindgen_test]
async fn branches_replace_each_other_in_their_place_and_end_what_was_in_them() {
    let is_first = RwSignal::new(true);
    let ended = Rc::new(Cell::new(0));
    let count = ended.clone();
    let branch = move || {
        let count = leptos::prelude::StoredValue::new_local(count.clone());
        if is_first.get() {
            on_cleanup(move || count.with_value(|count| count.set(count.get() + 1)));
            view! { <b>"first"</b><i>"of two"</i> }
        } else {
            view! { <u>"second"</u> }
        }
    };
    let page = Page::new(move || view! { <p>"before "{branch}" after"</p> });
    assert_eq!(page.html(), "<p>before <b>first</b><i>of two</i> after</p>");
    is_first.set(false);
    updated().await;
    assert_eq!(page.html(), "<p>before <u>second</u> after</p>");
    assert_eq!(ended.get(), 1);
}

#[wasm_bindgen_test]
async fn what_a_branch_has_shown_goes_with_it() {
    let (is_shown, inner) = (RwSignal::new(true), RwSignal::new(1));
    let list = move || view! { <For each=move || 0..inner.get() key=|at| *at children=|at| view! { <i>{at}</i> }/> };
    let page = Page::new(move || view! { <Show when=move || is_shown.get()>{move || inner.get()}{list}</Show> });
    inner.set(3);
    updated().await;
    assert_eq!(page.html(), "3<i>0</i><i>1</i><i>2</i>");
    is_shown.set(false);
    updated().await;
    assert_eq!(page.html(), "");
}

fn list(keys: RwSignal<Vec<usize>>) -> impl IntoView {
    let item = |key: usize| view! { <li id=format!("item-{key}")>{move || key}<button>"focus"</button></li> };
    view! { <ul><For each=move || keys.get() key=|key| *key children=item/></ul> }
}

fn shown(page: &Page) -> Vec<String> {
    let items = page.place.query_selector_all("li").unwrap();
    (0..items.length()).map(|at| items.item(at).unwrap().unchecked_into::<Element>().id()).collect()
}

#[wasm_bindgen_test]
async fn items_stay_while_their_keys_do() {
    let keys = RwSignal::new(vec![1, 2, 3]);
    let page = Page::new(|| list(keys));
    let kept = page.first("#item-2");
    for next in [vec![2], vec![4, 2, 1], vec![1, 2, 4, 3], vec![3, 4, 2, 1], vec![2, 2], vec![2]] {
        keys.set(next.clone());
        updated().await;
        assert_eq!(shown(&page), next.iter().map(|key| format!("item-{key}")).collect::<Vec<_>>());
        assert!(kept.is_same_node(Some(&page.first("#item-2"))), "{next:?} made it anew");
    }
    keys.set(Vec::new());
    updated().await;
    assert_eq!(page.html(), "<ul></ul>");
}

#[wasm_bindgen_test]
async fn an_item_with_the_focus_is_not_moved() {
    let keys = RwSignal::new(vec![1, 2, 3, 4]);
    let page = Page::new(|| list(keys));
    page.first("#item-4 button").unchecked_into::<HtmlElement>().focus().unwrap();
    for next in [vec![4, 1, 2, 3], vec![3, 2, 4, 1], vec![1, 4], vec![4, 3, 1]] {
        keys.set(next.clone());
        updated().await;
        assert_eq!(shown(&page), next.iter().map(|key| format!("item-{key}")).collect::<Vec<_>>());
        let focused = document().active_element().unwrap();
        assert!(page.first("#item-4").contains(Some(&focused)), "{next:?} took the focus away");
    }
}

#[wasm_bindgen_test]
async fn items_end_with_their_keys_and_with_the_page() {
    let keys = RwSignal::new(vec![1, 2]);
    let ended = Rc::new(Cell::new(0));
    let count = StoredValue::new_local(ended.clone());
    let item = move |key: usize| {
        on_cleanup(move || count.with_value(|count| count.set(count.get() + key)));
        view! { <i>{key}</i> }
    };
    let page = Page::new(move || view! { <For each=move || keys.get() key=|key| *key children=item/> });
    keys.set(vec![2]);
    updated().await;
    assert_eq!(ended.get(), 1);
    drop(page);
    assert_eq!(ended.get(), 3);
    keys.set(vec![5]);
    updated().await;
    assert_eq!(ended.get(), 3, "what has gone makes nothing anew");
}

#[wasm_bindgen_test]
async fn listeners_hear_with_the_context_of_their_component() {
    let heard = Rc::new(Cell::new(0));
    let count = heard.clone();
    let page = Page::new(move || {
        provide_context(7);
        view! { <button on:click=move |_| count.set(use_context::<i32>().unwrap_or_default())></button> }
    });
    page.first("button").unchecked_into::<HtmlElement>().click();
    assert_eq!(heard.get(), 7);
}

#[wasm_bindgen_test]
async fn nobody_listens_to_what_is_going() {
    let is_shown = RwSignal::new(true);
    let heard = Rc::new(Cell::new(0));
    let count = StoredValue::new_local(heard.clone());
    let hear = move |_| count.with_value(|count| count.set(count.get() + 1));
    let page = Page::new(move || view! { <Show when=move || is_shown.get()><button on:focusout=hear></button></Show> });
    let button: HtmlElement = page.first("button").unchecked_into();
    button.focus().unwrap();
    button.blur().unwrap();
    assert_eq!(heard.get(), 1);
    button.focus().unwrap();
    is_shown.set(false);
    updated().await;
    assert_eq!(page.html(), "");
    assert_eq!(heard.get(), 1);
}

#[wasm_bindgen_test]
async fn a_reference_refers_to_its_element() {
    let reference = NodeRef::<Input>::new();
    let page = Page::new(move || view! { <input node_ref=reference/> });
    assert!(page.first("input").is_same_node(reference.get_untracked().as_deref().map(AsRef::as_ref)));
}

#[wasm_bindgen_test]
async fn a_page_that_somebody_has_rewritten_is_no_panic() {
    let number = RwSignal::new(1);
    let keys = RwSignal::new(vec![1, 2]);
    let page = Page::new(
        move || view! { <div>{move || number.get()}{list(keys)}{move || view! { <b>{number.get()}</b> }}</div> },
    );
    page.first("div").set_inner_html("");
    number.set(2);
    keys.set(vec![2, 3]);
    updated().await;
    assert_eq!(page.html(), "<div></div>");
}

#[wasm_bindgen_test]
async fn what_never_changes_stands_where_it_may_only_be_in_its_like() {
    let words = "a cell";
    let page = Page::new(|| view! { <table><tbody><tr><td class="empty"></td><td>{words}</td></tr></tbody></table> });
    assert_eq!(page.html(), r#"<table><tbody><tr><td class="empty"></td><td>a cell</td></tr></tbody></table>"#);
    let page = Page::new(|| view! { <svg viewBox="0 0 1 1">{words}<path d="M0 0"/></svg> });
    assert_eq!(page.first("path").namespace_uri().as_deref(), Some("http://www.w3.org/2000/svg"));
}

#[wasm_bindgen_test]
async fn the_elements_of_drawings_are_drawings() {
    let page = Page::new(|| view! { <svg viewBox="0 0 1 1"><path d="M0 0"/></svg> });
    assert_eq!(page.first("path").namespace_uri().as_deref(), Some("http://www.w3.org/2000/svg"));
}
