//! A browser of one's own, driven by WebDriver.

mod chromium;
mod firefox;
mod group;
mod port;
mod proxy;
mod webkit;

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use group::Group;
use proxy::Proxy;
use thirtyfour::BrowserLogEntry;
use thirtyfour::common::command::{Command as WebDriverCommand, ExtensionCommand};
use thirtyfour::prelude::*;
use tokio::runtime::Runtime;

/// How many browsers run at once: more than the cores of a small machine only slows all of them.
const MOST: usize = 2;

/// What shows the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium's, which can be asked the most.
    Chromium,
    /// Firefox' own.
    Firefox,
    /// WebKit, which is Safari's too.
    WebKit,
}

/// A browser with a fresh profile. It ends when it is dropped.
pub(crate) struct Browser {
    engine: Engine,
    driver: Option<WebDriver>,
    runtime: Runtime,
    /// Unused by Chromium, which finds nobody else by name, and logs who it looks for.
    proxy: Proxy,
    _group: Group,
    _turn: Turn,
}

impl Browser {
    pub(crate) fn start(engine: Engine) -> Self {
        let turn = Turn::wait();
        let mut group = Group::new();
        let proxy = Proxy::start();
        let (port, capabilities) = match engine {
            Engine::Chromium => chromium::start(&mut group),
            Engine::Firefox => firefox::start(&mut group, &proxy),
            Engine::WebKit => webkit::start(&mut group, &proxy),
        };
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be made");
        let driver = runtime.block_on(WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities));
        let driver = driver.unwrap_or_else(|error| panic!("{engine:?} did not start: {error}"));
        let browser = Self { engine, driver: Some(driver), runtime, proxy, _group: group, _turn: turn };
        if engine != Engine::Chromium {
            // Chromium is started with it.
            browser.wait(browser.driver().set_window_rect(0, 0, 1280, 900));
        }
        // Half a minute by itself, which is little for a thousand elements on a busy machine; the answer to a request has
        // two.
        browser.wait(browser.driver().set_script_timeout(Duration::from_secs(110)));
        browser
    }

    pub(crate) fn engine(&self) -> Engine {
        self.engine
    }

    /// Who else was asked for since the last call; of Chromium, its log tells that.
    pub(crate) fn asked_of_others(&self) -> Vec<String> {
        let mut asked = self.proxy.asked();
        asked.retain(|address| !(self.engine == Engine::Firefox && firefox::is_its_own(address)));
        asked
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

    /// The same for a browser that may be what fails; none where it does not answer in time.
    pub(crate) fn within<T>(&self, time: Duration, answer: impl Future<Output = WebDriverResult<T>>) -> Option<T> {
        self.runtime.block_on(async { tokio::time::timeout(time, answer).await }).ok()?.ok()
    }

    /// What Chromium has logged since the last call.
    pub(crate) fn log(&self, kind: &str) -> Vec<BrowserLogEntry> {
        self.wait(self.driver().get_log(kind))
    }

    /// The name that the browser tells assistive technology.
    pub(crate) fn name(&self, element: &WebElement) -> WebDriverResult<String> {
        // To a label that is around its search field WebKit adds what is in the field, and its button.
        const LABEL: &str = "
            const label = arguments[0].closest('label:has(input[type=search])');
            return label?.innerText.trim() ?? ''";
        if self.engine == Engine::WebKit {
            let label = self.driver().execute(LABEL, vec![element.to_json()?]);
            let label: String = self.attempt(label)?.convert()?;
            if !label.is_empty() {
                return Ok(label);
            }
        }
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
            // Its driver, which ends next, may have lost it already.
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
