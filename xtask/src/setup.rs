//! Set-up: what the other commands need and cargo does not bring.
//!
//! Each part looks first and says nothing when all is there, so every command simply calls the parts
//! that it needs. There is no `rust-toolchain.toml`: where toolchains may not be installed on the
//! way, it would stop cargo before any of this code runs.

mod browser;
mod firefox;
mod nginx;
mod npm;
mod pdftotext;
mod tools;
mod webkit;

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use lexopt::Parser;

pub use browser::{ARGUMENTS, Browser, browser};
pub use firefox::{Firefox, firefox};
pub use nginx::nginx;
pub use npm::{Npm, bench, examples, node, npm};
pub use pdftotext::pdftotext;
pub use tools::{Tools, tools};
pub use webkit::{WebKit, webkit};

use crate::usage::UsageError;
use crate::{process, project};

/// The target that the app is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// `cargo xtask set-up`: everything, for CI, which wants it before its first check.
pub fn command(mut arguments: Parser) -> Result<()> {
    if let Some(argument) = arguments.next().map_err(UsageError::from)? {
        return Err(UsageError::from(argument.unexpected()).into());
    }
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
    Ok(())
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
    println!("Adding the target {TARGET} to the toolchain (some seconds).");
    process::run("Set-up", Command::new("rustup").args(["target", "add", TARGET])).with_context(|| {
        format!("The target {TARGET} is missing and rustup cannot add it: connect to the network and try again")
    })?;
    ensure!(has_wasm_target(), "The target {TARGET} was added, but not to the toolchain in use.");
    Ok(())
}

/// Downloads the crates that the app is compiled from, because Trunk, kept from downloading tools of
/// its own choice, also keeps cargo from downloading.
pub fn crates() -> Result<()> {
    let mut fetch = Command::new("cargo");
    // Proc macros are compiled for the host.
    fetch.args(["fetch", "--target", TARGET, "--target", "host-tuple"]);
    process::run("Set-up", fetch.current_dir(project::root()))
        .context("The crates that the app is made from cannot be fetched: connect to the network and try again")
}

fn has_wasm_target() -> bool {
    let mut rustc = Command::new("rustc");
    let folder = process::stdout_of(rustc.args(["--print", "target-libdir", "--target", TARGET]));
    folder.is_some_and(|folder| Path::new(&folder).is_dir())
}

/// The program that a variable of the environment says to use.
fn chosen(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from)
}

/// Installs packages of Debian and its relatives; elsewhere `what` is what people are asked for.
fn apt_install(what: &str, packages: &[&str]) -> Result<()> {
    let is_root = process::stdout_of(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    let may_sudo = || process::stdout_of(Command::new("sudo").args(["-n", "true"])).is_some();
    if process::on_path("apt-get").is_none() || !(is_root || may_sudo()) {
        bail!("{what} is missing: install it and try again.");
    }
    let apt = |arguments: &[&str]| {
        let mut apt = Command::new(if is_root { "apt-get" } else { "sudo" });
        if !is_root {
            apt.args(["-n", "apt-get"]);
        }
        apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        process::run_quietly("Set-up", &mut apt)
    };
    println!("Installing {} (about a minute).", packages.join(", "));
    apt(&["update"])
        .and_then(|()| apt(&[&["install", "-y", "--no-install-recommends"], packages].concat()))
        .with_context(|| format!("{what} is missing and apt-get cannot install it: install it and try again"))
}
