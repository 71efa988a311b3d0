//! Set-up: what the other commands need and cargo does not bring.
//!
//! Each part looks first and says nothing when all is there, so every command simply calls the parts
//! that it needs. There is no `rust-toolchain.toml`: where toolchains may not be installed on the
//! way, it would stop cargo before any of this code runs.

mod browser;
mod firefox;
mod npm;
mod tools;
mod webkit;

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use site::project::TARGET;
use site::{process, project};

pub use browser::{ARGUMENTS, Browser, browser};
pub use firefox::{Firefox, firefox};
pub use npm::{Npm, bench, examples, node, npm};
pub use tools::{Tools, tools};
pub use webkit::{WebKit, webkit};

/// What to do where something cannot be fetched.
const CONNECT: &str = "connect to the network and try again";

/// `cargo xtask set-up`: everything, for CI, which wants it before its first check.
pub fn run() -> Result<()> {
    wasm_target()?;
    crates()?;
    tools()?;
    npm()?;
    examples()?;
    browser()?;
    firefox()?;
    webkit()?;
    nginx()?;
    pdftotext()?;
    soffice().map(drop)
}

/// Adds the WebAssembly target to the toolchain if it has none.
pub fn wasm_target() -> Result<()> {
    if has_wasm_target() {
        return Ok(());
    }
    ensure!(
        process::on_path("rustup").is_some(),
        "The Rust toolchain lacks the target {TARGET} and there is no rustup to add it: \
         install it from where the toolchain came from."
    );
    let step = format!("Adding the target {TARGET} to the toolchain");
    process::run_or(&step, Command::new("rustup").args(["target", "add", TARGET]), CONNECT)?;
    ensure!(has_wasm_target(), "The target {TARGET} was added, but not to the toolchain in use.");
    Ok(())
}

/// Downloads the crates that the app is compiled from, because Trunk, kept from downloading tools of
/// its own choice, also keeps cargo from downloading.
pub fn crates() -> Result<()> {
    let mut fetch = Command::new("cargo");
    // Proc macros are compiled for the host.
    fetch.args(["fetch", "--target", TARGET, "--target", "host-tuple"]);
    process::run_or("Fetching the crates of the app", fetch.current_dir(project::root()), CONNECT)
}

fn has_wasm_target() -> bool {
    let mut rustc = Command::new("rustc");
    let folder = process::stdout_of(rustc.args(["--print", "target-libdir", "--target", TARGET]));
    folder.is_some_and(|folder| Path::new(&folder).is_dir())
}

/// nginx, whose configuration for hosts is tested with the real one.
pub fn nginx() -> Result<PathBuf> {
    // Debian has it where not everybody's PATH leads.
    let of_debian = || Some(PathBuf::from("/usr/sbin/nginx")).filter(|file| file.is_file());
    find_or_install("nginx", &["nginx-light"], || process::on_path("nginx").or_else(of_debian))
}

/// pdftotext of Poppler, by which the tests read what is printed.
pub fn pdftotext() -> Result<PathBuf> {
    find_or_install("pdftotext", &["poppler-utils"], || process::on_path("pdftotext"))
}

/// LibreOffice, by which the tests read what is exported.
pub fn soffice() -> Result<PathBuf> {
    let packages = ["libreoffice-writer-nogui", "libreoffice-calc-nogui"];
    find_or_install("LibreOffice", &packages, || chosen("SOFFICE").or_else(|| process::on_path("soffice")))
}

/// The program that a variable of the environment says to use.
fn chosen(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from)
}

/// What is found, if need be after these packages were installed.
fn find_or_install<T>(what: &str, packages: &[&str], find: impl Fn() -> Option<T>) -> Result<T> {
    if let Some(found) = find() {
        return Ok(found);
    }
    apt_install(what, packages)?;
    find().with_context(|| format!("{what} was installed and is not where it is looked for."))
}

/// Installs packages of Debian and its relatives; elsewhere `what` is what people are asked for.
fn apt_install(what: &str, packages: &[&str]) -> Result<()> {
    let is_root = process::stdout_of(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    let may_sudo = || process::stdout_of(Command::new("sudo").args(["-n", "true"])).is_some();
    if process::on_path("apt-get").is_none() || !(is_root || may_sudo()) {
        bail!("{what} is missing: install it and try again.");
    }
    let step = format!("Installing {}", packages.join(", "));
    let apt = |arguments: &[&str]| {
        let mut apt = Command::new(if is_root { "apt-get" } else { "sudo" });
        if !is_root {
            apt.args(["-n", "apt-get"]);
        }
        apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        process::run_or(&step, &mut apt, &format!("install {what} and try again"))
    };
    apt(&["update"])?;
    apt(&[&["install", "-y", "--no-install-recommends"], packages].concat())
}
