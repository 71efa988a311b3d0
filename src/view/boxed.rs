//! Views whose types stay inside of them.
//!
//! The type of a `view!` holds the types of all views in it, and the compiler makes its own copy of the code that
//! mounts, updates and drops it. Boxed where a component ends, a view is one type for everybody around it. Leptos' own
//! `AnyView` does so too, but brings what servers and hydration need for each type that is boxed.

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::{Position, PositionState};

/// A view of any type.
pub struct BoxedView(Box<dyn View + Send>);

/// What is on the screen of it.
pub struct BoxedState(Box<dyn Mountable>);

/// What of a view depends on its type.
trait View {
    fn build(self: Box<Self>) -> Box<dyn Mountable>;
    #[cfg(feature = "ssr")]
    fn write(self: Box<Self>, html: &mut String, position: &mut Position, escape: bool);
}

impl<V: RenderHtml<State: 'static> + 'static> View for V {
    fn build(self: Box<Self>) -> Box<dyn Mountable> {
        Box::new(Render::build(*self))
    }

    #[cfg(feature = "ssr")]
    fn write(self: Box<Self>, html: &mut String, position: &mut Position, escape: bool) {
        (*self).to_html_with_buf(html, position, escape, false, Vec::new());
    }
}

/// Boxes views.
pub trait IntoBoxedView {
    /// The view as one of a type that is the same for all.
    fn boxed(self) -> BoxedView;
}

impl<V: RenderHtml<State: 'static> + 'static> IntoBoxedView for V {
    fn boxed(self) -> BoxedView {
        BoxedView(Box::new(self))
    }
}

impl Render for BoxedView {
    type State = BoxedState;

    fn build(self) -> BoxedState {
        BoxedState(self.0.build())
    }

    /// Another view takes the place of the one that is there.
    fn rebuild(self, state: &mut BoxedState) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl Mountable for BoxedState {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.0.elements()
    }
}

impl AddAnyAttr for BoxedView {
    type Output<NewAttribute: Attribute> = Self;

    /// Components have their attributes as properties.
    fn add_any_attr<NewAttribute: Attribute>(self, _attribute: NewAttribute) -> Self {
        self
    }
}

impl RenderHtml for BoxedView {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        escape: bool,
        _mark_branches: bool,
        _attributes: Vec<AnyAttribute>,
    ) {
        #[cfg(feature = "ssr")]
        self.0.write(html, position, escape);
        #[cfg(not(feature = "ssr"))]
        let _only_natively = (html, position, escape);
    }

    /// This app renders anew over what was sent.
    fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> BoxedState {
        Render::build(self)
    }

    fn into_owned(self) -> Self {
        self
    }
}
