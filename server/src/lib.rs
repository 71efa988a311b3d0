//! Serves a built site as production would: `cargo xtask serve`, `preview` and `examples` use it, and so do the browser
//! tests, which look at what was asked for ([`Server::requests`]), let it fail ([`Server::inject_fault`]) and take it off
//! the network ([`Server::stop`]).
//!
//! Files, compressed twins, ranges and conditions are answered by tower-http's `ServeDir`. Connections are accepted here
//! and not by `axum::serve`, because a test must be able to cut them all off at once.

mod fault;
mod folder;
pub mod hosts;
mod patience;

use std::collections::VecDeque;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{self, Next};
use axum::response::Response;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Runtime;
use tokio::sync::oneshot;
use tokio::task::{JoinHandle, JoinSet};

pub use fault::{Answer, Fault};
use folder::Folder;
use patience::Patient;

/// How many ports are tried from the wanted one on.
const PORTS_TRIED: u16 = 20;

/// How long a browser may take to ask, and to take a piece of an answer.
const LONGEST_WAIT: Duration = Duration::from_secs(60);

/// How long is waited after a connection that could not be accepted.
const PAUSE: Duration = Duration::from_millis(50);

/// How long answers that are being sent have when the server stops gracefully.
const LONGEST_FAREWELL: Duration = Duration::from_secs(5);

/// How many connections there are at once; more wait until one ends.
const MOST_CONNECTIONS: usize = 512;

/// How many of the addresses that were asked for are kept: more than any test asks for.
const KEPT_REQUESTS: usize = 10_000;

/// How much of each is kept, in bytes.
const LONGEST_KEPT: usize = 2_048;

/// The headers that an answer has beside those of its kind of file, by the file's path in the folder; an answer without
/// a file has an empty one.
pub type Headers = Arc<dyn Fn(&Path) -> Vec<(&'static str, String)> + Send + Sync>;

/// What is served, and where.
#[derive(Clone)]
pub struct Options {
    /// The built site.
    pub dir: PathBuf,
    /// The port on 127.0.0.1; 0 is any that is free.
    pub port: u16,
    /// The path of the site's root, `/` or a sub-path like `/a/b/`.
    pub prefix: String,
    /// What else answers say.
    pub headers: Headers,
}

impl Options {
    /// A built site, with the headers that it is to have.
    pub fn of_site(dir: PathBuf, port: u16, prefix: &str) -> Self {
        let site = dir.clone();
        // Its policy is that of its build, which may be another than that of this program.
        let headers: Headers = Arc::new(move |file| site::headers::of(&site, file));
        Self { dir, port, prefix: prefix.to_owned(), headers }
    }
}

/// A running server. It stops when it is dropped.
pub struct Server {
    address: SocketAddr,
    prefix: String,
    log: Arc<Log>,
    router: Router,
    running: Option<Running>,
}

/// What the server and the handlers of requests share.
#[derive(Default)]
struct Log {
    requests: Mutex<VecDeque<String>>,
    fault: Mutex<Option<Fault>>,
}

/// The threads of a server that accepts connections.
struct Running {
    runtime: Runtime,
    stop: oneshot::Sender<Stop>,
    accepting: JoinHandle<()>,
}

/// How a server stops.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// As when a machine is taken off the network.
    AtOnce,
    /// What was asked for is answered first.
    Gracefully,
}

impl Server {
    /// Starts to serve a folder.
    pub fn start(options: Options) -> Result<Self> {
        let port = options.port;
        let listener = listen(port).with_context(|| format!("Port {port} cannot be listened on"))?;
        Self::on(listener, options)
    }

    /// Starts to serve a folder on the wanted port or, if that is in use, on one of the next; also
    /// gives the port that was taken.
    pub fn start_near(options: Options) -> Result<(Self, u16)> {
        let last = options.port.saturating_add(PORTS_TRIED - 1);
        let mut port = options.port;
        let listener = loop {
            match listen(port) {
                Err(error) if error.kind() == io::ErrorKind::AddrInUse && port < last => port += 1,
                tried => break tried.with_context(|| format!("Port {port} cannot be listened on"))?,
            }
        };
        Ok((Self::on(listener, options)?, port))
    }

    fn on(listener: std::net::TcpListener, options: Options) -> Result<Self> {
        let address = listener.local_addr()?;
        let prefix = options.prefix.clone();
        let log = Arc::new(Log::default());
        let router = Router::new()
            .fallback(folder::answer)
            .with_state(Folder::new(options))
            .layer(middleware::from_fn_with_state(Arc::clone(&log), fault::inject))
            .layer(middleware::from_fn_with_state(Arc::clone(&log), note));
        let running = Some(Running::start(listener, router.clone())?);
        Ok(Self { address, prefix, log, router, running })
    }

