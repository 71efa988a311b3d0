//! How the query and the page change: by the visitor, by the address, and by the page that a widget is on.

use std::time::Duration;

use catalog::{Change, EmbedRequest, Query, Unknown, View, sole_country};
use leptos::prelude::*;

use super::{AppState, PAGE_SIZE, Page};
use crate::browser::address::{Address, HistoryAction, Location, is_return};
use crate::browser::schedule::{after_paint, after_update};
use crate::browser::theme::Theme;
use crate::browser::window::{dispatch, listen};

/// How long a visitor has to pause before the count is announced while typing.
const TYPING_PAUSE: Duration = Duration::from_millis(600);

/// How long all but the first cards waits for the next change: longer than a quick typist takes from key to key.
const SETTLING: Duration = Duration::from_millis(200);

/// How the visitor reached a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// By a link: it is seen from its top.
    Link,
    /// By Back or Forward, from that page: it is seen where it was left.
    History(Page),
}

impl AppState {
    /// Shows what the address asks for, and from now on what Back and Forward bring into it, or the page that a widget
    /// is on.
    pub fn connect(self) {
        self.with_address(|address| address.on_popstate(move || self.on_popstate()));
        self.connection.listen();
        listen("online", move || self.retry_parts());
        self.follow_day();
        self.follow_printing();
        self.theme.set(Theme::current());
        if self.is_widget() {
            self.host().listen("ngp-show", move |query| {
                let asked = Location { folder: String::new(), query };
                self.set_attribute("data-navigated", None);
                self.with_address(|address| address.write(asked, HistoryAction::Replace));
                self.read_address(None);
            });
        }
        // On a return the page restores its scroll position, so the entry is not scrolled to again.
        if !is_return() {
            self.seek_item();
        }
        self.read_address(None);
    }

    /// Goes to another query, as a new entry of the history.
    pub fn set_query(&self, query: Query) {
        // The same query again would add an entry to the history that Back seems to ignore.
        if !self.is_current(&query) {
            self.commit_typing();
            self.show_first(query.clone());
            self.mount.update_value(|mount| mount.unwritten = Some(query));
            if !self.with_address(Address::is_of_browser) {
                return self.write_query();
            }
            // Chromium lays the page out before it writes an address, to see which fields of forms are left: what has
            // changed would come to the screen 10 to 25 ms later (28 November 2026).
            let state = *self;
            after_paint(move || state.write_query());
        }
    }

    /// Writes the query on the screen into the address, where that was not done yet.
    fn write_query(&self) {
        if let Some(query) = self.take_unwritten() {
            self.mount.update_value(|mount| mount.is_search = false);
            self.write_address(Page::Start, &query, HistoryAction::Push);
        }
    }

    fn take_unwritten(&self) -> Option<Query> {
        self.mount.try_update_value(|mount| mount.unwritten.take()).flatten()
    }

    /// Takes one change as a new entry of the history.
    pub fn change(&self, change: &Change) {
        if matches!(change, Change::Sort(_)) {
            // The order of all views takes the place of the table's own.
            self.options.order.set(None);
        }
        self.set_query(self.query.with_untracked(|query| query.toggled(change)));
    }

    /// Shows what a text that is being typed selects. The address and the title follow after a pause: to write
    /// them takes a browser longer than to find a hundred documents. A search is one entry of the history.
    pub fn type_text(&self, typed: &str) {
        let state = *self;
        self.typing.set(true);
        let timer = set_timeout_with_handle(move || state.commit_typing(), TYPING_PAUSE).ok();
        self.stop_typing_pause();
        self.mount.update_value(|mount| mount.typing_pause = timer);
        let query = self.query.with_untracked(|query| query.toggled(&Change::Text(typed.to_owned())));
        if !self.is_current(&query) {
            self.show_first(query);
        }
    }

    /// Writes what was typed into the address; a no-op unless the visitor is typing.
    pub fn commit_typing(&self) {
        self.write_query();
        if self.stop_typing_pause() {
            self.typing.set(false);
            self.show_all_cards();
            let goes_on = self.mount.try_update_value(|mount| std::mem::replace(&mut mount.is_search, true));
            let action = if goes_on.unwrap_or_default() { HistoryAction::Replace } else { HistoryAction::Push };
            self.query.with_untracked(|query| self.write_address(Page::Start, query, action));
        }
    }

    /// Ends the wait for a pause in typing; whether there was one.
    pub(super) fn stop_typing_pause(&self) -> bool {
        let pause = self.mount.try_update_value(|mount| mount.typing_pause.take()).flatten();
        pause.inspect(TimeoutHandle::clear).is_some()
    }

    /// Goes back to the list, where the visitor has come from it by a link; otherwise to its beginning.
    pub fn return_to_list(&self) {
        // Once, even where it is pressed twice before the browser has gone back.
        let comes_from_list = self.comes_from_list.get_untracked();
        self.comes_from_list.set(false);
        if !comes_from_list || !self.with_address(Address::go_back) {
            self.visit(Page::Start);
        }
    }

    /// Goes to another page of the site; the filters stay as they are.
    pub fn visit(&self, page: Page) {
        self.comes_from_list.set(self.page.get_untracked() == Page::Start);
        self.commit_typing();
        // `js/boot.js` keeps where on the page the visitor leaves it.
        dispatch("ngp-leave");
        if self.is_widget() {
            self.set_attribute("data-navigated", Some(""));
        }
        self.query.with_untracked(|query| self.write_address(page, query, HistoryAction::Push));
        self.set_page(page, Some(Arrival::Link));
    }

