//! The app: owns the one query, and takes every change of it to the address and to the screen.

use std::cell::RefCell;
use std::future::Future;
use std::ops::Deref;
use std::time::Duration;

use catalog::report::Contact;
use catalog::table::{Column, Order};
use catalog::timeline::{Grouping, Span};
use catalog::{Catalog, Change, CountryCode, Embed, Id, PartialDate, Query, Selection, Unknown, View, alone, text};
use leptos::prelude::*;
use leptos::reactive::graph::Source as _;

use crate::address::{Address, Location, Step};
use crate::connection::{Connection, hear};
use crate::host::{self, Host, mark};
use crate::small::{Getter, Setter, Small, small};
use crate::theme::Theme;
use crate::view::{next_turn, page, pages, root, run, today, trouble, window_height};

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
    /// The day of all answers: the dataset's, as in a page that is sent, until [`App::arrive`] sets the visitor's.
    pub today: Getter<PartialDate>,
    /// What is asked for.
    pub query: ReadSignal<Query>,
    /// What that selects.
    pub selection: ReadSignal<Selection>,
    /// How it is shown.
    pub view: Getter<View>,
    /// The order of the table, where it is another than that of the cards.
    pub order: Getter<Option<Order>>,
    /// The years of the timeline, while that is the view. Not the timeline's own: its rows may still follow it for a
    /// moment when it has gone.
    pub span: Getter<Span>,
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

/// What of the site there is around the countries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Surface {
    /// All of it: the site's own page.
    #[default]
    Page,
    /// Only what is asked for, in a frame on somebody else's page.
    Frame,
    /// The same in a shadow root of somebody else's page.
    Element,
}

impl Surface {
    /// The folder of its pages.
    #[must_use]
    pub fn home(self) -> &'static str {
        match self {
            Self::Frame => "embed/",
            Self::Page | Self::Element => "",
        }
    }
}

/// What the page says of its site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// The project's repository, where mistakes are told; none where that is not known.
    pub repository: Option<&'static str>,
    /// Who maintains it, as far as that is known.
    pub maintainer: Maintainer,
    /// The address of the dataset.
    pub dataset: &'static str,
    /// What of it there is.
    pub surface: Surface,
    /// By how many levels the headings are deeper than on the page.
    pub deeper: isize,
    /// Whether the dataset is another than the site's own: then the site has no page of what is in it.
    pub is_foreign: bool,
}

impl Site {
    /// Where mistakes are told.
    #[must_use]
    pub fn contact(&self) -> Contact<'static> {
        Contact { repository: self.repository, mail: self.maintainer.mail }
    }
}

/// Who maintains the site; nobody where there is no name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Maintainer {
    /// The name.
    pub name: Option<&'static str>,
    /// The address of a page about them.
    pub address: Option<&'static str>,
    /// The mail address.
    pub mail: Option<&'static str>,
}

/// A page of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The start page: all countries, with the filters.
    All,
    /// The page of the country at that place in [`Catalog::countries`].
    Country(usize),
    /// A video alone, by its place in [`Catalog::videos`]: only in a widget.
    Video(usize),
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
            Self::All | Self::Video(_) => String::new(),
            Self::Country(at) => catalog.countries[at].code.lower(),
        }
    }

    /// The address of the page, seen from the site's root.
    #[must_use]
    pub fn path(self, catalog: &Catalog) -> String {
        match self {
            Self::All | Self::Video(_) => String::new(),
            Self::Country(at) => catalog.countries[at].path(),
        }
    }
}

impl Small for Page {
    fn number(self) -> usize {
        match self {
            Self::All => 0,
            Self::Video(at) => at << 1 | 1,
            Self::Country(at) => (at + 1) << 1,
        }
    }

    fn of(number: usize) -> Self {
        match (number & 1, number >> 1) {
            (0, 0) => Self::All,
            (0, at) => Self::Country(at - 1),
            (_, at) => Self::Video(at),
        }
    }
}

impl Small for PartialDate {
    /// As many bits as a day and a month need.
    fn number(self) -> usize {
        let part = |part: Option<u8>| usize::from(part.unwrap_or(1));
        usize::from(self.year().number()) << 9 | part(self.month()) << 5 | part(self.day())
    }

