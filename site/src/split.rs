//! The app in parts: what is not needed at first is a WebAssembly file of its own, and a small script, the loader,
//! fetches it when it is asked for.
//!
//! The module has to be cut between the compiler and wasm-bindgen, where Trunk has no place of its own. But Trunk
//! takes the `wasm-bindgen` that is first on its `PATH`: here that is this program under that name, which cuts, and
//! then calls the real one. `src/surface/lazy_parts.rs` says what is cut off.

use std::env::consts::EXE_SUFFIX;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, anyhow, bail, ensure};
use wasm_split_cli_support::{Options, transform};

use crate::names::{LAZY, LOADER, PAGE};
use crate::precache::short_hash;
use crate::{files, process, project, script, wasm};

/// What the compiler needs to be told: without the places of what refers to what, nothing can be cut.
pub const LINK_ARGUMENT: &str = "-Clink-arg=--emit-relocs";

/// The feature of the app.
pub(crate) const FEATURE: &str = "split";

/// How names of the script of wasm-bindgen and of the first file begin.
const APP: &str = "genomic-plans-";

/// The name under which Trunk calls this program.
const TOOL: &str = "wasm-bindgen";

/// Where the real one is.
const REAL: &str = "GENOMIC_PLANS_WASM_BINDGEN";

/// The loader under the name by which the compiled code imports it.
const LOADER_BEFORE: &str = "__wasm_split.js";

/// The script of wasm-bindgen under the name by which the loader imports it.
const GLUE_BEFORE: &str = "main.js";

/// How the loader reads a file, and how it is to: as the script of wasm-bindgen does, which also takes one that the host
/// sends with a wrong type.
const READS: &str = "WebAssembly.instantiateStreaming(src,imports)";
const READS_ANY_TYPE: &str = "WebAssembly.instantiate(await(await src).arrayBuffer(),imports)";

/// A file that is asked for again was wrong the first time, and a browser may have kept it: a host that answers with a page
/// of its own often says no more of it than when it was changed.
const ASKS_AGAIN: &str =
    "const asked={};const fetch=(file)=>self.fetch(file,{cache:asked[file]?\"reload\":(asked[file]=\"default\")});\n";

/// Lets Trunk meet this program in the place of wasm-bindgen.
pub fn meet(trunk: &mut Command, wasm_bindgen: &Path, path: &OsString) -> Result<()> {
    files::remove(&parts())?;
    let folder = project::work().join("tools");
    let tool = folder.join(format!("{TOOL}{EXE_SUFFIX}"));
    files::remove(&folder)?;
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be created", project::shown(&folder)))?;
    let this = this_program()?;
    // A link where the disk is the same: a copy of a hundred megabytes takes its time.
    if fs::hard_link(&this, &tool).is_err() {
        fs::copy(&this, &tool).with_context(|| format!("{} cannot be written", project::shown(&tool)))?;
    }
    let path = env::join_paths([folder].into_iter().chain(env::split_paths(path)))?;
    trunk.env("PATH", path).env(REAL, wasm_bindgen).args(["--features", FEATURE]);
    Ok(())
}

/// The file of this program. Since it was started, cargo may have put another in its place, of the same sources (with
/// other features, for the tests): then Linux marks the path.
fn this_program() -> Result<PathBuf> {
    let this = env::current_exe().context("This program does not know where it is")?;
    let replaced = this.to_str().and_then(|path| path.strip_suffix(" (deleted)")).map(PathBuf::from);
    Ok(replaced.unwrap_or(this))
}

/// Whether this program was called as wasm-bindgen.
pub fn is_met() -> bool {
    let called = env::args_os().next().map(PathBuf::from);
    called.and_then(|called| Some(called.file_stem()? == TOOL)).unwrap_or_default() && env::var_os(REAL).is_some()
}

/// Cuts the module that wasm-bindgen is given, and calls it for the first part.
pub fn wasm_bindgen() -> Result<()> {
    let mut real = Command::new(env::var_os(REAL).context("Nothing says where the real wasm-bindgen is")?);
    let mut has_module = false;
    for argument in env::args_os().skip(1) {
        let file = PathBuf::from(&argument);
        if file.extension().is_some_and(|end| end == "wasm") {
            real.arg(cut(&file)?);
            has_module = true;
        } else {
            real.arg(argument);
        }
    }
    if has_module {
        // What the other part calls is named in the exports, as the linker has written it.
        real.args(["--keep-lld-exports", "--no-demangle"]);
    }
    process::run_shown("Making the script for the app", &mut real)
}

