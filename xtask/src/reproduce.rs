//! `reproduce`: builds the site once more, at another place and with nothing compiled before, and compares.
//!
//! Whoever doubts that a site is made from this source can make it again; and a visitor who has it already
//! fetches nothing anew when nothing has changed.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use site::files::{self, TemporaryFolder};
use site::{process, project};

use crate::build;

/// `cargo xtask reproduce`.
pub fn run() -> Result<()> {
    build::run(&build::Options::default())?;
    let place = TemporaryFolder::new("again");
    copy_checkout(&place.path().join("checkout"))?;
    println!("The checkout is copied into {}; to build it takes about 3 minutes.", place.path().display());
    let site = place.path().join("site");
    let mut again = build::again(&place.path().join("checkout"));
    again.env("CARGO_TARGET_DIR", place.path().join("target")).arg("--out").arg(&site);
    process::run("Building the site again", &mut again)?;
    let files = compare(&project::dist(), &site)?;
    println!("Both sites are the same: {files} files.");
    Ok(())
}

/// Copies what git knows of the checkout, as it is now.
fn copy_checkout(to: &Path) -> Result<()> {
    let mut list = Command::new("git");
    list.current_dir(project::root()).args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"]);
    let files = process::stdout_of(&mut list).context("git does not say which files belong to the checkout")?;
    for file in files.split('\0').filter(|file| !file.is_empty()) {
        let from = project::root().join(file);
        // A file that was removed and is still in the index.
        if from.is_file() {
            files::write(&to.join(file), files::bytes(&from)?)?;
        }
    }
    Ok(())
}

/// The number of files, which are the same in both folders.
pub fn compare(one: &Path, other: &Path) -> Result<usize> {
    let (files, others) = (files::list(one)?, files::list(other)?);
    for file in files.iter().chain(&others) {
        ensure!(others.contains(file), "{file} is only in the first site.");
        ensure!(files.contains(file), "{file} is only in the second site.");
        let is_same = files::bytes(&one.join(file))? == files::bytes(&other.join(file))?;
        ensure!(is_same, "{file} is not the same in both sites.");
    }
    Ok(files.len())
}
