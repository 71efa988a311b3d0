//! The app: owns the one query, and takes every change of it to the address and to the screen.

use std::future::Future;
use std::ops::Deref;
use std::time::Duration;

use catalog::table::{Column, Order};
use catalog::timeline::{Grouping, Span};
use catalog::{Catalog, Change, CountryCode, Id, Query, Selection, Unknown, View};
use leptos::prelude::*;

use crate::address::{Address, Location, Step};
use crate::connection::{Connection, hear};
use crate::small::{Getter, Setter, Small, small};
use crate::theme::Theme;
use crate::view::{memo, next_turn, page, pages, root, run, today, trouble, window_height};

/// Most cards on the screen before "show more".
pub const PAGE: usize = 60;

/// How long a visitor has to pause before the count is announced while typing.
const TYPING_PAUSE: Duration = Duration::from_millis(600);

/// How long nothing must have changed before what nobody waits for follows.
const CALM: Duration = Duration::from_millis(100);

/// Hardly any card of a list is lower, in CSS pixels.
const LOW_CARD: f64 = 480.0;

/// Everything a view needs: values to read, and [`App::go`] to ask for others.
///
/// Half of the closures of the page hold it, so it is one word: what it points at lives as long as the page.
#[derive(Clone, Copy)]
pub struct App(&'static Parts);

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0
    }
}

/// What the app consists of.
pub struct Parts {
    /// The dataset.
    pub catalog: &'static Catalog,
    /// The page that is shown.
    pub page: Getter<Page>,
    /// What the page says of its site.
    pub site: Site,
    /// What is asked for.
    pub query: ReadSignal<Query>,
    /// What that selects.
    pub selection: Memo<Selection>,
    /// How it is shown.
    pub view: Getter<View>,
    /// The order of the table, where it is another than that of the cards.
    pub order: Getter<Option<Order>>,
    /// The years of the timeline, as the number of a [`Span`]. Not the timeline's own: its rows may still follow it
    /// for a moment when it has gone.
    pub span: Memo<usize>,
    /// What the timeline is grouped by.
    pub grouping: Getter<Grouping>,
    /// What the map shows.
    pub measure: Getter<Measure>,
    /// What of the address was not understood, until the visitor closes the note.
    pub unknown: ReadSignal<Vec<Unknown>>,
    /// Whether the visitor is typing: what is on the screen changes, but is not announced yet.
    pub typing: Getter<bool>,
    /// Whether nothing has changed for a moment. What nobody sees or waits for follows only then: a keystroke
    /// waits for what is seen, and for nothing else.
    pub calm: Getter<bool>,
    /// How often cards that had waited for that have come to the page.
    pub made: Getter<usize>,
    /// Most cards on the screen.
    pub limit: Getter<usize>,
    /// The player that is open; one at a time.
    pub player: Getter<Option<Player>>,
    /// The network.
    pub connection: Connection,
    /// The colours.
    pub theme: Getter<Theme>,
    write: Write,
}

/// What the page says of its site.
#[derive(Clone, Copy, Debug, Default)]
pub struct Site {
    /// The project's repository, where mistakes are told; none where that is not known.
    pub repository: Option<&'static str>,
    /// The address of the dataset.
    pub dataset: &'static str,
}

/// A page of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The start page: all countries, with the filters.
    All,
    /// The page of the country at that place in [`Catalog::countries`].
    Country(usize),
}

impl Page {
    /// The page in a folder of the site; one that is not known is the start page.
    #[must_use]
    pub fn in_folder(folder: &str, catalog: &Catalog) -> Self {
        let country = CountryCode::from_visitor(folder).and_then(|code| catalog.country(code));
        country.map_or(Self::All, |(at, _)| Self::Country(at))
    }

    /// The folder of the page.
    #[must_use]
    pub fn folder(self, catalog: &Catalog) -> String {
        match self {
            Self::All => String::new(),
            Self::Country(at) => catalog.countries[at].code.lower(),
        }
    }

    /// The address of the page, seen from the site's root.
    #[must_use]
    pub fn path(self, catalog: &Catalog) -> String {
        match self {
            Self::All => String::new(),
            Self::Country(at) => catalog.countries[at].path(),
        }
    }
}

impl Small for Page {
    fn number(self) -> usize {
        match self {
            Self::All => 0,
            Self::Country(at) => at + 1,
        }
    }

    fn of(number: usize) -> Self {
        number.checked_sub(1).map_or(Self::All, Self::Country)
    }
}

impl Small for View {
    fn number(self) -> usize {
        self as usize
    }

    fn of(number: usize) -> Self {
        Self::ALL[number]
    }
}