/// Cuts a module; the path of its first part is given back.
fn cut(module: &Path) -> Result<PathBuf> {
    let (folder, input) = (parts(), files::bytes(module)?);
    let first = folder.join("first.wasm");
    let mut options = Options::new(&input);
    options.output_dir = &folder;
    options.main_out_path = &first;
    let main_module = format!("./{GLUE_BEFORE}");
    options.main_module = &main_module;
    transform(options).map_err(|error| anyhow!("{} cannot be cut into parts: {error:#}", module.display()))?;
    Ok(first)
}

/// Where the parts are put, for [`add`] to take them from.
fn parts() -> PathBuf {
    project::work().join("parts")
}

/// Adds to the site that Trunk has made what is loaded later, everything under names with a hash.
pub fn add(site: &Path) -> Result<()> {
    add_from(&parts(), site)
}

fn add_from(parts: &Path, site: &Path) -> Result<()> {
    let lazy = files::list(parts)?;
    let lazy = lazy.iter().filter(|file| file.ends_with(".wasm") && *file != "first.wasm");
    let mut loader = script::strip(LOADER_BEFORE, &files::text(&parts.join(LOADER_BEFORE))?)?;
    let mut number = 0;
    for file in lazy {
        let module = wasm::without_names(&files::bytes(&parts.join(file))?)
            .with_context(|| format!("{file} cannot be shipped"))?;
        let name = format!("{LAZY}{}.wasm", short_hash(&module));
        loader = renamed(&loader, file, &name, LOADER_BEFORE)?;
        files::write(&site.join(&name), module)?;
        number += 1;
    }
    ensure!(number > 0, "The app was not cut into parts: all of it is in the file that is loaded at first.");
    let reads = loader.matches(READS).count();
    ensure!(reads == number, "{LOADER_BEFORE} reads {reads} files instead of {number}.");
    // Imports come first wherever they stand.
    let loader = ASKS_AGAIN.to_owned() + &loader.replace(READS, READS_ANY_TYPE);
    let old = glue(site)?;
    let code = files::text(&site.join(&old))?;
    // The two import each other by name: what is in them but these names makes the names.
    let hash = short_hash(format!("{code}{loader}").as_bytes());
    let (new, loader_name) = (format!("{APP}{hash}.js"), format!("{LOADER}{hash}.js"));
    files::write(&site.join(&loader_name), renamed(&loader, GLUE_BEFORE, &new, LOADER_BEFORE)?)?;
    files::write(&site.join(&new), imported(&code, &loader_name, &old)?)?;
    fs::remove_file(site.join(&old)).with_context(|| format!("{old} cannot be removed"))?;
    let page = site.join(PAGE);
    files::write(&page, linked(&files::text(&page)?, &old, &new, &loader_name)?)
}

/// The name of the script of wasm-bindgen.
fn glue(site: &Path) -> Result<String> {
    let is_it = |file: &String| file.starts_with(APP) && file.ends_with(".js");
    files::list(site)?.into_iter().find(is_it).with_context(|| format!("The site has no {APP}….js"))
}

/// The code of `script` with the file `old`, which it names once, under its new name.
fn renamed(code: &str, old: &str, new: &str, script: &str) -> Result<String> {
    let quoted = format!("\"./{old}\"");
    let times = code.matches(&quoted).count();
    ensure!(times == 1, "{script} names {old} {times} times instead of once.");
    Ok(code.replace(&quoted, &format!("\"./{new}\"")))
}

/// The code of wasm-bindgen's script with the loader imported under its new name. The key under which the module looks
/// for what is imported stays, because it stands in the module too.
fn imported(code: &str, loader: &str, script: &str) -> Result<String> {
    let mut new = code.to_owned();
    for before in ["from \"", "from\"", "from '", "from'"] {
        new = new.replace(&format!("{before}./{LOADER_BEFORE}"), &format!("{before}./{loader}"));
    }
    if new == code {
        bail!("{script} does not import {LOADER_BEFORE}.");
    }
    Ok(new)
}

/// A page with the script under its new name. The loader is asked for beside it: otherwise it would be asked for only
/// when the script has come.
fn linked(html: &str, old: &str, new: &str, loader: &str) -> Result<String> {
    let mut linked = html.replace(old, new);
    let tag = html.split_inclusive('>').find_map(|tag| {
        let tag = &tag[tag.rfind("<link")?..];
        (tag.contains("modulepreload") && tag.contains(old)).then(|| tag.replace(old, new))
    });
    let tag = tag.with_context(|| format!("The page does not ask for {old} ahead"))?;
    linked = linked.replacen(&tag, &format!("{tag}{}", tag.replace(new, loader)), 1);
    Ok(linked)
}

#[cfg(test)]
#[path = "split/tests.rs"]
mod tests;
