//! Running other programs, and showing what takes long.
//!
//! On a terminal a step is a line with the time that it has taken so far and, where it is known, took last time;
//! elsewhere it is one plain line, when the step begins. Both go to stderr. What a program says is kept and shown only
//! when it fails; with `--verbose`, and where it is what people wait for, it is passed through.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use std::{env, io};

use anyhow::{Context, Result, anyhow};
use indicatif::{ProgressBar, ProgressStyle};

use crate::{files, project};

/// How this program was called.
static CALL: OnceLock<Call> = OnceLock::new();

struct Call {
    words: String,
    is_verbose: bool,
}

/// Says how this program was called, `cargo xtask build`, for the sentences about failures, and whether what other
/// programs say is passed through. The first call counts; without one, nothing is passed through.
pub fn called(words: String, is_verbose: bool) {
    CALL.get_or_init(|| Call { words, is_verbose });
}

/// Whether what other programs say is passed through.
pub fn is_verbose() -> bool {
    CALL.get().is_some_and(|call| call.is_verbose)
}

/// Runs a program; what it says is shown only when it fails, or with `--verbose`. `step` begins the sentence when it
/// fails: "Building the app".
pub fn run(step: &str, command: &mut Command) -> Result<()> {
    let again = |words: &str| match is_verbose() {
        true => format!("correct what it names and run `{words}` again"),
        false => format!("`{words} --verbose` shows it as it comes"),
    };
    run_or(step, command, &advice(again))
}

/// The same, where it is known what helps when it fails: "connect to the network and try again".
pub fn run_or(step: &str, command: &mut Command, advice: &str) -> Result<()> {
    let progress = Progress::start(step, is_verbose());
    let (status, output) = if is_verbose() {
        (command.stdin(Stdio::null()).status(), Vec::new())
    } else {
        let mut output = Vec::new();
        (kept(command, &mut output), output)
    };
    let status = status.with_context(|| not_started(step, command))?;
    if status.success() {
        progress.done();
        return Ok(());
    }
    drop(progress);
    // A terminal that is gone is no failure of the program.
    io::stderr().write_all(&output).ok();
    let where_it_is = if output.is_empty() && !is_verbose() { "It has said nothing" } else { "Its output is above" };
    Err(failure(step, command, status, where_it_is, advice))
}

/// Runs a program whose output people wait for, such as that of tests: it is always passed through.
pub fn run_shown(step: &str, command: &mut Command) -> Result<()> {
    let progress = Progress::start(step, true);
    let status = command.stdin(Stdio::null()).status().with_context(|| not_started(step, command))?;
    if status.success() {
        progress.done();
        return Ok(());
    }
    let advice = advice(|words| format!("correct what it names and run `{words}` again"));
    Err(failure(step, command, status, "Its output is above", &advice))
}

/// Shows work of our own that takes long and says nothing meanwhile.
pub fn work<T>(step: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let progress = Progress::start(step, false);
    let value = work()?;
    progress.done();
    Ok(value)
}

/// What a program prints, or nothing if it cannot be run or fails.
pub fn stdout_of(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    output.status.success().then(|| text.trim().to_owned())
}

/// The file that a program's name stands for on `PATH`.
pub fn on_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// Runs a program and keeps what it says, on both of its outputs in one order.
fn kept(command: &mut Command, output: &mut Vec<u8>) -> io::Result<ExitStatus> {
    let (mut reader, writer) = io::pipe()?;
    let mut child = command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer).spawn()?;
    // The command has the other end of the pipe, too: what is read would never end.
    command.stdout(Stdio::inherit()).stderr(Stdio::inherit());
    reader.read_to_end(output)?;
    child.wait()
}

/// What to do next, where it is known how this program was called.
fn advice(of: impl FnOnce(&str) -> String) -> String {
    CALL.get().map_or_else(String::new, |call| of(&call.words))
}

/// What failed, in one sentence, and what to do next, in another.
fn failure(step: &str, command: &Command, status: ExitStatus, where_it_is: &str, advice: &str) -> anyhow::Error {
    // "exit status: 1" has no place in a sentence.
    let status = status.to_string().replacen(": ", " ", 1);
    let semicolon = if advice.is_empty() { "" } else { "; " };
    anyhow!("{step} failed ({} ended with {status}). {where_it_is}{semicolon}{advice}.", name(command))
}

fn not_started(step: &str, command: &Command) -> String {
    let name = name(command);
    format!("{step} failed, because {name} could not be started: install it or put it on the PATH")
}

fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    program.file_name().unwrap_or(program.as_os_str()).display().to_string()
}

