//! `package`: packs the widget as npm would publish it, and checks what is in it. It is not published.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use site::names::{TYPES, WIDGET};
use site::{files, process, project};

use crate::setup;

/// What is kept in the folder `widget/`.
const KEPT: [&str; 6] = ["README.md", "custom-elements.json", "package.json", "react.d.ts", "svelte.d.ts", "vue.d.ts"];

/// What the built site has.
const BUILT: [&str; 2] = [TYPES, WIDGET];

/// What stands at the root of the checkout.
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// `cargo xtask package`.
pub fn run() -> Result<()> {
    setup::node()?;
    let folder = project::work().join("package");
    assemble(&project::dist(), &folder)?;
    let mut pack = Command::new("npm");
    pack.current_dir(&folder)
        .args(["pack", "--json", "--ignore-scripts", "--no-update-notifier", "--pack-destination"])
        .arg(project::work());
    let said = process::stdout_of(&mut pack)
        .context("npm cannot pack the widget: `npm pack` in target/site/package says why")?;
    let packed = Packed::read(&said)?;
    packed.check()?;
    println!("The package is {}: {} files.", project::shown(&project::work().join(&packed.name)), packed.files.len());
    Ok(())
}

/// The folder of what is kept for the package.
pub fn kept() -> PathBuf {
    project::root().join("widget")
}

/// Puts all files of the package into a folder.
pub fn assemble(dist: &Path, to: &Path) -> Result<()> {
    files::remove(to)?;
    for file in BUILT {
        let built = dist.join(file);
        ensure!(built.is_file(), "{} is not there: run `cargo xtask build` first.", project::shown(&built));
    }
    let root = project::root();
    let from = [(&kept(), &KEPT[..]), (&dist.to_path_buf(), &BUILT[..]), (&root, &LICENCES[..])];
    for (folder, files) in from {
        for file in files {
            files::write(&to.join(file), files::bytes(&folder.join(file))?)?;
        }
    }
    Ok(())
}

/// The files that are to be in the package, in order.
pub fn expected() -> Vec<&'static str> {
    let mut files = [&KEPT[..], &BUILT, &LICENCES].concat();
    files.sort_unstable();
    files
}

/// What npm has packed.
#[derive(Debug)]
pub struct Packed {
    /// The name of the file.
    pub name: String,
    /// What is in it.
    pub files: Vec<String>,
}

impl Packed {
    /// Reads what npm says of it, `[{ "filename": …, "files": [{ "path": … }] }]`.
    pub fn read(said: &str) -> Result<Self> {
        let said: Value = serde_json::from_str(said).context("npm does not say what it has packed")?;
        let name = said[0]["filename"].as_str().context("npm does not say where the package is")?.to_owned();
        let files = said[0]["files"].as_array().map_or(&[][..], Vec::as_slice);
        let files = files.iter().filter_map(|file| file["path"].as_str()).map(str::to_owned).collect();
        Ok(Self { name, files })
    }

    /// Checks that nothing is missing and nothing too much.
    pub fn check(&self) -> Result<()> {
        let expected = expected();
        if let Some(file) = expected.iter().find(|file| !self.files.iter().any(|packed| packed == *file)) {
            bail!("The package lacks {file}: \"files\" in widget/package.json does not name it.");
        }
        if let Some(file) = self.files.iter().find(|file| !expected.contains(&file.as_str())) {
            bail!("The package has {file}, which does not belong in it.");
        }
        Ok(())
    }
}
