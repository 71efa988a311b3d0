//! The pages that are sent: the same views as in the browser, as HTML.

use catalog::wire::Json;
use catalog::{Catalog, Problems};
use leptos::prelude::*;

use crate::browser::address::{Address, Location};
use crate::browser::host::Host;
use crate::state::{AppState, Page, SiteInfo, Surface};
use crate::view::country_details::CountryDetails;
use crate::view::layout::Layout;
use crate::view::lazy::{LazyPart, WrittenParts};

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
pub fn pages(dataset: &Json, said: SiteInfo) -> Result<Vec<Sent>, Problems> {
    let catalog: &'static Catalog = Box::leak(Box::new(Catalog::from_wire(dataset)?));
    let countries = (0..catalog.countries.len()).map(Page::Country);
    let pages: Vec<Page> = std::iter::once(Page::Start).chain(countries).collect();
    let of_surface = |surface| {
        let site = SiteInfo { surface, ..said };
        pages.iter().map(move |page| sent(catalog, *page, site))
    };
    Ok(of_surface(Surface::Page).chain(of_surface(Surface::Frame)).collect())
}

fn sent(catalog: &'static Catalog, page: Page, site: SiteInfo) -> Sent {
    let folder = page.folder(catalog);
    let home = site.surface.home();
    let root = match [home, &folder].concat().split('/').filter(|part| !part.is_empty()).count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    };
    let name = [home, if folder.is_empty() { "index" } else { &folder }].concat();
    let address = Address::memory(Location { folder, query: String::new() }, root, home);
    let owner = Owner::new();
    let html = owner.with(|| {
        provide_context(AppState::new(catalog, page, address, site, Host::default()));
        provide_context(WrittenParts(write_part));
        view! { <Layout/> }.to_html()
    });
    owner.cleanup();
    Sent { name, html }
}

/// What stands in a page at once although its code is fetched later.
fn write_part(part: LazyPart) -> String {
    match part {
        LazyPart::Country { at, level } => view! { <CountryDetails at level/> }.to_html(),
        // Nothing of the rest is shown before somebody asks for it.
        _ => String::new(),
    }
}
