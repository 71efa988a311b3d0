//! Two checks that exist only on npm: the accessibility rules of axe and the types of TypeScript.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::apt_install;
use crate::{child, project, tree};

/// Says which lock file the installed packages are from.
const STAMP: &str = "node_modules/.installed-from";

/// Where the packages' programs are.
#[derive(Clone, Debug)]
pub struct Npm {
    /// The accessibility rules, a script that is run in the page.
    pub axe: PathBuf,
    /// The type checker.
    pub tsc: PathBuf,
}

/// Installs the packages of `tools/npm` unless exactly those are there.
pub fn npm() -> Result<Npm> {
    let folder = project::root().join("tools/npm");
    let npm = Npm { axe: folder.join("node_modules/axe-core/axe.min.js"), tsc: folder.join("node_modules/.bin/tsc") };
    if child::on_path("node").is_none() || child::on_path("npm").is_none() {
        apt_install("Node.js or its npm", &["nodejs", "npm"])?;
    }
    let lock = tree::text(&folder.join("package-lock.json"))?;
    let is_installed = tree::text(&folder.join(STAMP)).is_ok_and(|stamp| stamp == lock);
    if !is_installed {
        println!("Installing axe-core and typescript from npm (some seconds).");
        let mut install = Command::new("npm");
        install.current_dir(&folder).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
        child::run_quietly("Set-up", &mut install).context(
            "npm cannot install axe-core and typescript, which the tests need: connect to the network and try again",
        )?;
        // Written last, so that an interrupted installation is done again.
        tree::write(&folder.join(STAMP), lock)?;
    }
    ensure!(npm.axe.is_file(), "npm has installed axe-core without axe.min.js.");
    ensure!(npm.tsc.is_file(), "npm has installed typescript without tsc.");
    Ok(npm)
}
