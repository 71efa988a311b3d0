//! Elements that stand in the page already, as it was sent: they are found again and begin to follow.
//!
//! What is found is compared only where it can change: the page was written by the same code from the same
//! dataset. Where the visitor or the network have changed something meanwhile, it is put right; where the
//! page is not what it should be, because somebody has rewritten it on the way, that part is made anew.

use std::mem;

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::screen::{Listener, Part, Region, follow_attribute, watch};
use super::{Attribute, El, Live, Node};

/// The page is not what was sent.
pub(crate) struct Mismatch;

impl El {
    /// Takes over the element that stands in the page.
    ///
    /// # Errors
    /// When it is another; some of it may then have been taken over, and `life` is of no more use.
    pub(crate) fn adopt(self, element: &Element, life: &mut Vec<Part>) -> Result<(), Mismatch> {
        let parts = *self.0;
        if element.local_name() != parts.tag {
            return Err(Mismatch);
        }
        match parts.list {
            Some(list) => list.adopt(element, life),
            None if parts.nodes.iter().all(Node::is_fixed) => {}
            None => adopt_all(parts.nodes, element, life)?,
        }
        for attribute in parts.attributes {
            attribute.adopt(element, life);
        }
        Ok(())
    }

    fn is_fixed(&self) -> bool {
        let is_fixed = |attribute: &Attribute| matches!(attribute, Attribute::Fixed(..));
        self.0.list.is_none() && self.0.attributes.iter().all(is_fixed) && self.0.nodes.iter().all(Node::is_fixed)
    }
}

impl Attribute {
    fn adopt(self, element: &Element, life: &mut Vec<Part>) {
        match self {
            Self::Fixed(..) => {}
            Self::Live(name, read) => life.push(follow_attribute(element, name, read, element.get_attribute(name))),
            Self::On(event, hear) => life.push(Part::Listener(Listener::new(element, event, false, hear))),
            Self::With(reach) => reach(element.clone()),
        }
    }
}

impl Node {
    /// Whether nothing of it has to be found.
    fn is_fixed(&self) -> bool {
        match self {
            Self::Text(_) => true,
            Self::Element(element) => element.is_fixed(),
            Self::Live(_) => false,
        }
    }

    fn adopt(self, here: &web_sys::Node, life: &mut Vec<Part>) -> Result<(), Mismatch> {
        match self {
            Self::Element(element) => match here.dyn_ref::<Element>() {
                Some(_) if element.is_fixed() => Ok(()),
                Some(here) => element.adopt(here, life),
                None => Err(Mismatch),
            },
            _ if here.node_type() == web_sys::Node::TEXT_NODE => Ok(()),
            _ => Err(Mismatch),
        }
    }
}

/// Finds nodes in the order of the page, up to its end.
fn adopt_all(nodes: Vec<Node>, parent: &Element, life: &mut Vec<Part>) -> Result<(), Mismatch> {
    let is_alone = nodes.len() == 1;
    let mut next = parent.first_child();
    for node in nodes {
        if let Node::Live(read) = node {
            let (here, end) = up_to_end(next.take());
            if end.is_some() == is_alone {
                return Err(Mismatch);
            }
            next = end.as_ref().and_then(web_sys::Node::next_sibling);
            life.push(Region::new(parent, end, here).adopt(read));
        } else {
            let here = next.take().ok_or(Mismatch)?;
            next = here.next_sibling();
            node.adopt(&here, life)?;
        }
    }
    if next.is_some() { Err(Mismatch) } else { Ok(()) }
}

/// The nodes up to the sign for the end of a region, and that sign.
fn up_to_end(mut next: Option<web_sys::Node>) -> (Vec<web_sys::Node>, Option<web_sys::Node>) {
    let mut found = Vec::new();
    while let Some(node) = next {
        if node.node_type() == web_sys::Node::COMMENT_NODE {
            return (found, Some(node));
        }
        next = node.next_sibling();
        found.push(node);
    }
    (found, None)
}

impl Region {
    /// Follows from now on what stands in the page already.
    fn adopt(mut self, read: Live) -> Part {
        let mut is_first = true;
        watch(Box::new(move || {
            if !mem::take(&mut is_first) || self.take_over(read()).is_err() {
                self.show(read());
            }
        }))
    }

    fn take_over(&mut self, nodes: Vec<Node>) -> Result<(), Mismatch> {
        if let [Node::Text(_)] = &*nodes {
            self.show(nodes);
            return Ok(());
        }
        if nodes.len() != self.nodes.len() {
            return Err(Mismatch);
        }
        let here = mem::take(&mut self.nodes);
        let taken = nodes.into_iter().zip(&here).try_for_each(|(node, here)| node.adopt(here, &mut self.life));
        self.nodes = here;
        taken
    }
}
