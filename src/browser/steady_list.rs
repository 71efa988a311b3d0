//! A keyed list that never moves the item that plays a video or has the focus.
//!
//! Leptos' `<For>` moves kept items when several come before them, when items come back, and when the order turns
//! (tachys 0.2, `group_adjacent_moves`), by `insertBefore`. A frame that is moved starts again, and what is moved
//! loses the focus. The browsers' own cure, `moveBefore`, is not in all of them. So the list's element gets an
//! `insertBefore` of its own: instead of moving that one item over its neighbours, it moves the neighbours.

use js_sys::Reflect;
use leptos::prelude::on_cleanup;
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node};

/// Makes the items of a list stay that must not be moved, until the current owner is cleaned up.
pub fn keep_steady(list: &Element) {
    let parent = list.clone();
    let insert = Closure::<dyn FnMut(Node, Option<Node>) -> Node>::new(move |node: Node, before: Option<Node>| {
        if node.parent_node().as_ref() == Some(&parent) && must_stay(&parent, &node) {
            move_neighbours(&parent, &node, before.as_ref());
        } else {
            place(&parent, &node, before.as_ref());
        }
        node
    });
    let _defined = Reflect::set(list, &"insertBefore".into(), insert.as_ref());
    let insert = SendWrapper::new(insert);
    on_cleanup(move || drop(insert));
}

/// Whether a player or the focus is in an item.
fn must_stay(list: &Element, item: &Node) -> bool {
    let player = list.query_selector("iframe").ok().flatten();
    let focus = || Reflect::get(&list.get_root_node(), &"activeElement".into()).ok()?.dyn_into::<Element>().ok();
    player.or_else(focus).is_some_and(|kept| item.contains(Some(&kept)))
}

/// Brings an item before another, or to the end, by moving what is between.
fn move_neighbours(list: &Element, item: &Node, before: Option<&Node>) {
    let position = |of: Option<&Node>| {
        let nodes = list.child_nodes();
        (0..nodes.length()).position(|at| nodes.item(at).as_ref() == of).unwrap_or(nodes.length() as usize)
    };
    if position(Some(item)) < position(before) {
        while let Some(next) = item.next_sibling().filter(|next| Some(next) != before) {
            place(list, &next, Some(item));
        }
    } else {
        while let Some(previous) = item.previous_sibling() {
            place(list, &previous, item.next_sibling().as_ref());
            if Some(&previous) == before {
                break;
            }
        }
    }
}

/// What `insertBefore` does, by methods that do not call it.
fn place(list: &Element, node: &Node, before: Option<&Node>) {
    let _valid = match before {
        Some(before) => Reflect::get(before, &"before".into())
            .and_then(|method| method.unchecked_into::<js_sys::Function>().call1(before, node)),
        None => list.append_child(node).map(Into::into),
    };
}
