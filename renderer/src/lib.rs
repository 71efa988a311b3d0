//! Leptos with a renderer whose code stays small.
//!
//! Leptos' own renderer makes a type of every `view!`, and the compiler its own copy of the code that builds, updates,
//! mounts and drops it. That is fast and large: `docs/decisions/0012-own-renderer.md` has the figures for this app. Here
//! every view is one type, [`View`](prelude::View), built by functions that exist once.
//!
//! Everything else is Leptos': `#[component]`, `view!`, signals, owners, context, events, lazy functions. This crate
//! gives them again under their own paths, and what `view!` writes (`tachys::html::element::div().class(…)`) under the
//! paths it is written for. An app says once, in its root:
//!
//! ```
//! extern crate leptos_lean as leptos;
//! use leptos::prelude::*;
//!
//! #[component]
//! fn Greeting(name: &'static str) -> impl IntoView {
//!     view! { <p class="greeting">"Hello, " {name}</p> }
//! }
//! # fn main() {}
//! ```
//!
//! and is written as for Leptos otherwise. What is not here is what this app has no use for: hydration, streams,
//! suspense, routes, directives and two-way bindings. `view!` says so at compile time.
//!
//! With the feature `ssr`, views write HTML instead.

// Leptos' own, by all the paths that are not below.
pub use leptos::*;

pub mod attr;
pub mod children;
pub mod control_flow;
#[cfg(not(feature = "ssr"))]
mod dom;
pub mod element;
mod keyed;
#[cfg(feature = "ssr")]
mod markup;
pub mod mount;
#[cfg(any(test, not(feature = "ssr")))]
mod moves;
mod view;

#[cfg(not(feature = "ssr"))]
use dom as backend;
#[cfg(feature = "ssr")]
use markup as backend;

/// What Leptos' own prelude has, with the parts of this crate in the place of their namesakes.
pub mod prelude {
    pub use leptos::prelude::*;

    pub use crate::attr::IntoAttributeValue;
    pub use crate::children::{Children, ChildrenFn, ChildrenOptContainer, ToChildren};
    pub use crate::control_flow::{For, Show};
    pub use crate::mount::mount_to;
    pub use crate::view::{CollectView, IntoRender, IntoView, View};
}

/// What `view!` writes.
pub mod tachys {
    pub use leptos::tachys::{reactive_graph, view};

    /// HTML.
    pub mod html {
        pub use leptos::tachys::html::{event, node_ref};

        pub use crate::attr as attribute;
        pub use crate::element::html::InertElement;

        /// The elements.
        pub mod element {
            pub use crate::element::html::*;
        }
    }

    /// SVG.
    pub mod svg {
        pub use crate::element::svg::*;
    }
}
