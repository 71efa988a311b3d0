//! What a failing test leaves for people to look at: a picture of the window, the page's HTML, and what its console says.

use std::path::PathBuf;
use std::sync::LazyLock;
use std::thread;
use std::time::Duration;

use site::{files, project};

use crate::browser::{Browser, Engine};

/// How long a browser has for each: it may be what fails.
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// The folder of all tests of this run that fail; what the run before has left goes with the first.
static FAILURES: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = project::work().join("failures");
    // What cannot be removed is written over.
    files::remove(&folder).ok();
    folder
});

/// Writes what a browser shows into a folder with the test's name, and says where that is. Nothing here fails: the test
/// has failed already, and its reason is what counts.
pub(crate) fn keep(browser: &Browser, complaints: &str) {
    let name = thread::current().name().unwrap_or("unknown").replace("::", ".");
    let folder = FAILURES.join(name);
    // A test may have several visitors.
    let visitor = (1..).find(|number| !folder.join(format!("{number}.txt")).exists()).unwrap_or_default();
    let write = |ending: &str, content: &[u8]| files::write(&folder.join(format!("{visitor}.{ending}")), content).ok();
    if let Some(picture) = browser.within(LONGEST_WAIT, browser.driver().screenshot_as_png()) {
        write("png", &picture);
    }
    if let Some(html) = browser.within(LONGEST_WAIT, browser.driver().source()) {
        write("html", html.as_bytes());
    }
    let address = browser.within(LONGEST_WAIT, browser.driver().current_url());
    let mut said = format!("{}\n", address.map_or_else(|| "The browser does not answer.".to_owned(), String::from));
    if browser.engine() == Engine::Chromium {
        for entry in browser.within(LONGEST_WAIT, browser.driver().get_log("browser")).unwrap_or_default() {
            said.push_str(&format!("{:?}: {}\n", entry.level, entry.message));
        }
    }
    write("txt", (said + complaints).as_bytes());
    eprintln!("What the browser showed is in {}/.", project::shown(&folder));
}
