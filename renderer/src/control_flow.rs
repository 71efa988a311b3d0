//! Components for lists and conditions.

use std::cell::RefCell;
use std::hash::{BuildHasher, Hash};
use std::rc::Rc;

use leptos::prelude::{Get, Memo, component};
use rustc_hash::FxBuildHasher;

use crate::children::ChildrenFn;
use crate::keyed::Keyed;
use crate::view::{IntoView, View};

/// Shows its children while something is true.
#[component(transparent)]
pub fn Show(
    /// What is shown.
    children: ChildrenFn,
    /// Whether it is.
    when: impl Fn() -> bool + Send + Sync + 'static,
) -> impl IntoView {
    let when = Memo::new(move |_| when());
    move || if when.get() { children() } else { View::Empty }
}

/// Shows an item for each of a list; items stay, with their state, while there is one of their key.
#[component(transparent)]
pub fn For<E, I, T, K, H, C, V>(
    /// The list.
    each: E,
    /// What tells the items apart; only its hash is kept.
    key: K,
    /// How an item looks.
    children: C,
) -> impl IntoView
where
    E: Fn() -> I + 'static,
    I: IntoIterator<Item = T>,
    T: 'static,
    K: Fn(&T) -> H + 'static,
    H: Hash,
    C: Fn(T) -> V + 'static,
    V: IntoView,
{
    // The list's code does not know the type of the items: it asks for the one at a place.
    let hasher = FxBuildHasher;
    let items = Rc::new(RefCell::new(Vec::new()));
    let next = Rc::clone(&items);
    let keys = move || {
        let (keys, items): (Vec<u64>, Vec<Option<T>>) =
            each().into_iter().map(|item| (hasher.hash_one(key(&item)), Some(item))).unzip();
        next.replace(items);
        keys
    };
    let item = move |at: usize| {
        let item = items.borrow_mut().get_mut(at).and_then(Option::take);
        item.map_or(View::Empty, |item| children(item).into_view())
    };
    View::Keyed(Keyed { keys: Box::new(keys), item: Box::new(item) })
}
