//! What stands between a browser and everybody but this machine: it notes who is asked for, and refuses.

use std::io::{self, BufRead, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// How long the beginning of a request may take, and be.
const TIMEOUT: Duration = Duration::from_secs(20);
const LONGEST: u64 = 16_384;

/// A proxy that lets nothing through.
pub(super) struct Proxy {
    address: SocketAddr,
    state: Arc<State>,
}

#[derive(Default)]
struct State {
    asked: Mutex<Vec<String>>,
    has_ended: AtomicBool,
}

impl Proxy {
    pub(super) fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port can be listened on");
        let address = listener.local_addr().expect("it has an address");
        let state = Arc::new(State::default());
        let proxy = Self { address, state: Arc::clone(&state) };
        thread::spawn(move || {
            for connection in listener.incoming() {
                if state.has_ended.load(Ordering::Relaxed) {
                    return;
                }
                let state = Arc::clone(&state);
                // A connection may be opened long before it is used, so none waits for another. One that
                // breaks off has asked for nothing.
                thread::spawn(move || connection.and_then(|connection| refuse(&connection, &state)));
            }
        });
        proxy
    }

    /// Where it listens: `127.0.0.1:1234`.
    pub(super) fn address(&self) -> String {
        self.address.to_string()
    }

    /// Who was asked for since the last call: the whole address, or for https only `host:443`.
    pub(super) fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.state.asked.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.state.has_ended.store(true, Ordering::Relaxed);
        // Wakes the thread that waits for connections; if it cannot be reached it has ended.
        TcpStream::connect(self.address).ok();
    }
}

fn refuse(mut connection: &TcpStream, state: &State) -> io::Result<()> {
    connection.set_read_timeout(Some(TIMEOUT))?;
    let mut reader = BufReader::new(connection.take(LONGEST));
    let mut first = String::new();
    reader.read_line(&mut first)?;
    if let Some(target) = first.split_whitespace().nth(1) {
        state.asked.lock().unwrap_or_else(PoisonError::into_inner).push(target.to_owned());
    }
    // Closed before all is read, the connection would be reset and the answer lost.
    let mut line = first;
    while !line.trim_end().is_empty() {
        line.clear();
        reader.read_line(&mut line)?;
    }
    connection.write_all(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;

    use super::Proxy;

    #[test]
    fn who_is_asked_for_is_noted_and_refused() {
        let proxy = Proxy::start();
        for request in ["CONNECT example.org:443 HTTP/1.1", "GET http://example.com/a.png HTTP/1.1"] {
            let mut connection = TcpStream::connect(proxy.address()).expect("it listens");
            write!(connection, "{request}\r\nHost: example.com\r\n\r\n").expect("it reads");
            let mut answer = String::new();
            connection.read_to_string(&mut answer).expect("it answers");
            assert!(answer.starts_with("HTTP/1.1 403 "), "{answer}");
        }
        assert_eq!(proxy.asked(), ["example.org:443", "http://example.com/a.png"]);
        assert_eq!(proxy.asked(), Vec::<String>::new());
    }
}
