//! The app: owns the one query, and takes every change of it to the address and to the screen.

use std::future::Future;
use std::time::Duration;

use catalog::{Catalog, Change, Query, Selection, Unknown};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::address::{Address, Step};
use crate::connection::Connection;
use crate::dataset::Loaded;
use crate::view::{page, trouble};

/// Most cards on the screen before "show more".
pub const PAGE: usize = 60;

/// How long a visitor has to pause before the count is announced while typing.
const TYPING_PAUSE: Duration = Duration::from_millis(600);

/// Everything a view needs: values to read, and [`App::go`] to ask for others.
#[derive(Clone, Copy)]
pub struct App {
    /// The dataset.
    pub catalog: &'static Catalog,
    /// What is asked for.
    pub query: ReadSignal<Query>,
    /// What that selects.
    pub selection: Memo<Selection>,
    /// What of the address was not understood, until the visitor closes the note.
    pub unknown: ReadSignal<Vec<Unknown>>,
    /// Whether the visitor is typing: what is on the screen changes, but is not announced yet.
    pub typing: ReadSignal<bool>,
    /// Most cards on the screen.
    pub limit: ReadSignal<usize>,
    /// The player that is open; one at a time.
    pub player: ReadSignal<Option<Player>>,
    /// The network.
    pub connection: Connection,
    write: Write,
}

/// Where a video plays: a video stands on the page more than once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Player {
    /// The section it is in.
    pub place: Place,
    /// Its place in [`Catalog::videos`].
    pub video: usize,
}

/// A section that shows videos.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The card of a country, by its place in [`Catalog::countries`].
    Card(usize),
    /// The talks and visits.
    Talks,
}

/// What only the app itself writes.
#[derive(Clone, Copy)]
struct Write {
    address: StoredValue<Address>,
    query: WriteSignal<Query>,
    unknown: WriteSignal<Vec<Unknown>>,
    typing: WriteSignal<bool>,
    limit: WriteSignal<usize>,
    player: WriteSignal<Option<Player>>,
    pause: StoredValue<Option<TimeoutHandle>>,
}

impl App {
    fn new(catalog: &'static Catalog, address: Address, connection: Connection) -> Self {
        let (first, not_understood) = Query::parse(&address.query(), catalog);
        let (query, set_query) = signal(first);
        let (unknown, set_unknown) = signal(not_understood);
        let (typing, set_typing) = signal(false);
        let (limit, set_limit) = signal(PAGE);
        let (player, set_player) = signal(None);
        let write = Write {
            address: StoredValue::new(address.clone()),
            query: set_query,
            unknown: set_unknown,
            typing: set_typing,
            limit: set_limit,
            player: set_player,
            pause: StoredValue::new(None),
        };
        let app = Self {
            catalog,
            query,
            selection: Memo::new(move |_| query.with(|query| catalog.select(query))),
            unknown,
            typing,
            limit,
            player,
            connection,
            write,
        };
        address.on_travel(move || app.travel());
        app
    }

    /// Goes to another query: writes the address, and shows it.
    pub fn go(&self, query: Query, step: Step) {
        // The same again is no step to come back from.
        if self.shows(&query) {
            return;
        }
        self.write.address.with_value(|address| address.write(&query.encode(), step));
        self.show(query, Vec::new());
    }

    /// Takes one change as a new entry of the history.
    pub fn change(&self, change: &Change) {
        self.go(self.query.with_untracked(|query| query.toggled(change)), Step::Push);
    }

    /// Takes a text that is being typed.
    pub fn type_text(&self, typed: &str) {
        let write = self.write;
        write.typing.set(true);
        write.pause.update_value(|pause| {
            if let Some(pause) = pause.take() {
                pause.clear();
            }
            *pause = set_timeout_with_handle(move || write.typing.set(false), TYPING_PAUSE).ok();
        });
        let query = self.query.with_untracked(|query| query.toggled(&Change::Text(typed.to_owned())));
        self.go(query, Step::Replace);
    }

    /// Opens a player, in place of the one that is open; `None` closes it.
    pub fn play(&self, player: Option<Player>) {
        self.write.player.set(player);
    }

    /// Shows the next page of cards.
    pub fn show_more(&self) {
        self.write.limit.update(|limit| *limit += PAGE);
    }

    /// Whether the whole page is ours, with its address and its title.
    pub fn owns_page(&self) -> bool {
        self.write.address.with_value(Address::is_browser)
    }

    /// Closes the note about the address, which then says only what was understood.
    pub fn forget_unknown(&self) {
        self.write.unknown.set(Vec::new());
        let understood = self.query.with_untracked(Query::encode);
        self.write.address.with_value(|address| address.write(&understood, Step::Replace));
    }

    /// Shows the query that Back or Forward brought into the address.
    fn travel(&self) {
        let address = self.write.address.with_value(Address::query);
        let (query, unknown) = Query::parse(&address, self.catalog);
        // A jump to a section of the page comes this way too, and changes nothing.
        if !self.shows(&query) {
            self.show(query, unknown);
        }
    }

    /// Whether this is the query on the screen.
    fn shows(&self, query: &Query) -> bool {
        self.query.with_untracked(|current| current == query)
    }

    fn show(&self, query: Query, unknown: Vec<Unknown>) {
        self.write.limit.set(PAGE);
        self.write.unknown.set(unknown);
        self.write.query.set(query);
        self.close_lost_player();
    }

    /// Closes the player whose tile left the screen: it would start again by itself when the tile comes back.
    fn close_lost_player(&self) {
        let Some(player) = self.player.get_untracked() else { return };
        let is_there = self.selection.with_untracked(|selection| match player.place {
            Place::Card(country) => {
                let limit = self.limit.get_untracked();
                selection.matches.iter().take(limit).any(|found| found.country == country)
            }
            Place::Talks => selection.videos.contains(&player.video),
        });
        if !is_there {
            self.play(None);
        }
    }
}

/// The whole page: loads the dataset with `load` and shows it, or says why not.
#[component]
pub fn Root<L, F>(
    /// Where the query stands.
    address: Address,
    /// Loads the dataset; called again when the visitor asks for another try.
    load: L,
) -> impl IntoView
where
    L: Fn() -> F + Copy + Send + Sync + 'static,
    F: Future<Output = Result<Loaded, String>> + 'static,
{
    let connection = Connection::listen();
    let loaded = RwSignal::new(None);
    spawn_local(async move { loaded.set(Some(load().await)) });
    let retry = move || {
        connection.look_for_update();
        loaded.set(None);
        spawn_local(async move {
            loaded.set(Some(load().await));
            // The button that was pressed has gone.
            page::focus_title();
        });
    };
    move || match loaded.get() {
        None => trouble::loading(),
        Some(Err(trouble)) => trouble::no_data(trouble, connection, retry),
        Some(Ok(Loaded { dataset, trouble })) => {
            page::page(App::new(dataset.catalog, address.clone(), connection), trouble)
        }
    }
}
