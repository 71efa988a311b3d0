//! Faults: how a test lets a server fail as servers do.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::CONTENT_LENGTH;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use hyper::body::Frame;

use crate::{Log, lock};

/// No file of a site is larger; a fault has the whole of an answer.
const LARGEST_ANSWER: usize = 64 * 1024 * 1024;

/// Changes the answer to an address, its path and query; it may also take its time.
pub type Fault = Arc<dyn Fn(&str, &mut Answer) + Send + Sync>;

/// An answer that a fault may change.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers; the length is set when the answer is sent.
    pub headers: HeaderMap,
    /// What is sent after them.
    pub body: Vec<u8>,
    /// After how many bytes of the body the connection ends.
    pub cut: Option<usize>,
}

impl Answer {
    /// Sets a header, in place of the one that is there.
    ///
    /// # Panics
    ///
    /// When the value is none that a header can have.
    pub fn set(&mut self, name: &'static str, value: &str) {
        let value = HeaderValue::from_str(value).expect("a header's value is visible text");
        self.headers.insert(name_of(name), value);
    }

    /// Takes headers away.
    pub fn remove(&mut self, names: &[&'static str]) {
        for name in names {
            self.headers.remove(name_of(name));
        }
    }
}

fn name_of(name: &str) -> HeaderName {
    HeaderName::from_bytes(name.as_bytes()).expect("a header's name is letters and hyphens")
}

/// Has the fault that is set change an answer.
pub(crate) async fn inject(State(log): State<Arc<Log>>, request: Request, next: Next) -> Response {
    let Some(fault) = lock(&log.fault).clone() else { return next.run(request).await };
    let asked = request.uri().path_and_query().map_or("/", |asked| asked.as_str()).to_owned();
    let (parts, body) = next.run(request).await.into_parts();
    let body = to_bytes(body, LARGEST_ANSWER).await.unwrap_or_default().to_vec();
    let mut answer = Answer { status: parts.status.as_u16(), headers: parts.headers, body, cut: None };
    let changed = tokio::task::spawn_blocking(move || {
        fault(&asked, &mut answer);
        answer
    });
    match changed.await {
        Ok(answer) => sent(answer),
        // The fault has panicked: its test will say so.
        Err(_) => status(StatusCode::INTERNAL_SERVER_ERROR),
    }
}

fn status(status: StatusCode) -> Response {
    let mut response = Response::default();
    *response.status_mut() = status;
    response
}

fn sent(answer: Answer) -> Response {
    let mut response = status(StatusCode::from_u16(answer.status).expect("a fault sets a status that there is"));
    *response.headers_mut() = answer.headers;
    let length = answer.body.len();
    // Of an answer without a body, the length is that of another: what HEAD asks about, what is known already.
    if length > 0 {
        response.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(length));
    }
    *response.body_mut() = match answer.cut {
        Some(cut) if cut < length => {
            Body::new(Truncated { rest: Some(Bytes::copy_from_slice(&answer.body[..cut])), is_flushed: false })
        }
        _ => Body::from(answer.body),
    };
    response
}

/// A body that ends before its time.
struct Truncated {
    rest: Option<Bytes>,
    is_flushed: bool,
}

impl HttpBody for Truncated {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if let Some(rest) = self.rest.take() {
            return Poll::Ready(Some(Ok(Frame::data(rest))));
        }
        if !self.is_flushed {
            // What has been given is sent while there is nothing more; an error at once would throw it away.
            self.is_flushed = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(Some(Err(io::ErrorKind::ConnectionAborted.into())))
    }
}
