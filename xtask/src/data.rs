//! `data`: checks the editors' files, writes what is generated from them, and adds to them.

pub mod add;
pub mod draft;

use std::io;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};
use catalog::source;
use catalog::{CountryCode, PartialDate};
use clap::builder::{PathBufValueParser, TypedValueParser as _};
use clap::{Args, Subcommand};
use site::{data, files, process, project};

use crate::form::Form;

/// What to do with the dataset; without a command it is checked, and what is generated from it written.
#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Options {
    /// Check only: write nothing.
    #[arg(long)]
    check: bool,
    #[command(subcommand)]
    task: Option<Task>,
}

#[derive(Subcommand, Debug)]
enum Task {
    /// Note a change of the dataset in data/changes.json.
    #[command(after_help = "Example: cargo xtask data record \"Ireland: the plan of 2026\"")]
    Record {
        /// What was changed, in a sentence.
        note: String,
    },
    /// Ask every address of the dataset whether it still leads somewhere, and write down what was found.
    #[command(after_help = "Example: cargo xtask data links --report links.md")]
    Links {
        /// The file to write into; target/links.md without it.
        #[arg(long, value_name = "FILE", value_parser = PathBufValueParser::new().try_map(std::path::absolute::<PathBuf>))]
        report: Option<PathBuf>,
    },
    /// Ask for a document, field by field, and add it to its country.
    #[command(after_help = "Example: cargo xtask data add IE")]
    Add {
        /// The code of the country, which is asked for without it.
        #[arg(value_parser = code)]
        country: Option<CountryCode>,
    },
}

/// `cargo xtask data [--check]`, and `record`, `links` and `add`.
pub fn run(options: Options) -> Result<()> {
    match options.task {
        None if options.check => check(),
        None => {
            let loaded = data::write()?;
            let (catalog, countries) = (&loaded.catalog, loaded.catalog.countries.len());
            let (videos, version) = (catalog.videos.len(), catalog.version);
            println!("The dataset is right: {countries} countries, {videos} videos, version {version}.");
            advise(&loaded)
        }
        Some(Task::Record { note }) => record(&note),
        Some(Task::Links { report }) => ask_links(report.unwrap_or_else(|| project::root().join("target/links.md"))),
        Some(Task::Add { country }) => {
            add::add(&data::folder(), country, &mut Form::new(&mut io::stdin().lock(), &mut io::stdout()))
        }
    }
}

/// A country's code as people write it.
pub(crate) fn code(text: &str) -> Result<CountryCode, String> {
    CountryCode::from_visitor(text).map_or_else(|| CountryCode::parse(text), Ok)
}

/// By a crate of its own, because nothing else needs TLS.
fn ask_links(report: PathBuf) -> Result<()> {
    let mut links = Command::new("cargo");
    links.current_dir(project::root()).args(["run", "--quiet", "--package", "links", "--"]).arg(report);
    process::run_shown("Asking the addresses of the dataset", &mut links)
}

/// Checks the dataset and that its schema is fresh; writes nothing.
fn check() -> Result<()> {
    let loaded = data::load()?;
    if data::schema_is_stale() {
        bail!("{} is stale: run `cargo xtask data`.", project::shown(&data::schema()));
    }
    advise(&loaded)
}

/// Prints what an editor may want to look at, but for what `data/accepted-advice.json` accepts. It is no error: the
/// dataset is right.
fn advise(loaded: &source::Loaded) -> Result<()> {
    let today = PartialDate::parse_day(&data::today()).map_err(anyhow::Error::msg)?;
    let advice = source::advice(loaded, today);
    if !advice.is_empty() {
        println!("Advice ({}):", advice.len());
    }
    advice.iter().for_each(|advice| println!("  {advice}"));
    Ok(())
}

/// Notes in `data/changes.json` what has changed since the note before.
fn record(note: &str) -> Result<()> {
    let recorded = source::record(&data::read(&data::folder())?, &data::today(), note).map_err(data::one_message)?;
    match recorded {
        Some(text) => {
            files::write(&data::folder().join("changes.json"), text)?;
            println!("data/changes.json has a new entry.");
        }
        None => println!("Nothing has changed since the last entry in data/changes.json."),
    }
    Ok(())
}
