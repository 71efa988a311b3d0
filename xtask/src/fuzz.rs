//! `fuzz`: lets everything that reads what others have written read nonsense, for as long as is wanted.

use std::process::Command;

use anyhow::Result;
use clap::Args;
use site::{process, project};

/// What is fuzzed, and for how long.
#[derive(Args, Debug)]
pub struct Options {
    /// Only this target; docs/fuzzing.md names them.
    #[arg(long, value_name = "NAME")]
    target: Option<String>,
    /// How long it runs, in seconds.
    #[arg(long, value_name = "N", default_value_t = 300)]
    seconds: u64,
    /// Where the inputs begin: another number gives others.
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
}

/// `cargo xtask fuzz [--target NAME] [--seconds N] [--seed N]`.
pub fn run(options: &Options) -> Result<()> {
    let mut fuzz = Command::new("cargo");
    fuzz.current_dir(project::root())
        .args(["test", "--profile", "bench", "--package", "catalog", "--features", "source", "--test", "fuzz", "--"])
        .args(["--ignored", "--nocapture"])
        .env("FUZZ_SECONDS", options.seconds.to_string())
        .envs(options.target.as_ref().map(|target| ("FUZZ_TARGET", target)))
        .envs(options.seed.map(|seed| ("FUZZ_SEED", seed.to_string())));
    process::run_shown("Fuzzing", &mut fuzz)
}
