//! Running other programs.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// Runs a program whose output is passed through; `step` begins the sentence when it fails.
pub fn run(step: &str, command: &mut Command) -> Result<()> {
    let status =
        command.stdin(Stdio::null()).status().with_context(|| format!("{step} could not start {}", name(command)))?;
    if !status.success() {
        bail!("{step} failed ({} ended with {status}).", name(command));
    }
    Ok(())
}

/// Runs a program silently; its output is shown only when it fails.
pub fn run_quietly(step: &str, command: &mut Command) -> Result<()> {
    let output =
        command.stdin(Stdio::null()).output().with_context(|| format!("{step} could not start {}", name(command)))?;
    if !output.status.success() {
        eprint!("{}", String::from_utf8_lossy(&output.stdout));
        eprint!("{}", String::from_utf8_lossy(&output.stderr));
        bail!("{step} failed ({} ended with {}).", name(command), output.status);
    }
    Ok(())
}

/// What a program prints, or nothing if it cannot be run or fails.
pub fn stdout_of(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    output.status.success().then(|| text.trim().to_owned())
}

/// The file that a program's name stands for on `PATH`.
pub fn on_path(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?).map(|folder| folder.join(program)).find(|file| file.is_file())
}

fn name(command: &Command) -> String {
    command.get_program().display().to_string()
}
