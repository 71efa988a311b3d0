//! Reaching outside of Leptos.

use leptos::prelude::Effect;

/// Runs whenever what it reads has changed: an [`Effect`] without a value.
///
/// Every closure that an `Effect` is made of brings a task of its own type, 1.1 kB of the wasm before compression;
/// boxed, all of them have one.
pub fn effect(mut reach: impl FnMut() + 'static) {
    let reach: Box<dyn FnMut(Option<()>)> = Box::new(move |_| reach());
    Effect::new(reach);
}
