//! Mounting views into elements.

use leptos::prelude::Owner;
use web_sys::HtmlElement;

use crate::backend::MountedView;
use crate::view::IntoView;

/// What keeps a view in the page: dropping it takes the view away, with everything it hears and holds.
#[must_use = "a view whose handle is dropped is taken away"]
pub struct UnmountHandle {
    owner: Owner,
    shown: MountedView,
}

impl UnmountHandle {
    /// Leaves the view in the page for as long as there is the page.
    pub fn forget(self) {
        std::mem::forget(self);
    }
}

impl Drop for UnmountHandle {
    fn drop(&mut self) {
        self.owner.cleanup();
        self.shown.remove();
    }
}

/// Shows a view at the end of an element, below the current owner.
pub fn mount_to<V: IntoView>(parent: HtmlElement, view: impl FnOnce() -> V) -> UnmountHandle {
    // An error says that somebody else has done it.
    drop(any_spawner::Executor::init_wasm_bindgen());
    let owner = Owner::new();
    let shown = owner.with(|| MountedView::append(&parent, view().into_view()));
    UnmountHandle { owner, shown }
}