/// What the map shows of each country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Where it stands with its plan.
    Plan,
    /// How many of its documents fit.
    Documents,
}

impl Measure {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Plan, Self::Documents];
}

impl Small for Measure {
    fn number(self) -> usize {
        self as usize
    }

    fn of(number: usize) -> Self {
        Self::ALL[number]
    }
}

impl Small for Grouping {
    fn number(self) -> usize {
        self as usize
    }

    fn of(number: usize) -> Self {
        Self::ALL[number]
    }
}

impl Small for Option<Order> {
    fn number(self) -> usize {
        self.map_or(0, |order| (order.column as usize + 1) << 1 | usize::from(order.is_descending))
    }

    fn of(number: usize) -> Self {
        let column = *Column::ALL.get((number >> 1).checked_sub(1)?)?;
        Some(Order { column, is_descending: number & 1 > 0 })
    }
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

impl Small for Option<Player> {
    /// There are fewer videos and countries than this.
    fn number(self) -> usize {
        self.map_or(0, |Player { place, video }| {
            let place = match place {
                Place::Talks => 1,
                Place::Card(at) => at + 2,
            };
            place << 12 | video
        })
    }

    fn of(number: usize) -> Self {
        let place = match number >> 12 {
            0 => return None,
            1 => Place::Talks,
            at => Place::Card(at - 2),
        };
        Some(Player { place, video: number & 0xfff })
    }
}

/// What only the app itself writes.
#[derive(Clone, Copy)]
struct Write {
    kept: StoredValue<Kept>,
    page: Setter<Page>,
    query: WriteSignal<Query>,
    view: Setter<View>,
    order: Setter<Option<Order>>,
    grouping: Setter<Grouping>,
    measure: Setter<Measure>,
    unknown: WriteSignal<Vec<Unknown>>,
    typing: Setter<bool>,
    calm: Setter<bool>,
    made: Setter<usize>,
    limit: Setter<usize>,
    theme: Setter<Theme>,
    player: Setter<Option<Player>>,
}

/// What the app keeps and nobody follows.
struct Kept {
    address: Address,
    /// Ends when the visitor has paused in typing.
    pause: Option<TimeoutHandle>,
    /// Ends when nothing has changed for a moment.
    stir: Option<TimeoutHandle>,
    /// How many cards are seen at once.
    in_sight: usize,
}

/// Waits anew.
fn wait(timer: &mut Option<TimeoutHandle>, time: Duration, act: impl FnOnce() + 'static) {
    fn wait_of(timer: &mut Option<TimeoutHandle>, time: Duration, act: Box<dyn FnOnce()>) {
        if let Some(timer) = timer.take() {
            timer.clear();
        }
        *timer = set_timeout_with_handle(act, time).ok();
    }
    wait_of(timer, time, Box::new(act));
}

impl App {
    /// The app as it is before anybody has asked for anything, on that page: as a page that is sent shows it.
    /// [`Self::arrive`] then shows what the address asks for.
    #[must_use]
    pub fn new(catalog: &'static Catalog, page: Page, address: Address, site: Site) -> Self {
        let (page, set_page) = small(page);
        let (query, set_query) = signal(Query::default());
        let (view, set_view) = small(View::Cards);
        let (order, set_order) = small(None);
        let (grouping, set_grouping) = small(Grouping::Country);
        let (measure, set_measure) = small(Measure::Plan);
        let (unknown, set_unknown) = signal(Vec::new());
        let (typing, set_typing) = small(false);
        let (calm, set_calm) = small(true);
        let (made, set_made) = small(0);
        let (limit, set_limit) = small(PAGE);
        let (player, set_player) = small(None);
        let (theme, set_theme) = small(Theme::Auto);
        let write = Write {
            kept: StoredValue::new(Kept { address, pause: None, stir: None, in_sight: 1 }),
            page: set_page,
            query: set_query,
            view: set_view,
            order: set_order,
            grouping: set_grouping,
            measure: set_measure,
            unknown: set_unknown,
            typing: set_typing,
            calm: set_calm,
            made: set_made,
            limit: set_limit,
            theme: set_theme,
            player: set_player,
        };
        let selection = Memo::new(move |_| query.with(|query| catalog.select(query)));
        let span = memo(move || {
            let years = query.with(|query| query.years);
            selection.with(|selection| Span::of(catalog, selection, years, today()).number())
        });
        let parts = Parts {
            catalog,
            page,
            site,
            query,
            selection,
            span,
            view,
            order,
            grouping,
            measure,
            unknown,
            typing,
            calm,
            made,
            limit,
            player,
            connection: Connection::new(),
            theme,
            write,
        };
        Self(Box::leak(Box::new(parts)))
    }

