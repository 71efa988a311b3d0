//! `reproduce`: builds the site once more, at another place and with nothing compiled before, and compares.
//!
//! Whoever doubts that a site is made from this source can make it again; and a visitor who has it already
//! fetches nothing anew when nothing has changed.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use lexopt::Parser;

use crate::usage::UsageError;
use crate::{build, files, process, project};

/// `cargo xtask reproduce`.
pub fn command(mut arguments: Parser) -> Result<()> {
    if let Some(argument) = arguments.next().map_err(UsageError::from)? {
        return Err(UsageError::from(argument.unexpected()).into());
    }
    build::run(&build::Options::default())?;
    let place = Place(env::temp_dir().join(format!("genomic-plans-again-{}", std::process::id())));
    copy_checkout(&place.0.join("checkout"))?;
    println!("Building the site again at {} (about 3 minutes).", place.0.display());
    let site = place.0.join("site");
    let mut again = Command::new("cargo");
    again
        .current_dir(place.0.join("checkout"))
        .env("CARGO_TARGET_DIR", place.0.join("target"))
        .args(["xtask", "build", "--out"])
        .arg(&site);
    process::run_quietly("Building the site again", &mut again)?;
    let files = compare(&project::dist(), &site)?;
    println!("Both sites are the same: {files} files.");
    Ok(())
}

/// A folder that goes with its name.
struct Place(PathBuf);

impl Drop for Place {
    fn drop(&mut self) {
        // What is left over is only a folder among temporary files.
        files::remove(&self.0).ok();
    }
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
fn compare(one: &Path, other: &Path) -> Result<usize> {
    let (files, others) = (files::list(one)?, files::list(other)?);
    if let Some(file) = files.iter().find(|file| !others.contains(file)) {
        bail!("{file} is only in the first site.");
    }
    if let Some(file) = others.iter().find(|file| !files.contains(file)) {
        bail!("{file} is only in the second site.");
    }
    for file in &files {
        if files::bytes(&one.join(file))? != files::bytes(&other.join(file))? {
            bail!("{file} is not the same in both sites.");
        }
    }
    Ok(files.len())
}

#[cfg(test)]
mod tests {
    use std::{env, fs};

    use super::compare;

    #[test]
    fn sites_that_differ_are_told_apart() {
        let folder = env::temp_dir().join(format!("genomic-plans-compare-{}", std::process::id()));
        let write = |file: &str, text: &str| crate::files::write(&folder.join(file), text).expect("it can be written");
        let check = |expected: Result<usize, &str>| {
            let found = compare(&folder.join("one"), &folder.join("other")).map_err(|error| error.to_string());
            assert_eq!(found, expected.map_err(str::to_owned));
        };
        write("one/a.js", "a");
        write("other/a.js", "a");
        check(Ok(1));
        write("other/ie/b.html", "b");
        check(Err("ie/b.html is only in the second site."));
        write("one/ie/b.html", "c");
        check(Err("ie/b.html is not the same in both sites."));
        fs::remove_dir_all(&folder).ok();
    }
}
