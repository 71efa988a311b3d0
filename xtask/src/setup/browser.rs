//! Chromium and the driver that belongs to it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use site::process;

use super::{chosen, find_or_install};

/// How tests start Chromium: without a screen, as root too, without anything that it does on the network
/// by itself, and without any name of the internet, so that nothing can leave the machine.
pub const ARGUMENTS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// The names under which Chromium is installed.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// A browser and its driver, of the same version.
#[derive(Clone, Debug)]
pub struct Browser {
    /// The browser.
    pub chromium: PathBuf,
    /// The program that tests drive it by.
    pub chromedriver: PathBuf,
}

/// Finds Chromium and chromedriver, or installs them where that is possible.
///
/// `CHROMIUM` and `CHROMEDRIVER` in the environment say which to use.
pub fn browser() -> Result<Browser> {
    let browser = find_or_install("Chromium or its chromedriver", &["chromium", "chromium-driver"], find)?;
    let [chromium, driver] = [&browser.chromium, &browser.chromedriver].map(|program| {
        let version = major(program).with_context(|| format!("{} does not say its version.", program.display()));
        version.map(|version| (version, format!("{} is version {version}", program.display())))
    });
    let ((chromium, of_chromium), (driver, of_driver)) = (chromium?, driver?);
    ensure!(chromium == driver, "{of_chromium} and {of_driver}: they must be the same.");
    Ok(browser)
}

fn find() -> Option<Browser> {
    Some(Browser {
        chromium: chosen("CHROMIUM").or_else(|| NAMES.iter().find_map(|name| process::on_path(name)))?,
        chromedriver: chosen("CHROMEDRIVER").or_else(|| process::on_path("chromedriver"))?,
    })
}

fn major(program: &Path) -> Option<u32> {
    major_in(&process::stdout_of(Command::new(program).arg("--version"))?)
}

/// The first number of a version: 156 of "Chromium 156.0.8078.79 built on Debian".
fn major_in(says: &str) -> Option<u32> {
    says.split_whitespace().find_map(|word| word.split_once('.')?.0.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::major_in;

    #[test]
    fn browser_and_driver_say_their_version() {
        let check = |says, expected| assert_eq!(major_in(says), expected);
        check("Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)", Some(156));
        check("ChromeDriver 156.0.8078.79 (a21ce95c24ce-refs/branch-heads/8078@{#1704})", Some(156));
        check("Google Chrome 155.0.1.2 ", Some(155));
        check("command not found", None);
    }
}
