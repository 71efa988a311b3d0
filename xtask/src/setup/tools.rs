//! Trunk and wasm-bindgen in exactly the versions that fit, built once per machine.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use site::{files, process, project};

/// The version that `Trunk.toml` is written for.
const TRUNK: &str = "0.22.1";

/// Where the tools are.
#[derive(Debug)]
pub struct Tools {
    /// Trunk, which builds the app.
    pub trunk: PathBuf,
    /// wasm-bindgen, which Trunk calls.
    pub wasm_bindgen: PathBuf,
    /// Runs the app's unit tests in a browser; it comes with wasm-bindgen.
    pub test_runner: PathBuf,
}

impl Tools {
    /// A `PATH` in which these tools come first.
    pub fn path(&self) -> Result<OsString> {
        let ours = [&self.trunk, &self.wasm_bindgen].map(|tool| tool.parent().map(Path::to_path_buf));
        let others = env::var_os("PATH").unwrap_or_default();
        let all = ours.into_iter().flatten().chain(env::split_paths(&others));
        Ok(env::join_paths(all)?)
    }
}

/// Something that `cargo install` brings.
pub(super) struct Package<'a> {
    pub(super) name: &'a str,
    pub(super) version: &'a str,
    /// Its programs, the one that names its folder first.
    pub(super) programs: &'a [&'a str],
    /// What the installation needs beyond name and version.
    pub(super) arguments: &'a [&'a str],
    /// How long the installation takes on two cores.
    pub(super) takes: &'a str,
}

/// Finds the tools or installs them.
pub fn tools() -> Result<Tools> {
    let trunk = Package {
        name: "trunk",
        version: TRUNK,
        programs: &["trunk"],
        // Without the default features: no update check. Trunk asks for a newer compiler than it needs.
        arguments: &["--locked", "--no-default-features", "--features", "rustls", "--ignore-rust-version"],
        takes: "about 5 minutes",
    };
    let wasm_bindgen = Package {
        name: "wasm-bindgen-cli",
        version: &locked("wasm-bindgen")?,
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        // Not `--locked`: its lock file names a version that the registry does not have.
        arguments: &[],
        takes: "about a minute",
    };
    let trunk = trunk.find_or_install()?;
    let wasm_bindgen = wasm_bindgen.find_or_install()?;
    Ok(Tools {
        trunk: trunk.join("trunk"),
        wasm_bindgen: wasm_bindgen.join("wasm-bindgen"),
        test_runner: wasm_bindgen.join("wasm-bindgen-test-runner"),
    })
}

impl Package<'_> {
    /// The folder that the programs are in.
    pub(super) fn find_or_install(&self) -> Result<PathBuf> {
        let on_path = process::on_path(self.programs[0]).and_then(|file| Some(file.parent()?.to_owned()));
        if let Some(folder) = on_path
            && self.is_in(&folder)
        {
            return Ok(folder);
        }
        let root = cache()?.join(format!("{}-{}", self.programs[0], self.version));
        let folder = root.join("bin");
        if self.is_in(&folder) {
            return Ok(folder);
        }
        println!("{} {} is not there: to build it takes {}, once per machine.", self.name, self.version, self.takes);
        // Programs that are there and not right are replaced. Otherwise another checkout may be
        // installing them: cargo then waits for it and finds nothing left to do.
        let is_broken = self.programs.iter().any(|program| folder.join(program).exists());
        self.install(&root, if is_broken { &["--force"] } else { &[] })?;
        ensure!(self.is_in(&folder), "{} was installed to {} and does not run.", self.name, folder.display());
        Ok(folder)
    }

    /// Whether a folder has all programs in this version. They are asked themselves, because an
    /// interrupted installation leaves files as well.
    fn is_in(&self, folder: &Path) -> bool {
        self.programs.iter().all(|program| {
            let says = process::stdout_of(Command::new(folder.join(program)).arg("--version"));
            says.is_some_and(|says| says.split_whitespace().nth(1) == Some(self.version))
        })
    }

    /// Installs outside the workspace, whose settings are not meant for these packages, and as a
    /// development build: Trunk as a release build takes over ten minutes and is no faster to use.
    fn install(&self, root: &Path, more: &[&str]) -> Result<()> {
        fs::create_dir_all(root).with_context(|| format!("{} cannot be created", root.display()))?;
        let mut install = Command::new("cargo");
        install
            .current_dir(root)
            .env_remove("CARGO_TARGET_DIR")
            .env_remove("CARGO_BUILD_TARGET")
            .env_remove("RUSTFLAGS")
            .args(["install", &format!("{}@{}", self.name, self.version)])
            .arg("--root")
            .arg(root)
            .args(["--profile", "dev", "--config", "profile.dev.debug=false"])
            .args(self.arguments)
            .args(more);
        let step = format!("Installing {} {}", self.name, self.version);
        process::run_or(&step, &mut install, "connect to the network or put it on the PATH, and try again")
    }
}

/// Where tools are kept, for all checkouts of this machine.
fn cache() -> Result<PathBuf> {
    if let Some(own) = folder_from("GENOMIC_PLANS_CACHE") {
        return Ok(own);
    }
    let general = folder_from("XDG_CACHE_HOME")
        .or_else(|| Some(folder_from("HOME")?.join(".cache")))
        .context("Neither GENOMIC_PLANS_CACHE nor HOME says where tools can be kept")?;
    Ok(general.join("genomic-plans"))
}

fn folder_from(variable: &str) -> Option<PathBuf> {
    let folder = PathBuf::from(env::var_os(variable)?);
    folder.is_absolute().then_some(folder)
}

/// The version of a dependency in `Cargo.lock`.
fn locked(name: &str) -> Result<String> {
    match version_in(&files::text(&project::root().join("Cargo.lock"))?, name) {
        Some(version) => Ok(version.to_owned()),
        None => bail!("Cargo.lock has no package {name}."),
    }
}

fn version_in<'a>(lock: &'a str, name: &str) -> Option<&'a str> {
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{name}\""));
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn the_lock_file_gives_the_version_of_exactly_that_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in(lock, "wasm"), None);
    }
}