    /// Shows what the address asks for, and from now on what Back and Forward bring into it.
    pub fn arrive(self) {
        self.address(|address| address.on_travel(move || self.travel()));
        self.connection.listen();
        // What is printed is all that is selected.
        hear("beforeprint", move || self.write.limit.set(usize::MAX / 2));
        self.write.theme.set(Theme::current());
        self.read_address();
        page::is_ready(self);
    }

    /// Goes to another query, as a new entry of the history.
    pub fn go(&self, query: Query) {
        // The same again is no step to come back from.
        if !self.shows(&query) {
            self.settle();
            self.stir();
            self.show(query.clone(), Vec::new());
            // To write it, a browser lays the page out as it is: before the change, that would be once more.
            let app = *self;
            next_turn(move || app.write_address(Page::All, &query, Step::Push));
        }
    }

    /// Points at an entry, in its card: under the filters that are set where it fits them, otherwise without any.
    pub fn point_at(&self, id: &Id) {
        let is_here = self
            .selection
            .with_untracked(|selection| selection.found().any(|found| found.of(self.catalog).1.id == *id));
        let query = if is_here { self.query.get_untracked() } else { Query::default() }.pointing_at(id);
        if self.page.now() != Page::All {
            self.visit(Page::All);
        }
        if self.shows(&query) {
            self.connection.tell_part();
        }
        self.go(query);
    }

    /// Goes to another page of the site; the filters stay as they are.
    pub fn visit(&self, page: Page) {
        self.settle();
        self.query.with_untracked(|query| self.write_address(page, query, Step::Push));
        self.turn_to(page);
        page::begin(*self, page);
    }

    /// Where a file or page of the site is, by its address seen from the site's root.
    #[must_use]
    pub fn link(&self, path: &str) -> String {
        self.address(Address::root) + path
    }

    /// Takes one change as a new entry of the history.
    pub fn change(&self, change: &Change) {
        if matches!(change, Change::Sort(_)) {
            // The order of all views takes the place of the table's own.
            self.write.order.set(None);
        }
        self.go(self.query.with_untracked(|query| query.toggled(change)));
    }

    /// Shows what a text that is being typed selects. The address and the title follow after a pause: to write
    /// them takes a browser longer than to find a hundred documents.
    pub fn type_text(&self, typed: &str) {
        let app = *self;
        self.write.typing.set(true);
        self.write.kept.update_value(|kept| wait(&mut kept.pause, TYPING_PAUSE, move || app.settle()));
        let query = self.query.with_untracked(|query| query.toggled(&Change::Text(typed.to_owned())));
        if !self.shows(&query) {
            self.stir();
            self.show(query, Vec::new());
        }
    }

    /// Takes what was typed into the address, in place of what stood there; nothing where nobody types.
    fn settle(&self) {
        // The app may have gone meanwhile.
        let pause = self.write.kept.try_update_value(|kept| kept.pause.take()).flatten();
        if let Some(pause) = pause {
            pause.clear();
            self.write.typing.set(false);
            self.query.with_untracked(|query| self.write_address(Page::All, query, Step::Replace));
        }
    }

    /// Opens a player, in place of the one that is open; `None` closes it.
    pub fn play(&self, player: Option<Player>) {
        self.write.player.set(player);
    }

    /// Shows the next page of cards.
    pub fn show_more(&self) {
        self.look();
        self.stir();
        self.write.limit.set(self.limit.now() + PAGE);
    }

    /// Puts the table in the order of a column, or turns that order round.
    pub fn sort_table(&self, column: Column) {
        self.write.order.set(Some(Order::pressed(self.order.now(), column)));
    }

    /// Groups the bars of the timeline.
    pub fn group_by(&self, grouping: Grouping) {
        self.write.grouping.set(grouping);
    }

    /// Chooses what the map shows.
    pub fn measure_by(&self, measure: Measure) {
        self.write.measure.set(measure);
    }

    /// Chooses the colours.
    pub fn choose_theme(&self, theme: Theme) {
        theme.choose();
        self.write.theme.set(theme);
    }

    /// Whether the whole page is ours, with its address and its title.
    pub fn owns_page(&self) -> bool {
        self.address(Address::is_browser)
    }

    /// Closes the note about the address, which then says only what was understood.
    pub fn forget_unknown(&self) {
        self.write.unknown.set(Vec::new());
        self.query.with_untracked(|query| self.write_address(Page::All, query, Step::Replace));
    }

    fn address<T>(&self, read: impl FnOnce(&Address) -> T) -> T {
        self.write.kept.with_value(|kept| read(&kept.address))
    }