    fn of(number: usize) -> Self {
        let day = Self::of_day((number >> 9) as i64, number as u32 >> 5 & 15, number as u32 & 31);
        day.unwrap_or(Self::FIRST)
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
    /// The page of a video alone.
    Alone,
}

impl Small for Option<Player> {
    /// There are fewer videos and countries than this.
    fn number(self) -> usize {
        self.map_or(0, |Player { place, video }| {
            let place = match place {
                Place::Talks => 1,
                Place::Alone => 2,
                Place::Card(at) => at + 3,
            };
            place << 12 | video
        })
    }

    fn of(number: usize) -> Self {
        let place = match number >> 12 {
            0 => return None,
            1 => Place::Talks,
            2 => Place::Alone,
            at => Place::Card(at - 3),
        };
        Some(Player { place, video: number & 0xfff })
    }
}

/// What only the app itself writes.
#[derive(Clone, Copy)]
struct Write {
    kept: StoredValue<Option<Kept>>,
    page: Setter<Page>,
    today: Setter<PartialDate>,
    query: WriteSignal<Query>,
    selection: WriteSignal<Selection>,
    span: Setter<Span>,
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
    host: Host,
    /// Ends when the visitor has paused in typing.
    pause: Option<TimeoutHandle>,
    /// Ends when nothing has changed for a moment.
    stir: Option<TimeoutHandle>,
    /// How many cards are seen at once.
    in_sight: usize,
    /// Whether the visitor has asked for an entry, and has not been brought to it yet.
    seeks: bool,
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

thread_local! {
    /// Apps that have gone. What they consist of lives as long as the page, so the next one takes it over.
    static GONE: RefCell<Vec<App>> = const { RefCell::new(Vec::new()) };
}

impl App {
    /// The app as it is before anybody has asked for anything, on that page: as a page that is sent shows it.
    /// [`Self::arrive`] then shows what the address asks for. It ends with the current owner.
    #[must_use]
    pub fn new(catalog: &'static Catalog, page: Page, address: Address, site: Site, host: Host) -> Self {
        let gone = GONE.with_borrow_mut(|gone| {
            let at = gone.iter().position(|app| std::ptr::eq(app.catalog, catalog) && app.site == site);
            at.map(|at| gone.swap_remove(at))
        });
        let app = gone.unwrap_or_else(|| {
            let owner = Owner::default();
            let app = owner.with(|| Self::made(catalog, site));
            // What is followed ends with its readers; the signals never do.
            std::mem::forget(owner);
            app
        });
        app.begin(page, address, host);
        on_cleanup(move || app.end());
        app
    }

