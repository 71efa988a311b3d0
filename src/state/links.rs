//! Addresses of the site, as links name them.

use catalog::{Id, Query};
use leptos::prelude::*;

use super::{AppState, Page, Surface};

impl AppState {
    /// Counts what is copied: that something was copied is told until something else is.
    #[must_use]
    pub fn count_copy(&self) -> usize {
        self.copies.update(|copies| *copies += 1);
        self.copies.get_untracked()
    }

    /// Where a file or page of the site is, by its address seen from the site's root.
    #[must_use]
    pub fn link(&self, path: &str) -> String {
        self.with_address(|address| [address.root(), path].concat())
    }

    /// Where a page of the app is.
    #[must_use]
    pub fn page_link(&self, page: Page) -> String {
        self.with_address(|address| address.start()) + &page.path(self.catalog)
    }

    /// Where a query of the start page is, seen from that page.
    #[must_use]
    pub fn query_link(&self, query: &str) -> String {
        match self.site().surface {
            // A query alone would be one of the page around it.
            Surface::Element => self.start_link(query),
            Surface::Page | Surface::Frame => ["?", query].concat(),
        }
    }

    /// The same from any page.
    #[must_use]
    pub fn start_link(&self, query: &str) -> String {
        [&self.page_link(Page::Start), "?", query].concat()
    }

    /// Where the start page shows an entry, without any filters.
    #[must_use]
    pub fn item_link(&self, id: &Id) -> String {
        self.query_link(&item_query(id))
    }

    /// The address of an entry on the site's own page.
    #[must_use]
    pub fn site_item_link(&self, id: &Id) -> String {
        self.link("?") + &item_query(id)
    }

    /// The address on the site's own page that shows what is on the screen.
    #[must_use]
    pub fn current_link(&self) -> String {
        let page = self.page.get();
        let query = if page == Page::Start { self.query.with(Query::encode) } else { String::new() };
        let sign = if query.is_empty() { "" } else { "?" };
        [&self.link(&page.path(self.catalog)), sign, &query].concat()
    }
}

fn item_query(id: &Id) -> String {
    Query::default().pointing_at(id).encode()
}
