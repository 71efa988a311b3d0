//! Fuzzing: readers of what others have written hold what they promise, whatever that is. A short run is part of the
//! tests; `cargo xtask fuzz` makes a long one. What was found once stays in `fuzz/found/`, a file for each input, whose
//! name begins with its target's.

mod common;
#[path = "fuzz/mutation.rs"]
mod mutation;
#[path = "fuzz/targets.rs"]
mod targets;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs};

use mutation::{Chance, mutated};
use targets::{ALL, Target};

/// Inputs of each target in the tests.
const SHORT_RUN: u64 = 500;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/found")
}

/// Checks one input; one that fails is kept.
fn check(target: &Target, input: &str) {
    if catch_unwind(AssertUnwindSafe(|| (target.check)(input))).is_err() {
        let file = folder().join(format!("{}-{}.txt", target.name, catalog::hash(input.as_bytes())));
        fs::create_dir_all(folder()).expect("the folder can be made");
        fs::write(&file, input).expect("the input can be kept");
        panic!("{} fails for the input in {}", target.name, file.display());
    }
}

#[test]
fn whatever_is_read_holds_what_is_promised() {
    for target in &ALL {
        let corpus = (target.corpus)();
        for input in &corpus {
            check(target, input);
        }
        for seed in 0..SHORT_RUN {
            check(target, &mutated(&mut Chance::new(seed), &corpus));
        }
    }
}

#[test]
fn what_was_found_once_is_mended() {
    for file in fs::read_dir(folder()).into_iter().flatten() {
        let file = file.expect("the folder can be read").path();
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let target = ALL.iter().find(|target| name.starts_with(target.name));
        let input = fs::read_to_string(&file).expect("an input is a text");
        (target.unwrap_or_else(|| panic!("{name} has no target")).check)(&input);
    }
}

/// `cargo xtask fuzz` calls it.
#[test]
#[ignore = "a long run"]
fn a_long_run() {
    let seconds = env::var("FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(60);
    let wanted = env::var("FUZZ_TARGET").unwrap_or_default();
    let begin = env::var("FUZZ_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1_000_000_u64);
    let targets: Vec<&Target> = ALL.iter().filter(|target| wanted.is_empty() || target.name == wanted).collect();
    assert!(!targets.is_empty(), "there is no target {wanted}");
    for target in &targets {
        let corpus = (target.corpus)();
        let start = Instant::now();
        let mut inputs = 0_u64;
        while start.elapsed() < Duration::from_secs(seconds) / u32::try_from(targets.len()).unwrap_or(1) {
            check(target, &mutated(&mut Chance::new(begin + inputs), &corpus));
            inputs += 1;
        }
        println!("{:<10}{inputs:>12} inputs in {:.0} s", target.name, start.elapsed().as_secs_f64());
    }
}
