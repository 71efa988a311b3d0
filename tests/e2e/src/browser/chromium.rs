//! Chromium, driven by chromedriver.

use std::process::Command;
use std::sync::OnceLock;

use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;
use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, LoggingPrefsLogLevel};
use xtask::setup;

use super::group::Group;
use super::port::DriverProcess;

/// What these tests ask for besides: no motion, because headless Chromium leaves the transitions of
/// what is out of view where they are; and no pages kept whole for Back, because a browser may always
/// have to load them again.
const ARGUMENTS: [&str; 4] =
    ["--lang=en-GB", "--force-prefers-reduced-motion", "--disable-back-forward-cache", "--window-size=1280,900"];

/// Asked for any port, it takes one of IPv6 and then needs the same of IPv4, which one of the many short
/// connections of these tests may still have.
pub(super) const CHROMEDRIVER: DriverProcess =
    DriverProcess { name: "chromedriver", ready: "successfully on port ", in_use: "port not available" };

/// Starts the driver; its port, and the browser to ask it for.
pub(super) fn start(group: &mut Group) -> (u16, Capabilities) {
    let programs = programs();
    let port = CHROMEDRIVER.start(group, Command::new(&programs.chromedriver).arg("--port=0"));
    (port, capabilities(programs).expect("the capabilities are values that JSON has"))
}

fn programs() -> &'static setup::Browser {
    static PROGRAMS: OnceLock<setup::Browser> = OnceLock::new();
    PROGRAMS.get_or_init(|| setup::browser().unwrap_or_else(|error| panic!("{error:#}")))
}

fn capabilities(programs: &setup::Browser) -> WebDriverResult<Capabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    for argument in setup::ARGUMENTS.iter().chain(&ARGUMENTS) {
        capabilities.add_arg(argument)?;
    }
    capabilities.set_binary(&programs.chromium.to_string_lossy())?;
    capabilities.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
    capabilities.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
    // Only the network is of interest.
    capabilities.add_experimental_option("perfLoggingPrefs", serde_json::json!({ "enablePage": false }))?;
    Ok(capabilities.into())
}
