//! A Chromium of one's own, driven by WebDriver.

use std::io::{self, BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Condvar, Mutex, OnceLock, PoisonError};
use std::thread;

use thirtyfour::common::command::{Command as WebDriverCommand, ExtensionCommand};
use thirtyfour::prelude::*;
use thirtyfour::{BrowserLogEntry, ChromeCapabilities, ChromiumLikeCapabilities, LoggingPrefsLogLevel};
use tokio::runtime::Runtime;
use xtask::setup;

/// How many browsers run at once: more than the cores of a small machine only slows all of them.
const MOST: usize = 2;

/// What these tests ask for besides: no motion, because headless Chromium leaves the transitions of
/// what is out of view where they are; and no pages kept whole for Back, because a browser may always
/// have to load them again.
const ARGUMENTS: [&str; 4] =
    ["--lang=en-GB", "--force-prefers-reduced-motion", "--disable-back-forward-cache", "--window-size=1280,900"];

/// A browser with a fresh profile. It ends when it is dropped.
pub(crate) struct Browser {
    driver: Option<WebDriver>,
    runtime: Runtime,
    _process: Chromedriver,
    _turn: Turn,
}

impl Browser {
    pub(crate) fn start() -> Self {
        let turn = Turn::wait();
        let programs = programs();
        let process = Chromedriver::start(Command::new(&programs.chromedriver).arg("--port=0"));
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be made");
        let capabilities = capabilities(programs).expect("the capabilities are values that JSON has");
        let driver = runtime.block_on(WebDriver::new(format!("http://127.0.0.1:{}", process.port), capabilities));
        let driver = driver.unwrap_or_else(|error| panic!("Chromium did not start: {error}"));
        Self { driver: Some(driver), runtime, _process: process, _turn: turn }
    }

    pub(crate) fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("the browser runs until it is dropped")
    }

    /// Waits for an answer of the browser. That a driver fails is no outcome of a test: it stops it.
    pub(crate) fn wait<T>(&self, answer: impl Future<Output = WebDriverResult<T>>) -> T {
        self.runtime.block_on(answer).unwrap_or_else(|error| panic!("the browser does not do it: {error}"))
    }

    /// The same for what may go wrong, because the page may change meanwhile.
    pub(crate) fn attempt<T>(&self, answer: impl Future<Output = WebDriverResult<T>>) -> WebDriverResult<T> {
        self.runtime.block_on(answer)
    }

    /// What Chromium has logged since the last call.
    pub(crate) fn log(&self, kind: &str) -> Vec<BrowserLogEntry> {
        self.wait(self.driver().get_log(kind))
    }

    /// The name that the browser tells assistive technology.
    pub(crate) fn name(&self, element: &WebElement) -> WebDriverResult<String> {
        self.computed(element, "computedlabel")
    }

    /// The role that the browser tells assistive technology.
    pub(crate) fn role(&self, element: &WebElement) -> WebDriverResult<String> {
        self.computed(element, "computedrole")
    }

    fn computed(&self, element: &WebElement, what: &'static str) -> WebDriverResult<String> {
        let command = Computed { path: format!("/element/{}/{what}", element.element_id()) };
        let answer = self.driver().cmd(WebDriverCommand::ExtensionCommand(Box::new(command)));
        self.runtime.block_on(answer)?.value()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(driver) = self.driver.take() {
            // Chromedriver, which ends next, may have lost it already.
            self.runtime.block_on(driver.quit()).ok();
        }
    }
}

/// WebDriver's computed role and label, which thirtyfour has no method for.
#[derive(Debug)]
struct Computed {
    path: String,
}

impl ExtensionCommand for Computed {
    fn parameters_json(&self) -> Option<serde_json::Value> {
        None
    }

    fn method(&self) -> http::Method {
        http::Method::GET
    }

    fn endpoint(&self) -> std::sync::Arc<str> {
        self.path.as_str().into()
    }
}

fn programs() -> &'static setup::Browser {
    static PROGRAMS: OnceLock<setup::Browser> = OnceLock::new();
    PROGRAMS.get_or_init(|| setup::browser().unwrap_or_else(|error| panic!("{error:#}")))
}

