//! Firefox, driven by geckodriver.

use std::process::Command;
use std::sync::OnceLock;

use serde_json::json;
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;
use thirtyfour::prelude::*;
use xtask::setup;

use super::group::Group;
use super::port::DriverProcess;
use super::proxy::Proxy;

pub(super) const GECKODRIVER: DriverProcess =
    DriverProcess { name: "geckodriver", ready: "Listening on 127.0.0.1:", in_use: "Address already in use" };

/// Those of whom Firefox itself asks for lists and experiments; no setting stops all of that.
const MAKERS: [&str; 4] = ["mozilla.com", "mozilla.org", "mozilla.net", "firefox.com"];

/// Starts the driver; its port, and the browser to ask it for.
pub(super) fn start(group: &mut Group, proxy: &Proxy) -> (u16, Capabilities) {
    let programs = programs();
    let port = GECKODRIVER.start(group, Command::new(&programs.geckodriver).args(["--port", "0"]));
    (port, capabilities(programs, proxy).expect("the capabilities are values that JSON has"))
}

/// Whether it is not the page that asks for this address.
pub(super) fn is_its_own(address: &str) -> bool {
    let host = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = host.split(['/', ':']).next().unwrap_or_default();
    MAKERS.iter().any(|maker| host.strip_suffix(maker).is_some_and(|start| start.is_empty() || start.ends_with('.')))
}

fn programs() -> &'static setup::Firefox {
    static PROGRAMS: OnceLock<setup::Firefox> = OnceLock::new();
    PROGRAMS.get_or_init(|| setup::firefox().unwrap_or_else(|error| panic!("{error:#}")))
}

fn capabilities(programs: &setup::Firefox, proxy: &Proxy) -> WebDriverResult<Capabilities> {
    let address = proxy.address();
    let options = json!({
        "binary": programs.firefox,
        "args": ["-headless"],
        "prefs": {
            "intl.accept_languages": "en-GB",
            "ui.prefersReducedMotion": 1,
            // What the proxy refuses is not tried without it.
            "network.proxy.failover_direct": false,
        },
    });
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", "firefox")?;
    capabilities.set("moz:firefoxOptions", options)?;
    capabilities.set(
        "proxy",
        json!({ "proxyType": "manual", "httpProxy": address, "sslProxy": address, "noProxy": ["127.0.0.1"] }),
    )?;
    Ok(capabilities)
}

#[cfg(test)]
mod tests {
    use super::is_its_own;

    #[test]
    fn what_firefox_asks_of_its_makers_is_told_from_what_a_page_asks() {
        for own in ["firefox.settings.services.mozilla.com:443", "http://detectportal.firefox.com/success.txt"] {
            assert!(is_its_own(own), "{own}");
        }
        for other in ["www.youtube-nocookie.com:443", "notmozilla.com:443", "http://example.org/mozilla.com"] {
            assert!(!is_its_own(other), "{other}");
        }
    }
}
