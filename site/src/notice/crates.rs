//! The crates that the app is compiled from, as cargo says.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{files, process, project, split};

/// How names of files with a licence begin.
const LICENCE_FILES: [&str; 4] = ["LICENSE", "LICENCE", "COPYING", "UNLICENSE"];

/// A crate whose code is put into the scripts when they are written. That of wasm-bindgen's program is the crate
/// `wasm-bindgen`'s, which is compiled into the app anyway.
const WRITER: &str = "wasm_split_cli_support";

/// A crate that others made.
#[derive(Debug)]
pub(super) struct Crate {
    pub(super) name: String,
    pub(super) version: String,
    /// Under which licences it may be used, as SPDX writes it.
    pub(super) expression: Option<String>,
    /// Where its sources are kept by those who make it.
    pub(super) address: Option<String>,
    /// Where its sources are on this machine.
    pub(super) folder: PathBuf,
}

impl fmt::Display for Crate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.name, self.version)
    }
}

impl Crate {
    /// Its name, version and address.
    pub(super) fn described(&self) -> String {
        match &self.address {
            Some(address) => format!("{self}, {address}"),
            None => self.to_string(),
        }
    }

    /// The texts of the files with licences that stand beside its manifest, in the order of their names.
    pub(super) fn licence_files(&self) -> Result<Vec<String>> {
        let names = files::list(&self.folder)?;
        let names = names.iter().filter(|name| !name.contains('/') && is_licence_file(name));
        names.map(|name| files::text(&self.folder.join(name))).collect()
    }

    /// Reads what `cargo metadata` says of a package. One that no registry has is ours.
    fn read(package: &Value) -> Option<Self> {
        package["source"].as_str()?;
        let text = |key: &str| package[key].as_str().map(str::to_owned);
        Some(Self {
            name: text("name")?,
            version: text("version")?,
            expression: text("license"),
            address: text("repository"),
            folder: Path::new(package["manifest_path"].as_str()?).parent()?.to_path_buf(),
        })
    }
}

/// Whether the name of a file says that it has a licence.
pub(super) fn is_licence_file(name: &str) -> bool {
    let name = name.to_ascii_uppercase();
    LICENCE_FILES.iter().any(|begin| name.starts_with(begin))
}

/// The crates whose code is in the app or its scripts, by name and version.
///
/// `cargo tree` says which they are: it follows the features as a build does, where `cargo metadata` unites those of
/// the whole workspace and so names some that the app is not compiled from. Where they are only the latter says.
pub(super) fn of_the_app() -> Result<Vec<Crate>> {
    let tree = cargo(&[
        "tree",
        "--locked",
        "--package",
        "genomic-plans",
        "--features",
        split::FEATURE,
        "--target",
        project::TARGET,
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "none",
        "--no-dedupe",
        "--format",
        "{p}",
    ])?;
    let metadata = cargo(&["metadata", "--locked", "--format-version", "1", "--filter-platform", project::TARGET])?;
    let metadata: Value = serde_json::from_str(&metadata).context("`cargo metadata` does not answer with JSON")?;
    chosen(&tree, &metadata)
}

/// Of all crates those that the tree names.
fn chosen(tree: &str, metadata: &Value) -> Result<Vec<Crate>> {
    let compiled: BTreeSet<(&str, &str)> = tree.lines().filter_map(name_and_version).collect();
    let all = metadata["packages"].as_array().context("`cargo metadata` names no packages")?;
    let is_in = |one: &Crate| one.name == WRITER || compiled.contains(&(&one.name, &one.version));
    let mut crates: Vec<Crate> = all.iter().filter_map(Crate::read).filter(is_in).collect();
    crates.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    let writers = crates.iter().filter(|one| one.name == WRITER).count();
    ensure!(writers == 1, "Cargo.lock has {writers} versions of {WRITER} instead of one.");
    Ok(crates)
}

/// Reads `serde v1.0.229`, which goes on with a path where a package is ours.
fn name_and_version(line: &str) -> Option<(&str, &str)> {
    let mut words = line.split_whitespace();
    Some((words.next()?, words.next()?.strip_prefix('v')?))
}

fn cargo(arguments: &[&str]) -> Result<String> {
    let said = process::stdout_of(Command::new("cargo").current_dir(project::root()).args(arguments));
    said.with_context(|| format!("`cargo {}` fails: it says why", arguments.join(" ")))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{chosen, is_licence_file};

    #[test]
    fn the_crates_are_those_of_the_tree_that_are_not_ours() {
        let package = |name: &str, version: &str, source: Option<&str>| {
            json!({
                "name": name, "version": version, "source": source, "license": "MIT",
                "repository": format!("https://code.example/{name}"), "manifest_path": format!("/sources/{name}/Cargo.toml"),
            })
        };
        let registry = Some("registry+https://registry.example");
        let metadata = json!({ "packages": [
            package("serde", "1.0.2", registry), package("serde", "1.0.1", registry), package("anyhow", "1.0.0", registry),
            package("catalog", "0.1.0", None), package("resvg", "0.49.0", registry),
            package("wasm_split_cli_support", "0.2.4", registry),
        ] });
        let tree = "catalog v0.1.0 (/home/a b/catalog)\nserde v1.0.2\nanyhow v1.0.0\nserde v1.0.2 (*)\n\n";
        let crates = chosen(tree, &metadata).expect("it has the writer");
        let names: Vec<String> = crates.iter().map(super::Crate::described).collect();
        let expected = ["anyhow 1.0.0", "serde 1.0.2", "wasm_split_cli_support 0.2.4"];
        let expected =
            expected.map(|one| format!("{one}, https://code.example/{}", one.split(' ').next().unwrap_or("")));
        assert_eq!(names, expected);
        let without = chosen(tree, &json!({ "packages": [] })).map(|crates| crates.len());
        let sentence = "Cargo.lock has 0 versions of wasm_split_cli_support instead of one.";
        assert_eq!(without.map_err(|error| error.to_string()), Err(sentence.to_owned()));
    }

    #[test]
    fn a_file_with_a_licence_is_known_by_its_name() {
        let check = |name, expected| assert_eq!(is_licence_file(name), expected, "{name}");
        check("LICENSE", true);
        check("license-mit.txt", true);
        check("LICENCE.md", true);
        check("COPYING", true);
        check("UNLICENSE", true);
        check("README.md", false);
        check("COPYRIGHT", false);
    }
}
