//! Firefox and the driver for it.

use std::path::PathBuf;

use anyhow::Result;
use site::process;

use super::tools::Package;
use super::{chosen, find_or_install};

/// A geckodriver drives every Firefox that is not much older than itself.
const GECKODRIVER: &str = "0.37.1";

/// The names under which Firefox is installed.
const NAMES: [&str; 2] = ["firefox-esr", "firefox"];

/// A browser and its driver.
#[derive(Clone, Debug)]
pub struct Firefox {
    /// The browser.
    pub firefox: PathBuf,
    /// The program that tests drive it by.
    pub geckodriver: PathBuf,
}

/// Finds Firefox and geckodriver, or installs them where that is possible.
///
/// `FIREFOX` and `GECKODRIVER` in the environment say which to use.
pub fn firefox() -> Result<Firefox> {
    let find = || chosen("FIREFOX").or_else(|| NAMES.iter().find_map(|name| process::on_path(name)));
    Ok(Firefox { firefox: find_or_install("Firefox", &["firefox-esr"], find)?, geckodriver: geckodriver()? })
}

/// Debian has none.
fn geckodriver() -> Result<PathBuf> {
    if let Some(chosen) = chosen("GECKODRIVER") {
        return Ok(chosen);
    }
    let package = Package {
        name: "geckodriver",
        version: GECKODRIVER,
        programs: &["geckodriver"],
        arguments: &["--locked"],
        takes: "about a minute",
    };
    Ok(package.find_or_install()?.join("geckodriver"))
}
