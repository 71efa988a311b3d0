//! The app in elements on somebody else's page: what `js/inline.js` calls.

use std::cell::RefCell;

use catalog::Catalog;
use leptos::mount::{UnmountHandle, mount_to_renderer};
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::address::{Address, Location};
use crate::app::{App, Page, Site, Surface};
use crate::dataset;
use crate::host::Host;
use crate::view::{Shown, pages};

thread_local! {
    /// The datasets that were loaded, each once for all elements that show it.
    static LOADED: RefCell<Vec<(&'static Catalog, &'static str)>> = const { RefCell::new(Vec::new()) };
    /// The apps, in the order in which they came; none where one has gone.
    static APPS: RefCell<Vec<Option<UnmountHandle<Shown>>>> = const { RefCell::new(Vec::new()) };
}

/// Loads the dataset at an absolute address, and gives its number.
///
/// # Errors
/// One sentence for the visitor.
#[wasm_bindgen]
pub async fn load(address: String) -> Result<usize, String> {
    let catalog = dataset::fetch(&address).await?;
    Ok(LOADED.with_borrow_mut(|loaded| {
        loaded.push((catalog, address.leak()));
        loaded.len() - 1
    }))
}

/// Puts the app into an empty element, and gives its number. `dataset` is the number of one; `root` is the absolute
/// address of the site; `query` is what an embed's address asks for; `heading` is the level of its highest headings.
#[wasm_bindgen]
pub fn mount(element: Element, dataset: usize, root: String, query: String, heading: isize) -> usize {
    let (catalog, address) = LOADED.with_borrow(|loaded| loaded[dataset]);
    let surface = Surface::Element;
    // On its own page its highest headings are of the second level.
    let is_foreign = !address.starts_with(&root);
    let site = Site { dataset: address, surface, deeper: heading - 2, is_foreign, ..Site::default() };
    let address = Address::memory(Location { folder: String::new(), query }, root, surface.home());
    let host = Host::from(element.clone());
    let app = mount_to_renderer(&element, move || {
        let app = App::new(catalog, Page::All, address, site, host);
        app.arrive();
        pages::pages(app)
    });
    APPS.with_borrow_mut(|apps| {
        let free = apps.iter().position(Option::is_none);
        let at = free.unwrap_or(apps.len());
        if free.is_none() {
            apps.push(None);
        }
        apps[at] = Some(app);
        at
    })
}

/// Takes the app of that number away, with everything that it hears and holds.
#[wasm_bindgen]
pub fn unmount(app: usize) {
    let app = APPS.with_borrow_mut(|apps| apps.get_mut(app).and_then(Option::take));
    drop(app);
}
