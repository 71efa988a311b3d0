//! `bench`: measures. Timings are of one machine at one time, so no test asserts them.
//!
//! First the selection alone, natively; then the site in Chromium, beside its twins in `bench/twins/`. Here the
//! sites are prepared and served; `bench/measure.mjs` drives the browser, and `bench/README.md` says what is
//! measured how.

pub mod dataset;
mod growth;
pub mod page;
mod sites;

use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use clap::{Args, ValueEnum};
use serde_json::{Value, json};
use server::Server;
use site::{files, process, project};

use crate::{build, preview, setup};

/// Documents of the datasets that are made larger than the shipped one.
const SIZES: [usize; 2] = [1_000, 10_000];

/// How `bench/measure.mjs` ends when everything was measured and something is over its limit.
const OVER: i32 = 3;

/// What can be measured alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Group {
    /// What the widget costs somebody else's page.
    Widget,
}

/// How much is measured.
#[derive(Args, Clone, Copy, Debug)]
pub struct Options {
    /// Each figure once, at the smallest and the largest size, without Lighthouse: to try the bench itself.
    #[arg(long)]
    quick: bool,
    /// The site that is in dist/ already.
    #[arg(long)]
    no_build: bool,
    /// Nothing but this.
    #[arg(long, value_name = "GROUP")]
    only: Option<Group>,
}

/// `cargo xtask bench [--quick] [--no-build] [--only widget]`.
pub fn run(options: &Options) -> Result<()> {
    if !options.quick && options.only.is_none() {
        measure_selection()?;
    }
    if !options.no_build {
        build::run(&build::Options::default())?;
    }
    measure_site(options)
}

fn measure_selection() -> Result<()> {
    let mut bench = Command::new("cargo");
    bench.current_dir(project::root()).args(["bench", "--package", "catalog", "--bench", "selection"]);
    process::run_shown("Measuring the selection", &mut bench)
}

fn measure_site(options: &Options) -> Result<()> {
    let dist = preview::built()?;
    let esbuild = setup::bench()?;
    let browser = setup::browser()?;
    let host = sites::lite_youtube(&esbuild)?;
    let (prepared, growth) = match options.only {
        Some(Group::Widget) => (vec![sites::prepare_ours(&dist)?], Value::Null),
        None => {
            let sizes = if options.quick { &SIZES[1..] } else { &SIZES };
            (sites::prepare(&dist, &esbuild, sizes)?, growth::per_country(&dist)?)
        }
    };
    // They serve until they are dropped, after the measuring.
    let served = prepared.iter().map(sites::serve).collect::<Result<Vec<_>>>()?;
    // Figures of a trial, or of a part, are not kept.
    let is_kept = !options.quick && options.only.is_none();
    let results = if is_kept { project::root().join("bench") } else { sites::folder() }.join("results.json");
    let config = json!({
        "chromium": browser.chromium,
        "arguments": setup::ARGUMENTS,
        "quick": options.quick,
        "only": options.only.map(|Group::Widget| "widget"),
        "host": host,
        "results": results,
        "sites": served.iter().map(described).collect::<Vec<_>>(),
        "growth": growth,
    });
    let file = sites::folder().join("config.json");
    files::write(&file, config.to_string())?;
    let mut measure = Command::new("node");
    measure.current_dir(project::root()).arg("bench/measure.mjs").arg(file);
    let status = measure.stdin(Stdio::null()).status().context("The bench could not start node")?;
    ensure!(
        status.code() != Some(OVER),
        "Some figures are over their limits: bench/lib/limits.mjs says what each may be."
    );
    ensure!(status.success(), "The bench failed; correct what is above and run `cargo xtask bench --no-build` again.");
    Ok(())
}

/// What `bench/measure.mjs` is told of the sites of one dataset.
fn described((dataset, servers): &(&sites::Prepared, Vec<(&'static str, Server)>)) -> Value {
    let addresses: serde_json::Map<String, Value> =
        servers.iter().map(|(name, server)| ((*name).to_owned(), server.address().into())).collect();
    json!({ "documents": dataset.documents, "countries": dataset.countries, "shipped": dataset.is_shipped, "addresses": addresses })
}
