//! How the commands are called, and the error for a call that is wrong.

use std::fmt;

/// What `cargo xtask` prints without arguments, after `--help` and after a wrong call.
pub const HELP: &str = "\
Usage: cargo xtask <command>

  serve [--port N] [--dev]      set up, build and serve the app, and rebuild it on every change
  test [--only GROUP [NAME]]    set up and run all tests; GROUP is core, components or browser, and NAME a part of the
                                names of those that are wanted
  build [--dev] [--out DIR] [--site ADDRESS]
                                build the site into dist/ (or DIR), to be served at ADDRESS
  preview [--port N]            serve dist/ as production would, with headers and compression
  examples [--port N]           serve dist/, and from the next port pages of partners that show a part of it
  reproduce                     build the site twice and compare
  package                       pack the widget of dist/ for npm, into target/site/, and check what is in it
  bench [--quick] [--no-build] [--only widget]
                                measure; the figures are of this machine and belong in no test
  fuzz [--target NAME] [--seconds N] [--seed N]
                                let what reads others' texts read nonsense; an input that fails is kept
  data [--check]                check the dataset, write its schema and the file that is served, and give advice
  data record \"what changed\"    note a change of the dataset in data/changes.json
  data links [--report FILE]    ask every address of the dataset whether it still leads somewhere, and
                                write what was found into target/links.md (or FILE)

With --dev the app is built quickly: neither optimised nor compressed.
";

/// A wrong call: the message is followed by the help, and the exit code is 2.
#[derive(Debug)]
pub struct UsageError(pub String);

impl fmt::Display for UsageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for UsageError {}

impl From<lexopt::Error> for UsageError {
    fn from(error: lexopt::Error) -> Self {
        Self(error.to_string())
    }
}
