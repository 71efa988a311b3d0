//! WebKit as WebKitGTK has it, driven by its WebKitWebDriver, on a screen of its own that nobody sees.

use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;
use thirtyfour::prelude::*;
use xtask::setup;

use super::group::Group;
use super::port;
use super::proxy::Proxy;

/// How long the driver may take to listen, and how long to wait before asking it again.
const LIMIT: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(20);

/// For root, who may not have WebKit's sandbox, and for a screen that cannot compose layers; without the
/// services for assistive technology, which start slowly and which no test asks.
const ENVIRONMENT: [(&str, &str); 4] = [
    ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"),
    ("WEBKIT_DISABLE_COMPOSITING_MODE", "1"),
    ("NO_AT_BRIDGE", "1"),
    ("GTK_A11Y", "none"),
];

/// Starts the driver; its port, and the browser to ask it for.
pub(super) fn start(group: &mut Group, proxy: &Proxy) -> (u16, Capabilities) {
    let programs = programs();
    let screen = start_screen(group, programs);
    let mut driver = Command::new(&programs.dbus);
    driver.arg("--").arg(&programs.driver).env("DISPLAY", screen).envs(ENVIRONMENT);
    let port = start_driver(group, &mut driver);
    (port, capabilities(programs, proxy).expect("the capabilities are values that JSON has"))
}

fn programs() -> &'static setup::WebKit {
    static PROGRAMS: OnceLock<setup::WebKit> = OnceLock::new();
    PROGRAMS.get_or_init(|| setup::webkit().unwrap_or_else(|error| panic!("{error:#}")))
}

/// Starts a screen, which chooses a free number itself: `:99`. Not by `xvfb-run`, two of which can choose
/// the same, and which leaves the screen behind when it is ended.
fn start_screen(group: &mut Group, programs: &setup::WebKit) -> String {
    let mut xvfb = Command::new(&programs.xvfb);
    xvfb.args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1400x1000x24"]);
    let process = group.start("Xvfb", xvfb.stdout(Stdio::piped()).stderr(Stdio::null()));
    let mut number = String::new();
    let read = BufReader::new(process.stdout.take().expect("its output is piped")).read_line(&mut number);
    assert!(read.is_ok_and(|length| length > 0), "Xvfb ended before it said the number of its screen");
    format!(":{}", number.trim())
}

/// Starts the driver on a port that is free, because it cannot choose one itself; should somebody else take
/// it meanwhile, on another.
fn start_driver(group: &mut Group, driver: &mut Command) -> u16 {
    for _ in 0..port::TRIED {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|free| free.local_addr());
        let port = free.expect("there is a free port").port();
        let mut program = Command::new(driver.get_program());
        program.args(driver.get_args()).arg(format!("--port={port}"));
        for (name, value) in driver.get_envs() {
            program.env(name, value.expect("none is taken out"));
        }
        let process = group.start("WebKitWebDriver", program.stdout(Stdio::null()).stderr(Stdio::null()));
        let start = Instant::now();
        while process.try_wait().expect("it can be asked").is_none() {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return port;
            }
            assert!(start.elapsed() < LIMIT, "WebKitWebDriver does not listen after {} s", LIMIT.as_secs());
            thread::sleep(PAUSE);
        }
    }
    panic!("WebKitWebDriver ended before it listened, {} times", port::TRIED);
}

/// The proxy is the browser's own option: by WebDriver's, it would be spoken to by TLS for https, and could
/// not tell who is asked for.
fn capabilities(programs: &setup::WebKit, proxy: &Proxy) -> WebDriverResult<Capabilities> {
    let proxy = format!("--proxy=http://{}", proxy.address());
    let mut capabilities = Capabilities::new();
    capabilities.set(
        "webkitgtk:browserOptions",
        json!({ "binary": programs.browser, "args": ["--automation", proxy, "--ignore-host=127.0.0.1"] }),
    )?;
    Ok(capabilities)
}
