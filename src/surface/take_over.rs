//! The page as it was sent, made to react: each part of it is rendered anew in tasks of its own, so that the page never
//! stops for long. Those of the first screen take the place of what was sent in one step, the others as they come.
//!
//! It is not hydrated: a page that somebody has rewritten on the way, such as a translator, could not be. What the
//! first screen needs comes first; the code of the rest is fetched after that.

use leptos::mount::mount_to;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use super::lazy_parts::{self, Mounted, Part};
use crate::browser::effect::effect;
use crate::browser::schedule::{pause, spawn};
use crate::state::{AppState, Filter, Page};
use crate::view::active_filters::ActiveFilters;
use crate::view::filters::Filters;
use crate::view::layout::main_class;
use crate::view::notice::{News, Notices};
use crate::view::results::ResultList;
use crate::view::status::Status;
use crate::view::views::Views;

#[wasm_bindgen]
extern "C" {
    /// `js/early.js`: puts a part in the place of the one that was sent, with the focus, and with what was typed and
    /// pressed there.
    #[wasm_bindgen(js_namespace = window, js_name = ngpReplace)]
    fn replace(sent: &Element, now: &Element);
}

/// The selector of a part that was sent, and where its successor is made.
type Made = (&'static str, HtmlElement);

/// Mounts a component that renders one element into an element.
type Mount = fn(HtmlElement) -> Mounted;

macro_rules! mount {
    ($component:ident) => {
        |place| Box::new(mount_to(place, || view! { <$component/> }))
    };
}

/// What is around every page, and tells what happens.
const NOTES: [(&str, Mount); 2] = [(".page > .notices", mount!(Notices)), (".page > .news", mount!(News))];

/// The filters, which are taken over first on the start page.
const FILTERS: (&str, Mount) = (".filters", mount!(Filters));

/// What the first screen needs besides.
const FIRST: [(&str, Mount); 3] =
    [(".status", mount!(Status)), (".results > .ways", mount!(Views)), (".active", mount!(ActiveFilters))];

/// The list, last of that.
const LIST: (&str, Mount) = (".results-list", mount!(ResultList));

/// How many cards are made in a task.
const CARDS_AT_ONCE: usize = 8;

/// How many turns of the browser an open part may take that is made of code which is there.
const MOST_TURNS: usize = 100;

/// What follows.
const REST: [(&str, Part); 5] = [
    (".results > .map", Part::Map),
    (".answer", Part::Answer),
    (".talks", Part::Talks),
    (".europe", Part::AcrossEurope),
    (".changes", Part::Changes),
];

/// What follows around every page.
const AROUND: [(&str, Part); 4] = [
    (".page > .header", Part::Header),
    (".page > .skip", Part::SkipLink),
    (".page > .about", Part::About),
    (".page > .credit", Part::Credit),
];

/// The page in the document.
pub(super) struct SentPage {
    state: AppState,
    app: Element,
    /// What stays as long as the document is below the current owner.
    owner: Owner,
    /// What stays as long as the page that was sent is below this one.
    page: Owner,
    /// The page that was sent, where it is what is shown.
    sent: Option<Page>,
    parts: Vec<Mounted>,
}

impl SentPage {
    /// The page in an element. `sent` is the page that was sent.
    pub(super) fn new(state: AppState, app: Element, owner: Owner, sent: Page) -> Self {
        let page = owner.with(Owner::new);
        let sent = Some(sent).filter(|sent| *sent == state.page.get_untracked());
        Self { state, app, owner, page, sent, parts: Vec::new() }
    }

    /// Takes over what the first screen needs. Each part is made in tasks of its own, and all of them are shown at once:
    /// shown one by one they were laid out and painted three times (decision 0020).
    pub(super) async fn take_over_first(&mut self) {
        let mut made = Vec::new();
        if self.sent == Some(Page::Start) {
            let filters = self.make_filters(&mut made).await;
            self.parts.extend(filters);
            for (selector, mount) in FIRST {
                let part = self.make(selector, &self.page, mount, &mut made).await;
                self.parts.extend(part);
            }
            let list = self.make_list(&mut made).await;
            self.parts.extend(list);
        }
        for (selector, mount) in NOTES {
            // They stay as long as the document.
            std::mem::forget(self.make(selector, &self.owner, mount, &mut made).await);
        }
        for (selector, place) in &made {
            self.show(selector, place);
        }
    }

    async fn make(&self, selector: &'static str, owner: &Owner, mount: Mount, made: &mut Vec<Made>) -> Option<Mounted> {
        let place = self.place(selector)?;
        let part = owner.with(|| mount(place.clone()));
        wait_for_lazy_parts(&place).await;
        pause().await;
        made.push((selector, place));
        Some(part)
    }

    /// The long list of countries is made in a task of its own.
    async fn make_filters(&self, made: &mut Vec<Made>) -> Option<Mounted> {
        self.state.mount_filters(1);
        let (selector, mount) = FILTERS;
        let filters = self.make(selector, &self.page, mount, made).await;
        self.state.mount_filters(Filter::ALL.len());
        pause().await;
        filters
    }

    async fn make_list(&self, made: &mut Vec<Made>) -> Option<Mounted> {
        let limit = self.state.limit;
        let whole = limit.get_untracked();
        let mut cards = CARDS_AT_ONCE.min(whole);
        self.state.set_limit(cards);
        let (selector, mount) = LIST;
        let list = self.make(selector, &self.page, mount, made).await;
        // It is another where the visitor goes back, or prints, meanwhile.
        while limit.get_untracked() == cards && cards < whole {
            let found = self.state.selection.with_untracked(|selection| selection.matches.len());
            cards = if cards < found { whole.min(cards + CARDS_AT_ONCE) } else { whole };
            self.state.set_limit(cards);
            pause().await;
        }
        list
    }

    /// Takes over all the rest; whether its code could be had. What is there already stays.
    pub(super) async fn take_over_rest(&mut self) -> bool {
        if !lazy_parts::preload().await {
            return false;
        }
        if self.sent == Some(Page::Start) {
            for (selector, part) in REST {
                let part = self.fetch(selector, &self.page, part).await;
                self.parts.extend(part);
            }
        }
        for (selector, part) in AROUND {
            std::mem::forget(self.fetch(selector, &self.owner, part).await);
        }
        self.follow_page();
        true
    }

    async fn fetch(&self, selector: &str, owner: &Owner, part: Part) -> Option<Mounted> {
        let place = self.place(selector)?;
        let part = lazy_parts::mount(part, place.clone(), owner.clone()).await?;
        self.show(selector, &place);
        // The browser may paint and answer before the next one.
        pause().await;
        Some(part)
    }

    /// Where the successor of a part is made, if that was sent.
    fn place(&self, selector: &str) -> Option<HtmlElement> {
        self.app.query_selector(selector).ok()??;
        document().create_element("div").ok().map(JsCast::unchecked_into)
    }

    /// Shows what was made in a place, instead of what was sent: of what is there now, because somebody else's script may
    /// have made that anew.
    fn show(&self, selector: &str, place: &HtmlElement) {
        if let (Ok(Some(sent)), Some(now)) = (self.app.query_selector(selector), place.first_element_child()) {
            replace(&sent, &now);
        }
    }

    /// Shows whatever page the visitor is on, as soon as that is another than the one that was sent.
    fn follow_page(&mut self) {
        let (state, sent) = (self.state, self.sent);
        let Ok(Some(main)) = self.app.query_selector("main") else { return };
        let parts = std::mem::take(&mut self.parts);
        let mut kept = Some(SendWrapper::new((self.page.clone(), parts)));
        let owner = self.owner.clone();
        // A country's page is one part, and what was sent is in the same order.
        let mut is_sent = sent == Some(Page::Start);
        let follow = move || {
            if is_sent && Some(state.page.get()) == sent {
                return;
            }
            is_sent = false;
            if let Some((page, parts)) = kept.take().map(SendWrapper::take) {
                show_routes(state, &main, &owner);
                drop(parts);
                page.cleanup();
            }
        };
        self.owner.with(|| effect(follow));
    }
}

/// Waits until what is open in an element is there, too, so that it is as high as what it takes the place of. One
/// whose code cannot be had says so by itself.
async fn wait_for_lazy_parts(place: &Element) {
    for _ in 0..MOST_TURNS {
        if place.query_selector(".lazy:empty").ok().flatten().is_none() {
            return;
        }
        pause().await;
    }
}

/// Shows whatever page the visitor is on in the main part of the document.
fn show_routes(state: AppState, main: &Element, owner: &Owner) {
    let Ok(now) = document().create_element("main") else { return };
    let place: HtmlElement = now.clone().unchecked_into();
    owner.with(|| {
        let place = SendWrapper::new(place.clone());
        effect(move || place.set_class_name(main_class(state.page.get())));
    });
    let (main, owner) = (main.clone(), owner.clone());
    spawn(async move {
        if let Some(routes) = lazy_parts::mount(Part::Routes, place, owner).await {
            wait_for_lazy_parts(&now).await;
            replace(&main, &now);
            // It stays as long as the document.
            std::mem::forget(routes);
        }
    });
}
