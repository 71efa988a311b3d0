//! A list whose items stay where they are on the screen.
//!
//! Leptos' `For` takes an item out of the document and puts it back whenever others come before it
//! (tachys 0.2, `view/keyed.rs`): a video that plays there starts anew, and the focus is lost. Here
//! nothing is touched that is in order already; in another order, the item with the player or else
//! the focus stays, and the others move around it.

use std::mem;
use std::sync::Arc;

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::reactive_graph::OwnedView;
use leptos::tachys::renderer::{CastFrom, Rndr, types};
use leptos::tachys::view::{Mountable, Position, PositionState};

use super::dom::{Live, live};

type Make = Arc<dyn Fn(usize) -> AnyView + Send + Sync>;
type View = OwnedView<AnyView>;

/// Items that follow what `keys` reads, each known by its number and made once by `item`.
pub(super) fn each(
    keys: impl Fn() -> Vec<usize> + Send + 'static,
    item: impl Fn(usize) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    each_of(live(keys), Arc::new(item))
}

fn each_of(keys: Live<Vec<usize>>, make: Make) -> AnyView {
    // What an item listens to ends with the item, not with the next change of the list.
    let owner = Owner::new();
    let list = live(move || {
        let keys = keys.lock().map(|mut keys| keys()).unwrap_or_default();
        List { keys, make: Arc::clone(&make), owner: owner.clone() }
    });
    list.into_any()
}

/// The items as they should be.
struct List {
    keys: Vec<usize>,
    make: Make,
    owner: Owner,
}

/// The items as they are in the document.
struct Shown {
    parent: Option<types::Element>,
    items: Vec<Item>,
    /// Stands after the last item.
    end: types::Placeholder,
}

struct Item {
    key: usize,
    state: <View as Render>::State,
}

impl List {
    fn view(&self, key: usize) -> View {
        let owner = self.owner.with(Owner::new);
        let view = owner.with(|| (self.make)(key));
        OwnedView::new_with_owner(view, owner)
    }

    fn views(&self) -> impl Iterator<Item = View> {
        self.keys.iter().map(|key| self.view(*key))
    }
}

impl Render for List {
    type State = Shown;

    fn build(self) -> Shown {
        let items = self.keys.iter().map(|key| Item { key: *key, state: self.view(*key).build() });
        Shown { parent: None, items: items.collect(), end: Rndr::create_placeholder() }
    }

    fn rebuild(self, shown: &mut Shown) {
        let old = mem::take(&mut shown.items);
        let keys: Vec<usize> = old.iter().map(|item| item.key).collect();
        let places = places(&keys, &self.keys);
        let stays = stays(&places, self.keys.len(), fixed(&old));
        let mut kept: Vec<Option<Item>> = self.keys.iter().map(|_| None).collect();
        for (mut item, place) in old.into_iter().zip(places) {
            match place {
                Some(place) => kept[place] = Some(item),
                None => item.state.unmount(),
            }
        }
        let mut next: types::Node = shown.end.clone().into();
        for (place, key) in self.keys.iter().enumerate().rev() {
            let is_there = kept[place].is_some() && stays[place];
            let mut item = kept[place].take().unwrap_or_else(|| Item { key: *key, state: self.view(*key).build() });
            if let Some(parent) = shown.parent.as_ref().filter(|_| !is_there) {
                item.state.mount(parent, Some(&next));
            }
            if let Some(first) = item.state.elements().into_iter().next() {
                next = first.into();
            }
            shown.items.push(item);
        }
        shown.items.reverse();
    }
}

/// Where each old key stands in the new list, if it does.
fn places(old: &[usize], new: &[usize]) -> Vec<Option<usize>> {
    let mut of_key = vec![None; new.iter().max().map_or(0, |most| most + 1)];
    for (place, key) in new.iter().enumerate() {
        of_key[*key] = Some(place);
    }
    old.iter().map(|key| of_key.get(*key).copied().flatten()).collect()
}

/// The item that must not be moved: a moved player starts anew, and what is moved loses the focus.
fn fixed(items: &[Item]) -> Option<usize> {
    let find = |selector| {
        let is_it =
            |item: &Item| item.state.elements().iter().any(|element| element.matches(selector).unwrap_or(false));
        items.iter().position(is_it)
    };
    find(":has(iframe)").or_else(|| find(":focus-within"))
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

impl Mountable for Shown {
    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        self.parent = Some(parent.clone());
        for item in &mut self.items {
            item.state.mount(parent, marker);
        }
        self.end.mount(parent, marker);
    }

    fn unmount(&mut self) {
        for item in &mut self.items {
            item.state.unmount();
        }
        self.end.unmount();
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self.items.first() {
            Some(item) => item.state.insert_before_this(child),
            None => self.end.insert_before_this(child),
        }
    }

    fn elements(&self) -> Vec<types::Element> {
        self.items.iter().flat_map(|item| item.state.elements()).collect()
    }
}

impl AddAnyAttr for List {
    type Output<NewAttr: Attribute> = Self;

    /// A list has no element of its own; nobody gives it attributes.
    fn add_any_attr<NewAttr: Attribute>(self, _attribute: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for List {
    type AsyncOutput = Vec<View>;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Vec<View> {
        self.views().collect()
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        attributes: Vec<AnyAttribute>,
    ) {
        for view in self.views() {
            view.to_html_with_buf(html, position, escape, mark_branches, attributes.clone());
            *position = Position::NextChild;
        }
        html.push_str("<!>");
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Shown {
        let current = cursor.current();
        let parent = if position.get() == Position::FirstChild { Some(current) } else { Rndr::get_parent(&current) };
        let parent = parent.and_then(types::Element::cast_from);
        // All are made before the first is hydrated, as they are for the page (leptos issue 4881).
        let views: Vec<(usize, View)> = self.keys.iter().copied().zip(self.views()).collect();
        let hydrate = |(key, view): (usize, View)| Item { key, state: view.hydrate::<FROM_SERVER>(cursor, position) };
        let items = views.into_iter().map(hydrate).collect();
        let end = cursor.next_placeholder(position);
        position.set(Position::NextChild);
        Shown { parent, items, end }
    }

    fn into_owned(self) -> Self {
        self
    }
}
