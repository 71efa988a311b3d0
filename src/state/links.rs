//! Addresses of the site, as links name them.

use leptos::prelude::*;

use super::{AppState, Page, Surface};

impl AppState {
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

    /// Where a query of the start page is.
    #[must_use]
    pub fn query_link(&self, query: &str) -> String {
        // Elsewhere it would mean the page around it.
        let start = match self.site().surface {
            Surface::Element => self.page_link(Page::Start),
            Surface::Page | Surface::Frame => String::new(),
        };
        [&*start, "?", query].concat()
    }

    /// The address on the site's own page that shows what is on the screen.
    #[must_use]
    pub fn current_link(&self) -> String {
        let page = self.page.get();
        let query = if page == Page::Start { self.query.with(catalog::Query::encode) } else { String::new() };
        let sign = if query.is_empty() { "" } else { "?" };
        [&self.link(&page.path(self.catalog)), sign, &query].concat()
    }
}
