//! A server for a built site, answering as production would; the browser tests use it too.
//!
//! It is written on `std` alone because tests must be able to take the site off the network for
//! good: `tiny_http` neither closes kept connections nor lets an answer say `Connection: close`, and
//! a fixed set of worker threads waits for ever on connections that a browser opens ahead of need.

mod http;
mod site;

use std::collections::HashMap;
use std::io::{self, BufReader};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::{Context, Result};

pub use http::Answer;
use site::StaticFiles;

/// How many ports are tried from the wanted one on.
const PORTS_TRIED: u16 = 20;

/// How long a browser may say nothing, or take nothing: a connection that waits holds a thread.
const LONGEST_WAIT: Duration = Duration::from_secs(60);

/// How many of the addresses that were asked for are kept: more than any test asks for.
const KEPT_REQUESTS: usize = 10_000;

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
        Self { dir, port, prefix: prefix.to_owned(), headers: Arc::new(site::headers) }
    }
}

/// Changes the answer to an address, to let a server fail as servers do; it may also take its time.
pub type Fault = Box<dyn Fn(&str, &mut Answer) + Send + Sync>;

/// A running server. It stops when it is dropped.
pub struct Server {
    address: SocketAddr,
    prefix: String,
    shared: Arc<Shared>,
    listening: Option<JoinHandle<()>>,
}

/// What the listening thread and the connections' threads share.
struct Shared {
    site: StaticFiles,
    stopped: AtomicBool,
    connections: Mutex<HashMap<SocketAddr, TcpStream>>,
    requests: Mutex<Vec<String>>,
    fault: Mutex<Option<Arc<Fault>>>,
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
                Err(error) if is_in_use(&error) && port < last => port += 1,
                tried => break tried.with_context(|| format!("Port {port} cannot be listened on"))?,
            }
        };
        Ok((Self::on(listener, options)?, port))
    }

    fn on(listener: TcpListener, options: Options) -> Result<Self> {
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            site: StaticFiles::new(options.dir, &options.prefix, options.headers),
            stopped: AtomicBool::new(false),
            connections: Mutex::default(),
            requests: Mutex::default(),
            fault: Mutex::default(),
        });
        let listening = Some(accept(listener, Arc::clone(&shared)));
        Ok(Self { address, prefix: options.prefix, shared, listening })
    }

    /// The address of the site's root: `http://127.0.0.1:PORT/a/b/`.
    pub fn address(&self) -> String {
        format!("http://{}{}", self.address, self.prefix)
    }

    /// The paths, with their queries, that were asked for so far.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.shared.requests).clone()
    }

    /// Begins the list of [`Self::requests`] anew.
    pub fn forget_requests(&self) {
        lock(&self.shared.requests).clear();
    }

    /// Injects a fault: from now on answers are changed by it.
    pub fn inject_fault(&self, fault: Fault) {
        *lock(&self.shared.fault) = Some(Arc::new(fault));
    }

    /// Takes the fault away: from now on answers are right again.
    pub fn clear_faults(&self) {
        *lock(&self.shared.fault) = None;
    }

    /// Closes the port and all connections: from now on browsers are refused.
    pub fn stop(&mut self) {
        let Some(listening) = self.listening.take() else {
            return;
        };
        self.shared.stopped.store(true, Ordering::SeqCst);
        // The listening thread waits in `accept`; a connection of our own wakes it.
        drop(TcpStream::connect(self.address));
        // It does not panic, and if it had, the port would be closed as well.
        listening.join().ok();
        for (_, connection) in lock(&self.shared.connections).drain() {
            // An error means that the browser has closed it already.
            connection.shutdown(Shutdown::Both).ok();
        }
    }

    /// Serves again, on the same port, after [`Self::stop`].
    pub fn start_again(&mut self) -> Result<()> {
        if self.listening.is_some() {
            return Ok(());
        }
        let port = self.address.port();
        let listener = listen(port).with_context(|| format!("Port {port} cannot be listened on again"))?;
        self.shared.stopped.store(false, Ordering::SeqCst);
        self.listening = Some(accept(listener, Arc::clone(&self.shared)));
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn listen(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
}

fn is_in_use(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::AddrInUse
}

/// Accepts connections until the server stops; each has its own thread.
fn accept(listener: TcpListener, shared: Arc<Shared>) -> JoinHandle<()> {
    thread::spawn(move || {
        for connection in listener.incoming() {
            if shared.stopped.load(Ordering::SeqCst) {
                return;
            }
            let Ok(connection) = connection else { continue };
            let (Ok(peer), Ok(ours)) = (connection.peer_addr(), connection.try_clone()) else {
                continue;
            };
            lock(&shared.connections).insert(peer, ours);
            let shared = Arc::clone(&shared);
            thread::spawn(move || {
                // An error here is the browser's: it went away or did not speak HTTP.
                converse(&connection, &shared).ok();
                connection.shutdown(Shutdown::Both).ok();
                lock(&shared.connections).remove(&peer);
            });
        }
    })
}

/// Answers the requests of one connection, one after the other.
fn converse(connection: &TcpStream, shared: &Shared) -> io::Result<()> {
    // Answers are written in one piece; waiting for more to send would only delay them.
    connection.set_nodelay(true)?;
    connection.set_read_timeout(Some(LONGEST_WAIT))?;
    connection.set_write_timeout(Some(LONGEST_WAIT))?;
    let mut reader = BufReader::new(connection);
    while let Some(request) = http::read(&mut reader)? {
        let mut requests = lock(&shared.requests);
        if requests.len() == KEPT_REQUESTS {
            requests.remove(0);
        }
        requests.push(request.target.clone());
        drop(requests);
        let mut answer = shared.site.answer(&request);
        let fault = lock(&shared.fault).clone();
        if let Some(fault) = fault {
            fault(&request.target, &mut answer);
        }
        http::write(connection, &request, &answer)?;
        if request.closes || answer.cut.is_some() {
            break;
        }
    }
    Ok(())
}

/// A panic of another thread has not left these plain values half changed.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
