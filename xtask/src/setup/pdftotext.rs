//! pdftotext of Poppler, by which the tests read what is printed.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::apt_install;
use crate::process;

const PROGRAM: &str = "pdftotext";

/// Finds pdftotext, or installs it where that is possible.
pub fn pdftotext() -> Result<PathBuf> {
    if process::on_path(PROGRAM).is_none() {
        apt_install(PROGRAM, &["poppler-utils"])?;
    }
    process::on_path(PROGRAM).context("pdftotext was installed and is not on the PATH")
}
