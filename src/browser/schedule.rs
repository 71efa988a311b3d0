//! Later: after the current change, in another task, or with the next frame.

use std::future::Future;
use std::time::Duration;

use leptos::prelude::{request_animation_frame, set_timeout};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::MessageChannel;

/// Acts when what has just changed is in the document, but before the browser paints it. Leptos writes what
/// follows a signal in a microtask of its own.
pub fn after_update(act: impl FnOnce() + 'static) {
    spawn_local(async move {
        // One turn more than the effects need that are queued by now.
        leptos::task::tick().await;
        act();
    });
}

/// Acts with the next frame, when what has changed is in the document.
pub fn next_frame(act: impl FnOnce() + 'static) {
    request_animation_frame(act);
}

/// Acts when what has changed is on the screen. In a window that is out of sight, that is when it is seen again.
pub fn after_paint(act: impl FnOnce() + 'static) {
    // A frame's callbacks run before it is laid out and painted.
    next_frame(|| next_task(act));
}

/// Acts in a task of its own, so that the browser can paint and answer before.
pub fn next_task(act: impl FnOnce() + 'static) {
    set_timeout(act, Duration::ZERO);
}

/// Lets the browser have its turn. Not a frame, which a window that is out of sight may never have; and not a timeout,
/// which browsers put off by 4 ms where one follows another.
pub async fn pause() {
    let Ok(channel) = MessageChannel::new() else { return };
    let port = channel.port1();
    let mut begin = |resolve: js_sys::Function, _| {
        port.set_onmessage(Some(&resolve));
        let _sent = channel.port2().post_message(&JsValue::NULL);
    };
    // It never fails.
    drop(JsFuture::from(js_sys::Promise::new(&mut begin)).await);
    port.close();
}

/// Goes on with something while the page does.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    spawn_local(future);
}