/// A step while it is shown. Dropped before it is done, it leaves nothing on a terminal, so that an error can follow.
struct Progress<'a> {
    step: &'a str,
    start: Instant,
    /// Not where what the program says goes to the terminal as well, nor where there is no terminal.
    spinner: Option<ProgressBar>,
}

impl<'a> Progress<'a> {
    fn start(step: &'a str, is_plain: bool) -> Self {
        let last = last_time(durations(&kept_in()).get(step).copied());
        let bar = ProgressBar::new_spinner();
        let spinner = (!is_plain && !bar.is_hidden()).then_some(bar);
        match &spinner {
            Some(spinner) => {
                let style = ProgressStyle::with_template("{spinner} {prefix}: {elapsed}{msg}");
                spinner.set_style(style.expect("the template is right"));
                spinner.set_prefix(step.to_owned());
                spinner.set_message(last);
                spinner.enable_steady_tick(Duration::from_millis(100));
            }
            None => eprintln!("{step}{last}…"),
        }
        Self { step, start: Instant::now(), spinner }
    }

    /// Keeps how long the step has taken, and leaves on a terminal what took long enough to be waited for.
    fn done(self) {
        let seconds = self.start.elapsed().as_secs();
        keep(&kept_in(), self.step, seconds);
        if let Some(spinner) = &self.spinner
            && seconds > 0
        {
            spinner.suspend(|| eprintln!("{}: {}", self.step, shown(seconds)));
        }
    }
}

impl Drop for Progress<'_> {
    fn drop(&mut self) {
        if let Some(spinner) = &self.spinner {
            spinner.finish_and_clear();
        }
    }
}

/// Where the durations of last time are, in seconds by the names of the steps.
fn kept_in() -> PathBuf {
    project::work().join("durations.json")
}

fn durations(file: &Path) -> BTreeMap<String, u64> {
    let text = files::text(file).ok();
    text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

fn keep(file: &Path, step: &str, seconds: u64) {
    let mut all = durations(file);
    all.insert(step.to_owned(), seconds);
    // That a step is not told how long it took is no failure.
    if let Ok(text) = serde_json::to_string_pretty(&all) {
        files::write(file, text + "\n").ok();
    }
}

/// Nothing of a step that nobody waits for.
fn last_time(seconds: Option<u64>) -> String {
    seconds.filter(|seconds| *seconds > 0).map_or_else(String::new, |took| format!(" (took {} last time)", shown(took)))
}

fn shown(seconds: u64) -> String {
    if seconds < 100 { format!("{seconds} s") } else { format!("{} min {} s", seconds / 60, seconds % 60) }
}

#[cfg(test)]
mod tests {
    use std::process::Command;
    use std::{env, fs};

    use super::{durations, keep, kept, last_time, run, run_or};

    fn shell(script: &str) -> Command {
        let mut shell = Command::new("sh");
        shell.args(["-c", script]);
        shell
    }

    #[test]
    fn a_failure_says_what_failed_and_what_to_do() {
        let check = |result: anyhow::Result<()>, expected: &str| {
            assert_eq!(result.expect_err("it fails").to_string(), expected);
        };
        let sentence = "Trying failed (sh ended with exit status 3). It has said nothing; connect and try again.";
        check(run_or("Trying", &mut shell("exit 3"), "connect and try again"), sentence);
        let sentence = "Trying failed (sh ended with exit status 1). Its output is above.";
        check(run("Trying", &mut shell("echo Not today.; exit 1")), sentence);
        let sentence = "Trying failed, because no-such-tool could not be started: install it or put it on the PATH";
        check(run("Trying", &mut Command::new("/bin/no-such-tool")), sentence);
    }

    #[test]
    fn what_a_program_says_is_kept_in_order() {
        let mut said = Vec::new();
        let status = kept(&mut shell("echo one; echo two >&2; echo three; exit 4"), &mut said);
        assert_eq!(status.expect("it can be run").code(), Some(4));
        assert_eq!(String::from_utf8_lossy(&said), "one\ntwo\nthree\n");
    }

    #[test]
    fn how_long_a_step_took_is_told_the_next_time() {
        let folder = env::temp_dir().join(format!("genomic-plans-durations-{}", std::process::id()));
        let file = folder.join("durations.json");
        let check = |step: &str, expected: &str| assert_eq!(last_time(durations(&file).get(step).copied()), expected);
        check("Building", "");
        keep(&file, "Building", 41);
        keep(&file, "Testing", 125);
        keep(&file, "Reading", 0);
        check("Building", " (took 41 s last time)");
        check("Testing", " (took 2 min 5 s last time)");
        check("Reading", "");
        keep(&file, "Building", 38);
        check("Building", " (took 38 s last time)");
        fs::write(&file, "no JSON").expect("it can be written");
        check("Building", "");
        fs::remove_dir_all(&folder).ok();
    }
}