fn capabilities(programs: &setup::Browser) -> WebDriverResult<ChromeCapabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    for argument in setup::ARGUMENTS.iter().chain(&ARGUMENTS) {
        capabilities.add_arg(argument)?;
    }
    capabilities.set_binary(&programs.chromium.to_string_lossy())?;
    capabilities.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
    capabilities.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
    // Only the network is of interest.
    capabilities.add_experimental_option("perfLoggingPrefs", serde_json::json!({ "enablePage": false }))?;
    Ok(capabilities)
}

/// A chromedriver on a free port.
struct Chromedriver {
    process: Child,
    port: u16,
}

/// What it says when it does not: asked for any port, it takes one of IPv6 and then needs the same of
/// IPv4, which one of the many short connections of these tests may still have.
const PORT_IN_USE: &str = "port not available";

/// How many ports are tried. A few in a hundred are in use, so more would only hide something else.
const PORTS_TRIED: usize = 10;

impl Chromedriver {
    fn start(program: &mut Command) -> Self {
        let mut said = String::new();
        for _ in 0..PORTS_TRIED {
            said.clear();
            if let Some(started) = Self::start_on_some_port(program, &mut said) {
                return started;
            }
            assert!(said.contains(PORT_IN_USE), "chromedriver ended before it said its port; it said: {said}");
        }
        panic!("chromedriver found no free port, {PORTS_TRIED} times; at last it said: {said}");
    }

    /// Starts it; none if it ends instead, and `said` then has its reason.
    fn start_on_some_port(program: &mut Command, said: &mut String) -> Option<Self> {
        let spawned = program.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let process = spawned.unwrap_or_else(|error| panic!("chromedriver does not start: {error}"));
        let mut driver = Self { process, port: 0 };
        let mut says = BufReader::new(driver.process.stdout.take().expect("its output is piped"));
        while driver.port == 0 {
            let start = said.len();
            if says.read_line(said).expect("chromedriver says UTF-8") == 0 {
                return None;
            }
            driver.port = port_in(&said[start..]).unwrap_or(0);
        }
        // A pipe that nobody reads would stop it.
        thread::spawn(move || io::copy(&mut says, &mut io::sink()));
        Some(driver)
    }
}

/// The port in the line with which chromedriver says that it is ready.
fn port_in(line: &str) -> Option<u16> {
    line.trim_end().trim_end_matches('.').rsplit_once("successfully on port ")?.1.parse().ok()
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        // It may have ended by itself.
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// The right to run a browser.
struct Turn;

static RUNNING: Mutex<usize> = Mutex::new(0);
static ONE_ENDED: Condvar = Condvar::new();

impl Turn {
    fn wait() -> Self {
        let running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut running =
            ONE_ENDED.wait_while(running, |running| *running >= MOST).unwrap_or_else(PoisonError::into_inner);
        *running += 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        ONE_ENDED.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::process::Command;

    use xtask::{project, tree};

    use super::Chromedriver;

    /// The port of a chromedriver that says these words, one each time it is started.
    fn start(test: &str, words: &[&str]) -> u16 {
        let starts = project::work().join(format!("starts-{test}"));
        tree::write(&starts, "").expect("a file can be written");
        let script = r#"echo >> "$0"; shift $(($(wc -l < "$0") - 1)); echo Starting; echo "$1""#;
        let mut stand_in = Command::new("sh");
        let port = Chromedriver::start(stand_in.args(["-c", script]).arg(&starts).args(words)).port;
        fs::remove_file(starts).expect("it was started");
        port
    }

    #[test]
    fn a_port_that_is_in_use_makes_way_for_another() {
        let in_use = "IPv4 port not available. Exiting...";
        assert_eq!(start("in-use", &[in_use, in_use, "ChromeDriver was started successfully on port 35849."]), 35849);
    }

    #[test]
    #[should_panic(expected = "chromedriver ended before it said its port; it said: Starting\nIllegal instruction")]
    fn any_other_end_is_a_failure() {
        start("ended", &["Illegal instruction", "ChromeDriver was started successfully on port 35849."]);
    }
}
