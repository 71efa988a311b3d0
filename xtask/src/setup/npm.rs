//! What exists only on npm: the accessibility rules of axe, the types of TypeScript, ajv, which reads JSON Schemas, and
//! what partners' programs are made of, for the tests, what the bench measures with, and the libraries of the examples.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::apt_install;
use crate::{files, process, project};

/// Says which lock file the installed packages are from.
const STAMP: &str = "node_modules/.installed-from";

/// Where the packages' programs are.
#[derive(Clone, Debug)]
pub struct Npm {
    /// The accessibility rules, a script that is run in the page.
    pub axe: PathBuf,
    /// The type checker.
    pub tsc: PathBuf,
    /// Our script that checks the dataset's schema with ajv.
    pub schema: PathBuf,
    /// Where the tests put the widget's package.
    pub package: PathBuf,
    /// Our script that imports it.
    pub widget: PathBuf,
    /// Our script that reads pages as a reader view does.
    pub readability: PathBuf,
    /// The Nu Html Checker, which Java runs.
    pub vnu: PathBuf,
}

/// Installs the packages of `tools/npm` unless exactly those are there.
pub fn npm() -> Result<Npm> {
    let folder = project::root().join("tools/npm");
    let npm = Npm {
        axe: folder.join("node_modules/axe-core/axe.min.js"),
        tsc: folder.join("node_modules/.bin/tsc"),
        schema: folder.join("schema.mjs"),
        package: folder.join("node_modules/genomic-plans-widget"),
        widget: folder.join("widget.mjs"),
        readability: folder.join("readability.mjs"),
        vnu: folder.join("node_modules/vnu-jar/build/dist/vnu.jar"),
    };
    install(&folder, "axe-core, typescript, ajv, vnu-jar, jsdom and frameworks", "the tests need", "some seconds")?;
    ensure!(npm.axe.is_file(), "npm has installed axe-core without axe.min.js.");
    ensure!(npm.vnu.is_file(), "npm has installed vnu-jar without vnu.jar.");
    ensure!(npm.tsc.is_file(), "npm has installed typescript without tsc.");
    ensure!(folder.join("node_modules/ajv/dist/2020.js").is_file(), "npm has installed ajv without its draft 2020-12.");
    Ok(npm)
}

/// Installs the packages of `bench` unless exactly those are there; the program that bundles the twins.
pub fn bench() -> Result<PathBuf> {
    let folder = project::root().join("bench");
    let esbuild = folder.join("node_modules/.bin/esbuild");
    install(&folder, "Lighthouse, puppeteer-core, esbuild and the twins' own", "the bench needs", "half a minute")?;
    ensure!(esbuild.is_file(), "npm has installed esbuild without its program.");
    Ok(esbuild)
}

/// Installs the packages of `examples` unless exactly those are there; the program that bundles what needs it.
pub fn examples() -> Result<PathBuf> {
    let folder = project::root().join("examples");
    let esbuild = folder.join("node_modules/.bin/esbuild");
    install(&folder, "React, Vue and esbuild", "the examples need", "some seconds")?;
    ensure!(esbuild.is_file(), "npm has installed esbuild without its program.");
    Ok(esbuild)
}

/// Installs Node.js and npm where they are missing.
pub fn node() -> Result<()> {
    if process::on_path("node").is_none() || process::on_path("npm").is_none() {
        apt_install("Node.js or its npm", &["nodejs", "npm"])?;
    }
    Ok(())
}

/// Installs what the lock file of a folder says. None of these packages needs a script of its own for that.
fn install(folder: &Path, what: &str, needed: &str, time: &str) -> Result<()> {
    node()?;
    let lock = files::text(&folder.join("package-lock.json"))?;
    if files::text(&folder.join(STAMP)).is_ok_and(|stamp| stamp == lock) {
        return Ok(());
    }
    println!("Installing {what} from npm ({time}).");
    let mut install = Command::new("npm");
    install.current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    process::run_quietly("Set-up", &mut install)
        .with_context(|| format!("npm cannot install {what}, which {needed}: connect to the network and try again"))?;
    // Written last, so that an interrupted installation is done again.
    files::write(&folder.join(STAMP), lock)
}
