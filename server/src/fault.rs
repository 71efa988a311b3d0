//! Faults: how a test lets a server fail as servers do.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::CONTENT_LENGTH;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use hyper::body::Frame;
use tokio::time::{Sleep, sleep};

use crate::{Log, lock};

/// No file of a site is larger; a fault has the whole of an answer.
const LARGEST_ANSWER: usize = 64 * 1024 * 1024;

/// How often is looked whether the rest of an answer may come.
const GATE_PAUSE: Duration = Duration::from_millis(10);

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
    /// After how many bytes the rest waits, until this is true.
    pub held: Option<(usize, Arc<AtomicBool>)>,
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
    let is_head = request.method() == Method::HEAD;
    let (parts, body) = next.run(request).await.into_parts();
    let Ok(body) = to_bytes(body, LARGEST_ANSWER).await else { return status(StatusCode::INTERNAL_SERVER_ERROR) };
    let mut answer =
        Answer { status: parts.status.as_u16(), headers: parts.headers, body: body.to_vec(), cut: None, held: None };
    let changed = tokio::task::spawn_blocking(move || {
        fault(&asked, &mut answer);
        answer
    });
    match changed.await {
        Ok(answer) => sent(answer, is_head),
        // The fault has panicked: its test will say so.
        Err(_) => status(StatusCode::INTERNAL_SERVER_ERROR),
    }
}

fn status(status: StatusCode) -> Response {
    let mut response = Response::default();
    *response.status_mut() = status;
    response
}

fn sent(answer: Answer, is_head: bool) -> Response {
    let mut response = status(StatusCode::from_u16(answer.status).expect("a fault sets a status that there is"));
    *response.headers_mut() = answer.headers;
    let length = answer.body.len();
    // Of an answer without a body, the length is that of another: what HEAD asks about, what is known already.
    if !is_head && response.status() != StatusCode::NOT_MODIFIED {
        response.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(length));
    }
    let body = Bytes::from(answer.body);
    *response.body_mut() = match (answer.cut, answer.held) {
        (Some(at), _) if at < length => {
            Body::new(InParts { first: Some(body.slice(..at)), rest: Rest::Lost { is_flushed: false } })
        }
        (None, Some((at, gate))) if at < length => {
            Body::new(InParts { first: Some(body.slice(..at)), rest: Rest::Held(body.slice(at..), gate, None) })
        }
        _ => Body::from(body),
    };
    response
}

/// A body of which only the beginning comes at once.
struct InParts {
    first: Option<Bytes>,
    rest: Rest,
}

/// What becomes of the rest of a body.
enum Rest {
    /// It never comes: the connection ends.
    Lost { is_flushed: bool },
    /// It comes when the gate is open, which is looked at again after a while.
    Held(Bytes, Arc<AtomicBool>, Option<Pin<Box<Sleep>>>),
    /// It has come.
    Sent,
}

impl HttpBody for InParts {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if let Some(first) = self.first.take() {
            return Poll::Ready(Some(Ok(Frame::data(first))));
        }
        loop {
            match &mut self.rest {
                Rest::Sent => return Poll::Ready(None),
                Rest::Lost { is_flushed: true } => {
                    return Poll::Ready(Some(Err(io::ErrorKind::ConnectionAborted.into())));
                }
                Rest::Lost { is_flushed } => {
                    // What has been given is sent while there is nothing more; an error at once would throw it away.
                    *is_flushed = true;
                    context.waker().wake_by_ref();
                    return Poll::Pending;
                }
                Rest::Held(bytes, gate, _) if gate.load(Ordering::SeqCst) => {
                    let rest = std::mem::take(bytes);
                    self.rest = Rest::Sent;
                    return Poll::Ready(Some(Ok(Frame::data(rest))));
                }
                Rest::Held(_, _, pause) => {
                    let wait = pause.get_or_insert_with(|| Box::pin(sleep(GATE_PAUSE)));
                    if wait.as_mut().poll(context).is_pending() {
                        return Poll::Pending;
                    }
                    *pause = None;
                }
            }
        }
    }
}
