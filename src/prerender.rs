//! The pages that are sent: the same views as in the browser, as HTML.

use catalog::wire::Json;
use catalog::{Catalog, Problems};
use leptos::prelude::*;

use crate::address::{Address, Location};
use crate::app::{App, Page, Site, Surface};
use crate::host::Host;
use crate::view::pages;

/// A page of the site.
#[derive(Clone, Debug)]
pub struct Sent {
    /// Its name: `index` for the start page, or the folder of a country; of a page that is framed by others, with its
    /// folder before.
    pub name: String,
    /// What is in its `#app`.
    pub html: String,
}

/// Writes every page of a dataset; of `said` what the pages say of their site is taken.
///
/// # Errors
/// Every problem of the dataset.
pub fn pages(dataset: &Json, said: Site) -> Result<Vec<Sent>, Problems> {
    let catalog: &'static Catalog = Box::leak(Box::new(Catalog::from_wire(dataset)?));
    let countries = (0..catalog.countries.len()).map(Page::Country);
    let pages: Vec<Page> = std::iter::once(Page::All).chain(countries).collect();
    let of_surface = |surface| {
        let site = Site { surface, ..said };
        pages.iter().map(move |page| sent(catalog, *page, site))
    };
    Ok(of_surface(Surface::Page).chain(of_surface(Surface::Frame)).collect())
}

fn sent(catalog: &'static Catalog, page: Page, site: Site) -> Sent {
    let folder = page.folder(catalog);
    let home = site.surface.home();
    let root = match [home, &folder].concat().split('/').filter(|part| !part.is_empty()).count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    };
    let name = [home, if folder.is_empty() { "index" } else { &folder }].concat();
    let address = Address::memory(Location { folder, query: String::new() }, root, home);
    let html = Owner::new().with(|| pages::pages(App::new(catalog, page, address, site, Host::default())).html());
    Sent { name, html }
}
