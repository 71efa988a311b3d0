//! A list whose items stay where they are on the screen.
//!
//! Leptos' `For` takes an item out of the document and puts it back whenever others come before it
//! (tachys 0.2, `view/keyed.rs`): a video that plays there starts anew, and the focus is lost. Here
//! nothing is touched that is in order already; in another order, the item with the player or else
//! the focus stays, and the others move around it.
//!
//! A list may be patient: what stands in the page already is taken over an item at a time, so that the page
//! never stops for long, and at once where the visitor presses something. It may also put off what is new and
//! out of sight: an empty shell stands there until the app is calm, so that a keystroke waits for no card that
//! nobody sees.

use std::cell::RefCell;
use std::mem;
use std::rc::{Rc, Weak};

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::dom::{El, Listener, Part, Read, Turn, focused, later, remove, watch};
use crate::app::App;

/// What a visitor does with an item that needs it to be taken over.
const ACTIONS: [&str; 4] = ["click", "focusin", "toggle", "beforematch"];

/// Items that follow a list of keys, each made once.
pub(crate) struct List {
    keys: Read<Vec<usize>>,
    make: Box<dyn Fn(usize) -> El>,
    /// The key of an item that is kept, with all that was done to it, while it is not in the list.
    kept: Option<usize>,
    /// Whose calm the list waits for, where it is patient.
    patient: Option<App>,
    /// What stands in the place of an item until it is made.
    shell: Option<Box<dyn Fn(usize) -> El>>,
    /// What an item listens to ends with the item, not with the next change of the list.
    owner: Owner,
}

/// Items that follow what `keys` reads, each known by its number and made once by `item`.
///
/// What an item follows must outlive the list, or be the item's own: when the list goes, its items still run once.
pub(super) fn each(keys: impl Fn() -> Vec<usize> + 'static, item: impl Fn(usize) -> El + 'static) -> List {
    List { keys: Box::new(keys), make: Box::new(item), kept: None, patient: None, shell: None, owner: Owner::new() }
}

/// The items in the document.
struct Shown {
    list: List,
    parent: Element,
    items: Vec<Item>,
    kept: Option<Item>,
    /// Whether items are being taken over or made.
    is_busy: bool,
    /// Whether a shell has been filled meanwhile.
    has_made: bool,
}

struct Item {
    key: usize,
    element: Element,
    state: State,
}

enum State {
    /// As it should be.
    Whole(#[expect(dead_code, reason = "the item goes on as long as it is kept")] Life),
    /// As it stands in the page that was sent.
    Sent,
    /// An empty shell.
    Shell,
}

impl Item {
    fn is_whole(&self) -> bool {
        matches!(self.state, State::Whole(_))
    }
}

/// What an item needs to go on; it ends in this order.
struct Life {
    _parts: Vec<Part>,
    _owner: Owner,
}

impl List {
    /// Keeps the item of that key when it leaves.
    pub(super) fn keeping(mut self, key: usize) -> Self {
        self.kept = Some(key);
        self
    }

    /// Takes its time with items that stand in the page already.
    pub(super) fn patient(mut self, app: App) -> Self {
        self.patient = Some(app);
        self
    }

    /// Lets new items that are out of sight wait, behind shells; only a patient list does.
    pub(super) fn with_shells(mut self, shell: impl Fn(usize) -> El + 'static) -> Self {
        self.shell = Some(Box::new(shell));
        self
    }

    /// The items as they are first, for a page that is to be sent.
    #[cfg(feature = "ssr")]
    pub(super) fn elements(&self) -> Vec<El> {
        (self.keys)().into_iter().map(|key| self.owner.with(|| (self.make)(key))).collect()
    }

    /// Puts the items into their element.
    pub(super) fn build(self, parent: &Element, life: &mut Vec<Part>) {
        self.show(parent, life, false);
    }

    /// Takes over the items that stand in their element.
    pub(super) fn adopt(self, parent: &Element, life: &mut Vec<Part>) {
        self.show(parent, life, true);
    }

