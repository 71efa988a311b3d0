//! National Genomic Plans in the browser: the Leptos shell around the `catalog` core.
//!
//! [`start`] mounts [`app::Root`] into the page. What a visitor asks for is one [`catalog::Query`],
//! owned by [`app::App`]; everything on the screen follows from it.

pub mod address;
pub mod app;
pub mod connection;
pub mod dataset;
pub mod theme;
mod view;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Mounts the app into the page's `#app`, in place of what stands there. That stays if the app cannot be mounted.
pub fn start() {
    let Some(host) = document().get_element_by_id("app") else { return };
    let Ok(host) = host.dyn_into::<web_sys::HtmlElement>() else { return };
    let before = host.last_child();
    mount_to(host.clone(), || view! { <app::Root address=address::Address::browser() load=dataset::fetch /> }).forget();
    let Some(last) = before else { return };
    while let Some(first) = host.first_child() {
        let _is_a_child = host.remove_child(&first);
        if first == last {
            return;
        }
    }
}
