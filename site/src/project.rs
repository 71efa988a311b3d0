//! Where the project's files are.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The target that the app is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The checkout: the folder of the app package and of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("site is a folder of the checkout").to_path_buf()
}

/// What is generated before Trunk runs, and what Trunk makes of it.
///
/// It has this place even where `CARGO_TARGET_DIR` is set, because `index.html` names the style
/// sheet in it.
pub fn work() -> PathBuf {
    root().join("target/site")
}

/// The built site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Where cargo keeps the sources of crates.
pub fn cargo_home() -> Result<PathBuf> {
    let set = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let usual = || std::env::home_dir().map(|home| home.join(".cargo"));
    set.or_else(usual).context("Neither CARGO_HOME nor a home folder is known")
}

/// A path as it is shown to people: relative to the checkout where it is inside.
pub fn shown(path: &Path) -> String {
    let inside = path.strip_prefix(root()).unwrap_or(path);
    inside.display().to_string()
}
