//! `.ci/release-notes`: a release is made only where tag, version and changelog fit.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, process};

/// A folder with the script and what it reads, which goes with its name.
struct Folder(PathBuf);

impl Folder {
    fn with(name: &str, changelog: &str) -> Self {
        let folder = env::temp_dir().join(format!("genomic-plans-release-{name}-{}", process::id()));
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is in the repository");
        fs::create_dir_all(folder.join(".ci")).expect("a folder can be made");
        for file in [".ci/release-notes", "Cargo.toml"] {
            fs::copy(root.join(file), folder.join(file)).expect("it can be copied");
        }
        fs::write(folder.join("CHANGELOG.md"), changelog).expect("it can be written");
        Self(folder)
    }

    /// What the script says of a tag, and whether it is content.
    fn notes(&self, tag: &str) -> Result<String, String> {
        let done = Command::new("bash").arg(self.0.join(".ci/release-notes")).arg(tag).output().expect("there is bash");
        let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
        if done.status.success() { Ok(said(&done.stdout)) } else { Err(said(&done.stderr)) }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left over is only a folder among temporary files.
        fs::remove_dir_all(&self.0).ok();
    }
}

/// The version of the workspace, and the tag of its release.
const VERSION: &str = env!("CARGO_PKG_VERSION");
const TAG: &str = concat!("v", env!("CARGO_PKG_VERSION"));

#[test]
fn the_notes_are_the_section_of_the_version() {
    let changelog =
        format!("# Changelog\n\n## Unreleased\n\n- new\n\n## {VERSION} (today)\n\n- this\n\n## 0.0.9\n\n- old\n");
    assert_eq!(Folder::with("section", &changelog).notes(TAG), Ok("- this".to_owned()));
}

#[test]
fn a_tag_that_is_not_the_version_is_refused() {
    let said = format!(
        "The tag is v0.0.9, and the version in Cargo.toml is {VERSION}: \
         tag the commit as {TAG}, or change the version first."
    );
    assert_eq!(Folder::with("tag", &format!("## {VERSION}\n\n- this\n")).notes("v0.0.9"), Err(said));
}

#[test]
fn a_version_without_a_section_is_refused() {
    let said = format!("CHANGELOG.md has no section \"## {VERSION}\": call \"## Unreleased\" so, and tag again.");
    assert_eq!(Folder::with("none", "# Changelog\n\n## Unreleased\n\n- new\n").notes(TAG), Err(said));
}
