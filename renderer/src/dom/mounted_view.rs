//! What is in the page of a view, and how it changes.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{Owner, document};
use leptos::wasm_bindgen::JsCast;
use web_sys::{Comment, Node, Text};

use super::{Element, bindings, effect};
use crate::keyed::Keyed;
use crate::moves::unmoved;
use crate::view::View;

/// What is in the page of a view.
pub(crate) enum MountedView {
    Nothing,
    Node(Node),
    Text(Text, Cow<'static, str>),
    Several(Vec<MountedView>),
    /// What may be replaced, and the mark that stands after it.
    Dynamic(Rc<RefCell<MountedView>>, Comment),
    /// The items of a list, and the mark that stands after them.
    Keyed(Rc<RefCell<Vec<Item>>>, Comment),
}

/// An item of a list.
pub(crate) struct Item {
    key: u64,
    owner: Owner,
    shown: MountedView,
}

impl Item {
    /// Whether the focus or a frame is in it: a browser takes the focus from what is moved, and loads a frame again.
    fn must_stay(&self) -> bool {
        let mut must_stay = false;
        self.shown.each_node(&mut |node| {
            let Some(element) = node.dyn_ref::<web_sys::Element>() else { return };
            let matches = |selector| element.query_selector(selector).ok().flatten().is_some();
            must_stay |= matches("iframe") || matches(":focus") || element.matches(":focus").unwrap_or_default();
        });
        must_stay
    }
}

impl MountedView {
    /// Puts a view at the end of an element.
    pub(crate) fn append(parent: &Node, view: View) -> Self {
        Self::insert(parent, view, None)
    }

    fn insert(parent: &Node, view: View, before: Option<&Node>) -> Self {
        match view {
            View::Empty => Self::Nothing,
            View::Text(words) => {
                let text = document().create_text_node(&words);
                place(parent, &text, before);
                Self::Text(text, words)
            }
            View::Element(Element(element)) => {
                place(parent, &element, before);
                Self::Node(element.into())
            }
            View::Several(views) => {
                Self::Several(views.into_iter().map(|view| Self::insert(parent, view, before)).collect())
            }
            View::Dynamic(view) => dynamic(parent, view, before),
            View::Keyed(list) => keyed(parent, list, before),
        }
    }

    /// Takes it out of the page.
    pub(crate) fn remove(&self) {
        self.each_node(&mut |node| {
            if let Some(parent) = node.parent_node() {
                let _there = parent.remove_child(node);
            }
        });
    }

    /// Calls a function with each of its own nodes, in their order.
    fn each_node(&self, act: &mut dyn FnMut(&Node)) {
        match self {
            Self::Nothing => {}
            Self::Node(node) => act(node),
            Self::Text(text, _) => act(text),
            Self::Several(several) => several.iter().for_each(|shown| shown.each_node(act)),
            Self::Dynamic(shown, end) => {
                shown.borrow().each_node(act);
                act(end);
            }
            Self::Keyed(items, end) => {
                items.borrow().iter().for_each(|item| item.shown.each_node(act));
                act(end);
            }
        }
    }

