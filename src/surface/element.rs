//! The app in elements on somebody else's page: what `js/inline.js` calls.

use std::cell::RefCell;
use std::rc::Rc;

use catalog::Catalog;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::lazy_parts::{self, Mounted, Part};
use super::outside;
use super::page::provide_state;
use crate::browser::address::{Address, Location};
use crate::browser::dataset;
use crate::browser::host::Host;
use crate::browser::schedule::{next_task, spawn};
use crate::state::{Page, SiteInfo, Surface};

thread_local! {
    /// The datasets that were loaded, each once for all elements that show it.
    static LOADED: RefCell<Vec<(&'static Catalog, &'static str)>> = const { RefCell::new(Vec::new()) };
    /// The apps, in the order in which they came; none where one has gone.
    static APPS: RefCell<Vec<Option<App>>> = const { RefCell::new(Vec::new()) };
}

/// An app in an element.
struct App {
    owner: Owner,
    /// What keeps it in the element, once it is there.
    mounted: Rc<RefCell<Option<Mounted>>>,
}

/// Loads the dataset at an absolute address, and what the app shows at once; gives the dataset's number.
///
/// # Errors
/// One sentence for the visitor; an empty one where it is not the dataset that is missing, but a part of the app.
#[wasm_bindgen]
pub async fn load(address: String) -> Result<usize, String> {
    // Everything that an element shows is in the lazy file. It comes first, because a dataset that was read stays.
    if !lazy_parts::preload().await {
        return Err(String::new());
    }
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
    // Nothing else may have done it before.
    drop(any_spawner::Executor::init_wasm_bindgen());
    let (catalog, address) = LOADED.with_borrow(|loaded| loaded[dataset]);
    let surface = Surface::Element;
    // On its own page its highest headings are of the second level.
    let is_foreign = !address.starts_with(&root);
    let site = SiteInfo { dataset: address, surface, deeper: heading - 2, is_foreign, ..SiteInfo::default() };
    let address = Address::memory(Location { folder: String::new(), query }, root, surface.home());
    let owner = Owner::new_root(None);
    let state = owner.with(|| provide_state(catalog, Page::Start, address, site, Host::from(element.clone())));
    let mounted = Rc::new(RefCell::new(None));
    let place = Rc::downgrade(&mounted);
    let below = owner.clone();
    spawn(async move {
        lazy_parts::preload().await;
        // It may have gone meanwhile; what follows does not wait any more.
        let Some(place) = place.upgrade() else { return };
        let part = lazy_parts::mount(Part::Layout, element.unchecked_into(), below.clone()).await;
        place.replace(part);
        below.with(|| outside::follow(state));
        next_task(move || {
            outside::announce_ready(state);
            outside::announce_whole(state);
        });
    });
    APPS.with_borrow_mut(|apps| {
        let free = apps.iter().position(Option::is_none);
        let at = free.unwrap_or(apps.len());
        if free.is_none() {
            apps.push(None);
        }
        apps[at] = Some(App { owner, mounted });
        at
    })
}

/// Takes the app of that number away, with everything that it hears and holds.
#[wasm_bindgen]
pub fn unmount(app: usize) {
    let app = APPS.with_borrow_mut(|apps| apps.get_mut(app).and_then(Option::take));
    if let Some(App { owner, mounted }) = app {
        drop(mounted);
        owner.cleanup();
    }
}