    fn made(catalog: &'static Catalog, site: Site) -> Self {
        let (page, set_page) = small(Page::All);
        let (today, set_today) = small(catalog.version);
        let everything = catalog.select(&Query::default(), catalog.version);
        // Until the timeline is asked for.
        let (span, set_span) = small(<Span as Small>::of(0));
        let (query, set_query) = signal(Query::default());
        let (selection, set_selection) = signal(everything);
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
            kept: StoredValue::new(None),
            page: set_page,
            today: set_today,
            query: set_query,
            selection: set_selection,
            span: set_span,
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
        let parts = Parts {
            catalog,
            page,
            site,
            today,
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

    /// Everything as it is first.
    fn begin(self, page: Page, address: Address, host: Host) {
        let write = &self.write;
        write.kept.set_value(Some(Kept { address, host, pause: None, stir: None, in_sight: 1, seeks: false }));
        write.page.set(page);
        write.today.set(self.catalog.version);
        self.ask(Query::default());
        write.view.set(View::Cards);
        write.order.set(None);
        write.grouping.set(Grouping::Country);
        write.measure.set(Measure::Plan);
        write.unknown.set(Vec::new());
        write.typing.set(false);
        write.calm.set(true);
        write.limit.set(PAGE);
        write.player.set(None);
        self.connection.begin();
    }

    /// Nothing of it goes on, and the next one may take its place.
    fn end(self) {
        let kept = self.write.kept.try_update_value(Option::take).flatten();
        for timer in kept.into_iter().flat_map(|kept| [kept.pause, kept.stir]).flatten() {
            timer.clear();
        }
        self.forget_readers();
        GONE.with_borrow_mut(|gone| gone.push(self));
    }

    /// Lets go of all who have followed: a signal would keep what they were made of for ever.
    fn forget_readers(&self) {
        let Parts { query, selection, unknown, connection, .. } = *self.0;
        let numbers = [
            self.page.signal(),
            self.today.signal(),
            self.span.signal(),
            self.view.signal(),
            self.order.signal(),
            self.grouping.signal(),
            self.measure.signal(),
            self.typing.signal(),
            self.calm.signal(),
            self.made.signal(),
            self.limit.signal(),
            self.player.signal(),
            self.theme.signal(),
            connection.online.signal(),
            connection.update.signal(),
        ];
        for signal in numbers {
            signal.clear_subscribers();
        }
        query.clear_subscribers();
        selection.clear_subscribers();
        unknown.clear_subscribers();
    }

    /// Shows what the address asks for, and from now on what Back and Forward bring into it, or the page that a widget
    /// is on.
    pub fn arrive(self) {
        self.address(|address| address.on_travel(move || self.travel()));
        self.connection.listen();
        self.follow_day();
        // What is printed is all that is selected.
        hear("beforeprint", move || self.write.limit.set(usize::MAX / 2));
        self.write.theme.set(Theme::current());
        if self.is_widget() {
            let asked = move |event: &leptos::ev::Event| {
                let asked = Location { folder: String::new(), query: host::detail(event) };
                self.mark("data-roams", None);
                self.address(|address| address.write(asked, Step::Replace));
                self.read_address();
            };
            self.host().hear("ngp-show", asked);
        }
        self.read_address();
        page::is_ready(self);
    }

    /// Answers for the visitor's day, and for the next one when they come back to a page that was open over night.
    fn follow_day(self) {
        let follow = move || {
            let day = today().unwrap_or(self.catalog.version);
            if day != self.today.now() {
                self.write.today.set(day);
                self.ask(self.query.get_untracked());
            }
        };
        follow();
        // The window of a frame gets no focus when its tab is shown again.
        hear("visibilitychange", follow);
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
        self.keep(|kept| kept.seeks = true);
        if self.shows(&query) {
            self.connection.tell_part();
        }
        self.go(query);
    }

    /// Whether the visitor has asked for the entry that is found now; the next one was not asked for.
    pub fn has_sought(&self) -> bool {
        let mut seeks = false;
        self.keep(|kept| seeks = std::mem::take(&mut kept.seeks));
        seeks
    }

    /// Goes to another page of the site; the filters stay as they are.
    pub fn visit(&self, page: Page) {
        self.settle();
        if self.is_widget() {
            self.mark("data-roams", Some(""));
        }
        self.query.with_untracked(|query| self.write_address(page, query, Step::Push));
        self.turn_to(page);
        page::begin(*self, page);
    }

    /// Where a file or page of the site is, by its address seen from the site's root.
    #[must_use]
    pub fn link(&self, path: &str) -> String {
        self.address(|address| [address.root(), path].concat())
    }

    /// Where a page of the app is.
    #[must_use]
    pub fn page_link(&self, page: Page) -> String {
        self.address(Address::start) + &page.path(self.catalog)
    }

    /// Where a query of the start page is.
    #[must_use]
    pub fn query_link(&self, query: &str) -> String {
        // Elsewhere it would mean the page around it.
        let start = if self.site.surface == Surface::Element { self.page_link(Page::All) } else { String::new() };
        [&*start, "?", query].concat()
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
        self.keep(|kept| wait(&mut kept.pause, TYPING_PAUSE, move || app.settle()));
        let query = self.query.with_untracked(|query| query.toggled(&Change::Text(typed.to_owned())));
        if !self.shows(&query) {
            self.stir();
            self.show(query, Vec::new());
        }
    }

    /// Takes what was typed into the address, in place of what stood there; nothing where nobody types.
    fn settle(&self) {
        let mut pause = None;
        self.keep(|kept| pause = kept.pause.take());
        if let Some(pause) = pause {
            pause.clear();
            self.write.typing.set(false);
            self.query.with_untracked(|query| self.write_address(Page::All, query, Step::Replace));
        }
    }

    /// Opens a player, in place of the one that is open; `None` closes it.
    pub fn play(&self, player: Option<Player>) {
        self.write.player.set(player);
        if let Some(player) = player {
            self.tell("ngp-play", self.catalog.videos[player.video].id.as_str());
        }
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

    /// Whether the whole document is ours, with its address and its title.
    pub fn owns_document(&self) -> bool {
        self.site.surface != Surface::Element
    }

    /// Whether it stands on somebody else's page.
    pub fn is_widget(&self) -> bool {
        self.site.surface != Surface::Page
    }

    /// The element that the app stands in; none when it has gone. It is not borrowed, because what is done with it
    /// may come back to the app.
    #[must_use]
    pub fn host(&self) -> Host {
        self.write.kept.with_value(|kept| kept.as_ref().map(|kept| kept.host.clone())).unwrap_or_default()
    }

    /// Marks the whole for the style. A `:has()` there would be looked at for every node that goes.
    pub fn mark(&self, name: &str, value: Option<&str>) {
        if !self.owns_document() {
            self.host().mark(name, value);
        } else if let Some(root) = document().document_element() {
            mark(&root, name, value);
        }
    }

    /// Tells the page that a widget is on, which hears it through the scripts around the app.
    pub fn tell(&self, what: &str, detail: &str) {
        if self.is_widget() {
            self.host().tell(what, detail);
        }
    }

    /// Closes the note about the address, which then says only what was understood.
    pub fn forget_unknown(&self) {
        self.write.unknown.set(Vec::new());
        self.query.with_untracked(|query| self.write_address(Page::All, query, Step::Replace));
    }

    fn address<T: Default>(&self, read: impl FnOnce(&Address) -> T) -> T {
        self.write.kept.with_value(|kept| kept.as_ref().map(|kept| read(&kept.address))).unwrap_or_default()
    }

    /// Changes what nobody follows; the app may have gone meanwhile.
    fn keep(&self, change: impl FnOnce(&mut Kept)) {
        self.write.kept.update_value(|kept| {
            if let Some(kept) = kept {
                change(kept);
            }
        });
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
        let (page, mut query, unknown) = match page {
            Page::All if self.is_widget() => {
                let embed = Embed::parse(&query, self.catalog);
                let country = alone(&embed.query, self.catalog).map_or(Page::All, Page::Country);
                (embed.video.map_or(country, Page::Video), embed.query, embed.unknown)
            }
            Page::All => {
                let (query, unknown) = Query::parse(&query, self.catalog);
                (page, query, unknown)
            }
            // A country's page has no query.
            _ => (page, Query::default(), Vec::new()),
        };
        if !unknown.is_empty() {
            self.tell("ngp-unknown", &text::unknown(&unknown));
        }
        self.turn_to(page);
        if self.is_widget() {
            self.mark("data-fixed", (!query.countries.is_empty()).then_some(""));
        }
        if page != Page::All {
            return;
        }
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
        self.ask(query);
        if let Some(item) = item {
            self.reach(&item);
        }
        self.close_lost_player();
    }

    /// Asks for a query, and for what it selects. Who follows one of them finds both.
    fn ask(&self, query: Query) {
        let today = self.today.now();
        let selection = self.catalog.select(&query, today);
        if query.view == View::Timeline {
            self.write.span.set(Span::of(self.catalog, &selection, query.years, today));
        }
        self.write.query.set(query);
        // Another order or view leaves it as it is, and what shows it too.
        if self.selection.with_untracked(|before| *before != selection) {
            self.write.selection.set(selection);
        }
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
        self.keep(|kept| wait(&mut kept.stir, CALM, move || calm.set(true)));
    }

    /// Cards that had waited are there now.
    pub fn tell_made(&self) {
        self.write.made.set(self.made.now() + 1);
    }

    /// How many cards are seen at once, in the window as it was when something last changed.
    pub fn cards_in_sight(&self) -> usize {
        self.write.kept.with_value(|kept| kept.as_ref().map_or(1, |kept| kept.in_sight))
    }

    /// Looks how many that are, before anything changes: a phone lays the page out to say how high its window is.
    fn look(&self) {
        let in_sight = (window_height() / LOW_CARD).ceil().max(1.0) as usize;
        self.keep(|kept| kept.in_sight = in_sight);
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
            Place::Alone => true,
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
    /// The element that it stands in.
    host: Host,
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
    let here = host.clone();
    let retry = move || {
        loaded.set(None);
        let (again, host) = (load(), here.clone());
        run(async move {
            loaded.set(Some(again.await));
            // The button that was pressed has gone.
            page::focus_title(host);
        });
    };
    root(move || match loaded.get() {
        None => trouble::loading(),
        Some(Err(trouble)) => trouble::no_data(trouble, retry.clone()),
        Some(Ok(catalog)) => {
            let app = App::new(catalog, Page::All, address.clone(), site, host.clone());
            app.arrive();
            pages::pages(app)
        }
    })
}
