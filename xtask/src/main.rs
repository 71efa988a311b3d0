//! `cargo xtask`: calls the command that the first argument names.

use std::process::ExitCode;

use lexopt::{Arg, Parser};
use xtask::usage::{HELP, UsageError};
use xtask::{bench, build, data, examples, fuzz, package, preview, reproduce, serve, setup, split, test};

fn main() -> ExitCode {
    // A build has Trunk call this program as another.
    if split::is_met() {
        return ended(split::wasm_bindgen());
    }
    if std::env::args().any(|argument| argument == "--help" || argument == "-h") {
        print!("{HELP}");
        return ExitCode::SUCCESS;
    }
    ended(dispatch(Parser::from_env()))
}

fn ended(result: anyhow::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.is::<UsageError>() => {
            eprintln!("error: {error:#}\n\n{HELP}");
            ExitCode::from(2)
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(mut arguments: Parser) -> anyhow::Result<()> {
    let name = match arguments.next().map_err(UsageError::from)? {
        None => {
            print!("{HELP}");
            return Ok(());
        }
        Some(Arg::Value(name)) => name,
        Some(option) => return Err(UsageError::from(option.unexpected()).into()),
    };
    match name.to_str() {
        Some("serve") => serve::command(arguments),
        Some("test") => test::command(arguments),
        Some("build") => build::command(arguments),
        Some("preview") => preview::command(arguments),
        Some("examples") => examples::command(arguments),
        Some("data") => data::command(arguments),
        Some("reproduce") => reproduce::command(arguments),
        Some("package") => package::command(arguments),
        Some("bench") => bench::command(arguments),
        Some("fuzz") => fuzz::command(arguments),
        // Not in the help: the other commands call it themselves, only CI needs it before them.
        Some("set-up") => setup::command(arguments),
        _ => Err(UsageError(format!("There is no command {}.", name.display())).into()),
    }
}
