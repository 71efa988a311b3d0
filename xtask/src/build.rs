//! `build`: makes the site, `dist/`.
//!
//! In this order: the tools, the data, the style sheet, Trunk (which compiles the app), and what
//! Trunk does not do. With `--dev` the app is in one piece, otherwise in parts: see [`split`]. All of it
//! happens in `target/site`; only a whole site replaces the one before.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::Args;
use clap::builder::{PathBufValueParser, TypedValueParser as _};
use site::config::SiteConfig;
use site::names::{NGINX, WORKER};
use site::{assemble, budget, compress, data, files, headers, process, project, split, style};

use crate::setup;

/// Flags for the compiler, with a control character between them; they may hold spaces.
const RUSTFLAGS: &str = "CARGO_ENCODED_RUSTFLAGS";

/// What to build, and where.
#[derive(Args, Debug)]
pub struct Options {
    /// Quickly: neither optimised nor compressed.
    #[arg(long)]
    pub dev: bool,
    /// The folder that is replaced by the site; dist/ without it.
    #[arg(long, value_name = "DIR", default_value_os_t = project::dist(), hide_default_value = true)]
    #[arg(value_parser = PathBufValueParser::new().try_map(std::path::absolute::<PathBuf>))]
    pub out: PathBuf,
    /// The address of the site, where it is not the one of site.json.
    #[arg(long, value_name = "ADDRESS")]
    pub site: Option<String>,
}

impl Default for Options {
    /// The whole site, where the other commands look for it.
    fn default() -> Self {
        Self { dev: false, out: project::dist(), site: None }
    }
}

/// `cargo xtask build [--dev] [--out DIR] [--site ADDRESS]`: builds the site and prints what it weighs.
pub fn run(options: &Options) -> Result<()> {
    check_replaceable(&options.out)?;
    // Two builds at once would mix their files; the second waits until this is dropped.
    let lock = project::work().join("lock");
    files::write(&lock, "")?;
    let lock = File::open(&lock)?;
    lock.lock()?;
    setup::wasm_target()?;
    setup::crates()?;
    let tools = setup::tools()?;
    let setting = SiteConfig::load(options.site.clone())?;
    if let Some(sentence) = setting.lacks_contact() {
        println!("{sentence}");
    }
    let loaded = data::write()?;
    style::write()?;
    files::write(&project::root().join(NGINX), headers::nginx())?;
    let site = project::work().join("dist");
    trunk(&tools, options.dev, &site)?;
    if !options.dev {
        // Before the pages, which name these files.
        split::add(&site)?;
    }
    assemble::add(&site, &loaded, &setting)?;
    if !options.dev {
        // Last, because the twins must be of files as they stay.
        process::work("Compressing the files", || compress::beside(&site))?;
        print_sizes(&site)?;
    }
    files::replace(&site, &options.out)?;
    println!("The site is in {}.", project::shown(&options.out));
    Ok(())
}

/// The command that builds the site of a checkout in a process of its own.
pub fn again(checkout: &Path) -> Command {
    let mut again = Command::new("cargo");
    again.current_dir(checkout).args(["xtask", "build"]).args(process::is_verbose().then_some("--verbose"));
    again
}

/// Protects folders that are something else from a mistaken `--out`.
fn check_replaceable(out: &Path) -> Result<()> {
    let is_empty = files::list(out)?.is_empty();
    if !is_empty && !out.join(WORKER).is_file() {
        bail!("{} holds something other than a built site: it is left alone.", project::shown(out));
    }
    Ok(())
}

fn trunk(tools: &setup::Tools, dev: bool, site: &Path) -> Result<()> {
    files::remove(site)?;
    let mut trunk = Command::new(&tools.trunk);
    trunk.current_dir(project::root()).env("PATH", tools.path()?).args(["build", "--dist"]).arg(site);
    let mut flags = remapped_paths()?;
    // Trunk reads this as its own switch and stops at the usual value, 1.
    trunk.env_remove("NO_COLOR");
    let mut step = "Building the app quickly";
    if !dev {
        step = "Building the app";
        trunk.arg("--release");
        split::meet(&mut trunk, &tools.wasm_bindgen, &tools.path()?)?;
        flags.push(split::LINK_ARGUMENT.to_owned());
    }
    trunk.env(RUSTFLAGS, flags.join("\x1f"));
    process::run(step, &mut trunk)
}

/// The compiler's flags for the wasm: panics name the file they are in, and that must not depend on
/// where this machine keeps its crates, nor tell it to visitors.
fn remapped_paths() -> Result<Vec<String>> {
    let mut flags = vec![format!("--remap-path-prefix={}=.", project::root().display())];
    let sources = project::cargo_home()?.join("registry/src");
    for registry in std::fs::read_dir(&sources).with_context(|| format!("{} cannot be read", sources.display()))? {
        flags.push(format!("--remap-path-prefix={}=crates", registry?.path().display()));
    }
    Ok(flags)
}

fn print_sizes(site: &Path) -> Result<()> {
    println!("\n{:<48} {:>9} {:>9}", "file", "raw", "brotli");
    for file in files::list(site)? {
        if file.ends_with(".br") || file.ends_with(".gz") {
            continue;
        }
        let raw = site.join(&file).metadata().context("A file of the site is gone")?.len();
        println!("{file:<48} {raw:>9} {:>9}", budget::transferred(site, &file)?);
    }
    println!();
    for measure in budget::measure(site)? {
        println!("{measure}.");
    }
    println!();
    Ok(())
}
