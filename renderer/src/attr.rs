//! Attributes and their values.

use std::borrow::Cow;

use leptos::prelude::{Get, Memo, RwSignal, Signal};

/// Attributes of any name.
pub mod custom {
    use super::{AttributeValue, IntoAttribute};

    /// An attribute that can be spread: `<h2 {..custom_attribute("aria-level", level)}>`.
    pub struct CustomAttribute {
        pub(crate) name: &'static str,
        pub(crate) value: AttributeValue,
    }

    /// An attribute to be spread.
    pub fn custom_attribute(name: &'static str, value: impl IntoAttribute) -> CustomAttribute {
        CustomAttribute { name, value: value.into_attribute() }
    }
}

/// The text of an attribute; `None` leaves the attribute out.
pub type Text = Option<Cow<'static, str>>;

/// The value of an attribute.
pub enum AttributeValue {
    /// One that stays.
    Fixed(Text),
    /// One that follows what the function reads.
    Dynamic(Box<dyn FnMut() -> Text>),
}

/// What can be the value of an attribute: text, numbers, `bool` (there without a value, or not there), `Option`, and
/// signals and functions of them.
pub trait IntoAttribute {
    /// The value.
    fn into_attribute(self) -> AttributeValue;
}

/// What has its text when it is given, unlike a function or a signal.
pub trait IntoText {
    /// The value now.
    fn into_text(self) -> Text;
}

impl IntoText for Cow<'static, str> {
    fn into_text(self) -> Text {
        Some(self)
    }
}

impl IntoText for &'static str {
    fn into_text(self) -> Text {
        Some(self.into())
    }
}

impl IntoText for String {
    fn into_text(self) -> Text {
        Some(self.into())
    }
}

impl IntoText for bool {
    fn into_text(self) -> Text {
        self.then(|| "".into())
    }
}

impl<T: IntoText> IntoText for Option<T> {
    fn into_text(self) -> Text {
        self.and_then(T::into_text)
    }
}

macro_rules! fixed {
    ($($type:ty),*) => {$(
        impl IntoAttribute for $type {
            fn into_attribute(self) -> AttributeValue {
                AttributeValue::Fixed(self.into_text())
            }
        }
    )*};
}

fixed! { Cow<'static, str>, &'static str, String, bool }

macro_rules! number {
    ($($type:ty),*) => {$(
        impl IntoText for $type {
            fn into_text(self) -> Text {
                self.to_string().into_text()
            }
        }
        fixed! { $type }
    )*};
}

number! { u8, u16, u32, u64, usize, i32, i64, isize }

impl<T: IntoAttribute> IntoAttribute for Option<T> {
    fn into_attribute(self) -> AttributeValue {
        self.map_or(AttributeValue::Fixed(None), T::into_attribute)
    }
}

impl<F: FnMut() -> T + 'static, T: IntoText> IntoAttribute for F {
    fn into_attribute(mut self) -> AttributeValue {
        AttributeValue::Dynamic(Box::new(move || self().into_text()))
    }
}

macro_rules! signal {
    ($($type:ident),*) => {$(
        impl<T: IntoText + Clone + Send + Sync + 'static> IntoAttribute for $type<T> {
            fn into_attribute(self) -> AttributeValue {
                (move || self.get()).into_attribute()
            }
        }
    )*};
}

signal! { RwSignal, Memo, Signal }

/// What `view!` puts around each value of an attribute, for types that are none themselves. Here it is the value.
pub trait IntoAttributeValue: Sized {
    /// The value.
    fn into_attribute_value(self) -> Self {
        self
    }
}

impl<T> IntoAttributeValue for T {}