    fn show(self, parent: &Element, life: &mut Vec<Part>, mut is_sent: bool) {
        let patient = self.patient;
        let shown = Rc::new(RefCell::new(Shown {
            list: self,
            parent: parent.clone(),
            items: Vec::new(),
            kept: None,
            is_busy: false,
            has_made: false,
        }));
        life.push(watch(Box::new({
            let shown = Rc::clone(&shown);
            move || {
                if mem::take(&mut is_sent) {
                    shown.borrow_mut().find();
                } else {
                    shown.borrow_mut().follow();
                }
                complete_when_calm(&shown);
            }
        })));
        let Some(app) = patient else { return };
        life.push(watch(Box::new({
            let shown = Rc::clone(&shown);
            move || {
                app.calm.get();
                complete_when_calm(&shown);
            }
        })));
        for action in ACTIONS {
            let shown = Rc::clone(&shown);
            let hear = move |event: leptos::ev::Event| {
                if let Some(at) = event.target().and_then(|target| target.dyn_into::<Node>().ok()) {
                    shown.borrow_mut().complete_at(&at);
                }
            };
            life.push(Part::Listener(Listener::new(parent, action, true, Box::new(hear))));
        }
    }

    /// Calls with an item in a life of its own.
    fn make<T>(&self, key: usize, put: impl FnOnce(El, &mut Vec<Part>) -> T) -> (T, Life) {
        let owner = self.owner.with(Owner::new);
        let mut parts = Vec::new();
        let made = owner.with(|| untrack(|| put((self.make)(key), &mut parts)));
        (made, Life { _parts: parts, _owner: owner })
    }

    fn item(&self, key: usize) -> Item {
        let (element, life) = self.make(key, El::build);
        Item { key, element, state: State::Whole(life) }
    }

    /// The shell of an item, or the item where there are none.
    fn shell(&self, key: usize) -> Item {
        match &self.shell {
            Some(shell) => Item { key, element: shell(key).build(&mut Vec::new()), state: State::Shell },
            None => self.item(key),
        }
    }
}

/// Begins to take over or make items, where there are any and the app is calm.
fn complete_when_calm(shown: &Rc<RefCell<Shown>>) {
    let mut list = shown.borrow_mut();
    if !list.is_busy && list.waiting().is_some() {
        list.is_busy = true;
        complete_later(Rc::downgrade(shown));
    }
}

/// Takes over or makes items when the browser has time, a few at a time.
fn complete_later(shown: Weak<RefCell<Shown>>) {
    let act = move || {
        let Some(strong) = shown.upgrade() else { return };
        let turn = Turn::begin();
        while turn.goes_on() {
            let mut list = strong.borrow_mut();
            let Some(next) = list.waiting() else {
                list.is_busy = false;
                let made = list.list.patient.filter(|_| mem::take(&mut list.has_made));
                drop(list);
                if let Some(app) = made {
                    app.tell_made();
                }
                return;
            };
            list.complete(next);
        }
        complete_later(shown);
    };
    later(act);
}

impl Shown {
    /// Finds the items in the page, which has those of the list and in its order.
    fn find(&mut self) {
        let keys = (self.list.keys)();
        let mut element = self.parent.first_element_child();
        for key in keys {
            let Some(here) = element else { return self.make_all() };
            element = here.next_element_sibling();
            self.items.push(Item { key, element: here, state: State::Sent });
        }
        if element.is_some() {
            return self.make_all();
        }
        if self.list.patient.is_none() {
            (0..self.items.len()).for_each(|at| self.complete(at));
        }
    }

    /// Makes everything anew, where the page has something else.
    fn make_all(&mut self) {
        self.items.clear();
        self.parent.set_text_content(None);
        self.follow();
    }

    /// Takes an item over from the page, or makes it: where it is a shell, or not what it should be.
    fn complete(&mut self, at: usize) {
        let Item { key, element, state } = &self.items[at];
        match state {
            State::Whole(_) => return,
            State::Sent => {
                let (taken, life) = self.list.make(*key, |item, parts| item.adopt(element, parts));
                if taken.is_ok() {
                    self.items[at].state = State::Whole(life);
                    return;
                }
            }
            State::Shell => self.has_made = true,
        }
        let new = self.list.item(*key);
        let _in_the_page = element.replace_with_with_node_1(&new.element);
        self.items[at] = new;
    }

