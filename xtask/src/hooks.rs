//! `hooks`: has git call the project's hooks, which are in `tools/hooks/`.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::Args;
use site::{process, project};

/// Where the hooks are.
const HOOKS: &str = "tools/hooks";

/// Whether git calls them.
#[derive(Args, Debug)]
pub struct Options {
    /// Have git call them no more.
    #[arg(long)]
    remove: bool,
}

/// `cargo xtask hooks [--remove]`.
pub fn run(options: &Options) -> Result<()> {
    println!("{}", set(&project::root(), options.remove)?);
    Ok(())
}

/// Changes the setting of a checkout and says so; another's setting is left alone.
pub fn set(checkout: &Path, remove: bool) -> Result<&'static str> {
    let git = |arguments: [&str; 2]| {
        process::stdout_of(Command::new("git").current_dir(checkout).args(["config", "--local"]).args(arguments))
    };
    let now = git(["--get", "core.hooksPath"]);
    if let Some(other) = now.as_deref().filter(|now| *now != HOOKS) {
        bail!("git has other hooks here, in {other}: `git config --unset core.hooksPath` lets go of them.");
    }
    if now.is_some() == remove {
        let change = if remove { ["--unset", "core.hooksPath"] } else { ["core.hooksPath", HOOKS] };
        git(change).with_context(|| format!("git cannot change core.hooksPath in {}.", checkout.display()))?;
    }
    Ok(match remove {
        true => "git calls no hook of the project.",
        false => "git calls tools/hooks/pre-commit before each commit; `cargo xtask hooks --remove` ends that.",
    })
}
