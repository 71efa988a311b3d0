//! WebKit: the browser of WebKitGTK, its driver, and the screen that it cannot be without.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use site::process;

use super::{chosen, find_or_install};

/// What has them in Debian.
const PACKAGES: [&str; 3] = ["webkit2gtk-driver", "xvfb", "dbus"];

/// The browser that comes with the engine, which is on nobody's PATH.
const BROWSER: &str = "MiniBrowser";

/// A browser, its driver, and what both need around them.
#[derive(Clone, Debug)]
pub struct WebKit {
    /// The browser.
    pub browser: PathBuf,
    /// The program that tests drive it by.
    pub driver: PathBuf,
    /// A screen that nobody sees.
    pub xvfb: PathBuf,
    /// Runs a program with a message bus of its own.
    pub dbus: PathBuf,
}

/// Finds WebKitGTK with its driver, or installs them where that is possible.
///
/// `WEBKITDRIVER` in the environment says which driver to use.
pub fn webkit() -> Result<WebKit> {
    find_or_install("WebKitGTK's driver, its MiniBrowser, Xvfb or dbus-run-session", &PACKAGES, find)
}

fn find() -> Option<WebKit> {
    Some(WebKit {
        browser: browser_in(&[Path::new("/usr/lib"), Path::new("/usr/lib64"), Path::new("/usr/libexec")])?,
        driver: chosen("WEBKITDRIVER").or_else(|| process::on_path("WebKitWebDriver"))?,
        xvfb: process::on_path("Xvfb")?,
        dbus: process::on_path("dbus-run-session")?,
    })
}

/// A browser in the folders of WebKitGTK, which are in these or, one for each kind of machine, below them.
fn browser_in(folders: &[&Path]) -> Option<PathBuf> {
    let below = folders.iter().flat_map(|folder| folders_of(folder));
    let all: Vec<PathBuf> = folders.iter().map(|folder| folder.to_path_buf()).chain(below).collect();
    let of_engine =
        |folder: &PathBuf| folder.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"webkit"));
    let engines = all.iter().flat_map(|folder| folders_of(folder)).filter(of_engine);
    let mut found: Vec<PathBuf> = engines.map(|engine| engine.join(BROWSER)).filter(|file| file.is_file()).collect();
    found.sort();
    found.pop()
}

/// The folders in a folder, which need not be there.
fn folders_of(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_dir()).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use site::{files, project};

    use super::browser_in;

    #[test]
    fn the_browser_is_found_with_and_without_a_folder_of_the_machine() {
        let folder = project::work().join("webkit");
        let [lib, other] = ["lib", "libexec"].map(|name| folder.join(name));
        let check = |expected: Option<&Path>| {
            assert_eq!(browser_in(&[&lib, &other, &folder.join("none")]).as_deref(), expected);
        };
        check(None);
        files::write(&lib.join("firefox/MiniBrowser"), "").expect("a file can be written");
        check(None);
        for place in ["libexec/webkit2gtk-4.0", "lib/x86_64-linux-gnu/webkit2gtk-4.1"] {
            files::write(&folder.join(place).join("MiniBrowser"), "").expect("a file can be written");
        }
        check(Some(&other.join("webkit2gtk-4.0/MiniBrowser")));
        files::remove(&other).expect("it is there");
        check(Some(&lib.join("x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser")));
        files::remove(&folder).expect("it is there");
    }
}
