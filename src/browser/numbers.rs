//! How the browser writes numbers.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::JsCast;

/// Whether the browser writes one and a half as "1,5", and not as "1.5".
///
/// A list of the number is written as the number alone. It is asked by name, because a binding of its own would be code
/// in a script that everybody loads.
#[must_use]
pub fn have_decimal_comma() -> bool {
    let numbers = Array::of1(&1.5.into());
    let write = Reflect::get(&numbers, &"toLocaleString".into()).unwrap_or_default();
    let written = write.dyn_ref::<Function>().and_then(|write| write.call0(&numbers).ok());
    written.and_then(|written| written.as_string()).is_some_and(|written| written.contains(','))
}
