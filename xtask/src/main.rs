//! `cargo xtask`: reads how it was called, and calls the command that the first argument names.

use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory as _, Parser, Subcommand};
use site::{process, split};
use xtask::{bench, build, data, examples, fuzz, hooks, new_country, package, preview, reproduce, serve, setup, test};

/// The commands of National Genomic Plans: set up, build, serve, test, measure, and edit the dataset.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
#[command(after_help = "Example: cargo xtask serve\n\n`cargo xtask help build` explains a command.")]
struct Call {
    #[command(subcommand)]
    command: Option<Command>,
    /// Show what other programs say as it comes, and not only when they fail.
    #[arg(long, global = true)]
    verbose: bool,
}

/// The commands, in the order of the help.
#[derive(Subcommand)]
enum Command {
    /// Set up, build and serve the app, and rebuild it on every change.
    #[command(after_help = "Example: cargo xtask serve --dev")]
    Serve(serve::Options),
    /// Set up and run all tests, or some.
    #[command(after_help = "Example: cargo xtask test --only browser offline::the_whole_app")]
    Test(test::Options),
    /// Build the site into dist/.
    #[command(after_help = "Example: cargo xtask build --site https://plans.example.org/")]
    Build(build::Options),
    /// Serve dist/ as production would, with headers and compression.
    #[command(after_help = "Example: cargo xtask preview --port 9000")]
    Preview(preview::Options),
    /// Serve dist/, and from the next port pages of partners that show a part of it.
    #[command(after_help = "Example: cargo xtask examples")]
    Examples(preview::Options),
    /// Build the site twice and compare.
    #[command(after_help = "Example: cargo xtask reproduce")]
    Reproduce,
    /// Pack the widget of dist/ for npm, into target/site/, and check what is in it.
    #[command(after_help = "Example: cargo xtask package")]
    Package,
    /// Measure; the figures are of this machine and belong in no test.
    #[command(after_help = "Example: cargo xtask bench --quick --no-build")]
    Bench(bench::Options),
    /// Let what reads others' texts read nonsense; an input that fails is kept.
    #[command(after_help = "Example: cargo xtask fuzz --target query --seconds 3600")]
    Fuzz(fuzz::Options),
    /// Check the dataset, write its schema and the file that is served, and give advice.
    #[command(after_help = "Example: cargo xtask data record \"Ireland: the plan of 2026\"")]
    Data(data::Options),
    /// Begin the file of a country that the dataset does not have, and say what else it needs.
    #[command(after_help = "Example: cargo xtask new-country UA --name Ukraine")]
    NewCountry(new_country::Options),
    /// Have git check the form of the working tree before each commit.
    #[command(after_help = "Example: cargo xtask hooks --remove")]
    Hooks(hooks::Options),
    /// Set up all that the other commands need; they do it themselves, only CI needs it before them.
    #[command(hide = true)]
    SetUp,
}

fn main() -> ExitCode {
    // A build has Trunk call this program as another.
    if split::is_met() {
        return ended(split::wasm_bindgen());
    }
    let call = match Call::try_parse() {
        Ok(call) => call,
        // What was asked for, on stdout.
        Err(help) if !help.use_stderr() => help.exit(),
        Err(error) => {
            eprintln!("{}", sentence(&error));
            return ExitCode::from(2);
        }
    };
    let words: Vec<String> = std::env::args().skip(1).collect();
    process::called(format!("cargo xtask {}", words.join(" ")), call.verbose);
    ended(call.command.map_or_else(|| Ok(Call::command().print_help()?), run))
}

fn ended(result: Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Serve(options) => serve::run(&options),
        Command::Test(options) => test::run(&options),
        Command::Build(options) => build::run(&options),
        Command::Preview(options) => preview::run(&options),
        Command::Examples(options) => examples::run(&options),
        Command::Reproduce => reproduce::run(),
        Command::Package => package::run(),
        Command::Bench(options) => bench::run(&options),
        Command::Fuzz(options) => fuzz::run(&options),
        Command::Data(options) => data::run(options),
        Command::NewCountry(options) => new_country::run(options),
        Command::Hooks(options) => hooks::run(&options),
        Command::SetUp => setup::run(),
    }
}

/// What is wrong with a call, in one sentence, and which call explains it in another: clap says it in paragraphs.
fn sentence(error: &clap::Error) -> String {
    let text = error.to_string();
    let (wrong, rest) = text.split_once("\n\n").unwrap_or((&text, ""));
    let wrong = wrong.split_whitespace().collect::<Vec<_>>().join(" ");
    let tip = rest.lines().find_map(|line| line.trim().strip_prefix("tip: ")).filter(|tip| tip.contains("similar"));
    let similar = tip.map_or_else(String::new, |tip| format!("; {tip}"));
    let (mut command, mut name) = (Call::command(), "cargo xtask".to_owned());
    for word in std::env::args().skip(1) {
        if let Some(found) = command.find_subcommand(&word).cloned() {
            command = found;
            name.extend([" ", &word]);
        }
    }
    format!("{wrong}{similar}. `{name} --help` explains the call.")
}
