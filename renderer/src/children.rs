//! What stands between the tags of a component.

use std::rc::Rc;

use crate::view::{IntoView, View};

/// Children that are shown once.
pub type Children = Box<dyn FnOnce() -> View>;

/// Children that may be shown again.
pub type ChildrenFn = Rc<dyn Fn() -> View>;

/// What `view!` makes children with.
pub trait ToChildren<F> {
    /// The children.
    fn to_children(children: F) -> Self;
}

/// A lone text, which `view!` gives without a function around it.
pub struct ChildrenOptContainer<T>(pub T);

impl<F: FnOnce() -> V + 'static, V: IntoView> ToChildren<F> for Children {
    fn to_children(children: F) -> Self {
        Box::new(move || children().into_view())
    }
}

impl<T: IntoView + 'static> ToChildren<ChildrenOptContainer<T>> for Children {
    fn to_children(children: ChildrenOptContainer<T>) -> Self {
        Box::new(move || children.0.into_view())
    }
}

impl<F: Fn() -> V + 'static, V: IntoView> ToChildren<F> for ChildrenFn {
    fn to_children(children: F) -> Self {
        Rc::new(move || children().into_view())
    }
}

impl<T: IntoView + Clone + 'static> ToChildren<ChildrenOptContainer<T>> for ChildrenFn {
    fn to_children(children: ChildrenOptContainer<T>) -> Self {
        Rc::new(move || children.0.clone().into_view())
    }
}
