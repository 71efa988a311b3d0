//! Lists whose items stay while their keys do.

use crate::view::View;

/// A list, as functions that do not know the type of its items.
pub struct Keyed {
    /// The keys of the items that there are now. It is asked before `item` is.
    pub(crate) keys: Box<dyn FnMut() -> Vec<u64>>,
    /// How the item at a place looks.
    pub(crate) item: Box<dyn FnMut(usize) -> View>,
}
