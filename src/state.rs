//! What the app keeps, in context: the query and what it selects, the page, the player, and choices of views.
//!
//! Views read its signals and call its methods; only the methods write signals, as a test checks (`repository.rs`). A
//! change goes one way: the method sets the signals, then the address; what `pushState` writes fires no `popstate`, and
//! what Back and Forward bring enters by [`AppState::connect`] into the same signals.

mod cards;
mod day;
mod filter;
mod item;
mod links;
mod load_progress;
mod measure;
mod names;
mod navigation;
mod page;
mod player;
mod printing;
mod site;
mod view_options;

use catalog::{Catalog, Messages, PartialDate, Query, Selection, Unknown, View};
use leptos::attr::custom::{CustomAttribute, custom_attribute};
use leptos::prelude::*;

use crate::browser::address::Address;
use crate::browser::connection::Connection;
use crate::browser::host::{Host, set_attribute};
use crate::browser::theme::Theme;

pub use filter::Filter;
pub use load_progress::LoadProgress;
pub use measure::Measure;
pub use navigation::Arrival;
pub use page::Page;
pub use player::{Player, Section};
pub use site::{Maintainer, SiteInfo, Surface};
pub use view_options::ViewOptions;

/// Most cards, or rows of a table, that are shown before "show more".
pub const PAGE_SIZE: usize = 60;

/// The app's state. Views get it from context: [`use_app_state`].
#[derive(Clone, Copy, Debug)]
pub struct AppState {
    /// The dataset.
    pub catalog: &'static Catalog,
    /// What visitors read.
    pub messages: Messages,
    /// The page that is shown.
    pub page: RwSignal<Page>,
    /// The day of all answers: the dataset's, as in a page that is sent, until [`AppState::connect`] sets the
    /// visitor's.
    pub today: RwSignal<PartialDate>,
    /// What is asked for.
    pub query: RwSignal<Query>,
    /// What that selects.
    pub selection: Memo<Selection>,
    /// What is selected, as soon as the list has shown it: the map and what is below the list follow this.
    pub settled: Memo<Selection>,
    /// How it is shown.
    pub view: Memo<View>,
    /// The only country that is selected, by its place in [`Catalog::countries`]. A memo would wake all that depends on
    /// it with each selection.
    only_match: RwSignal<Option<usize>>,
    /// Countries whose cards are opened, by their places in [`Catalog::countries`].
    pub opened: RwSignal<catalog::Set<usize>>,
    /// Most cards on the screen.
    pub limit: RwSignal<usize>,
    /// Most cards that are shown at once after a change, where the others follow: as many as a window may show. The
    /// browser would lay all others out before it shows the first.
    first_cards: RwSignal<Option<usize>>,
    /// What the visitor has chosen in single views.
    pub options: ViewOptions,
    /// Whether the page that is shown was reached from the list by a link, so that the list is the entry before it in the
    /// history.
    pub comes_from_list: RwSignal<bool>,
    /// How often something was copied, from 1: the first number is that of nothing.
    pub copies: RwSignal<usize>,
    /// Notifies when the search finds more than before: there are names in other languages, or words are corrected.
    pub names: RwSignal<usize>,
    /// What of the address was not understood, until the visitor closes the note.
    pub unknown: RwSignal<Vec<Unknown>>,
    /// Whether the visitor is typing: what is on the screen changes, but is not announced yet.
    pub typing: RwSignal<bool>,
    /// The player that is open; one at a time.
    pub player: RwSignal<Option<Player>>,
    /// How far the app itself is on the page.
    pub loading: LoadProgress,
    /// The network.
    pub connection: Connection,
    /// The colours.
    pub theme: RwSignal<Theme>,
    /// How often a selection has become the one of [`AppState::settled`].
    settlings: RwSignal<usize>,
    /// How often the address has changed.
    addresses: RwSignal<usize>,
    site: StoredValue<SiteInfo>,
    mount: StoredValue<Mount>,
}

/// Where the app stands, and what is not shown.
struct Mount {
    address: Address,
    host: Host,
    /// A query that is on the screen and not in the address yet.
    unwritten: Option<Query>,
    /// Whether the entry of the history is that of a search: what is typed next takes its place.
    is_search: bool,
    /// Ends when the visitor has paused in typing.
    typing_pause: Option<TimeoutHandle>,
    /// Ends when the list has shown what is selected.
    settling: Option<TimeoutHandle>,
    /// Most cards on the screen before the page was printed.
    limit_before_print: usize,
    /// Whether the names of the countries in other languages are there, or on their way.
    has_names: bool,
    /// Whether the visitor has asked for the entry that the address points at, and was not brought to it yet.
    seeks_item: bool,
    /// Which page was left for the one that is shown, and how; nothing once that has the focus.
    arrival: Option<navigation::Arrival>,
}

