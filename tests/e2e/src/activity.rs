//! What the browser has noticed: the lines of its console, and the requests to anyone else.

use serde::Deserialize;
use thirtyfour::BrowserLogEntry;

/// Everything noticed since the browser was started.
#[derive(Default)]
pub(crate) struct Activity {
    /// Errors and warnings of the console.
    pub(crate) complaints: Vec<String>,
    /// The address of every request that left the page's own origin.
    pub(crate) outside: Vec<String>,
}

#[derive(Deserialize)]
struct Entry {
    message: Event,
}

#[derive(Deserialize)]
struct Event {
    method: String,
    params: serde_json::Value,
}

impl Activity {
    pub(crate) fn add_console(&mut self, entries: Vec<BrowserLogEntry>) {
        let complaints = entries.into_iter().filter(|entry| entry.level == "SEVERE" || entry.level == "WARNING");
        self.complaints.extend(complaints.map(|entry| entry.message));
    }

    /// `origins`: of the site, `http://127.0.0.1:1234`, and of pages that embed it.
    pub(crate) fn add_network(&mut self, entries: &[BrowserLogEntry], origins: &[String]) {
        for entry in entries {
            let Entry { message } = serde_json::from_str(&entry.message).expect("chromedriver logs JSON");
            // A connection that is only prepared is a request to nobody and so has no event of its own;
            // the page's policy and the check of its links in `videos.rs` are for those.
            let address = match message.method.as_str() {
                "Network.requestWillBeSent" => &message.params["request"]["url"],
                "Network.webSocketCreated" | "Network.webTransportCreated" => &message.params["url"],
                _ => continue,
            };
            let address = address.as_str().unwrap_or_default();
            let is_of = |origin: &String| {
                address.strip_prefix(&**origin).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            };
            let is_ours = origins.iter().any(is_of);
            // These stand in the page itself: nothing is sent for them.
            let is_inside = address.starts_with("data:") || address.starts_with("blob:");
            if !is_ours && !is_inside {
                self.outside.push(address.to_owned());
            }
        }
    }
}
