//! A value of the browser as serde reads it: what `JSON.parse` makes, and nothing else.
//!
//! serde-wasm-bindgen reads everything that JavaScript has, and its messages bring the printing of decimal
//! numbers into the wasm: 15 kB (raw) that nobody here would ever read.

use std::fmt;

use js_sys::{Array, Object};
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use wasm_bindgen::{JsCast, JsValue};

/// How deep a value is read: several times deeper than any key that is known, and not so deep that a
/// hostile file could exhaust the stack.
const DEEPEST: u32 = 32;

/// A value, and how much deeper it may go.
pub(super) struct Js {
    value: JsValue,
    depth: u32,
}

impl Js {
    pub(super) fn new(value: JsValue) -> Self {
        Self { value, depth: DEEPEST }
    }
}

/// A value that goes too deep; nothing else can go wrong.
#[derive(Debug)]
pub(super) struct TooDeep;

impl fmt::Display for TooDeep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("too deep")
    }
}

impl std::error::Error for TooDeep {}

impl de::Error for TooDeep {
    fn custom<T: fmt::Display>(_message: T) -> Self {
        Self
    }
}

impl<'de> Deserializer<'de> for Js {
    type Error = TooDeep;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TooDeep> {
        let Self { value, depth } = self;
        if let Some(text) = value.as_string() {
            return visitor.visit_str(&text);
        }
        if let Some(number) = value.as_f64() {
            return visitor.visit_f64(number);
        }
        if let Some(truth) = value.as_bool() {
            return visitor.visit_bool(truth);
        }
        let Some(object) = value.dyn_ref::<Object>() else { return visitor.visit_unit() };
        let depth = depth.checked_sub(1).ok_or(TooDeep)?;
        match value.dyn_ref::<Array>() {
            Some(items) => visitor.visit_seq(Items { items: items.clone(), at: 0, depth }),
            None => visitor.visit_map(Items { items: Object::entries(object), at: 0, depth }),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The items of a list, or the entries of an object: pairs of key and value.
struct Items {
    items: Array,
    at: u32,
    depth: u32,
}

impl Items {
    fn next(&mut self) -> Option<JsValue> {
        let at = self.at;
        self.at += 1;
        (at < self.items.length()).then(|| self.items.get(at))
    }

    fn read<'de, S: DeserializeSeed<'de>>(&self, seed: S, value: JsValue) -> Result<S::Value, TooDeep> {
        seed.deserialize(Js { value, depth: self.depth })
    }
}

impl<'de> SeqAccess<'de> for Items {
    type Error = TooDeep;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, TooDeep> {
        self.next().map(|item| self.read(seed, item)).transpose()
    }
}

impl<'de> MapAccess<'de> for Items {
    type Error = TooDeep;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, TooDeep> {
        let entry = self.next();
        entry.map(|entry| self.read(seed, entry.unchecked_into::<Array>().get(0))).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, TooDeep> {
        let entry: Array = self.items.get(self.at - 1).unchecked_into();
        self.read(seed, entry.get(1))
    }
}