    /// The first item that is to be taken over or made. Who types on needs other ones.
    fn waiting(&self) -> Option<usize> {
        let is_calm = self.list.patient.is_some_and(|app| app.calm.now());
        self.items.iter().position(|item| !item.is_whole()).filter(|_| is_calm)
    }

    fn complete_at(&mut self, node: &Node) {
        if let Some(at) = self.items.iter().position(|item| item.element.contains(Some(node))) {
            self.complete(at);
        }
    }

    /// The item that must not be moved: a moved player starts anew, and what is moved loses the focus.
    fn fixed(&self, items: &[Item]) -> Option<usize> {
        let player = self.parent.query_selector("iframe").ok().flatten();
        let node = player.map(Node::from).or_else(|| focused(&self.parent))?;
        items.iter().position(|item| item.element.contains(Some(&node)))
    }

    /// Brings the document in line with the keys.
    fn follow(&mut self) {
        let new = (self.list.keys)();
        let mut old = mem::take(&mut self.items);
        // What stands here as it was sent is of a list that is no longer.
        for sent in old.extract_if(.., |item| matches!(item.state, State::Sent)) {
            remove(&sent.element);
        }
        let keys: Vec<usize> = old.iter().map(|item| item.key).collect();
        let places = places(&keys, &new);
        let stays = stays(&places, new.len(), self.fixed(&old));
        let mut here: Vec<Option<Item>> = new.iter().map(|_| None).collect();
        for (item, place) in old.into_iter().zip(places) {
            match place {
                Some(place) => here[place] = Some(item),
                None => {
                    remove(&item.element);
                    if self.list.kept == Some(item.key) {
                        self.kept = Some(item);
                    }
                }
            }
        }
        let in_sight = self.list.patient.map_or(usize::MAX, |app| app.cards_in_sight());
        // Who asks for more looks at what comes after the rest; everybody else, at the beginning.
        let grown = if new.starts_with(&keys) { keys.len() } else { 0 };
        let is_seen = |place: usize| place < in_sight || (grown <= place && place - grown < in_sight);
        let mut next: Option<Node> = None;
        for (place, key) in new.iter().enumerate().rev() {
            if let Some(shell) = here[place].take_if(|item| is_seen(place) && matches!(item.state, State::Shell)) {
                remove(&shell.element);
            }
            let old = here[place].take().or_else(|| self.kept.take_if(|kept| kept.key == *key));
            let item = old.unwrap_or_else(|| if is_seen(place) { self.list.item(*key) } else { self.list.shell(*key) });
            if !stays[place] || item.element.parent_node().is_none() {
                let _made_for_it = self.parent.insert_before(&item.element, next.as_ref());
            }
            next = Some(item.element.clone().into());
            self.items.push(item);
        }
        self.items.reverse();
    }
}

/// Where each old key stands in the new list, if it does.
fn places(old: &[usize], new: &[usize]) -> Vec<Option<usize>> {
    // Some sixty of each: to look is faster than to make a table of them.
    old.iter().map(|key| new.iter().position(|new| new == key)).collect()
}

/// For each of the new places whether its old item can stay where it is: as many as possible, and
/// `fixed` in any case. `places` are those of the old items, in their old order.
fn stays(places: &[Option<usize>], new: usize, fixed: Option<usize>) -> Vec<bool> {
    let fixed = fixed.and_then(|at| Some((at, places[at]?)));
    let in_order = |at: usize, place: usize| fixed.is_none_or(|(f, p)| at.cmp(&f) == place.cmp(&p));
    // The longest rising sequence of places: `ends` has for each length the lowest place one can end in.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; new];
    for place in places.iter().enumerate().filter_map(|(at, place)| place.filter(|place| in_order(at, *place))) {
        let length = ends.partition_point(|end| *end < place);
        before[place] = length.checked_sub(1).map(|shorter| ends[shorter]);
        match ends.get_mut(length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    let mut stays = vec![false; new];
    let mut place = ends.last().copied();
    while let Some(at) = place {
        stays[at] = true;
        place = before[at];
    }
    stays
}
