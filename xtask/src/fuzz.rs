//! `fuzz`: lets everything that reads what others have written read nonsense, for as long as is wanted.

use std::process::Command;

use anyhow::Result;
use lexopt::{Arg, Parser};

use crate::usage::UsageError;
use crate::{process, project};

/// How long it runs where nothing else is said, in seconds.
const SECONDS: u64 = 300;

/// `cargo xtask fuzz [--target NAME] [--seconds N] [--seed N]`.
pub fn command(mut arguments: Parser) -> Result<()> {
    let mut fuzz = Command::new("cargo");
    fuzz.current_dir(project::root())
        .args(["test", "--profile", "bench", "--package", "catalog", "--features", "source", "--test", "fuzz", "--"])
        .args(["--ignored", "--nocapture"])
        .env("FUZZ_SECONDS", SECONDS.to_string());
    while let Some(argument) = arguments.next().map_err(UsageError::from)? {
        let name = match argument {
            Arg::Long("target") => "FUZZ_TARGET",
            Arg::Long("seconds") => "FUZZ_SECONDS",
            Arg::Long("seed") => "FUZZ_SEED",
            _ => return Err(UsageError::from(argument.unexpected()).into()),
        };
        fuzz.env(name, arguments.value().map_err(UsageError::from)?);
    }
    process::run("Fuzzing", &mut fuzz)
}
