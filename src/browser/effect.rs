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

/// What a press does, as one type for all buttons: for each closure of its own, a listener of its own type would come.
pub fn press(mut act: impl FnMut() + 'static) -> Box<dyn FnMut(leptos::ev::MouseEvent)> {
    Box::new(move |_| act())
}
