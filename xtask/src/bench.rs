//! `bench`: measures. Timings are of one machine at one time, so no test asserts them.

use std::process::Command;

use anyhow::Result;
use lexopt::Parser;

use crate::usage::Wrong;
use crate::{child, project};

/// `cargo xtask bench`.
pub fn command(mut arguments: Parser) -> Result<()> {
    if let Some(argument) = arguments.next().map_err(Wrong::from)? {
        return Err(Wrong::from(argument.unexpected()).into());
    }
    let mut bench = Command::new("cargo");
    bench.current_dir(project::root()).args(["bench", "--package", "catalog", "--bench", "selection"]);
    child::run("Measuring the selection", &mut bench)
}
