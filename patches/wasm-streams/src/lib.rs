//! An empty stand-in for the crate `wasm-streams`.
//!
//! Leptos depends on `server_fn`, and that on `wasm-streams`, for server functions with streams. This
//! app has no server functions. But `wasm-streams` exports classes to JavaScript, and what is exported
//! can never be left out by the linker: they were 4.6 kB of the wasm and 0.8 kB of the scripts (brotli).
//! Here is only what `server_fn` has to compile against; none of it can be reached.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// Stands for a stream that is read.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Wraps a stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// The stream of the browser.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Would make a stream of the browser; the app never sends one.
    pub fn from_stream(_stream: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        unreachable!("this app has no server functions")
    }

    /// A stream that has already ended.
    pub fn into_stream(self) -> Ended {
        Ended
    }
}

/// A stream that has ended.
#[derive(Debug)]
pub struct Ended;

impl Stream for Ended {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
