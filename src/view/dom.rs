//! Elements by function calls: every element, attribute and listener of the app is of one Rust type.
//!
//! The `view!` macro gives each element a type of its own, and the compiler makes its own copy of the
//! renderer for it; Leptos' type-erased views bring six functions for every type that is erased. Here one
//! description is put on the screen ([`screen`]), taken over from the page as it was sent ([`adopt`]), or
//! written as HTML ([`html`]). What changes is Leptos' own: signals, memos and [`RenderEffect`]s.

mod adopt;
#[cfg(feature = "ssr")]
mod html;
mod screen;

use std::pin::Pin;
use std::time::Duration;

use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

use super::list::List;
use crate::app::App;
use crate::host::Host;
pub(crate) use screen::{Listener, Part, Shown, remove, watch};

/// A function that is called again when what it read has changed.
pub(super) type Read<T> = Box<dyn Fn() -> T>;

/// An element that is being described.
///
/// It is in a box, and what is the same for every caller is never inlined: a page is a thousand such
/// calls, and each would move and grow the lists by itself.
#[must_use = "an element is on the screen only where it is a child of another"]
pub(crate) struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<Attribute>,
    nodes: Vec<Node>,
    /// All that is in it, where that is a list.
    list: Option<List>,
}

enum Attribute {
    Fixed(&'static str, String),
    Live(&'static str, Read<Option<String>>),
    On(&'static str, Hear),
    /// Called once with the element.
    With(Box<dyn FnOnce(web_sys::Element)>),
}

type Hear = Box<dyn FnMut(Event)>;

/// What can be in an element.
pub(super) enum Node {
    Text(String),
    Element(El),
    /// Nodes that follow what is read.
    Live(Live),
}

type Live = Read<Vec<Node>>;

/// An element of that name.
#[inline(never)]
pub(super) fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, attributes: Vec::new(), nodes: Vec::new(), list: None }))
}

/// An element of that name and class.
#[inline(never)]
pub(super) fn class(tag: &'static str, class: &'static str) -> El {
    el(tag).attr("class", class)
}

/// A button that does something.
pub(super) fn button(name: &'static str, press: impl Fn() + 'static) -> El {
    class("button", name).attr("type", "button").on("click", move |_| press())
}

/// A box with a name of its own, that scrolls where there is little room.
#[inline(never)]
pub(super) fn scroller(name: &'static str, label: &str) -> El {
    class("div", name).attr("role", "region").attr("tabindex", "0").attr("aria-label", label)
}

/// Things that belong together, under a name that is heard.
#[inline(never)]
pub(super) fn group(name: &'static str, label: &str) -> El {
    class("div", name).attr("role", "group").attr("aria-label", label)
}

/// A list to choose from; `choose` is called with the value of what was chosen.
pub(super) fn select(name: &'static str, options: Vec<El>, choose: impl Fn(&str) + 'static) -> El {
    #[inline(never)]
    fn select_of(name: &'static str, options: Vec<El>, choose: Box<dyn Fn(&str)>) -> El {
        el("select")
            .attr("name", name)
            // A browser would put back what was chosen before the page was loaded again.
            .attr("autocomplete", "off")
            .on("change", move |event| choose(&event_target_value(&event)))
            .child(options)
    }
    select_of(name, options, Box::new(choose))
}

/// An option of such a list.
#[inline(never)]
pub(super) fn option(value: &str, words: &str) -> El {
    el("option").attr("value", value).text(words)
}