    fn first_node(&self) -> Option<Node> {
        let mut first = None;
        self.each_node(&mut |node| first = first.take().or_else(|| Some(node.clone())));
        first
    }
}

fn place(parent: &Node, node: &Node, before: Option<&Node>) {
    // It fails where somebody else has moved what it should stand before; then it comes last.
    let is_placed = before.is_some_and(|before| parent.insert_before(node, Some(before)).is_ok());
    if !is_placed {
        bindings::append_child(parent, node);
    }
}

/// Makes a mark that stands after what may be replaced.
fn mark(parent: &Node, before: Option<&Node>) -> Comment {
    let end = document().create_comment("");
    place(parent, &end, before);
    end
}

fn dynamic(parent: &Node, mut view: Box<dyn FnMut() -> View>, before: Option<&Node>) -> MountedView {
    let end = mark(parent, before);
    let shown = Rc::new(RefCell::new(MountedView::Nothing));
    let (place, mark) = (Rc::clone(&shown), end.clone());
    let mut home = parent.clone();
    effect(Box::new(move || {
        let view = view();
        let Some(parent) = put_back(&mark, &home, &place.borrow()) else { return };
        home = parent;
        let mut shown = place.borrow_mut();
        if let (MountedView::Text(text, old), View::Text(new)) = (&mut *shown, &view) {
            if old == new {
                return;
            }
            if text.parent_node().as_ref() == Some(&home) {
                text.set_data(new);
                *old = new.clone();
                return;
            }
        }
        remove_translation(&mark, &shown);
        drop(shown);
        // Nothing is borrowed meanwhile: what is inserted, and what hears that it goes, is not known here.
        let new = MountedView::insert(&home, view, Some(&mark));
        let old = place.replace(new);
        old.remove();
    }));
    MountedView::Dynamic(shown, end)
}

/// Puts a mark back behind what it belongs to, where a translator has taken it out: Firefox's puts the elements and
/// texts of a paragraph together anew, without its comments. Gives the parent, which is `home` where there is nothing
/// that says it; none where somebody else has taken all of it away.
fn put_back(mark: &Comment, home: &Node, shown: &MountedView) -> Option<Node> {
    let there = mark.parent_node();
    if there.is_some() {
        return there;
    }
    let (mut is_empty, mut last) = (true, None);
    shown.each_node(&mut |node| {
        // Its own marks may have been taken out with this one.
        is_empty &= node.node_type() == Node::COMMENT_NODE;
        last = node.parent_node().map(|parent| (parent, node.next_sibling())).or(last.take());
    });
    let (parent, next) = last.or_else(|| is_empty.then(|| (home.clone(), None)))?;
    place(&parent, mark, next.as_ref());
    Some(parent)
}

/// Takes out what Chromium's translator has put in the place of texts before a mark: an element for each.
fn remove_translation(mark: &Comment, shown: &MountedView) {
    let Some(parent) = mark.parent_node() else { return };
    let mut nodes = Vec::new();
    shown.each_node(&mut |node| nodes.push(node.clone()));
    let mut next: Node = mark.clone().into();
    for node in nodes.into_iter().rev() {
        if node.parent_node().as_ref() == Some(&parent) {
            next = node;
        } else if node.node_type() == Node::TEXT_NODE {
            let font = next.previous_sibling().filter(|before| before.node_name() == "FONT");
            let _there = font.map(|font| parent.remove_child(&font));
        }
    }
}

fn keyed(parent: &Node, mut list: Keyed, before: Option<&Node>) -> MountedView {
    let end = mark(parent, before);
    let items = Rc::new(RefCell::new(Vec::new()));
    let (place, mark) = (Rc::clone(&items), end.clone());
    let mut home = parent.clone();
    // The items are below it and not below the effect, which forgets what is below it before each run.
    let owner = Owner::current().unwrap_or_default();
    effect(Box::new(move || {
        let keys = (list.keys)();
        let is_same = place.borrow().iter().map(|item: &Item| item.key).eq(keys.iter().copied());
        if !is_same {
            let parent =
                put_back(&mark, &home, place.borrow().last().map_or(&MountedView::Nothing, |item| &item.shown));
            let Some(parent) = parent else { return };
            home = parent;
            let mut items = place.take();
            update(&owner, &mut items, &keys, &mut list.item, &home, &mark);
            place.replace(items);
        }
    }));
    MountedView::Keyed(items, end)
}

/// Gives a list the items of some keys: those that are there stay or are moved, the others go and come.
fn update(
    owner: &Owner,
    items: &mut Vec<Item>,
    keys: &[u64],
    item: &mut dyn FnMut(usize) -> View,
    parent: &Node,
    end: &Node,
) {
    let mut places: Vec<(u64, usize)> = items.iter().enumerate().map(|(at, item)| (item.key, at)).collect();
    places.sort_unstable();
    let mut old: Vec<Option<Item>> = std::mem::take(items).into_iter().map(Some).collect();
    let mut kept: Vec<Option<Item>> = Vec::with_capacity(keys.len());
    let mut old_places = Vec::with_capacity(keys.len());
    for key in keys {
        let first = places.partition_point(|(other, _)| other < key);
        // One of two items of one key is enough where there is one.
        let at = places.get(first).filter(|(other, _)| other == key).map(|(_, at)| *at);
        let item = at.and_then(|at| old[at].take());
        old_places.push(at.filter(|_| item.is_some()));
        kept.push(item);
    }
    for gone in old.into_iter().flatten() {
        gone.owner.cleanup();
        gone.shown.remove();
    }
    let mut stays = unmoved(&old_places, &[]);
    if stays.iter().zip(&kept).any(|(stays, kept)| !stays && kept.is_some()) {
        let pinned = kept.iter().enumerate().filter(|(_, kept)| kept.as_ref().is_some_and(Item::must_stay));
        stays = unmoved(&old_places, &pinned.map(|(at, _)| at).collect::<Vec<_>>());
    }
    let mut next = end.clone();
    let mut new = Vec::with_capacity(keys.len());
    for (at, kept) in kept.into_iter().enumerate().rev() {
        let item = match kept {
            Some(item) => {
                if !stays[at] {
                    item.shown.each_node(&mut |node| place(parent, node, Some(&next)));
                }
                item
            }
            None => {
                let owner = owner.with(Owner::new);
                let shown = owner.with(|| MountedView::insert(parent, item(at), Some(&next)));
                Item { key: keys[at], owner, shown }
            }
        };
        if let Some(first) = item.shown.first_node() {
            next = first;
        }
        new.push(item);
    }
    new.reverse();
    *items = new;
}
