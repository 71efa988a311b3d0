//! nginx, whose configuration for hosts is tested with the real one.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::apt_install;
use crate::process;

/// Where Debian has it, which is not on everybody's PATH.
const DEBIAN: &str = "/usr/sbin/nginx";

/// Finds nginx, or installs it where that is possible.
pub fn nginx() -> Result<PathBuf> {
    if find().is_none() {
        apt_install("nginx", &["nginx-light"])?;
    }
    find().context("nginx was installed and is not on the PATH")
}

fn find() -> Option<PathBuf> {
    process::on_path("nginx").or_else(|| Some(PathBuf::from(DEBIAN)).filter(|file| file.is_file()))
}