impl El {
    /// An attribute.
    #[inline(never)]
    pub(super) fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.0.attributes.push(Attribute::Fixed(name, value.to_owned()));
        self
    }

    /// An attribute that follows what `read` reads; `None` takes it away.
    pub(super) fn live(self, name: &'static str, read: impl Fn() -> Option<String> + 'static) -> Self {
        self.add(Attribute::Live(name, Box::new(read)))
    }

    /// An attribute that is "true" or "false".
    pub(super) fn live_bool(self, name: &'static str, read: impl Fn() -> bool + 'static) -> Self {
        self.live(name, move || Some(if read() { "true" } else { "false" }.to_owned()))
    }

    /// A listener.
    pub(super) fn on(self, event: &'static str, hear: impl FnMut(Event) + 'static) -> Self {
        self.add(Attribute::On(event, Box::new(hear)))
    }

    /// Reaches the element itself, once, before it is on the screen.
    pub(super) fn with(self, reach: impl FnOnce(web_sys::Element) + 'static) -> Self {
        self.add(Attribute::With(Box::new(reach)))
    }

    #[inline(never)]
    fn add(mut self, attribute: Attribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// A child: an element, a text, several of them, or nothing.
    pub(super) fn child(mut self, child: impl Child) -> Self {
        child.add_to(&mut self.0.nodes);
        self
    }

    /// Children, one after the other. To gather them in a list first would be more code for each kind of them.
    pub(super) fn children<C: Child>(mut self, children: impl IntoIterator<Item = C>) -> Self {
        for child in children {
            child.add_to(&mut self.0.nodes);
        }
        self
    }

    /// A text.
    #[inline(never)]
    pub(super) fn text(mut self, text: &str) -> Self {
        text.add_to(&mut self.0.nodes);
        self
    }

    /// Children that follow what `read` reads.
    pub(super) fn follow<C: Child>(mut self, read: impl Fn() -> C + 'static) -> Self {
        self.0.nodes.push(Node::Live(Box::new(move || nodes(read()))));
        self
    }

    /// The choice of a list, as it is read.
    pub(super) fn choice(self, read: impl Fn() -> String + 'static) -> Self {
        let follow = move |list: web_sys::Element| {
            effect(move || {
                // The options are there by now.
                let _valid = js_sys::Reflect::set(&list, &"value".into(), &read().into());
            });
        };
        self.with(follow)
    }

    /// The items of a list, which are all that is in the element.
    pub(super) fn list(mut self, list: List) -> Self {
        self.0.list = Some(list);
        self
    }
}

/// Reaches outside of Leptos whenever what `reach` reads has changed.
pub(super) fn effect(reach: impl Fn() + 'static) {
    fn effect_of(reach: Box<dyn Fn()>) {
        Effect::new(move |_| reach());
    }
    effect_of(Box::new(reach));
}

/// How high the window is, in CSS pixels.
pub(crate) fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

/// Does something when what has just changed is on the screen.
pub(super) fn next_frame(act: impl FnOnce() + 'static) {
    fn next_frame_of(act: Box<dyn FnOnce()>) {
        request_animation_frame(act);
    }
    next_frame_of(Box::new(act));
}

/// Does something when the browser has had its turn.
pub(super) fn later(act: impl FnOnce() + 'static) {
    fn later_of(act: Box<dyn FnOnce()>) {
        set_timeout(act, Duration::ZERO);
    }
    later_of(Box::new(act));
}

/// The time that something may take before the browser has its turn.
pub(super) struct Turn(f64);

impl Turn {
    /// In milliseconds: a fraction of a frame, on a slow phone too.
    const LENGTH: f64 = 4.0;

    pub(super) fn begin() -> Self {
        Self(js_sys::Date::now())
    }

    pub(super) fn goes_on(&self) -> bool {
        js_sys::Date::now() - self.0 < Self::LENGTH
    }
}

/// Does something when what has just changed is in the document, before the browser paints it.
pub(crate) fn next_turn(act: impl FnOnce() + 'static) {
    fn next_turn_of(act: Box<dyn FnOnce()>) {
        run(async move { act() });
    }
    next_turn_of(Box::new(act));
}

/// Goes on with something while the page does.
pub(crate) fn run(future: impl Future<Output = ()> + 'static) {
    fn run_of(future: Pin<Box<dyn Future<Output = ()>>>) {
        spawn_local(future);
    }
    run_of(Box::pin(future));
}