    /// A country's page has no filters, so its address has no query.
    fn write_address(&self, page: Page, query: &Query, step: Step) {
        let query = if page == Page::All { query.encode() } else { String::new() };
        let location = Location { folder: page.folder(self.catalog), query };
        self.address(|address| address.write(location, step));
    }

    /// Shows what Back or Forward brought into the address.
    fn travel(&self) {
        let before = self.page.now();
        self.read_address();
        let page = self.page.now();
        if page != before {
            page::come_back(*self, page, before);
        }
    }

    fn read_address(&self) {
        let Location { folder, query } = self.address(Address::read);
        let page = Page::in_folder(&folder, self.catalog);
        self.turn_to(page);
        if page != Page::All {
            return;
        }
        let (mut query, unknown) = Query::parse(&query, self.catalog);
        if query.item.is_some() {
            // An entry is shown in its card.
            query.view = View::Cards;
        }
        // A jump to a section of the page comes this way too, and changes nothing.
        if !self.shows(&query) || !unknown.is_empty() {
            self.show(query, unknown);
        }
    }

    fn turn_to(&self, page: Page) {
        if page != self.page.now() {
            // A frame that leaves the document would start again by itself.
            self.play(None);
            self.write.page.set(page);
        }
    }

    /// Whether this is the query on the screen.
    fn shows(&self, query: &Query) -> bool {
        self.query.with_untracked(|current| current == query)
    }

    fn show(&self, query: Query, unknown: Vec<Unknown>) {
        self.look();
        self.write.limit.set(PAGE);
        self.write.unknown.set(unknown);
        if query.view != self.view.now() {
            self.write.view.set(query.view);
        }
        let item = query.item.clone();
        self.write.query.set(query);
        if let Some(item) = item {
            self.reach(&item);
        }
        self.close_lost_player();
    }

    /// Shows so many cards that the one with that entry is among them.
    fn reach(&self, item: &Id) {
        let has_it = |at: usize| self.catalog.countries[at].resources.iter().any(|resource| resource.id == *item);
        let place =
            self.selection.with_untracked(|selection| selection.matches.iter().position(|found| has_it(found.country)));
        if let Some(place) = place {
            self.write.limit.set(PAGE.max(place + 1));
        }
    }

    /// The visitor changes something, and may go on. What the address brings waits for no calm.
    fn stir(&self) {
        let calm = self.write.calm;
        calm.set(false);
        self.write.kept.update_value(|kept| wait(&mut kept.stir, CALM, move || calm.set(true)));
    }

    /// Cards that had waited are there now.
    pub fn tell_made(&self) {
        self.write.made.set(self.made.now() + 1);
    }

    /// How many cards are seen at once, in the window as it was when something last changed.
    pub fn cards_in_sight(&self) -> usize {
        self.write.kept.with_value(|kept| kept.in_sight)
    }

    /// Looks how many that are, before anything changes: a phone lays the page out to say how high its window is.
    fn look(&self) {
        let in_sight = (window_height() / LOW_CARD).ceil().max(1.0) as usize;
        self.write.kept.update_value(|kept| kept.in_sight = in_sight);
    }

    /// Closes the player whose tile left the screen: it would start again by itself when the tile comes back.
    fn close_lost_player(&self) {
        let Some(player) = self.player.now() else { return };
        let is_there = self.selection.with_untracked(|selection| match player.place {
            Place::Card(country) => {
                let limit = if self.view.now() == View::Cards { self.limit.now() } else { 0 };
                selection.matches.iter().take(limit).any(|found| found.country == country)
            }
            Place::Talks => selection.videos.contains(&player.video),
        });
        if !is_there {
            self.play(None);
        }
    }
}

/// The whole site where nothing of it stands in the page yet: loads the dataset with `load` and shows it, or
/// says why not.
#[component(transparent)]
pub fn Root<L, F>(
    /// Where the query stands.
    address: Address,
    /// What the page says of its site.
    #[prop(default = Site::default())]
    site: Site,
    /// Loads the dataset; called again when the visitor asks for another try.
    load: L,
) -> impl Render
where
    L: Fn() -> F + Clone + 'static,
    F: Future<Output = Result<&'static Catalog, String>> + 'static,
{
    let loaded = RwSignal::new(None);
    let first = load();
    run(async move { loaded.set(Some(first.await)) });
    let retry = move || {
        loaded.set(None);
        let again = load();
        run(async move {
            loaded.set(Some(again.await));
            // The button that was pressed has gone.
            page::focus_title();
        });
    };
    root(move || match loaded.get() {
        None => trouble::loading(),
        Some(Err(trouble)) => trouble::no_data(trouble, retry.clone()),
        Some(Ok(catalog)) => {
            let app = App::new(catalog, Page::All, address.clone(), site);
            app.arrive();
            pages::pages(app)
        }
    })
}