    /// Goes to the start page with another query, in one step.
    pub fn visit_start(&self, query: Query) {
        self.commit_typing();
        self.show(query, Vec::new());
        self.visit(Page::Start);
    }

    /// How the visitor reached the page that is shown. Given once, to the view that then scrolls to its beginning.
    #[must_use]
    pub fn take_arrival(&self) -> Option<Arrival> {
        self.mount.try_update_value(|mount| mount.arrival.take()).flatten()
    }

    /// Closes the note about the address, which then says only what was understood.
    pub fn dismiss_unknown(&self) {
        self.unknown.set(Vec::new());
        self.write_query();
        self.query.with_untracked(|query| self.write_address(Page::Start, query, HistoryAction::Replace));
    }

    /// A country's page has no filters, so its address has no query.
    fn write_address(&self, page: Page, query: &Query, action: HistoryAction) {
        let query = if page == Page::Start { query.encode() } else { String::new() };
        let location = Location { folder: page.folder(self.catalog), query };
        self.with_address(|address| address.write(location, action));
        self.addresses.update(|number| *number += 1);
    }

    /// Shows what Back or Forward brought into the address.
    fn on_popstate(&self) {
        // Going back before the query was written cancels the write.
        self.take_unwritten();
        if self.stop_typing_pause() {
            self.typing.set(false);
        }
        self.mount.update_value(|mount| mount.is_search = false);
        // Also after a link to a part of the page, which is an entry of its own in the history.
        self.comes_from_list.set(false);
        self.seek_item();
        self.read_address(Some(Arrival::History(self.page.get_untracked())));
        // The scroll position can only be restored in a page that is as high as it was.
        self.settle(Duration::ZERO);
        // `js/boot.js` knows where on it the visitor was.
        after_update(|| dispatch("ngp-back"));
    }

    /// `arrival`: how the visitor reaches a page that this shows; `None` where they have not moved.
    fn read_address(&self, arrival: Option<Arrival>) {
        let Location { folder, query } = self.with_address(Address::read);
        let page = Page::in_folder(&folder, self.catalog);
        let (page, mut query, unknown) = match page {
            Page::Start if self.is_widget() => {
                let embed = EmbedRequest::parse(&query, self.catalog);
                let country = sole_country(&embed.query, self.catalog).map_or(Page::Start, Page::Country);
                (embed.video.map_or(country, Page::Video), embed.query, embed.unknown)
            }
            Page::Start => {
                let (query, unknown) = Query::parse(&query, self.catalog);
                (page, query, unknown)
            }
            // A country's page has no query.
            _ => (page, Query::default(), Vec::new()),
        };
        if !unknown.is_empty() {
            self.dispatch("ngp-unknown", &self.messages.unknown(&unknown));
        }
        self.addresses.update(|number| *number += 1);
        self.set_page(page, arrival);
        if self.is_widget() {
            self.set_attribute("data-fixed", (!query.countries.is_empty()).then_some(""));
        }
        if page != Page::Start {
            return;
        }
        if query.item.is_some() {
            // An entry is shown in its card.
            query.view = View::Cards;
        }
        // A jump to a section of the page comes this way too, and changes nothing.
        if !self.is_current(&query) || !unknown.is_empty() {
            self.show(query, unknown);
        }
    }

    fn set_page(&self, page: Page, arrival: Option<Arrival>) {
        if page != self.page.get_untracked() {
            // A frame that leaves the document would start again by itself.
            self.play(None);
            self.mount.update_value(|mount| mount.arrival = arrival);
            self.page.set(page);
        }
    }

    /// Whether this is the query on the screen.
    pub(super) fn is_current(&self, query: &Query) -> bool {
        self.query.with_untracked(|current| current == query)
    }

    /// Follows a selection that may have changed.
    pub(super) fn follow_selection(&self) {
        self.settle(if self.is_list_first() { SETTLING } else { Duration::ZERO });
        let only_match = self.selection.with_untracked(|selection| match &selection.matches[..] {
            [only] => Some(only.country),
            _ => None,
        });
        if only_match != self.only_match.get_untracked() {
            self.only_match.set(only_match);
        }
    }

    /// Updates what follows the selection, after some time.
    pub(super) fn settle(&self, after: Duration) {
        let state = *self;
        let settle = move || {
            if state.settlings.try_update(|number| *number += 1).is_some() && !state.typing.get_untracked() {
                state.show_all_cards();
            }
        };
        let timer = if after.is_zero() { None } else { set_timeout_with_handle(settle, after).ok() };
        if timer.is_none() {
            settle();
        }
        let before = self.mount.try_update_value(|mount| std::mem::replace(&mut mount.settling, timer));
        before.flatten().inspect(TimeoutHandle::clear);
    }

    /// Shows what a visitor asks for, the first cards first; an entry may be in any card.
    fn show_first(&self, query: Query) {
        let has_item = query.item.is_some();
        self.show(query, Vec::new());
        if self.is_list_first() && !has_item {
            self.show_first_cards();
        }
    }

    /// Whether the list is shown before all else: not while the page is taken over, nor where the map is looked at.
    fn is_list_first(&self) -> bool {
        self.loading.is_whole.get_untracked() && self.view.get_untracked() != View::Map
    }

    fn show(&self, query: Query, unknown: Vec<Unknown>) {
        let item = query.item.clone();
        self.limit.set(PAGE_SIZE);
        if !(unknown.is_empty() && self.unknown.with_untracked(Vec::is_empty)) {
            self.unknown.set(unknown);
        }
        self.query.set(query);
        self.follow_selection();
        if let Some(item) = item {
            self.open_card_of(&item);
        }
        self.close_lost_player();
    }
}
