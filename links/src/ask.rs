//! One address, asked as a visitor's browser would.

use std::error::Error as _;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use reqwest::blocking::Client;
use reqwest::header::{LOCATION, RANGE};
use reqwest::{Method, Url, redirect};

use crate::report::Answer;

/// A server that takes longer is as good as gone for a visitor.
const LONGEST_WAIT: Duration = Duration::from_secs(20);

/// Browsers follow twice as many; what leads on ten times leads nowhere for good.
const MOST_REDIRECTS: usize = 10;

/// What asks, by the name of `agent`. Each step of a redirect is looked at, so none is followed by itself.
pub(crate) fn client(agent: &str) -> Result<Client> {
    // It fails where one is installed already, which does as well.
    rustls::crypto::ring::default_provider().install_default().ok();
    let client = Client::builder().user_agent(agent).timeout(LONGEST_WAIT).redirect(redirect::Policy::none());
    client.build().context("There is no TLS on this machine")
}

/// Asks an address for its head; and, after a pause, for its beginning where the head is refused: many servers
/// only know how to send a whole page, and say so in many ways.
pub(crate) fn ask(client: &Client, address: &str, pause: Duration) -> Answer {
    let answer = request(client, Method::HEAD, address);
    if !matches!(answer, Answer::Gone(_) | Answer::Status(400..=428 | 430..)) {
        return answer;
    }
    thread::sleep(pause);
    request(client, Method::GET, address)
}

fn request(client: &Client, method: Method, address: &str) -> Answer {
    let Ok(mut url) = Url::parse(address) else { return Answer::Failed("it is no address".to_owned()) };
    let (mut steps, mut is_for_good) = (0, true);
    while steps <= MOST_REDIRECTS {
        let mut request = client.request(method.clone(), url.clone());
        if method == Method::GET {
            request = request.header(RANGE, "bytes=0-1023");
        }
        let response = match request.send() {
            Ok(response) => response,
            Err(error) => return Answer::Failed(reason(&error)),
        };
        match response.status().as_u16() {
            status @ (301 | 302 | 303 | 307 | 308) => {
                let to = response.headers().get(LOCATION).and_then(|to| url.join(to.to_str().ok()?).ok());
                match to.filter(|to| matches!(to.scheme(), "http" | "https")) {
                    Some(to) => url = to,
                    None => return Answer::Status(status),
                }
                steps += 1;
                is_for_good &= matches!(status, 301 | 308);
            }
            status @ (404 | 410) => return Answer::Gone(status),
            // 416: there is no such beginning, of an empty page for one.
            200..=299 | 416 if steps > 0 && is_for_good => return Answer::Moved(url.into()),
            200..=299 | 416 => return Answer::Fine,
            status => return Answer::Status(status),
        }
    }
    Answer::Failed(format!("it leads on more than {MOST_REDIRECTS} times"))
}

/// The innermost reason, without the address, which the report has already.
fn reason(error: &reqwest::Error) -> String {
    if error.is_timeout() {
        return format!("no answer within {} seconds", LONGEST_WAIT.as_secs());
    }
    let mut cause = error.source();
    let mut words = "no connection".to_owned();
    while let Some(inner) = cause {
        words = inner.to_string();
        cause = inner.source();
    }
    words
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Duration;

    use server::{Options, Server};
    use site::files;

    use super::{Answer, ask, client};

    #[test]
    fn a_server_is_asked_for_the_head_and_then_for_the_page() {
        let dir = std::env::temp_dir().join(format!("genomic-plans-links-{}", std::process::id()));
        files::write(&dir.join("there.txt"), "It is there.").expect("the folder can be written");
        let mut server = Server::start(Options::of_site(dir.clone(), 0, "/")).expect("a port is free");
        let root = server.address();
        let is_first = AtomicBool::new(true);
        server.inject_fault(Arc::new(move |path, answer| {
            let leads = match path {
                "/moved" => Some((301, "/moved-again")),
                "/moved-again" => Some((308, "/there.txt")),
                // Only for now, so the old address stays the right one.
                "/for-now" => Some((301, "/found")),
                "/found" => Some((302, "/there.txt")),
                "/lost" => Some((301, "/missing")),
                "/elsewhere" => Some((301, "ftp://example.org/")),
                "/round" => Some((302, "/round")),
                _ => None,
            };
            match (path, leads) {
                (_, Some((status, to))) => {
                    answer.status = status;
                    answer.set("Location", to);
                }
                ("/gone", _) => answer.status = 410,
                ("/busy", _) => answer.status = 429,
                ("/down", _) => answer.status = 503,
                ("/there.txt?head", _) if is_first.swap(false, Ordering::Relaxed) => answer.status = 405,
                _ => {}
            }
        }));
        let client = client("test").expect("there is TLS");
        let check = |path: &str, expected: Answer, requests: &[&str]| {
            server.forget_requests();
            assert_eq!(ask(&client, &format!("{root}{path}"), Duration::ZERO), expected, "{path}");
            assert_eq!(server.requests(), requests);
        };
        check("there.txt", Answer::Fine, &["/there.txt"]);
        check("moved", Answer::Moved(format!("{root}there.txt")), &["/moved", "/moved-again", "/there.txt"]);
        check("for-now", Answer::Fine, &["/for-now", "/found", "/there.txt"]);
        check("there.txt?head", Answer::Fine, &["/there.txt?head", "/there.txt?head"]);
        check("missing", Answer::Gone(404), &["/missing", "/missing"]);
        check("lost", Answer::Gone(404), &["/lost", "/missing", "/lost", "/missing"]);
        check("gone", Answer::Gone(410), &["/gone", "/gone"]);
        check("busy", Answer::Status(429), &["/busy"]);
        check("down", Answer::Status(503), &["/down", "/down"]);
        check("elsewhere", Answer::Status(301), &["/elsewhere"]);
        check("round", Answer::Failed("it leads on more than 10 times".to_owned()), &["/round"; 11]);
        server.stop();
        let answer = ask(&client, &root, Duration::ZERO);
        assert!(matches!(&answer, Answer::Failed(reason) if reason.contains("refused")), "{answer:?}");
        files::remove(&dir).expect("the folder can be removed");
    }
}