    /// The address of the site's root: `http://127.0.0.1:PORT/a/b/`.
    pub fn address(&self) -> String {
        format!("http://{}{}", self.address, self.prefix)
    }

    /// The paths, with their queries, that were asked for so far; of many the last ones, and of a long one the beginning.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.log.requests).iter().cloned().collect()
    }

    /// Begins the list of [`Self::requests`] anew.
    pub fn forget_requests(&self) {
        lock(&self.log.requests).clear();
    }

    /// Injects a fault: from now on answers are changed by it. It has a thread of its own and may take its time.
    pub fn inject_fault(&self, fault: Fault) {
        *lock(&self.log.fault) = Some(fault);
    }

    /// Takes the fault away: from now on answers are right again.
    pub fn clear_faults(&self) {
        *lock(&self.log.fault) = None;
    }

    /// Closes the port and all connections: from now on browsers are refused.
    pub fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.stop(Stop::AtOnce);
        }
    }

    /// Serves again, on the same port, after [`Self::stop`].
    pub fn start_again(&mut self) -> Result<()> {
        if self.running.is_none() {
            let port = self.address.port();
            let listener = listen(port).with_context(|| format!("Port {port} cannot be listened on again"))?;
            self.running = Some(Running::start(listener, self.router.clone())?);
        }
        Ok(())
    }

    /// Serves until somebody presses Ctrl-C; what was asked for by then is answered.
    pub fn serve_until_interrupted(mut self) -> Result<()> {
        if let Some(running) = self.running.take() {
            running.runtime.block_on(tokio::signal::ctrl_c()).context("Ctrl-C cannot be waited for")?;
            running.stop(Stop::Gracefully);
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Running {
    fn start(listener: std::net::TcpListener, router: Router) -> Result<Self> {
        listener.set_nonblocking(true)?;
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let (stop, stopped) = oneshot::channel();
        let listener = {
            let _entered = runtime.enter();
            TcpListener::from_std(listener)?
        };
        let accepting = runtime.spawn(accept(listener, router, stopped));
        Ok(Self { runtime, stop, accepting })
    }

    fn stop(self, how: Stop) {
        // Neither fails unless the task has panicked, and then the port is closed as well.
        self.stop.send(how).ok();
        self.runtime.block_on(self.accepting).ok();
        // A fault that is still taking its time is not waited for.
        self.runtime.shutdown_background();
    }
}

/// Accepts connections until the server is to stop.
async fn accept(listener: TcpListener, router: Router, mut stopped: oneshot::Receiver<Stop>) {
    let graceful = GracefulShutdown::new();
    let mut connections = JoinSet::new();
    let how = loop {
        tokio::select! {
            how = &mut stopped => break how.unwrap_or(Stop::AtOnce),
            Some(_) = connections.join_next() => {}
            accepted = listener.accept(), if connections.len() < MOST_CONNECTIONS => {
                match accepted {
                    Ok((connection, _)) => drop(connections.spawn(converse(connection, router.clone(), &graceful))),
                    // A browser that has gone away; or there are too many open files, which would be said again at once.
                    Err(_) => tokio::time::sleep(PAUSE).await,
                }
            }
        }
    };
    drop(listener);
    if how == Stop::Gracefully {
        tokio::time::timeout(LONGEST_FAREWELL, graceful.shutdown()).await.ok();
    }
    connections.shutdown().await;
}

/// Answers the requests of one connection, one after the other.
fn converse(connection: TcpStream, router: Router, graceful: &GracefulShutdown) -> impl Future<Output = ()> + use<> {
    // Answers are written in one piece; waiting for more to send would only delay them.
    connection.set_nodelay(true).ok();
    let conversation = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(LONGEST_WAIT)
        .serve_connection(TokioIo::new(Patient::new(connection, LONGEST_WAIT)), TowerToHyperService::new(router));
    let conversation = graceful.watch(conversation);
    async move {
        // An error here is the browser's: it went away or did not speak HTTP. Or it is a fault that cuts an answer off.
        conversation.await.ok();
    }
}

/// Keeps which addresses are asked for.
async fn note(State(log): State<Arc<Log>>, request: Request, next: Next) -> Response {
    let asked = request.uri().path_and_query().map_or("/", |asked| asked.as_str());
    let asked = asked[..asked.floor_char_boundary(LONGEST_KEPT)].to_owned();
    {
        let mut requests = lock(&log.requests);
        if requests.len() == KEPT_REQUESTS {
            requests.pop_front();
        }
        requests.push_back(asked);
    }
    next.run(request).await
}

fn listen(port: u16) -> io::Result<std::net::TcpListener> {
    std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port))
}

/// A panic of another thread has not left these plain values half changed.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
