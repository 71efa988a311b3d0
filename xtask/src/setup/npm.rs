//! What exists only on npm: the accessibility rules of axe, the types of TypeScript, the linter Biome, ajv, which reads
//! JSON Schemas, and what partners' programs are made of, for the tests, what the bench measures with, and the libraries of the examples.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};
use site::{files, process, project};

use super::{CONNECT, find_or_install};

/// Says which lock file the installed packages are from.
const STAMP: &str = "node_modules/.installed-from";

/// Where the packages' programs are.
#[derive(Clone, Debug)]
pub struct Npm {
    /// The accessibility rules, a script that is run in the page.
    pub axe: PathBuf,
    /// The type checker.
    pub tsc: PathBuf,
    /// The linter of scripts and styles.
    pub biome: PathBuf,
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
        biome: folder.join("node_modules/.bin/biome"),
        schema: folder.join("schema.mjs"),
        package: folder.join("node_modules/genomic-plans-widget"),
        widget: folder.join("widget.mjs"),
        readability: folder.join("readability.mjs"),
        vnu: folder.join("node_modules/vnu-jar/build/dist/vnu.jar"),
    };
    install(&folder, "axe-core, typescript, biome, ajv, vnu-jar, jsdom and frameworks")?;
    let ajv = folder.join("node_modules/ajv/dist/2020.js");
    for file in [&npm.axe, &npm.vnu, &npm.tsc, &npm.biome, &ajv] {
        ensure!(file.is_file(), "npm has installed its packages without {}.", project::shown(file));
    }
    Ok(npm)
}

/// Installs the packages of `bench` unless exactly those are there; the program that bundles the twins.
pub fn bench() -> Result<PathBuf> {
    esbuild("bench", "Lighthouse, puppeteer-core, esbuild and the twins' own packages")
}

/// Installs the packages of `examples` unless exactly those are there; the program that bundles what needs it.
pub fn examples() -> Result<PathBuf> {
    esbuild("examples", "React, Vue and esbuild")
}

fn esbuild(folder: &str, what: &str) -> Result<PathBuf> {
    let folder = project::root().join(folder);
    install(&folder, what)?;
    let esbuild = folder.join("node_modules/.bin/esbuild");
    ensure!(esbuild.is_file(), "npm has installed its packages without {}.", project::shown(&esbuild));
    Ok(esbuild)
}

/// Installs Node.js and npm where they are missing.
pub fn node() -> Result<()> {
    let find = || process::on_path("node").and(process::on_path("npm"));
    find_or_install("Node.js or its npm", &["nodejs", "npm"], find).map(drop)
}

/// Installs what the lock file of a folder says. None of these packages needs a script of its own for that.
fn install(folder: &Path, what: &str) -> Result<()> {
    node()?;
    let lock = files::text(&folder.join("package-lock.json"))?;
    if files::text(&folder.join(STAMP)).is_ok_and(|stamp| stamp == lock) {
        return Ok(());
    }
    let mut install = Command::new("npm");
    install.current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    process::run_or(&format!("Installing {what} from npm"), &mut install, CONNECT)?;
    // Written last, so that an interrupted installation is done again.
    files::write(&folder.join(STAMP), lock)
}
