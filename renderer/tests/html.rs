//! Views as HTML: `cargo test -p leptos-lean --features ssr`.
#![cfg(feature = "ssr")]

extern crate leptos_lean as leptos;

use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

fn check(view: impl IntoView, html: &str) {
    assert_eq!(view.into_view().to_html(), html);
}

#[component]
fn Greeting(
    /// Whom it greets.
    #[prop(into)]
    name: String,
    /// What follows.
    children: Children,
) -> impl IntoView {
    view! { <p class="greeting">"Hello, " {name}</p>{children()} }
}

#[test]
fn elements_have_attributes_and_children() {
    check(view! { <a class="link" href="../ie/">"Ireland"</a> }, r#"<a class="link" href="../ie/">Ireland</a>"#);
    check(view! { <p>{1_u8} " of " {33_usize}</p> }, "<p>1 of 33</p>");
    check(view! { <input type="checkbox" checked=true disabled=false/> }, r#"<input type="checkbox" checked>"#);
    check(view! { <img src="a.png" alt=""/> }, r#"<img src="a.png" alt>"#);
    check(
        view! { <svg viewBox="0 0 1 1"><path d="M0 0"/></svg> },
        r#"<svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>"#,
    );
}

#[test]
fn what_is_not_there_leaves_nothing() {
    check(view! { <p id={None::<String>} hidden={Some(false)}>{None::<String>}</p> }, "<p></p>");
    check(Vec::<String>::new(), "");
}

#[test]
fn nothing_leaves_its_place() {
    check(
        view! { <p title="\"><b>">{"<b>&</b>"}</p> },
        r#"<p title="&quot;&gt;&lt;b&gt;">&lt;b&gt;&amp;&lt;/b&gt;</p>"#,
    );
}

#[test]
fn what_follows_signals_is_written_as_it_is() {
    let owner = Owner::new();
    owner.with(|| {
        let number = RwSignal::new(2);
        let double = Memo::new(move |_| number.get() * 2);
        check(view! { <b title=move || number.get()>{double}</b> }, r#"<b title="2">4</b>"#);
        check(view! { <Show when=move || number.get().gt(&2)>"many"</Show> }, "");
        check(view! { <Show when=move || number.get() == 2>"two"</Show> }, "two");
        check(
            view! { <ul><For each=move || 0..number.get() key=|at| *at children=|at| view! { <li>{at}</li> }/></ul> },
            "<ul><li>0</li><li>1</li></ul>",
        );
    });
}

#[test]
fn components_have_properties_and_children() {
    check(
        view! { <Greeting name="Ada"><i>"and others"</i></Greeting> },
        r#"<p class="greeting">Hello, Ada</p><i>and others</i>"#,
    );
}

#[test]
fn attributes_can_be_spread() {
    let level = |level: Option<String>| custom_attribute("aria-level", level);
    check(view! { <h2 {..level(Some("3".to_owned()))}>"Title"</h2> }, r#"<h2 aria-level="3">Title</h2>"#);
    check(view! { <h2 {..level(None)}>"Title"</h2> }, "<h2>Title</h2>");
}

#[test]
fn what_never_changes_is_written_as_it_stands() {
    check(view! { <p><span class="swatch"></span></p> }, r#"<p><span class="swatch"></span></p>"#);
}