/// The app's state, which every view has in its context.
#[must_use]
pub fn use_app_state() -> AppState {
    expect_context()
}

/// What visitors read, in the language of the app's state; where there is none yet, in that of the page.
#[must_use]
pub fn use_messages() -> Messages {
    use_context().map(|state: AppState| state.messages).unwrap_or_default()
}

impl AppState {
    /// The state before anybody has asked for anything, on that page: as a page that is sent shows it. It ends with
    /// the current owner.
    #[must_use]
    pub fn new(catalog: &'static Catalog, page: Page, address: Address, site: SiteInfo, host: Host) -> Self {
        let today = RwSignal::new(catalog.version);
        let query = RwSignal::new(Query::default());
        let mount = Mount {
            address,
            host,
            unwritten: None,
            is_search: false,
            typing_pause: None,
            settling: None,
            limit_before_print: PAGE_SIZE,
            has_names: false,
            seeks_item: false,
            arrival: None,
        };
        let settlings = RwSignal::new(0);
        let names = RwSignal::new(0);
        let selection = Memo::new(move |_| {
            names.track();
            query.with(|query| catalog.select(query, today.get()))
        });
        let settled = Memo::new(move |_| {
            settlings.track();
            selection.get_untracked()
        });
        Self {
            catalog,
            messages: Messages::default(),
            page: RwSignal::new(page),
            today,
            query,
            selection,
            settled,
            view: Memo::new(move |_| query.with(|query| query.view)),
            only_match: RwSignal::new(None),
            opened: RwSignal::new(catalog::Set::default()),
            limit: RwSignal::new(PAGE_SIZE),
            first_cards: RwSignal::new(None),
            options: ViewOptions::new(),
            comes_from_list: RwSignal::new(false),
            copies: RwSignal::new(1),
            names,
            unknown: RwSignal::new(Vec::new()),
            typing: RwSignal::new(false),
            player: RwSignal::new(None),
            loading: LoadProgress::new(),
            connection: Connection::default(),
            theme: RwSignal::new(Theme::Auto),
            settlings,
            addresses: RwSignal::new(0),
            site: StoredValue::new(site),
            mount: StoredValue::new(mount),
        }
    }

    /// What the page says of its site.
    #[must_use]
    pub fn site(&self) -> SiteInfo {
        self.site.try_get_value().unwrap_or_default()
    }

    /// Whether the app has gone: what waits for something looks before it goes on.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        self.page.is_disposed()
    }

    /// Whether the whole document is ours, with its address and its title.
    #[must_use]
    pub fn owns_document(&self) -> bool {
        self.site().surface != Surface::Element
    }

    /// Whether the app stands on somebody else's page.
    #[must_use]
    pub fn is_widget(&self) -> bool {
        self.site().surface != Surface::Page
    }

    /// The element that the app stands in; none when it has gone. It is not borrowed, because what is done with it
    /// may come back to the app.
    #[must_use]
    pub fn host(&self) -> Host {
        self.mount.try_with_value(|mount| mount.host.clone()).unwrap_or_default()
    }

    /// The `aria-level` of a heading of that level on the site's own page: on somebody else's, it stands below
    /// theirs. Nothing where the element says it.
    #[must_use]
    pub fn aria_level(&self, level: isize) -> CustomAttribute {
        let deeper = self.site().deeper;
        let level = (deeper != 0).then(|| (level + deeper).clamp(1, 6).to_string());
        custom_attribute("aria-level", level)
    }

    /// The `part` of an element, by which pages that have the app in a shadow root style it.
    #[must_use]
    pub fn part(&self, name: &'static str) -> Option<&'static str> {
        (!self.owns_document()).then_some(name)
    }

    /// Sets an attribute of the root for the style, which would otherwise need `:has()`: browsers evaluate that anew for
    /// every node that is removed.
    pub fn set_attribute(&self, name: &str, value: Option<&str>) {
        if !self.owns_document() {
            self.host().set_attribute(name, value);
        } else if let Some(root) = document().document_element() {
            set_attribute(&root, name, value);
        }
    }

    /// Dispatches an event to the page around a widget, through the scripts around the app.
    pub fn dispatch(&self, event: &str, detail: &str) {
        if self.is_widget() {
            self.host().dispatch(event, detail);
        }
    }

    /// Runs what calls this again when the list has shown another selection, even one of the same countries.
    pub fn track_settled(&self) {
        self.settlings.track();
    }

    /// Runs what calls this again when the address has changed.
    pub fn track_address(&self) {
        self.addresses.track();
    }

    /// Chooses the colours.
    pub fn choose_theme(&self, theme: Theme) {
        theme.choose();
        self.theme.set(theme);
    }

    fn with_address<T: Default>(&self, read: impl FnOnce(&Address) -> T) -> T {
        self.mount.try_with_value(|mount| read(&mount.address)).unwrap_or_default()
    }
}
