//! Views, and what can be one.

use std::borrow::Cow;

use leptos::either::Either;
use leptos::prelude::{Get, Memo, RwSignal, Signal};

use crate::element::Element;
use crate::keyed::Keyed;

/// What a component shows. It is in the page once it is appended to an element.
pub enum View {
    /// Nothing.
    Empty,
    /// Text.
    Text(Cow<'static, str>),
    /// An element.
    Element(Element),
    /// One after the other.
    Several(Vec<View>),
    /// What a function gives, again whenever what it reads has changed.
    Dynamic(Box<dyn FnMut() -> View>),
    /// A list whose items stay while their keys do.
    Keyed(Keyed),
}

impl View {
    /// What `view!` puts around what it writes.
    #[allow(clippy::new_ret_no_self, reason = "it is Leptos' name, and a view of a view is that view")]
    pub fn new(view: impl IntoView) -> Self {
        view.into_view()
    }

    /// For Leptos' hot reloading, which is not here.
    #[must_use]
    pub fn with_view_marker(self, _marker: &str) -> Self {
        self
    }
}

/// What can be shown: text, numbers, elements, `Option`, `Vec`, tuples, and signals and functions of them.
pub trait IntoView {
    /// The view.
    fn into_view(self) -> View;

    /// Puts it at the end of an element.
    fn append_to(self, parent: &mut Element)
    where
        Self: Sized,
    {
        parent.append(self.into_view());
    }
}

impl IntoView for View {
    fn into_view(self) -> View {
        self
    }
}

impl IntoView for Element {
    fn into_view(self) -> View {
        View::Element(self)
    }
}

impl IntoView for () {
    fn into_view(self) -> View {
        View::Empty
    }
}

impl IntoView for Cow<'static, str> {
    fn into_view(self) -> View {
        View::Text(self)
    }
}

impl IntoView for &'static str {
    fn into_view(self) -> View {
        View::Text(self.into())
    }
}

impl IntoView for String {
    fn into_view(self) -> View {
        View::Text(self.into())
    }
}

macro_rules! number {
    ($($type:ty),*) => {$(
        impl IntoView for $type {
            fn into_view(self) -> View {
                self.to_string().into_view()
            }
        }
    )*};
}

number! { u8, u16, u32, u64, usize, i32, i64, isize }

impl<V: IntoView> IntoView for Option<V> {
    fn into_view(self) -> View {
        self.map_or(View::Empty, V::into_view)
    }
}

impl<V: IntoView> IntoView for Vec<V> {
    fn into_view(self) -> View {
        self.collect_view()
    }
}

impl<V: IntoView, const N: usize> IntoView for [V; N] {
    fn into_view(self) -> View {
        self.collect_view()
    }
}

impl<A: IntoView, B: IntoView> IntoView for Either<A, B> {
    fn into_view(self) -> View {
        match self {
            Self::Left(view) => view.into_view(),
            Self::Right(view) => view.into_view(),
        }
    }
}

impl<F: FnMut() -> V + 'static, V: IntoView> IntoView for F {
    fn into_view(mut self) -> View {
        View::Dynamic(Box::new(move || self().into_view()))
    }
}

macro_rules! signal {
    ($($type:ident),*) => {$(
        impl<V: IntoView + Clone + Send + Sync + 'static> IntoView for $type<V> {
            fn into_view(self) -> View {
                (move || self.get()).into_view()
            }
        }
    )*};
}

signal! { RwSignal, Memo, Signal }

macro_rules! tuple {
    ($($name:ident),*) => {
        impl<$($name: IntoView),*> IntoView for ($($name,)*) {
            fn into_view(self) -> View {
                #[allow(non_snake_case, reason = "a type and its value")]
                let ($($name,)*) = self;
                View::Several(vec![$($name.into_view()),*])
            }

            fn append_to(self, parent: &mut Element) {
                #[allow(non_snake_case, reason = "a type and its value")]
                let ($($name,)*) = self;
                $($name.append_to(parent);)*
            }
        }
    };
}

tuple! { A }
tuple! { A, B }
tuple! { A, B, C }
tuple! { A, B, C, D }
tuple! { A, B, C, D, E }
tuple! { A, B, C, D, E, F }
tuple! { A, B, C, D, E, F, G }
tuple! { A, B, C, D, E, F, G, H }
tuple! { A, B, C, D, E, F, G, H, I }
tuple! { A, B, C, D, E, F, G, H, I, J }
tuple! { A, B, C, D, E, F, G, H, I, J, K }
tuple! { A, B, C, D, E, F, G, H, I, J, K, L }
tuple! { A, B, C, D, E, F, G, H, I, J, K, L, M }
tuple! { A, B, C, D, E, F, G, H, I, J, K, L, M, N }
tuple! { A, B, C, D, E, F, G, H, I, J, K, L, M, N, O }
tuple! { A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P }

/// Views of an iterator.
pub trait CollectView {
    /// One after the other.
    fn collect_view(self) -> View;
}

impl<I: IntoIterator<Item = V>, V: IntoView> CollectView for I {
    fn collect_view(self) -> View {
        View::Several(self.into_iter().map(V::into_view).collect())
    }
}

/// What `view!` puts around each block, for types that are no views themselves. Here it is the block.
pub trait IntoRender: Sized {
    /// The block.
    fn into_render(self) -> Self {
        self
    }
}

impl<T> IntoRender for T {}
