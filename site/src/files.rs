//! Folders of files, always in the same order.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs, process};

use anyhow::{Context, Result};

use crate::project::shown;

/// The files in a folder and in all folders in it, as sorted `a/b.txt`, without hidden ones.
///
/// A folder that is not there has no files.
pub fn list(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    collect(folder, "", &mut found)?;
    found.sort();
    Ok(found)
}

/// Writes a file and the folders that it needs.
pub fn write(file: &Path, contents: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be created", shown(folder)))?;
    }
    fs::write(file, contents).with_context(|| format!("{} cannot be written", shown(file)))
}

/// The text of a file.
pub fn text(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} cannot be read", shown(file)))
}

/// The bytes of a file.
pub fn bytes(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("{} cannot be read", shown(file)))
}

/// Puts a copy of the folder `from` in the place of the folder `to`.
///
/// The copy is made beside it and then renamed, so that a failure leaves what was there.
pub fn replace(from: &Path, to: &Path) -> Result<()> {
    let name = to.file_name().with_context(|| format!("{} is no folder that can be replaced", to.display()))?.display();
    let new = to.with_file_name(format!(".{name}.new"));
    let old = to.with_file_name(format!(".{name}.old"));
    remove(&new)?;
    remove(&old)?;
    for file in list(from)? {
        write(&new.join(&file), bytes(&from.join(&file))?)?;
    }
    if to.exists() {
        fs::rename(to, &old).with_context(|| format!("{} cannot be moved", shown(to)))?;
    }
    fs::rename(&new, to).with_context(|| format!("{} cannot be put in place", shown(to)))?;
    remove(&old)
}

/// Removes a folder with all that is in it; one that is not there is no mistake.
pub fn remove(folder: &Path) -> Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder).with_context(|| format!("{} cannot be removed", shown(folder)))
}

/// A folder of this process' own among temporary files, which goes with the value.
#[derive(Debug)]
pub struct TemporaryFolder(PathBuf);

impl TemporaryFolder {
    /// A folder that nothing else has; `name` says whose it is. It is made when something is written into it.
    pub fn new(name: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("genomic-plans-{name}-{}-{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        Self(env::temp_dir().join(name))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        // What is left over is only a folder among temporary files.
        remove(&self.0).ok();
    }
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<String>) -> Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", shown(folder)))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().display().to_string();
        if name.starts_with('.') {
            continue;
        }
        // Asked of the path and not of the entry, so that a link counts as what it leads to.
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{prefix}{name}/"), found)?;
        } else {
            found.push(format!("{prefix}{name}"));
        }
    }
    Ok(())
}