/// A value that follows what `read` reads, and only changes when it is another.
pub(crate) fn memo<T: PartialEq + Send + Sync + 'static>(read: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    memo_after(move |_| read())
}

/// The same where `read` may leave the value as it was.
pub(super) fn memo_after<T>(read: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    type Follow<T> = Box<dyn Fn(Option<&T>) -> T + Send + Sync>;
    let read: Follow<T> = Box::new(read);
    Memo::new(read)
}

/// What the page does when the focus goes somewhere.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Scroll {
    /// It brings what has the focus into view.
    IntoView,
    /// It stays where it is.
    Stay,
}

/// Gives the focus to the element of that id, where what had it is about to go.
pub(super) fn focus(app: App, id: &str, scroll: Scroll) {
    focus_in(&app.host(), id, scroll);
}

/// The same for what a change that was just made brings to the screen.
pub(super) fn focus_next(app: App, id: String) {
    next_frame(move || focus(app, &id, Scroll::IntoView));
}

/// The same where there is no app.
pub(super) fn focus_in(host: &Host, id: &str, scroll: Scroll) {
    let element = host.find(&format!("#{id}")).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        if element.tab_index() < 0 {
            // A heading or a document takes the focus only from here, not by Tab.
            let _always_valid = element.set_attribute("tabindex", "-1");
        }
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(scroll == Scroll::Stay);
        let _unfocusable = element.focus_with_options(&options);
    }
}

/// What has the focus in the tree of an element: the document, or a shadow root.
pub(super) fn focused(element: &web_sys::Element) -> Option<web_sys::Node> {
    js_sys::Reflect::get(&element.get_root_node(), &"activeElement".into()).ok()?.dyn_into().ok()
}

impl El {
    /// Lets pages that have the app in an element style it, by that name of `::part(…)`.
    #[inline(never)]
    pub(super) fn part(self, app: App, name: &str) -> Self {
        if app.owns_document() { self } else { self.attr("part", name) }
    }
}

/// A heading of that level on the page; on somebody else's, it stands below theirs.
pub(super) fn heading(app: App, tag: &'static str) -> El {
    let heading = el(tag);
    match app.site.deeper {
        0 => heading,
        deeper => {
            let level = isize::from(tag.as_bytes()[1] - b'0') + deeper;
            heading.attr("aria-level", &level.clamp(1, 6).to_string())
        }
    }
}

fn nodes(child: impl Child) -> Vec<Node> {
    let mut nodes = Vec::new();
    child.add_to(&mut nodes);
    nodes
}

/// What can be a child of an element.
pub(super) trait Child {
    /// Adds it.
    fn add_to(self, nodes: &mut Vec<Node>);
}

impl Child for El {
    #[inline(never)]
    fn add_to(self, nodes: &mut Vec<Node>) {
        nodes.push(Node::Element(self));
    }
}

impl Child for Node {
    fn add_to(self, nodes: &mut Vec<Node>) {
        nodes.push(self);
    }
}

impl Child for String {
    #[inline(never)]
    fn add_to(self, nodes: &mut Vec<Node>) {
        // Two texts beside each other are one in a page that is read.
        if let Some(Node::Text(before)) = nodes.last_mut() {
            before.push_str(&self);
        } else if !self.is_empty() {
            nodes.push(Node::Text(self));
        }
    }
}

impl Child for &str {
    #[inline(never)]
    fn add_to(self, nodes: &mut Vec<Node>) {
        self.to_owned().add_to(nodes);
    }
}

impl<C: Child> Child for Option<C> {
    fn add_to(self, nodes: &mut Vec<Node>) {
        if let Some(child) = self {
            child.add_to(nodes);
        }
    }
}

impl<C: Child> Child for Vec<C> {
    fn add_to(self, nodes: &mut Vec<Node>) {
        for child in self {
            child.add_to(nodes);
        }
    }
}

impl<A: Child, B: Child> Child for (A, B) {
    fn add_to(self, nodes: &mut Vec<Node>) {
        self.0.add_to(nodes);
        self.1.add_to(nodes);
    }
}
