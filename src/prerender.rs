//! The pages that are sent: the same views as in the browser, as HTML.

use catalog::wire::Json;
use catalog::{Catalog, Problems};
use leptos::prelude::*;

use crate::address::{Address, Location};
use crate::app::{App, Page, Site};
use crate::view::pages;

/// A page of the site.
#[derive(Clone, Debug)]
pub struct Sent {
    /// Its folder, seen from the site's root; none for the start page.
    pub folder: String,
    /// What is in its `#app`.
    pub html: String,
}

/// Writes every page of a dataset; `repository` is where mistakes are told.
///
/// # Errors
/// Every problem of the dataset.
pub fn pages(dataset: &Json, repository: Option<&'static str>) -> Result<Vec<Sent>, Problems> {
    let catalog: &'static Catalog = Box::leak(Box::new(Catalog::from_wire(dataset)?));
    let countries = (0..catalog.countries.len()).map(Page::Country);
    Ok(std::iter::once(Page::All).chain(countries).map(|page| sent(catalog, page, repository)).collect())
}

fn sent(catalog: &'static Catalog, page: Page, repository: Option<&'static str>) -> Sent {
    let folder = page.folder(catalog);
    let address = Address::memory(Location { folder: folder.clone(), query: String::new() });
    let html = Owner::new()
        .with(|| pages::pages(App::new(catalog, page, address, Site { repository, ..Site::default() })).html());
    Sent { folder, html }
}
